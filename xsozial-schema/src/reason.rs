//! Technical reasons, in the languages of the messages.

use crate::{code::Language, fault::Subject};
use std::{borrow::Cow, io};

/// A technical reason, made without document content.
///
/// ```
/// use xsozial_schema::{Language, Reason};
///
/// let reason = Reason::of_io(std::io::ErrorKind::NotFound);
/// assert_eq!(reason.text(Language::German), "es gibt keine solche Datei");
/// assert_eq!(reason.text(Language::English), "there is no such file");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    german: Cow<'static, str>,
    english: Cow<'static, str>,
}

/// German and English.
impl From<(&'static str, &'static str)> for Reason {
    fn from((german, english): (&'static str, &'static str)) -> Self {
        Self {
            german: german.into(),
            english: english.into(),
        }
    }
}

impl Reason {
    /// What the operating system says.
    pub fn of_io(kind: io::ErrorKind) -> Self {
        use io::ErrorKind;
        let known = match kind {
            ErrorKind::NotFound => ("es gibt keine solche Datei", "there is no such file"),
            ErrorKind::PermissionDenied => ("die Zugriffsrechte fehlen", "the permission is missing"),
            ErrorKind::IsADirectory => ("es ist ein Ordner", "it is a folder"),
            ErrorKind::NotADirectory => ("ein Teil des Pfades ist kein Ordner", "a part of the path is no folder"),
            ErrorKind::AlreadyExists => ("die Datei gibt es schon", "the file is there already"),
            ErrorKind::InvalidData => ("die Daten sind beschädigt", "the data are damaged"),
            ErrorKind::InvalidInput => (
                "der Name oder ein Wert ist unzulässig",
                "the name or a value is not allowed",
            ),
            ErrorKind::InvalidFilename => ("der Dateiname ist unzulässig", "the file name is not allowed"),
            ErrorKind::UnexpectedEof => ("die Daten enden zu früh", "the data end too early"),
            ErrorKind::BrokenPipe => ("der Empfänger liest nicht mehr", "the recipient reads no more"),
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
                ("der Speicherplatz ist erschöpft", "there is no space left")
            }
            ErrorKind::WriteZero => ("es ließ sich nicht alles schreiben", "not everything could be written"),
            ErrorKind::TimedOut => ("es hat zu lange gedauert", "it took too long"),
            ErrorKind::Interrupted => ("der Vorgang wurde unterbrochen", "the operation was interrupted"),
            ErrorKind::OutOfMemory => ("der Arbeitsspeicher reicht nicht", "there is not enough memory"),
            ErrorKind::ConnectionReset | ErrorKind::ConnectionAborted | ErrorKind::NotConnected => {
                ("die Verbindung ist abgebrochen", "the connection was lost")
            }
            ErrorKind::Unsupported => (
                "das Betriebssystem kann das nicht",
                "the operating system cannot do that",
            ),
            _ => ("Fehler bei der Ein- oder Ausgabe", "an input or output error"),
        };
        known.into()
    }

    /// This reason, and what the operating system says.
    #[must_use]
    pub fn because_of(self, kind: io::ErrorKind) -> Self {
        let cause = Self::of_io(kind);
        Self {
            german: format!("{}: {}", self.german, cause.german).into(),
            english: format!("{}: {}", self.english, cause.english).into(),
        }
    }

    /// For people.
    pub fn text(&self, language: Language) -> &str {
        match language {
            Language::German => &self.german,
            Language::English => &self.english,
        }
    }
}

impl From<Reason> for Subject {
    fn from(reason: Reason) -> Self {
        Self::Worded {
            german: reason.german.into_owned(),
            english: reason.english.into_owned(),
        }
    }
}
