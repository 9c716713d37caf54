//! From places to states: the second half of Glushkov's construction.
//!
//! Copies of one leaf, as repeated groups leave them, can be meant by the same element; a state then stands for all the
//! places that it can be at. Different leaves must not compete (XML Schema part 1, section 3.8.6).

use super::{
    Automaton, BuildError, Counter, Label, NO_RESTART, Round, State, Transition,
    places::{Edge, Fragment, MOST_EDGES, MOST_PLACES, Places},
};
use crate::{
    NameId,
    names::{Names, index_of},
    schema::{Element, ElementId, Leaf, LeafTerm, Wildcard},
};
use rustc_hash::FxHashMap;

/// What the leaves stand for.
#[derive(Clone, Copy)]
pub(super) struct Labels<'a> {
    pub(super) leaves: &'a [Leaf],
    pub(super) elements: &'a [Element],
    pub(super) wildcards: &'a [Wildcard],
    pub(super) names: &'a Names,
}

/// A step that can be taken from a state: to every place of one leaf that the state's places lead to.
struct Move {
    leaf: u32,
    targets: Vec<u32>,
    restart: u8,
    repeats: bool,
    round: Round,
}

/// The automaton while its states are found.
struct Determination<'a> {
    labels: Labels<'a>,
    places: &'a Places,
    automaton: Automaton,
    /// The places that each state but the first stands for; all of one leaf.
    sets: Vec<Vec<u32>>,
    known: FxHashMap<Vec<u32>, u32>,
    /// Sum of the sizes of all sets.
    size: usize,
}

/// Builds the automaton of these places.
pub(super) fn determine(labels: Labels<'_>, places: &Places, whole: &Fragment) -> Result<Automaton, BuildError> {
    let mut accepting = vec![false; places.leaf.len()];
    for &place in &whole.last {
        accepting[place as usize] = true;
    }
    let mut determination = Determination {
        labels,
        places,
        automaton: Automaton {
            groups: places.groups.clone(),
            ..Automaton::default()
        },
        sets: Vec::new(),
        known: FxHashMap::default(),
        size: 0,
    };
    let start = whole.first.iter().map(|&target| Edge {
        target,
        restart: NO_RESTART,
        repeats: false,
        round: match places.group[target as usize] {
            Some(_) => Round::Other,
            None => Round::Same,
        },
    });
    let moves = determination.moves(start, false)?;
    determination.add_state(moves, None, whole.nullable, None)?;
    let mut next = 0;
    while let Some(set) = determination.sets.get(next).cloned() {
        let first = set.first().map_or(0, |&place| place as usize);
        let counter = places.counter[first];
        let edges = set.iter().flat_map(|&place| &places.follow[place as usize]).copied();
        let moves = determination.moves(edges, counter.is_some())?;
        let is_accepting = set.iter().any(|&place| accepting[place as usize]);
        // A group is counted only outside repeated ones, so all places of a leaf are in the same group.
        determination.add_state(moves, counter, is_accepting, places.group[first])?;
        next += 1;
    }
    Ok(determination.automaton)
}

impl Determination<'_> {
    /// One move for each leaf that the edges lead to, in their order. When the leaf of the state is counted, all its places
    /// are repeated together, by a move of its own.
    fn moves(&self, edges: impl Iterator<Item = Edge>, is_counted: bool) -> Result<Vec<Move>, BuildError> {
        let mut moves: Vec<Move> = Vec::new();
        let mut by_leaf: FxHashMap<(u32, bool), usize> = FxHashMap::default();
        for edge in edges {
            let leaf = self.places.leaf[edge.target as usize];
            let repeats = edge.repeats && is_counted;
            let index = *by_leaf.entry((leaf, repeats)).or_insert_with(|| {
                moves.push(Move {
                    leaf,
                    targets: Vec::new(),
                    restart: edge.restart,
                    repeats: edge.repeats,
                    round: edge.round,
                });
                moves.len() - 1
            });
            let found = &mut moves[index];
            if found.round != edge.round {
                // The next round cannot be told from what stands inside the group or after it.
                return Err(BuildError::TooLarge);
            }
            found.targets.push(edge.target);
            // The innermost repetition is what the element is read as.
            found.restart = found.restart.max(edge.restart);
        }
        for found in &mut moves {
            found.targets.sort_unstable();
            found.targets.dedup();
        }
        let is_confused = |leaf: u32| by_leaf.contains_key(&(leaf, true)) && by_leaf.contains_key(&(leaf, false));
        if moves.iter().any(|it| it.round != Round::Same && is_confused(it.leaf)) {
            return Err(BuildError::TooLarge);
        }
        Ok(moves)
    }

    fn add_state(
        &mut self,
        moves: Vec<Move>,
        counter: Option<Counter>,
        accepting: bool,
        group: Option<u8>,
    ) -> Result<(), BuildError> {
        self.labels.check(&moves, counter)?;
        let first = index_of(self.automaton.transitions.len());
        let mut wildcards = Vec::new();
        for Move {
            leaf,
            targets,
            restart,
            repeats,
            round,
        } in moves
        {
            let target = self.state(targets)?;
            let transition = |label| Transition {
                label,
                leaf,
                target,
                restart,
                repeats,
                round,
            };
            match self.labels.term(leaf) {
                LeafTerm::Element(id) => {
                    self.labels.add_element(&mut self.automaton.transitions, id, transition);
                }
                // Declared elements are looked at first.
                LeafTerm::Wildcard(id) => wildcards.push(transition(Label::Wildcard(id))),
            }
        }
        self.automaton.transitions.append(&mut wildcards);
        if self.automaton.transitions.len() > MOST_EDGES {
            return Err(BuildError::TooLarge);
        }
        self.automaton.states.push(State {
            first,
            end: index_of(self.automaton.transitions.len()),
            accepting,
            counter,
            group,
        });
        Ok(())
    }

    /// The state that stands for these places.
    fn state(&mut self, set: Vec<u32>) -> Result<u32, BuildError> {
        if let Some(&state) = self.known.get(&set) {
            return Ok(state);
        }
        self.size += set.len();
        if self.sets.len() >= MOST_PLACES || self.size > MOST_EDGES {
            return Err(BuildError::TooLarge);
        }
        self.sets.push(set.clone());
        // The first state stands for no place.
        let state = index_of(self.sets.len());
        self.known.insert(set, state);
        Ok(state)
    }
}

impl Labels<'_> {
    /// What a leaf admits.
    pub(super) fn term(&self, leaf: u32) -> LeafTerm {
        self.leaves[leaf as usize].term
    }

    /// Adds a transition for an element, unless it is abstract, and one for each that may stand in for it.
    pub(super) fn add_element(
        &self,
        transitions: &mut Vec<Transition>,
        id: ElementId,
        transition: impl Fn(Label) -> Transition,
    ) {
        let element = &self.elements[id.index()];
        if !element.is_abstract {
            transitions.push(transition(Label::Element(element.name, id)));
        }
        for &member in &element.substitutes {
            let name = self.elements[member.index()].name;
            transitions.push(transition(Label::Element(name, member)));
        }
    }

    /// Refuses leaves that compete for the same element.
    fn check(&self, moves: &[Move], counter: Option<Counter>) -> Result<(), BuildError> {
        // With equal bounds a leaf is either repeated or left, never both.
        let is_exact = counter.is_some_and(|counter| counter.max == Some(counter.min));
        let mut names: FxHashMap<NameId, usize> = FxHashMap::default();
        for (index, own) in moves.iter().enumerate() {
            for other in self.competitors(moves, index, &mut names) {
                let other = &moves[other];
                if other.leaf != own.leaf && !(is_exact && other.repeats != own.repeats) {
                    return Err(ambiguous(other.leaf, own.leaf));
                }
            }
        }
        Ok(())
    }

    /// The earlier moves that can be taken on the same element as this one.
    fn competitors(&self, moves: &[Move], index: usize, names: &mut FxHashMap<NameId, usize>) -> Vec<usize> {
        let earlier = moves[..index].iter().enumerate();
        let mut found = Vec::new();
        match self.term(moves[index].leaf) {
            LeafTerm::Element(id) => {
                for name in self.admitted_names(id) {
                    found.extend(names.insert(name, index));
                }
                found.extend(earlier.filter_map(|(other, earlier)| match self.term(earlier.leaf) {
                    LeafTerm::Wildcard(wildcard) => self.admits(&self.wildcards[wildcard.index()], id).then_some(other),
                    LeafTerm::Element(_) => None,
                }));
            }
            LeafTerm::Wildcard(id) => {
                let wildcard = &self.wildcards[id.index()];
                let competes = |leaf: u32| match self.term(leaf) {
                    LeafTerm::Wildcard(other) => wildcard.overlaps(&self.wildcards[other.index()]),
                    LeafTerm::Element(element) => self.admits(wildcard, element),
                };
                found.extend(earlier.filter_map(|(other, earlier)| competes(earlier.leaf).then_some(other)));
            }
        }
        found
    }

    /// The names that an element and those that may stand in for it have.
    fn admitted_names(&self, id: ElementId) -> impl Iterator<Item = NameId> + '_ {
        let element = &self.elements[id.index()];
        let members = element
            .substitutes
            .iter()
            .map(|member| self.elements[member.index()].name);
        std::iter::once(element.name).chain(members)
    }

    fn admits(&self, wildcard: &Wildcard, element: ElementId) -> bool {
        self.admitted_names(element)
            .any(|name| wildcard.admits(self.names.namespace_of(name)))
    }
}

/// Two leaves compete for the same element.
pub(super) fn ambiguous(one: u32, other: u32) -> BuildError {
    BuildError::Ambiguous {
        first: one.min(other),
        second: one.max(other),
    }
}
