//! Reading one schema document: its defaults, its names, its places.

use super::Aside;
use crate::{
    NameId, NamespaceId,
    names::{Names, XS_NAMESPACE},
    schema::{Annotation, DerivationSet, DocumentId, Occurrence, SourceLocation},
    xsd::{error::SchemaPosition, fault::SchemaFault, source::LoadedDocument},
};
use roxmltree::Node;

/// The document being read, and the names of the whole set.
pub(super) struct Context<'a> {
    pub(super) names: &'a mut Names,
    pub(super) loaded: &'a LoadedDocument,
    pub(super) document: DocumentId,
    pub(super) target: NamespaceId,
    /// Whether the document has no namespace of its own and takes that of a document which includes it ("chameleon").
    pub(super) is_chameleon: bool,
    pub(super) elements_qualified: bool,
    pub(super) attributes_qualified: bool,
    pub(super) block_default: DerivationSet,
    pub(super) final_default: DerivationSet,
    /// How many types and groups are open that stand inside one another.
    pub(super) open: usize,
}

/// Types and groups deeper inside one another than this are refused; it also bounds the recursion over them.
const DEEPEST: usize = 64;

impl Context<'_> {
    /// Reads a type or group, which may hold others.
    pub(super) fn inside<T>(
        &mut self,
        node: Node<'_, '_>,
        read: impl FnOnce(&mut Self) -> Result<T, SchemaFault>,
    ) -> Result<T, SchemaFault> {
        if self.open >= DEEPEST {
            return Err(self.unsupported(node, format!("nesting of more than {DEEPEST} types and groups")));
        }
        self.open += 1;
        let result = read(self);
        self.open -= 1;
        result
    }

    /// Where a node begins.
    pub(super) fn source(&self, node: Node<'_, '_>) -> SourceLocation {
        SourceLocation {
            document: self.document,
            line: self.loaded.line(node.range().start),
        }
    }

    /// The place of a node, for messages.
    pub(super) fn place(&self, node: Node<'_, '_>) -> SchemaPosition {
        SchemaPosition::of_line(self.loaded.path.clone(), self.source(node).line)
    }

    pub(super) fn unsupported(&self, node: Node<'_, '_>, construct: impl Into<String>) -> SchemaFault {
        SchemaFault::Unsupported {
            place: self.place(node),
            construct: construct.into(),
        }
    }

    pub(super) fn invalid(&self, node: Node<'_, '_>, reason: impl Into<String>) -> SchemaFault {
        SchemaFault::Invalid {
            place: self.place(node),
            reason: reason.into(),
        }
    }

    /// Refuses attributes other than these. Attributes of foreign namespaces are annotations and pass.
    pub(super) fn only_attributes(&self, node: Node<'_, '_>, allowed: &[&str]) -> Result<(), SchemaFault> {
        for attribute in node.attributes() {
            let is_known = match attribute.namespace() {
                None => attribute.name() == "id" || allowed.contains(&attribute.name()),
                Some(namespace) => namespace != XS_NAMESPACE,
            };
            if !is_known {
                let construct = format!(
                    "attribute {} of xs:{} (XML Schema 1.0 knows none of this name there)",
                    attribute.name(),
                    node.tag_name().name()
                );
                return Err(self.unsupported(node, construct));
            }
        }
        Ok(())
    }

    /// The child elements but for annotations. Text and foreign elements between them are refused.
    pub(super) fn children<'n, 'i>(&self, node: Node<'n, 'i>) -> Result<Vec<Node<'n, 'i>>, SchemaFault> {
        let mut children = Vec::new();
        for child in node.children() {
            if child.is_text() && !child.text().unwrap_or_default().trim().is_empty() {
                return Err(self.invalid(node, format!("text inside xs:{}", node.tag_name().name())));
            }
            if !child.is_element() {
                continue;
            }
            if child.tag_name().namespace() != Some(XS_NAMESPACE) {
                let name = child.tag_name().name();
                return Err(self.invalid(child, format!("{name} is no element of XML Schema")));
            }
            if child.tag_name().name() != "annotation" {
                children.push(child);
            }
        }
        Ok(children)
    }

    /// The name that a QName attribute holds.
    pub(super) fn reference(&mut self, node: Node<'_, '_>, attribute: &str) -> Result<Option<NameId>, SchemaFault> {
        node.attribute(attribute)
            .map(|text| self.resolve(node, text))
            .transpose()
    }

    /// The expanded name of a QName.
    pub(super) fn resolve(&mut self, node: Node<'_, '_>, text: &str) -> Result<NameId, SchemaFault> {
        let text = text.trim();
        let (prefix, local) = match text.split_once(':') {
            Some((prefix, local)) => (Some(prefix), local),
            None => (None, text),
        };
        let uri = match (node.lookup_namespace_uri(prefix), prefix) {
            (Some(uri), _) => uri,
            (None, None) => "",
            (None, Some("xml")) => crate::names::XML_NAMESPACE,
            (None, Some(prefix)) => {
                return Err(self.invalid(node, format!("the prefix {prefix} is not bound")));
            }
        };
        let namespace = if uri.is_empty() && self.is_chameleon {
            self.target
        } else {
            self.names.intern_namespace(uri)
        };
        Ok(self.names.intern(namespace, local))
    }

    /// The name of a component declared at the top.
    pub(super) fn global_name(&mut self, node: Node<'_, '_>) -> Result<NameId, SchemaFault> {
        let local = self.required(node, "name")?;
        Ok(self.names.intern(self.target, local.trim()))
    }

    /// The name of a local element or attribute, qualified as `form` or the document's default says.
    pub(super) fn local_name(&mut self, node: Node<'_, '_>, qualified_default: bool) -> Result<NameId, SchemaFault> {
        let local = self.required(node, "name")?;
        let is_qualified = self.is_qualified(node, "form", qualified_default)?;
        let namespace = if is_qualified { self.target } else { NamespaceId::NONE };
        Ok(self.names.intern(namespace, local.trim()))
    }

    /// What `form` or a default of it says.
    pub(super) fn is_qualified(&self, node: Node<'_, '_>, attribute: &str, default: bool) -> Result<bool, SchemaFault> {
        match node.attribute(attribute).map(str::trim) {
            None => Ok(default),
            Some("qualified") => Ok(true),
            Some("unqualified") => Ok(false),
            Some(_) => Err(self.invalid(node, format!("{attribute} is neither qualified nor unqualified"))),
        }
    }

    /// Fills a place that a schema may fill once.
    pub(super) fn set_once<T>(&self, place: &mut Option<T>, value: T, node: Node<'_, '_>) -> Result<(), SchemaFault> {
        if place.is_some() {
            let name = node.tag_name().name();
            return Err(self.invalid(node, format!("xs:{name} stands where there is one of its kind already")));
        }
        *place = Some(value);
        Ok(())
    }

    pub(super) fn required<'n>(&self, node: Node<'n, '_>, attribute: &str) -> Result<&'n str, SchemaFault> {
        node.attribute(attribute).ok_or_else(|| {
            let name = node.tag_name().name();
            self.invalid(node, format!("xs:{name} has no attribute {attribute}"))
        })
    }

    pub(super) fn flag(&self, node: Node<'_, '_>, attribute: &str) -> Result<bool, SchemaFault> {
        match node.attribute(attribute).map(str::trim) {
            None | Some("false" | "0") => Ok(false),
            Some("true" | "1") => Ok(true),
            Some(_) => Err(self.invalid(node, format!("{attribute} is neither true nor false"))),
        }
    }

    pub(super) fn occurrence(&self, node: Node<'_, '_>) -> Result<Occurrence, SchemaFault> {
        let number = |attribute: &str| match node.attribute(attribute).map(str::trim) {
            None => Ok(1),
            Some(text) => occurrences(text).ok_or_else(|| self.invalid(node, format!("{attribute} is no number"))),
        };
        let min = number("minOccurs")?;
        let max = match node.attribute("maxOccurs").map(str::trim) {
            Some("unbounded") => None,
            // A bound that no document can reach is none.
            _ => Some(number("maxOccurs")?).filter(|&max| max < u32::MAX),
        };
        if max.is_some_and(|max| max < min) {
            return Err(self.invalid(node, "minOccurs is greater than maxOccurs"));
        }
        Ok(Occurrence { min, max })
    }

    /// The derivations that `block`, `final` or a default of them names.
    pub(super) fn derivations(
        &self,
        node: Node<'_, '_>,
        attribute: &str,
        default: DerivationSet,
    ) -> Result<DerivationSet, SchemaFault> {
        let Some(text) = node.attribute(attribute) else {
            return Ok(default);
        };
        let mut set = DerivationSet::default();
        for word in text.split_whitespace() {
            match word {
                "#all" => {
                    set = DerivationSet {
                        extension: true,
                        restriction: true,
                        substitution: true,
                    };
                }
                "extension" => set.extension = true,
                "restriction" => set.restriction = true,
                "substitution" => set.substitution = true,
                // Only of interest in `final`, which constrains schemas and not documents.
                "list" | "union" => {}
                _ => return Err(self.invalid(node, format!("{attribute} names an unknown derivation"))),
            }
        }
        Ok(set)
    }

    /// The annotations directly below a node.
    pub(super) fn annotation(&self, node: Node<'_, '_>) -> Aside<Annotation> {
        let mut annotation = Annotation::default();
        let parts = node
            .children()
            .filter(|child| child.has_tag_name((XS_NAMESPACE, "annotation")))
            .flat_map(|child| child.children().filter(Node::is_element));
        for part in parts {
            if part.has_tag_name((XS_NAMESPACE, "documentation")) {
                let text: String = part
                    .descendants()
                    .filter(Node::is_text)
                    .filter_map(|text| text.text())
                    .collect();
                push_trimmed(&mut annotation.documentation, &text);
            } else if part.has_tag_name((XS_NAMESPACE, "appinfo")) {
                push_trimmed(&mut annotation.appinfo, &self.inner_xml(part));
            }
        }
        Aside(annotation)
    }

    /// The XML between a node's start and end tag, as the document writes it.
    fn inner_xml(&self, node: Node<'_, '_>) -> String {
        let first = node.first_child().map(|child| child.range().start);
        let last = node.last_child().map(|child| child.range().end);
        match (first, last) {
            (Some(first), Some(last)) => self.loaded.text.get(first..last).unwrap_or_default().to_owned(),
            _ => String::new(),
        }
    }
}

/// A value of `minOccurs` or `maxOccurs`. No document has more elements than 32 bits can count.
fn occurrences(text: &str) -> Option<u32> {
    let digits = text.strip_prefix('+').unwrap_or(text);
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| digits.parse().unwrap_or(u32::MAX))
}

fn push_trimmed(texts: &mut Vec<String>, text: &str) {
    let text = text.trim();
    if !text.is_empty() {
        texts.push(text.to_owned());
    }
}
