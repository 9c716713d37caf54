//! The places of a content model and what may follow each: the first half of Glushkov's construction.

use super::{BuildError, Counter, NO_RESTART, Round};
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
    /// What it means to counted groups.
    pub(super) round: Round,
}

/// Which repetitions are counted and which are written out.
#[derive(Clone, Default)]
pub(super) struct Strategy {
    /// Leaves that are written out as often as they may stand, because a counter cannot tell what they repeat.
    pub(super) unrolled: FxHashSet<u32>,
    /// From how many repetitions on groups are counted, if they are.
    pub(super) counted_from: Option<u32>,
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
    /// The counted group that it is in.
    pub(super) group: Vec<Option<u8>>,
    /// The bounds of the counted groups.
    pub(super) groups: Vec<Counter>,
    known: FxHashSet<(u32, u32)>,
    strategy: Strategy,
    /// The counted group that is being visited.
    open_group: Option<u8>,
    /// Whether a repeated group is being visited.
    in_repeated: bool,
}

/// What is begun anew when a part is repeated.
#[derive(Clone, Copy)]
enum Joint {
    /// Nothing: what follows is another part.
    Part,
    /// A group of this depth, or (without a depth) a leaf.
    Again(u8),
    /// A counted group of this depth.
    NextRound(u8),
}

impl Places {
    /// No place yet.
    pub(super) fn new(strategy: Strategy) -> Self {
        Self {
            strategy,
            ..Self::default()
        }
    }

    /// Adds the places of a particle that has `depth` groups around it.
    pub(super) fn visit(&mut self, particle: &Particle, depth: u8) -> Result<Fragment, BuildError> {
        let occurrence = particle.occurrence;
        match &particle.term {
            Term::Leaf(leaf) if self.strategy.unrolled.contains(leaf) => {
                self.repeat(occurrence, Joint::Again(NO_RESTART), &mut |places| {
                    places.leaf(*leaf, Occurrence::ONCE)
                })
            }
            Term::Leaf(leaf) => self.leaf(*leaf, occurrence),
            Term::All(_) => Err(BuildError::AllGroup),
            Term::Sequence(members) => self.group(occurrence, depth, &mut |places| places.sequence(members, depth)),
            Term::Choice(members) => self.group(occurrence, depth, &mut |places| places.choice(members, depth)),
        }
    }

    /// A group as often as it may stand: written out, or, when that takes too many places, counted. Only one count is
    /// kept at a time, so a group is never counted inside a repeated one.
    fn group(
        &mut self,
        occurrence: Occurrence,
        depth: u8,
        body: &mut dyn FnMut(&mut Self) -> Result<Fragment, BuildError>,
    ) -> Result<Fragment, BuildError> {
        let outside = self.in_repeated;
        let rounds = occurrence.max.unwrap_or(occurrence.min);
        let is_counted = self.strategy.counted_from.is_some_and(|least| rounds >= least);
        let index = u8::try_from(self.groups.len()).ok();
        self.in_repeated |= occurrence.is_repeated();
        let whole = match index {
            Some(index) if is_counted && !outside => self.counted(occurrence, index, depth, body),
            _ => self.repeat(occurrence, Joint::Again(depth), body),
        };
        self.in_repeated = outside;
        whole
    }

    fn counted(
        &mut self,
        occurrence: Occurrence,
        index: u8,
        depth: u8,
        body: &mut dyn FnMut(&mut Self) -> Result<Fragment, BuildError>,
    ) -> Result<Fragment, BuildError> {
        self.groups.push(Counter {
            min: occurrence.min,
            max: occurrence.max,
        });
        self.open_group = Some(index);
        let mut whole = body(self)?;
        self.open_group = None;
        if whole.nullable {
            self.groups[usize::from(index)].min = 0;
        }
        self.connect(&whole.last, &whole.first, Joint::NextRound(depth))?;
        whole.nullable |= occurrence.min == 0;
        Ok(whole)
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
        self.group.push(self.open_group);
        if occurrence.is_repeated() {
            self.known.insert((place, place));
            self.follow[place as usize].push(Edge {
                target: place,
                restart: NO_RESTART,
                repeats: true,
                round: Round::Same,
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
        joint: Joint,
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
            self.connect(&last, &next.first, joint)?;
            if copy < min {
                whole.last.clone_from(&next.last);
            } else {
                whole.last.extend_from_slice(&next.last);
            }
            (last, first) = (next.last, next.first);
        }
        if occurrence.max.is_none() {
            self.connect(&last, &first, joint)?;
        }
        whole.nullable = min == 0;
        Ok(whole)
    }

    fn sequence(&mut self, members: &[Particle], depth: u8) -> Result<Fragment, BuildError> {
        let mut whole = Fragment::nothing();
        for member in members {
            let next = self.visit(member, depth.saturating_add(1))?;
            self.connect(&whole.last, &next.first, Joint::Part)?;
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
    fn connect(&mut self, last: &[u32], first: &[u32], joint: Joint) -> Result<(), BuildError> {
        let (restart, is_round) = match joint {
            Joint::Part => (NO_RESTART, false),
            Joint::Again(depth) => (depth, false),
            Joint::NextRound(depth) => (depth, true),
        };
        for &from in last {
            for &target in first {
                let is_new = self.known.insert((from, target));
                if is_round && !is_new {
                    // The next round cannot be told from a repetition inside the group.
                    return Err(BuildError::TooLarge);
                }
                let repeats_itself = from == target && self.counter[from as usize].is_some_and(|it| it.max.is_some());
                if is_new || repeats_itself {
                    let round = if is_round {
                        Round::Next
                    } else if self.group[from as usize] == self.group[target as usize] {
                        Round::Same
                    } else {
                        Round::Other
                    };
                    self.follow[from as usize].push(Edge {
                        target,
                        restart,
                        repeats: false,
                        round,
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
