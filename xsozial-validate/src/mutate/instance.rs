//! Breaking what `xsi:nil` and `xsi:type` must keep.

use super::{
    attempt::{Attempt, Place},
    edit::Edit,
};
use xsozial_model::xml::attribute_step;
use xsozial_schema::{
    Code, NameId,
    names::{XS_NAMESPACE, XSI_NAMESPACE},
    schema::{DerivationSet, TypeRef},
    value::Builtin,
};

/// `xsi:nil` where it must not be.
pub(super) fn nil(place: Place<'_>) -> Option<Attempt> {
    let node = place.node();
    if node.attribute(NameId::XSI_NIL).is_some() {
        return None;
    }
    let edit = node.tag.add_attribute(&instance_attribute("nil", "true"));
    Some(Attempt::one(
        edit,
        Code::NilNotAllowed,
        place.path() + &attribute_step(XSI_NAMESPACE, "nil"),
    ))
}

/// `xsi:nil` on an element that holds something.
pub(super) fn nil_not_empty(place: Place<'_>) -> Option<Attempt> {
    let node = place.node();
    if node.is_nil || node.children.is_empty() && node.value.is_empty() {
        return None;
    }
    let edit = match node.attribute(NameId::XSI_NIL) {
        Some(attribute) => Edit::replace(attribute.value_range.clone(), "true"),
        None => node.tag.add_attribute(&instance_attribute("nil", "true")),
    };
    let path = match node.children.first() {
        Some(&first) => place.at(first).path(),
        None => place.path(),
    };
    Some(Attempt::one(edit, Code::NilNotEmpty, path))
}

/// `xsi:type` with a type that has nothing to do with the declared one.
pub(super) fn type_not_derived(place: Place<'_>) -> Option<Attempt> {
    let declared = place.element()?.type_ref;
    let is_foreign = |builtin: &&Builtin| {
        let named = TypeRef::Simple(builtin.id());
        !place.schema.is_derived(named, declared, DerivationSet::default())
    };
    let foreign = [Builtin::GMonth, Builtin::GDay, Builtin::Boolean];
    let foreign = foreign.iter().find(is_foreign)?.name();
    let node = place.node();
    let value = format!("mutant-typ:{foreign}");
    let declaration = format!("xmlns:mutant-typ=\"{XS_NAMESPACE}\"");
    let edits = match node.attribute(NameId::XSI_TYPE) {
        Some(attribute) => vec![
            node.tag.add_attribute(&declaration),
            Edit::replace(attribute.value_range.clone(), value),
        ],
        None => vec![
            node.tag
                .add_attribute(&format!("{declaration} {}", instance_attribute("type", &value))),
        ],
    };
    let path = place.path() + &attribute_step(XSI_NAMESPACE, "type");
    Some(Attempt::new(edits, vec![(Code::TypeNotDerived, path)]))
}

/// No `xsi:type` where the declared type is abstract.
pub(super) fn type_abstract(place: Place<'_>) -> Option<Attempt> {
    let range = place.node().attribute(NameId::XSI_TYPE)?.range.clone();
    let before = place.document.text.get(..range.start)?.trim_end().len();
    let edit = Edit::remove(before..range.end);
    Some(Attempt::one(edit, Code::TypeAbstract, place.path()))
}

/// An attribute of the instance namespace, with a prefix that no document uses.
fn instance_attribute(local: &str, value: &str) -> String {
    format!("xmlns:mutant-xsi=\"{XSI_NAMESPACE}\" mutant-xsi:{local}=\"{value}\"")
}
