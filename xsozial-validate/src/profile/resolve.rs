//! Where the steps of a path lead in a schema.

use rustc_hash::FxHashMap;
use std::collections::BTreeSet;
use xsozial_schema::{
    NameId, Schema,
    schema::{
        ComplexType, ComplexTypeId, Content, ElementContent, ElementId, LeafTerm, Particle, SimpleTypeId, Term, TypeRef,
    },
};

/// Most names that an error lists.
const MOST_NAMES: usize = 5;

/// What a step leads to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Found {
    /// The declarations with this name that may stand there.
    pub(super) elements: Vec<ElementId>,
    /// Whether it may stand more than once in one parent.
    pub(super) is_repeatable: bool,
}

/// Finds elements and attributes by their local names. Types that are derived from a declared one, and members of
/// substitution groups, count as well, since documents may use them.
pub(super) struct Resolver<'s> {
    pub(super) schema: &'s Schema,
    /// The types that are derived from each, directly.
    derived: FxHashMap<ComplexTypeId, Vec<ComplexTypeId>>,
}

impl<'s> Resolver<'s> {
    pub(super) fn new(schema: &'s Schema) -> Self {
        let mut derived: FxHashMap<ComplexTypeId, Vec<ComplexTypeId>> = FxHashMap::default();
        for (index, complex_type) in schema.complex_types.iter().enumerate() {
            if let Some(TypeRef::Complex(base)) = complex_type.base
                && let Ok(index) = u32::try_from(index)
            {
                derived.entry(base).or_default().push(ComplexTypeId::new(index));
            }
        }
        Self { schema, derived }
    }

    /// The roots, each with its local name; those of one name together.
    pub(super) fn roots(&self) -> Vec<(&'s str, Vec<ElementId>)> {
        let mut roots: Vec<(&str, Vec<ElementId>)> = Vec::new();
        for (name, element) in self.schema.global_elements.iter() {
            let local = self.schema.names.local(name);
            match roots.iter_mut().find(|(known, _)| *known == local) {
                Some((_, elements)) => elements.push(element),
                None => roots.push((local, vec![element])),
            }
        }
        roots
    }

    /// The children of this name.
    pub(super) fn child(&self, parents: &[ElementId], name: &str) -> Option<Found> {
        let mut found = Found::default();
        for content in self.contents(parents) {
            let is_wanted = |term: LeafTerm| self.matching(term).any(|id| self.local(id) == name);
            let most = content
                .particle
                .as_ref()
                .map_or(0, |particle| most(particle, content, &is_wanted));
            found.is_repeatable |= most > 1;
            for leaf in &content.leaves {
                for id in self.matching(leaf.term).filter(|&id| self.local(id) == name) {
                    if !found.elements.contains(&id) {
                        found.elements.push(id);
                    }
                }
            }
        }
        (!found.elements.is_empty()).then_some(found)
    }

    /// The names of the attributes with this local name.
    pub(super) fn attribute(&self, owners: &[ElementId], name: &str) -> Vec<(NameId, SimpleTypeId)> {
        let mut found = Vec::new();
        for complex_type in self.complex_types(owners) {
            for attribute in &complex_type.attributes {
                let entry = (attribute.name, attribute.simple_type);
                if self.schema.names.local(attribute.name) == name && !found.contains(&entry) {
                    found.push(entry);
                }
            }
        }
        found
    }

    /// The types of the values that these elements may have.
    pub(super) fn values(&self, elements: &[ElementId]) -> Vec<SimpleTypeId> {
        let simple = elements
            .iter()
            .filter_map(|&id| match self.schema.element(id).type_ref {
                TypeRef::Simple(id) => Some(id),
                TypeRef::Complex(_) => None,
            });
        let complex = self.complex_types(elements).filter_map(|known| match known.content {
            Content::Simple(id) => Some(id),
            _ => None,
        });
        simple.chain(complex).collect()
    }

    /// The names that are nearest to one that does not stand below these elements.
    pub(super) fn nearest_children(&self, parents: &[ElementId], name: &str) -> Vec<String> {
        let mut names = BTreeSet::new();
        for content in self.contents(parents) {
            for leaf in &content.leaves {
                // A wildcard would list every message.
                if let LeafTerm::Element(_) = leaf.term {
                    names.extend(self.matching(leaf.term).map(|id| self.local(id)));
                }
            }
        }
        nearest(names, name)
    }

    /// The same for attributes.
    pub(super) fn nearest_attributes(&self, owners: &[ElementId], name: &str) -> Vec<String> {
        let names = self
            .complex_types(owners)
            .flat_map(|known| &known.attributes)
            .map(|attribute| self.schema.names.local(attribute.name));
        let names = nearest(names.collect(), name);
        names.into_iter().map(|name| format!("@{name}")).collect()
    }

    /// The same for roots.
    pub(super) fn nearest_roots(&self, name: &str) -> Vec<String> {
        nearest(self.roots().into_iter().map(|(local, _)| local).collect(), name)
    }

    fn local(&self, id: ElementId) -> &'s str {
        self.schema.names.local(self.schema.element(id).name)
    }

    /// The elements that may stand for a leaf; for a wildcard the global ones that it admits.
    fn matching(&self, term: LeafTerm) -> impl Iterator<Item = ElementId> {
        let schema = self.schema;
        let (own, substitutes, wildcard) = match term {
            LeafTerm::Element(id) => (Some(id), &schema.element(id).substitutes[..], None),
            LeafTerm::Wildcard(id) => (None, &[][..], Some(id)),
        };
        let admitted = wildcard.into_iter().flat_map(move |wildcard| {
            let globals = schema.global_elements.iter();
            globals.filter_map(move |(name, element)| {
                let namespace = schema.names.namespace_of(name);
                schema.wildcard(wildcard).admits(namespace).then_some(element)
            })
        });
        own.into_iter().chain(substitutes.iter().copied()).chain(admitted)
    }

    fn contents<'a>(&'a self, elements: &'a [ElementId]) -> impl Iterator<Item = &'s ElementContent> + 'a {
        self.complex_types(elements).filter_map(|known| match &known.content {
            Content::Elements(content) => Some(content),
            _ => None,
        })
    }

    /// The complex types that these elements may have, derived ones included; each once.
    fn complex_types<'a>(&'a self, elements: &'a [ElementId]) -> impl Iterator<Item = &'s ComplexType> + 'a {
        let mut known = BTreeSet::new();
        let mut open: Vec<ComplexTypeId> = Vec::new();
        for &id in elements {
            if let TypeRef::Complex(id) = self.schema.element(id).type_ref {
                open.push(id);
            }
        }
        let mut order = Vec::new();
        while let Some(id) = open.pop() {
            // From the type of everything, every type is derived; a document has no reason to name one there.
            if known.insert(id) {
                order.push(id);
                if id != xsozial_schema::check::ANY_TYPE {
                    open.extend(self.derived.get(&id).into_iter().flatten());
                }
            }
        }
        order.into_iter().map(|id| self.schema.complex_type(id))
    }
}

/// How often wanted leaves may stand in one content at most.
fn most(particle: &Particle, content: &ElementContent, is_wanted: &dyn Fn(LeafTerm) -> bool) -> u32 {
    let once = match &particle.term {
        Term::Leaf(leaf) => {
            let leaf = content.leaves.get(*leaf as usize);
            u32::from(leaf.is_some_and(|leaf| is_wanted(leaf.term)))
        }
        Term::Sequence(parts) | Term::All(parts) => parts
            .iter()
            .map(|part| most(part, content, is_wanted))
            .fold(0, u32::saturating_add),
        Term::Choice(parts) => parts
            .iter()
            .map(|part| most(part, content, is_wanted))
            .max()
            .unwrap_or(0),
    };
    once.saturating_mul(particle.occurrence.max.unwrap_or(u32::MAX))
}

/// The names that differ least from this one; all of them where they are few.
fn nearest(names: BTreeSet<&str>, wanted: &str) -> Vec<String> {
    let wanted = wanted.to_lowercase();
    let mut names: Vec<(usize, &str)> = names
        .into_iter()
        .map(|name| (strsim::damerau_levenshtein(&name.to_lowercase(), &wanted), name))
        .collect();
    names.sort_unstable();
    names.truncate(MOST_NAMES);
    names.into_iter().map(|(_, name)| name.to_owned()).collect()
}
