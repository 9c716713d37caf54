//! Texts that nobody expects.

/// Texts that are no value of most types, and some that are values of many.
pub(super) const STRANGE: &[&str] = &[
    "",
    "%",
    "%%",
    "x y",
    "1 2",
    "-",
    "--",
    ":",
    "1:2",
    "a#b#c",
    "kein Wert",
    "!",
    "x!",
    "?",
    "ü",
    "Ж",
    "漢",
    "\u{1F600}",
    "A",
    "A===",
    "0",
    "1",
    "9",
    "00",
    "99",
    "true",
    "false",
    "x",
    "X",
    "muster",
    "ohne-ziel",
    "urn:muster:anderes",
    "2001-01-01",
    "2001-02-30",
    "2001-01-01Z",
    "2001-01-01T00:00:00",
    "2001-01-01T00:00:00Z",
    "2001",
    "01-01-2001",
    "12:00:00",
    "P1D",
    "zu-lang-fuer-eine-sprache",
    "de",
    "fr",
];

/// Characters that patterns rarely allow, and some that they do.
const CHARACTERS: &[char] = &[
    '!', '%', '~', '_', '-', '.', ' ', '0', '9', 'a', 'z', 'A', 'Z', 'ß', 'Ж', '€', '漢', '\u{2028}', '\t', '\n', '|',
    '\u{7F}', '\u{E000}',
];

/// Adds texts that differ from this one in little.
pub(super) fn altered(text: &str, made: &mut Vec<String>) {
    let characters: Vec<char> = text.chars().collect();
    let last = characters.len().saturating_sub(1);
    for &strange in CHARACTERS {
        for place in [last, 0, last / 2] {
            let mut changed = characters.clone();
            if let Some(character) = changed.get_mut(place) {
                *character = strange;
                made.push(changed.into_iter().collect());
            }
        }
        made.push(format!("{text}{strange}"));
        made.push(format!("{strange}{text}"));
    }
    made.push(characters.iter().skip(1).collect());
    made.push(characters.iter().take(last).collect());
    made.push(characters.iter().rev().collect());
    made.push(text.to_uppercase());
    made.push(text.to_lowercase());
    made.push(format!("{text}{text}"));
    made.push(format!("0{text}"));
    made.push(format!("+{text}"));
    made.push(format!("-{text}"));
    made.push(format!("{text}.0"));
    made.push(format!("{text}Z"));
    made.push(format!("{text}+01:00"));
}
