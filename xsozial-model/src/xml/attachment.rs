//! Binary elements: bytes, or a handle to where they were put.

use std::io;
use std::sync::Arc;

/// The content of an element of type `xs:base64Binary`.
#[derive(Clone, PartialEq, Eq)]
pub enum Attachment {
    /// The bytes themselves.
    Bytes(Vec<u8>),
    /// Where the bytes were put while the document was read.
    Handle(AttachmentHandle),
}

/// Where the bytes of an attachment are, and what they are known by.
#[derive(Clone, PartialEq, Eq)]
pub struct AttachmentHandle {
    /// What the sink calls them.
    pub id: String,
    /// How many bytes.
    pub size: u64,
    /// SHA-256 over the bytes.
    pub sha256: [u8; 32],
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
