//! How documents are read and written.

use super::{AttachmentSink, AttachmentStore};
use std::{fmt, sync::Arc};
use xsozial_schema::{check::Tolerance, limits::Limits};

/// How a document is read. The default is strict: whatever the schema forbids is an error. Each tolerance is named.
///
/// One kind of rule is not checked while a value is read: the identity constraints of a schema (`xs:key`, `xs:keyref`,
/// `xs:unique`; XML Schema part 1, section 3.11), which compare values across the whole document. `read_validated` of the crate
/// `xsozial-validate` reads and checks them in the same pass. IDs and references to them (`xs:ID`, `xs:IDREF`) are checked
/// here.
///
/// ```
/// use xsozial_model::xml::ReadOptions;
/// let options = ReadOptions { unknown_elements: true, ..ReadOptions::default() };
/// assert!(!options.facets);
/// ```
#[derive(Clone, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each tolerance is a decision of its own")]
pub struct ReadOptions {
    /// Limits on depth and length.
    pub limits: Limits,
    /// Skip elements that the content model of their parent does not name at all.
    pub unknown_elements: bool,
    /// Skip attributes that their element's type does not know.
    pub unknown_attributes: bool,
    /// Accept values that differ from a fixed value of the schema.
    pub fixed_values: bool,
    /// Accept values that break a facet other than an enumeration, as long as they have the form of their built-in type.
    pub facets: bool,
    /// Accept references (IDREF) without a target.
    pub dangling_references: bool,
    /// Where binary elements go; without it their bytes are kept in the value.
    pub attachments: Option<Arc<dyn AttachmentSink>>,
}

impl ReadOptions {
    /// What is let pass in values.
    pub(super) fn tolerance(&self) -> Tolerance {
        Tolerance {
            facets: self.facets,
            fixed_values: self.fixed_values,
        }
    }
}

impl fmt::Debug for ReadOptions {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("ReadOptions")
            .field("limits", &self.limits)
            .field("unknown_elements", &self.unknown_elements)
            .field("unknown_attributes", &self.unknown_attributes)
            .field("fixed_values", &self.fixed_values)
            .field("facets", &self.facets)
            .field("dangling_references", &self.dangling_references)
            .field("attachments", &self.attachments.is_some())
            .finish()
    }
}

/// How a document is written. The default is one line after the XML declaration.
#[derive(Clone, Default)]
pub struct WriteOptions {
    /// Spaces for each level; `None` writes no white space between elements. Mixed and simple content is never indented.
    pub indentation: Option<u8>,
    /// Where the bytes of attachments that were read as handles come from.
    pub attachments: Option<Arc<dyn AttachmentStore>>,
}

impl fmt::Debug for WriteOptions {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("WriteOptions")
            .field("indentation", &self.indentation)
            .field("attachments", &self.attachments.is_some())
            .finish()
    }
}
