//! XF00 to XF03: the form of values.

use super::{
    Cause, Explanation,
    Party::{Manufacturer, Sender},
};
use xsozial_schema::Code;

/// A global element whose type restricts another one by these facets.
macro_rules! restricted {
    ($name:literal, $base:literal, $($facet:literal),+) => {
        concat!(
            "<xs:element name=\"", $name, "\">\n  <xs:simpleType>\n    <xs:restriction base=\"", $base, "\">\n",
            $("      <xs:", $facet, "/>\n",)+
            "    </xs:restriction>\n  </xs:simpleType>\n</xs:element>"
        )
    };
}
pub(super) use restricted;

pub(super) const FACETS: &[Explanation] = &[
    Explanation {
        code: Code::Lexical,
        cause: Cause {
            german: "Der Wert ist nicht so geschrieben, wie sein Datentyp es verlangt. Typisch sind Datumsangaben in deutscher \
                     Schreibweise statt JJJJ-MM-TT, Zahlen mit Komma statt Punkt, „ja“ statt „true“ und leere Elemente, wo ein \
                     Wert stehen muss.",
            english: "The value is not written as its data type asks. Typical are dates in national notation in place of \
                      YYYY-MM-DD, numbers with a comma in place of the point, \"yes\" in place of \"true\", and empty elements \
                      where a value must stand.",
        },
        schema: Some(r#"<xs:element name="eingang" type="xs:date"/>"#),
        wrong: "<eingang>05.01.2026</eingang>",
        right: "<eingang>2026-01-05</eingang>",
        mended_by: &[Manufacturer, Sender],
    },
    Explanation {
        code: Code::Length,
        cause: Cause {
            german: "Der Wert muss genau so viele Zeichen haben, wie das Schema festlegt; Leerzeichen am Rand zählen mit, wo \
                     der Datentyp sie behält. Oft sind führende Nullen verloren gegangen, weil eine Kennzahl als Zahl \
                     gespeichert wurde.",
            english: "The value must have exactly as many characters as the schema says; spaces at its ends count where the \
                      data type keeps them. Often leading zeros were lost because a code number was stored as a number.",
        },
        schema: Some(restricted!("gemeindeschlüssel", "xs:token", "length value=\"8\"")),
        wrong: "<gemeindeschlüssel>1234567</gemeindeschlüssel>",
        right: "<gemeindeschlüssel>01234567</gemeindeschlüssel>",
        mended_by: &[Manufacturer, Sender],
    },
    Explanation {
        code: Code::MinLength,
        cause: Cause {
            german: "Der Wert hat weniger Zeichen, als das Schema verlangt. Häufig ist das Element leer, weil zu einem \
                     Pflichtfeld nichts erfasst wurde.",
            english: "The value has fewer characters than the schema asks for. Often the element is empty because nothing was \
                      entered for a mandatory field.",
        },
        schema: Some(restricted!("name", "xs:token", "minLength value=\"1\"")),
        wrong: "<name></name>",
        right: "<name>Mustermann</name>",
        mended_by: &[Sender, Manufacturer],
    },
    Explanation {
        code: Code::MaxLength,
        cause: Cause {
            german: "Der Wert hat mehr Zeichen, als das Schema zulässt. Kürzen Sie die Angabe; das Fachverfahren sollte schon \
                     bei der Eingabe begrenzen und nie stillschweigend abschneiden.",
            english: "The value has more characters than the schema admits. Shorten what was entered; the software should set \
                      the limit on entry and never cut in silence.",
        },
        schema: Some(restricted!("aktenzeichen", "xs:token", "maxLength value=\"12\"")),
        wrong: "<aktenzeichen>SG-2026/000123-A</aktenzeichen>",
        right: "<aktenzeichen>SG-26/123-A</aktenzeichen>",
        mended_by: &[Sender, Manufacturer],
    },
    Explanation {
        code: Code::Pattern,
        cause: Cause {
            german: "Das Schema gibt für den Wert ein Muster vor, und der Wert folgt ihm nicht: Es fehlen Teile, es stehen \
                     Trennzeichen darin, oder ein Zeichen ist nicht erlaubt. Ist ein einzelnes Zeichen schuld, nennt die \
                     Meldung seine Nummer und Stelle. Bei Namen ist es meist eines, das nicht zum Zeichenvorrat der Norm \
                     DIN 91379 gehört.",
            english: "The schema gives a pattern for the value, which does not follow it: parts are missing, there are \
                      separators in it, or a character is not allowed. Where a single character is to blame, the message tells \
                      its number and place. In names it mostly is one outside the character set of the standard DIN 91379.",
        },
        schema: Some(restricted!("postleitzahl", "xs:token", "pattern value=\"[0-9]{5}\"")),
        wrong: "<postleitzahl>D-01234</postleitzahl>",
        right: "<postleitzahl>01234</postleitzahl>",
        mended_by: &[Sender, Manufacturer],
    },
    Explanation {
        code: Code::Enumeration,
        cause: Cause {
            german: "Das Schema zählt die erlaubten Werte auf, und dieser ist nicht darunter. Groß- und Kleinschreibung zählt. \
                     Bei Codes steht oft die Beschreibung statt des Codes im Dokument, oder der Code stammt aus einer anderen \
                     Version der Codeliste.",
            english: "The schema lists the allowed values, and this is none of them. Upper and lower case matter. With codes, \
                      often the description stands in place of the code, or the code comes from another version of the code \
                      list.",
        },
        schema: Some(restricted!(
            "familienstand",
            "xs:token",
            "enumeration value=\"LD\"",
            "enumeration value=\"VH\""
        )),
        wrong: "<familienstand>ledig</familienstand>",
        right: "<familienstand>LD</familienstand>",
        mended_by: &[Manufacturer, Sender],
    },
];
