//! Where the reading of one element stands.

use super::start::Started;
use xsozial_schema::{
    content::{Cursor, NO_RESTART},
    schema::{ComplexTypeId, ElementId},
};

/// Where the reading of one element of a complex type stands.
pub struct Frame {
    /// The type that the calling code was generated from.
    pub(super) declared: ComplexTypeId,
    /// The type in force, which restricts it or is the same.
    pub(super) effective: ComplexTypeId,
    /// The declaration of the element, if it has one.
    pub(super) element: Option<ElementId>,
    pub(super) cursor: Cursor,
    /// Leaf of the current child, counted as in the declared type.
    pub(super) slot: u32,
    /// Depth of the outermost group that the current child began anew.
    pub(super) restart: u8,
    pub(super) kept: Kept,
    pub(super) is_nil: bool,
}

/// What has been read and is to be returned once more.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kept {
    Nothing,
    /// The child that a group begins with.
    First,
    /// A child that a group did not take.
    Child,
    /// The end tag.
    End,
}

/// A part of mixed content.
pub enum Mixed {
    /// Text up to the next child or the end tag; never empty.
    Text(String),
    /// The next child: index of its leaf in the declared type.
    Child(u32),
}

impl Frame {
    pub(super) fn new(declared: ComplexTypeId, effective: ComplexTypeId, started: &Started) -> Self {
        Self {
            declared,
            effective,
            element: started.element,
            cursor: Cursor::default(),
            slot: 0,
            restart: NO_RESTART,
            kept: Kept::Nothing,
            is_nil: started.is_nil,
        }
    }

    /// What was kept; it is kept no more.
    #[inline]
    pub(super) fn take_kept(&mut self) -> Kept {
        std::mem::replace(&mut self.kept, Kept::Nothing)
    }
}
