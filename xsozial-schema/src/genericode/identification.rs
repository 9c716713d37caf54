//! What a list says of itself.

use serde::{Deserialize, Serialize};

/// The element `Identification`. Fields are empty where the list is silent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identification {
    /// `ShortName`
    pub short_name: String,
    /// `LongName`
    pub long_name: String,
    /// `Version`, compared with `listVersionID` of a document.
    pub version: String,
    /// `CanonicalUri`, compared with `listURI` of a document.
    pub canonical_uri: String,
    /// `CanonicalVersionUri`
    pub canonical_version_uri: String,
    /// `Agency/ShortName`
    pub agency_short_name: String,
    /// `Agency/LongName`
    pub agency_long_name: String,
}

impl Identification {
    /// The URI that documents and schemas name the list by: `CanonicalUri`, or what is left of `CanonicalVersionUri`
    /// without the version.
    pub fn list_uri(&self) -> &str {
        if !self.canonical_uri.is_empty() || self.version.is_empty() {
            return &self.canonical_uri;
        }
        let uri = self.canonical_version_uri.strip_suffix(self.version.as_str());
        uri.and_then(|uri| uri.strip_suffix(['_', ':'])).unwrap_or_default()
    }
}

/// The annotations of the XÖV Codelisten-Handbuch, whose names changed from version to version (`xoev-cl`, `-2`, `-3`,
/// `-4`). Fields are empty where the list is silent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annotations {
    /// `shortName`, before `nameKurz`
    pub short_name: String,
    /// `codelistDescription`, before `beschreibung-codeliste` and `beschreibung`
    pub description: String,
    /// `versionDescription`, before `beschreibung-versionCodeliste`
    pub version_description: String,
    /// `agencyShortName`, before `herausgebernameKurz`
    pub agency_short_name: String,
    /// `validFrom`, before `datumGueltigkeitAb`; a date as the list writes it.
    pub valid_from: String,
    /// `versionHandbook`, before `versionCodelistenHandbuch` and `versionXOEVHandbuch`
    pub handbook_version: String,
    /// `changes`, before `aenderungZurVorversion`
    pub changes: String,
}

impl Annotations {
    /// The field for an element of this local name; the names of all versions are distinct.
    pub(super) fn field(&mut self, local_name: &str) -> Option<&mut String> {
        Some(match local_name {
            "shortName" | "nameKurz" => &mut self.short_name,
            "codelistDescription" | "beschreibung-codeliste" | "beschreibung" => &mut self.description,
            "versionDescription" | "beschreibung-versionCodeliste" => &mut self.version_description,
            "agencyShortName" | "herausgebernameKurz" => &mut self.agency_short_name,
            "validFrom" | "datumGueltigkeitAb" | "datumgueltigkeitab" => &mut self.valid_from,
            "versionHandbook" | "versionCodelistenHandbuch" | "versionXOEVHandbuch" => &mut self.handbook_version,
            "changes" | "aenderungZurVorversion" => &mut self.changes,
            _ => return None,
        })
    }
}
