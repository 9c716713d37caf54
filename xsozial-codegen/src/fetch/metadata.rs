//! What the XRepository says of a standard or of a version of it.

use super::FetchError;
use serde::Deserialize;

/// The parts of the answer that are of use here.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Metadata {
    /// What it is about.
    pub(super) kennung: String,
    /// When it was last changed; compared as text, never computed with.
    #[serde(default, rename = "zeitpunktLetzteBearbeitung")]
    pub(super) changed: String,
    /// The versions of a standard.
    #[serde(default, rename = "alleVersionsKennungen")]
    pub(super) versions: Vec<String>,
}

impl Metadata {
    /// Reads an answer, which must be about this Kennung.
    pub(super) fn read(json: &[u8], kennung: &str) -> Result<Self, FetchError> {
        let fault = |reason: String| FetchError::Metadata {
            what: kennung.to_owned(),
            reason,
        };
        let metadata: Self = serde_json::from_slice(json).map_err(|error| fault(error.to_string()))?;
        if metadata.kennung.eq_ignore_ascii_case(kennung) {
            Ok(metadata)
        } else {
            Err(fault("it is about another Kennung".to_owned()))
        }
    }
}
