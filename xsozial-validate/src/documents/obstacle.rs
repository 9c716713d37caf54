//! Why a document cannot be opened.

use std::io;
use xsozial_schema::Reason;

/// Why a document cannot be opened, or a folder's documents cannot be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Obstacle {
    /// A folder without documents.
    EmptyFolder,
    /// The operating system refuses.
    System(io::ErrorKind),
}

impl From<io::Error> for Obstacle {
    fn from(error: io::Error) -> Self {
        Self::System(error.kind())
    }
}

impl From<Obstacle> for Reason {
    /// What people read. It names neither file nor folder.
    fn from(obstacle: Obstacle) -> Self {
        match obstacle {
            Obstacle::EmptyFolder => Self::from(("der Ordner enthält keine *.xml", "the folder holds no *.xml")),
            Obstacle::System(kind) => Self::of_io(kind),
        }
    }
}
