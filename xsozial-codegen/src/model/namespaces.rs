//! Which namespaces the root element declares.

use super::derivation::{extensions_of, has_named_restrictions, is_any_type, is_code};
use std::collections::BTreeSet;
use xsozial_schema::{
    NamespaceId, Schema,
    schema::{ComplexTypeId, Content, ElementId, LeafTerm, TypeRef},
};

/// The namespaces of all elements and attributes that can stand below a root, and of the types that `xsi:type` can name
/// there. In the order of their ids.
pub(super) fn of_root(schema: &Schema, root: ElementId) -> Vec<NamespaceId> {
    let mut walk = Walk {
        schema,
        namespaces: BTreeSet::new(),
        seen: BTreeSet::new(),
        open: Vec::new(),
    };
    walk.element(root);
    while let Some(id) = walk.open.pop() {
        walk.members(id);
    }
    for declared_otherwise in [NamespaceId::NONE, NamespaceId::XML] {
        walk.namespaces.remove(&declared_otherwise);
    }
    walk.namespaces.into_iter().collect()
}

struct Walk<'s> {
    schema: &'s Schema,
    namespaces: BTreeSet<NamespaceId>,
    seen: BTreeSet<ComplexTypeId>,
    open: Vec<ComplexTypeId>,
}

impl Walk<'_> {
    /// An element of a content model, and those that may stand in for it.
    fn particle(&mut self, id: ElementId) {
        self.element(id);
        for &member in &self.schema.element(id).substitutes {
            self.element(member);
        }
    }

    fn element(&mut self, id: ElementId) {
        let element = self.schema.element(id);
        self.namespaces.insert(self.schema.names.namespace_of(element.name));
        if element.is_nillable {
            self.namespaces.insert(NamespaceId::XSI);
        }
        if let TypeRef::Complex(complex) = element.type_ref {
            self.complex(complex);
            if !element.block.extension && !is_any_type(self.schema, complex) {
                self.extensions(complex);
            }
        }
    }

    fn extensions(&mut self, base: ComplexTypeId) {
        for extension in extensions_of(self.schema, base) {
            self.namespaces.insert(NamespaceId::XSI);
            let name = self.schema.complex_type(extension).name;
            self.namespaces
                .extend(name.map(|name| self.schema.names.namespace_of(name)));
            self.complex(extension);
        }
    }

    fn complex(&mut self, id: ComplexTypeId) {
        if self.seen.insert(id) {
            self.open.push(id);
        }
    }

    fn members(&mut self, id: ComplexTypeId) {
        let complex_type = self.schema.complex_type(id);
        // A code of the base type seldom names another; where one does, it declares the namespace itself.
        if has_named_restrictions(self.schema, id) && !is_code(self.schema, id) {
            self.namespaces.insert(NamespaceId::XSI);
        }
        for attribute in &complex_type.attributes {
            self.namespaces.insert(self.schema.names.namespace_of(attribute.name));
        }
        if let Content::Elements(content) = &complex_type.content {
            for leaf in &content.leaves {
                if let LeafTerm::Element(element) = leaf.term {
                    self.particle(element);
                }
            }
        }
    }
}
