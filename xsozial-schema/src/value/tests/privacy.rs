//! No value shows its content in debug output or errors.

use super::Scope;
use crate::value::{Builtin, Date, Value};

#[test]
fn debug_tells_the_shape_alone() {
    for (builtin, text, shape) in [
        (Builtin::String, "Musterfrau", "String(10 characters)"),
        (Builtin::Decimal, "7364.50", "Decimal(7 characters)"),
        (Builtin::Integer, "736473647364736473647364", "Integer(24 characters)"),
        (Builtin::Boolean, "true", "Boolean(..)"),
        (Builtin::Double, "7364", "Double(..)"),
        (Builtin::Date, "1987-06-05", "Date(10 characters)"),
        (Builtin::DateTime, "1987-06-05T04:03:02", "DateTime(19 characters)"),
        (Builtin::Duration, "P7364D", "Duration(6 characters)"),
        (Builtin::HexBinary, "7364", "HexBinary(2 bytes)"),
        (Builtin::Base64Binary, "TWFu", "Base64Binary(3 bytes)"),
        (Builtin::QName, "p:geheim", "QName(8 characters)"),
        (Builtin::NmTokens, "a b", "List(2 items)"),
    ] {
        let value = Value::parse(builtin, text, &Scope).unwrap();
        assert_eq!(format!("{value:?}"), shape);
    }
}

#[test]
fn errors_name_the_type_and_not_the_text() {
    let error = "31.12.1987".parse::<Date>().unwrap_err();
    assert_eq!(error.builtin(), Builtin::Date);
    assert_eq!(error.to_string(), "the text does not have the form of xs:date");
}
