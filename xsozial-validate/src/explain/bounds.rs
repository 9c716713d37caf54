//! XF04 to XF06: bounds, digits and unions.

use super::{
    Cause, Explanation,
    Party::{Manufacturer, Sender},
    facets::restricted,
};
use xsozial_schema::Code;

pub(super) const BOUNDS: &[Explanation] = &[
    Explanation {
        code: Code::MinInclusive,
        cause: Cause {
            german: "Der Wert ist kleiner (oder, bei einem Zeitpunkt, früher) als der kleinste, den das Schema zulässt. Der \
                     Grenzwert selbst wäre erlaubt.",
            english: "The value is less (or, for a time, earlier) than the least that the schema admits. The bound itself \
                      would be allowed.",
        },
        schema: Some(restricted!("personenzahl", "xs:integer", "minInclusive value=\"1\"")),
        wrong: "<personenzahl>0</personenzahl>",
        right: "<personenzahl>1</personenzahl>",
        mended_by: &[Sender, Manufacturer],
    },
    Explanation {
        code: Code::MaxInclusive,
        cause: Cause {
            german: "Der Wert ist größer (oder, bei einem Zeitpunkt, später) als der größte, den das Schema zulässt. Der \
                     Grenzwert selbst wäre erlaubt.",
            english: "The value is greater (or, for a time, later) than the greatest that the schema admits. The bound itself \
                      would be allowed.",
        },
        schema: Some(restricted!("monat", "xs:integer", "maxInclusive value=\"12\"")),
        wrong: "<monat>13</monat>",
        right: "<monat>12</monat>",
        mended_by: &[Sender, Manufacturer],
    },
    Explanation {
        code: Code::MinExclusive,
        cause: Cause {
            german: "Der Wert muss größer (oder, bei einem Zeitpunkt, später) sein als die Grenze im Schema. Die Grenze selbst \
                     ist schon nicht mehr erlaubt; oft ist es die Null.",
            english: "The value must be greater (or, for a time, later) than the bound in the schema. The bound itself is not \
                      allowed; often it is zero.",
        },
        schema: Some(restricted!("miete", "xs:decimal", "minExclusive value=\"0\"")),
        wrong: "<miete>0.00</miete>",
        right: "<miete>412.50</miete>",
        mended_by: &[Sender, Manufacturer],
    },
    Explanation {
        code: Code::MaxExclusive,
        cause: Cause {
            german: "Der Wert muss kleiner (oder, bei einem Zeitpunkt, früher) sein als die Grenze im Schema. Die Grenze selbst \
                     ist schon nicht mehr erlaubt.",
            english: "The value must be less (or, for a time, earlier) than the bound in the schema. The bound itself is not \
                      allowed.",
        },
        schema: Some(restricted!("wochenstunden", "xs:decimal", "maxExclusive value=\"168\"")),
        wrong: "<wochenstunden>168</wochenstunden>",
        right: "<wochenstunden>38.5</wochenstunden>",
        mended_by: &[Sender, Manufacturer],
    },
    Explanation {
        code: Code::TotalDigits,
        cause: Cause {
            german: "Die Zahl hat insgesamt mehr Stellen, als das Schema zulässt, vor und hinter dem Punkt zusammengezählt. \
                     Führende Nullen und Nullen am Ende der Nachkommastellen zählen nicht. Häufig wurde ein Betrag in Cent \
                     statt in Euro eingetragen.",
            english: "The number has more digits than the schema admits, those before and behind the point taken together. \
                      Leading zeros and zeros at the end of the fraction do not count. Often an amount was entered in cents \
                      rather than euros.",
        },
        schema: Some(restricted!("betrag", "xs:decimal", "totalDigits value=\"6\"")),
        wrong: "<betrag>1234567</betrag>",
        right: "<betrag>1234.56</betrag>",
        mended_by: &[Sender, Manufacturer],
    },
    Explanation {
        code: Code::FractionDigits,
        cause: Cause {
            german: "Die Zahl hat mehr Stellen hinter dem Punkt, als das Schema zulässt. Meist wurde das Ergebnis einer \
                     Rechnung nicht gerundet. Wie zu runden ist, sagt die Spezifikation des Standards, nicht das Schema.",
            english: "The number has more digits behind the point than the schema admits. Mostly the result of a calculation \
                      was not rounded. How to round is said by the specification of the standard, not by the schema.",
        },
        schema: Some(restricted!("betrag", "xs:decimal", "fractionDigits value=\"2\"")),
        wrong: "<betrag>33.333</betrag>",
        right: "<betrag>33.33</betrag>",
        mended_by: &[Manufacturer],
    },
    Explanation {
        code: Code::NoUnionMember,
        cause: Cause {
            german: "Für diesen Wert stehen mehrere Datentypen zur Wahl, und er passt zu keinem davon. Sehen Sie nach, welche \
                     Schreibweisen das Schema zulässt, zum Beispiel ein volles Datum oder nur ein Jahr.",
            english: "Several data types are open to this value, and it fits none of them. Find out which notations the schema \
                      admits: a full date or a year alone, for example.",
        },
        schema: Some(
            r#"<xs:element name="geburtsdatum">
  <xs:simpleType>
    <xs:union memberTypes="xs:date xs:gYear"/>
  </xs:simpleType>
</xs:element>"#,
        ),
        wrong: "<geburtsdatum>1961/62</geburtsdatum>",
        right: "<geburtsdatum>1961</geburtsdatum>",
        mended_by: &[Manufacturer, Sender],
    },
];
