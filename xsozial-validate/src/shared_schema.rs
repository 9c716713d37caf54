//! A schema that is shared.

use std::{ops::Deref, sync::Arc};
use xsozial_schema::Schema;

/// A schema that lives as long as it is needed: one of a generated crate, or one that was compiled at run time.
#[derive(Clone, Debug)]
pub enum SharedSchema {
    /// The schema of a generated crate.
    Static(&'static Schema),
    /// A schema that was compiled or loaded at run time.
    Counted(Arc<Schema>),
}

impl Deref for SharedSchema {
    type Target = Schema;

    #[inline]
    fn deref(&self) -> &Schema {
        match self {
            Self::Static(schema) => schema,
            Self::Counted(schema) => schema,
        }
    }
}

impl From<&'static Schema> for SharedSchema {
    fn from(schema: &'static Schema) -> Self {
        Self::Static(schema)
    }
}

impl From<Arc<Schema>> for SharedSchema {
    fn from(schema: Arc<Schema>) -> Self {
        Self::Counted(schema)
    }
}

impl From<Schema> for SharedSchema {
    fn from(schema: Schema) -> Self {
        Self::Counted(Arc::new(schema))
    }
}
