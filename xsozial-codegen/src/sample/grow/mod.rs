//! Grows the tree of a document from its root.

mod attributes;
mod content;
mod element;
mod wildcard;

use super::{
    SampleError, Size,
    identity::FieldNames,
    lists::{ListedCode, Lists},
    random::Random,
    references::Reference,
    tree::{NodeId, Slot, Text, Tree},
    value::{Kind, Values, Wish},
    variants::Variants,
    weight::Weights,
};
use std::collections::{BTreeMap, BTreeSet};
use xsozial_schema::{
    Schema,
    check::IdKind,
    schema::{ComplexTypeId, ElementId, SimpleTypeId, SourceLocation},
};

/// Deepest nesting of elements; readers refuse more than 256.
const DEPTH_LIMIT: usize = 250;
/// Most elements of a document, whatever the schema demands.
pub(super) const ELEMENT_LIMIT: usize = 500_000;
/// From this many elements on only what is mandatory is added.
const FULL_BUDGET: usize = 20_000;
const RANDOM_BUDGET: usize = 1_500;
/// From this nesting on a random document adds only what is mandatory.
const RANDOM_DEPTH: usize = 24;

/// What of the parts that refer to each other goes into a document beyond what is mandatory.
#[derive(Clone, Copy, Debug)]
pub(super) struct Policy {
    /// Every optional ID is given out, so that references find one.
    pub(super) all_ids: bool,
    /// Optional references to IDs and keys are left out.
    pub(super) no_references: bool,
}

/// What growing needs to know; it is the same for all documents of a schema.
#[derive(Clone, Copy)]
pub(super) struct Ground<'g> {
    pub(super) schema: &'g Schema,
    pub(super) values: Values<'g>,
    pub(super) variants: &'g Variants,
    pub(super) weights: &'g Weights,
    pub(super) lists: &'g Lists,
    pub(super) field_names: &'g FieldNames,
}

/// A tree whose references do not refer to anything yet.
pub(super) struct Grown {
    pub(super) tree: Tree,
    pub(super) ids: BTreeSet<String>,
    pub(super) references: Vec<Reference>,
}

/// Grows a document.
pub(super) fn grow(
    ground: Ground<'_>,
    root: ElementId,
    (size, seed, policy): (Size, u64, Policy),
    random: &mut Random,
) -> Result<Grown, SampleError> {
    let mut growth = Growth {
        ground,
        random,
        policy,
        seed: usize::try_from(seed % 1_000_003).unwrap_or(0),
        tree: Tree::default(),
        filled: BTreeSet::new(),
        turns: BTreeMap::new(),
        ids: BTreeSet::new(),
        references: Vec::new(),
        depth: 0,
    };
    growth.element(root, None, size, None)?;
    Ok(Grown {
        tree: growth.tree,
        ids: growth.ids,
        references: growth.references,
    })
}

/// A document that grows.
struct Growth<'g, 'r> {
    ground: Ground<'g>,
    random: &'r mut Random,
    policy: Policy,
    /// Which variant a full document shows first.
    seed: usize,
    tree: Tree,
    /// Types that a full document has shown in full.
    filled: BTreeSet<ComplexTypeId>,
    /// How often a variant of an element or wildcard was chosen.
    turns: BTreeMap<Turn, usize>,
    ids: BTreeSet<String>,
    references: Vec<Reference>,
    depth: usize,
}

/// What full documents show in turns.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Turn {
    Member(ElementId),
    Type(ElementId),
    /// A wildcard, told by where it stands.
    Wildcard(SourceLocation),
}

impl Growth<'_, '_> {
    /// The turn of something in a full document, which begins with the seed.
    fn turn(&mut self, of: Turn) -> usize {
        let turn = self.turns.entry(of).or_insert(self.seed);
        *turn += 1;
        *turn - 1
    }

    /// Whether an optional part is there.
    fn takes_optional(&mut self, size: Size) -> bool {
        match size {
            Size::Minimal => false,
            Size::Full => true,
            // The deeper, the less: documents shall end.
            Size::Random => {
                let percent = 70_usize.saturating_sub(self.depth * 3).max(10);
                self.random.chance(percent)
            }
        }
    }

    /// A value for an element or attribute of this name.
    fn value(
        &mut self,
        id: SimpleTypeId,
        local: &str,
        (size, slot): (Size, Slot),
        code: Option<&ListedCode>,
        source: SourceLocation,
    ) -> Result<Text, SampleError> {
        let Ground { schema, values, .. } = self.ground;
        let wish = Wish::new(Kind::of(local), size);
        let text = match schema.id_kind(id) {
            IdKind::Id | IdKind::Items => {
                let found = values.find(id, &wish.other_than(&self.ids), self.random);
                found.inspect(|text| {
                    self.ids.insert(text.clone());
                })
            }
            IdKind::Reference => {
                self.references.push(Reference { slot, simple_type: id });
                Some(String::new())
            }
            IdKind::None => {
                let listed = code.and_then(|code| code.part(local));
                let listed = listed.and_then(|text| values.take(id, text, &wish));
                listed.or_else(|| values.find(id, &wish, self.random))
            }
        };
        let text = text.ok_or_else(|| super::explain::no_value(schema, id, source))?;
        Ok(Text {
            simple_type: Some(id),
            content: text,
            is_fixed: false,
        })
    }

    fn too_large(&self, source: SourceLocation) -> SampleError {
        SampleError::TooLarge {
            place: self.ground.schema.describe_source(source),
        }
    }

    /// Whether the document has become so large that only mandatory parts are added.
    fn is_over_budget(&self, size: Size) -> bool {
        match size {
            Size::Minimal => false,
            Size::Full => self.tree.nodes.len() > FULL_BUDGET,
            Size::Random => self.tree.nodes.len() > RANDOM_BUDGET || self.depth > RANDOM_DEPTH,
        }
    }
}

/// The place of an element's own text.
fn text_slot(node: NodeId) -> Slot {
    Slot { node, attribute: None }
}
