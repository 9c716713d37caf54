//! XS01: elements and their order.

use super::{
    Cause, Explanation,
    Party::{Manufacturer, Sender},
};
use xsozial_schema::Code;

const ANTRAG: &str = r#"<xs:element name="antrag">
  <xs:complexType>
    <xs:sequence>
      <xs:element name="name" type="xs:string"/>
      <xs:element name="eingang" type="xs:date"/>
      <xs:element name="bemerkung" type="xs:string" minOccurs="0"/>
    </xs:sequence>
  </xs:complexType>
</xs:element>"#;

const RIGHT: &str = "<antrag>
  <name>Mustermann</name>
  <eingang>2026-01-05</eingang>
</antrag>";

pub(super) const ELEMENTS: &[Explanation] = &[
    Explanation {
        code: Code::ElementMissing,
        cause: Cause {
            german: "Das Schema verlangt an dieser Stelle ein Element, das nicht da ist. Die Meldung zeigt auf die erste \
                     Stelle, an der sein Fehlen auffällt: das nächste Element oder das Ende des umgebenden. Meist wurde eine \
                     Angabe nicht erfasst, und das Fachverfahren hat trotzdem gesendet.",
            english: "The schema asks for an element here that is not there. The message points to the first place where its \
                      absence shows: the next element, or the end of the surrounding one. Mostly something was not entered, \
                      and the software sent the document all the same.",
        },
        schema: Some(ANTRAG),
        wrong: "<antrag>
  <name>Mustermann</name>
</antrag>",
        right: RIGHT,
        mended_by: &[Sender, Manufacturer],
    },
    Explanation {
        code: Code::ElementUnexpected,
        cause: Cause {
            german: "Ein Element steht an einer Stelle, an der das Schema es nicht vorsieht: Es kommt zu oft vor, in falscher \
                     Reihenfolge, gehört in einen anderen Namensraum oder ist dem Schema ganz unbekannt. Häufig wurde das \
                     Dokument für eine andere Version des Standards erzeugt.",
            english: "An element stands where the schema has no place for it: it occurs too often, in the wrong order, belongs \
                      to another namespace, or the schema does not know it at all. Often the document was written for another \
                      version of the standard.",
        },
        schema: Some(ANTRAG),
        wrong: "<antrag>
  <name>Mustermann</name>
  <eingang>2026-01-05</eingang>
  <telefax>030 1234</telefax>
</antrag>",
        right: RIGHT,
        mended_by: &[Manufacturer],
    },
    Explanation {
        code: Code::RootUnknown,
        cause: Cause {
            german: "Das Dokument beginnt mit einem Element, mit dem nach diesem Schema kein Dokument beginnen kann. Entweder \
                     gehört es zu einem anderen Standard oder einer anderen Version, oder beim Prüfen wurde das falsche Schema \
                     angegeben. Namensraum und Name des Wurzelelements zeigen, was es ist.",
            english: "The document begins with an element with which no document of this schema can begin. Either it belongs \
                      to another standard or another version, or the wrong schema was named for the check. The namespace and \
                      the name of the root element tell what it is.",
        },
        schema: Some(ANTRAG),
        wrong: "<bescheid>
  <name>Mustermann</name>
</bescheid>",
        right: RIGHT,
        mended_by: &[super::Party::Recipient, Sender],
    },
    Explanation {
        code: Code::ElementUndeclared,
        cause: Cause {
            german: "Hier darf ein beliebiges Element stehen, aber nur eines, das ein Schema beschreibt. Für dieses gibt es \
                     keine Beschreibung: Der Name ist falsch geschrieben, oder das Schema der Erweiterung wurde beim Prüfen \
                     nicht mit angegeben.",
            english: "Any element may stand here, but only one that a schema describes. There is no description of this one: \
                      its name is misspelt, or the schema of the extension was not named for the check.",
        },
        schema: Some(
            r#"<xs:element name="umschlag">
  <xs:complexType>
    <xs:sequence>
      <xs:any processContents="strict"/>
    </xs:sequence>
  </xs:complexType>
</xs:element>
<xs:element name="antrag" type="xs:string"/>"#,
        ),
        wrong: "<umschlag>
  <antarg>Wohngeld</antarg>
</umschlag>",
        right: "<umschlag>
  <antrag>Wohngeld</antrag>
</umschlag>",
        mended_by: &[Manufacturer, super::Party::Recipient],
    },
    Explanation {
        code: Code::TextUnexpected,
        cause: Cause {
            german: "Zwischen den Elementen steht Text, obwohl hier nur Elemente stehen dürfen. Leerzeichen und Zeilenumbrüche \
                     sind erlaubt, alles andere nicht. Oft fehlt das Element um den Text, oder ein unsichtbares Zeichen ist \
                     beim Bearbeiten von Hand hineingeraten.",
            english: "Text stands between elements where only elements may stand. Spaces and line ends are allowed, anything \
                      else is not. Often the element around the text is missing, or an invisible character slipped in when \
                      the document was edited by hand.",
        },
        schema: Some(ANTRAG),
        wrong: "<antrag>
  <name>Mustermann</name>
  <eingang>2026-01-05</eingang>
  bitte eilig
</antrag>",
        right: "<antrag>
  <name>Mustermann</name>
  <eingang>2026-01-05</eingang>
  <bemerkung>bitte eilig</bemerkung>
</antrag>",
        mended_by: &[Manufacturer],
    },
    Explanation {
        code: Code::ChildUnexpected,
        cause: Cause {
            german: "Ein Element, das nur einen Wert enthalten darf, enthält ein weiteres Element. Das geschieht, wenn ein Text \
                     mit Auszeichnungen (etwa HTML) ungeprüft übernommen wird oder eine andere Version des Standards das \
                     Element feiner gliedert.",
            english: "An element that may hold a value alone holds another element. This happens when text with markup (HTML, \
                      say) is taken over unchecked, or when another version of the standard divides the element further.",
        },
        schema: Some(ANTRAG),
        wrong: "<antrag>
  <name><nachname>Mustermann</nachname></name>
  <eingang>2026-01-05</eingang>
</antrag>",
        right: RIGHT,
        mended_by: &[Manufacturer],
    },
    Explanation {
        code: Code::ContentUnexpected,
        cause: Cause {
            german: "Das Element muss leer sein: Schon dass es da ist, ist die Aussage. Weder Text noch Elemente dürfen darin \
                     stehen, auch keine Leerzeichen.",
            english: "The element must be empty: its mere presence is the statement. It may hold neither text nor elements, \
                      not even spaces.",
        },
        schema: Some(
            r#"<xs:element name="empfangsbestätigung">
  <xs:complexType/>
</xs:element>"#,
        ),
        wrong: "<empfangsbestätigung>erhalten</empfangsbestätigung>",
        right: "<empfangsbestätigung/>",
        mended_by: &[Manufacturer],
    },
    Explanation {
        code: Code::ElementAbstract,
        cause: Cause {
            german: "Das Schema nennt dieses Element nur als Platzhalter. Im Dokument muss an seiner Stelle eines der Elemente \
                     stehen, die das Schema dafür vorsieht.",
            english: "The schema names this element as a placeholder only. In the document, one of the elements that the \
                      schema provides for it must stand in its place.",
        },
        schema: Some(
            r#"<xs:element name="leistung" type="xs:string" abstract="true"/>
<xs:element name="wohngeld" type="xs:string" substitutionGroup="leistung"/>
<xs:element name="antrag">
  <xs:complexType>
    <xs:sequence>
      <xs:element ref="leistung"/>
    </xs:sequence>
  </xs:complexType>
</xs:element>"#,
        ),
        wrong: "<antrag>
  <leistung>ab Januar</leistung>
</antrag>",
        right: "<antrag>
  <wohngeld>ab Januar</wohngeld>
</antrag>",
        mended_by: &[Manufacturer],
    },
];
