//! How a user names an entry.

use super::Description;
use std::{convert::Infallible, fmt, str::FromStr};

/// `KENNUNG[_VERSION][@HASHPREFIX]`: what a user writes to name one entry or several. For the Kennung its last part is
/// enough (`xbeispiel` for `urn:xoev-de:beispiel:standard:xbeispiel`); the case of letters does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selector {
    /// Kennung, with or without version.
    name: String,
    /// Beginning of the SHA-256; empty for any.
    hash: String,
}

impl Selector {
    /// Whether this entry is meant.
    pub fn selects(&self, description: &Description) -> bool {
        self.selects_parts(&description.kennung, &description.version, &description.sha256)
    }

    pub(super) fn selects_parts(&self, kennung: &str, version: &str, sha256: &str) -> bool {
        if !sha256.starts_with(&self.hash) {
            return false;
        }
        let kennung = kennung.to_lowercase();
        let last = kennung.rsplit([':', '/']).next().unwrap_or_default();
        [kennung.as_str(), last].into_iter().any(|name| {
            let rest = self.name.strip_prefix(name);
            rest.is_some_and(|rest| rest.is_empty() || rest.strip_prefix('_') == Some(&version.to_lowercase()))
        })
    }
}

impl FromStr for Selector {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        // Namespaces, which stand for a missing Kennung, may hold an `@` of their own.
        let is_hash = |hash: &str| !hash.is_empty() && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
        let (name, hash) = match text.rsplit_once('@') {
            Some((name, hash)) if is_hash(hash) => (name, hash),
            _ => (text, ""),
        };
        Ok(Self {
            name: name.to_lowercase(),
            hash: hash.to_ascii_lowercase(),
        })
    }
}

impl fmt::Display for Selector {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.name)?;
        if !self.hash.is_empty() {
            write!(formatter, "@{}", self.hash)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn selects(text: &str) -> bool {
        let selector: Selector = text.parse().unwrap_or_else(|never| match never {});
        selector.selects_parts("urn:xoev-de:x:standard:xbeispiel", "1.0", "0f3c99")
    }

    #[test]
    fn kennung_version_and_hash_select() {
        for text in [
            "urn:xoev-de:x:standard:xbeispiel",
            "urn:xoev-de:x:standard:xbeispiel_1.0",
            "XBeispiel",
            "xbeispiel_1.0@0F3",
            "xbeispiel@0f3c99",
        ] {
            assert!(selects(text), "{text}");
        }
        for text in [
            "",
            "xbeispiel_1",
            "xbeispiel_2.0",
            "beispiel",
            "xbeispiel_1.0@1",
            "xbeispiel@0f3c990",
            "xbeispiel@zz",
        ] {
            assert!(!selects(text), "{text}");
        }
    }
}
