//! Where events come from: documents as slices or streams, well-formed or refused.
//!
//! ```text
//! bytes -> encoding -> tokens (plain forms here, others by quick-xml) -> events: names as numbers, references resolved, namespaces in scope
//! ```
//!
//! Source: XML 1.0 (fifth edition) and Namespaces in XML 1.0. There is no DTD processing: a DOCTYPE is refused.

mod attribute_value;
mod characters;
mod convert;
mod encoding;
mod event;
mod events;
mod input;
mod lines;
mod name_cache;
mod open_names;
mod plain;
mod prefixes;
mod prolog;
mod pushed;
mod references;
mod scan;
mod slice;
mod start_tag;
mod stream;
mod text;
mod tokens;
mod window;

#[cfg(test)]
pub(crate) use characters::is_allowed;
pub(crate) use characters::shown;
pub use characters::{are_allowed, is_blank};
pub use event::{Attribute, ElementStart, Event, EventSource, StartElement, TextEvent};
pub use events::{SliceSource, StreamSource};
pub use prefixes::Prefixes;
pub use pushed::PushedSource;
pub use slice::DecodedDocument;
pub use start_tag::shortened;
