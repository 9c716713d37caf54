//! Binary elements, encoded as they are written.

use super::Writer;
use crate::xml::{Attachment, AttachmentHandle, Error};
use base64::{Engine, engine::general_purpose::STANDARD};
use std::io::{self, Read};
use xsozial_schema::{Code, Fault, Reason};

/// Bytes encoded at a time: a multiple of three, so that no padding stands inside.
const CHUNK: usize = 48 << 10;

impl Writer<'_> {
    /// Writes the content of a binary element.
    pub(in crate::xml) fn attachment(&mut self, attachment: &Attachment) -> Result<(), Error> {
        match attachment {
            Attachment::Bytes(bytes) => bytes.chunks(CHUNK).try_for_each(|chunk| self.encoded(chunk)),
            Attachment::Handle(handle) => self.stored(handle),
        }
    }

    fn encoded(&mut self, chunk: &[u8]) -> Result<(), Error> {
        self.scratch.clear();
        STANDARD.encode_string(chunk, &mut self.scratch);
        let result = self.sink.text(&self.scratch);
        result.map_err(|error| self.located(error))
    }

    fn stored(&mut self, handle: &AttachmentHandle) -> Result<(), Error> {
        let opened = match &self.options.attachments {
            Some(store) => store.open(&handle.id),
            None => Err(io::ErrorKind::NotFound.into()),
        };
        let mut stored = opened.map_err(|error| self.unavailable(&error))?;
        let mut chunk = Vec::with_capacity(CHUNK);
        let mut size = 0;
        loop {
            chunk.clear();
            let read = stored.by_ref().take(CHUNK as u64).read_to_end(&mut chunk);
            size += read.map_err(|error| self.unavailable(&error))? as u64;
            if chunk.is_empty() {
                break;
            }
            self.encoded(&chunk)?;
        }
        if size == handle.size {
            Ok(())
        } else {
            Err(self.unavailable(&io::ErrorKind::InvalidData.into()))
        }
    }

    fn unavailable(&self, error: &io::Error) -> Error {
        let reason = Reason::from(("ein Anhang ist nicht verfügbar", "an attachment is not available"));
        let reason = reason.because_of(error.kind());
        self.located(Error::new(Fault::because(Code::Unreadable, reason)))
    }
}
