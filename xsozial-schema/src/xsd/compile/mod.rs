//! From components to the compiled schema.

mod attributes;
mod automata;
mod code;
mod complex;
mod content;
mod element;
mod facets;
mod identity;
mod notation;
mod prefixes;
mod simple;
mod standard;
mod substitution;

use super::{
    components::{ComplexComponent, Components, RawConstraint, TypeComponent},
    error::{SchemaPosition, XsdError},
    fault::SchemaFault,
    source::DocumentSet,
};
use crate::{
    NameId, Schema,
    names::{NamespaceId, XML_NAMESPACE, index_of},
    schema::{
        AttributeId, ComplexType, ComplexTypeId, ElementId, GlobalNames, SchemaData, SchemaDocument, SimpleTypeId,
        SourceLocation, TypeRef,
    },
    value::Builtin,
};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Bases are compiled before what is derived from them; this bounds the recursion over them.
const MOST_BASES: usize = 100;

/// Groups and anonymous types may hold one another this deep. A group that is part of itself would go on without end.
const DEEPEST: usize = 100;

/// So many particles all content models together may have, groups written out wherever they are used. Groups that refer
/// to each other twice would otherwise double the number with each of them.
const MOST_PARTICLES: usize = 1_000_000;

/// Compiles the components of a set of documents.
pub(super) fn compile(set: &DocumentSet, mut components: Components) -> Result<Schema, XsdError> {
    let mut names = std::mem::take(&mut components.names);
    prefixes::choose(set, &components, &mut names);
    let mut compiler = Compiler::new(set, &components, names);
    compiler.reserve();
    compiler.compile_all()?;
    compiler.collect_types()?;
    compiler.add_substitutes()?;
    compiler.add_automata()?;
    #[cfg_attr(
        not(feature = "xdatenfelder"),
        expect(unused_mut, reason = "only XDatenfelder files add to it")
    )]
    let mut data = compiler.finish();
    #[cfg(feature = "xdatenfelder")]
    set.describe(&mut data)?;
    let schema = Schema::new(data);
    facets::check_constraints(&schema)?;
    notation::check_uses(&schema)?;
    Ok(schema)
}

/// The tables while they grow. Complex types and elements get their ids before they are compiled, because they refer
/// to each other in circles; simple types and bases are compiled when they are first needed.
struct Compiler<'c> {
    set: &'c DocumentSet,
    components: &'c Components,
    data: SchemaData,
    complex_types: Vec<Option<ComplexType>>,
    complex_ids: FxHashMap<NameId, ComplexTypeId>,
    /// Complex types without a name, by their component (which stays where it is).
    anonymous_ids: FxHashMap<*const ComplexComponent, ComplexTypeId>,
    /// Those of them that are still to be compiled.
    waiting: BTreeMap<ComplexTypeId, &'c ComplexComponent>,
    /// Complex types that are being compiled, to notice circles of bases.
    open_types: Vec<NameId>,
    /// How many groups and anonymous types are open that stand inside one another or are referred to there.
    open: usize,
    /// How many particles have been compiled.
    particles: usize,
    simple_ids: FxHashMap<NameId, SimpleTypeId>,
    /// Elements with a default or fixed value, which their type has a say in.
    constraints: Vec<(ElementId, &'c RawConstraint)>,
    element_ids: FxHashMap<NameId, ElementId>,
    attribute_ids: FxHashMap<NameId, AttributeId>,
    identities: identity::Identities,
    groups: substitution::Groups,
}

impl<'c> Compiler<'c> {
    fn new(set: &'c DocumentSet, components: &'c Components, names: crate::names::Names) -> Self {
        let mut data = SchemaData {
            names,
            ..SchemaData::default()
        };
        data.simple_types = crate::schema::builtin_simple_types(&mut data.names);
        data.documents = documents(set, components);
        data.standard = standard::main_standard(set, components);
        let mut compiler = Self {
            set,
            components,
            data,
            complex_types: Vec::new(),
            complex_ids: FxHashMap::default(),
            anonymous_ids: FxHashMap::default(),
            waiting: BTreeMap::new(),
            open_types: Vec::new(),
            open: 0,
            particles: 0,
            simple_ids: FxHashMap::default(),
            constraints: Vec::new(),
            element_ids: FxHashMap::default(),
            attribute_ids: FxHashMap::default(),
            identities: identity::Identities::default(),
            groups: substitution::Groups::default(),
        };
        for &builtin in Builtin::ALL {
            let name = compiler.data.names.intern(NamespaceId::XS, builtin.name());
            compiler.simple_ids.insert(name, builtin.id());
        }
        compiler.add_any_type();
        compiler
    }

    /// Gives every global element and named complex type its id, in the order of the documents.
    fn reserve(&mut self) {
        for (index, element) in self.components.elements.items().iter().enumerate() {
            self.element_ids.insert(element.name, ElementId::new(index_of(index)));
        }
        for component in self.components.types.items() {
            if let TypeComponent::Complex(complex) = component
                && let Some(name) = complex.name
            {
                let id = self.push_complex(None);
                self.complex_ids.insert(name, id);
            }
        }
    }

    fn compile_all(&mut self) -> Result<(), SchemaFault> {
        let components = self.components;
        for attribute in components.attributes.items() {
            self.global_attribute(attribute.name, attribute.source.0)?;
        }
        self.notations();
        // Global elements take the first places of the table; local ones follow.
        self.global_elements()?;
        for component in components.types.items() {
            match component {
                TypeComponent::Simple(simple) => {
                    if let Some(name) = simple.name {
                        self.simple_type(name, simple.source.0)?;
                    }
                }
                TypeComponent::Complex(complex) => {
                    if let Some(name) = complex.name {
                        self.complex_type(name, complex.source.0)?;
                    }
                }
            }
        }
        self.compile_waiting()?;
        self.complete_constraints()?;
        self.resolve_key_references()
    }

    fn finish(mut self) -> SchemaData {
        code::bind(&mut self.data);
        let types = self.simple_ids.iter().map(|(&name, &id)| (name, TypeRef::Simple(id)));
        let types = types.chain(self.complex_ids.iter().map(|(&name, &id)| (name, TypeRef::Complex(id))));
        let visible = types.filter(|(name, _)| !self.components.hidden.contains(name));
        self.data.global_types = GlobalNames::new(visible.collect());
        self.data.global_elements = GlobalNames::new(self.element_ids.into_iter().collect());
        self.data.global_attributes = GlobalNames::new(self.attribute_ids.into_iter().collect());
        self.data
    }

    /// Compiles a group or an anonymous type, which may hold others.
    fn inside<T>(
        &mut self,
        source: SourceLocation,
        compile: impl FnOnce(&mut Self) -> Result<T, SchemaFault>,
    ) -> Result<T, SchemaFault> {
        if self.open >= DEEPEST {
            return Err(SchemaFault::Unsupported {
                place: self.place(source),
                construct: format!("a group in a circle, or more than {DEEPEST} groups and types inside one another,"),
            });
        }
        self.open += 1;
        let result = compile(self);
        self.open -= 1;
        result
    }

    /// Notes that a named type is being compiled: it must not be among its own bases, nor have too many of them.
    fn open_type(&mut self, name: NameId, source: SourceLocation) -> Result<(), SchemaFault> {
        if self.open_types.contains(&name) {
            return Err(self.invalid(source, "the type is its own base"));
        }
        if self.open_types.len() >= MOST_BASES {
            return Err(SchemaFault::Unsupported {
                place: self.place(source),
                construct: format!("a type with more than {MOST_BASES} bases one above the other"),
            });
        }
        self.open_types.push(name);
        Ok(())
    }

    fn push_complex(&mut self, complex: Option<ComplexType>) -> ComplexTypeId {
        self.complex_types.push(complex);
        ComplexTypeId::new(index_of(self.complex_types.len() - 1))
    }

    /// The type of this name, simple or complex. A complex one may still be uncompiled.
    fn type_ref(&mut self, name: NameId, from: SourceLocation) -> Result<TypeRef, SchemaFault> {
        if let Some(&id) = self.complex_ids.get(&name) {
            return Ok(TypeRef::Complex(id));
        }
        self.simple_type(name, from).map(TypeRef::Simple)
    }

    fn place(&self, source: SourceLocation) -> SchemaPosition {
        let document = self.set.documents.get(source.document.index());
        SchemaPosition::of_line(
            document.map_or_else(String::new, |document| document.path.clone()),
            source.line,
        )
    }

    fn invalid(&self, source: SourceLocation, reason: impl Into<String>) -> SchemaFault {
        SchemaFault::Invalid {
            place: self.place(source),
            reason: reason.into(),
        }
    }

    fn unknown(&self, kind: &'static str, name: NameId, from: SourceLocation) -> SchemaFault {
        SchemaFault::Unknown {
            place: self.place(from),
            kind,
            name: self.data.names.expanded(name),
        }
    }

    /// Whether a name belongs to the namespace of the prefix `xml`, whose attributes every processor knows.
    fn is_xml_name(&self, name: NameId) -> bool {
        self.data.names.uri(self.data.names.namespace_of(name)) == XML_NAMESPACE
    }
}

fn documents(set: &DocumentSet, components: &Components) -> Vec<SchemaDocument> {
    set.documents
        .iter()
        .zip(&components.versions)
        .map(|(document, version)| SchemaDocument {
            path: document.path.clone(),
            namespace: document.target_namespace.clone().unwrap_or_default(),
            version: version.clone(),
            sha256: document.sha256.clone(),
            is_builtin: document.builtin,
        })
        .collect()
}
