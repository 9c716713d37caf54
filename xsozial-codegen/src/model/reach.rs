//! Which types documents can need: those that the global elements lead to.

use super::{
    derivation::{complex_base, complex_type_ids, extensions_of, is_any_type, is_code},
    simple::{SimpleShape, shape},
};
use std::collections::{BTreeMap, BTreeSet};
use xsozial_schema::{
    NameId, Schema,
    schema::{ComplexTypeId, Content, ElementId, LeafTerm, SimpleTypeId, TypeRef},
};

/// Who holds an anonymous type, and so gives it its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holder {
    /// A global element.
    Global(ElementId),
    /// A type with an element or attribute of this name.
    Member(ComplexTypeId, NameId),
    /// A type whose simple content it is.
    Content(ComplexTypeId),
    /// A global element of a simple type.
    None,
}

/// What documents can need.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reached {
    /// The complex types that become code, each with its holder.
    pub(crate) complex: BTreeMap<ComplexTypeId, Holder>,
    /// The enumerations that become enums, each with its holder.
    pub(crate) enumerations: BTreeMap<SimpleTypeId, Holder>,
    /// The declared types that others may stand in for, and those others.
    pub(crate) variants: BTreeMap<ComplexTypeId, Vec<ComplexTypeId>>,
    /// The heads of substitution groups that content models name.
    pub(crate) substitutions: BTreeSet<ElementId>,
    /// The elements that are roots of documents, in the order of the schema.
    pub(crate) roots: Vec<ElementId>,
}

/// Finds what the global elements lead to. A schema without global elements is a library: there every named type counts.
pub(crate) fn reach(schema: &Schema) -> Reached {
    let mut walk = Walk {
        schema,
        reached: Reached::default(),
        plain: BTreeSet::new(),
        open: Vec::new(),
    };
    for (_, element) in schema.global_elements.iter() {
        if !schema.element(element).is_abstract {
            walk.reached.roots.push(element);
            walk.element(element, Holder::Global(element));
        }
    }
    walk.reached.roots.sort_by_key(|&root| {
        (
            schema.element(root).source,
            schema.names.expanded(schema.element(root).name),
        )
    });
    if walk.reached.roots.is_empty() {
        for id in complex_type_ids(schema).filter(|&id| schema.complex_type(id).name.is_some()) {
            walk.complex(id, Holder::None);
        }
    }
    while let Some(id) = walk.open.pop() {
        walk.members(id);
    }
    walk.reached
}

struct Walk<'s> {
    schema: &'s Schema,
    reached: Reached,
    /// Complex types that have been seen and need no code.
    plain: BTreeSet<ComplexTypeId>,
    /// Complex types whose members are still to be looked at.
    open: Vec<ComplexTypeId>,
}

impl Walk<'_> {
    fn element(&mut self, element: ElementId, holder: Holder) {
        let declaration = self.schema.element(element);
        match declaration.type_ref {
            TypeRef::Simple(simple_type) => self.simple(simple_type, holder),
            TypeRef::Complex(id) => {
                self.complex(id, holder);
                if !declaration.block.extension && !is_any_type(self.schema, id) && !is_code(self.schema, id) {
                    self.variants(id);
                }
            }
        }
    }

    fn variants(&mut self, base: ComplexTypeId) {
        if self.reached.variants.contains_key(&base) {
            return;
        }
        let extensions = extensions_of(self.schema, base);
        for &extension in &extensions {
            self.complex(extension, Holder::None);
        }
        self.reached.variants.insert(base, extensions);
    }

    fn complex(&mut self, id: ComplexTypeId, holder: Holder) {
        if self.reached.complex.contains_key(&id) || self.plain.contains(&id) {
            return;
        }
        if is_any_type(self.schema, id) {
            self.plain.insert(id);
            return;
        }
        self.reached.complex.insert(id, holder);
        if !is_code(self.schema, id) {
            self.open.push(id);
        }
    }

    fn members(&mut self, id: ComplexTypeId) {
        let complex_type = self.schema.complex_type(id);
        for attribute in &complex_type.attributes {
            let is_fixed = attribute
                .constraint
                .as_ref()
                .is_some_and(|value| value.fixed().is_some());
            if !is_fixed {
                let owner = owner_of_attribute(self.schema, id, attribute.name, attribute.simple_type);
                self.simple(attribute.simple_type, Holder::Member(owner, attribute.name));
            }
        }
        match &complex_type.content {
            Content::Empty => {}
            Content::Simple(simple_type) => self.simple(*simple_type, Holder::Content(id)),
            Content::Elements(content) => {
                for leaf in &content.leaves {
                    if let LeafTerm::Element(element) = leaf.term {
                        let owner = owner_of_element(self.schema, id, element);
                        let name = self.schema.element(element).name;
                        self.element(element, Holder::Member(owner, name));
                        // The members themselves are reached as global elements.
                        if !self.schema.element(element).substitutes.is_empty() {
                            self.reached.substitutions.insert(element);
                        }
                    }
                }
            }
        }
    }

    fn simple(&mut self, id: SimpleTypeId, holder: Holder) {
        match shape(self.schema, id) {
            SimpleShape::Enumeration(enumeration) => {
                self.reached.enumerations.entry(enumeration).or_insert(holder);
            }
            SimpleShape::List(item) => self.simple(item, holder),
            SimpleShape::Value(_) => {}
        }
    }
}

/// The type that declares an element which `id` has, perhaps by inheritance.
fn owner_of_element(schema: &Schema, id: ComplexTypeId, element: ElementId) -> ComplexTypeId {
    owner(schema, id, |candidate| match &schema.complex_type(candidate).content {
        Content::Elements(content) => content
            .leaves
            .iter()
            .any(|leaf| leaf.term == LeafTerm::Element(element)),
        Content::Empty | Content::Simple(_) => false,
    })
}

/// The type that declares an attribute which `id` has, perhaps by inheritance.
fn owner_of_attribute(schema: &Schema, id: ComplexTypeId, name: NameId, simple_type: SimpleTypeId) -> ComplexTypeId {
    owner(schema, id, |candidate| {
        let attributes = &schema.complex_type(candidate).attributes;
        attributes
            .iter()
            .any(|attribute| attribute.name == name && attribute.simple_type == simple_type)
    })
}

fn owner(schema: &Schema, id: ComplexTypeId, has: impl Fn(ComplexTypeId) -> bool) -> ComplexTypeId {
    let mut owner = id;
    // A chain of derivations cannot be longer than there are types.
    for _ in 0..schema.complex_types.len() {
        match complex_base(schema.complex_type(owner)) {
            // What a type looked like before it was redefined has no name to give.
            Some(base) if schema.complex_type(base).name.is_some() && has(base) => owner = base,
            _ => break,
        }
    }
    owner
}
