//! How an XDatenfelder file becomes a schema.

use super::Shape;
use crate::genericode::CodeList;
use std::{fmt, sync::Arc};

/// What is to be done about a code list that a field refers to and nobody has at hand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MissingCodelists {
    /// The file is refused; the message names the list.
    #[default]
    Refuse,
    /// The field takes any code.
    AnyCode,
}

/// How an XDatenfelder file becomes a schema.
#[derive(Clone, Default)]
pub struct Options {
    /// The shape of the schema.
    pub shape: Shape,
    /// The code lists beside the file. A list is found by its URI and version.
    pub codelists: Vec<Arc<CodeList>>,
    /// What is to be done about lists that are not among them.
    pub missing_codelists: MissingCodelists,
}

impl fmt::Debug for Options {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Options")
            .field("shape", &self.shape)
            .field("codelists", &self.codelists.len())
            .field("missing_codelists", &self.missing_codelists)
            .finish()
    }
}
