//! XML Schema documents → [`Schema`].
//!
//! The way of the data: [`source`] finds and decodes the documents, `components` reads what they declare with all
//! names resolved, `compile` makes the compiled schema of it. Nothing is ever fetched from a network, and no
//! construct is silently ignored: what is not supported is refused with file and line.

pub mod base;
mod compile;
mod components;
pub mod error;
mod fault;
pub mod source;

pub use crate::decode::DecodeError;
pub use error::{SchemaPosition, UnresolvedImport, XsdError};
pub use fault::SchemaFault;
pub use source::{DocumentSet, LoadedDocument, Reference, ReferenceKind, Sources};
#[cfg(feature = "xdatenfelder")]
pub(crate) use source::{PlainText, parse, plain_text};

use crate::Schema;

/// Everything in these documents because of which they cannot be compiled: each component that is refused, with file and
/// line; when all can be read, the first fault that compiling them meets. Empty when nothing is wrong.
pub fn faults(documents: &DocumentSet) -> Vec<SchemaFault> {
    let faults = components::faults(documents);
    if !faults.is_empty() {
        return faults;
    }
    match Schema::compile_documents(documents) {
        Err(XsdError::Schema(fault)) => vec![fault],
        _ => Vec::new(),
    }
}

impl Schema {
    /// Reads and compiles the schemas that these sources name.
    ///
    /// ```no_run
    /// use xsozial_schema::{Schema, xsd::Sources};
    /// let schema = Schema::compile(Sources::new().schema("delivery/xsd"))?;
    /// println!("{} {}", schema.standard.name, schema.standard.version);
    /// # Ok::<(), xsozial_schema::xsd::XsdError>(())
    /// ```
    pub fn compile(sources: Sources) -> Result<Self, XsdError> {
        let mut documents = sources.load()?;
        let components = components::read(&documents)?;
        documents.forget_texts();
        compile::compile(&documents, components)
    }

    /// Compiles documents that are already loaded.
    pub fn compile_documents(documents: &DocumentSet) -> Result<Self, XsdError> {
        let components = components::read(documents)?;
        compile::compile(documents, components)
    }
}
