//! What minimal, full and random documents hold.

use super::*;

const SCHEMA: &str = r#"
<xs:element name="antrag"><xs:complexType><xs:sequence>
  <xs:element name="pflicht" type="xs:date"/>
  <xs:element name="kann" type="xs:string" minOccurs="0"/>
  <xs:choice minOccurs="0" maxOccurs="unbounded">
    <xs:element name="eins" type="xs:int"/><xs:element name="zwei" type="xs:int"/><xs:element name="drei" type="xs:int"/>
  </xs:choice>
  <xs:choice><xs:element name="lang" type="Lang"/><xs:element name="kurz" type="xs:token"/></xs:choice>
</xs:sequence>
<xs:attribute name="muss" type="xs:token" use="required"/><xs:attribute name="darf" type="xs:token"/>
</xs:complexType></xs:element>
<xs:complexType name="Lang"><xs:sequence><xs:element name="a" type="xs:token"/></xs:sequence></xs:complexType>
"#;

#[test]
fn the_minimal_document_holds_what_is_mandatory() {
    let document = sample(&schema(SCHEMA), "antrag", 3, Size::Minimal).unwrap();
    for absent in ["kann", "eins", "zwei", "drei", "lang"] {
        assert_eq!(count(&document, absent), 0, "{document}");
    }
    assert_eq!(count(&document, "kurz"), 1, "{document}");
    assert_eq!(attributes(&document, "darf"), [""; 0]);
}

#[test]
fn full_documents_hold_every_optional_part_and_every_branch() {
    let schema = schema(SCHEMA);
    let documents: Vec<_> = (0..2)
        .map(|seed| sample(&schema, "antrag", seed, Size::Full).unwrap())
        .collect();
    for document in &documents {
        for present in ["kann", "eins", "zwei", "drei"] {
            assert_eq!(count(document, present), 1, "{document}");
        }
        assert_eq!(attributes(document, "darf").len(), 1);
    }
    // A choice that stands once shows its branches seed by seed.
    assert_eq!(
        documents.iter().map(|document| count(document, "lang")).sum::<usize>(),
        1
    );
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_one_others() {
    let schema = schema(SCHEMA);
    let make = |seed| sample(&schema, "antrag", seed, Size::Random).unwrap();
    assert_eq!(make(5), make(5));
    assert!((0..10).any(|seed| make(seed) != make(5)));
}

#[test]
fn free_text_says_that_it_is_synthetic_and_persons_are_impossible() {
    let schema = schema(
        r#"<xs:element name="person"><xs:complexType><xs:sequence><xs:element name="familienname" type="xs:string"/>
        <xs:element name="geburtsdatum" type="xs:date"/><xs:element name="bemerkung" type="xs:string"/>
        <xs:element name="iban"><xs:simpleType><xs:restriction base="xs:token"><xs:pattern value="[A-Z]{2}\d{20}"/></xs:restriction></xs:simpleType></xs:element>
        </xs:sequence></xs:complexType></xs:element>"#,
    );
    let document = sample(&schema, "person", 1, Size::Full).unwrap();
    for part in [
        "<familienname>Muster-Unmöglich<",
        "<geburtsdatum>18",
        "<bemerkung>Synthetischer Text<",
        "<iban>XX0000000",
    ] {
        assert!(document.contains(part), "{document}");
    }
}

#[test]
fn mixed_content_keeps_a_fixed_value_and_defaults_may_be_left_out() {
    let schema = schema(
        r#"<xs:element name="a"><xs:complexType><xs:sequence><xs:element name="fest" type="Gemischt" fixed="nur dies"/>
        <xs:element name="vorgabe" type="xs:token" default="V"/></xs:sequence></xs:complexType></xs:element>
        <xs:complexType name="Gemischt" mixed="true"><xs:sequence><xs:element name="b" type="xs:token" minOccurs="0"/></xs:sequence></xs:complexType>"#,
    );
    let full = sample(&schema, "a", 0, Size::Full).unwrap();
    assert!(
        full.contains("<fest>nur dies</fest>") && full.contains("<vorgabe>V</vorgabe>"),
        "{full}"
    );
    let minimal = sample(&schema, "a", 0, Size::Minimal).unwrap();
    assert!(minimal.contains("<vorgabe/>"), "{minimal}");
}

#[test]
fn names_of_roots_are_local_or_expanded() {
    let schema = schema(SCHEMA);
    let sampler = Sampler::new(&schema);
    assert_eq!(sampler.roots_named("antrag").unwrap(), sampler.roots());
    let error = sampler.roots_named("Q{urn:x}antrag").unwrap_err();
    assert!(matches!(error, SampleError::NoRoot { .. }));
}
