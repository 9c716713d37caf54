//! Code types: what they say of their code list (XÖV Handbuch, Code-Typen 1 to 4).

use crate::{
    names::Names,
    schema::{
        AttributeUse, CodeBinding, CodeTyp, ComplexType, Content, Element, LeafTerm, SchemaData, SimpleType, TypeRef,
        ValueConstraint,
    },
};

/// Finds the code types by their shape and notes the list each is bound to.
///
/// A code type has the attributes `listURI` and `listVersionID` and an element `code` of a simple type; which of the
/// four kinds it is follows from what is fixed and whether the codes are enumerated.
pub(super) fn bind(data: &mut SchemaData) {
    let names = &data.names;
    for complex in &mut data.complex_types {
        complex.code = binding(complex, names, &data.elements, &data.simple_types);
    }
}

fn binding(
    complex: &ComplexType,
    names: &Names,
    elements: &[Element],
    simple_types: &[SimpleType],
) -> Option<CodeBinding> {
    let attribute = |local: &str| complex.attributes.iter().find(|it| names.local(it.name) == local);
    let (uri, version) = (attribute("listURI")?, attribute("listVersionID")?);
    let Content::Elements(content) = &complex.content else {
        return None;
    };
    let code = content.leaves.iter().find_map(|leaf| match leaf.term {
        LeafTerm::Element(id) => {
            let element = &elements[id.index()];
            (names.local(element.name) == "code").then_some(element)
        }
        LeafTerm::Wildcard(_) => None,
    })?;
    let TypeRef::Simple(simple) = code.type_ref else {
        return None;
    };
    let is_enumerated = !simple_types[simple.index()].facets.enumeration.is_empty();
    let (list_uri, list_version) = (fixed(uri), fixed(version));
    let typ = match (&list_uri, &list_version) {
        (Some(_), Some(_)) if is_enumerated => CodeTyp::Typ1,
        (Some(_), Some(_)) => CodeTyp::Typ2,
        (Some(_), None) => CodeTyp::Typ3,
        (None, _) => CodeTyp::Typ4,
    };
    let appinfo = Appinfo::of(complex);
    Some(CodeBinding {
        typ,
        list_uri,
        list_version,
        name: appinfo.text("nameLang").unwrap_or_default(),
        code_column: appinfo.text("genutzteCodeSpalte").unwrap_or_default(),
    })
}

fn fixed(attribute: &AttributeUse) -> Option<String> {
    attribute
        .constraint
        .as_ref()
        .and_then(ValueConstraint::fixed)
        .map(str::to_owned)
}

/// The application information of a type, searched by element name.
struct Appinfo(Vec<(String, String)>);

impl Appinfo {
    fn of(complex: &ComplexType) -> Self {
        let mut texts = Vec::new();
        for fragment in &complex.annotation.appinfo {
            // Prefixes that are bound further up make the fragment unreadable by itself; then it says nothing here.
            let wrapped = format!("<appinfo>{fragment}</appinfo>");
            if let Ok(tree) = roxmltree::Document::parse(&wrapped) {
                for node in tree.descendants().filter(roxmltree::Node::is_element) {
                    let text = node.text().unwrap_or_default().trim();
                    if !text.is_empty() {
                        texts.push((node.tag_name().name().to_owned(), text.to_owned()));
                    }
                }
            }
        }
        Self(texts)
    }

    fn text(&self, name: &str) -> Option<String> {
        self.0
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, text)| text.clone())
    }
}
