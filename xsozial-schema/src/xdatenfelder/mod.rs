//! XDatenfelder 2 and 3 → [`Schema`](crate::Schema).
//!
//! An XDatenfelder file is what FIM delivers a form's data model as: fields, groups and how often they stand. The official
//! XFall schemas are made from such files by converters; this module makes the same of them without the detour.
//!
//! The way of the data: `read` makes a [`Datenschema`] of the file, `codes` puts the values of code lists into it, `write`
//! makes XML Schema of it in one of two [`Shape`]s, and the reader of XML Schema does the rest, so that no rule is known
//! twice. Every place that it tells lies in the XDatenfelder file. At last `describe` adds to the compiled schema what the
//! XSD does not hold: readable names ([`SchemaData::labels`](crate::schema::SchemaData::labels)), help texts and rules.
//!
//! ```
//! use xsozial_schema::{Schema, xdatenfelder::Shape, xsd::Sources};
//! # let bytes = br#"<xdf:xdatenfelder.stammdatenschema.0102 xmlns:xdf="urn:xoev-de:fim:standard:xdatenfelder_2">
//! #   <xdf:header><xdf:nachrichtID>1</xdf:nachrichtID>
//! #   <xdf:erstellungszeitpunkt>2026-01-01T00:00:00Z</xdf:erstellungszeitpunkt></xdf:header>
//! #   <xdf:stammdatenschema><xdf:identifikation><xdf:id>S99000001</xdf:id><xdf:version>1.0</xdf:version>
//! #   </xdf:identifikation><xdf:name>Leer</xdf:name></xdf:stammdatenschema>
//! # </xdf:xdatenfelder.stammdatenschema.0102>"#.to_vec();
//! let schema = Schema::compile(Sources::new().bytes("leer.xdf2.xml", bytes).shape(Shape::B))?;
//! let (root, _) = schema.global_elements.iter().next().unwrap();
//! assert_eq!(schema.names.local(root), "S99000000001V1.0.0");
//! assert_eq!(schema.label(root), Some("Leer"));
//! # Ok::<(), xsozial_schema::xsd::XsdError>(())
//! ```
//!
//! What XML Schema cannot say is kept as documentation: rules (their text and script), help texts, presets, media types.
//!
//! Sources: XDatenfelder 2.0 and 3.0.0 (FIM-Baustein Datenfelder).

mod codes;
mod describe;
mod documentation;
mod error;
mod field;
mod model;
mod node;
mod options;
mod praezisierung;
mod read;
mod shape;
#[cfg(test)]
mod tests;
mod write;

pub use error::{XdatenfelderError, XdatenfelderProblem};
pub use model::{
    Angaben, Anzahl, CodelisteReferenz, Datenfeld, Datenfeldgruppe, Datenschema, Datentyp, Element, Feldart,
    Fundstelle, Identifikation, Praezisierung, Regel, Struktur, Version, Wert,
};
pub use options::{MissingCodelists, Options};
pub use shape::{Shape, UnknownShape};

pub(crate) use describe::describe;
pub(crate) use read::{is_xdatenfelder, read_document};
pub(crate) use write::Xsd;

use crate::xsd::XsdError;

/// Whether these bytes may be an XDatenfelder file: they name the namespace of one. What is wrong with a file that may be
/// one, [`Datenschema::from_bytes`] says.
pub fn may_be_xdatenfelder(bytes: &[u8]) -> bool {
    memchr::memmem::find(bytes, read::NAMESPACE.as_bytes()).is_some()
}

impl Datenschema {
    /// Reads an XDatenfelder file. `name` names it in messages; nothing is fetched or opened.
    ///
    /// # Errors
    /// When the bytes are no well-formed XML, or no XDatenfelder 2 or 3 file that is complete and known in all its parts.
    pub fn from_bytes(bytes: &[u8], name: &str) -> Result<Self, XsdError> {
        read::read(bytes, name)
    }

    /// The XML Schema of this file, as text.
    ///
    /// # Errors
    /// When a code list is missing, or when the file holds what the shape cannot say.
    pub fn to_xsd(&self, options: &Options) -> Result<String, XdatenfelderError> {
        let resolved = codes::resolved(self.clone(), options)?;
        Ok(write::write(&resolved, options.shape)?.text)
    }

    /// The same file with the values of its code lists in the fields, and its XML Schema.
    pub(crate) fn translated(self, options: &Options) -> Result<(Self, Xsd), XdatenfelderError> {
        let resolved = codes::resolved(self, options)?;
        let xsd = write::write(&resolved, options.shape)?;
        Ok((resolved, xsd))
    }

    /// The same file with the values of those code lists that are at hand.
    pub(crate) fn with_known_codes(self, options: &Options) -> Result<Self, XdatenfelderError> {
        let lenient = Options {
            missing_codelists: MissingCodelists::AnyCode,
            ..options.clone()
        };
        codes::resolved(self, &lenient)
    }
}
