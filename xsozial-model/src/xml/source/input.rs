//! A stream of bytes as UTF-8, with limits on the tokens read from it.

use super::{characters::survey, encoding::Encoding, lines::LineCounter};
use crate::xml::Position;
use encoding_rs::{Decoder, DecoderResult};
use std::io::{self, BufRead, Read};
use xsozial_schema::limits::Limits;

/// Bytes decoded at a time.
const CAPACITY: usize = 64 << 10;

/// Why the input ended early.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Failure {
    /// The encoding is unknown, or violated at this offset of the decoded document.
    Encoding(u64),
    /// A token is longer than its limit.
    Limit,
}

/// Decodes a stream to UTF-8, counts lines, and refuses tokens that are too long before they are collected.
pub(super) struct Input<R> {
    inner: R,
    /// First bytes, read to find the encoding; decoded before `inner`.
    head: Vec<u8>,
    encoding: Option<Encoding>,
    decoder: Option<Decoder>,
    /// Decoded bytes; `place` is the next one.
    buffer: Vec<u8>,
    place: usize,
    lines: LineCounter,
    /// Offset of the first byte of the tokens at hand, and its position once it has left the buffer.
    anchor: u64,
    anchor_position: Option<Position>,
    token: TokenLength,
    limits: Limits,
    failure: Option<Failure>,
    has_ended: bool,
    first_disallowed: u64,
    has_carriage_return: bool,
}

/// Length of the token that is being read.
#[derive(Default)]
struct TokenLength {
    bytes: usize,
    /// Its first three bytes tell what it is.
    head: [u8; 3],
}

impl TokenLength {
    fn limit(&self, limits: &Limits) -> usize {
        match self.head {
            [b'<', b'!', b'[' | b'-'] | [b'<', b'?', _] => limits.text,
            [b'<', ..] => limits.start_tag,
            _ => limits.text,
        }
    }

    fn take(&mut self, bytes: &[u8]) {
        for (place, &byte) in (self.bytes..self.head.len()).zip(bytes) {
            self.head[place] = byte;
        }
        self.bytes += bytes.len();
    }
}

impl<R: BufRead> Input<R> {
    pub(super) fn new(inner: R, limits: Limits) -> Self {
        Self {
            inner,
            head: Vec::new(),
            encoding: None,
            decoder: None,
            buffer: Vec::new(),
            place: 0,
            lines: LineCounter::default(),
            anchor: 0,
            anchor_position: None,
            token: TokenLength::default(),
            limits,
            failure: None,
            has_ended: false,
            first_disallowed: u64::MAX,
            has_carriage_return: false,
        }
    }

    /// Says that the next byte begins a token.
    pub(super) fn begin_token(&mut self) {
        self.token = TokenLength::default();
    }

    /// Says that positions before this offset will not be asked for any more.
    pub(super) fn forget_before(&mut self, offset: u64) {
        self.anchor = offset;
        self.anchor_position = None;
    }

    pub(super) fn encoding(&self) -> Option<Encoding> {
        self.encoding
    }

    pub(super) fn failure(&self) -> Option<Failure> {
        self.failure
    }

    /// Whether all bytes have been given out.
    pub(super) fn is_at_end(&self) -> bool {
        self.has_ended && self.place == self.buffer.len()
    }

    /// Offset of the first character read so far that XML does not allow.
    pub(super) fn first_disallowed(&self) -> u64 {
        self.first_disallowed
    }

    pub(super) fn has_carriage_return(&self) -> bool {
        self.has_carriage_return
    }

    /// The position of an offset; `tokens` are the bytes from the anchor on.
    pub(super) fn position(&self, offset: u64, tokens: &[u8]) -> Position {
        if offset >= self.lines.base().offset {
            return self.lines.position(&self.buffer, offset);
        }
        let start = self.anchor_position.unwrap_or_default();
        let length = usize::try_from(offset.saturating_sub(self.anchor)).unwrap_or(usize::MAX);
        start.after(&tokens[..length.min(tokens.len())])
    }

    /// Decodes more once everything decoded is used up.
    fn refill(&mut self) -> io::Result<()> {
        if self.encoding.is_none() {
            self.detect()?;
        }
        if self.anchor_position.is_none() && self.anchor < self.lines.base().offset + self.buffer.len() as u64 {
            self.anchor_position = Some(self.lines.position(&self.buffer, self.anchor));
        }
        self.lines.pass(&self.buffer);
        self.buffer.clear();
        self.place = 0;
        while self.buffer.is_empty() && !self.has_ended && self.failure.is_none() {
            self.decode()?;
        }
        let found = survey(&self.buffer);
        self.has_carriage_return |= found.has_carriage_return;
        if let Some(place) = found.disallowed {
            self.first_disallowed = self.first_disallowed.min(self.lines.base().offset + place as u64);
        }
        Ok(())
    }

    fn detect(&mut self) -> io::Result<()> {
        while !Encoding::is_head_complete(&self.head) {
            let chunk = fill(&mut self.inner)?;
            if chunk.is_empty() {
                break;
            }
            self.head.push(chunk[0]);
            self.inner.consume(1);
        }
        let detected = Encoding::detect(&self.head);
        self.head.drain(..detected.mark);
        if let Some(encoding) = detected.encoding {
            self.encoding = Some(encoding);
            self.decoder = encoding.decoder();
        } else {
            self.encoding = Some(Encoding::Utf8);
            self.failure = Some(Failure::Encoding(0));
        }
        Ok(())
    }

    fn decode(&mut self) -> io::Result<()> {
        if !self.head.is_empty() {
            let head = std::mem::take(&mut self.head);
            let read = decode_some(&mut self.decoder, &head, &mut self.buffer, false);
            self.note(read.is_ok());
            self.head = head[read.unwrap_or(head.len())..].to_vec();
            return Ok(());
        }
        let chunk = fill(&mut self.inner)?;
        let is_last = chunk.is_empty();
        let result = decode_some(&mut self.decoder, chunk, &mut self.buffer, is_last);
        if let Ok(read) = result {
            self.inner.consume(read);
        }
        self.note(result.is_ok());
        self.has_ended = is_last;
        Ok(())
    }

    fn note(&mut self, is_valid: bool) {
        if !is_valid {
            self.failure = Some(Failure::Encoding(self.lines.base().offset + self.buffer.len() as u64));
        }
    }
}

fn fill<R: BufRead>(inner: &mut R) -> io::Result<&[u8]> {
    // Two calls, because the borrow of the first would last through the loop.
    while let Err(error) = inner.fill_buf() {
        if error.kind() != io::ErrorKind::Interrupted {
            return Err(error);
        }
    }
    inner.fill_buf()
}

/// The bytes violate the encoding; what stands before them has been decoded.
pub(super) struct Malformed;

/// Decodes from the beginning of `bytes`, at most [`CAPACITY`] of them, and says how many were read. `is_last` comes
/// with no bytes.
pub(super) fn decode_some(
    decoder: &mut Option<Decoder>,
    bytes: &[u8],
    out: &mut Vec<u8>,
    is_last: bool,
) -> Result<usize, Malformed> {
    let part = &bytes[..bytes.len().min(CAPACITY)];
    let Some(decoder) = decoder else {
        for &byte in part {
            // ISO-8859-1: the byte is the character's number, of which two bytes are made from 0x80 on.
            if byte < 0x80 {
                out.push(byte);
            } else {
                out.extend([0xC0 | (byte >> 6), 0x80 | (byte & 0x3F)]);
            }
        }
        return Ok(part.len());
    };
    let start = out.len();
    let most = decoder
        .max_utf8_buffer_length_without_replacement(part.len())
        .unwrap_or(CAPACITY);
    out.resize(start + most, 0);
    let (result, read, written) = decoder.decode_to_utf8_without_replacement(part, &mut out[start..], is_last);
    out.truncate(start + written);
    match result {
        DecoderResult::InputEmpty | DecoderResult::OutputFull => Ok(read),
        DecoderResult::Malformed(..) => Err(Malformed),
    }
}

impl<R: BufRead> BufRead for Input<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.place == self.buffer.len() {
            if self.failure.is_none() && !self.has_ended {
                self.refill()?;
            }
            if self.place == self.buffer.len() && self.failure.is_some() {
                return Err(io::ErrorKind::InvalidData.into());
            }
        }
        let limit = self.token.limit(&self.limits);
        if self.token.bytes > limit {
            self.failure = Some(Failure::Limit);
            return Err(io::ErrorKind::InvalidData.into());
        }
        // One byte beyond the limit shows that the token ends there.
        let end = self
            .place
            .saturating_add(limit - self.token.bytes)
            .saturating_add(1)
            .min(self.buffer.len());
        Ok(&self.buffer[self.place..end])
    }

    fn consume(&mut self, amount: usize) {
        let end = (self.place + amount).min(self.buffer.len());
        self.token.take(&self.buffer[self.place..end]);
        self.place = end;
    }
}

impl<R: BufRead> Read for Input<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let available = self.fill_buf()?;
        let length = available.len().min(out.len());
        out[..length].copy_from_slice(&available[..length]);
        self.consume(length);
        Ok(length)
    }
}
