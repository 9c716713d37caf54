//! Breaking content models: elements missing, surplus, swapped, unknown.

use super::{
    attempt::{Attempt, Place, unknown_name},
    document::{NodeId, step},
    edit::Edit,
    particle::{is_choice, occurrence_of},
    rule::Kind,
};
use std::ops::Range;
use xsozial_schema::{
    Code, NameId, NamespaceId,
    content::Cursor,
    schema::{ElementContent, LeafTerm},
};

/// Most copies of an element that are put in.
const MOST_COPIES: usize = 4_000;
/// Most bytes of such copies.
const MOST_BYTES: usize = 8 << 20;
/// So many copies more than the particle allows are tried, where its group may be repeated.
const MORE_COPIES: usize = 64;
/// Runs of a leaf that are looked at in one element.
const RUNS: usize = 3;

/// A child as the content model sees it.
#[derive(Clone)]
struct Child {
    name: NameId,
    namespace: NamespaceId,
    expanded: String,
}

/// An element whose content is changed.
struct Parent<'d> {
    place: Place<'d>,
    content: &'d ElementContent,
    children: Vec<Child>,
}

/// Ways to break a rule about the children that match a leaf.
pub(super) fn attempts(place: Place<'_>, kind: Kind, leaf: u32) -> Vec<Attempt> {
    let Some(content) = place.node().content(place.schema) else {
        return Vec::new();
    };
    let children = place.node().children.iter().map(|&id| child(place, id)).collect();
    let parent = Parent {
        place,
        content,
        children,
    };
    let runs = parent.runs(leaf).into_iter().take(RUNS);
    runs.filter_map(|run| match kind {
        Kind::ElementMissing => Some(parent.without(run, leaf)?),
        Kind::ElementSurplus => Some(parent.with_copies(run, leaf)?),
        Kind::ElementOrder => parent.swapped(&run),
        Kind::ElementUnknown => Some(parent.with_unknown(run.start)?),
        Kind::ElementAbstract => parent.with_head(run.start, leaf),
        _ => None,
    })
    .collect()
}

/// Ways to break what an element holds as a whole.
pub(super) fn filling(place: Place<'_>, kind: Kind) -> Option<Attempt> {
    let (node, text) = (place.node(), &place.document.text);
    if node.is_nil {
        return None;
    }
    let words = match node.children.first() {
        Some(&first) => Edit::insert(place.document.node(first).range.start, "Text"),
        None => node.tag.append(text, "Text"),
    };
    match kind {
        Kind::TextAmongElements => Some(Attempt::one(words, Code::TextUnexpected, place.path())),
        Kind::ContentInEmpty => Some(Attempt::one(words, Code::ContentUnexpected, place.path())),
        Kind::ElementInValue => {
            let name = unknown_name(place.schema);
            let edit = node.tag.append(text, &format!("<{name} xmlns=\"\"/>"));
            let path = place.path() + &step(&name, 1);
            Some(Attempt::one(edit, Code::ChildUnexpected, path))
        }
        _ => None,
    }
}

fn child(place: Place<'_>, id: NodeId) -> Child {
    let node = place.document.node(id);
    Child {
        name: node.name,
        namespace: node.namespace,
        expanded: node.expanded.clone(),
    }
}

impl Parent<'_> {
    /// The children that match a leaf, those in a row together.
    fn runs(&self, leaf: u32) -> Vec<Range<usize>> {
        let mut runs: Vec<Range<usize>> = Vec::new();
        for (index, &id) in self.place.node().children.iter().enumerate() {
            if self.place.document.node(id).leaf != Some(leaf) {
                continue;
            }
            match runs.last_mut() {
                Some(run) if run.end == index => run.end += 1,
                _ => runs.push(index..index + 1),
            }
        }
        runs
    }

    fn bytes(&self, index: usize) -> Range<usize> {
        let id = self.place.node().children[index];
        self.place.document.node(id).range.clone()
    }

    fn text(&self, index: usize) -> &str {
        self.place.document.text_of(self.place.node().children[index])
    }

    /// As many fewer as are needed for one to be missing.
    fn without(&self, run: Range<usize>, leaf: u32) -> Option<Attempt> {
        let fewest = occurrence_of(self.content, leaf)?.min.max(1) as usize;
        let first = run.end.checked_sub(run.len().checked_sub(fewest)? + 1)?;
        let mut gone = first..run.end;
        let mut children = self.children.clone();
        children.drain(gone.clone());
        // In a choice that may be repeated another branch does as well: then all of them must go.
        if self.expectation(&children).is_none() && is_choice(self.content) {
            children.clear();
            gone = 0..self.children.len();
        }
        let edits = gone.map(|index| Edit::remove(self.bytes(index)));
        Some(Attempt::new(edits.collect(), self.expectation(&children)?))
    }

    /// As many copies of the last one as are needed for one to be too many.
    fn with_copies(&self, run: Range<usize>, leaf: u32) -> Option<Attempt> {
        let most = occurrence_of(self.content, leaf)?.max? as usize;
        let last = run.end.checked_sub(1)?;
        let fewest = (most + 1).checked_sub(run.len())?.max(1);
        let size = self.bytes(last).len();
        for count in fewest..fewest + MORE_COPIES {
            if count > MOST_COPIES || count * size > MOST_BYTES {
                return None;
            }
            let mut children = self.children.clone();
            children.splice(run.end..run.end, vec![self.children[last].clone(); count]);
            if let Some(expected) = self.expectation(&children) {
                let copies = super::copy::copies(self.place.at(self.place.node().children[last]), count);
                return Some(Attempt::new(vec![Edit::insert(self.bytes(last).end, copies)], expected));
            }
        }
        None
    }

    /// The last of the run and its neighbour behind it change places, or the first and the one before it.
    fn swapped(&self, run: &Range<usize>) -> Option<Attempt> {
        let behind = (run.end < self.children.len()).then(|| (run.end - 1, run.end));
        let before = run.start.checked_sub(1).map(|before| (before, run.start));
        [behind, before].into_iter().flatten().find_map(|(first, second)| {
            let mut children = self.children.clone();
            children.swap(first, second);
            let expected = self.expectation(&children)?;
            let edits = vec![
                Edit::replace(self.bytes(first), self.text(second)),
                Edit::replace(self.bytes(second), self.text(first)),
            ];
            Some(Attempt::new(edits, expected))
        })
    }

    fn with_unknown(&self, index: usize) -> Option<Attempt> {
        let name = unknown_name(self.place.schema);
        let mut children = self.children.clone();
        let unknown = Child {
            name: NameId::UNKNOWN,
            namespace: NamespaceId::NONE,
            expanded: name.clone(),
        };
        children.insert(index, unknown);
        let edit = Edit::insert(self.bytes(index).start, format!("<{name} xmlns=\"\"/>"));
        Some(Attempt::new(vec![edit], self.expectation(&children)?))
    }

    /// The abstract head of a substitution group stands where one of its members stood.
    fn with_head(&self, index: usize, leaf: u32) -> Option<Attempt> {
        let schema = self.place.schema;
        let LeafTerm::Element(head) = self.content.leaves.get(leaf as usize)?.term else {
            return None;
        };
        let head = schema.element(head).name;
        let uri = schema.names.uri(schema.names.namespace_of(head));
        let local = schema.names.local(head);
        let tag = &self.place.document.node(self.place.node().children[index]).tag;
        let name = if uri.is_empty() {
            local.to_owned()
        } else {
            format!("abstrakt:{local}")
        };
        let mut edits: Vec<Edit> = tag.names().map(|range| Edit::replace(range, name.clone())).collect();
        if !uri.is_empty() {
            edits.push(tag.add_attribute(&format!("xmlns:abstrakt=\"{}\"", super::edit::escaped(uri))));
        }
        let path = self.place.path() + &step(&schema.names.expanded(head), 1);
        Some(Attempt::new(edits, vec![(Code::ElementAbstract, path)]))
    }

    /// The findings that these children may give; `None`: they fit the content model.
    fn expectation(&self, children: &[Child]) -> Option<Vec<(Code, String)>> {
        let mut cursor = Cursor::default();
        let automaton = &self.content.automaton;
        let wildcards = &self.place.schema.wildcards;
        let path = self.place.path();
        let refused = children.iter().position(|child| {
            automaton
                .step(&mut cursor, child.name, child.namespace, wildcards)
                .is_none()
        });
        let Some(refused) = refused else {
            return (!automaton.may_end(cursor)).then(|| vec![(Code::ElementMissing, path)]);
        };
        let name = &children[refused].expanded;
        let before = children[..refused]
            .iter()
            .filter(|child| child.expanded == *name)
            .count();
        let occurrence = u32::try_from(before).unwrap_or(u32::MAX).saturating_add(1);
        let unexpected = format!("{path}{}", step(name, occurrence));
        Some(vec![
            (Code::ElementMissing, path),
            (Code::ElementUnexpected, unexpected),
        ])
    }
}
