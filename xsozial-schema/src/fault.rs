//! What is wrong with a document, without the place: the place is added by whoever reads it.
//!
//! A fault never holds document content. It may name elements, attributes and types, and it describes a value by its
//! shape alone ([`TextShape`]).

use crate::{
    code::{Code, Language},
    reason::Reason,
};
use std::fmt;

/// The shape of a text, told instead of the text. `Debug` names the character by its number, as messages do.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct TextShape {
    /// How many characters it has.
    pub characters: usize,
    /// The first character that is not allowed, and its place counted from 1.
    pub offending: Option<(char, usize)>,
}

impl fmt::Debug for TextShape {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.describe(Language::English))
    }
}

impl TextShape {
    /// The shape of this text.
    pub fn of(text: &str) -> Self {
        Self {
            characters: text.chars().count(),
            offending: None,
        }
    }

    /// For people: "Text mit 14 Zeichen, unzulässiges Zeichen U+00AD an Stelle 3".
    pub fn describe(self, language: Language) -> String {
        let text = match language {
            Language::German if self.characters == 0 => "leerer Text".to_owned(),
            Language::German => format!("Text mit {} Zeichen", self.characters),
            Language::English if self.characters == 0 => "empty text".to_owned(),
            Language::English if self.characters == 1 => "text of 1 character".to_owned(),
            Language::English => format!("text of {} characters", self.characters),
        };
        let Some((character, place)) = self.offending else {
            return text;
        };
        let code = u32::from(character);
        match language {
            Language::German => format!("{text}, unzulässiges Zeichen U+{code:04X} an Stelle {place}"),
            Language::English => format!("{text}, disallowed character U+{code:04X} at place {place}"),
        }
    }
}

/// A broken rule. Boxed where it travels in results, so that the valid path stays small.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Which rule.
    pub code: Code,
    /// What it is about.
    pub subject: Subject,
}

/// What a fault is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Nothing more than the code says.
    None,
    /// The element, attribute, type or prefix of this name.
    Name(String),
    /// An element that does not fit here.
    Order {
        /// The element found; `None` at the end tag of the parent.
        found: Option<String>,
        /// What may stand here, in the order of the schema.
        expected: Vec<String>,
    },
    /// A value that breaks a rule of its type.
    Value {
        /// The type, as its authors write it; the nearest named one.
        type_name: String,
        /// The attribute whose value it is; `None` for the text of an element.
        attribute: Option<String>,
        /// The shape of the value.
        shape: TextShape,
        /// The rule's bound, from the schema (a length, a limit, a pattern), where there is one.
        bound: Option<String>,
    },
    /// What there is to say beyond the code's title, in each language, made without document content.
    Worded {
        /// In German.
        german: String,
        /// In English.
        english: String,
    },
}

impl Fault {
    /// A fault that its code alone describes.
    pub fn new(code: Code) -> Self {
        Self {
            code,
            subject: Subject::None,
        }
    }

    /// A fault about something with a name.
    pub fn named(code: Code, name: impl Into<String>) -> Self {
        Self {
            code,
            subject: Subject::Name(name.into()),
        }
    }

    /// A fault with a technical reason, which must not hold document content.
    pub fn because(code: Code, reason: impl Into<Reason>) -> Self {
        Self {
            code,
            subject: reason.into().into(),
        }
    }

    /// A fault with more to say than its code does. The words must not hold document content.
    pub fn worded(code: Code, german: impl Into<String>, english: impl Into<String>) -> Self {
        Self {
            code,
            subject: Subject::Worded {
                german: german.into(),
                english: english.into(),
            },
        }
    }

    /// Says of a value fault that the value is that of an attribute.
    #[must_use]
    pub fn in_attribute(mut self, name: impl Into<String>) -> Self {
        if let Subject::Value { attribute, .. } = &mut self.subject {
            *attribute = Some(name.into());
        }
        self
    }

    /// The message for people, without place and without document content.
    pub fn message(&self, language: Language) -> String {
        let title = self.code.title(language);
        match &self.subject {
            Subject::None => title.to_owned(),
            Subject::Name(name) => format!("{title}: {name}"),
            Subject::Worded { german, english } => {
                let words = match language {
                    Language::German => german,
                    Language::English => english,
                };
                format!("{title}: {words}")
            }
            Subject::Order { found, expected } => order_message(title, found.as_deref(), expected, language),
            Subject::Value {
                type_name,
                attribute,
                shape,
                bound,
            } => value_message(
                title,
                type_name,
                attribute.as_deref(),
                *shape,
                bound.as_deref(),
                language,
            ),
        }
    }
}

fn order_message(title: &str, found: Option<&str>, expected: &[String], language: Language) -> String {
    let mut parts = vec![title.to_owned()];
    parts.extend(found.map(|found| match language {
        Language::German => format!("gefunden: {found}"),
        Language::English => format!("found: {found}"),
    }));
    let expected = expected.join(", ");
    parts.push(match (language, expected.is_empty()) {
        (Language::German, true) => "hier darf nichts mehr stehen".to_owned(),
        (Language::English, true) => "nothing more may stand here".to_owned(),
        (Language::German, false) => format!("erwartet: {expected}"),
        (Language::English, false) => format!("expected: {expected}"),
    });
    parts.join("; ")
}

fn value_message(
    title: &str,
    type_name: &str,
    attribute: Option<&str>,
    shape: TextShape,
    bound: Option<&str>,
    language: Language,
) -> String {
    let [attribute_word, type_word, bound_word] = match language {
        Language::German => ["Attribut", "Datentyp", "vorgeschrieben:"],
        Language::English => ["attribute", "data type", "required:"],
    };
    let mut parts = vec![title.to_owned()];
    parts.extend(attribute.map(|attribute| format!("{attribute_word} {attribute}")));
    parts.push(shape.describe(language));
    if !type_name.is_empty() {
        parts.push(format!("{type_word} {type_name}"));
    }
    parts.extend(bound.map(|bound| format!("{bound_word} {bound}")));
    parts.join("; ")
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.code, self.message(Language::German))
    }
}

impl std::error::Error for Fault {}
