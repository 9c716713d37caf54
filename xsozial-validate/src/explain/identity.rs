//! XD01 and XD02: IDs, keys and references.

use super::{Cause, Explanation, Party::Manufacturer};
use xsozial_schema::Code;

const PERSONEN: &str = r#"<xs:element name="haushalt">
  <xs:complexType>
    <xs:sequence>
      <xs:element name="person" maxOccurs="unbounded">
        <xs:complexType>
          <xs:attribute name="id" type="xs:ID"/>
          <xs:attribute name="mutter" type="xs:IDREF"/>
        </xs:complexType>
      </xs:element>
    </xs:sequence>
  </xs:complexType>
</xs:element>"#;

const RIGHT: &str = r#"<haushalt>
  <person id="p1"/>
  <person id="p2" mutter="p1"/>
</haushalt>"#;

const KONTEN: &str = r#"<xs:element name="zahlungen">
  <xs:complexType>
    <xs:sequence>
      <xs:element name="konto" maxOccurs="unbounded">
        <xs:complexType>
          <xs:attribute name="nummer" type="xs:token"/>
        </xs:complexType>
      </xs:element>
      <xs:element name="zahlung" minOccurs="0" maxOccurs="unbounded">
        <xs:complexType>
          <xs:attribute name="konto" type="xs:token"/>
        </xs:complexType>
      </xs:element>
    </xs:sequence>
  </xs:complexType>
  <xs:key name="kontonummer">
    <xs:selector xpath="konto"/>
    <xs:field xpath="@nummer"/>
  </xs:key>
  <xs:keyref name="zahlungskonto" refer="kontonummer">
    <xs:selector xpath="zahlung"/>
    <xs:field xpath="@konto"/>
  </xs:keyref>
</xs:element>"#;

const RIGHT_KONTEN: &str = r#"<zahlungen>
  <konto nummer="1"/>
  <konto nummer="2"/>
  <zahlung konto="2"/>
</zahlungen>"#;

const PERSONENNUMMER: &str = r#"<xs:element name="personen">
  <xs:complexType>
    <xs:sequence>
      <xs:element name="person" maxOccurs="unbounded">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="nummer" type="xs:token" maxOccurs="2"/>
          </xs:sequence>
        </xs:complexType>
      </xs:element>
    </xs:sequence>
  </xs:complexType>
  <xs:unique name="personennummer">
    <xs:selector xpath="person"/>
    <xs:field xpath="nummer"/>
  </xs:unique>
</xs:element>"#;

pub(super) const IDENTITY: &[Explanation] = &[
    Explanation {
        code: Code::IdDuplicate,
        cause: Cause {
            german: "Zwei Elemente tragen dieselbe ID. Eine ID muss im ganzen Dokument einmalig sein, auch über verschiedene \
                     Elemente hinweg. Meist wurde ein Abschnitt vervielfältigt, ohne neue IDs zu vergeben.",
            english: "Two elements carry the same ID. An ID must be unique in the whole document, across different elements as \
                      well. Mostly a part was duplicated without giving it new IDs.",
        },
        schema: Some(PERSONEN),
        wrong: r#"<haushalt>
  <person id="p1"/>
  <person id="p1"/>
</haushalt>"#,
        right: RIGHT,
        mended_by: &[Manufacturer],
    },
    Explanation {
        code: Code::IdReference,
        cause: Cause {
            german: "Ein Verweis nennt eine ID, die im Dokument nicht vorkommt. Das Ziel wurde nicht mitgesendet, oder seine ID \
                     hat sich geändert und der Verweis nicht.",
            english: "A reference names an ID that the document does not hold. Its target was not sent along, or the target's \
                      ID has changed and the reference has not.",
        },
        schema: Some(PERSONEN),
        wrong: r#"<haushalt>
  <person id="p1"/>
  <person id="p2" mutter="p3"/>
</haushalt>"#,
        right: RIGHT,
        mended_by: &[Manufacturer],
    },
    Explanation {
        code: Code::KeyDuplicate,
        cause: Cause {
            german: "Das Schema verlangt, dass diese Angabe innerhalb eines Abschnitts nur einmal vorkommt, und sie kommt \
                     mehrfach vor. Entweder ist derselbe Eintrag doppelt, oder zwei verschiedene haben dieselbe Nummer erhalten.",
            english: "The schema asks that this value occur only once within a part of the document, and it occurs again. \
                      Either the same entry stands twice, or two different ones were given one number.",
        },
        schema: Some(KONTEN),
        wrong: r#"<zahlungen>
  <konto nummer="1"/>
  <konto nummer="1"/>
</zahlungen>"#,
        right: RIGHT_KONTEN,
        mended_by: &[Manufacturer],
    },
    Explanation {
        code: Code::KeyMissing,
        cause: Cause {
            german: "An dieser Angabe soll ein Eintrag erkannt werden, und sie fehlt. Auch wo sie sonst freiwillig wäre, ist sie \
                     als Teil eines Schlüssels Pflicht.",
            english: "An entry is to be told by this value, and the value is missing. Even where it would be optional \
                      otherwise, it is mandatory as part of a key.",
        },
        schema: Some(KONTEN),
        wrong: r#"<zahlungen>
  <konto nummer="1"/>
  <konto/>
</zahlungen>"#,
        right: RIGHT_KONTEN,
        mended_by: &[Manufacturer],
    },
    Explanation {
        code: Code::KeyReference,
        cause: Cause {
            german: "Eine Angabe verweist auf einen Eintrag desselben Dokuments, den es nicht gibt. Der Eintrag wurde nicht \
                     mitgesendet, oder beide schreiben die Nummer verschieden.",
            english: "A value refers to an entry of the same document that does not exist. The entry was not sent along, or \
                      the two write the number differently.",
        },
        schema: Some(KONTEN),
        wrong: r#"<zahlungen>
  <konto nummer="1"/>
  <zahlung konto="2"/>
</zahlungen>"#,
        right: RIGHT_KONTEN,
        mended_by: &[Manufacturer],
    },
    Explanation {
        code: Code::KeyUnclear,
        cause: Cause {
            german: "An dieser Angabe soll ein Eintrag erkannt werden, aber der Eintrag hat mehrere davon, oder sie hat gar \
                     keinen einfachen Wert. Erlaubt sie das Schema auch mehrfach: als Schlüssel darf sie nur einmal stehen.",
            english: "An entry is to be told by this value, but the entry has several of them, or what is there is no simple \
                      value. Even where the schema lets it repeat, as a key it must stand only once.",
        },
        schema: Some(PERSONENNUMMER),
        wrong: "<personen>
  <person>
    <nummer>17</nummer>
    <nummer>18</nummer>
  </person>
</personen>",
        right: "<personen>
  <person>
    <nummer>17</nummer>
  </person>
</personen>",
        mended_by: &[Manufacturer],
    },
];
