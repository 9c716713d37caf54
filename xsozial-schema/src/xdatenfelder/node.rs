//! Elements of an XDatenfelder file, read strictly: what may stand once, what often, and nothing else.

use super::{
    error::{XdatenfelderError, XdatenfelderProblem as Problem},
    model::{Fundstelle, Version},
};
use crate::xsd::{PlainText, SchemaPosition};
use roxmltree::Node;

/// The file being read.
#[derive(Clone, Copy)]
pub(super) struct File<'d> {
    pub(super) name: &'d str,
    pub(super) plain: &'d PlainText,
    pub(super) fassung: Version,
    pub(super) namespace: &'d str,
}

/// The children of an element, by name.
pub(super) struct Parts<'n, 'i> {
    node: Node<'n, 'i>,
    once: Vec<(&'static str, Node<'n, 'i>)>,
    many: Vec<(&'static str, Node<'n, 'i>)>,
}

impl File<'_> {
    /// An error at an element.
    pub(super) fn error(&self, node: Node<'_, '_>, problem: Problem) -> XdatenfelderError {
        let (line, column) = self.plain.line_column(node.range().start);
        XdatenfelderError {
            position: SchemaPosition {
                file: self.name.to_owned(),
                line,
                column,
            },
            path: path(node),
            problem,
        }
    }

    /// Where an element stands. Neither the column nor the path is cheap; errors alone have them.
    pub(super) fn place(&self, node: Node<'_, '_>) -> Fundstelle {
        let offset = node.range().start;
        Fundstelle {
            zeile: self.plain.line(offset),
            offset,
        }
    }

    /// The children of an element, each of which must be known: those of `once` stand once, those of `many` as often as
    /// they like. An empty one beside a filled one of the same name does not count: editors leave such behind.
    pub(super) fn parts<'n, 'i>(
        &self,
        node: Node<'n, 'i>,
        once: &[&'static str],
        many: &[&'static str],
    ) -> Result<Parts<'n, 'i>, XdatenfelderError> {
        let mut parts = Parts {
            node,
            once: Vec::new(),
            many: Vec::new(),
        };
        for child in node.children().filter(Node::is_element) {
            let name = child.tag_name().name();
            let known = |names: &[&'static str]| names.iter().copied().find(|&known| known == name);
            let is_own = child.tag_name().namespace() == Some(self.namespace);
            match (known(once), known(many)) {
                (Some(name), _) if is_own => self.add_once(&mut parts, name, child)?,
                (_, Some(name)) if is_own => parts.many.push((name, child)),
                _ => return Err(self.error(child, Problem::Unexpected(name.to_owned()))),
            }
        }
        Ok(parts)
    }

    fn add_once<'n, 'i>(
        &self,
        parts: &mut Parts<'n, 'i>,
        name: &'static str,
        child: Node<'n, 'i>,
    ) -> Result<(), XdatenfelderError> {
        let Some(known) = parts.once.iter_mut().find(|(known, _)| *known == name) else {
            parts.once.push((name, child));
            return Ok(());
        };
        match (is_empty(known.1), is_empty(child)) {
            (true, false) => known.1 = child,
            (false, true) => {}
            _ => return Err(self.error(child, Problem::Duplicate(name.to_owned()))),
        }
        Ok(())
    }

    /// The text of a child that must be there.
    pub(super) fn required(&self, parts: &Parts<'_, '_>, name: &'static str) -> Result<String, XdatenfelderError> {
        parts
            .text(name)
            .ok_or_else(|| self.error(parts.get(name).unwrap_or(parts.node), Problem::Missing(name)))
    }

    /// A child that must be there.
    pub(super) fn child<'n, 'i>(
        &self,
        parts: &Parts<'n, 'i>,
        name: &'static str,
    ) -> Result<Node<'n, 'i>, XdatenfelderError> {
        parts
            .get(name)
            .ok_or_else(|| self.error(parts.node, Problem::Missing(name)))
    }

    /// The code in a child: `<feldart><code>input</code></feldart>`, where `code` is in no namespace (XÖV's `Code`).
    pub(super) fn code(&self, parts: &Parts<'_, '_>, name: &'static str) -> Result<Option<String>, XdatenfelderError> {
        let Some(node) = parts.get(name) else {
            return Ok(None);
        };
        let mut code = None;
        for child in node.children().filter(Node::is_element) {
            match child.tag_name().name() {
                "code" if code.is_none() => code = text_of(child),
                "code" => return Err(self.error(child, Problem::Duplicate("code".to_owned()))),
                // The name of the code, which XÖV's `Code` may bring along.
                "name" => {}
                other => return Err(self.error(child, Problem::Unexpected(other.to_owned()))),
            }
        }
        Ok(code)
    }

    /// A code that must be one of these.
    pub(super) fn known_code<T: Copy>(
        &self,
        parts: &Parts<'_, '_>,
        name: &'static str,
        table: &[(&str, T)],
    ) -> Result<Option<T>, XdatenfelderError> {
        let Some(code) = self.code(parts, name)? else {
            return Ok(None);
        };
        let known = table.iter().find(|(known, _)| *known == code);
        match known {
            Some(&(_, value)) => Ok(Some(value)),
            None => Err(self.error(
                parts.get(name).unwrap_or(parts.node),
                Problem::UnknownCode { what: name, code },
            )),
        }
    }
}

impl<'n, 'i> Parts<'n, 'i> {
    /// The element itself.
    pub(super) fn node(&self) -> Node<'n, 'i> {
        self.node
    }

    /// The child of this name, the first of several.
    pub(super) fn get(&self, name: &str) -> Option<Node<'n, 'i>> {
        self.all(name).next()
    }

    /// All children of this name.
    pub(super) fn all(&self, name: &str) -> impl Iterator<Item = Node<'n, 'i>> {
        self.once
            .iter()
            .chain(&self.many)
            .filter(move |(known, _)| *known == name)
            .map(|&(_, node)| node)
    }

    /// The text of a child; `None` where it is absent or empty.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        self.get(name).and_then(text_of)
    }

    /// The texts of all children of this name that are not empty.
    pub(super) fn texts(&self, name: &str) -> Vec<String> {
        self.all(name).filter_map(text_of).collect()
    }
}

/// The text of an element, trimmed; `None` where it is empty.
pub(super) fn text_of(node: Node<'_, '_>) -> Option<String> {
    let text: String = node
        .descendants()
        .filter(Node::is_text)
        .filter_map(|it| it.text())
        .collect();
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

fn is_empty(node: Node<'_, '_>) -> bool {
    text_of(node).is_none() && node.attributes().len() == 0
}

fn path(node: Node<'_, '_>) -> String {
    let mut steps: Vec<String> = node.ancestors().filter(Node::is_element).map(step).collect();
    steps.reverse();
    steps.join("/")
}

fn step(node: Node<'_, '_>) -> String {
    let name = node.tag_name().name();
    let same = |sibling: &Node<'_, '_>| sibling.is_element() && sibling.tag_name().name() == name;
    let before = node.prev_siblings().skip(1).filter(same).count();
    let has_others = before > 0 || node.next_siblings().skip(1).any(|sibling| same(&sibling));
    if has_others {
        format!("{name}[{}]", before + 1)
    } else {
        name.to_owned()
    }
}
