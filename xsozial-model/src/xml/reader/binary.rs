//! Binary elements, decoded as they are read.

use super::Reader;
use crate::xml::{Attachment, AttachmentHandle, AttachmentWriter, Error, EventSource, TextEvent};
use sha2::{Digest, Sha256};
use std::io;
use xsozial_schema::{
    Code, Fault, Reason,
    schema::SimpleTypeId,
    value::{Base64Binary, Base64Decoder},
};

/// Where decoded bytes go.
enum Target {
    Bytes(Vec<u8>),
    Sink(Box<SinkTarget>),
}

struct SinkTarget {
    writer: Box<dyn AttachmentWriter>,
    hash: Sha256,
    size: u64,
    chunk: Vec<u8>,
}

/// Why a piece could not be taken.
enum Refusal {
    Lexical,
    Sink(io::Error),
}

impl Target {
    fn push(&mut self, piece: &[u8], decoder: &mut Base64Decoder) -> Result<(), Refusal> {
        match self {
            Self::Bytes(bytes) => decoder.push(piece, bytes).map_err(|_| Refusal::Lexical),
            Self::Sink(sink) => {
                sink.chunk.clear();
                decoder.push(piece, &mut sink.chunk).map_err(|_| Refusal::Lexical)?;
                sink.write()
            }
        }
    }

    fn end(self) -> Result<Attachment, Refusal> {
        match self {
            Self::Bytes(bytes) => Ok(Attachment::Bytes(bytes)),
            Self::Sink(sink) => Ok(Attachment::Handle(AttachmentHandle {
                id: sink.writer.end().map_err(Refusal::Sink)?,
                size: sink.size,
                sha256: sink.hash.finalize().into(),
            })),
        }
    }
}

impl SinkTarget {
    fn write(&mut self) -> Result<(), Refusal> {
        self.hash.update(&self.chunk);
        self.size += self.chunk.len() as u64;
        self.writer.write(&self.chunk).map_err(Refusal::Sink)
    }
}

/// Reads the text of the current element into a target. After a refusal the rest is read, so that the error can tell the
/// length whatever the pieces were.
fn decode(source: &mut dyn EventSource, target: &mut Target) -> Result<TextEvent, DecodeError> {
    let mut decoder = Base64Decoder::new();
    let mut refusal = None;
    let mut characters = 0;
    let event = source.text_in_pieces(&mut |piece| {
        // Every byte that does not continue a character begins one.
        characters += piece.iter().filter(|&&byte| byte & 0xC0 != 0x80).count();
        if refusal.is_none() {
            refusal = target.push(piece, &mut decoder).err();
        }
        Ok(())
    });
    let event = event.map_err(DecodeError::Source)?;
    if event == TextEvent::Complete && refusal.is_none() {
        refusal = decoder.finish().err().map(|_| Refusal::Lexical);
    }
    match (event, refusal) {
        (TextEvent::Complete, Some(refusal)) => Err(DecodeError::Refused(refusal, characters)),
        (event, _) => Ok(event),
    }
}

enum DecodeError {
    Source(Error),
    /// After so many characters.
    Refused(Refusal, usize),
}

impl Reader<'_> {
    /// The content of a binary element, through the end tag: its bytes, or a handle when the options name a sink.
    pub fn attachment(&mut self) -> Result<Attachment, Error> {
        let simple_type = self.begin_simple()?;
        let schema = self.schema;
        let has_constraint = self.element_rule(simple_type).constraint.is_some();
        if !schema.is_plain_base64(simple_type) || has_constraint || self.started.is_nil {
            return self.checked_attachment(simple_type);
        }
        let mut target = self.target(simple_type)?;
        match decode(self.source, &mut target) {
            Ok(TextEvent::Complete) => {
                let attachment = target.end().map_err(|refusal| self.refused(&refusal, 0, simple_type))?;
                self.path.leave();
                Ok(attachment)
            }
            Ok(TextEvent::Child) => Err(self.unexpected_child(Code::ChildUnexpected)),
            Err(DecodeError::Source(error)) => Err(self.located(error)),
            Err(DecodeError::Refused(refusal, characters)) => Err(self.refused(&refusal, characters, simple_type)),
        }
    }

    /// An attachment with rules of its own: read as a whole, then checked, then given to the sink.
    fn checked_attachment(&mut self, simple_type: SimpleTypeId) -> Result<Attachment, Error> {
        let path = self.path.describe(&self.schema.names);
        let bytes = self.element_value::<Base64Binary>(simple_type)?.into_bytes();
        let Some(attachments) = &self.options.attachments else {
            return Ok(Attachment::Bytes(bytes));
        };
        let stored = attachments.begin(&path).and_then(|mut writer| {
            writer.write(&bytes)?;
            writer.end()
        });
        match stored {
            Ok(id) => Ok(Attachment::Handle(AttachmentHandle {
                id,
                size: bytes.len() as u64,
                sha256: Sha256::digest(&bytes).into(),
            })),
            Err(error) => Err(self.refused(&Refusal::Sink(error), 0, simple_type)),
        }
    }

    fn target(&self, simple_type: SimpleTypeId) -> Result<Target, Error> {
        let Some(attachments) = &self.options.attachments else {
            return Ok(Target::Bytes(Vec::new()));
        };
        match attachments.begin(&self.path.describe(&self.schema.names)) {
            Ok(writer) => Ok(Target::Sink(Box::new(SinkTarget {
                writer,
                hash: Sha256::new(),
                size: 0,
                chunk: Vec::new(),
            }))),
            Err(error) => Err(self.refused(&Refusal::Sink(error), 0, simple_type)),
        }
    }

    #[cold]
    fn refused(&self, refusal: &Refusal, characters: usize, simple_type: SimpleTypeId) -> Error {
        let fault = match refusal {
            Refusal::Lexical => self.schema.lexical_fault(simple_type, characters),
            Refusal::Sink(error) => Fault::because(
                Code::Unreadable,
                Reason::from((
                    "ein Anhang ließ sich nicht ablegen",
                    "an attachment could not be stored",
                ))
                .because_of(error.kind()),
            ),
        };
        let source = self.value_source(simple_type, fault.code);
        self.error(fault, source)
    }
}
