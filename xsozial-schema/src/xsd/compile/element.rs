//! Element declarations.

use super::Compiler;
use crate::{
    names::index_of,
    schema::{Content, Element, ElementId, SimpleTypeId, SourceLocation, TypeRef, ValueConstraint},
    xsd::{
        components::{ElementComponent, ElementType, RawConstraint, TypeComponent},
        fault::SchemaFault,
    },
};

impl<'c> Compiler<'c> {
    /// Compiles the global elements into the places that are reserved for them.
    pub(super) fn global_elements(&mut self) -> Result<(), SchemaFault> {
        let components = self.components;
        // Placeholders keep the first places free while local elements are added behind them.
        for component in components.elements.items() {
            let element = Self::element_shell(component);
            self.data.elements.push(element);
        }
        self.read_groups()?;
        for (index, component) in components.elements.items().iter().enumerate() {
            if self.type_giver(index).is_none() {
                let type_ref = self.element_type(component)?;
                self.complete(ElementId::new(index_of(index)), component, type_ref)?;
            }
        }
        for (index, component) in components.elements.items().iter().enumerate() {
            if let Some(giver) = self.type_giver(index) {
                let type_ref = self.data.elements[giver.index()].type_ref;
                self.complete(ElementId::new(index_of(index)), component, type_ref)?;
            }
        }
        Ok(())
    }

    /// Compiles a local element.
    pub(super) fn local_element(&mut self, component: &'c ElementComponent) -> Result<ElementId, SchemaFault> {
        let id = ElementId::new(index_of(self.data.elements.len()));
        self.data.elements.push(Self::element_shell(component));
        let type_ref = self.element_type(component)?;
        self.complete(id, component, type_ref)?;
        Ok(id)
    }

    fn element_shell(component: &ElementComponent) -> Element {
        Element {
            name: component.name,
            type_ref: TypeRef::Complex(Self::ANY_TYPE),
            is_global: component.is_global,
            is_nillable: component.is_nillable,
            is_abstract: component.is_abstract,
            constraint: None,
            block: component.block,
            substitutes: Vec::new(),
            identities: Vec::new(),
            annotation: component.annotation.0.clone(),
            source: component.source.0,
        }
    }

    fn element_type(&mut self, component: &'c ElementComponent) -> Result<TypeRef, SchemaFault> {
        Ok(match &component.element_type {
            ElementType::Absent => TypeRef::Complex(Self::ANY_TYPE),
            ElementType::Named(name) => self.type_ref(*name, component.source.0)?,
            ElementType::Inline(inline) => match &**inline {
                TypeComponent::Simple(simple) => TypeRef::Simple(self.anonymous_simple(simple)?),
                TypeComponent::Complex(complex) => TypeRef::Complex(self.anonymous_complex(complex)),
            },
        })
    }

    /// Gives an element its type, and what depends on it.
    fn complete(
        &mut self,
        id: ElementId,
        component: &'c ElementComponent,
        type_ref: TypeRef,
    ) -> Result<(), SchemaFault> {
        self.data.elements[id.index()].type_ref = type_ref;
        if let Some(constraint) = &component.constraint {
            self.constraints.push((id, constraint));
        }
        self.add_identities(id, &component.identities)
    }

    /// Gives the elements their default and fixed values. All types are compiled: an element may stand in its own type.
    pub(super) fn complete_constraints(&mut self) -> Result<(), SchemaFault> {
        for (id, raw) in std::mem::take(&mut self.constraints) {
            let Element { type_ref, source, .. } = self.data.elements[id.index()];
            let value_type = self.value_type(type_ref, source)?;
            self.data.elements[id.index()].constraint = Some(self.constraint(raw, value_type));
        }
        Ok(())
    }

    /// The simple type of an element's text; `None` for mixed content.
    fn value_type(&mut self, type_ref: TypeRef, from: SourceLocation) -> Result<Option<SimpleTypeId>, SchemaFault> {
        match type_ref {
            TypeRef::Simple(id) => Ok(Some(id)),
            TypeRef::Complex(id) => {
                let complex = self.ensure_complex(id, from)?;
                match &complex.content {
                    Content::Simple(id) => Ok(Some(*id)),
                    Content::Elements(content) if content.mixed => Ok(None),
                    _ => Err(self.invalid(from, "an element without text has a default or fixed value")),
                }
            }
        }
    }

    /// A default or fixed value after the type's white-space handling.
    pub(super) fn constraint(&self, raw: &RawConstraint, value_type: Option<SimpleTypeId>) -> ValueConstraint {
        let normalise = |text: &str| match value_type {
            Some(id) => {
                let white_space = self.data.simple_types[id.index()].facets.white_space;
                white_space.normalise(text).into_owned()
            }
            None => text.to_owned(),
        };
        match raw {
            RawConstraint::Default(text) => ValueConstraint::Default(normalise(text)),
            RawConstraint::Fixed(text) => ValueConstraint::Fixed(normalise(text)),
        }
    }
}
