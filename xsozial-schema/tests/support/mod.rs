//! What tests of the compiler share: small schemas in memory, and stepping their automata.
#![allow(
    clippy::panic,
    dead_code,
    reason = "helpers of tests fail by panicking; no test uses all of them"
)]

use xsozial_schema::{
    Code, Schema,
    schema::{ComplexType, Content, ElementContent, LeafTerm, TypeRef},
    xsd::{XsdError, source::Sources},
};

/// The target namespace of [`HEAD`].
pub(crate) const TARGET: &str = "urn:example:t";

/// The start tag of a schema whose components begin on line 3.
pub(crate) const HEAD: &str = r#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:example:t"
 targetNamespace="urn:example:t" elementFormDefault="qualified">
"#;

/// A whole document of these components.
pub(crate) fn document(components: &str) -> String {
    format!("{HEAD}{components}</xs:schema>")
}

/// Compiles one document of these components.
pub(crate) fn compile(components: &str) -> Result<Schema, XsdError> {
    compile_all(&[("t.xsd", &document(components))])
}

/// Compiles documents in memory.
pub(crate) fn compile_all(documents: &[(&str, &str)]) -> Result<Schema, XsdError> {
    let mut sources = Sources::new();
    for (name, text) in documents {
        sources = sources.bytes(*name, text.as_bytes().to_vec());
    }
    Schema::compile(sources)
}

/// Why these components are refused.
pub(crate) fn refusal(components: &str) -> String {
    match compile(components) {
        Ok(_) => panic!("should be refused: {components}"),
        Err(error) => error.to_string(),
    }
}

/// The type of this name in a namespace.
pub(crate) fn type_in<'s>(schema: &'s Schema, namespace: &str, local: &str) -> &'s ComplexType {
    let name = schema.names.lookup(schema.names.namespace(namespace), local);
    match schema.global_type(name) {
        Some(TypeRef::Complex(id)) => schema.complex_type(id),
        other => panic!("{local} is {other:?}"),
    }
}

/// The type of this name in the target namespace.
pub(crate) fn complex<'s>(schema: &'s Schema, local: &str) -> &'s ComplexType {
    type_in(schema, TARGET, local)
}

/// The element content of a type.
pub(crate) fn content(complex: &ComplexType) -> &ElementContent {
    match &complex.content {
        Content::Elements(content) => content,
        other => panic!("{other:?}"),
    }
}

/// The elements of a content model as their prefixed names.
pub(crate) fn leaves(schema: &Schema, complex: &ComplexType) -> Vec<String> {
    let leaves = content(complex).leaves.iter().map(|leaf| match leaf.term {
        LeafTerm::Element(id) => schema.names.prefixed(schema.element(id).name),
        LeafTerm::Wildcard(_) => "*".to_owned(),
    });
    leaves.collect()
}

/// Steps over elements of the target namespace, given by their local names. The leaves of the steps, or the code of the
/// fault and the elements that were expected.
pub(crate) fn run(schema: &Schema, complex: &ComplexType, elements: &str) -> Result<Vec<u32>, (Code, Vec<String>)> {
    let automaton = &content(complex).automaton;
    let namespace = schema.names.namespace(TARGET);
    let mut cursor = automaton.start();
    let refused = |cursor, name, found| {
        let fault = automaton.diagnose(cursor, name, found, &schema.names);
        let open = automaton.open_transitions(cursor);
        let expected = open.map(|transition| match transition.label {
            xsozial_schema::content::Label::Element(name, _) => schema.names.local(name).to_owned(),
            xsozial_schema::content::Label::Wildcard(_) => "*".to_owned(),
        });
        (fault.code, expected.collect())
    };
    let mut steps = Vec::new();
    for local in elements.split_whitespace() {
        let name = schema.names.lookup(namespace, local);
        match automaton.step(&mut cursor, name, namespace, &schema.wildcards) {
            Some(step) => steps.push(step.leaf),
            None => return Err(refused(cursor, Some(name), Some(local))),
        }
    }
    if automaton.may_end(cursor) {
        Ok(steps)
    } else {
        Err(refused(cursor, None, None))
    }
}
