//! The Kennung of a version of a standard, and the addresses made of it.

use super::FetchError;

/// The Kennung of a version of a standard: `urn:…:standard:NAME_VERSION`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct VersionKennung(String);

impl VersionKennung {
    /// Reads what the user wrote. Where the version is missing, `versions` is asked which there are.
    pub(super) fn parse(
        text: &str,
        versions: impl FnOnce() -> Result<Vec<String>, FetchError>,
    ) -> Result<Self, FetchError> {
        let is_urn = text.to_ascii_lowercase().starts_with("urn:");
        // What is put into an address must not change its meaning.
        let is_plain = text
            .chars()
            .all(|character| character.is_ascii_alphanumeric() || ":._-".contains(character));
        if !is_urn || !is_plain || text.contains("..") {
            return Err(FetchError::NoKennung { text: text.to_owned() });
        }
        let name = text.rsplit(':').next().unwrap_or_default();
        if !name.contains('_') {
            return Err(FetchError::NoVersion {
                kennung: text.to_owned(),
                versions: versions()?,
            });
        }
        Ok(Self(text.to_owned()))
    }

    /// The Kennung with its version.
    pub(super) fn full(&self) -> String {
        self.0.clone()
    }

    /// The archive of the schemas.
    pub(super) fn schemas_path(&self) -> String {
        format!("/xrepository/{}:xmlschema", self.0)
    }

    /// The archive of the code lists.
    pub(super) fn lists_path(&self) -> String {
        format!("/version_standard/{}/genutzteAktuelleCodelisten", self.0)
    }

    /// A name for files.
    pub(super) fn file_name(&self) -> String {
        self.0.replace(':', "_")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_asked_for_and_nothing_else_gets_into_an_address() {
        let parse = |text: &str| VersionKennung::parse(text, || Ok(vec!["urn:a:standard:x_1".to_owned()]));
        let kennung = parse("urn:xoev-de:a:standard:x-y_1.0").unwrap();
        assert_eq!(
            kennung.schemas_path(),
            "/xrepository/urn:xoev-de:a:standard:x-y_1.0:xmlschema"
        );
        assert!(!kennung.file_name().contains(':'));
        assert!(
            parse("urn:a:standard:x")
                .unwrap_err()
                .to_string()
                .contains("urn:a:standard:x_1")
        );
        for text in [
            "x_1",
            "urn:a/../b_1",
            "urn:a:x_1?y",
            "urn:a:..:x_1",
            "urn:a:x_1#",
            "urn:a:x y_1",
            "",
        ] {
            assert!(matches!(parse(text), Err(FetchError::NoKennung { .. })), "{text}");
        }
    }
}
