//! The two shapes of XML Schema that XDatenfelder files are turned into, and their names.

use super::model::{Datenschema, Element, Identifikation, Version};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// Which XML Schema is made of an XDatenfelder file.
///
/// | | [`A`](Shape::A), the default | [`B`](Shape::B) |
/// |---|---|---|
/// | made by | the FIM portal's converter | the public style sheet XDF3 → XFall |
/// | namespace | `urn:xoev-de:xfall:standard:fim-<id>_<version>` | `urn:fim-de:xfall:datenschema:xdf3` |
/// | global elements | one, for the schema: `fim.<id>.<version, 14 digits>` | one each for the schema, every group and field |
/// | names | the bare id | `<id>V<version>`, ids and versions as in XDatenfelder 3 |
/// | `bool` | the texts `true` and `false` | `xs:boolean` |
/// | `num` | `xs:decimal` (not known of the converter, so nothing is rounded) | `xs:float` |
/// | labels | left out | declared, with `maxOccurs="0"` |
///
/// A is the default because what authorities receive today is of that shape. How the portal counts the 14 digits is not
/// documented; for a file of its own this module writes them as 8, 3 and 3 digits of the version. Compare with the XSD of
/// the portal before documents are exchanged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Shape {
    /// One global element, everything else nested and anonymous; bare ids.
    #[default]
    A,
    /// Global elements that refer to one another; ids with versions.
    B,
}

/// A text that names no [`Shape`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the shapes are A and B")]
pub struct UnknownShape;

/// The letter, small or capital.
impl FromStr for Shape {
    type Err = UnknownShape;

    fn from_str(text: &str) -> Result<Self, UnknownShape> {
        match text {
            "A" | "a" => Ok(Self::A),
            "B" | "b" => Ok(Self::B),
            _ => Err(UnknownShape),
        }
    }
}

impl fmt::Display for Shape {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(match self {
            Self::A => "A",
            Self::B => "B",
        })
    }
}

/// Namespace of all schemas of shape B.
const NAMESPACE_B: &str = "urn:fim-de:xfall:datenschema:xdf3";

impl Shape {
    /// The target namespace.
    pub(super) fn namespace(self, schema: &Datenschema) -> String {
        match self {
            Self::A => format!(
                "urn:xoev-de:xfall:standard:fim-{}_{}",
                schema.identifikation().id.to_lowercase(),
                schema.identifikation().version
            ),
            Self::B => NAMESPACE_B.to_owned(),
        }
    }

    /// Name of the element that documents begin with.
    pub(super) fn root_name(self, schema: &Datenschema) -> String {
        let identifikation = schema.identifikation();
        match (self, &schema.wurzel) {
            (Self::A, Element::Schema(_)) => {
                format!("fim.{}.{}", identifikation.id, fourteen_digits(&identifikation.version))
            }
            _ => self.element_name(schema.fassung, identifikation),
        }
    }

    /// Name of the element of a group or field.
    pub(super) fn element_name(self, fassung: Version, identifikation: &Identifikation) -> String {
        match self {
            Self::A => identifikation.id.clone(),
            Self::B => with_version(fassung, identifikation),
        }
    }
}

/// `<id>V<version>` as XDatenfelder 3 counts them.
pub(super) fn with_version(fassung: Version, identifikation: &Identifikation) -> String {
    let Identifikation { id, version } = identifikation;
    let (id, version) = match fassung {
        Version::V2 => (longer_id(id), longer_version(version)),
        Version::V3 => (id.clone(), version.clone()),
    };
    if version.is_empty() {
        id
    } else {
        format!("{id}V{version}")
    }
}

/// XDatenfelder 3 has three digits more in an id, behind the two of the number range.
fn longer_id(id: &str) -> String {
    match (id.get(..3), id.get(3..)) {
        (Some(range), Some(number)) => format!("{range}000{number}"),
        _ => id.to_owned(),
    }
}

/// XDatenfelder 3 has three parts in a version.
fn longer_version(version: &str) -> String {
    match version.matches('.').count() {
        _ if version.is_empty() => String::new(),
        0 => format!("{version}.0.0"),
        1 => format!("{version}.0"),
        _ => version.to_owned(),
    }
}

/// `1.2.3` → `00000001002003`.
fn fourteen_digits(version: &str) -> String {
    let mut parts = version.split('.').chain(std::iter::repeat("0"));
    let mut next = || parts.next().unwrap_or("0");
    let (first, second, third) = (next(), next(), next());
    format!("{first:0>8}{second:0>3}{third:0>3}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_and_versions_of_the_second_edition_are_counted_as_in_the_third() {
        let name = |id: &str, version: &str| {
            let identifikation = Identifikation {
                id: id.to_owned(),
                version: version.to_owned(),
            };
            with_version(Version::V2, &identifikation)
        };
        assert_eq!(name("F99000227", "1.1"), "F99000000227V1.1.0");
        assert_eq!(name("F123", "1"), "F120003V1.0.0");
        assert_eq!(name("F1", ""), "F1");
    }

    #[test]
    fn versions_have_fourteen_digits() {
        assert_eq!(fourteen_digits("1.1.0"), "00000001001000");
        assert_eq!(fourteen_digits("12"), "00000012000000");
    }
}
