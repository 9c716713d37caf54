//! `xs:IDREF`: each refers to an ID of the document (XML Schema part 1, section 3.15.4).

use super::{
    SampleError,
    grow::{Ground, Grown},
    random::Random,
    tree::{NodeName, Slot},
    value::{Kind, Wish},
};
use xsozial_schema::schema::{SimpleTypeId, Variety};

/// Most IDs that a list of references holds, and most that are tried for a single one.
const TRIES: usize = 200;

/// A value that refers to an ID, or to several.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reference {
    pub(super) slot: Slot,
    pub(super) simple_type: SimpleTypeId,
}

/// Gives each reference an ID of the document.
pub(super) fn resolve(ground: Ground<'_>, grown: &mut Grown, random: &mut Random) -> Result<(), SampleError> {
    let ids: Vec<&str> = grown.ids.iter().map(String::as_str).collect();
    for reference in &grown.references {
        match target(ground, reference.simple_type, &ids, random) {
            Some(text) => grown.tree.set(reference.slot, text),
            None => return Err(dangling(ground, grown, reference.slot)),
        }
    }
    Ok(())
}

fn target(ground: Ground<'_>, id: SimpleTypeId, ids: &[&str], random: &mut Random) -> Option<String> {
    if ids.is_empty() {
        return None;
    }
    let simple_type = ground.schema.simple_type(id);
    let wish = Wish::new(Kind::Plain, super::Size::Full);
    let start = random.below(ids.len());
    let mut order = ids.iter().cycle().skip(start);
    if !matches!(simple_type.variety, Variety::List(_)) {
        return order
            .take(ids.len().min(TRIES))
            .find_map(|text| ground.values.take(id, text, &wish));
    }
    let facets = &simple_type.facets;
    let exact = facets.length.as_ref().or(facets.min_length.as_ref());
    let count = exact
        .map_or(1, |facet| usize::try_from(facet.value).unwrap_or(usize::MAX))
        .clamp(1, TRIES);
    let items: Vec<&str> = order.by_ref().take(count).copied().collect();
    ground.values.take(id, &items.join(" "), &wish)
}

fn dangling(ground: Ground<'_>, grown: &Grown, slot: Slot) -> SampleError {
    let node = &grown.tree.nodes[slot.node];
    let attribute = slot.attribute.and_then(|attribute| node.attributes.get(attribute));
    let name = match (attribute, node.name) {
        (Some(attribute), _) => Some(attribute.name),
        (None, NodeName::Known(name)) => Some(name),
        (None, NodeName::MadeUp(_)) => None,
    };
    let source = node.declaration.map(|id| ground.schema.element(id).source);
    SampleError::DanglingReference {
        name: name.map_or_else(String::new, |name| ground.schema.names.prefixed(name)),
        place: source.map_or_else(String::new, |source| ground.schema.describe_source(source)),
    }
}
