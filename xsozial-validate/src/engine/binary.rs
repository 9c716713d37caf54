//! Attachments: base64 text that is checked piece by piece, so that it never has to be in memory as a whole.

use super::{Engine, frame::Holds};
use xsozial_model::xml::{Error, EventSource, TextEvent};
use xsozial_schema::value::Base64Decoder;

/// So many bytes are decoded at a time, so that a text in memory is not held decoded as well.
const CHUNK: usize = 16 * 1024;

/// Checks base64 as it comes.
pub(crate) struct BinaryCheck {
    decoder: Base64Decoder,
    decoded: Vec<u8>,
    characters: usize,
    is_refused: bool,
}

impl BinaryCheck {
    /// The next piece, which may part characters.
    pub(crate) fn take(&mut self, piece: &[u8]) {
        // Every byte that does not continue a character begins one.
        self.characters += piece.iter().filter(|&&byte| byte & 0xC0 != 0x80).count();
        for chunk in piece.chunks(CHUNK) {
            if !self.is_refused {
                self.decoded.clear();
                self.is_refused = self.decoder.push(chunk, &mut self.decoded).is_err();
            }
        }
    }

    /// How many characters there were, if they are no base64.
    fn refused(self) -> (Option<usize>, Vec<u8>) {
        let is_refused = self.is_refused || self.decoder.finish().is_err();
        (is_refused.then_some(self.characters), self.decoded)
    }
}

impl Engine<'_> {
    /// Reads the text of the current element, which is base64 and nothing more.
    #[cold]
    pub(super) fn advance_binary<S: EventSource + ?Sized>(&mut self, source: &mut S) {
        let mut check = self.binary_check();
        let event = source.text_in_pieces(&mut |piece| {
            check.take(piece);
            Ok(())
        });
        self.binary(event, check, source);
    }

    /// A check of the current element's text.
    pub(crate) fn binary_check(&mut self) -> BinaryCheck {
        BinaryCheck {
            decoder: Base64Decoder::new(),
            decoded: std::mem::take(&mut self.decoded),
            characters: 0,
            is_refused: false,
        }
    }

    /// The text of the current element has been read in pieces, which went through this check.
    pub(crate) fn binary<S: EventSource + ?Sized>(
        &mut self,
        event: Result<TextEvent, Error>,
        check: BinaryCheck,
        source: &S,
    ) {
        let characters = check.characters;
        let (refused, decoded) = check.refused();
        self.decoded = decoded;
        match event {
            Ok(TextEvent::Complete) => {}
            Ok(TextEvent::Child) => return self.child_comes(source),
            Err(error) => return self.fail(&error, source),
        }
        let simple_type = match self.stack.last().map(|frame| frame.holds) {
            Some(Holds::Value(simple_type)) => Some(simple_type),
            _ => None,
        };
        if let Some(simple_type) = simple_type
            && let Some(characters) = refused
        {
            let fault = self.schema.lexical_fault(simple_type, characters);
            self.value_fault(fault, simple_type, source);
        }
        self.tell_binary(characters, refused.is_none(), source);
        self.leave(source);
    }
}
