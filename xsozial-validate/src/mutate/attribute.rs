//! Breaking attribute uses: missing and unknown attributes, and setting their values.

use super::{
    attempt::{Attempt, Place, unknown_name},
    document::step_to,
    edit::{Edit, escaped},
};
use xsozial_model::xml::attribute_step;
use xsozial_schema::{Code, names::XML_NAMESPACE, schema::AttributeUse};

/// The attribute goes.
pub(super) fn missing(place: Place<'_>, number: u32) -> Option<Attempt> {
    let known = place.attribute_use(number)?;
    let edit = removed(place, known)?;
    Some(Attempt::one(edit, Code::AttributeMissing, place.path()))
}

/// An attribute comes that the schema does not know.
pub(super) fn unknown(place: Place<'_>) -> Attempt {
    let name = unknown_name(place.schema);
    let edit = place.node().tag.add_attribute(&format!("{name}=\"1\""));
    Attempt::one(
        edit,
        Code::AttributeUnexpected,
        place.path() + &attribute_step("", &name),
    )
}

/// Removes an attribute with the white space before it.
pub(super) fn removed(place: Place<'_>, known: &AttributeUse) -> Option<Edit> {
    let range = place.node().attribute(known.name)?.range.clone();
    let before = place.document.text.get(..range.start)?.trim_end().len();
    Some(Edit::remove(before..range.end))
}

/// Gives an attribute a value, whether it is there or not.
pub(super) fn set(place: Place<'_>, known: &AttributeUse, value: &str) -> Edit {
    let (names, value) = (&place.schema.names, escaped(value));
    if let Some(attribute) = place.node().attribute(known.name) {
        return Edit::replace(attribute.value_range.clone(), value);
    }
    let local = names.local(known.name);
    let attribute = match names.uri(names.namespace_of(known.name)) {
        "" => format!("{local}=\"{value}\""),
        XML_NAMESPACE => format!("xml:{local}=\"{value}\""),
        uri => format!("xmlns:mutant=\"{}\" mutant:{local}=\"{value}\"", escaped(uri)),
    };
    place.node().tag.add_attribute(&attribute)
}

/// The path of an attribute.
pub(super) fn path(place: Place<'_>, known: &AttributeUse) -> String {
    place.path() + &step_to(&place.schema.names, known.name)
}
