//! Profiles: which fields an office needs for one Leistung, although the schema leaves them open.
//!
//! ```toml
//! name = "wohnkosten"
//! title = "Übernahme von Wohnkosten"
//! version = "1.0"
//!
//! [[field]]
//! path = "antrag.0001/person/anschrift/ort"
//! who = "antragstellende Person"
//! text = "Ohne Anschrift kann kein Bescheid zugestellt werden."
//!
//! [[field]]
//! path = "antrag.0001/erläuterung"
//! when = { path = "antrag.0001/wohnform", equals = "sonstige" }
//! who = "antragstellende Person"
//! ```
//!
//! # When a field is missing
//!
//! * Paths go from the root of the message down, by names without namespace; `@name` at the end is an attribute. `*` as the
//!   first step stands for the root of every message in which the rest of the path exists.
//! * A path has an **anchor**: the nearest element above the field that may stand more than once, or else the root. For each
//!   anchor that stands in the document, the field must stand at least once below it and must not be empty. So a rule on
//!   persons applies to each person; where no person stands, nothing is missing (demand the person itself for that).
//! * A condition is decided within the nearest element **above both** the field and the condition's field that may stand more
//!   than once, or else within the whole message. It holds if one of the values in there fits, wherever it stands: before the field
//!   or behind it.
//! * An element with `xsi:nil`, without text or with blank text is empty. An element that holds elements is there when it stands.
//! * Where the engine reads over a part of the document because of a fault, fields that could stand in it are not reported.
//!
//! A profile never makes a document invalid unless it asks for that by `severity = "error"`.

mod condition;
mod error;
mod file;
mod observer;
mod path;
mod plan;
mod resolve;
mod words;

pub use error::{ProfileError, ProfileErrorKind};

use crate::{
    engine::{Check, Observer},
    format::{CheckedProfile, sum_of},
};
use observer::ProfileObserver;
use plan::Plan;
use xsozial_schema::{Schema, Severity};

/// What one office needs for one Leistung, made ready for one schema.
///
/// ```
/// use xsozial_schema::{Schema, xsd::Sources};
/// use xsozial_validate::{Validator, profile::Profile};
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let schema = Schema::compile(Sources::new().bytes(
///     "antrag.xsd",
///     br#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="antrag"><xs:complexType><xs:sequence>
///           <xs:element name="telefon" type="xs:token" minOccurs="0"/>
///         </xs:sequence></xs:complexType></xs:element></xs:schema>"#.to_vec(),
/// ))?;
/// let profile = Profile::from_toml(
///     r#"
///     name = "beispiel"
///     [[field]]
///     path = "antrag/telefon"
///     who = "antragstellende Person"
///     "#,
///     "beispiel.toml",
///     &schema,
/// )?;
/// let validator = Validator::new(schema).with_profile(profile);
/// let report = validator.report(b"<antrag/>");
/// assert_eq!(report.findings[0].code().as_str(), "XP0001");
/// assert_eq!(report.valid(), Some(true), "what a profile misses is a warning");
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct Profile {
    name: String,
    title: String,
    version: String,
    fields: Vec<Field>,
    plan: Plan,
    sha256: String,
}

/// A field that is demanded.
#[derive(Debug)]
struct Field {
    severity: Severity,
    who: Option<String>,
    text: Option<String>,
    /// `file.toml:line`, with the field's id where it has one.
    source: String,
}

impl Profile {
    /// Reads a profile and finds its fields in the schema. `path` names the profile in errors and findings. The profile is for
    /// documents that are checked against this schema.
    pub fn from_toml(text: &str, path: &str, schema: &Schema) -> Result<Self, ProfileError> {
        let file = file::read(text, path)?;
        let plan = Plan::of(&file, text, path, schema)?;
        let source = |field: &file::FieldEntry| {
            let line = error::line_of(text, field.path.span().start);
            match &field.id {
                Some(id) => format!("{path}:{line} ({id})"),
                None => format!("{path}:{line}"),
            }
        };
        let fields = file.fields.iter().map(|field| Field {
            severity: field.severity.into(),
            who: field.who.clone(),
            text: field.text.clone(),
            source: source(field),
        });
        Ok(Self {
            fields: fields.collect(),
            plan,
            sha256: sha256(&file),
            title: file.title.unwrap_or_else(|| file.name.clone()),
            version: file.version.unwrap_or_default(),
            name: file.name,
        })
    }

    /// Its name, as the file tells it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What people call it; its name where it has no title.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Its version; empty where it has none.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// SHA-256 over what it demands, in lower-case hexadecimal. Comments, layout, the order of the fields and the file's name
    /// have no part in it.
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// What a report says of it.
    pub(crate) fn checked(&self) -> CheckedProfile {
        CheckedProfile {
            name: self.name.clone(),
            sha256: self.sha256.clone(),
        }
    }
}

impl Check for Profile {
    fn observer<'v>(&'v self, schema: &'v Schema) -> Box<dyn Observer + 'v> {
        Box::new(ProfileObserver::new(self, schema))
    }
}

fn sha256(file: &file::ProfileFile) -> String {
    let mut fields: Vec<String> = file.fields.iter().map(file::FieldEntry::row).collect();
    fields.sort_unstable();
    let head = format!(
        "{:?} {:?} {:?} {:?}",
        file.name, file.title, file.version, file.standard
    );
    sum_of(std::iter::once(head.as_str()).chain(fields.iter().map(String::as_str)))
}
