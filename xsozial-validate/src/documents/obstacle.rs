//! Why a document cannot be opened.

use crate::format::choose;
use std::io;
use xsozial_schema::Language;

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

impl Obstacle {
    /// What people read. It names neither file nor folder.
    pub(crate) fn text(self, language: Language) -> String {
        let known = match self {
            Self::EmptyFolder => choose(language, "der Ordner enthält keine *.xml", "the folder holds no *.xml"),
            Self::System(io::ErrorKind::NotFound) => {
                choose(language, "es gibt keine solche Datei", "there is no such file")
            }
            Self::System(io::ErrorKind::PermissionDenied) => choose(
                language,
                "die Leserechte fehlen",
                "the permission to read it is missing",
            ),
            Self::System(kind) => return kind.to_string(),
        };
        known.to_owned()
    }
}
