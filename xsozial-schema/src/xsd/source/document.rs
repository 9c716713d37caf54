//! One schema document as the next stage reads it.

use super::positions::Positions;
use std::{fmt, sync::Arc};

/// How one schema document refers to another (XML Schema part 1, section 4.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReferenceKind {
    /// `xs:include`: the same target namespace, or none ("chameleon").
    Include,
    /// `xs:import`: another namespace.
    Import,
    /// `xs:redefine`: an include that changes components.
    Redefine,
}

impl ReferenceKind {
    /// The local name of the element.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Include => "include",
            Self::Import => "import",
            Self::Redefine => "redefine",
        }
    }
}

/// One `xs:include`, `xs:import` or `xs:redefine`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Which of the three.
    pub kind: ReferenceKind,
    /// Attribute `namespace` of an import; `None` when it is absent, and for the other two kinds.
    pub namespace: Option<String>,
    /// Attribute `schemaLocation`.
    pub location: Option<String>,
    /// The documents meant, as indices into [`DocumentSet::documents`](super::DocumentSet::documents). Several when an
    /// import names a namespace alone that several documents make up; none for the namespace of XML Schema,
    /// and where no document is at hand for those of the prefix `xml` and of `xsi`, which need none.
    pub resolved: Vec<usize>,
    /// Line of the start tag in the original text, counted from 1.
    pub line: u32,
}

/// One schema document: decoded, free of a DOCTYPE, known to be well-formed and an `xs:schema`.
#[derive(Clone)]
pub struct LoadedDocument {
    /// Path as a person knows it: relative to the delivery, with `/`; for a ZIP archive the path inside it. Never
    /// absolute. Several deliveries are told apart by as much of their own path as that needs.
    pub path: String,
    /// Further paths at which the same bytes lie and were met; sorted.
    pub copies: Vec<String>,
    /// The text to be parsed. Where the file has a DOCTYPE, it is left out, attribute defaults and entities of its
    /// internal subset are filled in, and [`LoadedDocument::line_column`] still tells places in the file.
    pub text: String,
    /// SHA-256 of the file's bytes in lower-case hexadecimal; of an XDatenfelder file that of the XSD which it stands for.
    pub sha256: String,
    /// Attribute `targetNamespace`.
    pub target_namespace: Option<String>,
    /// The references to other documents, in document order.
    pub references: Vec<Reference>,
    /// Whether it is one of the built-in base documents.
    pub builtin: bool,
    pub(super) positions: Positions,
    /// The XDatenfelder file that the document was made of.
    #[cfg(feature = "xdatenfelder")]
    pub(super) datenschema: Option<std::sync::Arc<crate::xdatenfelder::Datenschema>>,
    /// The file, where it is not the text byte for byte: most are, and need not be kept twice.
    pub(super) bytes: Option<Arc<[u8]>>,
}

impl LoadedDocument {
    /// The XDatenfelder file that the document was made of, with the codes of its code lists.
    #[cfg(feature = "xdatenfelder")]
    pub fn datenschema(&self) -> Option<&crate::xdatenfelder::Datenschema> {
        self.datenschema.as_deref()
    }

    /// The file as it was delivered.
    pub fn bytes(&self) -> &[u8] {
        self.bytes.as_deref().unwrap_or(self.text.as_bytes())
    }

    /// The line in the original file of a byte offset into [`LoadedDocument::text`], counted from 1.
    pub fn line(&self, offset: usize) -> u32 {
        self.positions.line(offset)
    }

    /// Line and column in the original file of a byte offset into [`LoadedDocument::text`]; both are counted from 1,
    /// columns in characters. An offset behind the end is the end.
    pub fn line_column(&self, offset: usize) -> (u32, u32) {
        self.positions.line_column(&self.text, offset)
    }
}

/// Prints what the document is, not its text.
impl fmt::Debug for LoadedDocument {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("LoadedDocument")
            .field("path", &self.path)
            .field("sha256", &self.sha256)
            .field("target_namespace", &self.target_namespace)
            .field("references", &self.references)
            .finish_non_exhaustive()
    }
}
