//! What the XDatenfelder file says beside the XSD, added to the compiled schema: names, help texts, rules, what codes mean.

use super::{
    documentation,
    model::{Datenfeld, Datenschema, Element},
    shape::with_version,
};
use crate::{
    NameId, NamespaceId,
    names::index_of,
    schema::{Annotation, SchemaData, TypeRef},
};
use rustc_hash::FxHashMap;

/// Adds what a file says to the elements of its ids. With a namespace only those in it are meant. Answers whether any
/// element has one of the ids.
pub(crate) fn describe(data: &mut SchemaData, schema: &Datenschema, namespace: Option<&str>) -> bool {
    let namespace = match namespace {
        None => None,
        Some(uri) => match data.names.namespaces().find(|&known| data.names.uri(known) == uri) {
            Some(known) => Some(known),
            None => return false,
        },
    };
    let known = by_name(schema);
    let described = label(data, schema, &known, namespace);
    let mut documented = false;
    for index in 0..data.elements.len() {
        let element = &data.elements[index];
        let Some(&of_file) = described.get(&element.name) else {
            continue;
        };
        documented = true;
        let type_ref = element.type_ref;
        add_texts(&mut data.elements[index].annotation, documentation::of_element(of_file));
        if let (Element::Feld(feld), TypeRef::Simple(simple)) = (of_file, type_ref) {
            explain_codes(data, simple.index(), feld);
        }
    }
    if documented && data.standard.name.is_empty() {
        data.standard.name.clone_from(&schema.wurzel.angaben().name);
        data.standard.kennung.clone_from(&schema.identifikation().id);
        data.standard.version.clone_from(&schema.identifikation().version);
    }
    documented
}

/// The elements of the file by every name that a schema may give them. Of several with one name the first counts.
fn by_name(schema: &Datenschema) -> FxHashMap<String, &Element> {
    let mut known = FxHashMap::default();
    for element in schema.elements() {
        let identifikation = &element.angaben().identifikation;
        let as_written = format!("{}V{}", identifikation.id, identifikation.version);
        for name in [
            identifikation.id.clone(),
            as_written,
            with_version(schema.fassung, identifikation),
        ] {
            known.entry(name).or_insert(element);
        }
    }
    known
}

/// Gives names their labels, and answers which element of the file each name means.
fn label<'f>(
    data: &mut SchemaData,
    schema: &'f Datenschema,
    known: &FxHashMap<String, &'f Element>,
    namespace: Option<NamespaceId>,
) -> FxHashMap<NameId, &'f Element> {
    let root = format!("fim.{}.", schema.identifikation().id);
    let mut described = FxHashMap::default();
    for name in (0..index_of(data.names.len())).map(NameId::new) {
        if namespace.is_some_and(|wanted| data.names.namespace_of(name) != wanted) {
            continue;
        }
        let local = data.names.local(name);
        let is_root = local
            .strip_prefix(&root)
            .is_some_and(|version| version.bytes().all(|byte| byte.is_ascii_digit()));
        let element = if is_root {
            Some(&schema.wurzel)
        } else {
            known.get(local).copied()
        };
        if let Some(element) = element {
            described.insert(name, element);
            let label = &element.angaben().name;
            data.labels.entry(name).or_insert_with(|| label.clone());
        }
    }
    described
}

fn add_texts(annotation: &mut Annotation, texts: Vec<String>) {
    for text in texts {
        if !annotation.documentation.contains(&text) {
            annotation.documentation.push(text);
        }
    }
}

fn explain_codes(data: &mut SchemaData, simple_type: usize, feld: &Datenfeld) {
    let Some(simple_type) = data.simple_types.get_mut(simple_type) else {
        return;
    };
    let meanings: FxHashMap<&str, _> = feld.werte.iter().map(|wert| (wert.code.as_str(), wert)).collect();
    for value in &mut simple_type.facets.enumeration {
        let Some(wert) = meanings.get(value.text.as_str()) else {
            continue;
        };
        let name = (!wert.name.is_empty()).then(|| wert.name.clone());
        let texts: Vec<String> = name.into_iter().chain(wert.hilfe.clone()).collect();
        add_first(&mut value.annotation, texts);
    }
}

/// What a code means stands first: it is what a reader of the schema shows.
fn add_first(annotation: &mut Annotation, mut texts: Vec<String>) {
    texts.retain(|text| !annotation.documentation.contains(text));
    annotation.documentation.splice(0..0, texts);
}
