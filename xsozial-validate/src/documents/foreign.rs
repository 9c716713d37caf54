//! Documents that are no XML at all, known by their first bytes.

use crate::Report;
use xsozial_schema::{Code, Fault};

/// A format that people take for a message, or lay beside one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Foreign {
    /// The printout of an application.
    Pdf,
    /// An archive, or a document of an office program.
    Zip,
    /// Something compressed.
    Gzip,
    /// A picture.
    Picture,
    /// Rich text.
    Rtf,
    /// Data of another kind.
    Json,
}

/// How files of these formats begin.
const BEGINNINGS: &[(&[u8], Foreign)] = &[
    (b"%PDF-", Foreign::Pdf),
    (b"PK\x03\x04", Foreign::Zip),
    (b"PK\x05\x06", Foreign::Zip),
    (b"\x1f\x8b", Foreign::Gzip),
    (b"\xff\xd8\xff", Foreign::Picture),
    (b"\x89PNG", Foreign::Picture),
    (b"{\\rtf", Foreign::Rtf),
    (b"{", Foreign::Json),
];

impl Foreign {
    /// What a document is that begins so; `None`: it may be XML.
    pub(crate) fn of(beginning: &[u8]) -> Option<Self> {
        let found = BEGINNINGS.iter().find(|(bytes, _)| beginning.starts_with(bytes));
        found.map(|&(_, format)| format)
    }

    /// Says in a report what the document is, where its first bytes were refused.
    pub(crate) fn tell(found: Option<Self>, report: &mut Report) {
        let (Some(format), [finding, ..]) = (found, report.findings.as_mut_slice()) else {
            return;
        };
        if matches!(finding.code(), Code::NotXml | Code::Encoding) {
            finding.fault = Fault::because(finding.code(), format.words());
        }
    }

    const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Pdf => ("es ist eine PDF-Datei und kein XML", "it is a PDF file and no XML"),
            Self::Zip => (
                "es ist eine ZIP-Datei oder ein Office-Dokument und kein XML",
                "it is a ZIP file or an office document and no XML",
            ),
            Self::Gzip => ("es ist eine gzip-Datei und kein XML", "it is a gzip file and no XML"),
            Self::Picture => ("es ist ein Bild und kein XML", "it is a picture and no XML"),
            Self::Rtf => (
                "es ist ein RTF-Dokument und kein XML",
                "it is an RTF document and no XML",
            ),
            Self::Json => (
                "es sieht nach JSON aus und ist kein XML",
                "it looks like JSON and is no XML",
            ),
        }
    }
}
