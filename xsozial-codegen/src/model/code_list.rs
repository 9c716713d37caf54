//! Code types: an alias and a marker each.

use super::{
    data::{CodeAlias, CodeConstant, CodeList, Item},
    planner::Planner,
};
use crate::{
    Error,
    codelists::MOST_CONSTANTS,
    naming::{Scope, constant_name},
};
use xsozial_schema::schema::{CodeBinding, ComplexType, ComplexTypeId, Content, LeafTerm, TypeRef};

/// Plans a code type.
pub(super) fn plan(planner: &mut Planner<'_>, id: ComplexTypeId) -> Result<(), Error> {
    let path = planner.complex_path(id)?;
    let complex_type = planner.schema.complex_type(id);
    let Some(binding) = &complex_type.code else {
        return Err(planner.internal("a code type has no code list", complex_type.source));
    };
    let alias = CodeAlias {
        name: path.name.clone(),
        docs: planner.docs(
            &complex_type.annotation,
            &planner.schema.type_name(TypeRef::Complex(id)),
        ),
    };
    let code_list = CodeList {
        name: path.name,
        complex_type: id,
        typ: binding.typ,
        title: binding.name.clone(),
        list_uri: binding.list_uri.clone(),
        list_version: binding.list_version.clone(),
        constants: constants(planner, complex_type, binding),
    };
    planner.add(&path.module, Item::Code(alias));
    planner.add_code_list(&path.module, code_list);
    Ok(())
}

/// The codes of a short list: from the schema, else from the code list at hand.
fn constants(planner: &Planner<'_>, complex_type: &ComplexType, binding: &CodeBinding) -> Vec<CodeConstant> {
    let mut codes = enumerated_codes(planner, complex_type);
    if codes.is_empty() {
        codes = planner.codelists.entries(binding);
    }
    if codes.len() > MOST_CONSTANTS {
        return Vec::new();
    }
    let mut scope = Scope::default();
    codes
        .into_iter()
        .map(|(code, description)| {
            let wanted = if description.is_empty() { &code } else { &description };
            CodeConstant {
                name: scope.claim(&constant_name(wanted)),
                code,
                description,
            }
        })
        .collect()
}

fn enumerated_codes(planner: &Planner<'_>, complex_type: &ComplexType) -> Vec<(String, String)> {
    let Content::Elements(content) = &complex_type.content else {
        return Vec::new();
    };
    let Some(LeafTerm::Element(code)) = content.leaves.first().map(|leaf| leaf.term) else {
        return Vec::new();
    };
    let TypeRef::Simple(simple_type) = planner.schema.element(code).type_ref else {
        return Vec::new();
    };
    let values = &planner.schema.facets(simple_type).enumeration;
    values
        .iter()
        .map(|value| (value.text.clone(), value.meaning().unwrap_or_default()))
        .collect()
}
