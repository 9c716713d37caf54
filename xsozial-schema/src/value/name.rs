//! Names (XML 1.0, section 2.3; Namespaces in XML 1.0, section 3) and what `xs:Name`, `xs:NCName` and `xs:NMTOKEN`
//! make of them (part 2, sections 3.3.4 to 3.3.7).

/// Whether it is a name, colons included.
pub fn is_name(text: &str) -> bool {
    text.chars()
        .next()
        .is_some_and(|first| first == ':' || is_name_start(first))
        && is_name_token(text)
}

/// Whether it is a name without colon.
pub fn is_nc_name(text: &str) -> bool {
    // Names mostly are ASCII. Without early exit, so that it becomes a few vector instructions.
    let others = text
        .bytes()
        .fold(0, |others, byte| others | u8::from(!is_ascii_name_byte(byte)));
    if others == 0 {
        return text
            .bytes()
            .next()
            .is_some_and(|first| first.is_ascii_alphabetic() || first == b'_');
    }
    let mut characters = text.chars();
    characters.next().is_some_and(is_name_start) && characters.all(is_name_character)
}

/// Whether it consists of name characters, at least one; colons are among them.
pub fn is_name_token(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|character| character == ':' || is_name_character(character))
}

/// Whether it is ASCII and a name without colon may go on with it.
const fn is_ascii_name_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.')
}

/// Whether a name without colon may begin with it.
const fn is_name_start(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_alphabetic() || character == '_';
    }
    matches!(character,
        '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{2FF}' | '\u{370}'..='\u{37D}'
        | '\u{37F}'..='\u{1FFF}' | '\u{200C}'..='\u{200D}' | '\u{2070}'..='\u{218F}' | '\u{2C00}'..='\u{2FEF}'
        | '\u{3001}'..='\u{D7FF}' | '\u{F900}'..='\u{FDCF}' | '\u{FDF0}'..='\u{FFFD}' | '\u{10000}'..='\u{EFFFF}')
}

/// Whether a name without colon may go on with it.
const fn is_name_character(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_alphanumeric() || matches!(character, '_' | '-' | '.');
    }
    is_name_start(character) || matches!(character, '\u{B7}' | '\u{300}'..='\u{36F}' | '\u{203F}'..='\u{2040}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_begin_with_a_letter() {
        assert!(is_name("a:b") && is_name(":") && is_name("_ä.1-2"));
        assert!(is_nc_name("Straße") && is_nc_name("e\u{301}") && is_nc_name("Ω1"));
        assert!(is_name_token("1:a") && is_name_token("-.") && is_name_token("\u{B7}"));
        for wrong in ["", "1a", "-a", "a b", "\u{D7}", "\u{B7}a", "a\u{37E}", "a/b"] {
            assert!(!is_name(wrong) && !is_nc_name(wrong), "{wrong}");
        }
        assert!(!is_nc_name("a:b") && !is_name_token("") && !is_name_token("a b"));
    }
}
