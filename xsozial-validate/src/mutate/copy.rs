//! Copies of elements, whose IDs must differ from those of the original.

use super::{
    attempt::Place,
    document::NodeId,
    edit::{Edit, apply},
    values::Holder,
};
use std::ops::Range;
use xsozial_schema::{
    check::IdKind,
    schema::{AttributeUse, SimpleTypeId},
};

/// An ID that a document gives.
pub(super) struct Given<'d> {
    pub(super) id: &'d str,
    pub(super) holder: Holder<'d>,
    /// Where the value stands in the text.
    pub(super) range: Range<usize>,
}

/// So many copies of an element, one behind the other.
pub(super) fn copies(place: Place<'_>, count: usize) -> String {
    let ids = ids_within(place);
    let original = place.document.text_of(place.id);
    if ids.is_empty() {
        return original.repeat(count);
    }
    let start = place.node().range.start;
    (1..=count)
        .map(|number| {
            let renamed = ids.iter().map(|given| {
                let range = given.range.start - start..given.range.end - start;
                Edit::replace(range, format!("{}-{number}", given.id))
            });
            apply(original, &renamed.collect::<Vec<_>>())
        })
        .collect()
}

/// The IDs that an element and what it holds are given.
fn ids_within(place: Place<'_>) -> Vec<Given<'_>> {
    let mut ids = Vec::new();
    let mut open: Vec<NodeId> = vec![place.id];
    while let Some(id) = open.pop() {
        ids.extend(ids_of(place.at(id)));
        open.extend(&place.document.node(id).children);
    }
    ids
}

/// The IDs of a document, in its order.
pub(super) fn all_ids(place: Place<'_>) -> Vec<Given<'_>> {
    let nodes = 0..place.document.nodes.len();
    let mut ids: Vec<Given<'_>> = nodes.flat_map(|id| ids_of(place.at(id))).collect();
    ids.sort_by_key(|given| given.range.start);
    ids
}

fn ids_of(place: Place<'_>) -> Vec<Given<'_>> {
    let gives_id = |simple_type: SimpleTypeId| place.schema.id_kind(simple_type) == IdKind::Id;
    let node = place.node();
    let uses = place.complex_type().map_or(&[][..], |known| &known.attributes);
    let of_attribute = |known| {
        let known: &AttributeUse = known;
        let attribute = node.attribute(known.name).filter(|_| gives_id(known.simple_type))?;
        Some(Given {
            id: attribute.value.trim(),
            holder: Holder::Attribute(place, known),
            range: attribute.value_range.clone(),
        })
    };
    let mut ids: Vec<Given<'_>> = uses.iter().filter_map(of_attribute).collect();
    if place.value_type().is_some_and(gives_id) && !node.value.is_empty() {
        ids.push(Given {
            id: node.value.trim(),
            holder: Holder::Element(place),
            range: node.tag.fill(&place.document.text, "").range,
        });
    }
    ids
}
