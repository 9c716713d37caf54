//! Enums of a type and the types derived from it by extension.

use super::{
    data::{Alternative, Docs, Item, KeptXsiType, Variants},
    derivation::{has_named_restrictions, is_code, is_instantiable},
    planner::Planner,
};
use crate::{
    Error,
    naming::{Scope, type_name},
};
use xsozial_schema::{
    Schema,
    schema::{ComplexTypeId, TypeRef},
};

/// Plans the enum of a type whose extensions may stand in for it; does nothing for other types.
pub(super) fn plan(planner: &mut Planner<'_>, base: ComplexTypeId) -> Result<(), Error> {
    let Some(path) = planner.names.variants(base).cloned() else {
        return Ok(());
    };
    let schema = planner.schema;
    let extensions = planner.reached.variants.get(&base).map_or(&[][..], Vec::as_slice);
    let types = is_instantiable(schema, base).then_some(base);
    let mut scope = Scope::default();
    let alternatives = types
        .iter()
        .chain(extensions)
        .map(|&id| {
            let path = planner.complex_path(id)?;
            Ok(Alternative {
                name: scope.claim(&type_name(&path.name)),
                xml_name: schema.type_name(TypeRef::Complex(id)),
                complex_type: id,
                path,
                is_base: id == base,
                kept_xsi_type: kept_xsi_type(schema, id),
                boxed: false,
            })
        })
        .collect::<Result<Vec<_>, Error>>()?;
    let declared = planner.complex_path(base)?;
    let variants = Variants {
        name: path.name,
        docs: Docs {
            remark: Some(format!(
                "[`{}`] oder ein davon abgeleiteter Typ, den das Dokument mit `xsi:type` nennt.",
                declared.name
            )),
            ..Docs::default()
        },
        alternatives,
    };
    planner.add(&path.module, Item::Variants(variants));
    Ok(())
}

fn kept_xsi_type(schema: &Schema, id: ComplexTypeId) -> KeptXsiType {
    match (has_named_restrictions(schema, id), is_code(schema, id)) {
        (false, _) => KeptXsiType::Nowhere,
        (true, false) => KeptXsiType::Field,
        (true, true) => KeptXsiType::Code,
    }
}
