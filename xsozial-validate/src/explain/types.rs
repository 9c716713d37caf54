//! XS03: `xsi:type` and `xsi:nil`.

use super::{Cause, Explanation, Party::Manufacturer};
use xsozial_schema::Code;

macro_rules! person {
    ($abstract:literal) => {
        concat!(
            r#"<xs:complexType name="Person""#,
            $abstract,
            r#">
  <xs:sequence>
    <xs:element name="name" type="xs:string"/>
  </xs:sequence>
</xs:complexType>
<xs:complexType name="Kind">
  <xs:complexContent>
    <xs:extension base="Person">
      <xs:sequence>
        <xs:element name="schule" type="xs:string"/>
      </xs:sequence>
    </xs:extension>
  </xs:complexContent>
</xs:complexType>
<xs:complexType name="Anschrift">
  <xs:sequence>
    <xs:element name="ort" type="xs:string"/>
  </xs:sequence>
</xs:complexType>
<xs:element name="person" type="Person"/>"#
        )
    };
}

const KIND: &str = r#"<person xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="Kind">
  <name>Mustermann</name>
  <schule>Grundschule Musterstadt</schule>
</person>"#;

pub(super) const TYPES: &[Explanation] = &[
    Explanation {
        code: Code::TypeUnknown,
        cause: Cause {
            german: "Das Attribut xsi:type sagt, welcher Datentyp hier verwendet wird, nennt aber keinen des Schemas. Der Name \
                     ist falsch geschrieben, oder sein Präfix ist an einen anderen Namensraum gebunden (oder fehlt).",
            english: "The attribute xsi:type tells which data type is used here, and names none of the schema's. The name is \
                      misspelt, or its prefix is bound to another namespace (or missing).",
        },
        schema: Some(person!("")),
        wrong: r#"<person xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="Persona">
  <name>Mustermann</name>
</person>"#,
        right: KIND,
        mended_by: &[Manufacturer],
    },
    Explanation {
        code: Code::TypeNotDerived,
        cause: Cause {
            german: "Das Attribut xsi:type nennt einen Datentyp, den es gibt, der hier aber nicht einspringen darf: Er ist \
                     nicht von dem Datentyp abgeleitet, den das Schema für das Element vorsieht, oder diese Ableitung ist \
                     ausgeschlossen.",
            english: "The attribute xsi:type names a data type that exists but must not stand in here: it is not derived from \
                      the one that the schema provides for the element, or this derivation is ruled out.",
        },
        schema: Some(person!("")),
        wrong: r#"<person xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="Anschrift">
  <name>Mustermann</name>
</person>"#,
        right: KIND,
        mended_by: &[Manufacturer],
    },
    Explanation {
        code: Code::TypeAbstract,
        cause: Cause {
            german: "Der Datentyp, den das Schema hier vorsieht, ist nur eine Grundlage für andere. Das Dokument muss mit \
                     xsi:type sagen, welcher davon verwendet wird, und dessen Inhalt haben.",
            english: "The data type that the schema provides here is only a base of others. The document must tell by xsi:type \
                      which of them it uses, and have the content of that one.",
        },
        schema: Some(person!(r#" abstract="true""#)),
        wrong: "<person>
  <name>Mustermann</name>
</person>",
        right: KIND,
        mended_by: &[Manufacturer],
    },
    Explanation {
        code: Code::NilNotAllowed,
        cause: Cause {
            german: "Mit xsi:nil=\"true\" sagt ein Dokument, dass es für ein Element keinen Wert gibt. Für dieses Element lässt \
                     das Schema das nicht zu: Entweder gehört ein Wert hinein, oder das Element entfällt, wenn es freiwillig ist.",
            english: "With xsi:nil=\"true\" a document says that there is no value for an element. The schema does not allow \
                      this here: either a value belongs into it, or the element is left out where it is optional.",
        },
        schema: Some(r#"<xs:element name="eingang" type="xs:date"/>"#),
        wrong: r#"<eingang xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/>"#,
        right: "<eingang>2026-01-05</eingang>",
        mended_by: &[Manufacturer],
    },
    Explanation {
        code: Code::NilNotEmpty,
        cause: Cause {
            german: "Das Element sagt mit xsi:nil=\"true\", dass es keinen Wert hat, und hat doch einen Inhalt. Eines von beiden \
                     ist zu viel.",
            english: "The element says by xsi:nil=\"true\" that it has no value, and has content all the same. One of the two \
                      is too much.",
        },
        schema: Some(r#"<xs:element name="eingang" type="xs:date" nillable="true"/>"#),
        wrong: r#"<eingang xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true">2026-01-05</eingang>"#,
        right: r#"<eingang xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/>"#,
        mended_by: &[Manufacturer],
    },
];
