//! XS02: attributes and fixed values.

use super::{
    Cause, Explanation,
    Party::{Manufacturer, Recipient, Sender},
};
use xsozial_schema::Code;

const NUMMER: &str = r#"<xs:element name="antrag">
  <xs:complexType>
    <xs:attribute name="nummer" type="xs:token" use="required"/>
  </xs:complexType>
</xs:element>"#;

const RIGHT: &str = r#"<antrag nummer="4711"/>"#;

pub(super) const ATTRIBUTES: &[Explanation] = &[
    Explanation {
        code: Code::AttributeMissing,
        cause: Cause {
            german: "Das Element trägt ein Attribut nicht, das das Schema verlangt. Meist gilt eine Angabe für das ganze \
                     Dokument (etwa die Version), die das Fachverfahren selbst setzen muss; sonst wurde sie nicht erfasst.",
            english: "The element lacks an attribute that the schema asks for. Mostly it is something about the document as a \
                      whole (its version, say) that the software has to set by itself; otherwise it was not entered.",
        },
        schema: Some(NUMMER),
        wrong: "<antrag/>",
        right: RIGHT,
        mended_by: &[Manufacturer, Sender],
    },
    Explanation {
        code: Code::AttributeUnexpected,
        cause: Cause {
            german: "Das Element trägt ein Attribut, das das Schema dort nicht vorsieht. Der Name ist falsch geschrieben, hat \
                     zu Unrecht ein Präfix (oder keines), oder das Attribut stammt aus einer anderen Version des Standards.",
            english: "The element has an attribute that the schema does not provide there. Its name is misspelt, wrongly has a \
                      prefix (or none), or it comes from another version of the standard.",
        },
        schema: Some(NUMMER),
        wrong: r#"<antrag nummer="4711" eilig="ja"/>"#,
        right: RIGHT,
        mended_by: &[Manufacturer],
    },
    Explanation {
        code: Code::AttributeFixed,
        cause: Cause {
            german: "Das Schema legt den Wert dieses Attributs fest, und das Dokument hat einen anderen. Betrifft es die \
                     Version des Standards oder einer Codeliste, so gehört das Dokument zu einer anderen Version, als hier \
                     geprüft wird.",
            english: "The schema fixes the value of this attribute, and the document has another. Where it is the version of \
                      the standard or of a code list, the document belongs to another version than the one checked here.",
        },
        schema: Some(
            r#"<xs:element name="antrag">
  <xs:complexType>
    <xs:attribute name="version" type="xs:token" fixed="1.0"/>
  </xs:complexType>
</xs:element>"#,
        ),
        wrong: r#"<antrag version="0.9"/>"#,
        right: r#"<antrag version="1.0"/>"#,
        mended_by: &[Manufacturer, Recipient],
    },
    Explanation {
        code: Code::ElementFixed,
        cause: Cause {
            german: "Das Schema legt den Inhalt dieses Elements fest, und das Dokument hat einen anderen. Tragen Sie den Wert \
                     des Schemas ein, oder prüfen Sie, ob das Dokument zu einer anderen Version des Standards gehört.",
            english: "The schema fixes the content of this element, and the document has another. Enter the schema's value, \
                      or find out whether the document belongs to another version of the standard.",
        },
        schema: Some(r#"<xs:element name="währung" type="xs:token" fixed="EUR"/>"#),
        wrong: "<währung>DM</währung>",
        right: "<währung>EUR</währung>",
        mended_by: &[Manufacturer],
    },
];
