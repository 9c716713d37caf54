//! Names of elements and attributes, compared as people read them.

/// A name in small letters, without hyphens, dots and underscores, umlauts written out.
pub(super) fn normalised(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    for character in name.chars().flat_map(char::to_lowercase) {
        match character {
            'ä' => plain.push_str("ae"),
            'ö' => plain.push_str("oe"),
            'ü' => plain.push_str("ue"),
            'ß' => plain.push_str("ss"),
            '-' | '.' | '_' => {}
            other => plain.push(other),
        }
    }
    plain
}

/// Whether this word, given in small letters, is the last of a name. Words begin with a capital after a small letter or a
/// digit, and behind hyphens, dots and underscores.
pub(super) fn last_word_is(name: &str, word: &str) -> bool {
    let Some(start) = name.len().checked_sub(word.len()) else {
        return false;
    };
    let Some((before, last)) = name.split_at_checked(start) else {
        return false;
    };
    let begins_a_word = match before.chars().next_back() {
        None | Some('-' | '.' | '_') => true,
        Some(previous) => !previous.is_uppercase() && last.starts_with(char::is_uppercase),
    };
    begins_a_word && last.eq_ignore_ascii_case(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_plain() {
        assert_eq!(normalised("amtlicher-Gemeindeschlüssel"), "amtlichergemeindeschluessel");
        assert_eq!(normalised("Steuer_ID.Nr"), "steueridnr");
    }

    #[test]
    fn the_last_word_of_a_name() {
        for name in [
            "iban",
            "IBAN",
            "kontoIBAN",
            "kontoIban",
            "konto.iban",
            "zahlung_IBAN",
            "konto2Iban",
        ] {
            assert!(last_word_is(name, "iban"), "{name}");
        }
        for name in [
            "",
            "ban",
            "taliban",
            "TALIBAN",
            "ibanPruefung",
            "Xiban",
            "äIBA",
            "kontoiban",
        ] {
            assert!(!last_word_is(name, "iban"), "{name}");
        }
        assert!(!last_word_is("Arabic", "bic") && last_word_is("bic", "bic"));
    }
}
