//! From reached types to items, in the order of the schema.

use super::{code_list, complex, derivation::is_code, enumeration, planner::Planner, substitution, variants};
use crate::Error;
use xsozial_schema::schema::{ComplexTypeId, ElementId, SimpleTypeId, SourceLocation};

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Component {
    Complex(ComplexTypeId),
    Enumeration(SimpleTypeId),
    Substitution(ElementId),
}

/// Plans the items of all reached types.
pub(super) fn plan(planner: &mut Planner<'_>) -> Result<(), Error> {
    for (_, component) in in_schema_order(planner) {
        match component {
            Component::Enumeration(id) => enumeration::plan(planner, id)?,
            Component::Substitution(head) => substitution::plan(planner, head)?,
            Component::Complex(id) if is_code(planner.schema, id) => code_list::plan(planner, id)?,
            Component::Complex(id) => {
                complex::plan(planner, id)?;
                variants::plan(planner, id)?;
            }
        }
    }
    Ok(())
}

fn in_schema_order(planner: &Planner<'_>) -> Vec<(SourceLocation, Component)> {
    let complex = planner
        .reached
        .complex
        .keys()
        .map(|&id| (planner.schema.complex_type(id).source, Component::Complex(id)));
    let enumerations = planner
        .reached
        .enumerations
        .keys()
        .map(|&id| (planner.schema.simple_type(id).source, Component::Enumeration(id)));
    let substitutions = planner
        .reached
        .substitutions
        .iter()
        .map(|&head| (planner.schema.element(head).source, Component::Substitution(head)));
    let mut components: Vec<_> = complex.chain(enumerations).chain(substitutions).collect();
    components.sort();
    components
}
