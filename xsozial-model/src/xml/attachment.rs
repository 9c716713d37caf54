//! Binary elements: bytes, or a handle to where they were put.

use super::{Content, Error, Reader, Writer};
use std::{fmt, io};

/// The content of an element of type `xs:base64Binary`. `Debug` tells the size alone.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Attachment {
    /// The bytes themselves.
    Bytes(Vec<u8>),
    /// Where the bytes were put while the document was read.
    Handle(AttachmentHandle),
}

/// Where the bytes of an attachment are, and what they are known by. `Debug` tells the size alone.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct AttachmentHandle {
    /// What the sink calls them.
    pub id: String,
    /// How many bytes.
    pub size: u64,
    /// SHA-256 over the bytes.
    pub sha256: [u8; 32],
}

impl Attachment {
    /// How many bytes.
    pub fn size(&self) -> u64 {
        match self {
            Self::Bytes(bytes) => bytes.len() as u64,
            Self::Handle(handle) => handle.size,
        }
    }

    /// The bytes, unless they were put elsewhere.
    pub fn bytes(&self) -> Option<&[u8]> {
        match self {
            Self::Bytes(bytes) => Some(bytes),
            Self::Handle(_) => None,
        }
    }
}

impl From<Vec<u8>> for Attachment {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Bytes(bytes)
    }
}

impl Content for Attachment {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Error> {
        reader.attachment()
    }

    fn write(&self, writer: &mut Writer<'_>) -> Result<(), Error> {
        writer.attachment(self)
    }
}

impl fmt::Debug for Attachment {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bytes(bytes) => write!(formatter, "Bytes({} bytes)", bytes.len()),
            Self::Handle(handle) => handle.fmt(formatter),
        }
    }
}

impl fmt::Debug for AttachmentHandle {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Handle({} bytes)", self.size)
    }
}

/// Takes the binary elements of documents that are read, decoded and in pieces.
pub trait AttachmentSink: Send + Sync {
    /// Begins an attachment: the element of this path.
    fn begin(&self, path: &str) -> io::Result<Box<dyn AttachmentWriter>>;
}

/// Takes the bytes of one attachment.
pub trait AttachmentWriter {
    /// Takes the next bytes.
    fn write(&mut self, chunk: &[u8]) -> io::Result<()>;

    /// Ends the attachment and names it. An attachment that is dropped before belongs to a refused document.
    fn end(self: Box<Self>) -> io::Result<String>;
}

/// Gives the bytes of handles back when a document is written.
pub trait AttachmentStore: Send + Sync {
    /// Opens the attachment of this name.
    fn open(&self, id: &str) -> io::Result<Box<dyn io::Read>>;
}
