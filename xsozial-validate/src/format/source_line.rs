//! A line of a document.

use std::fmt;

/// A line of a document, or a part of a long one, with the place that a finding is about. **It holds document content**,
/// which its `Debug` output does not.
#[derive(Clone, PartialEq, Eq)]
pub struct SourceLine {
    /// The text, without line end and control characters.
    pub text: String,
    /// How many characters of it stand before the place.
    pub before: usize,
}

impl fmt::Debug for SourceLine {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("SourceLine")
            .field("characters", &self.text.chars().count())
            .field("before", &self.before)
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::SourceLine;

    #[test]
    fn debug_shows_no_content() {
        let line = SourceLine {
            text: "<name>Muster</name>".to_owned(),
            before: 0,
        };
        assert_eq!(format!("{line:?}"), "SourceLine { characters: 19, before: 0 }");
    }
}
