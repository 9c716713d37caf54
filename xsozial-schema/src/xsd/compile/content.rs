//! Content models: references resolved, groups normalised, leaves numbered.

use super::{Compiler, MOST_PARTICLES};
use crate::{
    content::BuildError,
    names::index_of,
    schema::{Leaf, LeafTerm, Occurrence, Particle, SourceLocation, Term, WildcardId},
    xsd::{
        components::{Aside, ParticleComponent, TermComponent, WildcardComponent},
        fault::SchemaFault,
    },
};

/// A content model while it is put together.
#[derive(Default)]
pub(super) struct Model {
    pub(super) particle: Option<Particle>,
    pub(super) leaves: Vec<Leaf>,
}

impl Model {
    pub(super) fn of(particle: Option<Particle>, leaves: Vec<Leaf>) -> Self {
        Self { particle, leaves }
    }
}

impl<'c> Compiler<'c> {
    /// Adds a particle behind what the model already holds.
    pub(super) fn add_particle(
        &mut self,
        model: &mut Model,
        component: Option<&'c ParticleComponent>,
    ) -> Result<(), SchemaFault> {
        let Some(component) = component else {
            return Ok(());
        };
        let added = self.particle(component, &mut model.leaves)?;
        let parts = model.particle.take().into_iter().chain(added).collect();
        model.particle = normalise(Occurrence::ONCE, Term::Sequence(parts));
        Ok(())
    }

    fn particle(
        &mut self,
        component: &'c ParticleComponent,
        leaves: &mut Vec<Leaf>,
    ) -> Result<Option<Particle>, SchemaFault> {
        let source = component.source.0;
        if component.occurrence.max == Some(0) {
            return Ok(None);
        }
        self.particles += 1;
        if self.particles > MOST_PARTICLES {
            return Err(SchemaFault::Unsupported {
                place: self.place(source),
                construct: format!("a schema whose content models have more than {MOST_PARTICLES} particles"),
            });
        }
        let leaf = match &component.term {
            TermComponent::Sequence(members) => {
                let members = self.members(members, leaves, source)?;
                return Ok(normalise(component.occurrence, Term::Sequence(members)));
            }
            TermComponent::Choice(members) => return self.choice(component, members, leaves),
            TermComponent::All(members) => {
                let members = self.members(members, leaves, source)?;
                return Ok(normalise(component.occurrence, Term::All(members)));
            }
            TermComponent::GroupReference(name) => {
                let components = self.components;
                let group = components
                    .groups
                    .get(*name)
                    .ok_or_else(|| self.unknown("group", *name, source))?;
                let inner = match &group.particle {
                    Some(particle) => self.inside(source, |compiler| compiler.particle(particle, leaves))?,
                    None => None,
                };
                return Ok(normalise(
                    component.occurrence,
                    Term::Sequence(inner.into_iter().collect()),
                ));
            }
            TermComponent::Element(element) => LeafTerm::Element(self.local_element(element)?),
            TermComponent::ElementReference(name) => {
                let id = self.element_ids.get(name).copied();
                LeafTerm::Element(id.ok_or_else(|| self.unknown("element", *name, source))?)
            }
            TermComponent::Wildcard(wildcard) => LeafTerm::Wildcard(self.wildcard(wildcard)),
        };
        let annotation = match component.term {
            TermComponent::Element(_) => crate::schema::Annotation::default(),
            _ => component.annotation.0.clone(),
        };
        leaves.push(Leaf {
            term: leaf,
            annotation,
            source,
        });
        Ok(Some(Particle {
            occurrence: component.occurrence,
            term: Term::Leaf(index_of(leaves.len() - 1)),
        }))
    }

    fn members(
        &mut self,
        members: &'c [ParticleComponent],
        leaves: &mut Vec<Leaf>,
        source: SourceLocation,
    ) -> Result<Vec<Particle>, SchemaFault> {
        self.inside(source, |compiler| {
            let mut particles = Vec::with_capacity(members.len());
            for member in members {
                particles.extend(compiler.particle(member, leaves)?);
            }
            Ok(particles)
        })
    }

    fn choice(
        &mut self,
        component: &'c ParticleComponent,
        members: &'c [ParticleComponent],
        leaves: &mut Vec<Leaf>,
    ) -> Result<Option<Particle>, SchemaFault> {
        let branches = self.members(members, leaves, component.source.0)?;
        let mut occurrence = component.occurrence;
        if members.is_empty() {
            // A choice without branches is never satisfied; where it may be absent it always is.
            return Ok((occurrence.min > 0).then_some(Particle {
                occurrence: Occurrence::ONCE,
                term: Term::Choice(branches),
            }));
        }
        if branches.len() < members.len() {
            // A branch that is nothing makes the whole choice dispensable.
            occurrence.min = 0;
        }
        Ok(normalise(occurrence, Term::Choice(branches)))
    }

    /// For each leaf of a restriction the leaf of the base that it restricts, [`u32::MAX`] where none is found.
    pub(super) fn restricted_leaves(&self, own: &[Leaf], base: &[Leaf]) -> Vec<u32> {
        let mut from = 0;
        own.iter()
            .map(|leaf| {
                let fits = |candidate: &Leaf| self.restricts(leaf, candidate);
                // Restrictions keep the order; an element that stands twice finds its places one after the other.
                let ahead = base[from..].iter().position(fits).map(|place| from + place);
                let place = ahead.or_else(|| base.iter().position(fits));
                if let Some(place) = place {
                    from = place;
                }
                place.map_or(u32::MAX, index_of)
            })
            .collect()
    }

    fn restricts(&self, leaf: &Leaf, base: &Leaf) -> bool {
        match (leaf.term, base.term) {
            (LeafTerm::Element(own), LeafTerm::Element(base)) => {
                let base = &self.data.elements[base.index()];
                // A restriction may name members of a substitution group in the place of its head.
                self.data.elements[own.index()].name == base.name || base.substitutes.contains(&own)
            }
            (LeafTerm::Element(own), LeafTerm::Wildcard(base)) => {
                let name = self.data.elements[own.index()].name;
                self.data.wildcards[base.index()].admits(self.data.names.namespace_of(name))
            }
            (LeafTerm::Wildcard(own), LeafTerm::Wildcard(base)) => {
                self.data.wildcards[own.index()].overlaps(&self.data.wildcards[base.index()])
            }
            (LeafTerm::Wildcard(_), LeafTerm::Element(_)) => false,
        }
    }

    pub(super) fn wildcard_component(&self, id: WildcardId) -> WildcardComponent {
        let wildcard = &self.data.wildcards[id.index()];
        WildcardComponent {
            namespaces: wildcard.namespaces.clone(),
            process_contents: wildcard.process_contents,
            source: Aside(wildcard.source),
        }
    }

    pub(super) fn content_fault(&self, source: SourceLocation, leaves: &[Leaf], reason: BuildError) -> SchemaFault {
        let concerned: Vec<u32> = match reason {
            BuildError::Ambiguous { first, second } => vec![first, second],
            BuildError::CounterInRepeatedGroup { leaf } => vec![leaf],
            _ => Vec::new(),
        };
        SchemaFault::ContentModel {
            place: self.place(source),
            leaves: concerned
                .into_iter()
                .filter_map(|leaf| leaves.get(leaf as usize))
                .map(|leaf| self.place(leaf.source))
                .collect(),
            reason,
        }
    }
}

/// A group without what says nothing: see [`Particle`] for the rules.
fn normalise(occurrence: Occurrence, term: Term) -> Option<Particle> {
    let (members, is_choice) = match term {
        Term::Sequence(members) => (members, false),
        Term::Choice(members) => (members, true),
        Term::All(members) if members.is_empty() => return None,
        term => return Some(Particle { occurrence, term }),
    };
    let mut members: Vec<Particle> = members
        .into_iter()
        .flat_map(|member| match member.term {
            Term::Sequence(inner) if !is_choice && member.occurrence.is_once() => inner,
            // A choice without branches is more than nothing.
            Term::Choice(inner) if is_choice && member.occurrence.is_once() && !inner.is_empty() => inner,
            _ => vec![member],
        })
        .collect();
    if members.len() == 1
        && let Some(only) = members.pop()
    {
        match around(occurrence, only) {
            Ok(particle) => return Some(particle),
            Err(only) => members.push(only),
        }
    }
    if members.is_empty() {
        return None;
    }
    let term = if is_choice {
        Term::Choice(members)
    } else {
        Term::Sequence(members)
    };
    Some(Particle { occurrence, term })
}

/// A group around a single particle without the group, where the occurrences of both can be told as one.
fn around(occurrence: Occurrence, only: Particle) -> Result<Particle, Particle> {
    if occurrence.is_once() {
        return Ok(only);
    }
    // A reference to a group of kind xs:all may make it dispensable once more.
    let is_optional_all = matches!(only.term, Term::All(_)) && occurrence.max == Some(1);
    if only.occurrence.is_once() || is_optional_all {
        return Ok(Particle {
            occurrence,
            term: only.term,
        });
    }
    Err(only)
}
