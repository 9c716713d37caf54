//! Names as words, and words as names.

/// The words of a name: runs of ASCII letters and digits after transliteration.
fn words(name: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    for character in name.chars() {
        let before = word.len();
        transliterate(character, &mut word);
        if word.len() == before && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// Appends the ASCII form of a letter or digit; appends nothing for a character that divides words.
fn transliterate(character: char, word: &mut String) {
    match character {
        'a'..='z' | 'A'..='Z' | '0'..='9' => word.push(character),
        'ä' => word.push_str("ae"),
        'ö' => word.push_str("oe"),
        'ü' => word.push_str("ue"),
        'Ä' => word.push_str("Ae"),
        'Ö' => word.push_str("Oe"),
        'Ü' => word.push_str("Ue"),
        'ß' => word.push_str("ss"),
        'ẞ' => word.push_str("SS"),
        other if other.is_alphanumeric() => match without_accent(other) {
            Some(letter) => word.push_str(letter),
            None => word.extend(["U".to_owned(), format!("{:04X}", u32::from(other))]),
        },
        _ => {}
    }
}

/// The base letter of the accented Latin letters that European names use (Latin-1 and Latin Extended-A).
fn without_accent(letter: char) -> Option<&'static str> {
    const GROUPS: &[(&str, &str)] = &[
        ("àáâãåāăą", "a"),
        ("ÀÁÂÃÅĀĂĄ", "A"),
        ("æ", "ae"),
        ("Æ", "Ae"),
        ("çćĉċč", "c"),
        ("ÇĆĈĊČ", "C"),
        ("ďđð", "d"),
        ("ĎĐÐ", "D"),
        ("èéêëēĕėęě", "e"),
        ("ÈÉÊËĒĔĖĘĚ", "E"),
        ("ĝğġģ", "g"),
        ("ĜĞĠĢ", "G"),
        ("ìíîïĩīĭįı", "i"),
        ("ÌÍÎÏĨĪĬĮİ", "I"),
        ("ĺļľŀł", "l"),
        ("ĹĻĽĿŁ", "L"),
        ("ñńņň", "n"),
        ("ÑŃŅŇ", "N"),
        ("òóôõøōŏő", "o"),
        ("ÒÓÔÕØŌŎŐ", "O"),
        ("œ", "oe"),
        ("Œ", "Oe"),
        ("ŕŗř", "r"),
        ("ŔŖŘ", "R"),
        ("śŝşš", "s"),
        ("ŚŜŞŠ", "S"),
        ("ţťŧ", "t"),
        ("ŢŤŦ", "T"),
        ("ùúûũūŭůűų", "u"),
        ("ÙÚÛŨŪŬŮŰŲ", "U"),
        ("ýÿŷ", "y"),
        ("ÝŸŶ", "Y"),
        ("źżž", "z"),
        ("ŹŻŽ", "Z"),
    ];
    GROUPS
        .iter()
        .find(|(letters, _)| letters.contains(letter))
        .map(|&(_, base)| base)
}

/// Upper camel case; capitals inside a word are kept.
pub(crate) fn camel(name: &str) -> String {
    let mut camel = String::new();
    for word in words(name) {
        join_digits(&mut camel, &word);
        let mut characters = word.chars();
        camel.extend(characters.next().map(|first| first.to_ascii_uppercase()));
        camel.push_str(characters.as_str());
    }
    camel
}

/// Snake case.
pub(crate) fn snake(name: &str) -> String {
    let mut snake = String::new();
    for word in words(name) {
        let characters: Vec<char> = word.chars().collect();
        for (index, &character) in characters.iter().enumerate() {
            let before = index.checked_sub(1).map(|place| characters[place]);
            let after = characters.get(index + 1);
            let begins_word = character.is_ascii_uppercase()
                && before
                    .is_some_and(|before| !before.is_ascii_uppercase() || after.is_some_and(char::is_ascii_lowercase));
            if begins_word || (index == 0 && !snake.is_empty()) {
                snake.push('_');
            }
            snake.push(character.to_ascii_lowercase());
        }
    }
    snake
}

/// What serde's `rename_all = "camelCase"` makes of a field name in snake case.
pub(crate) fn serde_camel(field: &str) -> String {
    let mut camel = String::new();
    let mut capital = false;
    for character in field.trim_start_matches("r#").chars() {
        if character == '_' {
            capital = true;
        } else if capital && !camel.is_empty() {
            camel.push(character.to_ascii_uppercase());
            capital = false;
        } else {
            camel.push(character);
            capital = false;
        }
    }
    camel
}

/// What serde's `rename_all = "camelCase"` makes of a variant.
pub(crate) fn serde_variant(name: &str) -> String {
    let mut characters = name.chars();
    let first = characters.next().map(|first| first.to_ascii_lowercase());
    first.into_iter().chain(characters).collect()
}

fn join_digits(name: &mut String, word: &str) {
    let ends_in_digit = name.ends_with(|last: char| last.is_ascii_digit());
    if ends_in_digit && word.starts_with(|first: char| first.is_ascii_digit()) {
        name.push('_');
    }
}

#[cfg(test)]
mod tests {
    use super::{camel, serde_camel, serde_variant, snake};

    #[test]
    fn dots_hyphens_and_underscores_divide_words() {
        assert_eq!(camel("vorgang.transportieren.2010"), "VorgangTransportieren2010");
        assert_eq!(camel("Code.GDS.Gerichte.Typ3"), "CodeGDSGerichteTyp3");
        assert_eq!(camel("probeID_ausLabor"), "ProbeIDAusLabor");
        assert_eq!(snake("vorgang.transportieren.2010"), "vorgang_transportieren_2010");
        assert_eq!(snake("probeID_ausLabor"), "probe_id_aus_labor");
        assert_eq!(snake("IDNummer"), "id_nummer");
        assert_eq!(snake("listVersionID"), "list_version_id");
        assert_eq!(snake("X509Data"), "x509_data");
    }

    #[test]
    fn umlauts_are_transliterated_and_accents_dropped() {
        assert_eq!(camel("straßenGröße"), "StrassenGroesse");
        assert_eq!(snake("Übergrößenträger"), "uebergroessentraeger");
        assert_eq!(camel("Ångström"), "Angstroem");
        assert_eq!(camel("λ"), "U03BB");
    }

    #[test]
    fn digits_that_meet_stay_apart() {
        assert_eq!(camel("1.1"), "1_1");
        assert_eq!(camel("11"), "11");
        assert_eq!(camel("+"), "");
    }

    #[test]
    fn serde_turns_snake_case_into_camel_case() {
        assert_eq!(serde_camel("list_version_id"), "listVersionId");
        assert_eq!(serde_camel("typ_2010"), "typ2010");
        assert_eq!(serde_camel("r#type"), "type");
        assert_eq!(serde_variant("VornameUndNachname"), "vornameUndNachname");
    }
}
