//! Enums for enumerations.

use super::{
    data::{Docs, Enumeration, EnumerationVariant, Item},
    planner::Planner,
    reach::Holder,
};
use crate::{
    Error,
    naming::{Scope, variant_of_value},
};
use xsozial_schema::schema::{SimpleTypeId, TypeRef};

/// Plans the enum of an enumeration.
pub(super) fn plan(planner: &mut Planner<'_>, id: SimpleTypeId) -> Result<(), Error> {
    let simple_type = planner.schema.simple_type(id);
    let Some(path) = planner.names.enumeration(id).cloned() else {
        return Err(planner.internal("an enumeration has no name", simple_type.source));
    };
    let mut scope = Scope::default();
    let variants = simple_type.facets.enumeration.iter().map(|value| EnumerationVariant {
        name: scope.claim(&variant_of_value(&value.text)),
        text: value.text.clone(),
        docs: Docs {
            documentation: value.meaning().into_iter().collect(),
            xml_name: Some(value.text.clone()),
            ..Docs::default()
        },
    });
    let enumeration = Enumeration {
        name: path.name,
        docs: docs(planner, id),
        variants: variants.collect(),
    };
    planner.add(&path.module, Item::Enumeration(enumeration));
    Ok(())
}

/// The documentation of an enumeration; an anonymous one says whose values it has.
fn docs(planner: &Planner<'_>, id: SimpleTypeId) -> Docs {
    let simple_type = planner.schema.simple_type(id);
    let docs = planner.docs(&simple_type.annotation, &planner.schema.type_name(TypeRef::Simple(id)));
    match planner.reached.enumerations.get(&id) {
        Some(&Holder::Member(_, name)) if simple_type.name.is_none() => Docs {
            remark: Some(format!("Werte von `{}`.", planner.schema.names.prefixed(name))),
            ..docs
        },
        Some(_) if simple_type.name.is_none() => Docs {
            remark: Some("Werte eines Elements.".to_owned()),
            ..docs
        },
        _ => docs,
    }
}
