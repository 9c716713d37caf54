//! XD00: the document as XML.

use super::{
    Cause, Explanation,
    Party::{Manufacturer, Recipient, Sender, Transport},
};
use xsozial_schema::Code;

const NAME: &str = r#"<xs:element name="name" type="xs:string"/>"#;

pub(super) const DOCUMENT: &[Explanation] = &[
    Explanation {
        code: Code::NotXml,
        cause: Cause {
            german: "Die Datei ist kein XML oder verletzt dessen Regeln: ein Element wird nicht geschlossen, ein & oder < steht \
                     unmaskiert im Text, hinter dem Ende steht noch etwas. Ab dieser Stelle kann niemand das Dokument lesen; \
                     weitere Fehler zeigen sich erst nach der Korrektur. Vielleicht ist es auch gar kein XML, sondern etwa ein \
                     ZIP oder eine Fehlerseite.",
            english: "The file is no XML, or breaks its rules: an element is not closed, an & or < stands bare in text, \
                      something follows behind the end. Nobody can read the document beyond this place; more faults may show \
                      once it is mended. Perhaps it is no XML at all but, say, a ZIP or an error page.",
        },
        schema: Some(NAME),
        wrong: "<name>Muster & Söhne</name>",
        right: "<name>Muster &amp; Söhne</name>",
        mended_by: &[Manufacturer, Transport],
    },
    Explanation {
        code: Code::Truncated,
        cause: Cause {
            german: "Das Dokument ist bis zur letzten Stelle in Ordnung und hört dann auf, bevor alles geschlossen ist. Fast \
                     immer wurde es bei der Übertragung oder beim Speichern abgeschnitten. Lassen Sie es erneut senden.",
            english: "The document is in order up to its last byte and stops there, before everything is closed. Almost always \
                      it was cut off on its way or when it was saved. Have it sent again.",
        },
        schema: Some(NAME),
        wrong: "<name>Muster",
        right: "<name>Mustermann</name>",
        mended_by: &[Transport, Sender],
    },
    Explanation {
        code: Code::Empty,
        cause: Cause {
            german: "Die Datei enthält kein einziges Element: Sie ist leer oder besteht nur aus der XML-Deklaration, \
                     Kommentaren oder Leerzeichen. Meist ist beim Erzeugen oder Übertragen etwas schiefgegangen.",
            english: "The file holds not a single element: it is empty, or nothing but the XML declaration, comments or white \
                      space. Mostly something went wrong when it was written or sent.",
        },
        schema: Some(NAME),
        wrong: r#"<?xml version="1.0" encoding="UTF-8"?>"#,
        right: r#"<?xml version="1.0" encoding="UTF-8"?>
<name>Mustermann</name>"#,
        mended_by: &[Transport, Manufacturer],
    },
    Explanation {
        code: Code::Encoding,
        cause: Cause {
            german: "Die Zeichen sind anders gespeichert, als der Anfang des Dokuments sagt, oder in einer Kodierung, die hier \
                     nicht gelesen wird. Ohne Angabe gilt UTF-8. Oft hat ein Programm die Datei umgewandelt und die \
                     Deklaration stehen lassen, oder ein Editor hat sie in einer alten Windows-Kodierung gespeichert. Auch was gar kein XML \
                     ist, eine PDF-Datei etwa, fällt so auf.",
            english: "The characters are stored otherwise than the beginning of the document says, or in an encoding that is \
                      not read here. Without a declaration it is UTF-8. Often a program converted the file and left its \
                      declaration, or an editor saved it in an old Windows encoding. What is no XML at all, a PDF file for example, is \
                      noticed in this way too.",
        },
        schema: Some(NAME),
        wrong: r#"<?xml version="1.0" encoding="UTF-16"?>
<name>Müller</name>"#,
        right: r#"<?xml version="1.0" encoding="UTF-8"?>
<name>Müller</name>"#,
        mended_by: &[Manufacturer, Transport],
    },
    Explanation {
        code: Code::Doctype,
        cause: Cause {
            german: "Das Dokument beginnt mit einer DOCTYPE-Deklaration. Nachrichten brauchen keine, und sie kann dazu dienen, \
                     fremde Dateien auszulesen oder den Rechner zu überlasten; deshalb wird sie abgelehnt. Löschen Sie die \
                     Deklaration.",
            english: "The document begins with a DOCTYPE declaration. Messages need none, and it can serve to read foreign \
                      files or to overload the machine; this is why it is refused. Remove the declaration.",
        },
        schema: Some(NAME),
        wrong: "<!DOCTYPE name>
<name>Mustermann</name>",
        right: "<name>Mustermann</name>",
        mended_by: &[Manufacturer],
    },
    Explanation {
        code: Code::Entity,
        cause: Cause {
            german: "Im Text steht ein Kürzel wie in HTML, das XML nicht kennt. XML kennt nur &amp;, &lt;, &gt;, &quot; und \
                     &apos;. Schreiben Sie das Zeichen selbst; in UTF-8 geht das mit jedem.",
            english: "The text holds a shorthand as in HTML that XML does not know. XML knows &amp;, &lt;, &gt;, &quot; and \
                      &apos; alone. Write the character itself, which UTF-8 allows for any.",
        },
        schema: Some(NAME),
        wrong: "<name>M&uuml;ller</name>",
        right: "<name>Müller</name>",
        mended_by: &[Manufacturer],
    },
    Explanation {
        code: Code::Prefix,
        cause: Cause {
            german: "Vor dem Doppelpunkt eines Namens steht ein Präfix, zu dem im Dokument kein Namensraum angegeben ist. Es \
                     fehlt eine Angabe der Form xmlns:präfix=\"…\" an diesem Element oder einem, das es umgibt; das geschieht \
                     leicht, wenn ein Teil aus einem anderen Dokument kopiert wird.",
            english: "Before the colon of a name stands a prefix for which the document tells no namespace. A declaration \
                      xmlns:prefix=\"…\" is missing on this element or one around it; this easily happens when a part is copied \
                      from another document.",
        },
        schema: Some(NAME),
        wrong: r#"<name xsi:noNamespaceSchemaLocation="antrag.xsd">Mustermann</name>"#,
        right: r#"<name xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
      xsi:noNamespaceSchemaLocation="antrag.xsd">Mustermann</name>"#,
        mended_by: &[Manufacturer],
    },
    Explanation {
        code: Code::AttributeDuplicate,
        cause: Cause {
            german: "Dasselbe Attribut steht zweimal an einem Element. Welches gilt, kann niemand entscheiden; lassen Sie nur \
                     eines stehen.",
            english: "The same attribute stands twice on one element. Nobody can decide which of them counts; leave only one.",
        },
        schema: Some(
            r#"<xs:element name="antrag">
  <xs:complexType>
    <xs:attribute name="nummer" type="xs:token"/>
  </xs:complexType>
</xs:element>"#,
        ),
        wrong: r#"<antrag nummer="4711" nummer="4712"/>"#,
        right: r#"<antrag nummer="4711"/>"#,
        mended_by: &[Manufacturer],
    },
    Explanation {
        code: Code::Character,
        cause: Cause {
            german: "Das Dokument enthält ein Steuerzeichen, das in XML nicht vorkommen darf, auch nicht als &#…;. Meist kam es \
                     beim Kopieren aus einem anderen Programm in ein Textfeld. Löschen Sie das Zeichen; die Meldung nennt die \
                     Stelle.",
            english: "The document holds a control character that XML does not admit, not even as &#…;. Mostly it came into a \
                      text field by copying from another program. Delete the character; the message tells the place.",
        },
        schema: Some(NAME),
        wrong: "<name>Muster&#11;mann</name>",
        right: "<name>Mustermann</name>",
        mended_by: &[Sender, Manufacturer],
    },
    Explanation {
        code: Code::Limit,
        cause: Cause {
            german: "Das Dokument ist tiefer geschachtelt oder hat längere Texte oder Attribute, als die Prüfung annimmt. Die \
                     Grenzen schützen vor Dokumenten, die den Rechner überlasten sollen; übliche Nachrichten erreichen sie \
                     nicht. Das Beispiel gilt für eine Grenze von drei Ebenen; ohne andere Einstellung sind es 256.",
            english: "The document is nested more deeply, or has longer texts or attributes, than the check accepts. The limits \
                      protect from documents made to overload the machine; ordinary messages do not reach them. The example \
                      assumes a limit of three levels; unless set otherwise it is 256.",
        },
        schema: Some(
            r#"<xs:element name="gruppe">
  <xs:complexType>
    <xs:sequence>
      <xs:element ref="gruppe" minOccurs="0"/>
    </xs:sequence>
  </xs:complexType>
</xs:element>"#,
        ),
        wrong: "<gruppe><gruppe><gruppe><gruppe/></gruppe></gruppe></gruppe>",
        right: "<gruppe><gruppe><gruppe/></gruppe></gruppe>",
        mended_by: &[Sender, Recipient],
    },
];
