//! Code lists as published, and as they should not be.

mod columns;
pub(crate) mod published;
mod refused;

use super::*;

const ROOT: &str = r#"<gc:CodeList xmlns:gc="http://docs.oasis-open.org/codelist/ns/genericode/1.0/" xmlns:xoev-cl="http://xoev.de/schemata/genericode/1_0" xmlns:xoev-cl-2="http://xoev.de/schemata/genericode/2" xmlns:xoev-cl-4="http://xoev.de/schemata/genericode/4">"#;

/// A list of these columns (`*` makes one required) and keys; a row is one line, its values separated by `|`.
fn list(columns: &[&str], keys: &str, rows: &str) -> String {
    let column = |name: &&str| match name.strip_suffix('*') {
        Some(name) => format!(r#"<Column Id="{name}" Use="required"><ShortName>{name}</ShortName></Column>"#),
        None => format!(r#"<Column Id="{name}" Use="optional"/>"#),
    };
    let names: Vec<_> = columns.iter().map(|name| name.trim_end_matches('*')).collect();
    let row = |line: &str| {
        let values = line.split('|').zip(&names).filter(|(value, _)| !value.is_empty());
        let values: Vec<_> = values
            .map(|(value, name)| format!(r#"<Value ColumnRef="{name}"><SimpleValue>{value}</SimpleValue></Value>"#))
            .collect();
        format!("\n<Row>{}</Row>", values.concat())
    };
    let columns: String = columns.iter().map(column).collect();
    let rows: String = rows.lines().map(row).collect();
    format!(
        "{ROOT}<Identification><ShortName>l</ShortName></Identification><ColumnSet>{columns}{keys}</ColumnSet>\
         <SimpleCodeList>{rows}\n</SimpleCodeList></gc:CodeList>"
    )
}

fn key(column: &str, mark: &str) -> String {
    format!(
        r#"<Key Id="{column}Key"><Annotation><AppInfo>{mark}</AppInfo></Annotation><ColumnRef Ref="{column}"/></Key>"#
    )
}

fn read(text: &str) -> CodeList {
    CodeList::from_bytes(text.as_bytes(), "liste.xml").unwrap()
}

fn defects(text: &str) -> Vec<(DefectKind, u32)> {
    read(text)
        .defects
        .into_iter()
        .map(|defect| (defect.kind, defect.line))
        .collect()
}

const FULL: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<gc:CodeList xmlns:gc="http://docs.oasis-open.org/codelist/ns/genericode/1.0/" xmlns:x="http://xoev.de/schemata/genericode/4">
  <Annotation>
    <Description>
      <x:shortName>Ampel</x:shortName>
      <x:codelistDescription>Farben  einer
        Ampel</x:codelistDescription>
      <x:versionDescription>zweite</x:versionDescription>
      <x:agencyShortName>Amt</x:agencyShortName>
      <x:validFrom>2026-01-01</x:validFrom>
      <x:versionHandbook>1.2</x:versionHandbook>
      <x:changes>keine</x:changes>
    </Description>
  </Annotation>
  <Identification>
    <ShortName>ampel</ShortName>
    <LongName>Ampelfarbe</LongName>
    <LongName Identifier="en">Traffic light</LongName>
    <Version>2</Version>
    <CanonicalUri>urn:test:ampel</CanonicalUri>
    <CanonicalVersionUri>urn:test:ampel_2</CanonicalVersionUri>
    <Agency><ShortName>A</ShortName><LongName>Amt für &#x41;mpeln &amp; Schilder</LongName></Agency>
  </Identification>
  <ColumnSet>
    <Column Id="code" Use="required"><ShortName>c</ShortName><LongName>Code</LongName><Data Type="integer"/></Column>
    <Column Id="text" Use="optional"><Data Type="string" Lang="de-DE"/></Column>
    <Column Id="seit" Use="optional"><Data Type="date"/></Column>
    <Column Id="uri"><Data Type="anyURI"/></Column>
    <Key Id="codeKey">
      <Annotation><AppInfo><x:recommendedKeyColumn/></AppInfo></Annotation>
      <ShortName>Schlüssel</ShortName>
      <ColumnRef Ref="code"/>
    </Key>
  </ColumnSet>
  <SimpleCodeList>
    <Row>
      <Value ColumnRef="code"><SimpleValue>1</SimpleValue></Value>
      <Value ColumnRef="text"><SimpleValue> rot &lt;<![CDATA[&]]>&gt;  <!-- Halt -->Licht&#xE4; </SimpleValue></Value>
      <Value ColumnRef="seit"/>
    </Row>
    <Row>
      <Value><SimpleValue>2</SimpleValue></Value>
      <Value><SimpleValue/></Value>
      <Value><SimpleValue>2026-01-01</SimpleValue></Value>
    </Row>
  </SimpleCodeList>
</gc:CodeList>
"#;

#[test]
fn everything_a_list_says_is_read() {
    let list = read(FULL);
    let identification = &list.identification;
    assert_eq!(identification.short_name, "ampel");
    assert_eq!(identification.long_name, "Ampelfarbe");
    assert_eq!(identification.version, "2");
    assert_eq!(identification.canonical_uri, "urn:test:ampel");
    assert_eq!(identification.canonical_version_uri, "urn:test:ampel_2");
    assert_eq!(identification.agency_short_name, "A");
    assert_eq!(identification.agency_long_name, "Amt für Ampeln & Schilder");
    assert_eq!(list.annotations.short_name, "Ampel");
    assert_eq!(list.annotations.description, "Farben einer Ampel");
    assert_eq!(list.annotations.version_description, "zweite");
    assert_eq!(list.annotations.agency_short_name, "Amt");
    assert_eq!(list.annotations.valid_from, "2026-01-01");
    assert_eq!(list.annotations.handbook_version, "1.2");
    assert_eq!(list.annotations.changes, "keine");
    let types: Vec<_> = list.columns.iter().map(|column| column.data_type.clone()).collect();
    let uri = DataType::Other("anyURI".to_owned());
    assert_eq!(types, [DataType::Integer, DataType::String, DataType::Date, uri]);
    assert_eq!(
        (list.columns[0].short_name.as_str(), list.columns[0].required),
        ("c", true)
    );
    assert_eq!(
        (list.columns[1].language.as_str(), list.columns[1].required),
        ("de-DE", false)
    );
    assert_eq!(
        (list.keys[0].columns.as_slice(), list.keys[0].recommended),
        (&[0][..], true)
    );
    assert_eq!(list.keys[0].line, 29);
    assert_eq!(list.defects, []);
}

#[test]
fn values_are_found_by_row_column_and_code() {
    let list = read(FULL);
    assert_eq!(
        (list.row_count(), list.line(0), list.line(1), list.line(2)),
        (2, 36, 41, 0)
    );
    assert_eq!(list.value(0, 1), Some("rot <&> Lichtä"));
    assert_eq!(list.value(0, 2), None);
    assert_eq!(
        (list.value(1, 0), list.value(1, 1), list.value(1, 2)),
        (Some("2"), None, Some("2026-01-01"))
    );
    assert_eq!((list.value(2, 0), list.value(0, 9)), (None, None));
    assert_eq!(
        (
            list.find(0, "2"),
            list.find(0, "3"),
            list.find(0, ""),
            list.find(9, "1")
        ),
        (Some(1), None, None, None)
    );
    assert_eq!(list.find(2, "2026-01-01"), Some(1));
}

#[test]
fn children_may_be_qualified_by_prefix_or_by_default() {
    let text = list(&["code*"], &key("code", ""), "a\nb");
    let qualified = [
        "Identification",
        "ColumnSet",
        "Column ",
        "Key ",
        "ColumnRef ",
        "SimpleCodeList",
        "Row>",
        "SimpleValue",
    ]
    .iter()
    .fold(text.clone(), |text, name| {
        text.replace(&format!("<{name}"), &format!("<gc:{name}"))
            .replace(&format!("</{name}"), &format!("</gc:{name}"))
    })
    .replace("</Column>", "</gc:Column>")
    .replace("</Key>", "</gc:Key>");
    let default = text.replace("gc:CodeList", "CodeList").replace("xmlns:gc=", "xmlns=");
    for other in [qualified, default] {
        assert_ne!(other, text);
        assert_eq!(read(&other), read(&text));
    }
}

#[test]
fn elements_of_other_namespaces_are_not_taken_for_those_of_the_list() {
    let text = list(&["code*"], "", "a").replace("<Row>", r#"<Row xmlns="urn:other"/><Row>"#);
    assert_eq!(read(&text).row_count(), 1);
}

#[test]
fn annotations_of_older_handbooks_are_known_by_their_older_names() {
    let annotation = "<Annotation><Description>\
        <xoev-cl:beschreibung>alt</xoev-cl:beschreibung><xoev-cl:datumgueltigkeitab>2017-11-01</xoev-cl:datumgueltigkeitab>\
        <xoev-cl-2:nameKurz>n</xoev-cl-2:nameKurz><xoev-cl-2:beschreibung-codeliste>neu</xoev-cl-2:beschreibung-codeliste>\
        <xoev-cl-2:versionXOEVHandbuch>2.1</xoev-cl-2:versionXOEVHandbuch>\
        </Description></Annotation><Identification>";
    let list = read(&list(&["code*"], "", "a").replacen("<Identification>", annotation, 1));
    assert_eq!(list.annotations.description, "alt");
    assert_eq!(list.annotations.valid_from, "2017-11-01");
    assert_eq!(
        (
            list.annotations.short_name.as_str(),
            list.annotations.handbook_version.as_str()
        ),
        ("n", "2.1")
    );
}

#[test]
fn a_duplicate_key_is_kept_and_named() {
    let text = list(&["code*", "name*"], &key("code", ""), "a|erste\nb|x\na|zweite");
    let list = read(&text);
    assert_eq!(list.row_count(), 3);
    assert_eq!(list.value(list.find(0, "a").unwrap(), 1), Some("erste"));
    let kind = DefectKind::DuplicateKey {
        key: "codeKey".to_owned(),
        first_line: 2,
    };
    assert_eq!(list.defects, [Defect { kind, line: 4 }]);
    assert_eq!(
        list.defects[0].to_string(),
        "line 4: the key `codeKey` is the same as that of the row in line 2"
    );
}

#[test]
fn a_key_of_two_columns_is_the_same_only_when_both_are() {
    let keys = r#"<Key Id="k"><ColumnRef Ref="a"/><ColumnRef Ref="b"/></Key>"#;
    assert_eq!(defects(&list(&["a*", "b*"], keys, "1|2\n12|\n1|22\n1|3")).len(), 1);
    let twice = defects(&list(&["a*", "b*"], keys, "1|2\n1|3\n1|2"));
    assert!(matches!(
        twice.as_slice(),
        [(DefectKind::DuplicateKey { first_line: 2, .. }, 4)]
    ));
}

#[test]
fn missing_and_surplus_values_are_defects() {
    let text = list(&["code*", "name*", "hinweis"], &key("code", ""), "a||\n|b|\nc|d|");
    assert_eq!(
        defects(&text),
        [
            (
                DefectKind::ValueMissing {
                    column: "name".to_owned()
                },
                2
            ),
            (
                DefectKind::IncompleteKey {
                    key: "codeKey".to_owned()
                },
                3
            ),
        ]
    );
    let surplus = list(&["code"], "", "a").replace("</Row>", "<Value><SimpleValue>b</SimpleValue></Value></Row>");
    assert_eq!(defects(&surplus), [(DefectKind::ValueSurplus, 2)]);
    let twice = list(&["code"], "", "a").replace(
        "</Row>",
        "<Value ColumnRef='code'><SimpleValue>b</SimpleValue></Value></Row>",
    );
    assert_eq!(
        defects(&twice),
        [(
            DefectKind::ValueTwice {
                column: "code".to_owned()
            },
            2
        )]
    );
    assert_eq!(read(&twice).value(0, 0), Some("a"));
    let unknown = list(&["code"], &key("nie", ""), "a").replace("<Value ColumnRef=\"code\"", "<Value ColumnRef=\"da\"");
    let unknown = defects(&unknown);
    assert_eq!(
        unknown[0],
        (
            DefectKind::ColumnUnknown {
                column: "da".to_owned()
            },
            2
        )
    );
    assert_eq!(
        unknown[1].0,
        DefectKind::ColumnUnknown {
            column: "nie".to_owned()
        }
    );
    let complex = list(&["code"], "", "a").replace("SimpleValue", "ComplexValue");
    assert_eq!(defects(&complex), [(DefectKind::ValueComplex, 2)]);
    let empty = list(&["code"], "", "");
    assert!(matches!(defects(&empty).as_slice(), [(DefectKind::NoRows, _)]));
}

#[test]
fn other_encodings_are_read() {
    let text = list(&["code*", "größe"], "", "ä|ß");
    let declared = format!("<?xml version='1.0' encoding='ISO-8859-1'?>{text}");
    let latin1: Vec<u8> = declared
        .chars()
        .map(|character| u8::try_from(u32::from(character)).unwrap())
        .collect();
    let utf16: Vec<u8> = "\u{FEFF}"
        .encode_utf16()
        .chain(text.encode_utf16())
        .flat_map(u16::to_be_bytes)
        .collect();
    for bytes in [latin1, utf16] {
        let list = CodeList::from_bytes(&bytes, "liste.xml").unwrap();
        assert_eq!(
            (list.value(0, 0), list.value(0, list.column("größe").unwrap())),
            (Some("ä"), Some("ß"))
        );
    }
}

#[test]
fn debug_output_holds_no_codes() {
    let text = format!("{:?}", read(&list(&["code*"], "", "geheim")));
    assert!(text.contains("rows: 1") && !text.contains("geheim"));
}
