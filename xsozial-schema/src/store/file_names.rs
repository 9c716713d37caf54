//! Names of files that every operating system accepts.

use std::collections::BTreeSet;

/// Longest name; with the folders above it stays below the bound of old Windows programs.
const LONGEST: usize = 100;

/// Names that Windows keeps for devices, whatever follows a dot.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// A name made of this text: letters, digits, `.`, `-` and `_`; everything else is `_`.
pub(super) fn file_name(text: &str) -> String {
    let mut name: String = text
        .chars()
        .map(|character| if is_safe(character) { character } else { '_' })
        .take(LONGEST)
        .collect();
    // Names that begin with a dot are hidden; Windows drops dots at the end.
    if name.starts_with('.') {
        name.replace_range(..1, "_");
    }
    if name.ends_with('.') {
        name.truncate(name.len() - 1);
        name.push('_');
    }
    let stem = name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let is_port = |prefix: &str| {
        let number = stem.strip_prefix(prefix);
        number.is_some_and(|rest| rest.len() == 1 && rest.bytes().all(|byte| byte.is_ascii_digit()))
    };
    if stem.is_empty() || DEVICES.contains(&stem.as_str()) || is_port("com") || is_port("lpt") {
        name.insert(0, '_');
    }
    name
}

fn is_safe(character: char) -> bool {
    character.is_alphanumeric() || ".-_".contains(character)
}

/// A relative path made of this text: each part between `/` is a [`file_name`], none leads upwards.
pub(super) fn path(text: &str) -> String {
    let parts = text.split(['/', '\\']).filter(|part| !part.is_empty() && *part != ".");
    let parts: Vec<String> = parts.map(file_name).collect();
    if parts.is_empty() {
        file_name("")
    } else {
        parts.join("/")
    }
}

/// Keeps paths apart where they differ by the case of letters alone, or not at all once they are made safe.
#[derive(Debug, Default)]
pub(super) struct Distinct(BTreeSet<String>);

impl Distinct {
    /// The path, with a number before its extension where it was given out before.
    pub(super) fn path(&mut self, path: &str) -> String {
        let (stem, extension) = match path.rsplit_once('.') {
            Some((stem, extension)) if !extension.contains('/') => (stem, format!(".{extension}")),
            _ => (path, String::new()),
        };
        let mut distinct = path.to_owned();
        let mut number = 1;
        while !self.0.insert(distinct.to_lowercase()) {
            number += 1;
            distinct = format!("{stem}-{number}{extension}");
        }
        distinct
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_are_fit_for_windows() {
        assert_eq!(
            file_name("urn:xoev-de:beispiel:standard:xb_1.0"),
            "urn_xoev-de_beispiel_standard_xb_1.0"
        );
        assert_eq!(file_name("con.xsd"), "_con.xsd");
        assert_eq!(file_name("Com1"), "_Com1");
        assert_eq!(file_name("compact.xsd"), "compact.xsd");
        assert_eq!(file_name(""), "_");
        assert_eq!(file_name(".."), "__");
        assert_eq!(file_name("x. "), "x._");
        assert_eq!(path("../../etc/passwd"), "__/__/etc/passwd");
        assert_eq!(path(r"C:\a\b.xsd"), "C_/a/b.xsd");
        assert_eq!(path("/"), "_");
    }

    #[test]
    fn names_that_differ_by_case_alone_are_told_apart() {
        let mut distinct = Distinct::default();
        assert_eq!(distinct.path("x/a.xsd"), "x/a.xsd");
        assert_eq!(distinct.path("x/A.xsd"), "x/A-2.xsd");
        assert_eq!(distinct.path("a.b/c"), "a.b/c");
        assert_eq!(distinct.path("a.b/c"), "a.b/c-2");
    }

    proptest! {
        #[test]
        fn no_path_leads_out(text in "\\PC{0,60}") {
            let path = path(&text);
            prop_assert!(!path.starts_with('/') && !path.contains([':', '\\', '*', '?', '"', '<', '>', '|', '\0']));
            prop_assert!(path.split('/').all(|part| !part.is_empty() && part != "." && part != ".." && !part.ends_with('.')));
        }
    }
}
