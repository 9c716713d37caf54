//! Why a delivery of schema documents could not be used.

use super::fault::SchemaFault;
use crate::{decode::DecodeError, files::FileFault};
use std::{fmt, io};

/// A place in a schema document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchemaPosition {
    /// The file as a person knows it: relative to the delivery, with `/`.
    pub file: String,
    /// Line, counted from 1; 0 when the fault has no place within the file.
    pub line: u32,
    /// Column in characters, counted from 1; 0 when only the line is known.
    pub column: u32,
}

impl SchemaPosition {
    /// A whole file.
    pub fn of_file(file: impl Into<String>) -> Self {
        Self::of_line(file, 0)
    }

    /// A line of a file.
    pub fn of_line(file: impl Into<String>, line: u32) -> Self {
        Self {
            file: file.into(),
            line,
            column: 0,
        }
    }
}

impl fmt::Display for SchemaPosition {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.file)?;
        if self.line > 0 {
            write!(formatter, ":{}", self.line)?;
        }
        if self.column > 0 {
            write!(formatter, ":{}", self.column)?;
        }
        Ok(())
    }
}

/// Why a delivery of schema documents could not be used. Each variant has a stable code, see [`XsdError::code`].
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum XsdError {
    /// No schema was given at all.
    #[error("no schema was given; pass an XSD, a folder or a ZIP archive with --schema PATH")]
    NothingGiven,
    /// A file or folder could not be read.
    #[error("{path}: cannot be read: {source}")]
    Unreadable {
        /// The path as it was given, or as a person knows it.
        path: String,
        /// What the operating system says.
        source: io::Error,
    },
    /// A folder or ZIP archive holds no XSD.
    #[error("{path}: holds no schema document (*.xsd){}", nested_archives(nested))]
    NoSchema {
        /// The path as it was given.
        path: String,
        /// ZIP archives inside, which are not opened.
        nested: Vec<String>,
    },
    /// A ZIP archive is damaged, or holds what no delivery holds.
    #[error("{path}: {}{reason}", entry_of_archive(entry.as_deref()))]
    Archive {
        /// The archive's path as it was given.
        path: String,
        /// The entry, where the fault lies in one.
        entry: Option<String>,
        /// What is wrong, in a few words.
        reason: String,
    },
    /// Something is larger than any delivery is.
    #[error("{path}: more than {limit} {what}; this is no schema delivery")]
    TooLarge {
        /// The file, folder or archive.
        path: String,
        /// What is counted.
        what: &'static str,
        /// The limit.
        limit: u64,
    },
    /// Two documents in memory have one name.
    #[error("two different schema documents have the name `{name}`")]
    DuplicateName {
        /// The name.
        name: String,
    },
    /// The character encoding is unknown or violated.
    #[error("{}: {source}", position.file)]
    Encoding {
        /// Where; the line alone.
        position: SchemaPosition,
        /// What is wrong with its bytes.
        source: DecodeError,
    },
    /// A schema document or catalog is not well-formed XML.
    #[error("{position}: not well-formed: {reason}")]
    NotWellFormed {
        /// Where.
        position: SchemaPosition,
        /// What is wrong.
        reason: String,
    },
    /// The entities of a document type declaration grow beyond all bounds ("billion laughs").
    #[error("{position}: the entities of the DOCTYPE grow beyond {limit} bytes or refer to each other too deeply")]
    EntityExpansion {
        /// The reference in the document.
        position: SchemaPosition,
        /// The limit in bytes.
        limit: usize,
    },
    /// An XML document that is no XML Schema.
    #[error("{position}: no XML Schema document: the root element is {root}")]
    NotASchema {
        /// The root element.
        position: SchemaPosition,
        /// Its name as `Q{uri}local`.
        root: String,
    },
    /// A catalog is no OASIS catalog.
    #[error("{position}: no OASIS catalog: the root element is {root}")]
    NotACatalog {
        /// The root element.
        position: SchemaPosition,
        /// Its name as `Q{uri}local`.
        root: String,
    },
    /// A document is there, with a namespace other than the one that was asked for (XML Schema part 1, section 4.2).
    #[error("{position}: `{location}` has {}, not {} as the reference says", namespace_text(found.as_deref()), namespace_text(expected.as_deref()))]
    NamespaceMismatch {
        /// The `xs:import`, `xs:include` or `xs:redefine`.
        position: SchemaPosition,
        /// The document found.
        location: String,
        /// The namespace asked for.
        expected: Option<String>,
        /// The document's target namespace.
        found: Option<String>,
    },
    /// An `xs:import`, `xs:include` or `xs:redefine` whose document is nowhere to be found.
    #[error("{0}")]
    UnresolvedImport(Box<UnresolvedImport>),
    /// An XDatenfelder file that cannot be used.
    #[cfg(feature = "xdatenfelder")]
    #[error(transparent)]
    Xdatenfelder(Box<crate::xdatenfelder::XdatenfelderError>),
    /// The documents are there, and what they declare cannot be compiled.
    #[error(transparent)]
    Schema(#[from] SchemaFault),
}

impl From<FileFault> for XsdError {
    fn from(fault: FileFault) -> Self {
        match fault {
            FileFault::Unreadable { path, source } => Self::Unreadable { path, source },
            FileFault::Archive { path, entry, reason } => Self::Archive { path, entry, reason },
            FileFault::TooLarge { path, what, limit } => Self::TooLarge { path, what, limit },
        }
    }
}

#[cfg(feature = "xdatenfelder")]
impl From<crate::xdatenfelder::XdatenfelderError> for XsdError {
    fn from(error: crate::xdatenfelder::XdatenfelderError) -> Self {
        Self::Xdatenfelder(Box::new(error))
    }
}

impl XsdError {
    /// The stable code of the error. `XL` stands for the loading of schemas, `XM` for the making of the compiled schema.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NothingGiven => "XL0001",
            Self::Unreadable { .. } => "XL0002",
            Self::NoSchema { .. } => "XL0003",
            Self::Archive { .. } => "XL0004",
            Self::TooLarge { .. } => "XL0005",
            Self::DuplicateName { .. } => "XL0006",
            Self::Encoding { .. } => "XL0101",
            Self::NotWellFormed { .. } => "XL0102",
            Self::EntityExpansion { .. } => "XL0103",
            Self::NotASchema { .. } => "XL0104",
            Self::NotACatalog { .. } => "XL0105",
            Self::NamespaceMismatch { .. } => "XL0201",
            Self::UnresolvedImport(_) => "XL0202",
            #[cfg(feature = "xdatenfelder")]
            Self::Xdatenfelder(error) => error.code(),
            Self::Schema(fault) => fault.code(),
        }
    }

    /// Where the error lies, when it lies in a schema document or catalog.
    pub fn position(&self) -> Option<&SchemaPosition> {
        match self {
            Self::Encoding { position, .. }
            | Self::NotWellFormed { position, .. }
            | Self::EntityExpansion { position, .. }
            | Self::NotASchema { position, .. }
            | Self::NotACatalog { position, .. }
            | Self::NamespaceMismatch { position, .. } => Some(position),
            Self::UnresolvedImport(import) => Some(&import.position),
            #[cfg(feature = "xdatenfelder")]
            Self::Xdatenfelder(error) => Some(&error.position),
            Self::Schema(fault) => Some(fault.position()),
            _ => None,
        }
    }
}

/// A reference to another schema document that could not be resolved, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnresolvedImport {
    /// The `xs:import`, `xs:include` or `xs:redefine`.
    pub position: SchemaPosition,
    /// Its name: `import`, `include` or `redefine`.
    pub kind: &'static str,
    /// The namespace asked for; `None` for no namespace.
    pub namespace: Option<String>,
    /// Attribute `schemaLocation`.
    pub location: Option<String>,
    /// What was tried, in order.
    pub tried: Vec<String>,
    /// The other documents that are missing, each once, in words.
    pub also_missing: Vec<String>,
}

impl UnresolvedImport {
    /// What is missing, in words: its namespace and location.
    pub(crate) fn missing(&self) -> String {
        let namespace = namespace_text(self.namespace.as_deref());
        let location = self.location.as_ref();
        location.map_or_else(|| namespace.clone(), |location| format!("{namespace} (`{location}`)"))
    }
}

impl fmt::Display for UnresolvedImport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: the xs:{} of ", self.position, self.kind)?;
        formatter.write_str(&namespace_text(self.namespace.as_deref()))?;
        match &self.location {
            Some(location) => write!(formatter, ", schemaLocation `{location}`,")?,
            None => formatter.write_str(" without schemaLocation")?,
        }
        formatter.write_str(" cannot be resolved")?;
        for (index, tried) in self.tried.iter().enumerate() {
            write!(formatter, "{} {tried}", if index == 0 { "; tried:" } else { ";" })?;
        }
        if !self.also_missing.is_empty() {
            write!(formatter, ". Missing as well: {}", self.also_missing.join(", "))?;
        }
        formatter.write_str(
            ". Name the document, its folder or its ZIP archive beside the schemas given, or a catalog that maps the location \
             with --catalog FILE; nothing is ever fetched from the network",
        )
    }
}

fn namespace_text(namespace: Option<&str>) -> String {
    namespace.map_or_else(|| "no namespace".to_owned(), |uri| format!("namespace `{uri}`"))
}

fn nested_archives(nested: &[String]) -> String {
    if nested.is_empty() {
        String::new()
    } else {
        format!("; unpack the archive inside it first: {}", nested.join(", "))
    }
}

fn entry_of_archive(entry: Option<&str>) -> String {
    entry.map_or_else(String::new, |entry| format!("entry `{entry}`: "))
}
