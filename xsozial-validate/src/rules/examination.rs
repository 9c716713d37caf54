//! What each rule looks at, and the words for what it finds.

use super::checks::{
    bic, din91379,
    din91379::{DataType, Violation},
    gemeindeschluessel, iban, normalisation, steuer_id, uuid, zeitpunkt,
};

/// What a rule looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Examination {
    Uuid,
    CreationTime,
    TestMessage,
    Din91379,
    Normalised,
    Iban,
    Bic,
    SteuerId,
    SteuerIdForTests,
    Gemeindeschluessel,
    Regionalschluessel,
}

/// What is wrong, in two languages and without the value.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Words {
    pub(super) german: String,
    pub(super) english: String,
}

fn words(german: impl Into<String>, english: impl Into<String>) -> Words {
    Words {
        german: german.into(),
        english: english.into(),
    }
}

impl Examination {
    /// What is wrong with a value; `None` for a good one, which costs no allocation. `data_type` is that of DIN 91379 which the
    /// value must keep to.
    #[inline]
    pub(super) fn examine(self, value: &str, data_type: DataType) -> Option<Words> {
        match self {
            Self::Uuid => uuid::check(value).err().map(uuid_words),
            Self::CreationTime => zeitpunkt::check(value).err().map(zeitpunkt_words),
            Self::TestMessage => Some(test_words()),
            Self::Din91379 => din91379::check(value, data_type)
                .err()
                // What is not normalised is told by the rule for that.
                .filter(|_| normalisation::is_nfc(value))
                .map(|violation| din_words(violation, data_type)),
            Self::Normalised => (!normalisation::is_nfc(value)).then(|| nfc_words(value)),
            Self::Iban => iban::check(value).err().map(iban_words),
            Self::Bic => bic::check(value).err().map(bic_words),
            Self::SteuerId => steuer_id::check(value).err().map(steuer_id_words),
            Self::SteuerIdForTests => {
                let is_test = steuer_id::is_for_tests(value) && steuer_id::check(value).is_ok();
                is_test.then(|| words("sie beginnt mit 0", "it begins with 0"))
            }
            Self::Gemeindeschluessel => gemeindeschluessel::check_ags(value)
                .err()
                .map(|defect| key_words(defect, 8)),
            Self::Regionalschluessel => gemeindeschluessel::check_regionalschluessel(value)
                .err()
                .map(|defect| key_words(defect, 12)),
        }
    }
}

#[cold]
fn uuid_words(defect: uuid::Defect) -> Words {
    match defect {
        uuid::Defect::Form => words(
            "verlangt sind 32 hexadezimale Ziffern in den Gruppen 8-4-4-4-12",
            "32 hexadecimal digits in groups of 8-4-4-4-12 are required",
        ),
        uuid::Defect::Special => words(
            "sie besteht nur aus Nullen oder nur aus f und bezeichnet damit nichts",
            "it consists of zeros or of f alone and so stands for nothing",
        ),
        uuid::Defect::Variant => words(
            "die 17. Ziffer (Variante) muss 8, 9, a oder b sein",
            "the 17th digit (variant) must be 8, 9, a or b",
        ),
        uuid::Defect::Version => words(
            "die 13. Ziffer (Version) muss 1 bis 8 sein",
            "the 13th digit (version) must be 1 to 8",
        ),
    }
}

#[cold]
fn zeitpunkt_words(defect: zeitpunkt::Defect) -> Words {
    match defect {
        zeitpunkt::Defect::Milliseconds => words("die Millisekunden fehlen", "the milliseconds are missing"),
        zeitpunkt::Defect::Zone => words("die Zeitzone fehlt", "the time zone is missing"),
        zeitpunkt::Defect::MillisecondsAndZone => words(
            "Millisekunden und Zeitzone fehlen",
            "milliseconds and time zone are missing",
        ),
    }
}

#[cold]
fn test_words() -> Words {
    words(
        "das Attribut test ist gesetzt; ob die Nachricht trotzdem bearbeitet wird, entscheidet ein Mensch",
        "the attribute test is set; whether the message is processed all the same is for a person to decide",
    )
}

#[cold]
fn din_words(violation: Violation, data_type: DataType) -> Words {
    let Violation {
        character,
        place,
        allowed_in,
    } = violation;
    let (code, letter) = (u32::from(character), data_type.letter());
    let (german, english) = if allowed_in.is_empty() {
        (
            "in keinem Datentyp der Norm erlaubt".to_owned(),
            "allowed in no data type of the standard".to_owned(),
        )
    } else {
        (
            format!("erlaubt in Datentyp {allowed_in}"),
            format!("allowed in data type {allowed_in}"),
        )
    };
    words(
        format!("Zeichen U+{code:04X} an Stelle {place} gehört nicht zum Datentyp {letter}; {german}"),
        format!("character U+{code:04X} at place {place} does not belong to data type {letter}; {english}"),
    )
}

#[cold]
fn nfc_words(value: &str) -> Words {
    let normalised = normalisation::to_nfc(value);
    let place = value
        .chars()
        .zip(normalised.chars())
        .position(|(found, right)| found != right)
        .unwrap_or_else(|| normalised.chars().count())
        + 1;
    words(
        format!("die Abweichung beginnt an Stelle {place}; beim Speichern in Normalform C (NFC) umwandeln"),
        format!("the deviation begins at place {place}; convert it to Normalisation Form C (NFC) when saving"),
    )
}

#[cold]
fn iban_words(defect: iban::Defect) -> Words {
    match defect {
        iban::Defect::Form => words(
            "verlangt sind zwei Großbuchstaben, zwei Ziffern und höchstens 30 Großbuchstaben und Ziffern",
            "two capital letters, two digits and at most 30 capital letters and digits are required",
        ),
        iban::Defect::Blanks => words(
            "sie ist richtig, aber mit Leerzeichen geschrieben",
            "it is right, but written with blanks",
        ),
        iban::Defect::CheckDigits => words(
            "die Prüfziffern passen nicht; meist ist eine Ziffer falsch oder zwei sind vertauscht",
            "the check digits do not fit; mostly a digit is wrong or two are swapped",
        ),
        iban::Defect::Structure => words(
            "Länge oder Aufbau passen nicht zu ihrem Land",
            "its length or its parts are not those of its country",
        ),
    }
}

#[cold]
fn bic_words(defect: bic::Defect) -> Words {
    match defect {
        bic::Defect::Length => words("verlangt sind 8 oder 11 Zeichen", "8 or 11 characters are required"),
        bic::Defect::Form => words(
            "erlaubt sind nur Großbuchstaben und Ziffern; an fünfter und sechster Stelle Buchstaben",
            "capital letters and digits alone are allowed; letters at the fifth and sixth place",
        ),
        bic::Defect::Country => words(
            "an fünfter und sechster Stelle steht kein Land",
            "there is no country at the fifth and sixth place",
        ),
    }
}

#[cold]
fn steuer_id_words(defect: steuer_id::Defect) -> Words {
    match defect {
        steuer_id::Defect::Form => words("verlangt sind genau 11 Ziffern", "exactly 11 digits are required"),
        steuer_id::Defect::Repetition => words(
            "unter den ersten zehn Ziffern muss genau eine doppelt oder dreifach vorkommen",
            "of the first ten digits exactly one must stand twice or three times",
        ),
        steuer_id::Defect::CheckDigit => words(
            "die Prüfziffer am Ende passt nicht; meist ist eine Ziffer falsch",
            "the check digit at the end does not fit; mostly a digit is wrong",
        ),
    }
}

#[cold]
fn key_words(defect: gemeindeschluessel::Defect, length: usize) -> Words {
    match defect {
        gemeindeschluessel::Defect::Form => words(
            format!("verlangt sind genau {length} Ziffern"),
            format!("exactly {length} digits are required"),
        ),
        gemeindeschluessel::Defect::Land => words(
            "die ersten beiden Ziffern nennen kein Land (01 bis 16)",
            "the first two digits are no Land (01 to 16)",
        ),
    }
}
