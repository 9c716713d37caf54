//! `xs:base64Binary` (part 2, section 3.2.16).

use super::{Base64Decoder, binary_value};
use crate::value::whitespace::is_space;
use base64::{display::Base64Display, engine::general_purpose::STANDARD};
use std::fmt;

/// Bytes written in base64; printed without white space, the canonical form.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct Base64Binary(Vec<u8>);

binary_value!(Base64Binary);

impl Base64Binary {
    pub(crate) fn parse_text(text: &str) -> Option<Self> {
        let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
        let mut decoder = Base64Decoder::new();
        decoder.push(text.as_bytes(), &mut bytes).ok()?;
        decoder.finish().ok()?;
        Some(Self(bytes))
    }
}

impl fmt::Display for Base64Binary {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        Base64Display::new(&self.0, &STANDARD).fmt(formatter)
    }
}

/// How many bytes the text stands for, found without decoding it; `None` when it is no base64Binary. White space may
/// stand between any two characters, padding must be there, and bits that stand for nothing must be zero.
pub(crate) fn base64_octets(text: &str) -> Option<usize> {
    let (mut count, mut padding, mut last) = (0_usize, 0_usize, 0_u8);
    for &byte in text.as_bytes() {
        let sextet = SEXTETS[usize::from(byte)];
        if sextet < 64 && padding == 0 {
            count += 1;
            last = sextet;
        } else if byte == b'=' {
            padding += 1;
        } else if !is_space(byte) {
            return None;
        }
    }
    let unused_bits = match (padding, count % 4) {
        (0, 0) => 0,
        (1, 3) => 0b11,
        (2, 2) => 0b1111,
        _ => return None,
    };
    (last & unused_bits == 0).then_some(count * 3 / 4)
}

/// The six bits of each character of the alphabet; 255 for any other.
const SEXTETS: [u8; 256] = {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut table = [u8::MAX; 256];
    let mut sextet = 0;
    while sextet < 64 {
        table[ALPHABET[sextet as usize] as usize] = sextet;
        sextet += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn padding_and_unused_bits_are_checked() {
        for (text, octets) in [
            ("", Some(0)),
            ("TQ==", Some(1)),
            ("TWE=", Some(2)),
            ("T W F u", Some(3)),
            ("TQ\n= =", Some(1)),
            ("TQ", None),
            ("TQ=", None),
            ("TR==", None),
            ("TWF=", None),
            ("TQ==TQ==", None),
            ("====", None),
            ("TWFu=", None),
            ("TW-u", None),
            ("TWF\u{e9}", None),
        ] {
            assert_eq!(base64_octets(text), octets, "{text}");
            let decoded = text.parse::<Base64Binary>().ok();
            assert_eq!(decoded.map(|binary| binary.as_bytes().len()), octets, "{text}");
        }
    }

    proptest! {
        #[test]
        fn bytes_round_trip(bytes: Vec<u8>) {
            let text = Base64Binary::from(bytes.clone()).to_string();
            prop_assert_eq!(base64_octets(&text), Some(bytes.len()));
            prop_assert_eq!(text.parse::<Base64Binary>().unwrap().into_bytes(), bytes);
        }

        /// The check without decoding and the decoder agree on any text.
        #[test]
        fn check_and_decoder_agree(text in "[AQgwZ+/= \n-]{0,24}") {
            let decoded = text.parse::<Base64Binary>().ok();
            prop_assert_eq!(base64_octets(&text), decoded.map(|binary| binary.as_bytes().len()));
        }
    }
}
