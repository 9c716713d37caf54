//! Redefinition: components that take the place of those they are made from (part 1, section 4.2.2).
//!
//! The component that was there gets a name that no document can write, and the one that redefines it refers to that.

use super::{
    AttributeGroupComponent, AttributeItem, ComplexDerivation, Components, GroupComponent, Named, ParticleComponent,
    SimpleBase, SimpleDerivation, Table, TermComponent, TypeComponent, attribute::Attributes, complex::read_complex,
    context::Context, group, simple::read_simple,
};
use crate::{
    NameId,
    schema::SourceLocation,
    xsd::{
        error::SchemaPosition,
        fault::SchemaFault,
        source::{DocumentSet, ReferenceKind},
    },
};
use roxmltree::Node;
use rustc_hash::{FxHashMap, FxHashSet};

/// A component inside `xs:redefine`.
pub(super) struct Redefinition {
    component: Redefined,
    /// The documents that hold the component redefined, or include one that does.
    documents: FxHashSet<usize>,
}

enum Redefined {
    Type(TypeComponent),
    Group(GroupComponent),
    AttributeGroup(AttributeGroupComponent),
}

/// Why a component cannot redefine another.
type Reason = &'static str;

/// Reads the components inside `xs:redefine`, which is the reference of this index of its document.
pub(super) fn read(
    set: &DocumentSet,
    context: &mut Context<'_>,
    node: Node<'_, '_>,
    reference: usize,
) -> Result<Vec<Redefinition>, SchemaFault> {
    context.only_attributes(node, &["schemaLocation"])?;
    let own = context.document.index();
    let resolved = context
        .loaded
        .references
        .get(reference)
        .map(|it| it.resolved.as_slice());
    let documents = included_from(set, resolved.unwrap_or_default());
    let mut redefinitions = Vec::new();
    for child in context.children(node)? {
        if documents.contains(&own) {
            return Err(context.invalid(child, "a document redefines its own components"));
        }
        let component = match child.tag_name().name() {
            "complexType" => {
                let name = context.global_name(child)?;
                Redefined::Type(TypeComponent::Complex(read_complex(context, child, Some(name))?))
            }
            "simpleType" => {
                let name = context.global_name(child)?;
                Redefined::Type(TypeComponent::Simple(read_simple(context, child, Some(name))?))
            }
            "group" => Redefined::Group(group::read_group(context, child)?),
            "attributeGroup" => Redefined::AttributeGroup(group::read_attribute_group(context, child)?),
            other => return Err(context.invalid(child, format!("xs:{other} inside xs:redefine"))),
        };
        redefinitions.push(Redefinition {
            component,
            documents: documents.clone(),
        });
    }
    Ok(redefinitions)
}

/// These documents and all that they include or redefine.
fn included_from(set: &DocumentSet, documents: &[usize]) -> FxHashSet<usize> {
    let mut found = FxHashSet::default();
    let mut open = documents.to_vec();
    while let Some(document) = open.pop() {
        if found.insert(document) {
            let references = set.documents[document].references.iter();
            let included = references.filter(|reference| reference.kind != ReferenceKind::Import);
            open.extend(included.flat_map(|reference| &reference.resolved));
        }
    }
    found
}

/// Puts the redefinitions in the place of what they redefine.
pub(super) fn apply(
    set: &DocumentSet,
    components: &mut Components,
    mut redefinitions: Vec<Redefinition>,
) -> Result<(), SchemaFault> {
    // Whoever redefines a redefinition includes more documents than the redefinition does.
    redefinitions.sort_by_key(|redefinition| redefinition.documents.len());
    let mut latest = FxHashMap::default();
    for Redefinition { component, documents } in redefinitions {
        let mut replacement = Replacement {
            set,
            documents: &documents,
            latest: &mut latest,
        };
        match component {
            Redefined::Type(component) => {
                let mut table = std::mem::take(&mut components.types);
                replacement.replace(components, &mut table, component, rebase_type)?;
                components.types = table;
            }
            Redefined::Group(component) => {
                let mut table = std::mem::take(&mut components.groups);
                replacement.replace(components, &mut table, component, rebase_group)?;
                components.groups = table;
            }
            Redefined::AttributeGroup(component) => {
                let mut table = std::mem::take(&mut components.attribute_groups);
                replacement.replace(components, &mut table, component, rebase_attribute_group)?;
                components.attribute_groups = table;
            }
        }
    }
    Ok(())
}

struct Replacement<'a> {
    set: &'a DocumentSet,
    documents: &'a FxHashSet<usize>,
    /// The name that the component redefined last got, by kind and name.
    latest: &'a mut FxHashMap<(&'static str, NameId), NameId>,
}

impl Replacement<'_> {
    fn replace<T: Named>(
        &mut self,
        components: &mut Components,
        table: &mut Table<T>,
        mut component: T,
        rebase: fn(&mut T, NameId, NameId) -> Result<(), Reason>,
    ) -> Result<(), SchemaFault> {
        let source = component.source();
        let invalid = |reason: Reason| SchemaFault::Invalid {
            place: self.place(source),
            reason: reason.to_owned(),
        };
        let (Some(name), Some(original)) = (component.name(), component.name().and_then(|name| table.get(name))) else {
            return Err(invalid("the component redefined is not in the document redefined"));
        };
        let original_source = original.source();
        if !self.documents.contains(&original_source.document.index()) {
            // Another document has redefined it; the same redefinition twice counts once.
            if let Some(&hidden) = self.latest.get(&(T::KIND, name)) {
                rebase(&mut component, name, hidden).map_err(invalid)?;
            }
            if *original == component {
                return Ok(());
            }
            return Err(SchemaFault::Conflict {
                kind: T::KIND,
                name: components.names.expanded(name),
                first: self.place(original_source),
                second: self.place(source),
            });
        }
        let names = &mut components.names;
        let hidden = format!(
            "{} before redefinition {}",
            names.local(name),
            components.hidden.len() + 1
        );
        let hidden = names.intern(names.namespace_of(name), &hidden);
        rebase(&mut component, name, hidden).map_err(invalid)?;
        components.hidden.insert(hidden);
        self.latest.insert((T::KIND, name), hidden);
        table.supersede(name, hidden, component);
        Ok(())
    }

    fn place(&self, source: SourceLocation) -> SchemaPosition {
        let document = self.set.documents.get(source.document.index());
        SchemaPosition::of_line(document.map_or_else(String::new, |it| it.path.clone()), source.line)
    }
}

/// A type is derived from itself.
fn rebase_type(component: &mut TypeComponent, name: NameId, hidden: NameId) -> Result<(), Reason> {
    let base = match component {
        TypeComponent::Simple(simple) => match &mut simple.derivation {
            SimpleDerivation::Restriction(SimpleBase::Named(base), _) => Some(base),
            _ => None,
        },
        TypeComponent::Complex(complex) => match &mut complex.derivation {
            ComplexDerivation::Plain(_) => None,
            ComplexDerivation::Extension(base, _)
            | ComplexDerivation::Restriction(base, _)
            | ComplexDerivation::SimpleExtension(base)
            | ComplexDerivation::SimpleRestriction(base, _, _) => Some(base),
        },
    };
    match base {
        Some(base) if *base == name => {
            *base = hidden;
            Ok(())
        }
        _ => Err("a type that redefines another is derived from itself"),
    }
}

/// A group refers to itself once, or restricts what it was.
fn rebase_group(component: &mut GroupComponent, name: NameId, hidden: NameId) -> Result<(), Reason> {
    let mut references = 0;
    if let Some(particle) = &mut component.particle {
        rebase_particle(particle, name, hidden, &mut references)?;
    }
    at_most_once(references)
}

fn rebase_particle(
    particle: &mut ParticleComponent,
    name: NameId,
    hidden: NameId,
    references: &mut usize,
) -> Result<(), Reason> {
    match &mut particle.term {
        TermComponent::GroupReference(reference) if *reference == name => {
            if !particle.occurrence.is_once() {
                return Err("a group that redefines another refers to itself exactly once");
            }
            *reference = hidden;
            *references += 1;
        }
        TermComponent::Sequence(members) | TermComponent::Choice(members) | TermComponent::All(members) => {
            // Groups in groups are as deep as the reader of the document lets them be.
            for member in members {
                rebase_particle(member, name, hidden, references)?;
            }
        }
        TermComponent::GroupReference(_)
        | TermComponent::Element(_)
        | TermComponent::ElementReference(_)
        | TermComponent::Wildcard(_) => {}
    }
    Ok(())
}

/// An attribute group refers to itself once, or restricts what it was.
fn rebase_attribute_group(component: &mut AttributeGroupComponent, name: NameId, hidden: NameId) -> Result<(), Reason> {
    let Attributes { items, .. } = &mut component.attributes;
    let mut references = 0;
    for item in items {
        match item {
            AttributeItem::Group(reference, _) if *reference == name => {
                *reference = hidden;
                references += 1;
            }
            AttributeItem::Group(..) | AttributeItem::Attribute(_) => {}
        }
    }
    at_most_once(references)
}

fn at_most_once(references: usize) -> Result<(), Reason> {
    if references > 1 {
        return Err("a group that redefines another refers to itself more than once");
    }
    Ok(())
}
