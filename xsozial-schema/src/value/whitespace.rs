//! White-space handling (XML Schema part 2, section 4.3.6).

use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// The facet `whiteSpace`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum WhiteSpace {
    /// Left as it is.
    #[default]
    Preserve,
    /// Tab, line feed and carriage return become spaces.
    Replace,
    /// After `Replace`, runs of spaces become one, and none is left at either end.
    Collapse,
}

impl WhiteSpace {
    /// The text after this handling; borrowed when nothing changes.
    pub fn normalise(self, text: &str) -> Cow<'_, str> {
        match self {
            Self::Preserve => Cow::Borrowed(text),
            Self::Replace => replace(text),
            Self::Collapse => collapse(text),
        }
    }
}

/// Whether a character is white space for XML.
pub(crate) const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

fn replace(text: &str) -> Cow<'_, str> {
    if text.bytes().any(|byte| byte != b' ' && is_space(byte)) {
        Cow::Owned(text.replace(['\t', '\n', '\r'], " "))
    } else {
        Cow::Borrowed(text)
    }
}

fn collapse(text: &str) -> Cow<'_, str> {
    // All white space is ASCII, so the trimmed text still ends at character boundaries.
    let trimmed = text.trim_matches(|character: char| character.is_ascii() && is_space(character as u8));
    let bytes = trimmed.as_bytes();
    let is_collapsed = bytes
        .iter()
        .enumerate()
        .all(|(index, &byte)| !is_space(byte) || (byte == b' ' && bytes[index - 1] != b' '));
    if is_collapsed {
        return Cow::Borrowed(trimmed);
    }
    let mut collapsed = String::with_capacity(trimmed.len());
    for word in trimmed.split(|character: char| character.is_ascii() && is_space(character as u8)) {
        if !word.is_empty() {
            if !collapsed.is_empty() {
                collapsed.push(' ');
            }
            collapsed.push_str(word);
        }
    }
    Cow::Owned(collapsed)
}

#[cfg(test)]
mod tests {
    use super::WhiteSpace::{Collapse, Preserve, Replace};
    use std::borrow::Cow;

    #[test]
    fn each_handling_does_what_its_name_says() {
        assert_eq!(Preserve.normalise(" a\tb "), " a\tb ");
        assert_eq!(Replace.normalise(" a\t\nb "), " a  b ");
        assert_eq!(Collapse.normalise(" a\t\n b  "), "a b");
        assert_eq!(Collapse.normalise("\u{a0}a"), "\u{a0}a");
        assert_eq!(Collapse.normalise(" \n"), "");
        assert!(matches!(Collapse.normalise(" ab c "), Cow::Borrowed("ab c")));
    }
}
