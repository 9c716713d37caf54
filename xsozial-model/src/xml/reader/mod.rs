//! The reader that generated code drives.
//!
//! SIGNATURES ONLY (first commit): the bodies follow. Protocol for a complex type:
//! ```ignore
//! impl Content for T {
//!     fn read(reader: &mut Reader<'_>) -> Result<Self, Error> {
//!         let mut frame = reader.begin(Self::TYPE)?;
//!         let id = reader.attribute(&frame, 0)?;                 // Option<T>
//!         let kind = reader.attribute(&frame, 1)?;
//!         let kind = reader.required(kind)?;
//!         let mut name = None;
//!         let mut items = Vec::new();
//!         while let Some(slot) = reader.next(&mut frame)? {
//!             match slot {
//!                 0 => name = Some(reader.value()?),
//!                 1 => items.push(reader.value()?),
//!                 2..=4 => { reader.enter_group(&mut frame); group = Some(TGruppe::read_group(reader, &mut frame)?); }
//!                 _ => return Err(reader.unexpected_slot()),
//!             }
//!         }
//!         Ok(Self { name: reader.required(name)?, items, .. })
//!     }
//! }
//! ```

use super::{AnyAttribute, Content, Error, Simple};
use std::{marker::PhantomData, ops::Range};
use xsozial_schema::schema::{ComplexTypeId, ElementId};

/// Reads a document against a compiled schema; generated code asks it for one child after the other.
pub struct Reader<'a>(PhantomData<&'a ()>);

/// Where the reading of one element of a complex type stands.
pub struct Frame(());

/// A part of mixed content.
pub enum Mixed {
    /// Text up to the next child or the end tag; never empty.
    Text(String),
    /// The next child: index of its leaf in the declared type.
    Child(u32),
}

fn unfinished<T>() -> Result<T, Error> {
    Err(Error::internal("unfinished"))
}

impl Reader<'_> {
    /// Begins the element whose start tag was read last. `declared` is the type that the calling code was generated from.
    ///
    /// Checks the attributes against the type in force (which `xsi:type` may name; a type derived by restriction is read in
    /// terms of `declared`) and registers IDs. Leaves and attributes are counted as in `declared`.
    pub fn begin(&mut self, declared: ComplexTypeId) -> Result<Frame, Error> {
        let _ = declared;
        unfinished()
    }

    /// The value of an attribute: `index` into the attribute uses of the declared type. Only before the first child is read.
    pub fn attribute<T: Simple>(&mut self, frame: &Frame, index: u32) -> Result<Option<T>, Error> {
        let _ = (frame, index);
        unfinished()
    }

    /// The attributes that the type admits by its wildcard. Only before the first child is read.
    pub fn other_attributes(&mut self, frame: &Frame) -> Result<Vec<AnyAttribute>, Error> {
        let _ = frame;
        unfinished()
    }

    /// The type that `xsi:type` puts in the place of the declared one: one derived from it by restriction.
    pub fn xsi_type(&self, frame: &Frame) -> Option<ComplexTypeId> {
        let _ = frame;
        None
    }

    /// A mandatory part. Its absence is an internal error: the automaton has refused every real absence before.
    pub fn required<T>(&mut self, value: Option<T>) -> Result<T, Error> {
        value.ok_or_else(|| Error::internal("a mandatory part is absent"))
    }

    /// The next child: index of its leaf in the declared type. `None` at the end tag, which is then consumed.
    pub fn next(&mut self, frame: &mut Frame) -> Result<Option<u32>, Error> {
        let _ = frame;
        unfinished()
    }

    /// Keeps the current child, so that [`next_in_group`](Self::next_in_group) returns it first.
    pub fn enter_group(&mut self, frame: &mut Frame) {
        let _ = frame;
    }

    /// The next child inside a group whose leaves these are and which has `depth` groups around it. `None`, and the child is
    /// kept for the caller, when it stands outside the leaves or begins the group or one around it anew; `None` at the end tag.
    pub fn next_in_group(&mut self, frame: &mut Frame, depth: u8, leaves: Range<u32>) -> Result<Option<u32>, Error> {
        let _ = (frame, depth, leaves);
        unfinished()
    }

    /// The next part of mixed content. `None` at the end tag, which is then consumed.
    pub fn next_mixed(&mut self, frame: &mut Frame) -> Result<Option<Mixed>, Error> {
        let _ = frame;
        unfinished()
    }

    /// The content of the child that was returned last.
    pub fn value<T: Content>(&mut self) -> Result<T, Error> {
        T::read(self)
    }

    /// The text of a complex type with simple content, through the end tag.
    pub fn text<T: Simple>(&mut self, frame: &mut Frame) -> Result<T, Error> {
        let _ = frame;
        unfinished()
    }

    /// The value of an element of a simple type, through the end tag.
    pub fn simple<T: Simple>(&mut self) -> Result<T, Error> {
        unfinished()
    }

    /// Which of these types the type in force of the current element is, or is derived from by restriction alone.
    pub fn alternative(&mut self, types: &[ComplexTypeId]) -> Result<usize, Error> {
        let _ = types;
        unfinished()
    }

    /// The declaration of the element whose start tag was read last (of its substitution group the member).
    pub fn element(&self) -> Result<ElementId, Error> {
        unfinished()
    }

    /// The error for a root element that the type read does not stand for.
    pub fn unknown_root(&self) -> Error {
        Error::internal("unfinished")
    }

    /// The error for a leaf that generated code does not know; it can only come from code of another schema.
    pub fn unexpected_slot(&self) -> Error {
        Error::internal("a leaf of another schema")
    }
}
