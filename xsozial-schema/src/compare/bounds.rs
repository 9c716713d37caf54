//! How often each child may stand, and the shape of a content model.

use crate::schema::{Occurrence, Particle, Term};
use std::collections::BTreeMap;

/// How often something may stand: at least, at most (`None`: as often as one likes).
pub(super) type Bounds = (u64, Option<u64>);

/// A content model by the names of its leaves.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Model {
    occurrence: Occurrence,
    term: ModelTerm,
}

#[derive(Clone, Debug, PartialEq)]
enum ModelTerm {
    Leaf(String),
    Group(&'static str, Vec<Model>),
}

impl Model {
    /// The model of a particle, with the leaves that have a name.
    pub(super) fn of(particle: &Particle, name: &dyn Fn(u32) -> Option<String>) -> Option<Self> {
        let group = |separator, particles: &[Particle]| {
            let members: Vec<Self> = particles.iter().filter_map(|member| Self::of(member, name)).collect();
            (!members.is_empty()).then_some(ModelTerm::Group(separator, members))
        };
        let term = match &particle.term {
            Term::Leaf(leaf) => ModelTerm::Leaf(name(*leaf)?),
            Term::Sequence(particles) => group(", ", particles)?,
            Term::Choice(particles) => group(" | ", particles)?,
            Term::All(particles) => group(" & ", particles)?,
        };
        Some(Self {
            occurrence: particle.occurrence,
            term,
        })
    }

    /// The model with these names alone, leaves of any number: what is left when children come and go.
    pub(super) fn pruned(&self, keeps: &dyn Fn(&str) -> bool) -> Option<Self> {
        match &self.term {
            ModelTerm::Leaf(name) => keeps(name).then(|| Self {
                occurrence: Occurrence::ONCE,
                term: ModelTerm::Leaf(name.clone()),
            }),
            ModelTerm::Group(separator, members) => {
                let mut left: Vec<Self> = Vec::new();
                for member in members.iter().filter_map(|member| member.pruned(keeps)) {
                    match member.term {
                        // A group inside one of its kind is no group of its own any more.
                        ModelTerm::Group(inner, members) if inner == *separator && member.occurrence.is_once() => {
                            left.extend(members);
                        }
                        term => left.push(Self { term, ..member }),
                    }
                }
                let is_once = self.occurrence.is_once();
                match left.len() {
                    0 => None,
                    1 if is_once || matches!(left[0].term, ModelTerm::Leaf(_)) => left.pop(),
                    _ => Some(Self {
                        occurrence: self.occurrence,
                        term: ModelTerm::Group(separator, left),
                    }),
                }
            }
        }
    }

    /// The model as text: `a, b?, (c | d){2,}`.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        self.write(true, &mut text);
        text
    }

    fn write(&self, is_outermost: bool, out: &mut String) {
        let quantifier = quantifier(self.occurrence);
        match &self.term {
            ModelTerm::Leaf(name) => out.push_str(name),
            ModelTerm::Group(separator, members) => {
                let has_parentheses = !is_outermost || !quantifier.is_empty();
                if has_parentheses {
                    out.push('(');
                }
                for (place, member) in members.iter().enumerate() {
                    if place > 0 {
                        out.push_str(separator);
                    }
                    member.write(false, out);
                }
                if has_parentheses {
                    out.push(')');
                }
            }
        }
        out.push_str(&quantifier);
    }

    /// How often each leaf may stand.
    pub(super) fn bounds(&self) -> BTreeMap<String, Bounds> {
        let mut bounds = match &self.term {
            ModelTerm::Leaf(name) => BTreeMap::from([(name.clone(), (1, Some(1)))]),
            ModelTerm::Group(" | ", members) => either(members),
            ModelTerm::Group(_, members) => together(members),
        };
        for (least, most) in bounds.values_mut() {
            *least = least.saturating_mul(u64::from(self.occurrence.min));
            *most = times(*most, self.occurrence.max.map(u64::from));
        }
        bounds
    }
}

fn together(members: &[Model]) -> BTreeMap<String, Bounds> {
    let mut sum: BTreeMap<String, Bounds> = BTreeMap::new();
    for (name, (least, most)) in members.iter().flat_map(Model::bounds) {
        let known = sum.entry(name).or_insert((0, Some(0)));
        known.0 = known.0.saturating_add(least);
        known.1 = known.1.zip(most).map(|(one, other)| one.saturating_add(other));
    }
    sum
}

fn either(members: &[Model]) -> BTreeMap<String, Bounds> {
    let branches: Vec<_> = members.iter().map(Model::bounds).collect();
    let mut either: BTreeMap<String, Bounds> = BTreeMap::new();
    for name in branches.iter().flat_map(BTreeMap::keys) {
        let of_branches = branches
            .iter()
            .map(|branch| branch.get(name).copied().unwrap_or((0, Some(0))));
        let least = of_branches.clone().map(|(least, _)| least).min().unwrap_or(0);
        let most = of_branches
            .map(|(_, most)| most)
            .reduce(|one, other| one.zip(other).map(|(one, other)| one.max(other)));
        either.insert(name.clone(), (least, most.unwrap_or(Some(0))));
    }
    either
}

fn times(one: Option<u64>, other: Option<u64>) -> Option<u64> {
    match (one, other) {
        (Some(0), _) | (_, Some(0)) => Some(0),
        (Some(one), Some(other)) => Some(one.saturating_mul(other)),
        _ => None,
    }
}

fn quantifier(occurrence: Occurrence) -> String {
    match (occurrence.min, occurrence.max) {
        (1, Some(1)) => String::new(),
        (0, Some(1)) => "?".to_owned(),
        (0, None) => "*".to_owned(),
        (1, None) => "+".to_owned(),
        (least, Some(most)) if least == most => format!("{{{least}}}"),
        (least, Some(most)) => format!("{{{least},{most}}}"),
        (least, None) => format!("{{{least},}}"),
    }
}
