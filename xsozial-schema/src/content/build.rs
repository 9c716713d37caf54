//! From a content model to its deterministic automaton.
//!
//! The construction is Glushkov's: one state for each place in the model. Repeated groups with bounds are unrolled,
//! repeated leaves are counted. Source: XML Schema part 1, sections 3.8.4 and 3.8.6 (unique particle attribution).

use super::{Automaton, Counter, Label, NO_RESTART, State, Transition};
use crate::{
    names::{Names, index_of},
    schema::{Element, Leaf, LeafTerm, Occurrence, Particle, Term, Wildcard},
};
use rustc_hash::{FxHashMap, FxHashSet};

/// More places than this would make an automaton of many megabytes.
const MOST_PLACES: usize = 20_000;
/// More transitions than this likewise.
const MOST_EDGES: usize = 2_000_000;

/// Why a content model has no automaton here. Leaves are named by their index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BuildError {
    /// Two leaves compete for the same element (unique particle attribution).
    #[error("two particles of the content model compete for the same element (unique particle attribution)")]
    Ambiguous {
        /// The leaf that stands first.
        first: u32,
        /// The leaf that competes with it.
        second: u32,
    },
    /// The bounds on repeated groups multiply to too many places.
    #[error("the repetition bounds of the content model multiply to more than {MOST_PLACES} places")]
    TooLarge,
    /// A repeated leaf with bounds inside a repeated group can be attributed in two ways.
    #[error("a repeated element with a lower bound directly inside a repeated group is not supported")]
    CounterInRepeatedGroup {
        /// The leaf.
        leaf: u32,
    },
    /// A group of kind `xs:all`.
    #[error("groups of kind xs:all are not supported yet")]
    AllGroup,
}

/// Builds the automaton of a content model; `None` is a model without any element.
pub fn build(
    particle: Option<&Particle>,
    leaves: &[Leaf],
    elements: &[Element],
    wildcards: &[Wildcard],
    names: &Names,
) -> Result<Automaton, BuildError> {
    let mut places = Places::default();
    let whole = match particle {
        Some(particle) => places.visit(particle, 0)?,
        None => Fragment::nothing(),
    };
    places.check_counters()?;
    Labels {
        leaves,
        elements,
        wildcards,
        names,
    }
    .automaton(&places, &whole)
}

/// A part of the model: where it can begin, where it can end, and whether it can be nothing.
#[derive(Default)]
struct Fragment {
    first: Vec<u32>,
    last: Vec<u32>,
    nullable: bool,
}

impl Fragment {
    fn nothing() -> Self {
        Self {
            nullable: true,
            ..Self::default()
        }
    }
}

#[derive(Clone, Copy)]
struct Edge {
    target: u32,
    restart: u8,
    repeats: bool,
}

/// The places of the model, each an occurrence of a leaf, and what may follow each.
#[derive(Default)]
struct Places {
    leaf: Vec<u32>,
    counter: Vec<Option<Counter>>,
    follow: Vec<Vec<Edge>>,
    known: FxHashSet<(u32, u32)>,
}

impl Places {
    fn visit(&mut self, particle: &Particle, depth: u8) -> Result<Fragment, BuildError> {
        let occurrence = particle.occurrence;
        match &particle.term {
            Term::Leaf(leaf) => self.leaf(*leaf, occurrence),
            Term::All(_) => Err(BuildError::AllGroup),
            Term::Sequence(_) | Term::Choice(_) => self.repeat(&particle.term, occurrence, depth),
        }
    }

    fn leaf(&mut self, leaf: u32, occurrence: Occurrence) -> Result<Fragment, BuildError> {
        if self.leaf.len() >= MOST_PLACES {
            return Err(BuildError::TooLarge);
        }
        let place = index_of(self.leaf.len());
        let min = occurrence.min.max(1);
        let is_counted = occurrence.is_repeated() && (min > 1 || occurrence.max.is_some());
        self.leaf.push(leaf);
        self.counter.push(is_counted.then_some(Counter {
            min,
            max: occurrence.max,
        }));
        self.follow.push(Vec::new());
        if occurrence.is_repeated() {
            self.known.insert((place, place));
            self.follow[place as usize].push(Edge {
                target: place,
                restart: NO_RESTART,
                repeats: true,
            });
        }
        Ok(Fragment {
            first: vec![place],
            last: vec![place],
            nullable: occurrence.min == 0,
        })
    }

    /// A group as often as it may stand: bounded repetitions are written out.
    fn repeat(&mut self, group: &Term, occurrence: Occurrence, depth: u8) -> Result<Fragment, BuildError> {
        let mut whole = self.body(group, depth)?;
        let body_is_nullable = whole.nullable;
        // A body that can be nothing satisfies any lower bound.
        let min = if body_is_nullable { 0 } else { occurrence.min };
        let copies = occurrence.max.unwrap_or(min.max(1)).max(1);
        let mut previous_last = whole.last.clone();
        for copy in 1..copies {
            let next = self.body(group, depth)?;
            self.connect(&previous_last, &next.first, depth)?;
            if copy < min {
                whole.last.clone_from(&next.last);
            } else {
                whole.last.extend_from_slice(&next.last);
            }
            previous_last = next.last;
            if occurrence.max.is_none() && copy + 1 == copies {
                self.connect(&previous_last, &next.first, depth)?;
            }
        }
        if occurrence.max.is_none() && copies == 1 {
            let first = whole.first.clone();
            self.connect(&previous_last, &first, depth)?;
        }
        whole.nullable = min == 0;
        Ok(whole)
    }

    fn body(&mut self, group: &Term, depth: u8) -> Result<Fragment, BuildError> {
        let inner = depth.saturating_add(1);
        match group {
            Term::Sequence(children) => {
                let mut whole = Fragment::nothing();
                for child in children {
                    let next = self.visit(child, inner)?;
                    self.connect(&whole.last, &next.first, NO_RESTART)?;
                    if whole.nullable {
                        whole.first.extend_from_slice(&next.first);
                    }
                    if !next.nullable {
                        whole.last.clear();
                    }
                    whole.last.extend_from_slice(&next.last);
                    whole.nullable &= next.nullable;
                }
                Ok(whole)
            }
            Term::Choice(children) => {
                let mut whole = Fragment::default();
                for child in children {
                    let next = self.visit(child, inner)?;
                    whole.first.extend_from_slice(&next.first);
                    whole.last.extend_from_slice(&next.last);
                    whole.nullable |= next.nullable;
                }
                Ok(whole)
            }
            Term::Leaf(_) | Term::All(_) => Err(BuildError::AllGroup),
        }
    }

    /// Lets every place of `first` follow every place of `last`. The innermost repetition comes first and stays.
    fn connect(&mut self, last: &[u32], first: &[u32], restart: u8) -> Result<(), BuildError> {
        for &from in last {
            for &target in first {
                let repeats_itself = from == target && self.counter[from as usize].is_some_and(|it| it.max.is_some());
                if self.known.insert((from, target)) || repeats_itself {
                    self.follow[from as usize].push(Edge {
                        target,
                        restart,
                        repeats: false,
                    });
                }
            }
        }
        if self.known.len() > MOST_EDGES {
            Err(BuildError::TooLarge)
        } else {
            Ok(())
        }
    }

    /// `(a{2,3})*` can split its elements in several ways; a single counter would choose the wrong one.
    fn check_counters(&self) -> Result<(), BuildError> {
        for (place, counter) in self.counter.iter().enumerate() {
            let follows_itself = self.follow[place]
                .iter()
                .any(|edge| edge.target as usize == place && !edge.repeats);
            if counter.is_some_and(|counter| counter.min > 1 && counter.max != Some(counter.min)) && follows_itself {
                return Err(BuildError::CounterInRepeatedGroup { leaf: self.leaf[place] });
            }
        }
        Ok(())
    }
}

/// What the leaves stand for.
struct Labels<'a> {
    leaves: &'a [Leaf],
    elements: &'a [Element],
    wildcards: &'a [Wildcard],
    names: &'a Names,
}

impl Labels<'_> {
    fn automaton(&self, places: &Places, whole: &Fragment) -> Result<Automaton, BuildError> {
        let mut automaton = Automaton::default();
        let start: Vec<Edge> = whole
            .first
            .iter()
            .map(|&target| Edge {
                target,
                restart: NO_RESTART,
                repeats: false,
            })
            .collect();
        self.add_state(&mut automaton, places, &start, None, whole.nullable)?;
        let mut accepting = vec![false; places.leaf.len()];
        for &place in &whole.last {
            accepting[place as usize] = true;
        }
        for (place, follow) in places.follow.iter().enumerate() {
            self.add_state(&mut automaton, places, follow, places.counter[place], accepting[place])?;
        }
        Ok(automaton)
    }

    fn add_state(
        &self,
        automaton: &mut Automaton,
        places: &Places,
        edges: &[Edge],
        counter: Option<Counter>,
        accepting: bool,
    ) -> Result<(), BuildError> {
        let first = index_of(automaton.transitions.len());
        let mut wildcards = Vec::new();
        for edge in self.deterministic(places, edges, counter)? {
            let leaf = places.leaf[edge.target as usize];
            let transition = |label| Transition {
                label,
                leaf,
                target: edge.target + 1,
                restart: edge.restart,
                repeats: edge.repeats,
            };
            match self.leaves[leaf as usize].term {
                LeafTerm::Element(id) => {
                    let element = &self.elements[id.index()];
                    if !element.is_abstract {
                        automaton.transitions.push(transition(Label::Element(element.name, id)));
                    }
                    for &member in &element.substitutes {
                        let name = self.elements[member.index()].name;
                        automaton.transitions.push(transition(Label::Element(name, member)));
                    }
                }
                // Declared elements are looked at first.
                LeafTerm::Wildcard(id) => wildcards.push(transition(Label::Wildcard(id))),
            }
        }
        automaton.transitions.append(&mut wildcards);
        // Large substitution groups multiply the edges.
        if automaton.transitions.len() > MOST_EDGES {
            return Err(BuildError::TooLarge);
        }
        automaton.states.push(State {
            first,
            end: index_of(automaton.transitions.len()),
            accepting,
            counter,
        });
        Ok(())
    }

    /// The edges without those that only an unrolled copy of the same leaf adds; refused when leaves compete.
    fn deterministic(
        &self,
        places: &Places,
        edges: &[Edge],
        counter: Option<Counter>,
    ) -> Result<Vec<Edge>, BuildError> {
        // With equal bounds a leaf is either repeated or left, never both.
        let is_exact = counter.is_some_and(|counter| counter.max == Some(counter.min));
        let mut kept: Vec<Edge> = Vec::with_capacity(edges.len());
        let mut by_leaf: FxHashSet<(u32, bool)> = FxHashSet::default();
        for &edge in edges {
            let leaf = places.leaf[edge.target as usize];
            if by_leaf.insert((leaf, edge.repeats)) {
                kept.push(edge);
            }
        }
        let mut names: FxHashMap<u32, Edge> = FxHashMap::default();
        for (index, edge) in kept.iter().enumerate() {
            for other in self.competitors(places, *edge, &kept[..index], &mut names) {
                let (first, second) = (places.leaf[other.target as usize], places.leaf[edge.target as usize]);
                if first != second && !(is_exact && other.repeats != edge.repeats) {
                    return Err(BuildError::Ambiguous {
                        first: first.min(second),
                        second: first.max(second),
                    });
                }
            }
        }
        Ok(kept)
    }

    /// The earlier edges that can be taken on the same element as this one.
    fn competitors(
        &self,
        places: &Places,
        edge: Edge,
        earlier: &[Edge],
        names: &mut FxHashMap<u32, Edge>,
    ) -> Vec<Edge> {
        let wildcard_of = |edge: &Edge| match self.leaves[places.leaf[edge.target as usize] as usize].term {
            LeafTerm::Wildcard(id) => Some(&self.wildcards[id.index()]),
            LeafTerm::Element(_) => None,
        };
        match self.leaves[places.leaf[edge.target as usize] as usize].term {
            LeafTerm::Element(id) => {
                let element = &self.elements[id.index()];
                let members = element.substitutes.iter().map(|member| &self.elements[member.index()]);
                let mut found: Vec<Edge> = Vec::new();
                for member in std::iter::once(element).chain(members) {
                    found.extend(names.insert(index_of(member.name.index()), edge));
                }
                // Wildcards are compared by namespace from their own side, for elements that come before and after.
                let namespace_admitted = |wildcard: &Wildcard| self.admits(wildcard, id.index());
                found.extend(
                    earlier
                        .iter()
                        .filter(|other| wildcard_of(other).is_some_and(namespace_admitted)),
                );
                found
            }
            LeafTerm::Wildcard(id) => {
                let wildcard = &self.wildcards[id.index()];
                earlier
                    .iter()
                    .filter(
                        |other| match self.leaves[places.leaf[other.target as usize] as usize].term {
                            LeafTerm::Wildcard(other) => wildcard.overlaps(&self.wildcards[other.index()]),
                            LeafTerm::Element(element) => self.admits(wildcard, element.index()),
                        },
                    )
                    .copied()
                    .collect()
            }
        }
    }

    fn admits(&self, wildcard: &Wildcard, element: usize) -> bool {
        let element = &self.elements[element];
        let members = element.substitutes.iter().map(|member| &self.elements[member.index()]);
        std::iter::once(element)
            .chain(members)
            .any(|member| wildcard.admits(self.names.namespace_of(member.name)))
    }
}
