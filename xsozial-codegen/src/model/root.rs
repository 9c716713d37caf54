//! Documents: one variant for each global element.

use super::{
    data::{Item, Root, Wrapper},
    namespaces,
    planner::Planner,
};
use crate::{
    Error,
    naming::{Scope, type_name},
};
use xsozial_schema::schema::{ElementId, TypeRef};

/// Plans the variants of `Document`, and the structs around content that several elements share.
pub(super) fn plan(planner: &mut Planner<'_>) -> Result<Vec<Root>, Error> {
    let mut scope = Scope::default();
    let roots = planner.reached.roots.clone();
    roots
        .into_iter()
        .map(|element| {
            let declaration = planner.schema.element(element);
            Ok(Root {
                name: scope.claim(&type_name(planner.schema.readable_name(declaration.name))),
                xml_name: planner.schema.names.prefixed(declaration.name),
                element,
                path: path(planner, element)?,
                namespaces: namespaces::of_root(planner.schema, element),
                json_name: planner.schema.names.local(declaration.name).to_owned(),
            })
        })
        .collect()
}

fn path(planner: &mut Planner<'_>, id: ElementId) -> Result<super::TypePath, Error> {
    let element = planner.schema.element(id);
    let Some(path) = planner.names.wrapper(id).cloned() else {
        return match element.type_ref {
            TypeRef::Complex(complex) => planner.complex_path(complex),
            TypeRef::Simple(_) => Err(planner.internal("a global element has no wrapper", element.source)),
        };
    };
    let wrapper = Wrapper {
        name: path.name.clone(),
        docs: planner.element_docs(element),
        value_type: planner.element_type(id)?,
        boxed: false,
    };
    planner.add(&path.module, Item::Wrapper(wrapper));
    Ok(path)
}
