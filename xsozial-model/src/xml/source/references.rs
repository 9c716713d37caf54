//! References to characters and to the five entities that XML defines (XML 1.0, sections 4.1 and 4.6).

use super::characters::is_allowed;
use xsozial_schema::Code;

/// The character that a reference stands for; `name` is what is between `&` and `;`.
pub(super) fn resolve(name: &str) -> Result<char, Code> {
    let Some(number) = name.strip_prefix('#') else {
        return match name {
            "amp" => Ok('&'),
            "lt" => Ok('<'),
            "gt" => Ok('>'),
            "quot" => Ok('"'),
            "apos" => Ok('\''),
            _ => Err(Code::Entity),
        };
    };
    let (digits, radix) = match number.strip_prefix('x') {
        Some(digits) => (digits, 16),
        None => (number, 10),
    };
    if digits.is_empty() || !digits.chars().all(|digit| digit.is_digit(radix)) {
        return Err(Code::NotXml);
    }
    // Digits alone that are no number are too many of them: no character has so large a number.
    let number = u32::from_str_radix(digits, radix).unwrap_or(u32::MAX);
    char::from_u32(number)
        .filter(|&character| is_allowed(character))
        .ok_or(Code::Character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_resolve_or_say_why_not() {
        assert_eq!(resolve("amp"), Ok('&'));
        assert_eq!(resolve("#228"), Ok('ä'));
        assert_eq!(resolve("#x1D11E"), Ok('𝄞'));
        assert_eq!(resolve("#xd"), Ok('\r'));
        assert_eq!(resolve("nbsp"), Err(Code::Entity));
        assert_eq!(resolve(""), Err(Code::Entity));
        for bad in ["#", "#x", "#X41", "#+65", "#x 1", "#1a"] {
            assert_eq!(resolve(bad), Err(Code::NotXml), "{bad}");
        }
        for disallowed in ["#0", "#x1F", "#xD800", "#xFFFE", "#x110000", "#99999999999999999999"] {
            assert_eq!(resolve(disallowed), Err(Code::Character), "{disallowed}");
        }
    }
}
