//! Enums of the elements that may stand where a content model names the head of a substitution group.

use super::{
    data::{Cardinality, Docs, Field, FieldSource, Item, Substitution},
    planner::Planner,
};
use crate::{
    Error,
    naming::{Scope, type_name},
};
use xsozial_schema::{Schema, schema::ElementId};

/// The elements that a document can hold where a content model names this one, in the order of the schema. Empty when it is
/// the head of no group.
pub(super) fn members(schema: &Schema, head: ElementId) -> Vec<ElementId> {
    let declaration = schema.element(head);
    if declaration.substitutes.is_empty() {
        return Vec::new();
    }
    let itself = (!declaration.is_abstract).then_some(head);
    let mut members: Vec<ElementId> = declaration.substitutes.iter().copied().chain(itself).collect();
    // Global elements are numbered in the order of the documents; a folder's documents come in no special order.
    members.sort_by_key(|&id| (schema.element(id).source, id));
    members
}

/// Plans the enum of a head and its members: one for the head, however many content models name it.
pub(super) fn plan(planner: &mut Planner<'_>, head: ElementId) -> Result<(), Error> {
    let Some(path) = planner.names.substitution(head).cloned() else {
        return Ok(());
    };
    let schema = planner.schema;
    let mut scope = Scope::default();
    let branches = members(schema, head)
        .into_iter()
        .map(|member| {
            let element = schema.element(member);
            let local = schema.names.local(element.name);
            Ok(Field {
                name: scope.claim(&type_name(local)),
                json_name: Some(local.to_owned()),
                docs: planner.element_docs(element),
                value_type: planner.element_type(member)?,
                cardinality: Cardinality::One,
                boxed: false,
                source: FieldSource::Element(0, member),
            })
        })
        .collect::<Result<Vec<_>, Error>>()?;
    let substitution = Substitution {
        name: path.name,
        docs: Docs {
            remark: Some(format!(
                "Ein Element der Ersetzungsgruppe von `{}`.",
                schema.names.prefixed(schema.element(head).name)
            )),
            ..Docs::default()
        },
        branches,
    };
    planner.add(&path.module, Item::Substitution(substitution));
    Ok(())
}
