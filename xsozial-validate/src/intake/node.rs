//! The elements that fields stand in, as a tree that shares their steps.

use crate::engine::Desk;
use xsozial_model::xml::push_element_step;
use xsozial_schema::{
    NameId, Schema,
    schema::{Annotation, ElementId, TypeRef},
};

/// An element that began.
#[derive(Clone, Copy)]
pub(super) struct Node {
    parent: Option<u32>,
    name: NameId,
    /// Where its name stands among the unknown names, if the schema does not know it.
    unknown: (usize, usize),
    occurrence: u32,
    element: Option<ElementId>,
    type_ref: Option<TypeRef>,
}

/// All elements that began so far.
#[derive(Clone, Default)]
pub(super) struct Nodes {
    nodes: Vec<Node>,
    unknown: String,
}

impl Nodes {
    /// Adds the innermost element of the desk.
    pub(super) fn add(
        &mut self,
        parent: Option<u32>,
        element: Option<ElementId>,
        type_ref: Option<TypeRef>,
        desk: &Desk<'_>,
    ) -> u32 {
        let (name, text, occurrence) = desk.innermost().unwrap_or((NameId::UNKNOWN, "", 1));
        let start = self.unknown.len();
        if name == NameId::UNKNOWN {
            self.unknown.push_str(text);
        }
        self.nodes.push(Node {
            parent,
            name,
            unknown: (start, self.unknown.len()),
            occurrence,
            element,
            type_ref,
        });
        u32::try_from(self.nodes.len() - 1).unwrap_or(u32::MAX)
    }

    /// The element and those around it, the outermost first.
    fn chain(&self, node: u32) -> Vec<&Node> {
        let mut chain = Vec::new();
        let mut next = Some(node);
        while let Some(node) = next.and_then(|node| self.nodes.get(node as usize)) {
            chain.push(node);
            next = node.parent;
        }
        chain.reverse();
        chain
    }

    /// The path of an element, as findings have it.
    pub(super) fn path(&self, node: u32, schema: &Schema) -> String {
        let mut path = String::new();
        for step in self.chain(node) {
            push_element_step(&self.expanded(step, schema), step.occurrence, &mut path);
        }
        path
    }

    /// What people call the element and those around it, the outermost first.
    pub(super) fn labels(&self, node: u32, schema: &Schema) -> Vec<String> {
        self.chain(node)
            .into_iter()
            .map(|step| self.label_of(step, schema))
            .collect()
    }

    /// What people call the element: the title that the schema gives it, or else its name (of a FIM field the field's).
    pub(super) fn label(&self, node: u32, schema: &Schema) -> String {
        let node = self.nodes.get(node as usize);
        node.map_or_else(String::new, |node| self.label_of(node, schema))
    }

    /// What the schema says of the element.
    pub(super) fn description(&self, node: u32, schema: &Schema) -> Option<String> {
        let node = self.nodes.get(node as usize)?;
        annotations(node, schema).find_map(|annotation| {
            let text = annotation.documentation.join("\n");
            (!text.is_empty()).then_some(text)
        })
    }

    /// The element around this one.
    pub(super) fn parent(&self, node: u32) -> Option<u32> {
        self.nodes.get(node as usize)?.parent
    }

    /// Whether the element has this name, which the schema knows.
    pub(super) fn is_called(&self, node: u32, local: &str, schema: &Schema) -> bool {
        let node = self.nodes.get(node as usize);
        node.is_some_and(|node| node.name != NameId::UNKNOWN && schema.names.local(node.name) == local)
    }

    /// The type that the element was checked against.
    pub(super) fn type_ref(&self, node: u32) -> Option<TypeRef> {
        self.nodes.get(node as usize)?.type_ref
    }

    fn label_of(&self, node: &Node, schema: &Schema) -> String {
        let own = node.element.and_then(|id| schema.element(id).annotation.title());
        own.unwrap_or_else(|| match node.name {
            NameId::UNKNOWN => {
                let name = self.expanded(node, schema);
                name.rsplit('}').next().unwrap_or(&name).to_owned()
            }
            known => schema.readable_name(known).to_owned(),
        })
    }

    fn expanded(&self, node: &Node, schema: &Schema) -> String {
        match node.name {
            NameId::UNKNOWN => self
                .unknown
                .get(node.unknown.0..node.unknown.1)
                .unwrap_or_default()
                .to_owned(),
            known => schema.names.expanded(known),
        }
    }
}

/// What the schema says of an element: at its declaration, then at its type.
fn annotations<'s>(node: &Node, schema: &'s Schema) -> impl Iterator<Item = &'s Annotation> {
    let element = node.element.map(|id| &schema.element(id).annotation);
    let type_ref = node.type_ref.map(|type_ref| match type_ref {
        TypeRef::Simple(id) => &schema.simple_type(id).annotation,
        TypeRef::Complex(id) => &schema.complex_type(id).annotation,
    });
    element.into_iter().chain(type_ref)
}
