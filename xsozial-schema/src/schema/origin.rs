//! Where components come from.

use super::DocumentId;
use crate::Language;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::{collections::BTreeSet, fmt::Write};

/// Place of a component in its schema document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SourceLocation {
    /// The schema document.
    pub document: DocumentId,
    /// Line of the component's start tag, counted from 1; 0 for the built-in components.
    pub line: u32,
}

impl SourceLocation {
    /// The place of components that no document holds (the built-in types).
    pub const BUILT_IN: Self = Self {
        document: DocumentId::new(u32::MAX),
        line: 0,
    };
}

/// One schema document of the delivery.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SchemaDocument {
    /// Path as a person knows it: relative to the delivery, with `/`; never an absolute path of the machine.
    pub path: String,
    /// Target namespace; empty for none.
    pub namespace: String,
    /// Attribute `version` of `xs:schema`; empty when absent.
    pub version: String,
    /// SHA-256 of the document's bytes in lower-case hexadecimal; of an XDatenfelder file that of the XSD which it stands for.
    pub sha256: String,
    /// Whether it is a base document of xsozial, taken because the delivery does not hold its namespace.
    pub is_builtin: bool,
}

/// What a report must say of the base documents of xsozial that a schema was made from (their file names); `None` where there
/// are none. They work like the published ones and are not official.
///
/// ```
/// use xsozial_schema::{Language, schema::builtin_notice};
/// let notice = builtin_notice(["xoev-code.xsd"], Language::German).unwrap();
/// assert!(notice.starts_with("xoev-code.xsd aus xsozial (funktionsgleich, nicht amtlich)"));
/// assert_eq!(builtin_notice([], Language::German), None);
/// ```
pub fn builtin_notice<'f>(files: impl IntoIterator<Item = &'f str>, language: Language) -> Option<String> {
    let files: Vec<&str> = files.into_iter().collect();
    let names = files.join(", ");
    let notice = match language {
        Language::German => {
            format!("{names} aus xsozial (funktionsgleich, nicht amtlich), weil die Lieferung sie nicht enthält")
        }
        Language::English => {
            format!("{names} from xsozial (work alike, not official), because the delivery does not hold them")
        }
    };
    (!files.is_empty()).then_some(notice)
}

/// What tells a delivery from every other: SHA-256 over the sorted SHA-256 sums of its schema documents, each in lower-case
/// hexadecimal and followed by a line feed; itself in lower-case hexadecimal. The paths of the documents have no part in it.
pub fn documents_sha256(documents: &[SchemaDocument]) -> String {
    let sums: BTreeSet<&str> = documents.iter().map(|document| document.sha256.as_str()).collect();
    let mut hash = Sha256::new();
    for sum in sums {
        hash.update(sum);
        hash.update("\n");
    }
    hash.finalize().iter().fold(String::new(), |mut text, byte| {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// What a delivery says of itself in the `appinfo` of its schemas (XÖV Handbuch, `standard` and `versionStandard`).
/// Fields are empty where the delivery is silent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StandardInfo {
    /// `standard/nameLang`
    pub name: String,
    /// `standard/kennung`, a URN.
    pub kennung: String,
    /// `versionStandard/version`
    pub version: String,
    /// `versionStandard/lizenz` or `standard/lizenz`; empty means that the delivery names none.
    pub lizenz: String,
}

impl StandardInfo {
    /// `nachbau` for a reconstruction by this project, as told by its Kennung (`urn:example:…nachbau…`); `None` for all others.
    /// Whatever reports on documents of a Nachbau says so, lest somebody take the answer for one about the official standard.
    pub fn status(&self) -> Option<&'static str> {
        let is_nachbau = self.kennung.starts_with("urn:example:") && self.kennung.contains("nachbau");
        is_nachbau.then_some("nachbau")
    }

    /// What a report must say about the worth of its answer; `None` where there is nothing to say.
    pub fn notice(&self, language: Language) -> Option<&'static str> {
        self.status().map(|_| match language {
            Language::German => {
                "Das Schema ist ein Nachbau von xsozial, nicht amtlich: Das Ergebnis sagt nichts über XSozial-basis oder XFall."
            }
            Language::English => {
                "The schema is a reconstruction by xsozial, not official: the result says nothing about XSozial-basis or XFall."
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::StandardInfo;
    use crate::Language;

    #[test]
    fn a_nachbau_is_told_from_official_standards_and_invented_ones() {
        let of = |kennung: &str| StandardInfo {
            kennung: kennung.to_owned(),
            ..StandardInfo::default()
        };
        assert_eq!(of("urn:example:xsozial-nachbau:antrag").status(), Some("nachbau"));
        for other in ["", "urn:example:xsozial:beispiel", "urn:xoev-de:amt:standard:nachbau"] {
            assert_eq!(of(other).status(), None, "{other}");
            assert_eq!(of(other).notice(Language::German), None);
        }
    }
}
