//! Copies of elements, whose IDs must differ from those of the original.

use super::{
    attempt::Place,
    document::NodeId,
    edit::{Edit, apply},
};
use xsozial_schema::{check::IdKind, schema::SimpleTypeId};

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
            let edits: Vec<Edit> = ids
                .iter()
                .map(|edit| {
                    let range = edit.range.start - start..edit.range.end - start;
                    Edit::replace(range, format!("{}-{number}", edit.text))
                })
                .collect();
            apply(original, &edits)
        })
        .collect()
}

/// The IDs that an element and what it holds are given, with their places.
fn ids_within(place: Place<'_>) -> Vec<Edit> {
    let mut ids = Vec::new();
    let mut open: Vec<NodeId> = vec![place.id];
    while let Some(id) = open.pop() {
        ids.extend(ids_of(place.at(id)));
        open.extend(&place.document.node(id).children);
    }
    ids
}

fn ids_of(place: Place<'_>) -> Vec<Edit> {
    let gives_id = |simple_type: SimpleTypeId| place.schema.id_kind(simple_type) == IdKind::Id;
    let node = place.node();
    let uses = place.complex_type().map_or(&[][..], |known| &known.attributes);
    let attributes = uses.iter().filter(|known| gives_id(known.simple_type));
    let mut ids: Vec<Edit> = attributes
        .filter_map(|known| node.attribute(known.name))
        .map(|attribute| Edit::replace(attribute.value_range.clone(), attribute.value.trim()))
        .collect();
    if place.value_type().is_some_and(gives_id) && !node.value.is_empty() {
        let filled = node.tag.fill(&place.document.text, "");
        ids.push(Edit::replace(filled.range, node.value.trim()));
    }
    ids
}

/// The IDs of a document.
pub(super) fn all_ids(place: Place<'_>) -> Vec<String> {
    let nodes = 0..place.document.nodes.len();
    nodes.flat_map(|id| ids_of(place.at(id))).map(|edit| edit.text).collect()
}
