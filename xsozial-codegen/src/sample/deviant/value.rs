//! Texts that are no values of a type.

use crate::sample::prefixes::Prefixes;
use xsozial_schema::{Code, Schema, schema::SimpleTypeId};

/// Texts as people write them where another form is asked for.
const WRONG: [&str; 9] = [
    "",
    "unbekannt",
    "31.12.2026",
    "2026-02-30",
    "1.234,50",
    "-1",
    "99999999999999999999",
    "0.123456789",
    "§",
];
/// Longest text that is written only because it is too long.
const LONGEST: u64 = 10_000;

/// For each rule of the type that one of the texts breaks, the text and the code.
pub(super) fn wrong_values(schema: &Schema, prefixes: &Prefixes, id: SimpleTypeId) -> Vec<(String, Code)> {
    let mut wrong: Vec<(String, Code)> = Vec::new();
    let texts = WRONG.into_iter().map(str::to_owned).chain(too_long(schema, id));
    for text in texts {
        if let Err(fault) = schema.check_value(id, &text, prefixes)
            && wrong.iter().all(|(_, code)| *code != fault.code)
        {
            wrong.push((text, fault.code));
        }
    }
    wrong
}

fn too_long(schema: &Schema, id: SimpleTypeId) -> Option<String> {
    let facets = schema.facets(id);
    let longest = facets.max_length.as_ref().or(facets.length.as_ref())?.value;
    let count = usize::try_from(longest.saturating_add(1)).ok()?;
    (longest <= LONGEST).then(|| "a".repeat(count))
}
