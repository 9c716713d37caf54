//! Base64 as a stream: attachments need not be held as text.

use crate::value::{Builtin, LexicalError};
use base64::{Engine, engine::general_purpose::STANDARD};
use memchr::{memchr, memchr3};

/// Characters that are decoded at once; a multiple of four.
const BLOCK: usize = 4096;

const ERROR: LexicalError = LexicalError::new(Builtin::Base64Binary);

/// Decodes base64 from chunks that may end anywhere.
///
/// ```
/// use xsozial_schema::value::Base64Decoder;
/// let (mut decoder, mut bytes) = (Base64Decoder::new(), Vec::new());
/// for chunk in ["TW", "Fu\n T", "Q=="] {
///     decoder.push(chunk.as_bytes(), &mut bytes)?;
/// }
/// decoder.finish()?;
/// assert_eq!(bytes, b"ManM");
/// # Ok::<(), xsozial_schema::value::LexicalError>(())
/// ```
#[derive(Clone, Default)]
pub struct Base64Decoder {
    /// Characters of a group of four that is not complete yet.
    pending: [u8; 4],
    pending_length: usize,
    /// The padding has been read: only white space may follow.
    ended: bool,
}

/// The pending characters are content and stay out of it.
impl std::fmt::Debug for Base64Decoder {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Base64Decoder({} characters pending)", self.pending_length)
    }
}

impl Base64Decoder {
    /// A decoder at the start of the content.
    pub fn new() -> Self {
        Self::default()
    }

    /// Decodes a chunk and appends the bytes to `out`. After an error `out` may hold some of them.
    pub fn push(&mut self, chunk: &[u8], out: &mut Vec<u8>) -> Result<(), LexicalError> {
        let mut block = [0; BLOCK];
        let mut length = self.pending_length;
        block[..length].copy_from_slice(&self.pending[..length]);
        for mut run in Runs(chunk) {
            while !run.is_empty() {
                let taken = run.len().min(BLOCK - length);
                block[length..length + taken].copy_from_slice(&run[..taken]);
                length += taken;
                run = &run[taken..];
                if length == BLOCK {
                    self.decode(&block, out)?;
                    length = 0;
                }
            }
        }
        let complete = length / 4 * 4;
        self.decode(&block[..complete], out)?;
        self.pending_length = length - complete;
        self.pending[..self.pending_length].copy_from_slice(&block[complete..length]);
        Ok(())
    }

    /// Ends the content: an error when it stops within a group of four.
    pub fn finish(self) -> Result<(), LexicalError> {
        if self.pending_length == 0 { Ok(()) } else { Err(ERROR) }
    }

    /// Decodes complete groups.
    fn decode(&mut self, groups: &[u8], out: &mut Vec<u8>) -> Result<(), LexicalError> {
        let Some(last) = groups.last() else {
            return Ok(());
        };
        if self.ended {
            return Err(ERROR);
        }
        self.ended = *last == b'=';
        STANDARD.decode_vec(groups, out).map_err(|_| ERROR)
    }
}

/// The stretches of a chunk without white space.
struct Runs<'c>(&'c [u8]);

impl<'c> Iterator for Runs<'c> {
    type Item = &'c [u8];

    fn next(&mut self) -> Option<&'c [u8]> {
        if self.0.is_empty() {
            return None;
        }
        let end = memchr3(b'\n', b'\r', b' ', self.0).unwrap_or(self.0.len());
        // Tabs are rare and looked for within the run alone, so that each byte is looked at twice at most.
        let end = memchr(b'\t', &self.0[..end]).unwrap_or(end);
        let run = &self.0[..end];
        self.0 = self.0.get(end + 1..).unwrap_or_default();
        Some(run)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn decode(chunks: &[&[u8]]) -> Result<Vec<u8>, LexicalError> {
        let (mut decoder, mut bytes) = (Base64Decoder::new(), Vec::new());
        for chunk in chunks {
            decoder.push(chunk, &mut bytes)?;
        }
        decoder.finish().map(|()| bytes)
    }

    #[test]
    fn nothing_may_follow_the_padding() {
        assert_eq!(decode(&[b"TQ=", b"=", b" \n"]), Ok(b"M".to_vec()));
        assert_eq!(decode(&[b"TQ==", b"TQ=="]), Err(ERROR));
        assert_eq!(decode(&[b"TQ=="]).map(|bytes| bytes.len()), Ok(1));
        assert_eq!(decode(&[b"TQ==", b"T"]), Err(ERROR));
        assert_eq!(decode(&[b"TW", b"F"]), Err(ERROR));
        assert_eq!(decode(&[b"\t\tTW\tFu"]), Ok(b"Man".to_vec()));
    }

    #[test]
    fn pending_characters_stay_out_of_debug() {
        let mut decoder = Base64Decoder::new();
        decoder.push(b"Zy", &mut Vec::new()).unwrap();
        assert_eq!(format!("{decoder:?}"), "Base64Decoder(2 characters pending)");
    }

    proptest! {
        #[test]
        fn chunks_may_end_anywhere(bytes in prop::collection::vec(any::<u8>(), 0..10_000), step in 1_usize..5000) {
            let mut text = STANDARD.encode(&bytes).into_bytes();
            for place in (0..text.len()).step_by(76).rev() {
                text.insert(place, b'\n');
            }
            let chunks: Vec<&[u8]> = text.chunks(step).collect();
            prop_assert_eq!(decode(&chunks), Ok(bytes));
        }
    }
}
