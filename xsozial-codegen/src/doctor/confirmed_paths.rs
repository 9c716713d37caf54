//! Element paths of XSozial-basis that programs in production read: does this delivery have them?

use super::report::{Section, State, title};
use std::collections::BTreeSet;
use xsozial_schema::{
    Language, Schema,
    schema::{Content, ElementId, LeafTerm, TypeRef},
    store::Description,
};

/// The Kennung of XSozial-basis, and what its namespaces begin with.
const KENNUNG: &str = "urn:xoev-de:d-nrw:standard:xsozialbasis";
const NAMESPACE: &str = "https://portalverbund.d-nrw.de/efa/XSozial-basis/";

/// Paths that a program reads in real messages of version 2.4.0. The first step stands anywhere below a root; each further
/// one is a child of the one before, or, after `//`, stands anywhere below it.
const CONFIRMED: &[&str] = &[
    "vorgang",
    "person",
    "person//einrichtung",
    "dritte",
    "dritte/dritteID",
    "dritte/dritteTyp/code",
    "dritte/schriftgutempfaenger",
    "dritte/postfach/postfachID",
    "dritte/postfach/postfachTyp/code",
    "dritte/postfach/provider",
    "dritte/drittePerson/nichtNatuerlichePerson",
    "dritte/drittePerson/nichtNatuerlichePerson/anschrift/anschriftInland/gebaeude/strasse",
    "dritte/drittePerson/nichtNatuerlichePerson/anschrift/anschriftInland/gebaeude/postleitzahl",
    "dritte/drittePerson/nichtNatuerlichePerson/anschrift/anschriftInland/gebaeude/wohnort",
    "dritte/drittePerson/nichtNatuerlichePerson/anschrift/anschriftInland/gebaeude/teilnummerDerHausnummer",
    "dritte/drittePerson/nichtNatuerlichePerson/anschrift/anschriftInland/gebaeude/zusatzangaben",
    "dritte/drittePerson/nichtNatuerlichePerson/kommunikation/kanal/code",
    "dritte/drittePerson/nichtNatuerlichePerson/kommunikation/kennung",
    "dritte/drittePerson/nichtNatuerlichePerson/ansprechpartner/nameNatuerlichePerson/familienname/name",
    "dritte/drittePerson/nichtNatuerlichePerson/ansprechpartner/nameNatuerlichePerson/vorname/name",
    "dritte/drittePerson/nichtNatuerlichePerson/ansprechpartner/geburt/datum",
    "dritte/drittePerson/nichtNatuerlichePerson/ansprechpartner/staatsangehoerigkeit/staatsangehoerigkeit/code",
];

/// Which of the confirmed paths there are; nothing to say of other standards.
pub(super) fn section(schema: &Schema, description: &Description, language: Language) -> Section {
    let name = title(language, "XSozial-Pfade", "XSozial paths");
    if !is_xsozial_basis(description) {
        let other = title(
            language,
            "keine Lieferung von XSozial-basis",
            "no delivery of XSozial-basis",
        );
        return Section::new(name, State::Skipped, other);
    }
    let (present, absent): (Vec<&str>, Vec<&str>) = CONFIRMED.iter().partition(|path| has_path(schema, path));
    let (found, all) = (present.len(), CONFIRMED.len());
    let summary = match language {
        Language::German => format!("{found} von {all} Pfaden, die aus Version 2.4.0 bestätigt sind, gibt es hier"),
        Language::English => format!("{found} of {all} paths that are confirmed from version 2.4.0 are there"),
    };
    let state = if absent.is_empty() { State::Good } else { State::Note };
    let mark = |word: &'static str| move |path: &str| format!("{word} {path}");
    let absent = absent.into_iter().map(mark(title(language, "fehlt:", "missing:")));
    let present = present.into_iter().map(mark(title(language, "da:   ", "there:  ")));
    Section::new(name, state, summary).with(absent.chain(present), language)
}

fn is_xsozial_basis(description: &Description) -> bool {
    description.kennung.eq_ignore_ascii_case(KENNUNG)
        || description
            .namespaces
            .iter()
            .any(|namespace| namespace.is_own && namespace.uri.starts_with(NAMESPACE))
}

/// Whether a document can hold elements of these local names, one inside the other.
fn has_path(schema: &Schema, path: &str) -> bool {
    let globals = schema.global_elements.iter().map(|(_, id)| id);
    let mut found: BTreeSet<ElementId> = below(schema, globals.collect());
    for (part_index, part) in path.split("//").enumerate() {
        if part_index > 0 {
            found = below(schema, found);
        }
        for (step_index, step) in part.split('/').enumerate() {
            if step_index > 0 {
                found = found.iter().flat_map(|&element| children(schema, element)).collect();
            }
            found.retain(|&element| schema.names.local(schema.element(element).name) == step);
        }
    }
    !found.is_empty()
}

/// All elements that can stand inside these, however deep.
fn below(schema: &Schema, elements: BTreeSet<ElementId>) -> BTreeSet<ElementId> {
    let mut found = BTreeSet::new();
    let mut open: Vec<ElementId> = elements.into_iter().collect();
    while let Some(element) = open.pop() {
        for child in children(schema, element) {
            if found.insert(child) {
                open.push(child);
            }
        }
    }
    found
}

/// The elements that the declared type of an element admits as children, members of substitution groups included.
fn children(schema: &Schema, element: ElementId) -> Vec<ElementId> {
    let TypeRef::Complex(id) = schema.element(element).type_ref else {
        return Vec::new();
    };
    let Content::Elements(content) = &schema.complex_type(id).content else {
        return Vec::new();
    };
    let elements = content.leaves.iter().filter_map(|leaf| match leaf.term {
        LeafTerm::Element(child) => Some(child),
        LeafTerm::Wildcard(_) => None,
    });
    elements
        .flat_map(|child| std::iter::once(child).chain(schema.element(child).substitutes.iter().copied()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use xsozial_schema::xsd::Sources;

    #[test]
    fn paths_are_followed_through_types_and_groups() {
        let text = br#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
            <xs:element name="antrag"><xs:complexType><xs:sequence>
              <xs:element name="person" type="P"/><xs:element name="vorgang" type="xs:string"/>
            </xs:sequence></xs:complexType></xs:element>
            <xs:complexType name="P"><xs:sequence><xs:element name="kind" type="P" minOccurs="0"/>
              <xs:element name="schule"><xs:complexType><xs:sequence><xs:element name="einrichtung" type="xs:string"/>
              </xs:sequence></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:schema>"#;
        let schema = Schema::compile(Sources::new().bytes("a.xsd", text.to_vec())).unwrap();
        for path in [
            "vorgang",
            "person",
            "person//einrichtung",
            "person/kind/schule",
            "kind//kind",
        ] {
            assert!(has_path(&schema, path), "{path}");
        }
        for path in ["antrag", "person/einrichtung", "vorgang//einrichtung", "dritte"] {
            assert!(!has_path(&schema, path), "{path}");
        }
    }
}
