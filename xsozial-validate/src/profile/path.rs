//! Paths of fields: local names from the root, an attribute at most at the end.

use super::error::ProfileErrorKind;

/// The step that stands for any root.
pub(super) const ANY_ROOT: &str = "*";

/// A path, taken apart.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct FieldPath<'p> {
    /// The elements, the root first.
    pub(super) elements: Vec<&'p str>,
    /// The attribute of the last element.
    pub(super) attribute: Option<&'p str>,
}

impl<'p> FieldPath<'p> {
    /// Takes a path apart.
    pub(super) fn parse(path: &'p str) -> Result<Self, ProfileErrorKind> {
        let fault = |reason| ProfileErrorKind::Path {
            path: path.to_owned(),
            reason,
        };
        let mut elements: Vec<&str> = path.trim().trim_start_matches('/').split('/').collect();
        let attribute = elements
            .pop_if(|last| last.starts_with('@'))
            .map(|attribute| &attribute[1..]);
        let all = || elements.iter().copied().chain(attribute);
        if all().any(str::is_empty) || elements.is_empty() {
            return Err(fault("a step is empty"));
        }
        if elements.iter().any(|step| step.starts_with('@')) {
            return Err(fault("an attribute may only be the last step"));
        }
        if all().skip(1).any(|step| step.contains(ANY_ROOT)) {
            return Err(fault("only the first step may be *"));
        }
        if elements.len() == 1 && attribute.is_none() {
            return Err(fault("it names a whole message; go on to one of its fields"));
        }
        Ok(Self { elements, attribute })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_taken_apart() {
        let path = FieldPath::parse("/antrag.0001/person/@id").unwrap();
        assert_eq!(path.elements, ["antrag.0001", "person"]);
        assert_eq!(path.attribute, Some("id"));
        let path = FieldPath::parse("*/a").unwrap();
        assert_eq!((path.elements, path.attribute), (vec!["*", "a"], None));
        assert!(FieldPath::parse("antrag/@id").is_ok());
    }

    #[test]
    fn what_is_no_path_is_refused() {
        for path in [
            "",
            "/",
            "antrag",
            "antrag//ort",
            "antrag/ort/",
            "@id",
            "antrag/@a/b",
            "antrag/@",
            "antrag/*/ort",
            "*",
        ] {
            assert!(FieldPath::parse(path).is_err(), "{path}");
        }
    }
}
