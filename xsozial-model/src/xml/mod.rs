//! Reading and writing XML against a compiled schema.
//!
//! ```text
//! bytes -> EventSource -> Reader -> generated types -> Writer -> EventSink -> bytes
//! ```
//!
//! - [`EventSource`]: well-formedness, encodings, namespaces and limits; nothing of the schema but its names.
//! - [`Reader`]: the rules of the schema. Generated code asks it for the next child and for values.
//! - [`Writer`] and [`EventSink`]: the way back.

mod any;
mod any_document;
mod attachment;
mod code;
#[cfg(feature = "serde")]
mod code_json;
mod content;
mod document;
mod error;
mod list;
mod masked;
mod nillable;
mod octets;
mod options;
mod path;
mod position;
mod reader;
mod simple;
mod sink;
mod source;
mod writer;

pub use any::{AnyAttribute, AnyElement, AnyNode, NamespaceBinding};
pub use attachment::{Attachment, AttachmentHandle, AttachmentSink, AttachmentStore, AttachmentWriter};
pub use code::{Code, Codeliste};
pub use content::{Complex, Content, RootContent};
pub use document::{from_reader, from_xml, to_writer, to_xml};
pub use error::Error;
pub use list::List;
pub use masked::Unmasked;
pub use nillable::{Nil, Nillable};
pub use options::{ReadOptions, WriteOptions};
pub use path::{KeptPath, Path, attribute_step, push_element_step};
pub use position::{Mark, Position};
pub use reader::{Frame, Mixed, Reader};
pub use simple::{Enumerated, Simple};
pub use sink::{ByteSink, EventSink};
pub use source::{
    Attribute, DecodedDocument, ElementStart, Event, EventSource, Prefixes, PushedSource, SliceSource, StartElement,
    StreamSource, TextEvent, are_allowed, is_blank, shortened,
};
pub use writer::Writer;
