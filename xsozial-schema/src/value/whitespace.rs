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
        if self == Self::Preserve || !may_hold_space(text) {
            return Cow::Borrowed(text);
        }
        match self {
            Self::Preserve => Cow::Borrowed(text),
            Self::Replace => replace(text),
            Self::Collapse => collapse(text),
        }
    }
}

/// Whether there is a byte up to the space. Most values have none, so it is looked for in eight bytes at once.
fn may_hold_space(text: &str) -> bool {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    const FIRST_OTHER: u64 = ONES * (b' ' + 1) as u64;
    // The highest bit of a byte is borrowed by the subtraction where the byte was smaller.
    let holds = |block: &[u8; 8]| {
        let block = u64::from_le_bytes(*block);
        block.wrapping_sub(FIRST_OTHER) & !block & (ONES << 7) != 0
    };
    let bytes = text.as_bytes();
    match bytes.last_chunk() {
        Some(last) => holds(last) || bytes.as_chunks().0.iter().any(holds),
        None => bytes.iter().any(|&byte| byte <= b' '),
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
    let bytes = text.as_bytes();
    let Some(start) = bytes.iter().position(|&byte| !is_space(byte)) else {
        return Cow::Borrowed("");
    };
    let end = bytes
        .iter()
        .rposition(|&byte| !is_space(byte))
        .map_or(start, |last| last + 1);
    // All white space is ASCII, so both are character boundaries.
    let trimmed = &text[start..end];
    let mut after_space = false;
    for &byte in trimmed.as_bytes() {
        // One comparison settles nearly every byte.
        if byte <= b' ' && is_space(byte) && (after_space || byte != b' ') {
            return Cow::Owned(join_words(trimmed));
        }
        after_space = byte == b' ';
    }
    Cow::Borrowed(trimmed)
}

/// The words of a text that begins and ends with one, a space between each two.
fn join_words(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(length) = rest.bytes().position(is_space) {
        joined.push_str(&rest[..length]);
        joined.push(' ');
        let gap = rest[length..].bytes().take_while(|&byte| is_space(byte)).count();
        rest = &rest[length + gap..];
    }
    joined.push_str(rest);
    joined
}

#[cfg(test)]
mod tests {
    use super::WhiteSpace::{Collapse, Preserve, Replace};
    use proptest::prelude::*;
    use std::borrow::Cow;

    proptest! {
        #[test]
        fn collapsing_joins_the_words(text in "[ab\u{e4}\u{a0} \t\r\n]{0,20}") {
            let words: Vec<_> = text.split([' ', '\t', '\r', '\n']).filter(|word| !word.is_empty()).collect();
            prop_assert_eq!(Collapse.normalise(&text), words.join(" "));
        }
    }

    #[test]
    fn each_handling_does_what_its_name_says() {
        assert_eq!(Preserve.normalise(" a\tb "), " a\tb ");
        assert_eq!(Replace.normalise(" a\t\nb "), " a  b ");
        assert_eq!(Collapse.normalise(" a\t\n b  "), "a b");
        assert_eq!(Collapse.normalise("\u{a0}a"), "\u{a0}a");
        assert_eq!(Collapse.normalise("0123456789 "), "0123456789");
        assert_eq!(Collapse.normalise("01 \t23456789ä"), "01 23456789ä");
        assert_eq!(Collapse.normalise("ä!\u{7f}ÿäöü12345!!"), "ä!\u{7f}ÿäöü12345!!");
        assert_eq!(Collapse.normalise(" \n"), "");
        assert!(matches!(Collapse.normalise(" ab c "), Cow::Borrowed("ab c")));
    }
}
