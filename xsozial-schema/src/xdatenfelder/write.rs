//! From a [`Datenschema`] to XML Schema, as text that remembers where in the XDatenfelder file each part comes from.

use super::{
    error::{XdatenfelderError, XdatenfelderProblem as Problem},
    model::{Datenfeld, Datenfeldgruppe, Datenschema, Datentyp, Element, Feldart, Identifikation, Struktur, Wert},
    shape::Shape,
};
use crate::names::XS_NAMESPACE;
use rustc_hash::{FxHashMap, FxHashSet};
use std::fmt::Write;

/// Bytes that the XML Schema of a file may have.
const MOST_BYTES: usize = 256 << 20;

/// XML Schema made of an XDatenfelder file.
pub(crate) struct Xsd {
    /// The text.
    pub(crate) text: String,
    /// The target namespace.
    pub(crate) namespace: String,
    /// Where in the XDatenfelder file the text comes from, from this offset on.
    pub(crate) origins: Vec<(usize, usize)>,
}

/// Writes the schema in a shape. Select fields hold their codes already.
pub(super) fn write(schema: &Datenschema, shape: Shape) -> Result<Xsd, XdatenfelderError> {
    let mut writer = Writer {
        schema,
        shape,
        text: String::new(),
        origins: Vec::new(),
        depth: 0,
    };
    writer.document()?;
    Ok(Xsd {
        text: writer.text,
        namespace: shape.namespace(schema),
        origins: writer.origins,
    })
}

struct Writer<'s> {
    schema: &'s Datenschema,
    shape: Shape,
    text: String,
    origins: Vec<(usize, usize)>,
    depth: usize,
}

/// The occurrence attributes of an element.
#[derive(Clone, Copy)]
struct Occurs {
    min: u32,
    max: Option<u32>,
}

impl Writer<'_> {
    fn document(&mut self) -> Result<(), XdatenfelderError> {
        let schema = self.schema;
        self.origin(&schema.wurzel);
        let namespace = attribute(&self.shape.namespace(schema));
        let prefix = match self.shape {
            Shape::A => "xmlns:xfd",
            Shape::B => "xmlns",
        };
        self.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        self.line(&format!(
            "<xs:schema xmlns:xs=\"{XS_NAMESPACE}\" {prefix}=\"{namespace}\" targetNamespace=\"{namespace}\" \
             elementFormDefault=\"qualified\" attributeFormDefault=\"unqualified\" version=\"{}\">",
            attribute(&schema.identifikation().version)
        ));
        self.depth += 1;
        self.line(&format!(
            "<!-- Aus einer XDatenfelder-Datei geschrieben. {} {}: {} -->",
            schema.identifikation().id,
            schema.identifikation().version,
            comment(&schema.wurzel.angaben().name)
        ));
        match self.shape {
            Shape::A => self.element(&schema.wurzel, &self.shape.root_name(schema), "")?,
            Shape::B => self.global_elements()?,
        }
        self.depth -= 1;
        self.line("</xs:schema>");
        Ok(())
    }

    /// The schema, all groups and all fields in the order of the file, each name once. So what comes first in the file comes
    /// first in the XSD too, and both give the same order of roots.
    fn global_elements(&mut self) -> Result<(), XdatenfelderError> {
        let schema = self.schema;
        let mut known: FxHashMap<&Identifikation, &Element> = FxHashMap::default();
        for element in schema.elements() {
            let identifikation = &element.angaben().identifikation;
            match known.get(identifikation) {
                Some(first) if is_same(first, element) => {}
                Some(first) => return Err(self.conflict(first, element)),
                None => {
                    known.insert(identifikation, element);
                    let name = self.shape.element_name(schema.fassung, identifikation);
                    self.element(element, &name, "")?;
                }
            }
        }
        Ok(())
    }

    fn conflict(&self, first: &Element, second: &Element) -> XdatenfelderError {
        let Identifikation { id, version } = second.angaben().identifikation.clone();
        let first = first.angaben().fundstelle.zeile;
        self.error(second, Problem::Conflict { id, version, first })
    }

    fn error(&self, element: &Element, problem: Problem) -> XdatenfelderError {
        XdatenfelderError::at(self.schema, element.angaben().fundstelle, problem)
    }

    /// A declaration, global or local.
    fn element(&mut self, element: &Element, name: &str, occurs: &str) -> Result<(), XdatenfelderError> {
        if self.text.len() > MOST_BYTES {
            let what = "bytes of XML Schema";
            return Err(self.error(
                element,
                Problem::TooLarge {
                    what,
                    limit: MOST_BYTES,
                },
            ));
        }
        self.origin(element);
        match element {
            Element::Schema(gruppe) | Element::Gruppe(gruppe) => self.group(element, gruppe, name, occurs),
            Element::Feld(feld) => {
                self.field(element, feld, name, occurs);
                Ok(())
            }
        }
    }

    fn group(
        &mut self,
        element: &Element,
        gruppe: &Datenfeldgruppe,
        name: &str,
        occurs: &str,
    ) -> Result<(), XdatenfelderError> {
        self.open(&format!("xs:element name=\"{}\"{occurs}", attribute(name)));
        self.documentation(&group_remark(element));
        self.open("xs:complexType");
        // A choice without a branch would admit nothing at all.
        let has_branch = gruppe.struktur.iter().any(|part| !part.enthaelt.is_label());
        let model = if gruppe.auswahl && has_branch {
            "xs:choice"
        } else {
            "xs:sequence"
        };
        let parts: Vec<&Struktur> = match self.shape {
            Shape::A => gruppe
                .struktur
                .iter()
                .filter(|part| !part.enthaelt.is_label())
                .collect(),
            Shape::B => gruppe.struktur.iter().collect(),
        };
        if parts.is_empty() {
            self.line(&format!("<{model}/>"));
        } else {
            self.open(model);
            match self.shape {
                Shape::A => self.local_elements(&parts)?,
                Shape::B => self.references(&parts),
            }
            self.origin(element);
            self.close(model);
        }
        self.close("xs:complexType");
        self.close("xs:element");
        Ok(())
    }

    fn local_elements(&mut self, parts: &[&Struktur]) -> Result<(), XdatenfelderError> {
        let mut names = FxHashSet::default();
        for part in parts {
            let element = &part.enthaelt;
            let id = &element.angaben().identifikation.id;
            if !names.insert(id) {
                return Err(self.error(element, Problem::TwiceInGroup(id.clone())));
            }
            let name = self
                .shape
                .element_name(self.schema.fassung, &element.angaben().identifikation);
            self.element(element, &name, &occurs_of(part).attributes())?;
        }
        Ok(())
    }

    fn references(&mut self, parts: &[&Struktur]) {
        for part in parts {
            let element = &part.enthaelt;
            self.origins.push((self.text.len(), part.fundstelle.offset));
            let name = self
                .shape
                .element_name(self.schema.fassung, &element.angaben().identifikation);
            let occurs = occurs_of(part).attributes();
            self.line(&format!("<xs:element ref=\"{}\"{occurs}/>", attribute(&name)));
        }
    }

    fn field(&mut self, element: &Element, feld: &Datenfeld, name: &str, occurs: &str) {
        let head = format!("xs:element name=\"{}\"", attribute(name));
        let (base, facets) = self.value_type(feld);
        let remark = field_remark(feld);
        if facets.is_empty() {
            let head = format!("{head} type=\"{base}\"{occurs}");
            if self.shape == Shape::A {
                self.line(&format!("<{head}/>"));
            } else {
                self.open(&head);
                self.documentation(&remark);
                self.close("xs:element");
            }
            return;
        }
        self.open(&format!("{head}{occurs}"));
        self.documentation(&remark);
        self.open("xs:simpleType");
        self.open(&format!("xs:restriction base=\"{base}\""));
        for facet in &facets {
            self.facet(facet);
        }
        self.origin(element);
        self.close("xs:restriction");
        self.close("xs:simpleType");
        self.close("xs:element");
    }

    fn facet(&mut self, facet: &Facet) {
        let head = format!("xs:{} value=\"{}\"", facet.name, attribute(&facet.value));
        if let Some((_, origin)) = facet.code {
            self.origins.push((self.text.len(), origin));
        }
        match &facet.code {
            Some((meaning, _)) if self.shape == Shape::B && !meaning.is_empty() => {
                self.open(&head);
                self.documentation(&format!("Auswahlwert: {meaning}"));
                self.close("xs:enumeration");
            }
            _ => self.line(&format!("<{head}/>")),
        }
    }

    /// The type of a field's values and what restricts it.
    fn value_type(&self, feld: &Datenfeld) -> (&'static str, Vec<Facet>) {
        match feld.feldart {
            Feldart::Label => return ("xs:string", Vec::new()),
            Feldart::Select => {
                let base = match self.shape {
                    Shape::A => "xs:string",
                    Shape::B => "xs:token",
                };
                return (base, feld.werte.iter().map(Facet::of_code).collect());
            }
            Feldart::Input | Feldart::Hidden | Feldart::Locked => {}
        }
        match (feld.datentyp, self.shape) {
            (Datentyp::Bool, Shape::A) => {
                let facets = ["true", "false"].map(|text| Facet::new("enumeration", text.to_owned()));
                ("xs:string", facets.into())
            }
            (Datentyp::Bool, Shape::B) => ("xs:boolean", Vec::new()),
            (Datentyp::File | Datentyp::Obj, _) => ("xs:anyType", Vec::new()),
            (Datentyp::Text | Datentyp::TextLatin, _) => ("xs:string", lengths(feld)),
            (Datentyp::Date, _) => ("xs:date", bounds(feld)),
            (Datentyp::Time, _) => ("xs:time", bounds(feld)),
            (Datentyp::DateTime, _) => ("xs:dateTime", bounds(feld)),
            (Datentyp::Num, Shape::B) => ("xs:float", bounds(feld)),
            (Datentyp::Num, Shape::A) | (Datentyp::NumCurrency, _) => ("xs:decimal", bounds(feld)),
            (Datentyp::NumInt, _) => ("xs:integer", bounds(feld)),
        }
    }

    /// Shape A has no annotations.
    fn documentation(&mut self, text: &str) {
        if self.shape == Shape::B {
            self.open("xs:annotation");
            self.line(&format!("<xs:documentation>{}</xs:documentation>", attribute(text)));
            self.close("xs:annotation");
        }
    }

    /// What follows comes from this element.
    fn origin(&mut self, element: &Element) {
        self.origins
            .push((self.text.len(), element.angaben().fundstelle.offset));
    }

    fn open(&mut self, tag: &str) {
        self.line(&format!("<{tag}>"));
        self.depth += 1;
    }

    fn close(&mut self, name: &str) {
        self.depth -= 1;
        self.line(&format!("</{name}>"));
    }

    fn line(&mut self, line: &str) {
        // Writing to a string does not fail.
        let _ = writeln!(self.text, "{:width$}{line}", "", width = 2 * self.depth);
    }
}

impl Occurs {
    fn attributes(self) -> String {
        let mut text = String::new();
        if self.min != 1 {
            let _ = write!(text, " minOccurs=\"{}\"", self.min);
        }
        match self.max {
            Some(1) => {}
            Some(max) => {
                let _ = write!(text, " maxOccurs=\"{max}\"");
            }
            None => text.push_str(" maxOccurs=\"unbounded\""),
        }
        text
    }
}

/// A label is declared, and never stands in a document.
fn occurs_of(part: &Struktur) -> Occurs {
    if part.enthaelt.is_label() {
        return Occurs { min: 0, max: Some(0) };
    }
    Occurs {
        min: part.anzahl.min,
        max: part.anzahl.max,
    }
}

/// A facet to be written.
struct Facet {
    name: &'static str,
    value: String,
    /// What it means and where it comes from, for a code.
    code: Option<(String, usize)>,
}

impl Facet {
    fn new(name: &'static str, value: String) -> Self {
        Self {
            name,
            value,
            code: None,
        }
    }

    fn of_code(wert: &Wert) -> Self {
        Self {
            name: "enumeration",
            value: wert.code.clone(),
            code: Some((wert.name.clone(), wert.fundstelle.offset)),
        }
    }
}

fn lengths(feld: &Datenfeld) -> Vec<Facet> {
    let bounds = &feld.praezisierung;
    let number = |value: Option<u64>| value.map(|value| value.to_string());
    present([
        ("minLength", number(bounds.min_length)),
        ("maxLength", number(bounds.max_length)),
        ("pattern", bounds.pattern.clone()),
    ])
}

fn bounds(feld: &Datenfeld) -> Vec<Facet> {
    let bounds = feld.praezisierung.clone();
    present([
        ("minInclusive", bounds.min_value),
        ("maxInclusive", bounds.max_value),
        ("pattern", bounds.pattern),
    ])
}

fn present<const N: usize>(facets: [(&'static str, Option<String>); N]) -> Vec<Facet> {
    let facets = facets.into_iter();
    facets
        .filter_map(|(name, value)| Some(Facet::new(name, value?)))
        .collect()
}

/// Whether two declarations of one name are the same but for what they say of themselves.
fn is_same(one: &Element, other: &Element) -> bool {
    let mut open = vec![(one, other)];
    while let Some((one, other)) = open.pop() {
        let alike = match (one, other) {
            (Element::Feld(one), Element::Feld(other)) => {
                let codes = |feld: &Datenfeld| feld.werte.iter().map(|wert| wert.code.clone()).collect::<Vec<_>>();
                one.feldart == other.feldart
                    && one.datentyp == other.datentyp
                    && one.praezisierung == other.praezisierung
                    && codes(one) == codes(other)
            }
            (Element::Gruppe(one), Element::Gruppe(other)) => {
                let parts = one.struktur.iter().zip(&other.struktur);
                open.extend(parts.clone().map(|(one, other)| (&one.enthaelt, &other.enthaelt)));
                one.auswahl == other.auswahl
                    && one.struktur.len() == other.struktur.len()
                    && parts.clone().all(|(one, other)| one.anzahl == other.anzahl)
            }
            _ => false,
        };
        if !alike || one.angaben().identifikation != other.angaben().identifikation {
            return false;
        }
    }
    true
}

fn group_remark(element: &Element) -> String {
    let kind = match element {
        Element::Schema(_) => "Datenschema",
        Element::Gruppe(_) | Element::Feld(_) => "Datenfeldgruppe",
    };
    format!("{kind}: {}", element.angaben().name)
}

fn field_remark(feld: &Datenfeld) -> String {
    let kind = match (feld.feldart, feld.datentyp) {
        (Feldart::Label, _) => "Typ: Hinweistext".to_owned(),
        (Feldart::Select, _) => match &feld.codeliste {
            Some(list) if !list.version.is_empty() => {
                format!("Typ: Auswahlliste (Externe Codeliste: {}_{})", list.uri, list.version)
            }
            Some(list) => format!("Typ: Auswahlliste (Externe Codeliste: {})", list.uri),
            None => "Typ: Auswahlliste (Werteliste)".to_owned(),
        },
        (_, Datentyp::Text | Datentyp::TextLatin) => "Wertebereich: Text".to_owned(),
        (_, Datentyp::Date) => "Wertebereich: Datum".to_owned(),
        (_, Datentyp::Time) => "Wertebereich: Zeit".to_owned(),
        (_, Datentyp::DateTime) => "Wertebereich: Zeitpunkt".to_owned(),
        (_, Datentyp::Bool) => "Wertebereich: Wahrheitswert".to_owned(),
        (_, Datentyp::Num) => "Wertebereich: Fließkommazahl".to_owned(),
        (_, Datentyp::NumInt) => "Wertebereich: Ganzzahl".to_owned(),
        (_, Datentyp::NumCurrency) => "Wertebereich: Währungswert".to_owned(),
        (_, Datentyp::File) => "Wertebereich: Anlage".to_owned(),
        (_, Datentyp::Obj) => "Wertebereich: Statisches Objekt".to_owned(),
    };
    format!("Datenfeld: {} - {kind}", feld.angaben.name)
}

/// A text as content of an attribute or element. White space other than spaces would not survive in an attribute.
fn attribute(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' | '\n' | '\r' => {
                let _ = write!(escaped, "&#{};", u32::from(character));
            }
            other => escaped.push(other),
        }
    }
    escaped
}

/// A text that may stand in a comment.
fn comment(text: &str) -> String {
    let text: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    text.replace("--", "- -").trim_end_matches('-').to_owned()
}
