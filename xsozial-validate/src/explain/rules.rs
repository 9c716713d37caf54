//! XR: rules beyond XML Schema. Each rests on a fact, which stands with the rule in [`RULES`](crate::rules::RULES).

use super::{
    Cause, Explanation,
    Party::{Manufacturer, Recipient, Sender},
};
use xsozial_schema::Code;

pub(super) const RULES: &[Explanation] = &[
    Explanation {
        code: Code::Uuid,
        cause: Cause {
            german: "Die Kennung ist aus 32 hexadezimalen Ziffern gebildet, folgt aber nicht RFC 9562 (früher RFC 4122): Die 13. \
                     Ziffer nennt die Version (1 bis 8), die 17. die Variante (8, 9, a oder b). Von Hand gesetzte Kennungen und \
                     Platzhalter fallen so auf. Jede Nachricht braucht eine neue UUID, auch eine berichtigte; nur wer dieselbe \
                     Nachricht noch einmal sendet, behält sie.",
            english: "The identifier has 32 hexadecimal digits, but does not follow RFC 9562 (formerly RFC 4122): the 13th digit is \
                      the version (1 to 8), the 17th the variant (8, 9, a or b). Identifiers set by hand and placeholders come to \
                      light this way. Each message needs a new UUID, a corrected one too; it is kept only where the same message \
                      is sent again.",
        },
        schema: Some(
            r#"<xs:simpleType name="UUID"><xs:restriction base="xs:token"/></xs:simpleType>
<xs:element name="nachrichtenUUID" type="UUID"/>"#,
        ),
        wrong: "<nachrichtenUUID>12345678-1234-1234-1234-123456789012</nachrichtenUUID>",
        right: "<nachrichtenUUID>919108f7-52d1-4320-9bac-f847db4148a8</nachrichtenUUID>",
        mended_by: &[Manufacturer],
    },
    Explanation {
        code: Code::CreationTime,
        cause: Cause {
            german: "Der Erstellungszeitpunkt im Nachrichtenkopf muss Millisekunden und eine Zeitzone haben. Das Schema erlaubt ihn \
                     auch ohne beides, die Beschreibung des Standards nicht: Ohne Zeitzone ist nicht klar, welche Nachricht die \
                     ältere ist.",
            english: "The time of creation in the head of the message must have milliseconds and a time zone. The schema allows it \
                      without both, the standard's description does not: without a time zone it is not clear which message is the \
                      older one.",
        },
        schema: Some(
            r#"<xs:complexType name="Identifikation.NachrichtType">
  <xs:sequence>
    <xs:element name="erstellungszeitpunkt" type="xs:dateTime"/>
  </xs:sequence>
</xs:complexType>
<xs:element name="identifikation" type="Identifikation.NachrichtType"/>"#,
        ),
        wrong: "<identifikation><erstellungszeitpunkt>2026-01-05T10:30:00</erstellungszeitpunkt></identifikation>",
        right: "<identifikation><erstellungszeitpunkt>2026-01-05T10:30:00.000+01:00</erstellungszeitpunkt></identifikation>",
        mended_by: &[Manufacturer],
    },
    Explanation {
        code: Code::TestMessage,
        cause: Cause {
            german: "Die Nachricht trägt das Attribut test. Damit sagt ihr Autor, dass sie im Produktivbetrieb nicht verarbeitet \
                     werden darf, gleich welchen Wert das Attribut hat. Gemeldet wird das nur mit --production.",
            english: "The message has the attribute test. With it, its author says that it must not be processed in production, \
                      whatever the attribute's value. It is reported with --production alone.",
        },
        schema: Some(
            r#"<xs:complexType name="Nachricht.G2GType">
  <xs:attribute name="test" type="xs:string"/>
</xs:complexType>
<xs:element name="nachricht" type="Nachricht.G2GType"/>"#,
        ),
        wrong: r#"<nachricht test="Schulung"/>"#,
        right: "<nachricht/>",
        mended_by: &[Recipient, Sender],
    },
    Explanation {
        code: Code::Din91379,
        cause: Cause {
            german: "Die DIN 91379 legt für Namen und Texte der Verwaltung fest, welche Zeichen vorkommen dürfen: Datentyp A für \
                     Namen natürlicher Personen, B für andere Namen, C für alle normativen Zeichen, D und E dazu weitere Zeichen, \
                     griechische und kyrillische Buchstaben. Die Meldung nennt das Zeichen mit seiner Nummer, seine Stelle und die \
                     Datentypen, die es dort erlauben. Oft kam es beim Kopieren aus einer Textverarbeitung hinein.",
            english: "DIN 91379 says for names and texts of the administration which characters may occur: data type A for names of \
                      natural persons, B for other names, C for all normative characters, D and E further characters, Greek and \
                      Cyrillic letters. The message tells the character's number, its place and the data types that allow it \
                      there. Often it came in when text was copied from a word processor.",
        },
        schema: Some(r#"<xs:element name="familienname" type="xs:string"/>"#),
        wrong: "<familienname>Must\u{201C}ermann</familienname>",
        right: "<familienname>Mustermann</familienname>",
        mended_by: &[Sender, Manufacturer],
    },
    Explanation {
        code: Code::NotNormalised,
        cause: Cause {
            german: "Im Text steht ein Buchstabe mit einem nachgestellten Akzent oder Trema, obwohl es beide zusammen als ein Zeichen \
                     gibt (Normalform C, NFC). Man sieht den Unterschied nicht, aber Vergleiche und Suchen scheitern. Meist stammt \
                     der Text aus einem System von Apple oder aus einer PDF-Datei; die Software muss ihn umwandeln.",
            english: "In the text there is a letter with a separate accent or diaeresis, although both exist as a single character \
                      (Normalisation Form C, NFC). The difference cannot be seen, but comparisons and searches fail. Mostly the \
                      text comes from a system of Apple's or from a PDF file; the software must convert it.",
        },
        schema: Some(r#"<xs:element name="ort" type="xs:string"/>"#),
        wrong: "<ort>Mu\u{308}nster</ort>",
        right: "<ort>Münster</ort>",
        mended_by: &[Manufacturer],
    },
    Explanation {
        code: Code::Iban,
        cause: Cause {
            german: "Die IBAN hat nicht die richtige Form, nicht die Länge ihres Landes, oder die Prüfziffern passen nicht zum Rest. \
                     Auf dieses Konto kann nicht überwiesen werden. Fragen Sie nach, statt die Nummer zu raten. In Daten steht eine \
                     IBAN ohne Leerzeichen und in Großbuchstaben.",
            english: "The IBAN does not have the right form or not the length of its country, or its check digits do not fit the \
                      rest. No money can be sent to this account. Ask, do not guess the number. In data an IBAN stands without \
                      blanks and in capital letters.",
        },
        schema: Some(r#"<xs:element name="iban" type="xs:string"/>"#),
        wrong: "<iban>DE98370400440532013000</iban>",
        right: "<iban>DE89370400440532013000</iban>",
        mended_by: &[Sender],
    },
    Explanation {
        code: Code::Bic,
        cause: Cause {
            german: "Ein BIC hat 8 oder 11 Zeichen, nur Großbuchstaben und Ziffern; das fünfte und sechste Zeichen nennen das Land. Ob \
                     es die Bank gibt, wird nicht geprüft. Für Überweisungen im Inland genügt die IBAN.",
            english: "A BIC has 8 or 11 characters, capital letters and digits alone; the fifth and sixth are the country. Whether \
                      the bank exists is not checked. For transfers within Germany the IBAN is enough.",
        },
        schema: Some(r#"<xs:element name="bic" type="xs:string"/>"#),
        wrong: "<bic>MARKZZFF</bic>",
        right: "<bic>MARKDEFF</bic>",
        mended_by: &[Sender],
    },
    Explanation {
        code: Code::SteuerId,
        cause: Cause {
            german: "Die steuerliche Identifikationsnummer hat 11 Ziffern ohne Leerzeichen. Die letzte ist eine Prüfziffer, unter den \
                     ersten zehn kommt genau eine doppelt oder dreifach vor. Meist wurde sie falsch abgeschrieben oder mit der \
                     Steuernummer verwechselt, die eine andere ist.",
            english: "The tax identification number has 11 digits without blanks. The last is a check digit, and of the first ten \
                      exactly one stands twice or three times. Mostly it was copied wrongly, or mistaken for the Steuernummer, \
                      which is another number.",
        },
        schema: Some(r#"<xs:element name="steuerID" type="xs:string"/>"#),
        wrong: "<steuerID>02476291359</steuerID>",
        right: "<steuerID>02476291358</steuerID>",
        mended_by: &[Sender],
    },
    Explanation {
        code: Code::SteuerIdForTests,
        cause: Cause {
            german: "Identifikationsnummern, die mit 0 beginnen, werden nicht vergeben; sie sind für Tests da. Im Produktivbetrieb \
                     deutet eine solche Nummer auf eine Testnachricht oder eine ausgedachte Angabe hin. Gemeldet wird das nur mit \
                     --production.",
            english: "Identification numbers that begin with 0 are given to nobody; they are for tests. In production such a number \
                      hints at a test message or at something made up. It is reported with --production alone.",
        },
        schema: Some(r#"<xs:element name="steuerID" type="xs:string"/>"#),
        wrong: "<steuerID>02476291358</steuerID>",
        right: "<steuerID>86095742719</steuerID>",
        mended_by: &[Sender, Recipient],
    },
    Explanation {
        code: Code::Gemeindeschluessel,
        cause: Cause {
            german: "Der Amtliche Gemeindeschlüssel (AGS) hat 8 Ziffern und beginnt mit der Nummer des Landes, 01 bis 16. Häufig fehlt \
                     die führende Null, oder der zwölfstellige Regionalschlüssel steht an seiner Stelle.",
            english: "The Amtlicher Gemeindeschlüssel (AGS) has 8 digits and begins with the number of the Land, 01 to 16. Often the \
                      leading zero is missing, or the Regionalschlüssel of 12 digits stands in its place.",
        },
        schema: Some(r#"<xs:element name="gemeindeschluessel" type="xs:string"/>"#),
        wrong: "<gemeindeschluessel>5315000</gemeindeschluessel>",
        right: "<gemeindeschluessel>05315000</gemeindeschluessel>",
        mended_by: &[Manufacturer, Sender],
    },
    Explanation {
        code: Code::Regionalschluessel,
        cause: Cause {
            german: "Der Regionalschlüssel (RS, auch ARS) hat 12 Ziffern und beginnt mit der Nummer des Landes, 01 bis 16. Häufig \
                     fehlt die führende Null, oder der achtstellige Gemeindeschlüssel steht an seiner Stelle.",
            english: "The Regionalschlüssel (RS, also ARS) has 12 digits and begins with the number of the Land, 01 to 16. Often the \
                      leading zero is missing, or the Gemeindeschlüssel of 8 digits stands in its place.",
        },
        schema: Some(r#"<xs:element name="regionalschluessel" type="xs:string"/>"#),
        wrong: "<regionalschluessel>05315000</regionalschluessel>",
        right: "<regionalschluessel>053150000000</regionalschluessel>",
        mended_by: &[Manufacturer, Sender],
    },
];
