//! Where a document can be changed so that it breaks a rule.

use super::{Seen, change::Change, value::wrong_values};
use crate::sample::{
    grow::Grown,
    prefixes::Prefixes,
    tree::{Node, NodeId, NodeName, Slot, Text, Tree},
};
use xsozial_schema::{
    Code, NameId, NamespaceId, Schema,
    check::IdKind,
    schema::{ComplexType, Content, ElementContent, ElementId, SimpleTypeId, TypeRef},
};

/// Of more children only the first are left out or moved.
const MOST_CHILDREN: usize = 100;
/// An ID that no document gives out.
const NOBODY: &str = "gibt-es-nicht";

/// What a change breaks: the element, what of it (the name of a child or attribute), and the code.
pub(super) type Key = (Option<ElementId>, Option<NameId>, &'static str);

/// All changes that break a rule which was not broken before, each with the code of what is wrong then.
pub(super) fn changes(schema: &Schema, prefixes: &Prefixes, grown: &Grown, seen: &mut Seen) -> Vec<(Change, Code)> {
    let mut finder = Finder {
        schema,
        prefixes,
        tree: &grown.tree,
        seen,
        found: Vec::new(),
    };
    for id in 0..grown.tree.nodes.len() {
        finder.node(id);
    }
    finder.references(grown);
    finder.found
}

struct Finder<'f> {
    schema: &'f Schema,
    prefixes: &'f Prefixes,
    tree: &'f Tree,
    seen: &'f mut Seen,
    found: Vec<(Change, Code)>,
}

impl Finder<'_> {
    fn add(&mut self, node: NodeId, part: Option<NameId>, code: Code, change: Change) {
        let key = (self.tree.nodes[node].declaration, part, code.as_str());
        if self.seen.insert(key) {
            self.found.push((change, code));
        }
    }

    fn node(&mut self, id: NodeId) {
        let node = &self.tree.nodes[id];
        // What nobody declared, nobody checks.
        let Some(declaration) = node.declaration.map(|id| self.schema.element(id)) else {
            return;
        };
        match node.named_type.unwrap_or(declaration.type_ref) {
            TypeRef::Simple(_) => self.text(id),
            TypeRef::Complex(complex) => {
                let complex = self.schema.complex_type(complex);
                self.attributes(id, complex);
                match &complex.content {
                    Content::Simple(_) => self.text(id),
                    Content::Elements(content) => self.children(id, content),
                    Content::Empty => {}
                }
            }
        }
    }

    fn text(&mut self, id: NodeId) {
        let node = &self.tree.nodes[id];
        let Some(text) = &node.text else { return };
        // An empty element has the value that the schema gives it.
        let has_default = node
            .declaration
            .is_some_and(|id| self.schema.element(id).constraint.is_some());
        let slot = Slot {
            node: id,
            attribute: None,
        };
        for (wrong, code) in self.wrong(text) {
            if !(has_default && wrong.is_empty()) {
                self.add(id, None, code, Change::Value(slot, wrong));
            }
        }
    }

    /// Texts that are no values in place of this one.
    fn wrong(&self, text: &Text) -> Vec<(String, Code)> {
        match text.simple_type {
            Some(simple) if !text.is_fixed => wrong_values(self.schema, self.prefixes, simple),
            _ => Vec::new(),
        }
    }

    fn attributes(&mut self, id: NodeId, complex: &ComplexType) {
        let attributes = &self.tree.nodes[id].attributes;
        for (index, attribute) in attributes.iter().enumerate() {
            let Some(declared) = complex.attributes.iter().find(|known| known.name == attribute.name) else {
                continue;
            };
            if declared.required {
                let mut others = attributes.clone();
                others.remove(index);
                let change = Change::Attributes(id, others);
                self.add(id, Some(attribute.name), Code::AttributeMissing, change);
            }
            let slot = Slot {
                node: id,
                attribute: Some(index),
            };
            for (wrong, code) in self.wrong(&attribute.value) {
                self.add(id, Some(attribute.name), code, Change::Value(slot, wrong));
            }
        }
    }

    /// Leaves children out, and puts them behind their neighbours.
    fn children(&mut self, id: NodeId, content: &ElementContent) {
        let children = &self.tree.nodes[id].children;
        for index in 0..children.len().min(MOST_CHILDREN) {
            let mut without = children.clone();
            without.remove(index);
            let mut moved = children.clone();
            if index + 1 < moved.len() {
                moved.swap(index, index + 1);
            }
            let (name, _) = name_of(self.schema, &self.tree.nodes[children[index]]);
            for changed in [without, moved] {
                if let Some(code) = self.fault(content, &changed) {
                    self.add(id, Some(name), code, Change::Children(id, changed));
                }
            }
        }
    }

    /// What the automaton has against these children.
    fn fault(&self, content: &ElementContent, children: &[NodeId]) -> Option<Code> {
        let automaton = &content.automaton;
        let names = &self.schema.names;
        let mut cursor = automaton.start();
        for &child in children {
            let (name, namespace) = name_of(self.schema, &self.tree.nodes[child]);
            let wildcards = &self.schema.wildcards;
            if automaton.step(&mut cursor, name, namespace, wildcards).is_none() {
                let is_ahead = automaton.stands_too_early(cursor, (name, namespace), wildcards, names);
                let fault = automaton.diagnose_knowing(is_ahead, cursor, Some(name), None, names);
                return Some(fault.code);
            }
        }
        let ends = automaton.may_end(cursor);
        (!ends).then(|| automaton.diagnose(cursor, None, None, names).code)
    }

    /// References that find nothing, and IDs that are given twice.
    fn references(&mut self, grown: &Grown) {
        for reference in &grown.references {
            let is_value = self
                .schema
                .check_value(reference.simple_type, NOBODY, self.prefixes)
                .is_ok();
            if is_value && !grown.ids.contains(NOBODY) {
                let change = Change::Value(reference.slot, NOBODY.to_owned());
                let part = self.attribute_name(reference.slot);
                self.add(reference.slot.node, part, Code::IdReference, change);
            }
        }
        let mut first: Option<(SimpleTypeId, &str)> = None;
        for slot in self.slots() {
            let Some(text) = self.tree.value(slot) else { continue };
            let Some(simple) = text.simple_type.filter(|&it| self.schema.id_kind(it) == IdKind::Id) else {
                continue;
            };
            match first {
                None => first = Some((simple, &text.content)),
                // The first ID is a value of this type only if both have one.
                Some((of_first, given)) if of_first == simple => {
                    let part = self.attribute_name(slot);
                    let change = Change::Value(slot, given.to_owned());
                    self.add(slot.node, part, Code::IdDuplicate, change);
                }
                Some(_) => {}
            }
        }
    }

    /// The places of all values of the document.
    fn slots(&self) -> Vec<Slot> {
        let nodes = self.tree.nodes.iter().enumerate();
        let of_node = nodes.flat_map(|(node, known)| {
            let attributes = (0..known.attributes.len()).map(Some);
            attributes.chain([None]).map(move |attribute| Slot { node, attribute })
        });
        of_node.collect()
    }

    fn attribute_name(&self, slot: Slot) -> Option<NameId> {
        let attributes = &self.tree.nodes[slot.node].attributes;
        slot.attribute
            .and_then(|index| attributes.get(index))
            .map(|attribute| attribute.name)
    }
}

fn name_of(schema: &Schema, node: &Node) -> (NameId, NamespaceId) {
    match node.name {
        NodeName::Known(name) => (name, schema.names.namespace_of(name)),
        NodeName::MadeUp(namespace) => (NameId::UNKNOWN, namespace),
    }
}
