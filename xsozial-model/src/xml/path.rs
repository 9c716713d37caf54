//! Where in the tree reading and writing stand.

use super::source::shown;
use rustc_hash::FxHashMap;
use std::{
    borrow::Cow,
    fmt::Write,
    hash::{BuildHasher, RandomState},
};
use xsozial_schema::{NameId, names::Names};

/// Children of one element with more different names than this are counted in a table.
const MANY: usize = 32;

/// So many different names of one element's children are counted. The schemas of the field have a few hundred at most; a
/// document with more has names that no schema knows, and all further ones count as the first of their name.
const MOST_COUNTED: usize = 4096;

/// So many steps of kept paths are remembered; beyond, a path ends at the nearest ancestor that is.
const MOST_KEPT: usize = 100_000;

/// The path to the current element: the open elements, each with its number among siblings of the same name.
pub struct Path {
    open: Vec<OpenElement>,
    /// How often each name stood so far, for the children of all open elements: one run for each.
    counts: Vec<(u64, u32)>,
    /// Where in `counts` a name of a level stands; only for elements whose children have many names.
    index: FxHashMap<(u32, u64), u32>,
    /// Names of open elements that the schema does not know.
    unknown: String,
    hasher: RandomState,
    nodes: Nodes,
}

/// One open element.
#[derive(Clone, Copy)]
struct OpenElement {
    name: StepName,
    occurrence: u32,
    /// Where the counts of its children begin.
    first_count: u32,
    node: Option<u32>,
}

/// A name: one of the schema, or a part of a text.
#[derive(Clone, Copy)]
struct StepName {
    known: NameId,
    text: (u32, u32),
}

/// A path that is kept beyond its elements: the index of its last step.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct KeptPath(u32);

/// Kept paths as a tree, so that they share their steps.
#[derive(Default)]
struct Nodes {
    steps: Vec<Node>,
    unknown: String,
}

struct Node {
    parent: Option<u32>,
    name: StepName,
    /// 0 for an attribute.
    occurrence: u32,
}

fn index(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

impl Default for Path {
    fn default() -> Self {
        Self::new()
    }
}

impl Path {
    /// No element is open.
    pub fn new() -> Self {
        Self {
            open: Vec::new(),
            counts: Vec::new(),
            index: FxHashMap::default(),
            unknown: String::new(),
            hasher: RandomState::new(),
            nodes: Nodes::default(),
        }
    }

    /// An element begins whose name the schema knows.
    #[inline]
    pub fn enter(&mut self, name: NameId) {
        let step = StepName {
            known: name,
            text: (0, 0),
        };
        self.push(step, name.index() as u64);
    }

    /// An element begins whose name the schema does not know.
    pub fn enter_unknown(&mut self, uri: &str, local: &str) {
        let step = StepName {
            known: NameId::UNKNOWN,
            text: push_expanded(uri, local, &mut self.unknown),
        };
        // A keyed hash, so that a document cannot make names that are confused; beyond all known names.
        self.push(step, self.hasher.hash_one((uri, local)) | 1 << 63);
    }

    #[inline]
    fn push(&mut self, name: StepName, key: u64) {
        let occurrence = self.count(key);
        self.open.push(OpenElement {
            name,
            occurrence,
            first_count: index(self.counts.len()),
            node: None,
        });
    }

    /// Counts a child of the innermost element.
    #[inline]
    fn count(&mut self, key: u64) -> u32 {
        let first = self.open.last().map_or(0, |element| element.first_count as usize);
        let counts = &mut self.counts[first..];
        if counts.len() <= MANY {
            // Children mostly stand in the order of the schema: the name seen last is the likeliest.
            if let Some((_, count)) = counts.iter_mut().rev().find(|(known, _)| *known == key) {
                *count = count.saturating_add(1);
                return *count;
            }
        }
        if counts.len() < MANY {
            self.counts.push((key, 1));
            return 1;
        }
        self.count_many(first, key)
    }

    fn count_many(&mut self, first: usize, key: u64) -> u32 {
        let level = index(self.open.len());
        if let Some((_, count)) = self
            .index
            .get(&(level, key))
            .and_then(|&place| self.counts.get_mut(place as usize))
        {
            *count = count.saturating_add(1);
            return *count;
        }
        if self.counts.len() - first >= MOST_COUNTED {
            return 1;
        }
        self.counts.push((key, 1));
        let length = self.counts.len() - first;
        if length > MANY {
            let from = if length == MANY + 1 {
                first
            } else {
                self.counts.len() - 1
            };
            for place in from..self.counts.len() {
                self.index.insert((level, self.counts[place].0), index(place));
            }
        }
        1
    }

    /// The innermost element ends.
    #[inline]
    pub fn leave(&mut self) {
        let level = index(self.open.len());
        let Some(element) = self.open.pop() else { return };
        let first = element.first_count as usize;
        if self.counts.len() - first > MANY {
            for (key, _) in &self.counts[first..] {
                self.index.remove(&(level, *key));
            }
        }
        self.counts.truncate(first);
        if element.name.known == NameId::UNKNOWN {
            self.unknown.truncate(element.name.text.0 as usize);
        }
    }

    /// How many siblings of its name the innermost element closes: 1 for the first. 0 where none is open.
    pub fn occurrence(&self) -> u32 {
        self.open.last().map_or(0, |element| element.occurrence)
    }

    /// The innermost element: the id of its name, its name as steps of paths show it where the schema does not know it, and
    /// how many siblings of its name it closes.
    pub fn innermost(&self) -> Option<(NameId, &str, u32)> {
        let element = self.open.last()?;
        Some((
            element.name.known,
            text_of(element.name, &self.unknown),
            element.occurrence,
        ))
    }

    /// The path of the innermost element as text.
    pub fn describe(&self, names: &Names) -> String {
        let mut path = String::new();
        for element in &self.open {
            push_step(element.name, element.occurrence, names, &self.unknown, &mut path);
        }
        path
    }

    /// Keeps the path of the innermost element, or of an attribute of it. Of very many kept paths the last ones end at an
    /// ancestor, so that they take no more than a few megabytes.
    pub fn keep(&mut self, attribute: Option<NameId>) -> KeptPath {
        let mut parent = None;
        for element in &mut self.open {
            let node = match element.node {
                Some(node) => node,
                None if self.nodes.steps.len() >= MOST_KEPT => return KeptPath(parent.unwrap_or(u32::MAX)),
                None => self.nodes.push(parent, element.name, element.occurrence, &self.unknown),
            };
            element.node = Some(node);
            parent = Some(node);
        }
        if let Some(known) = attribute
            && self.nodes.steps.len() < MOST_KEPT
        {
            let name = StepName { known, text: (0, 0) };
            parent = Some(self.nodes.push(parent, name, 0, ""));
        }
        KeptPath(parent.unwrap_or(u32::MAX))
    }

    /// A kept path as text.
    pub fn describe_kept(&self, node: KeptPath, names: &Names) -> String {
        let mut steps = Vec::new();
        let mut next = Some(node.0);
        while let Some(node) = next.and_then(|place| self.nodes.steps.get(place as usize)) {
            steps.push(node);
            next = node.parent;
        }
        let mut path = String::new();
        for node in steps.iter().rev() {
            push_step(node.name, node.occurrence, names, &self.nodes.unknown, &mut path);
        }
        path
    }
}

impl Nodes {
    fn push(&mut self, parent: Option<u32>, mut name: StepName, occurrence: u32, unknown: &str) -> u32 {
        if name.known == NameId::UNKNOWN {
            let text = text_of(name, unknown);
            let start = index(self.unknown.len());
            self.unknown.push_str(text);
            name.text = (start, index(self.unknown.len()));
        }
        self.steps.push(Node {
            parent,
            name,
            occurrence,
        });
        index(self.steps.len() - 1)
    }
}

fn text_of(name: StepName, unknown: &str) -> &str {
    unknown
        .get(name.text.0 as usize..name.text.1 as usize)
        .unwrap_or_default()
}

fn push_expanded(uri: &str, local: &str, out: &mut String) -> (u32, u32) {
    let start = index(out.len());
    if !uri.is_empty() {
        out.push_str("Q{");
        push_short(uri, out);
        out.push('}');
    }
    push_short(local, out);
    (start, index(out.len()))
}

/// Adds a text on one line, cut where a document makes it very long: paths are kept and written.
fn push_short(text: &str, out: &mut String) {
    const LONGEST: usize = 200;
    let end = text.char_indices().nth(LONGEST).map_or(text.len(), |(end, _)| end);
    if text[..end].contains(char::is_control) {
        out.extend(text[..end].chars().map(shown));
    } else {
        out.push_str(&text[..end]);
    }
    if end < text.len() {
        out.push('…');
    }
}

/// The step of an attribute that the schema may not know.
pub fn attribute_step(uri: &str, local: &str) -> String {
    let mut step = "/@".to_owned();
    push_expanded(uri, local, &mut step);
    step
}

fn push_step(name: StepName, occurrence: u32, names: &Names, unknown: &str, path: &mut String) {
    if occurrence == 0 {
        path.push_str("/@");
        path.push_str(&expanded(name, names, unknown));
    } else {
        push_element_step(&expanded(name, names, unknown), occurrence, path);
    }
}

fn expanded<'n>(name: StepName, names: &Names, unknown: &'n str) -> Cow<'n, str> {
    match name.known {
        NameId::UNKNOWN => Cow::Borrowed(text_of(name, unknown)),
        known => Cow::Owned(names.expanded(known)),
    }
}

/// Adds the step of an element, given its name as `Q{uri}local`.
pub fn push_element_step(expanded: &str, occurrence: u32, path: &mut String) {
    path.push('/');
    path.push_str(expanded);
    // Writing to a String cannot fail.
    let _ = write!(path, "[{occurrence}]");
}

#[cfg(test)]
mod tests {
    use super::*;
    use xsozial_schema::NamespaceId;

    #[test]
    fn siblings_of_one_name_are_counted() {
        let mut names = Names::new();
        let namespace = names.intern_namespace("urn:a");
        let [a, b] = ["a", "b"].map(|local| names.intern(namespace, local));
        let plain = names.intern(NamespaceId::NONE, "plain");
        let mut path = Path::new();
        path.enter(a);
        for _ in 0..3 {
            path.enter(b);
            path.enter(plain);
            path.leave();
            path.leave();
            path.enter_unknown("urn:x", "b");
            path.leave();
        }
        path.enter_unknown("urn:x", "b");
        assert_eq!(path.describe(&names), "/Q{urn:a}a[1]/Q{urn:x}b[4]");
        path.leave();
        path.enter(b);
        path.enter(plain);
        assert_eq!(path.describe(&names), "/Q{urn:a}a[1]/Q{urn:a}b[4]/plain[1]");
    }

    #[test]
    fn a_namespace_with_line_ends_stays_on_one_line() {
        let mut path = Path::new();
        path.enter_unknown("urn:\nx\u{9B}", "a");
        assert_eq!(path.describe(&Names::new()), "/Q{urn:\u{FFFD}x\u{FFFD}}a[1]");
    }

    #[test]
    fn many_names_are_counted_like_few() {
        let names = Names::new();
        let mut path = Path::new();
        path.enter_unknown("", "root");
        for _ in 0..3 {
            for number in 0..100 {
                path.enter_unknown("", &format!("n{number}"));
                path.enter_unknown("", "inner");
                path.leave();
                path.leave();
            }
        }
        path.enter_unknown("", "n7");
        assert_eq!(path.describe(&names), "/root[1]/n7[4]");
        path.leave();
        path.leave();
        assert!(path.index.is_empty() && path.unknown.is_empty());
    }

    #[test]
    fn kept_paths_outlive_their_elements() {
        let names = Names::new();
        let mut path = Path::new();
        path.enter_unknown("", "root");
        path.enter_unknown("urn:x", "child");
        let kept = path.keep(None);
        let attribute = path.keep(Some(NameId::XSI_TYPE));
        path.leave();
        path.leave();
        assert_eq!(path.describe_kept(kept, &names), "/root[1]/Q{urn:x}child[1]");
        assert!(
            path.describe_kept(attribute, &names)
                .ends_with("/child[1]/@Q{http://www.w3.org/2001/XMLSchema-instance}type")
                || path.describe_kept(attribute, &names).contains("child[1]/@Q{")
        );
        assert_eq!(path.nodes.steps.len(), 3);
    }
}
