//! Complex types.

use super::{Compiler, attributes::CollectedAttributes, content::Model};
use crate::{
    NameId,
    content::Automaton,
    schema::{
        AttributeUse, ComplexType, ComplexTypeId, Content, Derivation, DerivationSet, ElementContent, Leaf, LeafTerm,
        NamespaceConstraint, Occurrence, Particle, ProcessContents, SimpleTypeId, SourceLocation, Term, TypeRef,
        Wildcard,
    },
    xsd::{
        components::{
            ComplexComponent, ComplexDerivation, FacetComponent, ParticleComponent, SimpleBase, TypeComponent,
        },
        fault::SchemaFault,
    },
};

impl<'c> Compiler<'c> {
    /// `xs:anyType` is the first complex type of every schema.
    pub(super) const ANY_TYPE: ComplexTypeId = ComplexTypeId::new(0);

    /// Adds `xs:anyType` (part 1, section 3.4.7): any attributes, any elements and text, checked where declared.
    pub(super) fn add_any_type(&mut self) {
        let wildcard = Wildcard {
            namespaces: NamespaceConstraint::Any,
            process_contents: ProcessContents::Lax,
            source: SourceLocation::BUILT_IN,
        };
        self.data.wildcards = vec![wildcard.clone(), wildcard];
        let leaves = vec![Leaf {
            term: LeafTerm::Wildcard(crate::schema::WildcardId::new(0)),
            annotation: crate::schema::Annotation::default(),
            source: SourceLocation::BUILT_IN,
        }];
        let particle = Particle {
            occurrence: Occurrence { min: 0, max: None },
            term: Term::Leaf(0),
        };
        let names = &mut self.data.names;
        let name = names.intern(crate::NamespaceId::XS, "anyType");
        let any_type = ComplexType {
            name: Some(name),
            base: None,
            derivation: Derivation::Restriction,
            is_abstract: false,
            block: DerivationSet::default(),
            content: Content::Elements(ElementContent {
                mixed: true,
                particle: Some(particle),
                leaves,
                automaton: Automaton::default(),
            }),
            attributes: Vec::new(),
            attribute_wildcard: Some(crate::schema::WildcardId::new(1)),
            base_leaves: Vec::new(),
            code: None,
            annotation: crate::schema::Annotation::default(),
            source: SourceLocation::BUILT_IN,
        };
        let id = self.push_complex(Some(any_type));
        self.complex_ids.insert(name, id);
    }

    /// The complex type of this name, compiled when it is first needed.
    pub(super) fn complex_type(&mut self, name: NameId, from: SourceLocation) -> Result<&ComplexType, SchemaFault> {
        let id = *self
            .complex_ids
            .get(&name)
            .ok_or_else(|| self.unknown("complex type", name, from))?;
        if self.complex_types[id.index()].is_none() {
            let components = self.components;
            let Some(TypeComponent::Complex(component)) = components.types.get(name) else {
                return Err(self.unknown("complex type", name, from));
            };
            self.open_type(name, component.source.0)?;
            let complex = self.compile_complex(component)?;
            self.open_types.pop();
            self.complex_types[id.index()] = Some(complex);
        }
        self.compiled(id, from)
    }

    /// The complex type with this id, compiled.
    pub(super) fn ensure_complex(
        &mut self,
        id: ComplexTypeId,
        from: SourceLocation,
    ) -> Result<&ComplexType, SchemaFault> {
        if let Some(component) = self.waiting.remove(&id) {
            self.complex_types[id.index()] = Some(self.compile_complex(component)?);
        }
        if self.complex_types[id.index()].is_none() {
            let name = self
                .complex_ids
                .iter()
                .find(|&(_, &known)| known == id)
                .map(|(&name, _)| name);
            let name = name.ok_or_else(|| self.invalid(from, "an anonymous type refers to itself"))?;
            return self.complex_type(name, from);
        }
        self.compiled(id, from)
    }

    fn compiled(&self, id: ComplexTypeId, from: SourceLocation) -> Result<&ComplexType, SchemaFault> {
        let complex = self.complex_types[id.index()].as_ref();
        complex.ok_or_else(|| self.invalid(from, "a complex type was left uncompiled"))
    }

    /// The id of a complex type declared inside an element. Inside a group it is one type wherever the group is used; it may
    /// then hold the group that it stands in.
    ///
    /// It is compiled later, because it may also be derived from the type that it stands in.
    pub(super) fn anonymous_complex(&mut self, component: &'c ComplexComponent) -> ComplexTypeId {
        let identity = std::ptr::from_ref(component);
        if let Some(&id) = self.anonymous_ids.get(&identity) {
            return id;
        }
        let id = self.push_complex(None);
        self.anonymous_ids.insert(identity, id);
        self.waiting.insert(id, component);
        id
    }

    /// Compiles the anonymous types that wait for it, and those that they hold.
    pub(super) fn compile_waiting(&mut self) -> Result<(), SchemaFault> {
        while let Some((id, component)) = self.waiting.pop_first() {
            self.complex_types[id.index()] = Some(self.compile_complex(component)?);
        }
        Ok(())
    }

    fn compile_complex(&mut self, component: &'c ComplexComponent) -> Result<ComplexType, SchemaFault> {
        match &component.derivation {
            ComplexDerivation::Plain(particle) => self.derive_plain(component, particle.as_ref()),
            ComplexDerivation::Extension(base, particle) => self.derive_extension(component, *base, particle.as_ref()),
            ComplexDerivation::Restriction(base, particle) => {
                self.derive_restriction(component, *base, particle.as_ref())
            }
            ComplexDerivation::SimpleExtension(base) => self.derive_simple_extension(component, *base),
            ComplexDerivation::SimpleRestriction(base, inline, facets) => {
                self.derive_simple_restriction(component, *base, inline.as_ref(), facets)
            }
        }
    }

    fn derive_plain(
        &mut self,
        component: &'c ComplexComponent,
        particle: Option<&'c ParticleComponent>,
    ) -> Result<ComplexType, SchemaFault> {
        let mut model = Model::default();
        self.add_particle(&mut model, particle)?;
        let content = Self::content(component.is_mixed, model);
        self.assemble(
            component,
            None,
            Derivation::Restriction,
            content,
            CollectedAttributes::default(),
        )
    }

    fn derive_extension(
        &mut self,
        component: &'c ComplexComponent,
        base_name: NameId,
        particle: Option<&'c ParticleComponent>,
    ) -> Result<ComplexType, SchemaFault> {
        let source = component.source.0;
        let base = self.complex_type(base_name, source)?.clone();
        let (is_mixed, mut model) = match base.content {
            Content::Elements(content) => (content.mixed, Model::of(content.particle, content.leaves)),
            Content::Empty => (component.is_mixed, Model::default()),
            Content::Simple(simple) if particle.is_none() => {
                let inherited = self.inherited(&base.attributes, base.attribute_wildcard);
                let content = Content::Simple(simple);
                return self.assemble(component, Some(base_name), Derivation::Extension, content, inherited);
            }
            Content::Simple(_) => return Err(self.invalid(source, "an extension adds elements to simple content")),
        };
        self.add_particle(&mut model, particle)?;
        let content = Self::content(is_mixed || component.is_mixed, model);
        let inherited = self.inherited(&base.attributes, base.attribute_wildcard);
        self.assemble(component, Some(base_name), Derivation::Extension, content, inherited)
    }

    fn derive_restriction(
        &mut self,
        component: &'c ComplexComponent,
        base_name: NameId,
        particle: Option<&'c ParticleComponent>,
    ) -> Result<ComplexType, SchemaFault> {
        let base = self.complex_type(base_name, component.source.0)?.clone();
        let mut model = Model::default();
        self.add_particle(&mut model, particle)?;
        let content = Self::content(component.is_mixed, model);
        // A restriction inherits the attributes, but never the wildcard.
        let inherited = self.inherited(&base.attributes, None);
        self.assemble(component, Some(base_name), Derivation::Restriction, content, inherited)
    }

    fn derive_simple_extension(
        &mut self,
        component: &'c ComplexComponent,
        base_name: NameId,
    ) -> Result<ComplexType, SchemaFault> {
        let source = component.source.0;
        let (content, inherited) = match self.type_ref(base_name, source)? {
            TypeRef::Simple(id) => (Content::Simple(id), CollectedAttributes::default()),
            TypeRef::Complex(id) => {
                let base = self.ensure_complex(id, source)?.clone();
                let Content::Simple(simple) = base.content else {
                    return Err(self.invalid(source, "the base of simple content has no simple content"));
                };
                (
                    Content::Simple(simple),
                    self.inherited(&base.attributes, base.attribute_wildcard),
                )
            }
        };
        self.assemble(component, Some(base_name), Derivation::Extension, content, inherited)
    }

    fn derive_simple_restriction(
        &mut self,
        component: &'c ComplexComponent,
        base_name: NameId,
        inline: Option<&SimpleBase>,
        facets: &[FacetComponent],
    ) -> Result<ComplexType, SchemaFault> {
        let source = component.source.0;
        let base = self.complex_type(base_name, source)?.clone();
        let base_simple = match (inline, &base.content) {
            (Some(inline), _) => self.base(inline, source)?,
            (None, Content::Simple(simple)) => *simple,
            (None, _) => return Err(self.invalid(source, "the base of simple content has no simple content")),
        };
        let simple = if facets.is_empty() {
            base_simple
        } else {
            self.restricted_simple(base_simple, facets, source)?
        };
        let inherited = self.inherited(&base.attributes, None);
        self.assemble(
            component,
            Some(base_name),
            Derivation::Restriction,
            Content::Simple(simple),
            inherited,
        )
    }

    fn restricted_simple(
        &mut self,
        base: SimpleTypeId,
        facets: &[FacetComponent],
        source: SourceLocation,
    ) -> Result<SimpleTypeId, SchemaFault> {
        let simple = self.restrict(base, facets, source)?;
        Ok(self.push_simple(simple))
    }

    fn assemble(
        &mut self,
        component: &'c ComplexComponent,
        base_name: Option<NameId>,
        derivation: Derivation,
        content: Content,
        mut collected: CollectedAttributes,
    ) -> Result<ComplexType, SchemaFault> {
        let source = component.source.0;
        self.collect_attributes(&component.attributes, &mut collected)?;
        let base = match base_name {
            Some(name) if name != self.any_type_name() => Some(self.type_ref(name, source)?),
            _ => None,
        };
        Ok(ComplexType {
            name: component.name.filter(|name| !self.components.hidden.contains(name)),
            base,
            derivation,
            is_abstract: component.is_abstract,
            block: component.block,
            content,
            attributes: collected.uses,
            attribute_wildcard: collected.wildcard.map(|wildcard| self.wildcard(&wildcard)),
            base_leaves: Vec::new(),
            code: None,
            annotation: component.annotation.0.clone(),
            source,
        })
    }

    /// What stands between the tags; its automaton is made when all types are known.
    fn content(mixed: bool, model: Model) -> Content {
        if model.particle.is_none() && !mixed {
            return Content::Empty;
        }
        Content::Elements(ElementContent {
            mixed,
            particle: model.particle,
            leaves: model.leaves,
            automaton: Automaton::default(),
        })
    }

    fn inherited(
        &self,
        attributes: &[AttributeUse],
        wildcard: Option<crate::schema::WildcardId>,
    ) -> CollectedAttributes {
        let wildcard = wildcard.map(|id| self.wildcard_component(id));
        CollectedAttributes::inherited(attributes.to_vec(), wildcard)
    }

    fn any_type_name(&self) -> NameId {
        self.data.names.lookup(crate::NamespaceId::XS, "anyType")
    }
}
