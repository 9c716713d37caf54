//! The one table of rules beyond XML Schema: what is demanded, on which fact it rests, how much it weighs, and where it applies.
//!
//! A rule applies by names of components, never by a namespace: heads of messages occur in several versions, qualified and
//! unqualified, and standards derive from them or write their own.

use super::examination::Examination;
use crate::format::sum_of;
use std::fmt;
use xsozial_schema::{Code, Language, Severity};

/// A version of the sum: it changes when the meaning of a rule does although its row does not.
const VERSION: &str = "1";

/// A rule beyond XML Schema.
#[derive(Debug)]
#[non_exhaustive]
pub struct ProseRule {
    /// Its code, which has the title.
    pub code: Code,
    /// How much its findings weigh unless the user says otherwise. Never an error: published valid messages break rules that
    /// stand in prose alone.
    pub severity: Severity,
    /// The text that it rests on.
    pub source: &'static str,
    /// What that text says.
    pub fact: Fact,
    /// Where it applies.
    pub bindings: &'static [Binding],
    /// Whether it holds in production alone.
    pub is_for_production: bool,
    pub(super) examination: Examination,
}

/// What a source says, in two languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fact {
    /// In German.
    pub german: &'static str,
    /// In English.
    pub english: &'static str,
}

impl Fact {
    /// The fact in this language.
    pub const fn text(self, language: Language) -> &'static str {
        crate::format::choose(language, self.german, self.english)
    }
}

/// Where a rule applies. Names are compared without their namespace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Binding {
    /// This element of the identification of a message, see [`IDENTIFICATION`].
    HeadElement(&'static str),
    /// This attribute of a message, see [`MESSAGE`].
    MessageAttribute(&'static str),
    /// Values of simple types of these names, and of types derived from them.
    Type(&'static [&'static str]),
    /// Values of the data types A to E of DIN 91379: of simple types with these beginnings of names and the data type's letter,
    /// and of types derived from them.
    Din91379(&'static [&'static str]),
    /// Values of simple types of these names, and of types derived from them, which the older standard on Latin characters
    /// defines: they must be normative by DIN 91379 (data type C).
    StringLatin(&'static [&'static str]),
    /// All texts (`xs:string`, `xs:normalizedString`, `xs:token`) without enumeration.
    Text,
    /// Texts in elements and attributes of these names. Case, hyphens, dots and underscores do not count, umlauts are written
    /// out.
    Name(&'static [&'static str]),
    /// Texts in elements and attributes whose names end with this word: `iban` is the last word of `kontoIBAN`.
    LastWord(&'static str),
    /// Texts in elements of these names whose documentation holds this text.
    Documented(&'static [&'static str], &'static str),
    /// Codes of the list whose URI ends like this.
    Codelist(&'static str),
}

/// Components that make up the head of a message.
#[derive(Debug)]
#[non_exhaustive]
pub struct Head {
    /// Which head, and in which versions.
    pub name: &'static str,
    /// The complex types of these names, and those derived from them.
    pub types: &'static [&'static str],
    /// Complex types that have all these elements or attributes, whatever their name.
    pub parts: &'static [&'static str],
}

/// The types that identify a message (`identifikation.nachricht`).
pub const IDENTIFICATION: &[Head] = &[
    Head {
        name: "XÖV-Basisnachricht G2G 1.0 and 1.1, qualified and unqualified",
        types: &["Identifikation.NachrichtType"],
        parts: &[],
    },
    Head {
        name: "XInneres-Basisnachricht 5",
        types: &["Identifikation.Nachricht"],
        parts: &[],
    },
    Head {
        name: "heads of a standard's own with the same elements",
        types: &[],
        parts: &["nachrichtenUUID", "nachrichtentyp", "erstellungszeitpunkt"],
    },
];

/// The types of whole messages.
pub const MESSAGE: &[Head] = &[
    Head {
        name: "XÖV-Basisnachricht G2G 1.0 and 1.1, qualified and unqualified",
        types: &["Nachricht.G2GType"],
        parts: &[],
    },
    Head {
        name: "XInneres-Basisnachricht 5",
        types: &["Nachricht.G2G"],
        parts: &[],
    },
    Head {
        name: "messages of a standard's own with the same attributes",
        types: &[],
        parts: &["produkt", "standard", "test", "version"],
    },
];

/// The rules, in the order of their codes.
pub const RULES: &[ProseRule] = &[
    ProseRule {
        code: Code::Uuid,
        severity: Severity::Warning,
        source: "XÖV-Basisnachricht G2G 1.0/1.1: nachrichtenUUID; RFC 9562",
        fact: Fact {
            german: "Die UUID einer Nachricht wird nach RFC 4122 gebildet, den RFC 9562 ersetzt hat.",
            english: "The UUID of a message is made by RFC 4122, which RFC 9562 has replaced.",
        },
        bindings: &[Binding::HeadElement("nachrichtenUUID"), Binding::Type(&["UUID"])],
        is_for_production: false,
        examination: Examination::Uuid,
    },
    ProseRule {
        code: Code::CreationTime,
        severity: Severity::Warning,
        source: "XÖV-Basisnachricht G2G 1.0/1.1, XInneres-Basisnachricht 5: erstellungszeitpunkt",
        fact: Fact {
            german: "Der Erstellungszeitpunkt wird auf Millisekunden genau und mit Zeitzone übermittelt.",
            english: "The time of creation is told with milliseconds and time zone.",
        },
        bindings: &[Binding::HeadElement("erstellungszeitpunkt")],
        is_for_production: false,
        examination: Examination::CreationTime,
    },
    ProseRule {
        code: Code::TestMessage,
        severity: Severity::Warning,
        source: "XÖV-Basisnachricht G2G 1.0/1.1, XInneres-Basisnachricht 5: Attribut test",
        fact: Fact {
            german: "Eine Nachricht mit dem Attribut test darf im Produktivbetrieb nicht verarbeitet werden, was immer darin \
                     steht.",
            english: "A message with the attribute test must not be processed in production, whatever the attribute says.",
        },
        bindings: &[Binding::MessageAttribute("test")],
        is_for_production: true,
        examination: Examination::TestMessage,
    },
    ProseRule {
        code: Code::Din91379,
        severity: Severity::Info,
        source: "DIN 91379:2022-08",
        fact: Fact {
            german: "Die Datentypen A bis E der DIN 91379 legen fest, welche Zeichen und Zeichenfolgen Texte enthalten dürfen; \
                     für Namen natürlicher Personen ist es der Datentyp A.",
            english: "The data types A to E of DIN 91379 say which characters and sequences texts may hold; for names of natural \
                      persons it is data type A.",
        },
        bindings: &[
            Binding::Din91379(&["datatype", "String.DIN91379.", "DIN91379."]),
            Binding::StringLatin(&["String.Latin", "String.Latin+", "StringLatin"]),
            Binding::Name(&["familienname", "nachname", "vorname", "vornamen", "geburtsname"]),
        ],
        is_for_production: false,
        examination: Examination::Din91379,
    },
    ProseRule {
        code: Code::NotNormalised,
        severity: Severity::Warning,
        source: "DIN 91379:2022-08; Unicode Standard Annex #15",
        fact: Fact {
            german: "Texte werden in der Normalform C übermittelt: Ein Buchstabe mit Zeichen darüber oder darunter ist ein \
                     einziges Zeichen, wo es dieses gibt.",
            english: "Texts are sent in Normalisation Form C: a letter with marks above or below is a single character where \
                      there is one.",
        },
        bindings: &[Binding::Text],
        is_for_production: false,
        examination: Examination::Normalised,
    },
    ProseRule {
        code: Code::Iban,
        severity: Severity::Warning,
        source: "ISO 13616-1; IBAN-Register",
        fact: Fact {
            german: "Eine IBAN hat zwei Prüfziffern und die Länge, die ihr Land vorschreibt; in Daten steht sie ohne Leerzeichen.",
            english: "An IBAN has two check digits and the length that its country prescribes; in data it has no blanks.",
        },
        bindings: &[Binding::LastWord("iban")],
        is_for_production: false,
        examination: Examination::Iban,
    },
    ProseRule {
        code: Code::Bic,
        severity: Severity::Warning,
        source: "ISO 9362:2022",
        fact: Fact {
            german: "Ein BIC hat 8 oder 11 Großbuchstaben und Ziffern; an fünfter und sechster Stelle steht das Land.",
            english: "A BIC has 8 or 11 capital letters and digits; the fifth and sixth are the country.",
        },
        bindings: &[Binding::LastWord("bic")],
        is_for_production: false,
        examination: Examination::Bic,
    },
    ProseRule {
        code: Code::SteuerId,
        severity: Severity::Warning,
        source: "§ 139a und § 139b AO; § 1 StIdV",
        fact: Fact {
            german: "Die steuerliche Identifikationsnummer hat 11 Ziffern, deren letzte eine Prüfziffer ist; unter den übrigen \
                     wiederholt sich genau eine.",
            english: "The tax identification number has 11 digits, of which the last one is a check digit; of the others exactly \
                      one is repeated.",
        },
        bindings: STEUER_ID,
        is_for_production: false,
        examination: Examination::SteuerId,
    },
    ProseRule {
        code: Code::SteuerIdForTests,
        severity: Severity::Warning,
        source: "§ 139b AO; Bundeszentralamt für Steuern",
        fact: Fact {
            german: "Identifikationsnummern, die mit 0 beginnen, gehören niemandem; sie dienen Tests.",
            english: "Identification numbers that begin with 0 are nobody's; they are for tests.",
        },
        bindings: STEUER_ID,
        is_for_production: true,
        examination: Examination::SteuerIdForTests,
    },
    ProseRule {
        code: Code::Gemeindeschluessel,
        severity: Severity::Warning,
        source: "Statistisches Bundesamt, Gemeindeverzeichnis",
        fact: Fact {
            german: "Der Amtliche Gemeindeschlüssel hat 8 Ziffern; die ersten beiden nennen das Land (01 bis 16).",
            english: "The Amtlicher Gemeindeschlüssel has 8 digits; the first two are the Land (01 to 16).",
        },
        bindings: &[
            Binding::Name(&["gemeindeschluessel", "amtlichergemeindeschluessel", "ags"]),
            Binding::Codelist(":schluessel:ags"),
        ],
        is_for_production: false,
        examination: Examination::Gemeindeschluessel,
    },
    ProseRule {
        code: Code::Regionalschluessel,
        severity: Severity::Warning,
        source: "Statistisches Bundesamt, Gemeindeverzeichnis",
        fact: Fact {
            german: "Der Regionalschlüssel hat 12 Ziffern; die ersten beiden nennen das Land (01 bis 16).",
            english: "The Regionalschlüssel has 12 digits; the first two are the Land (01 to 16).",
        },
        bindings: &[
            Binding::Name(&["regionalschluessel", "amtlicherregionalschluessel", "ars"]),
            Binding::Codelist(":schluessel:rs"),
        ],
        is_for_production: false,
        examination: Examination::Regionalschluessel,
    },
];

/// Where a Steuer-ID stands. A bare `identifikationsnummer` may be any number: the documentation must cite the law.
const STEUER_ID: &[Binding] = &[
    Binding::Name(&[
        "steuerid",
        "steueridnr",
        "steueridentnr",
        "steueridentifikationsnummer",
        "steuerlicheidentifikationsnummer",
        "steuerlicheid",
        "steuerlicheidnr",
    ]),
    Binding::Documented(&["identifikationsnummer", "idnr", "idnummer"], "139b"),
];

/// SHA-256 over the table, with or without the rules for production, in lower-case hexadecimal.
pub(super) fn sha256(is_production: bool, checks_codes: bool) -> String {
    let heads = [IDENTIFICATION, MESSAGE].into_iter().flatten();
    let mut lines = vec![format!("{VERSION} {is_production} {checks_codes}")];
    lines.extend(heads.map(|head| format!("{} {}", head.types.join(","), head.parts.join(","))));
    lines.extend(RULES.iter().map(ProseRule::row));
    sum_of(lines.iter().map(String::as_str))
}

impl ProseRule {
    /// The rule of this code.
    pub fn of(code: Code) -> Option<&'static Self> {
        RULES.iter().find(|rule| rule.code == code)
    }

    /// What of the row decides about findings.
    fn row(&self) -> String {
        let bindings: Vec<String> = self.bindings.iter().map(ToString::to_string).collect();
        format!(
            "{} {:?} {} {}",
            self.code,
            self.severity,
            self.is_for_production,
            bindings.join("; ")
        )
    }
}

/// What the binding means: for the documentation, and for the sum over the table.
impl fmt::Display for Binding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::HeadElement(name) => write!(formatter, "`{name}` in the head of the message"),
            Self::MessageAttribute(name) => write!(formatter, "attribute `{name}` of the message"),
            Self::Type(names) => write!(formatter, "type {}", Listed(names)),
            Self::Din91379(names) => write!(formatter, "type {} with A to E at the end", Listed(names)),
            Self::StringLatin(names) => write!(formatter, "type {}, held against data type C", Listed(names)),
            Self::Text => formatter.write_str("all texts"),
            Self::Name(names) => write!(formatter, "name {}", Listed(names)),
            Self::LastWord(word) => write!(formatter, "last word of the name `{word}`"),
            Self::Documented(names, text) => {
                write!(formatter, "name {}, if the documentation cites {text}", Listed(names))
            }
            Self::Codelist(ending) => write!(formatter, "codes of the list `…{ending}`"),
        }
    }
}

struct Listed<'a>(&'a [&'a str]);

impl fmt::Display for Listed<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, name) in self.0.iter().enumerate() {
            let separator = if place > 0 { ", " } else { "" };
            write!(formatter, "{separator}`{name}`")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_a_code_of_its_own_and_is_no_error() {
        let codes: Vec<Code> = RULES.iter().map(|rule| rule.code).collect();
        let expected: Vec<Code> = Code::ALL
            .iter()
            .copied()
            .filter(|code| code.as_str().starts_with("XR"))
            .collect();
        assert_eq!(codes, expected);
        for rule in RULES {
            assert!(rule.severity < Severity::Error, "{}", rule.code);
            assert!(!rule.bindings.is_empty() && !rule.source.is_empty(), "{}", rule.code);
            for language in [Language::German, Language::English] {
                assert!(rule.fact.text(language).ends_with('.'), "{}", rule.code);
            }
        }
    }

    #[test]
    fn the_sum_depends_on_what_is_switched_on() {
        assert_eq!(sha256(false, true), sha256(false, true));
        assert_ne!(sha256(false, true), sha256(true, true));
        assert_ne!(sha256(false, true), sha256(false, false));
        assert_eq!(sha256(false, true).len(), 64);
    }
}
