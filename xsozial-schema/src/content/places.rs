//! The places of a content model and what may follow each: the first half of Glushkov's construction.

use super::{BuildError, Counter, NO_RESTART};
use crate::{
    names::index_of,
    schema::{Occurrence, Particle, Term},
};
use rustc_hash::FxHashSet;

/// More places than this would make an automaton of many megabytes.
pub(super) const MOST_PLACES: usize = 20_000;
/// More transitions than this likewise.
pub(super) const MOST_EDGES: usize = 2_000_000;

/// A part of the model: where it can begin, where it can end, and whether it can be nothing.
#[derive(Default)]
pub(super) struct Fragment {
    pub(super) first: Vec<u32>,
    pub(super) last: Vec<u32>,
    pub(super) nullable: bool,
}

impl Fragment {
    pub(super) fn nothing() -> Self {
        Self {
            nullable: true,
            ..Self::default()
        }
    }
}

/// What may follow a place.
#[derive(Clone, Copy)]
pub(super) struct Edge {
    pub(super) target: u32,
    /// Depth of the outermost group that is begun anew, or [`NO_RESTART`].
    pub(super) restart: u8,
    /// Whether the place's own leaf is repeated.
    pub(super) repeats: bool,
}

/// The places of the model, each an occurrence of a leaf, and what may follow each.
#[derive(Default)]
pub(super) struct Places {
    /// The leaf of each place.
    pub(super) leaf: Vec<u32>,
    /// How often it is counted there.
    pub(super) counter: Vec<Option<Counter>>,
    /// What may follow it; innermost repetitions come first.
    pub(super) follow: Vec<Vec<Edge>>,
    known: FxHashSet<(u32, u32)>,
    /// Leaves that are written out as often as they may stand, because a counter cannot tell what they repeat.
    unrolled: FxHashSet<u32>,
}

impl Places {
    /// No place yet; these leaves will be written out instead of counted.
    pub(super) fn new(unrolled: FxHashSet<u32>) -> Self {
        Self {
            unrolled,
            ..Self::default()
        }
    }

    /// Adds the places of a particle that has `depth` groups around it.
    pub(super) fn visit(&mut self, particle: &Particle, depth: u8) -> Result<Fragment, BuildError> {
        let occurrence = particle.occurrence;
        match &particle.term {
            Term::Leaf(leaf) if self.unrolled.contains(leaf) => self.repeat(occurrence, NO_RESTART, &mut |places| {
                places.leaf(*leaf, Occurrence::ONCE)
            }),
            Term::Leaf(leaf) => self.leaf(*leaf, occurrence),
            Term::All(_) => Err(BuildError::AllGroup),
            Term::Sequence(members) => self.repeat(occurrence, depth, &mut |places| places.sequence(members, depth)),
            Term::Choice(members) => self.repeat(occurrence, depth, &mut |places| places.choice(members, depth)),
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

    /// A part as often as it may stand: bounded repetitions are written out.
    fn repeat(
        &mut self,
        occurrence: Occurrence,
        restart: u8,
        body: &mut dyn FnMut(&mut Self) -> Result<Fragment, BuildError>,
    ) -> Result<Fragment, BuildError> {
        let mut whole = body(self)?;
        // A body that can be nothing satisfies any lower bound.
        let min = if whole.nullable { 0 } else { occurrence.min };
        let copies = occurrence.max.unwrap_or(min.max(1)).max(1);
        let (mut last, mut first) = (whole.last.clone(), whole.first.clone());
        for copy in 1..copies {
            if first.is_empty() {
                break;
            }
            let next = body(self)?;
            self.connect(&last, &next.first, restart)?;
            if copy < min {
                whole.last.clone_from(&next.last);
            } else {
                whole.last.extend_from_slice(&next.last);
            }
            (last, first) = (next.last, next.first);
        }
        if occurrence.max.is_none() {
            self.connect(&last, &first, restart)?;
        }
        whole.nullable = min == 0;
        Ok(whole)
    }

    fn sequence(&mut self, members: &[Particle], depth: u8) -> Result<Fragment, BuildError> {
        let mut whole = Fragment::nothing();
        for member in members {
            let next = self.visit(member, depth.saturating_add(1))?;
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

    fn choice(&mut self, members: &[Particle], depth: u8) -> Result<Fragment, BuildError> {
        let mut whole = Fragment::default();
        for member in members {
            let next = self.visit(member, depth.saturating_add(1))?;
            whole.first.extend_from_slice(&next.first);
            whole.last.extend_from_slice(&next.last);
            whole.nullable |= next.nullable;
        }
        Ok(whole)
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
            if self.known.len() > MOST_EDGES {
                return Err(BuildError::TooLarge);
            }
        }
        Ok(())
    }

    /// The counted leaves that can follow themselves, as in `(a{2,3})*`: their elements can be split in several ways, and
    /// a counter would try but one.
    ///
    /// There is no harm in it when the bounds are equal, since then every element either repeats or does not; nor when
    /// one element suffices and the place follows itself, since every split leads to the same place.
    pub(super) fn miscounted(&self) -> FxHashSet<u32> {
        let mut leaves = FxHashSet::default();
        for (place, counter) in self.counter.iter().enumerate() {
            let Some(counter) = counter else { continue };
            let is_split = |edge: &Edge| {
                let is_same_leaf = self.leaf[edge.target as usize] == self.leaf[place];
                !edge.repeats && is_same_leaf && (counter.min > 1 || edge.target as usize != place)
            };
            if counter.max != Some(counter.min) && self.follow[place].iter().any(is_split) {
                leaves.insert(self.leaf[place]);
            }
        }
        leaves
    }
}
