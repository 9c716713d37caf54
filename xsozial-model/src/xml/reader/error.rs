//! Errors with their place.

use super::Reader;
use crate::xml::{Error, Position};
use xsozial_schema::{Code, Fault, schema::SourceLocation};

impl Reader<'_> {
    /// An error at the current position and element. `source` is the component whose rule is broken.
    #[cold]
    pub(super) fn error(&self, fault: Fault, source: SourceLocation) -> Error {
        self.error_at(fault, source, self.source.position())
    }

    #[cold]
    pub(super) fn error_at(&self, fault: Fault, source: SourceLocation, position: Position) -> Error {
        Error::new(fault)
            .at(position)
            .on(self.path.describe(&self.schema.names))
            .by(self.schema.describe_source(source))
    }

    /// An error of the event source, which knows the position and not the path.
    #[cold]
    pub(super) fn located(&self, error: Error) -> Error {
        error.on(self.path.describe(&self.schema.names))
    }

    /// An error of this toolkit or of generated code that does not fit the schema.
    #[cold]
    pub(super) fn internal(&self, reason: (&'static str, &'static str)) -> Error {
        self.error(Fault::because(Code::Internal, reason), SourceLocation::BUILT_IN)
    }

    /// The error for a leaf that generated code does not know; it can only come from code of another schema.
    #[cold]
    pub fn unexpected_slot(&self) -> Error {
        self.internal((
            "der erzeugte Code kennt einen Teil des Schemas nicht",
            "the generated code does not know a leaf of the schema",
        ))
    }
}
