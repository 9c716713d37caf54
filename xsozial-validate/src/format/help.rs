//! The schema's documentation, shortened to what fits a line.

/// The longest help in characters.
const LONGEST: usize = 160;

/// The first sentence of a documentation with its white space collapsed, cut at a word where it is long.
pub(super) fn first_sentence(documentation: &str) -> String {
    let mut sentence = String::new();
    let mut length = 0;
    let mut words = documentation.split_whitespace().peekable();
    while let Some(word) = words.next() {
        length += word.chars().count() + 1;
        if length > LONGEST {
            let cut: String = if sentence.is_empty() {
                word.chars().take(LONGEST).collect()
            } else {
                sentence
            };
            return cut + " …";
        }
        if !sentence.is_empty() {
            sentence.push(' ');
        }
        sentence.push_str(word);
        if ends_sentence(word, words.peek().copied()) {
            break;
        }
    }
    sentence
}

/// A full stop behind a word of more than three letters, before a capital letter: not that of "z. B." or "Nr. 3".
fn ends_sentence(word: &str, next: Option<&str>) -> bool {
    let is_capital = next.is_none_or(|next| next.starts_with(char::is_uppercase));
    let stem = word.trim_end_matches(['.', '!', '?', ')', '"', '“']);
    is_capital && word.ends_with(['.', '!', '?']) && stem.chars().count() > 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_sentence_is_taken() {
        assert_eq!(
            first_sentence("Wann die\n    Nachricht erzeugt wurde. Mit Zeitzone."),
            "Wann die Nachricht erzeugt wurde."
        );
        assert_eq!(first_sentence("Ohne Punkt"), "Ohne Punkt");
        assert_eq!(first_sentence(" \n"), "");
    }

    #[test]
    fn abbreviations_end_no_sentence() {
        let text = "Ein Zeichen, z. B. Nr. 3 oder Abs. Ende";
        assert_eq!(first_sentence(text), text);
    }

    #[test]
    fn long_help_is_cut_at_a_word() {
        let text = "Wort ".repeat(80);
        let help = first_sentence(&text);
        assert!(help.ends_with("Wort …") && help.chars().count() <= LONGEST + 2);
        assert_eq!(first_sentence(&"ä".repeat(500)).chars().count(), LONGEST + 2);
    }
}
