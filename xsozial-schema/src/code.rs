//! The one table of codes. A code is stable: it is never given to another rule.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Language of messages for people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// German, the default: findings are read by clerks.
    #[default]
    German,
    /// English.
    English,
}

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// For information.
    Info,
    /// Should be looked at; the document stays valid.
    Warning,
    /// The document breaks a rule of its schema.
    Error,
}

impl Severity {
    /// The stable name, as it stands in data: `error`, `warning` or `info`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

macro_rules! codes {
    ($($variant:ident = $text:literal, $german:literal, $english:literal;)*) => {
        /// Code of a rule. The first two letters say what it is about: `XS` structure, `XF` facets and lexical forms,
        /// `XD` the document as a whole, `XE` the environment, `XC` codes and their lists, `XR` rules that a standard states in
        /// prose, `XP` profiles of mandatory fields.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[non_exhaustive]
        pub enum Code {
            $(#[doc = $english] $variant,)*
        }

        impl Code {
            /// All codes, in the order of the table.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The stable text of the code, for example `XS0101`.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }

            /// What the code means, in a few words.
            pub const fn title(self, language: Language) -> &'static str {
                match (self, language) {
                    $((Self::$variant, Language::German) => $german,
                      (Self::$variant, Language::English) => $english,)*
                }
            }

            /// The code with this text.
            pub fn from_text(text: &str) -> Option<Self> {
                match text { $($text => Some(Self::$variant),)* _ => None }
            }
        }
    };
}

codes! {
    ElementMissing = "XS0101", "Ein Pflichtelement fehlt", "A mandatory element is missing";
    ElementUnexpected = "XS0102", "Ein Element darf hier nicht stehen", "An element must not stand here";
    RootUnknown = "XS0103", "Das Wurzelelement gehört zu keiner Nachricht des Schemas", "The root element is no message of the schema";
    ElementUndeclared = "XS0104", "Für ein Element gibt es keine Deklaration", "An element has no declaration";
    TextUnexpected = "XS0105", "Text steht, wo nur Elemente stehen dürfen", "Text stands where only elements may stand";
    ChildUnexpected = "XS0106", "Ein Element steht, wo nur Text stehen darf", "An element stands where only text may stand";
    ContentUnexpected = "XS0107", "Inhalt steht in einem Element, das leer sein muss", "Content stands in an element that must be empty";
    ElementAbstract = "XS0108", "Das Element ist abstrakt und darf nicht selbst stehen", "The element is abstract and must not stand itself";
    AttributeMissing = "XS0201", "Ein Pflichtattribut fehlt", "A mandatory attribute is missing";
    AttributeUnexpected = "XS0202", "Ein Attribut ist hier nicht erlaubt", "An attribute is not allowed here";
    AttributeFixed = "XS0203", "Ein Attribut weicht vom festen Wert des Schemas ab", "An attribute differs from the schema's fixed value";
    ElementFixed = "XS0204", "Ein Element weicht vom festen Wert des Schemas ab", "An element differs from the schema's fixed value";
    TypeUnknown = "XS0301", "xsi:type nennt einen Typ, den das Schema nicht kennt", "xsi:type names a type that the schema does not know";
    TypeNotDerived = "XS0302", "xsi:type nennt einen Typ, der hier nicht erlaubt ist", "xsi:type names a type that is not allowed here";
    TypeAbstract = "XS0303", "Der Typ ist abstrakt; xsi:type muss einen abgeleiteten nennen", "The type is abstract; xsi:type must name a derived one";
    NilNotAllowed = "XS0304", "xsi:nil ist hier nicht erlaubt", "xsi:nil is not allowed here";
    NilNotEmpty = "XS0305", "Ein Element mit xsi:nil muss leer sein", "An element with xsi:nil must be empty";
    Lexical = "XF0001", "Der Wert hat nicht die Form seines Datentyps", "The value does not have the form of its data type";
    Length = "XF0101", "Der Wert hat nicht die vorgeschriebene Länge", "The value does not have the required length";
    MinLength = "XF0102", "Der Wert ist zu kurz", "The value is too short";
    MaxLength = "XF0103", "Der Wert ist zu lang", "The value is too long";
    Pattern = "XF0201", "Der Wert entspricht nicht dem Muster seines Datentyps", "The value does not match the pattern of its data type";
    Enumeration = "XF0301", "Der Wert gehört nicht zu den erlaubten Werten", "The value is not among the allowed values";
    MinInclusive = "XF0401", "Der Wert liegt unter der Grenze", "The value is below the bound";
    MaxInclusive = "XF0402", "Der Wert liegt über der Grenze", "The value is above the bound";
    MinExclusive = "XF0403", "Der Wert liegt nicht über der Grenze", "The value is not above the bound";
    MaxExclusive = "XF0404", "Der Wert liegt nicht unter der Grenze", "The value is not below the bound";
    TotalDigits = "XF0501", "Die Zahl hat zu viele Stellen", "The number has too many digits";
    FractionDigits = "XF0502", "Die Zahl hat zu viele Nachkommastellen", "The number has too many fraction digits";
    NoUnionMember = "XF0601", "Der Wert passt zu keinem der möglichen Datentypen", "The value fits none of the possible data types";
    NotXml = "XD0001", "Das Dokument ist kein wohlgeformtes XML", "The document is not well-formed XML";
    Truncated = "XD0002", "Das Dokument bricht mitten im Inhalt ab", "The document ends in the middle of its content";
    Empty = "XD0003", "Das Dokument ist leer", "The document is empty";
    Encoding = "XD0004", "Die Zeichenkodierung ist unbekannt oder verletzt", "The character encoding is unknown or violated";
    Doctype = "XD0005", "Eine DOCTYPE-Deklaration ist nicht erlaubt", "A DOCTYPE declaration is not allowed";
    Entity = "XD0006", "Eine Entität ist nicht definiert", "An entity is not defined";
    Prefix = "XD0007", "Ein Namensraum-Präfix ist nicht gebunden", "A namespace prefix is not bound";
    AttributeDuplicate = "XD0008", "Ein Attribut steht doppelt", "An attribute stands twice";
    Character = "XD0009", "Ein Zeichen ist in XML nicht erlaubt", "A character is not allowed in XML";
    Limit = "XD0010", "Das Dokument überschreitet eine Grenze der Verarbeitung", "The document exceeds a processing limit";
    IdDuplicate = "XD0101", "Eine ID ist doppelt vergeben", "An ID is given twice";
    IdReference = "XD0102", "Ein Verweis (IDREF) hat kein Ziel", "A reference (IDREF) has no target";
    KeyDuplicate = "XD0201", "Ein Schlüssel ist doppelt vergeben", "A key is given twice";
    KeyMissing = "XD0202", "Ein Schlüsselfeld fehlt", "A key field is missing";
    KeyReference = "XD0203", "Ein Schlüsselverweis hat kein Ziel", "A key reference has no target";
    KeyUnclear = "XD0204", "Ein Schlüsselfeld ist nicht eindeutig", "A key field is not clear";
    Unreadable = "XE0001", "Das Dokument konnte nicht gelesen werden", "The document could not be read";
    Internal = "XE0002", "Innerer Fehler; bitte melden", "Internal error; please report it";
    NoSchema = "XE0003", "Für dieses Dokument liegt kein Schema bereit; installieren Sie die Lieferung des Standards mit xsozial-codegen add oder geben Sie sie mit --schema an", "No schema is at hand for this document; install the delivery of its standard with xsozial-codegen add, or name it with --schema";
    SchemaAmbiguous = "XE0004", "Mehrere Standards passen zu diesem Dokument; wählen Sie einen mit --standard", "Several standards fit this document; choose one with --standard";
    NotInstalled = "XE0005", "Das Schema dieses Standards ist nicht installiert; installieren Sie es mit einem der beiden Befehle", "The schema of this standard is not installed; install it with one of the two commands";
    SchemaUnusable = "XE0006", "Das installierte Schema zu diesem Dokument ist nicht verwendbar; installieren Sie die Lieferung neu", "The installed schema for this document cannot be used; install the delivery again";
    Uuid = "XR0101", "Eine UUID ist nicht nach RFC 9562 gebildet", "A UUID is not made by RFC 9562";
    CreationTime = "XR0102", "Der Erstellungszeitpunkt ist nicht genau genug", "The time of creation is not exact enough";
    TestMessage = "XR0103", "Dies ist eine Testnachricht", "This is a test message";
    Din91379 = "XR0201", "Ein Zeichen gehört nicht zum Datentyp der DIN 91379", "A character does not belong to the data type of DIN 91379";
    NotNormalised = "XR0202", "Ein Text ist nicht in der Normalform C", "A text is not in Normalisation Form C";
    Iban = "XR0301", "Eine IBAN kann nicht stimmen", "An IBAN cannot be right";
    Bic = "XR0302", "Ein BIC kann nicht stimmen", "A BIC cannot be right";
    SteuerId = "XR0303", "Eine Steuer-ID kann nicht stimmen", "A Steuer-ID cannot be right";
    SteuerIdForTests = "XR0304", "Eine Steuer-ID ist eine Testnummer", "A Steuer-ID is a test number";
    Gemeindeschluessel = "XR0305", "Ein Gemeindeschlüssel kann nicht stimmen", "A Gemeindeschlüssel cannot be right";
    Regionalschluessel = "XR0306", "Ein Regionalschlüssel kann nicht stimmen", "A Regionalschlüssel cannot be right";
    FieldMissing = "XP0001", "Eine Angabe fehlt, die der Empfänger braucht", "Something is missing that the recipient needs";
    FieldEmpty = "XP0002", "Eine Angabe ist leer, die der Empfänger braucht", "Something is empty that the recipient needs";
    ProfileNotMeant = "XP0003", "Das Profil gilt nicht für diese Nachricht", "The profile is not for this message";
    ProfileUnusable = "XP0101", "Das Profil kann nicht verwendet werden", "The profile cannot be used";
    CodeUnknown = "XC0001", "Der Code steht nicht in der Codeliste", "The code is not in the code list";
    CodeWithdrawn = "XC0002", "Der Code ist in dieser Version der Codeliste gestrichen", "The code was withdrawn in this version of the code list";
    CodeNotYet = "XC0003", "Der Code kommt erst in einer späteren Version der Codeliste vor", "The code appears only in a later version of the code list";
    ListVersionMissing = "XC0101", "Eine Codeliste liegt nicht in der benötigten Version bereit", "A code list is not at hand in the version that is needed";
    ListMissing = "XC0102", "Eine Codeliste liegt nicht bereit", "A code list is not at hand";
    CodeNameDiffers = "XC0201", "Der Name widerspricht der Beschreibung des Codes", "The name contradicts the description of the code";
    ListDefective = "XC0301", "Eine verwendete Codeliste hat Mängel", "A code list that is used has defects";
}

impl fmt::Display for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_code_has_one_text_and_is_found_by_it() {
        let texts: BTreeSet<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
        assert_eq!(texts.len(), Code::ALL.len());
        for &code in Code::ALL {
            assert_eq!(Code::from_text(code.as_str()), Some(code));
            assert!(!code.title(Language::German).is_empty());
        }
        assert_eq!(Code::from_text("XS9999"), None);
    }
}
