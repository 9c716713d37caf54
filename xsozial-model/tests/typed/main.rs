//! Typed reading and writing, with hand-written types in the manner of generated ones.

#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests fail like tests")]

mod attachments;
mod groups;
#[path = "../support/mod.rs"]
mod support;

use groups::Gruppen;
use std::{io, sync::LazyLock};
use support::{NAMESPACE, compile};
use xsozial_model::{
    schema::{
        NameId, Schema,
        schema::{ComplexTypeId, ElementId, TypeRef},
    },
    value::{Decimal, QName},
    xml::{
        AnyElement, ByteSink, Code, Codeliste, Content, DecodedDocument, Enumerated, Error, List, Mixed, Nillable,
        ReadOptions, Reader, SliceSource, StreamSource, WriteOptions, Writer,
    },
};

static SCHEMA: LazyLock<Schema> = LazyLock::new(|| {
    compile(
        r#"<xs:complexType name="CodeFarbe"><xs:sequence><xs:element name="code" type="xs:token" form="unqualified"/>
<xs:element name="name" type="xs:token" form="unqualified" minOccurs="0"/></xs:sequence>
<xs:attribute name="listURI" type="xs:anyURI" fixed="urn:example:liste:farbe"/><xs:attribute name="listVersionID" type="xs:token" use="required"/></xs:complexType>
<xs:complexType name="Gruppen"><xs:sequence>
<xs:element name="a" type="xs:int"/>
<xs:sequence minOccurs="0" maxOccurs="unbounded"><xs:element name="b" type="xs:int" maxOccurs="2"/><xs:element name="c" type="xs:int" minOccurs="0"/></xs:sequence>
<xs:choice minOccurs="0"><xs:element name="d" type="xs:int"/><xs:sequence><xs:element name="e" type="xs:int"/><xs:element name="f" type="xs:int"/></xs:sequence></xs:choice>
<xs:element name="g" type="xs:int" minOccurs="0"/>
</xs:sequence></xs:complexType>
<xs:simpleType name="Art"><xs:restriction base="xs:token"><xs:enumeration value="eins"/><xs:enumeration value="zwei"/></xs:restriction></xs:simpleType>
<xs:simpleType name="Arten"><xs:list itemType="t:Art"/></xs:simpleType>
<xs:complexType name="Werte"><xs:sequence>
<xs:element name="art" type="t:Art"/><xs:element name="arten" type="t:Arten"/><xs:element name="name" type="xs:QName"/>
<xs:element name="zahl" type="xs:decimal"/><xs:element name="wahr" type="xs:boolean"/><xs:element name="text" type="xs:string"/>
</xs:sequence><xs:attribute name="art" type="t:Art"/><xs:attribute name="name" type="xs:QName"/></xs:complexType>
<xs:complexType name="Basis"><xs:sequence><xs:element name="x" type="xs:int" minOccurs="0"/><xs:element name="y" type="xs:int" minOccurs="0"/></xs:sequence></xs:complexType>
<xs:complexType name="Enger"><xs:complexContent><xs:restriction base="t:Basis"><xs:sequence><xs:element name="y" type="xs:int"/></xs:sequence></xs:restriction></xs:complexContent></xs:complexType>
<xs:complexType name="Weiter"><xs:complexContent><xs:extension base="t:Basis"><xs:sequence><xs:element name="z" type="xs:int"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
<xs:complexType name="Gemischt" mixed="true"><xs:choice minOccurs="0" maxOccurs="unbounded"><xs:element name="b" type="xs:string"/></xs:choice></xs:complexType>
<xs:element name="code" type="t:CodeFarbe"/><xs:element name="gruppen" type="t:Gruppen"/><xs:element name="werte" type="t:Werte"/>
<xs:element name="basis" type="t:Basis"/><xs:element name="gemischt" type="t:Gemischt"/><xs:element name="anlage" type="xs:base64Binary"/>
<xs:element name="zahl" type="xs:int"/><xs:element name="leerbar" type="xs:int" nillable="true"/><xs:element name="alles"/>
"#,
    )
});

fn name(local: &str) -> NameId {
    let name = SCHEMA.names.lookup(SCHEMA.names.namespace(NAMESPACE), local);
    assert_ne!(name, NameId::UNKNOWN, "{local}");
    name
}

fn root(local: &str) -> ElementId {
    SCHEMA.global_element(name(local)).unwrap()
}

fn complex(local: &str) -> ComplexTypeId {
    match SCHEMA.global_type(name(local)) {
        Some(TypeRef::Complex(id)) => id,
        other => panic!("{local} is {other:?}"),
    }
}

/// The declaration of a child in a type.
fn child(complex_type: &str, local: &str) -> ElementId {
    use xsozial_model::schema::schema::{Content, LeafTerm};
    let Content::Elements(content) = &SCHEMA.complex_type(complex(complex_type)).content else {
        panic!("{complex_type} has no elements");
    };
    let found = content.leaves.iter().find_map(|leaf| match leaf.term {
        LeafTerm::Element(id) if SCHEMA.names.local(SCHEMA.element(id).name) == local => Some(id),
        _ => None,
    });
    found.unwrap()
}

fn read_with<T: Content>(document: &str, options: &ReadOptions) -> Result<T, Error> {
    fn run<T: Content>(mut reader: Reader<'_>) -> Result<T, Error> {
        reader.root()?;
        let value = reader.value()?;
        reader.finish()?;
        Ok(value)
    }
    let decoded = DecodedDocument::new(document.as_bytes());
    let mut slice = SliceSource::new(&decoded, &SCHEMA.names, options.limits);
    let value = run(Reader::new(&SCHEMA, &mut slice, options));
    let stream = io::BufReader::with_capacity(7, document.as_bytes());
    let mut stream = StreamSource::new(stream, &SCHEMA.names, options.limits);
    let other: Result<T, Error> = run(Reader::new(&SCHEMA, &mut stream, options));
    assert_eq!(value.as_ref().err(), other.as_ref().err());
    value
}

fn read<T: Content>(document: &str) -> T {
    match read_with(document, &ReadOptions::default()) {
        Ok(value) => value,
        Err(error) => panic!("{error}: {document}"),
    }
}

fn write_with<T: Content>(element: &str, value: &T, options: &WriteOptions) -> Result<String, Error> {
    let mut sink = ByteSink::in_memory(options.indentation);
    let namespaces = [SCHEMA.names.namespace(NAMESPACE)];
    Writer::new(&SCHEMA, &mut sink, options).root(root(element), &namespaces, value)?;
    Ok(String::from_utf8(sink.into_bytes()).unwrap())
}

/// The document without its XML declaration.
fn write<T: Content>(element: &str, value: &T) -> String {
    let text = write_with(element, value, &WriteOptions::default()).unwrap();
    text.strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        .unwrap()
        .to_owned()
}

/// Reads and writes; the text must be the same.
fn round_trip<T: Content>(element: &str, attributes: &str, content: &str) -> T {
    let start = format!("<t:{element} xmlns:t=\"{NAMESPACE}\"{attributes}");
    let text = match content {
        "" => format!("{start}/>"),
        content => format!("{start}>{content}</t:{element}>"),
    };
    let value = read(&text);
    assert_eq!(write(element, &value), text);
    value
}

struct Farbe;

impl Codeliste for Farbe {
    // The first type after xs:anyType; a test below makes sure.
    const TYPE: ComplexTypeId = ComplexTypeId::new(1);
    const LIST_URI: Option<&'static str> = Some("urn:example:liste:farbe");
    const LIST_VERSION: Option<&'static str> = None;

    fn schema() -> &'static Schema {
        &SCHEMA
    }
}

#[test]
fn codes_keep_what_the_document_gives() {
    assert_eq!(Farbe::TYPE, complex("CodeFarbe"));
    let code: Code<Farbe> = round_trip("code", " listVersionID=\"2\"", "<code>7</code>");
    assert_eq!((code.code(), code.name(), code.list_version()), ("7", None, Some("2")));
    assert_eq!(code.list_uri(), Some("urn:example:liste:farbe"));
    assert!(!code.gives_list_uri());
    let both = " listURI=\"urn:example:liste:farbe\" listVersionID=\"2\"";
    let code: Code<Farbe> = round_trip("code", both, "<code>7</code><name>rot</name>");
    assert!(code.gives_list_uri());
    assert_eq!(code.name(), Some("rot"));
    assert_eq!(code, Code::new("7").with_name("rot").with_list_version("2"));
    assert_eq!(format!("{code:?}"), "Code { .. }");
    assert!(size_of::<Code<Farbe>>() <= 40);

    let other = read_with::<Code<Farbe>>(
        &format!("<code xmlns='{NAMESPACE}' listURI='urn:x' listVersionID='1'><code xmlns=''>1</code></code>"),
        &ReadOptions::default(),
    );
    assert_eq!(other.unwrap_err().code().as_str(), "XS0203");
    let lenient = ReadOptions {
        fixed_values: true,
        ..ReadOptions::default()
    };
    let text = format!("<code xmlns='{NAMESPACE}' listURI='urn:x' listVersionID='1'><code xmlns=''>1</code></code>");
    assert_eq!(
        read_with::<Code<Farbe>>(&text, &lenient).unwrap().list_uri(),
        Some("urn:x")
    );
}

#[cfg(feature = "serde")]
#[test]
fn codes_are_json_with_the_names_of_the_xml() {
    let code = Code::<Farbe>::new("7").with_name("rot").with_list_version("2");
    let json = serde_json::to_string(&code).unwrap();
    assert_eq!(json, r#"{"code":"7","name":"rot","listVersionID":"2"}"#);
    let again: Code<Farbe> = serde_json::from_str(&json).unwrap();
    assert_eq!(again, code);
    assert!(again.gives_list_version() && !again.gives_list_uri());
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Art {
    Eins,
    Zwei,
}

impl Enumerated for Art {
    const VALUES: &'static [(&'static str, Self)] = &[("eins", Self::Eins), ("zwei", Self::Zwei)];
}

struct Werte {
    attribute: (Option<Art>, Option<QName>),
    art: Art,
    arten: List<Art>,
    name: QName,
    zahl: Decimal,
    wahr: bool,
    text: String,
}

impl Content for Werte {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Error> {
        let mut frame = reader.begin(complex("Werte"))?;
        let attribute = (reader.attribute(&frame, 0)?, reader.attribute(&frame, 1)?);
        let (mut art, mut arten, mut name, mut zahl, mut wahr, mut text) = (None, None, None, None, None, None);
        while let Some(slot) = reader.next(&mut frame)? {
            match slot {
                0 => art = Some(reader.value()?),
                1 => arten = Some(reader.value()?),
                2 => name = Some(reader.value()?),
                3 => zahl = Some(reader.value()?),
                4 => wahr = Some(reader.value()?),
                5 => text = Some(reader.value()?),
                _ => return Err(reader.unexpected_slot()),
            }
        }
        Ok(Self {
            attribute,
            art: reader.required(art)?,
            arten: reader.required(arten)?,
            name: reader.required(name)?,
            zahl: reader.required(zahl)?,
            wahr: reader.required(wahr)?,
            text: reader.required(text)?,
        })
    }

    fn write(&self, writer: &mut Writer<'_>) -> Result<(), Error> {
        let uses = &SCHEMA.complex_type(complex("Werte")).attributes;
        writer.optional_attribute(uses[0].name, &self.attribute.0)?;
        writer.optional_attribute(uses[1].name, &self.attribute.1)?;
        writer.element(child("Werte", "art"), &self.art)?;
        writer.element(child("Werte", "arten"), &self.arten)?;
        writer.element(child("Werte", "name"), &self.name)?;
        writer.element(child("Werte", "zahl"), &self.zahl)?;
        writer.element(child("Werte", "wahr"), &self.wahr)?;
        writer.element(child("Werte", "text"), &self.text)
    }
}

#[test]
fn values_survive_a_round_trip() {
    let document = format!(
        "<werte xmlns='{NAMESPACE}' xmlns:p='urn:p' art=' zwei' name='p:x'><art>eins</art>\n<arten> zwei\n eins </arten>\
         <name xmlns:q='urn:q'>q:y</name><zahl>+01.50</zahl><wahr>1</wahr><text> a\r\n&#13;&lt;]]&gt; </text></werte>"
    );
    let werte: Werte = read(&document);
    assert_eq!(werte.attribute.0, Some(Art::Zwei));
    assert_eq!(werte.arten.0, [Art::Zwei, Art::Eins]);
    assert_eq!(werte.text, " a\n\r<]]> ");
    let text = write("werte", &werte);
    for part in [
        "xmlns:p=\"urn:p\" name=\"p:x\"",
        "<t:arten>zwei eins</t:arten>",
        "<t:name xmlns:q=\"urn:q\">q:y</t:name>",
        "<t:zahl>+01.50</t:zahl>",
        "<t:wahr>true</t:wahr>",
        "<t:text> a\n&#13;&lt;]]&gt; </t:text>",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    let again: Werte = read(&text);
    assert_eq!(again.name, werte.name);
    assert_eq!(again.attribute.1.unwrap().namespace(), "urn:p");
}

/// Basis, Enger (a restriction, read as Basis) or Weiter.
#[derive(Debug, PartialEq)]
struct Basis {
    xsi_type: Option<ComplexTypeId>,
    values: Vec<(u32, i32)>,
    variant: usize,
}

impl Content for Basis {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Error> {
        let types = [complex("Basis"), complex("Weiter")];
        let variant = reader.alternative(&types)?;
        let mut frame = reader.begin(types[variant])?;
        let xsi_type = reader.xsi_type(&frame);
        let mut values = Vec::new();
        while let Some(slot) = reader.next(&mut frame)? {
            values.push((slot, reader.value()?));
        }
        Ok(Self {
            xsi_type,
            values,
            variant,
        })
    }

    fn write(&self, writer: &mut Writer<'_>) -> Result<(), Error> {
        let types = ["Basis", "Weiter"];
        match self.xsi_type {
            Some(restriction) => writer.xsi_type(restriction)?,
            None if self.variant > 0 => writer.xsi_type(complex(types[self.variant]))?,
            None => {}
        }
        for (slot, value) in &self.values {
            let locals = ["x", "y", "z"];
            writer.element(child(types[self.variant], locals[*slot as usize]), value)?;
        }
        Ok(())
    }
}

#[test]
fn derived_types_are_read_as_themselves_or_as_the_restricted_base() {
    let plain: Basis = round_trip("basis", "", "<t:x>1</t:x><t:y>2</t:y>");
    assert_eq!(plain.values, [(0, 1), (1, 2)]);
    let xsi = " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"t:";
    let narrower: Basis = round_trip("basis", &format!("{xsi}Enger\""), "<t:y>2</t:y>");
    assert_eq!(
        (narrower.variant, narrower.values, narrower.xsi_type),
        (0, vec![(1, 2)], Some(complex("Enger")))
    );
    let wider: Basis = round_trip("basis", &format!("{xsi}Weiter\""), "<t:x>1</t:x><t:z>3</t:z>");
    assert_eq!((wider.variant, wider.values), (1, vec![(0, 1), (2, 3)]));
    let text = format!("<basis xmlns='{NAMESPACE}' xmlns:t='{NAMESPACE}'{xsi}Enger\"><x>1</x></basis>");
    assert_eq!(
        read_with::<Basis>(&text, &ReadOptions::default())
            .unwrap_err()
            .code()
            .as_str(),
        "XS0102"
    );
}

struct Gemischt(Vec<Result<String, String>>);

impl Content for Gemischt {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Error> {
        let mut frame = reader.begin(complex("Gemischt"))?;
        let mut parts = Vec::new();
        while let Some(part) = reader.next_mixed(&mut frame)? {
            parts.push(match part {
                Mixed::Text(text) => Ok(text),
                Mixed::Child(_) => Err(reader.value()?),
            });
        }
        Ok(Self(parts))
    }

    fn write(&self, writer: &mut Writer<'_>) -> Result<(), Error> {
        self.0.iter().try_for_each(|part| match part {
            Ok(text) => writer.characters(text),
            Err(child_text) => writer.element(child("Gemischt", "b"), child_text),
        })
    }
}

#[test]
fn mixed_content_keeps_its_order_and_is_never_indented() {
    let value: Gemischt = round_trip("gemischt", "", "<t:b>1</t:b> zwei <t:b/><t:b>3</t:b>\n");
    assert_eq!(value.0.len(), 5);
    let options = WriteOptions {
        indentation: Some(2),
        ..WriteOptions::default()
    };
    let indented = write_with("gemischt", &value, &options).unwrap();
    assert!(
        indented.contains("<t:b>1</t:b> zwei <t:b/><t:b>3</t:b>\n</t:gemischt>\n"),
        "{indented}"
    );
    let gruppen: Gruppen = read(&format!("<gruppen xmlns='{NAMESPACE}'><a>1</a><b>2</b></gruppen>"));
    assert_eq!(
        write_with("gruppen", &gruppen, &options).unwrap(),
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<t:gruppen xmlns:t=\"{NAMESPACE}\">\n  <t:a>1</t:a>\n  \
             <t:b>2</t:b>\n</t:gruppen>\n"
        )
    );
}

#[test]
fn nil_elements_have_no_value() {
    let text = format!(
        "<leerbar xmlns='{NAMESPACE}' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:nil='0'>5</leerbar>"
    );
    let value: Nillable<i32> = read(&text);
    assert_eq!(value.value(), Some(&5));
    let nil: Nillable<i32> = read(&text.replace("'0'>5", "'true'>"));
    assert!(nil == Nillable::nil() && nil.value().is_none());
    let nil = write("leerbar", &nil);
    assert!(
        nil.ends_with("xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"true\"/>"),
        "{nil}"
    );
}

#[test]
fn any_content_is_kept_with_its_names() {
    let content = "text &lt;<a xmlns=\"urn:a\" p:x=\"1\" xmlns:p=\"urn:p\" y=\"2\"><b xmlns=\"\"/><p:c>p:d</p:c></a><t:zahl>5</t:zahl>";
    let document = format!("<t:alles xmlns:t='{NAMESPACE}' xmlns:o='urn:o' o:z='t:q'>{content}</t:alles>");
    let value: AnyElement = read(&document);
    let text = write("alles", &value);
    assert_eq!(read::<AnyElement>(&text), read::<AnyElement>(&text));
    for part in [
        "xmlns:o=\"urn:o\"",
        "o:z=\"t:q\"",
        "text &lt;<a",
        "xmlns:p=\"urn:p\"",
        "<b xmlns=\"\"/>",
        "<p:c>p:d</p:c>",
        "<t:zahl>5</t:zahl>",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    let again: AnyElement = read(&text);
    assert_eq!(again, value, "prefixes that are in scope are no content");
    assert_eq!(again.children, value.children);
    assert_eq!(again.attributes, value.attributes);
    assert!(!format!("{value:?}").contains("text"));
}

#[test]
fn characters_that_xml_does_not_allow_are_not_written() {
    let error = write_with(
        "gemischt",
        &Gemischt(vec![Err("a\u{1}".to_owned())]),
        &WriteOptions::default(),
    )
    .unwrap_err();
    assert_eq!(error.code().as_str(), "XD0009");
    assert_eq!(
        error.path(),
        format!("/Q{{{NAMESPACE}}}gemischt[1]/Q{{{NAMESPACE}}}b[1]")
    );
    assert_eq!(error.position(), None);
}
