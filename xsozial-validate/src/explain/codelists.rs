//! XC: codes and their lists.

use super::{
    Cause, Explanation,
    Party::{Manufacturer, Recipient, Sender},
};
use xsozial_schema::Code;

/// A genericode list of rows.
macro_rules! genericode {
    ($name:literal, $version:literal, $(($code:literal, $text:literal)),*) => {
        concat!(
            r#"<gc:CodeList xmlns:gc="http://docs.oasis-open.org/codelist/ns/genericode/1.0/">
<Identification><ShortName>"#, $name, "</ShortName><Version>", $version, "</Version><CanonicalUri>urn:beispiel:",
            $name, r#"</CanonicalUri></Identification>
<ColumnSet><Column Id="code" Use="required"/><Column Id="name" Use="required"/>
<Key Id="codeKey"><ColumnRef Ref="code"/></Key></ColumnSet>
<SimpleCodeList>"#,
            $("<Row><Value ColumnRef=\"code\"><SimpleValue>", $code, "</SimpleValue></Value>",
              "<Value ColumnRef=\"name\"><SimpleValue>", $text, "</SimpleValue></Value></Row>",)*
            "</SimpleCodeList></gc:CodeList>"
        )
    };
}
/// The code lists that the examples are about, as genericode: name of the file and content. They are invented.
pub const EXAMPLE_CODELISTS: &[(&str, &str)] = &[
    (
        "ampel_1.xml",
        genericode!("ampel", "1", ("r", "rot"), ("b", "blinkend")),
    ),
    ("ampel_2.xml", genericode!("ampel", "2", ("r", "rot"), ("g", "grün"))),
    (
        "ampel_3.xml",
        genericode!("ampel", "3", ("r", "rot"), ("g", "grün"), ("w", "weiß")),
    ),
    (
        "doppelt_1.xml",
        genericode!("doppelt", "1", ("r", "rot"), ("r", "rosa")),
    ),
];

/// List and version are fixed (Code type 2).
const FIXED: &str = r#"<!-- Codeliste urn:beispiel:ampel, Version 1: r = rot, b = blinkend
     Version 2: r = rot, g = grün
     Version 3: r = rot, g = grün, w = weiß -->
<xs:element name="ampel">
  <xs:complexType>
    <xs:sequence>
      <xs:element name="code" type="xs:token"/>
      <xs:element name="name" type="xs:string" minOccurs="0"/>
    </xs:sequence>
    <xs:attribute name="listURI" type="xs:anyURI" fixed="urn:beispiel:ampel"/>
    <xs:attribute name="listVersionID" type="xs:token" fixed="2"/>
  </xs:complexType>
</xs:element>"#;

/// The document names list and version (Code type 4).
const OPEN: &str = r#"<!-- Codeliste urn:beispiel:ampel, Versionen 1, 2 und 3; Codeliste urn:beispiel:doppelt, Version 1 -->
<xs:element name="ampel">
  <xs:complexType>
    <xs:sequence>
      <xs:element name="code" type="xs:token"/>
    </xs:sequence>
    <xs:attribute name="listURI" type="xs:anyURI" use="required"/>
    <xs:attribute name="listVersionID" type="xs:token" use="required"/>
  </xs:complexType>
</xs:element>"#;

const RIGHT: &str = "<ampel><code>g</code><name>grün</name></ampel>";

const RIGHT_OPEN: &str = r#"<ampel listURI="urn:beispiel:ampel" listVersionID="2"><code>g</code></ampel>"#;

pub(super) const CODELISTS: &[Explanation] = &[
    Explanation {
        code: Code::CodeUnknown,
        cause: Cause {
            german: "Die Codeliste, die das Schema oder das Dokument nennt, hat keine Zeile mit diesem Code. Das \
                     Fachverfahren schreibt eigene Schlüssel statt der Codes, verwendet eine andere Liste, oder es wurde \
                     der Name statt des Codes eingetragen.",
            english: "The code list that the schema or the document names has no row with this code. The software writes keys \
                      of its own in place of the codes, uses another list, or the name was entered in place of the code.",
        },
        schema: Some(FIXED),
        wrong: "<ampel><code>gruen</code></ampel>",
        right: RIGHT,
        mended_by: &[Manufacturer, Sender],
    },
    Explanation {
        code: Code::CodeWithdrawn,
        cause: Cause {
            german: "Eine ältere Version der Codeliste hat den Code, die geltende nicht mehr. Das Fachverfahren arbeitet noch \
                     mit der alten Liste, oder ein alter Datensatz wurde nicht umgestellt.",
            english: "An older version of the code list has the code, the one in force has it no longer. The software still \
                      works with the old list, or an old record was not converted.",
        },
        schema: Some(FIXED),
        wrong: "<ampel><code>b</code></ampel>",
        right: RIGHT,
        mended_by: &[Manufacturer, Sender],
    },
    Explanation {
        code: Code::CodeNotYet,
        cause: Cause {
            german: "Erst eine spätere Version der Codeliste hat den Code; das Schema oder das Dokument nennt eine frühere. Das \
                     Fachverfahren arbeitet mit einer neueren Liste, als der Standard in dieser Version vorsieht.",
            english: "Only a later version of the code list has the code; the schema or the document names an earlier one. The \
                      software works with a newer list than this version of the standard provides for.",
        },
        schema: Some(FIXED),
        wrong: "<ampel><code>w</code></ampel>",
        right: RIGHT,
        mended_by: &[Manufacturer],
    },
    Explanation {
        code: Code::ListVersionMissing,
        cause: Cause {
            german: "Die Codeliste liegt bereit, aber nicht in der Version, die das Schema oder das Dokument nennt; ihre Codes \
                     wurden deshalb nicht geprüft. Laden Sie diese Version aus dem XRepository. Gibt es sie dort nicht, so nennt \
                     das Dokument eine falsche. Mit --strict-codelists ist der Befund ein Fehler.",
            english: "The code list is at hand, but not in the version that the schema or the document names, so its codes were \
                      not checked. Download this version from the XRepository. Where it is not there, the document names a \
                      wrong one. With --strict-codelists the finding is an error.",
        },
        schema: Some(OPEN),
        wrong: r#"<ampel listURI="urn:beispiel:ampel" listVersionID="2019-07-31"><code>g</code></ampel>"#,
        right: RIGHT_OPEN,
        mended_by: &[Recipient, Manufacturer],
    },
    Explanation {
        code: Code::ListMissing,
        cause: Cause {
            german: "Die Codeliste, die das Schema oder das Dokument nennt, ist in keiner Version unter den Listen, die mit \
                     --codelists angegeben wurden; ihre Codes wurden deshalb nicht geprüft. Das XRepository liefert alle Listen \
                     eines Standards als ZIP-Datei. Mit --strict-codelists ist der Befund ein Fehler.",
            english: "The code list that the schema or the document names is in no version among the lists that were named with \
                      --codelists, so its codes were not checked. The XRepository delivers all lists of a standard as a ZIP \
                      file. With --strict-codelists the finding is an error.",
        },
        schema: Some(OPEN),
        wrong: r#"<ampel listURI="urn:beispiel:farbe" listVersionID="2"><code>g</code></ampel>"#,
        right: RIGHT_OPEN,
        mended_by: &[Recipient, Manufacturer],
    },
    Explanation {
        code: Code::CodeNameDiffers,
        cause: Cause {
            german: "Neben dem Code steht ein Name, der nicht die Beschreibung des Codes in der Liste ist. Maßgeblich ist der \
                     Code; wer den Namen liest, versteht das Dokument also falsch. Code und Name wurden getrennt erfasst, oder \
                     das Fachverfahren schreibt eigene Bezeichnungen.",
            english: "Beside the code stands a name that is not the list's description of the code. The code decides, so \
                      whoever reads the name gets the document wrong. Code and name were entered apart, or the software writes \
                      names of its own.",
        },
        schema: Some(FIXED),
        wrong: "<ampel><code>r</code><name>gelb-rot</name></ampel>",
        right: RIGHT,
        mended_by: &[Manufacturer, Sender],
    },
    Explanation {
        code: Code::ListDefective,
        cause: Cause {
            german: "An der Codeliste selbst ist etwas falsch, nicht am Dokument: Ein Schlüssel steht doppelt, ein Pflichtwert \
                     fehlt, oder zwei Dateien geben sich als dieselbe Liste aus. Geprüft wird trotzdem: Ein Code gilt als \
                     bekannt, wenn eine der Zeilen oder Dateien ihn hat. Laden Sie die Liste noch einmal herunter, oder melden \
                     Sie den Mangel ihrem Herausgeber.",
            english: "Something is wrong with the code list itself, not with the document: a key stands twice, a required value \
                      is missing, or two files claim to be the same list. Codes are checked all the same: a code counts as \
                      known when one of the rows or files has it. Download the list again, or report the defect to its \
                      publisher.",
        },
        schema: Some(OPEN),
        wrong: r#"<ampel listURI="urn:beispiel:doppelt" listVersionID="1"><code>r</code></ampel>"#,
        right: RIGHT_OPEN,
        mended_by: &[Recipient],
    },
];
