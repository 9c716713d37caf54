//! Text that is safe to show on a terminal.

use std::borrow::Cow;

/// The text with a `�` for each character that steers a terminal, turns the direction of writing or is none in XML; a tab or line end
/// becomes a space. File names and lines of a hostile document must not do more than stand there.
pub fn printable(text: &str) -> Cow<'_, str> {
    if !text.contains(is_steering) {
        return Cow::Borrowed(text);
    }
    let shown = text.chars().map(|character| match character {
        '\t' | '\n' | '\r' => ' ',
        _ if is_steering(character) => char::REPLACEMENT_CHARACTER,
        _ => character,
    });
    Cow::Owned(shown.collect())
}

fn is_steering(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200E}' | '\u{200F}' | '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FFFE}' | '\u{FFFF}')
}

#[cfg(test)]
mod tests {
    use super::printable;
    use std::borrow::Cow;

    #[test]
    fn ordinary_text_is_left_alone() {
        assert!(matches!(printable("größe [1] – é"), Cow::Borrowed(_)));
    }

    #[test]
    fn what_steers_a_terminal_is_replaced() {
        assert_eq!(printable("a\u{1B}[31mb\tc\u{202E}d"), "a\u{FFFD}[31mb c\u{FFFD}d");
        assert_eq!(printable("\u{9B}2J"), "\u{FFFD}2J");
    }
}
