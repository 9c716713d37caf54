//! Simple types.

use super::{Compiler, facets::FacetContext};
use crate::{
    NameId,
    facet::Facets,
    names::index_of,
    schema::{SimpleType, SimpleTypeId, SourceLocation, Variety},
    value::{Builtin, WhiteSpace},
    xsd::{
        components::{FacetComponent, SimpleBase, SimpleComponent, SimpleDerivation, TypeComponent},
        fault::SchemaFault,
    },
};

impl Compiler<'_> {
    /// The simple type of this name, compiled when it is first needed.
    pub(super) fn simple_type(&mut self, name: NameId, from: SourceLocation) -> Result<SimpleTypeId, SchemaFault> {
        if let Some(&id) = self.simple_ids.get(&name) {
            return Ok(id);
        }
        let components = self.components;
        match components.types.get(name) {
            Some(TypeComponent::Simple(component)) => {
                self.open_type(name, component.source.0)?;
                let id = self.anonymous_simple(component)?;
                self.open_types.pop();
                self.simple_ids.insert(name, id);
                Ok(id)
            }
            Some(TypeComponent::Complex(_)) => Err(self.invalid(from, "a simple type is needed here")),
            None => Err(self.unknown("type", name, from)),
        }
    }

    /// Compiles a simple type where it stands.
    pub(super) fn anonymous_simple(&mut self, component: &SimpleComponent) -> Result<SimpleTypeId, SchemaFault> {
        let source = component.source.0;
        let mut simple = match &component.derivation {
            SimpleDerivation::Restriction(base, facets) => {
                let base = self.base(base, source)?;
                self.restrict(base, facets, source)?
            }
            SimpleDerivation::List(item) => {
                let item = self.base(item, source)?;
                if self.is_list(item) {
                    return Err(self.invalid(source, "a list of lists"));
                }
                constructed(Variety::List(item), WhiteSpace::Collapse, source)
            }
            SimpleDerivation::Union(members) => {
                let mut ids = Vec::with_capacity(members.len());
                for member in members {
                    ids.push(self.base(member, source)?);
                }
                constructed(Variety::Union(ids), WhiteSpace::Preserve, source)
            }
        };
        simple.name = component.name.filter(|name| !self.components.hidden.contains(name));
        simple.annotation = component.annotation.0.clone();
        Ok(self.push_simple(simple))
    }

    /// A restriction of `base` by these facets, not yet in the table.
    pub(super) fn restrict(
        &mut self,
        base: SimpleTypeId,
        facets: &[FacetComponent],
        source: SourceLocation,
    ) -> Result<SimpleType, SchemaFault> {
        let parent = self.data.simple_types[base.index()].clone();
        let context = FacetContext {
            base,
            builtin: parent.builtin,
        };
        let facets = self.restrict_facets(parent.facets, &context, facets)?;
        Ok(SimpleType {
            name: None,
            base,
            variety: parent.variety,
            builtin: parent.builtin,
            facets,
            annotation: crate::schema::Annotation::default(),
            source,
        })
    }

    pub(super) fn push_simple(&mut self, simple: SimpleType) -> SimpleTypeId {
        self.data.simple_types.push(simple);
        SimpleTypeId::new(index_of(self.data.simple_types.len() - 1))
    }

    pub(super) fn base(&mut self, base: &SimpleBase, from: SourceLocation) -> Result<SimpleTypeId, SchemaFault> {
        match base {
            SimpleBase::Named(name) => self.simple_type(*name, from),
            SimpleBase::Inline(component) => self.anonymous_simple(component),
        }
    }

    fn is_list(&self, id: SimpleTypeId) -> bool {
        matches!(self.data.simple_types[id.index()].variety, Variety::List(_))
    }
}

fn constructed(variety: Variety, white_space: WhiteSpace, source: SourceLocation) -> SimpleType {
    SimpleType {
        name: None,
        base: Builtin::AnySimpleType.id(),
        variety,
        builtin: Builtin::AnySimpleType,
        facets: Facets {
            white_space,
            ..Facets::default()
        },
        annotation: crate::schema::Annotation::default(),
        source,
    }
}
