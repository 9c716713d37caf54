//! Names in JSON: the local XML names, and for parts without one the name that serde makes of the Rust name.
//!
//! Within one object a name stands once: who comes later in the order of the schema gets a number, parts without an XML
//! name after those with one.

use super::data::{Field, Item, Plan};
use crate::naming::{Scope, serde_camel, serde_variant};

/// Gives every field, branch and root its name in JSON.
pub(super) fn assign(plan: &mut Plan) {
    for module in &mut plan.modules {
        for item in &mut module.items {
            match item {
                Item::Record(record) => name_all(&mut record.fields, serde_camel),
                Item::Choice(choice) => name_all(&mut choice.branches, serde_variant),
                Item::Mixed(mixed) => name_all(&mut mixed.branches, serde_variant),
                Item::Substitution(substitution) => name_all(&mut substitution.branches, serde_variant),
                Item::Enumeration(_) | Item::Code(_) | Item::Variants(_) | Item::Wrapper(_) => {}
            }
        }
    }
    let mut scope = Scope::default();
    for root in &mut plan.roots {
        root.json_name = scope.claim(&root.json_name);
    }
}

fn name_all(fields: &mut [Field], made_of: fn(&str) -> String) {
    let mut scope = Scope::default();
    for field in fields.iter_mut() {
        field.json_name = field.json_name.take().map(|name| scope.claim(&name));
    }
    for field in fields.iter_mut().filter(|field| field.json_name.is_none()) {
        field.json_name = Some(scope.claim(&made_of(&field.name)));
    }
}
