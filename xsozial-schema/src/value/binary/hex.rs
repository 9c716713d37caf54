//! `xs:hexBinary` (part 2, section 3.2.15).

use super::binary_value;
use std::fmt::{self, Write};

/// Bytes written as pairs of hexadecimal digits; printed in upper case, the canonical form.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct HexBinary(Vec<u8>);

binary_value!(HexBinary);

impl HexBinary {
    pub(crate) fn parse_text(text: &str) -> Option<Self> {
        let octets = hex_octets(text)?;
        let mut bytes = Vec::with_capacity(octets);
        for pair in text.as_bytes().chunks_exact(2) {
            bytes.push(nibble(pair[0])? << 4 | nibble(pair[1])?);
        }
        Some(Self(bytes))
    }
}

/// How many bytes the text stands for; `None` when it is no hexBinary.
pub(crate) fn hex_octets(text: &str) -> Option<usize> {
    let is_hex = text.len().is_multiple_of(2) && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_hex.then_some(text.len() / 2)
}

const fn nibble(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}

impl fmt::Display for HexBinary {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
        for byte in &self.0 {
            formatter.write_char(DIGITS[usize::from(byte >> 4)].into())?;
            formatter.write_char(DIGITS[usize::from(byte & 15)].into())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn pairs_of_digits_and_nothing_else() {
        assert_eq!("0aFf".parse::<HexBinary>().unwrap().as_bytes(), [0x0a, 0xff]);
        assert_eq!("0aFf".parse::<HexBinary>().unwrap().to_string(), "0AFF");
        assert!("".parse::<HexBinary>().unwrap().as_bytes().is_empty());
        for wrong in ["0", "0g", "0 1", "é", "+1"] {
            assert!(wrong.parse::<HexBinary>().is_err(), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn bytes_round_trip(bytes: Vec<u8>) {
            let text = HexBinary::from(bytes.clone()).to_string();
            prop_assert_eq!(text.parse::<HexBinary>().unwrap().into_bytes(), bytes);
        }
    }
}
