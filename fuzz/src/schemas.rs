//! Small schemas of our own, which together hold every kind of rule.

use std::sync::LazyLock;
use xsozial_schema::{Schema, xsd::Sources};
use xsozial_validate::Validator;

/// Name and text of each.
pub(crate) const SCHEMAS: [(&str, &str); 6] = [
    ("schluessel.xsd", include_str!("../schemas/schluessel.xsd")),
    ("mischung.xsd", include_str!("../schemas/mischung.xsd")),
    ("ableitung.xsd", include_str!("../schemas/ableitung.xsd")),
    ("kennungen.xsd", include_str!("../schemas/kennungen.xsd")),
    ("facetten.xsd", include_str!("../schemas/facetten.xsd")),
    ("gruppen.xsd", include_str!("../schemas/gruppen.xsd")),
];

/// The validators of [`SCHEMAS`].
static VALIDATORS: LazyLock<Vec<Validator>> = LazyLock::new(|| {
    let compile = |&(name, text): &(&str, &str)| match Schema::compile(Sources::new().bytes(name, text.into())) {
        Ok(schema) => Validator::new(schema),
        Err(error) => panic!("{error}"),
    };
    SCHEMAS.iter().map(compile).collect()
});

/// The index of the schema that this byte chooses; the digits choose the schemas in their order.
pub(crate) fn index(byte: u8) -> usize {
    usize::from(byte.wrapping_sub(b'0')) % SCHEMAS.len()
}

/// The validator of a schema.
pub(crate) fn validator(index: usize) -> &'static Validator {
    &VALIDATORS[index]
}
