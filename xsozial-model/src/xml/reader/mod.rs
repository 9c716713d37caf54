//! The reader that generated code drives.
//!
//! A generated `Content::read` follows this pattern:
//!
//! ```ignore
//! let mut frame = reader.begin(Self::TYPE)?;
//! let id = reader.attribute(&frame, 0)?;
//! let art = reader.attribute(&frame, 1)?;
//! let mut name = None;
//! let mut items = Vec::new();
//! while let Some(slot) = reader.next(&mut frame)? {
//!     match slot {
//!         0 => name = Some(reader.value()?),
//!         1 => items.push(reader.value()?),
//!         _ => return Err(reader.unexpected_slot()),
//!     }
//! }
//! Ok(Self { id, art: reader.required(art)?, name: reader.required(name)?, items })
//! ```

mod any;
mod attributes;
mod binary;
mod children;
mod error;
mod frame;
mod root;
mod start;
mod text;

pub use frame::{Frame, Mixed};

use super::{Content, ElementStart, Error, EventSource, ReadOptions, path::Path};
use start::Started;
use xsozial_schema::{
    NameId, NamespaceId, Schema,
    check::IdTable,
    schema::{ElementId, SimpleTypeId},
};

/// Reads a document against a compiled schema; generated code asks it for one child after the other.
///
/// It refuses whatever the schema forbids ([`ReadOptions`] names the exceptions), with the code that the validator gives
/// the first finding.
pub struct Reader<'a> {
    source: &'a mut dyn EventSource,
    schema: &'a Schema,
    options: &'a ReadOptions,
    path: Path,
    /// The start tag that was read last.
    start: ElementStart,
    /// What its element is checked against.
    started: Started,
    /// How the value check took each attribute of that start tag.
    checked_attributes: Vec<CheckedAttribute>,
    ids: IdTable<root::Reference>,
}

/// How the value check took an attribute.
#[derive(Clone, Copy)]
struct CheckedAttribute {
    /// The type, of a union the member that took the value. `None` where no type is known.
    member: Option<SimpleTypeId>,
    enumeration: Option<u32>,
    /// Its white space is as its type wants it.
    is_normal: bool,
}

impl<'a> Reader<'a> {
    /// A reader at the beginning of a document.
    pub fn new(schema: &'a Schema, source: &'a mut dyn EventSource, options: &'a ReadOptions) -> Self {
        Self {
            source,
            schema,
            options,
            path: Path::new(),
            start: ElementStart {
                name: NameId::UNKNOWN,
                namespace: NamespaceId::UNKNOWN,
                attribute_count: 0,
                has_instance_attributes: false,
            },
            started: Started::NOTHING,
            checked_attributes: Vec::new(),
            ids: IdTable::new(),
        }
    }

    /// A mandatory part. Its absence is an internal error: the automaton has refused every real absence before.
    #[inline]
    pub fn required<T>(&self, value: Option<T>) -> Result<T, Error> {
        value.ok_or_else(|| {
            self.internal((
                "ein Pflichtteil fehlt, den das Schema nicht verlangt",
                "a mandatory part is absent that the schema does not demand",
            ))
        })
    }

    /// The content of the child that was returned last.
    #[inline]
    pub fn value<T: Content>(&mut self) -> Result<T, Error> {
        T::read(self)
    }

    /// The declaration of the element whose start tag was read last (of a substitution group the member).
    pub fn element(&self) -> Result<ElementId, Error> {
        self.started.element.ok_or_else(|| {
            self.internal((
                "ein nicht deklariertes Element wird als deklariertes gelesen",
                "an undeclared element is read as a declared one",
            ))
        })
    }
}
