//! What each of the 44 built-in types accepts and refuses. A text is given after white-space handling.

use super::Scope;
use crate::value::{Builtin, Value};
use std::collections::BTreeSet;

type Row = (Builtin, &'static [&'static str], &'static [&'static str]);

const NUMBERS: &[Row] = &[
    (
        Builtin::Decimal,
        &["0", "-0", "+1.50", "1.", ".5", "00012345678901234567890.10"],
        &["", ".", "+", "-.", "1e5", "1,5", "1.2.3", " 1", "INF", "٣", "--1"],
    ),
    (
        Builtin::Integer,
        &["0", "-0", "+5", "0007", "-123456789012345678901234567890"],
        &["", "1.0", "1.", "+", "1 0", "0x1", "--1", "+-1"],
    ),
    (
        Builtin::NonPositiveInteger,
        &["0", "+0", "-1", "-99999999999999999999"],
        &["1", "+1", "-", ""],
    ),
    (Builtin::NegativeInteger, &["-1", "-01"], &["0", "-0", "1", ""]),
    (
        Builtin::NonNegativeInteger,
        &["0", "-0", "99999999999999999999"],
        &["-1", "", "-"],
    ),
    (Builtin::PositiveInteger, &["1", "+01"], &["0", "-0", "-1", ""]),
    (
        Builtin::Long,
        &["9223372036854775807", "-9223372036854775808", "+0009223372036854775807"],
        &["9223372036854775808", "-9223372036854775809", "1.0", ""],
    ),
    (
        Builtin::Int,
        &["2147483647", "-2147483648", "-0"],
        &["2147483648", "-2147483649", ""],
    ),
    (Builtin::Short, &["32767", "-32768"], &["32768", "-32769", "a"]),
    (Builtin::Byte, &["127", "-128", "+007"], &["128", "-129", "1.0"]),
    (
        Builtin::UnsignedLong,
        &["18446744073709551615", "-0"],
        &["18446744073709551616", "-1", ""],
    ),
    (Builtin::UnsignedInt, &["4294967295", "+0"], &["4294967296", "-1"]),
    (Builtin::UnsignedShort, &["65535"], &["65536", "-1"]),
    (Builtin::UnsignedByte, &["255", "-00", "+255"], &["256", "-1", "0.0"]),
    (
        Builtin::Float,
        &["1E4", "-0", "INF", "-INF", "NaN", "1e39", ".5e-3", "12."],
        &["inf", "+INF", "nan", "1e", "0x1p3", "", "1e1.5", "Infinity"],
    ),
    (
        Builtin::Double,
        &["1E400", "-1.5e+3", "INF", "NaN", "007"],
        &["-NaN", "E5", "1 e5", "1d", "++1"],
    ),
    (
        Builtin::Boolean,
        &["true", "false", "1", "0"],
        &["TRUE", "yes", "", "01", "True"],
    ),
];

const TEXTS: &[Row] = &[
    (Builtin::String, &["", " a\tb "], &[]),
    (Builtin::NormalizedString, &["", " a  b "], &[]),
    (Builtin::Token, &["", "a b"], &[]),
    (
        Builtin::Language,
        &["de", "de-DE-1996"],
        &["", "d3", "de_DE", "abcdefghi"],
    ),
    (Builtin::NmToken, &["-a", "1", "a:b", "ä.b"], &["", "a b", "a/b"]),
    (Builtin::Name, &["a", ":a", "_1", "Ä-b.c"], &["", "1a", "-a", "a b"]),
    (Builtin::NcName, &["a", "_", "straße.1"], &["", "a:b", ".a", "1"]),
    (Builtin::Id, &["a1"], &["1a", "a:b", ""]),
    (Builtin::IdRef, &["a1"], &["1a", "a:b", ""]),
    (Builtin::Entity, &["a1"], &["1a", "a:b", ""]),
    (Builtin::NmTokens, &["a", "1 -b"], &["a b/c"]),
    (Builtin::IdRefs, &["a", "a b"], &["a 1"]),
    (Builtin::Entities, &["a", "a b"], &["a:b"]),
    (
        Builtin::AnyUri,
        &["", "urn:de:x", "http://a b/ä", "../x#y", "%41"],
        &["%", "%4", "a#b#c", ":x", "1:x"],
    ),
    (
        Builtin::QName,
        &["a", "p:a", "xml:lang"],
        &["q:a", ":a", "p:", "p:a:b", "", "p:1"],
    ),
    (Builtin::Notation, &["a", "p:a"], &["q:a", ""]),
    (Builtin::HexBinary, &["", "0aFF"], &["0", "0g", "0a ff"]),
    (
        Builtin::Base64Binary,
        &["", "TQ==", "TW E=", "TWFu"],
        &["TQ", "TR==", "TQ=", "T===", "TWF-", "=TQ="],
    ),
];

const TIMES: &[Row] = &[
    (
        Builtin::Date,
        &[
            "2024-02-29",
            "2000-02-29Z",
            "-0004-02-29",
            "12345-01-01+14:00",
            "0001-12-31-13:59",
        ],
        &[
            "2023-02-29",
            "1900-02-29",
            "0000-01-01",
            "-0000-01-01",
            "2024-13-01",
            "2024-00-01",
            "2024-04-31",
            "2024-01-00",
            "24-01-01",
            "02024-01-01",
            "+2024-01-01",
            "2024-1-1",
            "01-02-2024",
            "2024-01-01+14:01",
            "2024-01-01+15:00",
            "2024-01-01+01:60",
            "2024-01-01z",
            "2024-01-01Z ",
            "2024-01-01ä",
            "2024-01-01+1:00",
            "2024-01-01T00:00:00",
            "",
            "-",
        ],
    ),
    (
        Builtin::DateTime,
        &[
            "2024-05-01T12:00:00",
            "2024-05-01T24:00:00",
            "2024-05-01T24:00:00.000Z",
            "2024-05-01T23:59:59.123456789012345678901234567890-12:00",
        ],
        &[
            "2024-05-01T24:00:01",
            "2024-05-01T24:00:00.001",
            "2024-05-01T25:00:00",
            "2024-05-01T12:60:00",
            "2024-05-01T12:00:60",
            "2024-05-01T12:00:00.",
            "2024-05-01T12:00",
            "2024-05-01 12:00:00",
            "2024-05-01t12:00:00",
            "2024-02-30T12:00:00",
            "2024-05-01",
        ],
    ),
    (
        Builtin::Time,
        &["00:00:00", "24:00:00", "12:30:45.5Z", "23:59:59+00:00"],
        &[
            "24:00:01",
            "1:00:00",
            "12:00",
            "12:00:00.",
            "12:00:00+24:00",
            "T12:00:00",
            "12:00:00é",
        ],
    ),
    (
        Builtin::GYear,
        &["2024", "-0001", "10000", "2024Z", "2024+01:00"],
        &["0000", "24", "02024", "+2024", "2024-"],
    ),
    (
        Builtin::GYearMonth,
        &["2024-05", "-0001-12Z"],
        &["2024-13", "2024-00", "2024-5", "0000-01", "2024"],
    ),
    (
        Builtin::GMonthDay,
        &["--02-29", "--12-31Z"],
        &["--02-30", "--13-01", "--04-31", "-02-28", "02-28", "--2-28"],
    ),
    (
        Builtin::GDay,
        &["---01", "---31Z"],
        &["---00", "---32", "--01", "---1", "01"],
    ),
    (
        Builtin::GMonth,
        &["--01", "--12+02:00"],
        &["--00", "--13", "--1", "--05--", "05"],
    ),
    (
        Builtin::Duration,
        &["P1Y", "-P1Y2M3DT4H5M6.7S", "PT0S", "P0D", "PT1M", "P0001Y", "PT1.50S"],
        &[
            "", "P", "-P", "PT", "P1YT", "1Y", "P1", "P1S", "PT1Y", "P1M1Y", "P1.5Y", "PT.5S", "PT1.S", "P-1Y", "+P1Y",
            "PT1M1H", "P1Y1Y", "P1YT1MX", "P1ä", "p1y",
        ],
    ),
];

fn rows() -> impl Iterator<Item = &'static Row> {
    NUMBERS.iter().chain(TEXTS).chain(TIMES)
}

#[test]
fn every_built_in_type_is_in_the_tables() {
    let covered: BTreeSet<_> = rows().map(|row| row.0).collect();
    assert_eq!(covered.len(), 44);
}

#[test]
fn valid_forms_are_values() {
    for (builtin, valid, _) in rows() {
        for text in *valid {
            assert!(builtin.accepts(text, &Scope), "{} {text}", builtin.name());
            assert!(
                Value::parse(*builtin, text, &Scope).is_some(),
                "{} {text}",
                builtin.name()
            );
        }
    }
}

#[test]
fn other_forms_are_none() {
    for (builtin, _, invalid) in rows() {
        for text in *invalid {
            // The items of a list are checked one by one.
            assert!(
                builtin.list_item().is_some() || !builtin.accepts(text, &Scope),
                "{} {text}",
                builtin.name()
            );
            assert!(
                Value::parse(*builtin, text, &Scope).is_none(),
                "{} {text}",
                builtin.name()
            );
        }
    }
}

#[test]
fn check_and_parse_agree_on_each_others_forms() {
    let texts: Vec<_> = rows().flat_map(|row| row.1.iter().chain(row.2)).collect();
    for &builtin in Builtin::ALL.iter().filter(|builtin| builtin.list_item().is_none()) {
        for text in &texts {
            let is_value = Value::parse(builtin, text, &Scope).is_some();
            assert_eq!(builtin.accepts(text, &Scope), is_value, "{} {text}", builtin.name());
        }
    }
}
