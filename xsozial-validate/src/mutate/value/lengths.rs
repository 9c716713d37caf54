//! Values that are too short or too long by one.

use super::LONGEST;
use xsozial_schema::{
    Schema,
    schema::{SimpleTypeId, Variety},
    value::Builtin,
};

/// Values whose lengths are those around the bounds of the type.
pub(super) fn made(schema: &Schema, id: SimpleTypeId, fitting: &str) -> Vec<String> {
    let facets = schema.facets(id);
    let bounds = [&facets.length, &facets.min_length, &facets.max_length];
    let bounds = bounds.into_iter().flatten().map(|facet| facet.value);
    let lengths = bounds
        .flat_map(|bound| [bound.checked_add(1), bound.checked_sub(1)])
        .flatten();
    lengths
        .filter(|&length| length <= LONGEST)
        .filter_map(|length| usize::try_from(length).ok())
        .flat_map(|length| of_length(schema, id, fitting, length))
        .collect()
}

fn of_length(schema: &Schema, id: SimpleTypeId, fitting: &str, length: usize) -> Vec<String> {
    let known = schema.simple_type(id);
    if let Variety::List(_) = known.variety {
        let item = fitting.split_ascii_whitespace().next().unwrap_or("x");
        return vec![vec![item; length].join(" ")];
    }
    match known.builtin.primitive() {
        Builtin::HexBinary => vec!["00".repeat(length)],
        Builtin::Base64Binary => vec![base64_zeros(length)],
        _ => {
            let steps = known.facets.patterns.iter().rev();
            let examples = steps.flat_map(|&step| {
                (0..3_usize).filter_map(move |turn| {
                    let text = schema.pattern(step).example(length, &mut |count| turn.min(count - 1))?;
                    (text.chars().count() == length).then_some(text)
                })
            });
            examples.chain(padded(fitting, length)).collect()
        }
    }
}

/// A text cut or filled up to so many characters.
fn padded(text: &str, length: usize) -> [String; 2] {
    let padded = |filling: char| -> String { text.chars().chain(std::iter::repeat(filling)).take(length).collect() };
    let last = text.chars().last().filter(|last| last.is_alphanumeric());
    [padded(last.unwrap_or('x')), padded('0')]
}

/// So many zero bytes as base64.
fn base64_zeros(octets: usize) -> String {
    let rest = match octets % 3 {
        1 => "AA==",
        2 => "AAA=",
        _ => "",
    };
    "AAAA".repeat(octets / 3) + rest
}

#[cfg(test)]
mod tests {
    use super::{base64_zeros, padded};
    use xsozial_schema::value::Base64Binary;

    #[test]
    fn base64_has_the_length_that_was_asked_for() {
        for octets in 0..10 {
            let value: Base64Binary = base64_zeros(octets).parse().unwrap();
            assert_eq!(value.as_bytes().len(), octets);
        }
    }

    #[test]
    fn texts_are_cut_and_filled() {
        assert_eq!(padded("abc", 2), ["ab", "ab"]);
        assert_eq!(padded("abc", 5), ["abccc", "abc00"]);
        assert_eq!(padded("", 1), ["x", "0"]);
    }
}
