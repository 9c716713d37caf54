//! An XDatenfelder file as plain data.

/// Which edition of XDatenfelder a file is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Version {
    /// XDatenfelder 2.0.
    V2,
    /// XDatenfelder 3.0.0.
    V3,
}

/// Where something stands in the XDatenfelder file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fundstelle {
    /// Line of the start tag, counted from 1.
    pub zeile: u32,
    /// Offset into the decoded text.
    pub(crate) offset: usize,
}

/// Id and version.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Identifikation {
    /// `id`, such as `F99000001`.
    pub id: String,
    /// `version`, such as `1.0`; empty where the file is silent.
    pub version: String,
}

/// What the schema, its groups and its fields say of themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Angaben {
    /// Id and version.
    pub identifikation: Identifikation,
    /// `name`: what the element is called among those who write schemas.
    pub name: String,
    /// `bezeichnungEingabe` (of a schema in version 3 `bezeichnung`): what the form calls it.
    pub bezeichnung: Option<String>,
    /// `beschreibung`
    pub beschreibung: Option<String>,
    /// `definition`
    pub definition: Option<String>,
    /// `bezug`: the law behind it.
    pub bezug: Vec<String>,
    /// `hilfetext`, `hilfetextEingabe`, `hilfetextAusgabe`, each once.
    pub hilfetexte: Vec<String>,
    /// `regel`
    pub regeln: Vec<Regel>,
    /// Where it stands.
    pub fundstelle: Fundstelle,
}

/// A rule. It is documentation: nothing in it is run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Regel {
    /// Id and version.
    pub identifikation: Identifikation,
    /// `name`
    pub name: String,
    /// `freitextRegel`, `definition` and `beschreibung`, those that are filled.
    pub texte: Vec<String>,
    /// `script` or `skript`
    pub skript: Option<String>,
}

/// How often a part stands: `anzahl`, such as `1:*`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anzahl {
    /// At least.
    pub min: u32,
    /// At most; `None` is `*`.
    pub max: Option<u32>,
}

/// A part of a schema or group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Struktur {
    /// How often it stands.
    pub anzahl: Anzahl,
    /// `bezug`: the law behind this use.
    pub bezug: Vec<String>,
    /// The group or field.
    pub enthaelt: Element,
    /// Where it stands.
    pub fundstelle: Fundstelle,
}

/// A schema, group or field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Element {
    /// The schema itself; only at the top.
    Schema(Datenfeldgruppe),
    /// A group.
    Gruppe(Datenfeldgruppe),
    /// A field.
    Feld(Box<Datenfeld>),
}

impl Element {
    /// What it says of itself.
    pub fn angaben(&self) -> &Angaben {
        match self {
            Self::Schema(gruppe) | Self::Gruppe(gruppe) => &gruppe.angaben,
            Self::Feld(feld) => &feld.angaben,
        }
    }

    /// Its parts; a field has none.
    pub fn struktur(&self) -> &[Struktur] {
        match self {
            Self::Schema(gruppe) | Self::Gruppe(gruppe) => &gruppe.struktur,
            Self::Feld(_) => &[],
        }
    }

    /// Whether it is a text of the form, which documents do not hold.
    pub fn is_label(&self) -> bool {
        matches!(self, Self::Feld(feld) if feld.feldart == Feldart::Label)
    }
}

/// A group, or the schema itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Datenfeldgruppe {
    /// What it says of itself.
    pub angaben: Angaben,
    /// Whether one of its parts stands, and not all (`art` is `X`).
    pub auswahl: bool,
    /// Its parts.
    pub struktur: Vec<Struktur>,
}

/// What a field is to the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Feldart {
    /// `input`
    Input,
    /// `select`
    Select,
    /// `label`
    Label,
    /// `hidden`: filled by the form, unseen.
    Hidden,
    /// `locked`: filled by the form, seen.
    Locked,
}

/// What the values of a field are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Datentyp {
    /// `text`
    Text,
    /// `text_latin`: text of DIN 91379. The set of characters is not checked, as the converters do not check it.
    TextLatin,
    /// `date`
    Date,
    /// `time`
    Time,
    /// `datetime`
    DateTime,
    /// `bool`
    Bool,
    /// `num`
    Num,
    /// `num_int`
    NumInt,
    /// `num_currency`
    NumCurrency,
    /// `file`: an attachment.
    File,
    /// `obj`: an object of the form.
    Obj,
}

/// Bounds of a field's values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Praezisierung {
    /// `minLength`
    pub min_length: Option<u64>,
    /// `maxLength`
    pub max_length: Option<u64>,
    /// `minValue`, as the file writes it.
    pub min_value: Option<String>,
    /// `maxValue`, as the file writes it.
    pub max_value: Option<String>,
    /// `pattern`
    pub pattern: Option<String>,
    /// Anything else that stands there, as name and text; it is documentation.
    pub weitere: Vec<(String, String)>,
}

/// A code of a select field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wert {
    /// The code.
    pub code: String,
    /// What it means.
    pub name: String,
    /// `hilfe`
    pub hilfe: Option<String>,
    /// Where it stands; for a code of a list the field that refers to it.
    pub fundstelle: Fundstelle,
}

/// A reference to a code list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CodelisteReferenz {
    /// FIM's own id of the list, such as `C99000001`; empty in version 3.
    pub id: String,
    /// `canonicalIdentification`
    pub uri: String,
    /// `version`; empty means whatever version is at hand.
    pub version: String,
    /// `canonicalVersionUri`; empty where the file is silent.
    pub version_uri: String,
    /// `codeKey`: the column of the codes.
    pub code_key: Option<String>,
    /// `nameKey`: the column of their meaning.
    pub name_key: Option<String>,
    /// `helpKey`: the column of their help texts.
    pub help_key: Option<String>,
}

/// A field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Datenfeld {
    /// What it says of itself.
    pub angaben: Angaben,
    /// What it is to the form.
    pub feldart: Feldart,
    /// What its values are.
    pub datentyp: Datentyp,
    /// Bounds of its values.
    pub praezisierung: Praezisierung,
    /// `inhalt`: the text of a label, the preset of any other field.
    pub inhalt: Option<String>,
    /// `werte`, or the codes of the list referred to once that was looked up.
    pub werte: Vec<Wert>,
    /// The code list referred to.
    pub codeliste: Option<CodelisteReferenz>,
    /// `maxSize` of an attachment in bytes.
    pub max_size: Option<String>,
    /// `mediaType`: the media types that an attachment may have.
    pub media_types: Vec<String>,
}

/// An XDatenfelder file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Datenschema {
    /// The file, as the caller named it.
    pub datei: String,
    /// The edition of XDatenfelder.
    pub fassung: Version,
    /// `header/nachrichtID`
    pub nachricht_id: String,
    /// The schema; in a file that holds less, the group or field.
    pub wurzel: Element,
}

impl Datenschema {
    /// All fields, in no particular order.
    pub fn felder(&self) -> impl Iterator<Item = &Datenfeld> {
        let mut open = vec![&self.wurzel];
        std::iter::from_fn(move || {
            loop {
                match open.pop()? {
                    Element::Schema(gruppe) | Element::Gruppe(gruppe) => {
                        open.extend(gruppe.struktur.iter().map(|part| &part.enthaelt));
                    }
                    Element::Feld(feld) => return Some(&**feld),
                }
            }
        })
    }

    /// Id and version of the schema.
    pub fn identifikation(&self) -> &Identifikation {
        &self.wurzel.angaben().identifikation
    }

    /// The ids from the schema down to the element that stands there, with `/`; empty when none does.
    pub(crate) fn path_to(&self, place: Fundstelle) -> String {
        let mut open = vec![(&self.wurzel, 0)];
        let mut path: Vec<&str> = Vec::new();
        while let Some((element, depth)) = open.pop() {
            path.truncate(depth);
            path.push(&element.angaben().identifikation.id);
            if element.angaben().fundstelle == place {
                return path.join("/");
            }
            open.extend(element.struktur().iter().rev().map(|part| (&part.enthaelt, depth + 1)));
        }
        String::new()
    }

    /// The schema, and all groups and fields in it: each before its parts, in the order of the file.
    pub fn elements(&self) -> Vec<&Element> {
        let mut elements = Vec::new();
        let mut open = vec![&self.wurzel];
        while let Some(element) = open.pop() {
            elements.push(element);
            open.extend(element.struktur().iter().rev().map(|part| &part.enthaelt));
        }
        elements
    }
}
