//! Whether two texts mean one value. The type is not known here, so every reading that makes them equal counts.

/// How two texts compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Equality {
    /// Character for character the same.
    Same,
    /// Equal after white-space handling, or two ways to write one number, boolean or binary value.
    Notation,
    /// Not equal in any reading.
    Different,
}

impl Equality {
    /// Compares two texts.
    pub fn of(left: &str, right: &str) -> Self {
        if left == right {
            return Self::Same;
        }
        let (left, right) = (collapse(left), collapse(right));
        let equal = left == right
            || same(&left, &right, integer)
            || same(&left, &right, float)
            || same(&left, &right, boolean)
            || same(&left, &right, base64);
        if equal { Self::Notation } else { Self::Different }
    }
}

/// Whether both texts have a reading of this kind and the readings are equal.
fn same<T: PartialEq>(left: &str, right: &str, read: impl Fn(&str) -> Option<T>) -> bool {
    read(left).is_some_and(|left| read(right) == Some(left))
}

/// XML Schema part 2, section 4.3.6, `collapse`.
fn collapse(text: &str) -> String {
    let parts: Vec<&str> = text
        .split([' ', '\t', '\n', '\r'])
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(" ")
}

/// Sign and digits without leading zeros, of any length.
fn integer(text: &str) -> Option<(bool, String)> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let digits = digits.trim_start_matches('0').to_owned();
    Some((negative && !digits.is_empty(), digits))
}

/// The bits of a float as XML Schema writes it, zero without sign and one NaN, so that equality is that of the values.
fn float(text: &str) -> Option<u64> {
    let value = match text {
        "INF" => f64::INFINITY,
        "-INF" => f64::NEG_INFINITY,
        "NaN" => f64::NAN,
        _ if text
            .bytes()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E')) =>
        {
            text.parse().ok()?
        }
        _ => return None,
    };
    Some(if value == 0.0 { 0 } else { value.to_bits() })
}

fn boolean(text: &str) -> Option<bool> {
    match text {
        "true" | "1" => Some(true),
        "false" | "0" => Some(false),
        _ => None,
    }
}

/// The base64 characters without white space.
fn base64(text: &str) -> Option<String> {
    let characters: String = text.chars().filter(|&character| character != ' ').collect();
    let is_base64 = characters.len().is_multiple_of(4)
        && characters
            .trim_end_matches('=')
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/'));
    is_base64.then_some(characters)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn values_that_are_equal_differ_only_in_notation() {
        for (left, right) in [
            (" a  b ", "a b"),
            ("", "  \n"),
            ("+007", "7"),
            ("-0", "0"),
            ("123", "1.23E2"),
            ("0", "-0.0"),
            ("true", "1"),
            ("0", " false"),
            ("QUJD REVG", "QUJDREVG"),
        ] {
            assert_eq!(Equality::of(left, right), Equality::Notation, "{left} {right}");
        }
    }

    #[test]
    fn other_values_are_different() {
        for (left, right) in [
            ("a", "b"),
            ("a", ""),
            ("1", "2"),
            ("1", "-1"),
            ("true", "false"),
            ("A", "a"),
            ("ab c", "abc"),
            ("inf", "INF"),
            ("2024-01-01", "2024-01-01Z"),
        ] {
            assert_eq!(Equality::of(left, right), Equality::Different, "{left} {right}");
        }
    }

    proptest! {
        #[test]
        fn equality_is_symmetric(left in "[ 01.eE+a=-]{0,8}", right in "[ 01.eE+a=-]{0,8}") {
            prop_assert_eq!(Equality::of(&left, &right), Equality::of(&right, &left));
        }

        #[test]
        fn a_text_equals_itself_with_more_white_space(text in "\\PC{0,20}") {
            prop_assert_eq!(Equality::of(&text, &text), Equality::Same);
            prop_assert_ne!(Equality::of(&text, &format!("\n {text}\t")), Equality::Different);
        }
    }
}
