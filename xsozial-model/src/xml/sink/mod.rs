//! Where written documents go.

mod bytes;
mod escape;

pub use bytes::ByteSink;

use super::Error;

/// Takes a document that is written, event by event. Names are qualified, and their prefixes are declared by attributes
/// named `xmlns` or `xmlns:…`, which follow their element's start.
///
/// The errors have no path: the path is known to the [`Writer`](super::Writer).
pub trait EventSink {
    /// The document begins.
    fn begin(&mut self) -> Result<(), Error>;

    /// An element begins. In one that `keeps_space`, white space between children would be content.
    fn start(&mut self, name: &str, keeps_space: bool) -> Result<(), Error>;

    /// An attribute of the element that was begun last.
    fn attribute(&mut self, name: &str, value: &str) -> Result<(), Error>;

    /// Text, not escaped.
    fn text(&mut self, text: &str) -> Result<(), Error>;

    /// The innermost element ends.
    fn end(&mut self, name: &str) -> Result<(), Error>;

    /// The document ends.
    fn finish(&mut self) -> Result<(), Error>;
}
