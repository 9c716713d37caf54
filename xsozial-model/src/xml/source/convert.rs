//! Bytes of a document become UTF-8.

use encoding_rs::{Decoder, DecoderResult};

/// Bytes that are decoded at a time where they are not UTF-8: decoded text may take three times as many.
const PART: usize = 16 << 10;

/// What turns the bytes of a document into UTF-8, part by part.
pub(super) enum Converter {
    /// They are UTF-8: checked and copied.
    Utf8(CutCharacter),
    /// ISO-8859-1, which `encoding_rs` does not know apart from Windows-1252.
    Latin1,
    /// Every other encoding.
    Other(Decoder),
}

/// The bytes violate the encoding; what stands before them has been converted.
pub(super) struct Malformed;

/// The beginning of a character whose end comes with the next part.
#[derive(Default)]
pub(super) struct CutCharacter {
    bytes: [u8; 4],
    length: usize,
}

impl Converter {
    /// Converts some of the bytes, at least one if there is any, and says how many.
    pub(super) fn convert(&mut self, bytes: &[u8], out: &mut String) -> Result<usize, Malformed> {
        match self {
            Self::Utf8(cut) => cut.convert(bytes, out),
            Self::Latin1 => {
                // A byte is its character's number.
                out.extend(bytes.iter().map(|&byte| char::from(byte)));
                Ok(bytes.len())
            }
            Self::Other(decoder) => decode(decoder, &bytes[..bytes.len().min(PART)], out, false),
        }
    }

    /// Says that no more bytes follow: nothing is left of them but what may be malformed.
    pub(super) fn finish(&mut self) -> Result<(), Malformed> {
        match self {
            Self::Utf8(cut) if cut.length > 0 => Err(Malformed),
            Self::Utf8(_) | Self::Latin1 => Ok(()),
            Self::Other(decoder) => decode(decoder, &[], &mut String::new(), true).map(|_| ()),
        }
    }
}

fn decode(decoder: &mut Decoder, part: &[u8], out: &mut String, is_last: bool) -> Result<usize, Malformed> {
    let most = decoder.max_utf8_buffer_length_without_replacement(part.len());
    out.reserve(most.unwrap_or(PART));
    let (result, read) = decoder.decode_to_string_without_replacement(part, out, is_last);
    match result {
        DecoderResult::InputEmpty | DecoderResult::OutputFull => Ok(read),
        DecoderResult::Malformed(..) => Err(Malformed),
    }
}

impl CutCharacter {
    fn convert(&mut self, bytes: &[u8], out: &mut String) -> Result<usize, Malformed> {
        if self.length > 0 {
            return self.complete(bytes, out);
        }
        let error = match std::str::from_utf8(bytes) {
            Ok(text) => {
                out.push_str(text);
                return Ok(bytes.len());
            }
            Err(error) => error,
        };
        let (valid, rest) = bytes.split_at(error.valid_up_to());
        out.push_str(std::str::from_utf8(valid).unwrap_or_default());
        if error.error_len().is_some() {
            return Err(Malformed);
        }
        for &byte in rest {
            self.push(byte);
        }
        Ok(bytes.len())
    }

    /// Adds one byte to the character.
    fn complete(&mut self, bytes: &[u8], out: &mut String) -> Result<usize, Malformed> {
        let Some(&byte) = bytes.first() else { return Ok(0) };
        self.push(byte);
        match std::str::from_utf8(&self.bytes[..self.length]) {
            Ok(character) => {
                out.push_str(character);
                self.length = 0;
                Ok(1)
            }
            Err(error) if error.error_len().is_none() => Ok(1),
            Err(_) => Err(Malformed),
        }
    }

    fn push(&mut self, byte: u8) {
        // There is always room: what four bytes do not complete is malformed.
        if let Some(place) = self.bytes.get_mut(self.length) {
            *place = byte;
            self.length += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Everything converted, and whether it was all of it.
    fn converted<'b>(parts: impl Iterator<Item = &'b [u8]>) -> (String, bool) {
        let mut converter = Converter::Utf8(CutCharacter::default());
        let mut out = String::new();
        for mut part in parts {
            while !part.is_empty() {
                match converter.convert(part, &mut out) {
                    Ok(read) => part = &part[read..],
                    Err(Malformed) => return (out, false),
                }
            }
        }
        let is_whole = converter.finish().is_ok();
        (out, is_whole)
    }

    #[test]
    fn characters_are_put_together_again() {
        let text = "aä€𝄞\u{FFFF}";
        assert_eq!(converted(text.as_bytes().chunks(1)), (text.to_owned(), true));
        assert_eq!(converted([&b"a\xE2"[..], b"\x82"].into_iter()), ("a".to_owned(), false));
        assert_eq!(converted([&b"a\xE2"[..], b"x"].into_iter()), ("a".to_owned(), false));
    }

    proptest! {
        #[test]
        fn parts_are_checked_as_the_whole_is(
            bytes in prop::collection::vec(prop_oneof![Just(b'a'), Just(0xC3), Just(0xE2), Just(0xF0), any::<u8>(), 0x80u8..0xC0], 0..12),
            length in 1usize..6,
        ) {
            let (valid, is_whole) = match std::str::from_utf8(&bytes) {
                Ok(text) => (text, true),
                Err(error) => (std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap(), false),
            };
            prop_assert_eq!(converted(bytes.chunks(length)), (valid.to_owned(), is_whole));
        }
    }
}
