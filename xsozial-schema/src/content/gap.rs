//! What is missing where an element stands too early.

use super::{AllGroup, Automaton, Cursor, Label, Transition};
use crate::{NameId, NamespaceId, names::Names, schema::Wildcard};

/// A gap in the content: elements that should have come first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The fewest elements that would close it, in order.
    pub missing: Vec<Missing>,
    /// The transition that the element takes behind the gap.
    pub transition: Transition,
    /// Where the content stands before the gap.
    before: Cursor,
}

/// A leaf that is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missing {
    /// What should stand there.
    pub label: Label,
    /// Index of the leaf.
    pub leaf: u32,
}

/// How a state was reached first.
#[derive(Clone, Copy)]
struct Arrival {
    /// The state before; `None` for the cursor itself.
    from: Option<u32>,
    missing: Missing,
}

/// Searches the states that can be reached over missing elements, the nearest first.
struct Search<'a> {
    automaton: &'a Automaton,
    arrivals: Vec<Option<Arrival>>,
    queue: Vec<u32>,
}

impl<'a> Search<'a> {
    fn new(automaton: &'a Automaton, cursor: Cursor) -> Self {
        let mut search = Self {
            automaton,
            arrivals: vec![None; automaton.states.len()],
            queue: Vec::new(),
        };
        for transition in automaton.open_transitions(cursor) {
            search.arrive(None, transition);
        }
        search
    }

    fn arrive(&mut self, from: Option<u32>, transition: &Transition) {
        let Some(arrival) = self.arrivals.get_mut(transition.target as usize) else {
            return;
        };
        if arrival.is_none() {
            *arrival = Some(Arrival {
                from,
                missing: Missing {
                    label: transition.label,
                    leaf: transition.leaf,
                },
            });
            self.queue.push(transition.target);
        }
    }

    /// The first state for which `found` gives something, and what must be missing to get there.
    fn run<T>(mut self, found: impl Fn(&Automaton, u32) -> Option<T>) -> Option<(Vec<Missing>, T)> {
        let automaton = self.automaton;
        let mut next = 0;
        while let Some(&state) = self.queue.get(next) {
            next += 1;
            if let Some(found) = found(automaton, state) {
                return Some((self.way_to(state), found));
            }
            for transition in automaton.transitions_from(state) {
                self.arrive(Some(state), transition);
            }
        }
        None
    }

    fn way_to(&self, state: u32) -> Vec<Missing> {
        let mut way = Vec::new();
        let mut next = Some(state);
        while let Some(arrival) = next.and_then(|state| self.arrivals[state as usize]) {
            way.push(arrival.missing);
            next = arrival.from;
        }
        way.reverse();
        way
    }
}

impl Automaton {
    /// What is missing before an element of this name. `None`: it cannot stand any later either.
    pub fn gap(&self, cursor: Cursor, name: NameId) -> Option<Gap> {
        if self.all.is_some() {
            // What can still stand in an `xs:all` group can stand at once.
            return None;
        }
        self.gap_before(
            cursor,
            |label| matches!(label, Label::Element(known, _) if known == name),
        )
    }

    /// What is missing before a wildcard that admits a stranger of this namespace. `None`: none does later on.
    pub fn gap_before_wildcard(&self, cursor: Cursor, namespace: NamespaceId, wildcards: &[Wildcard]) -> Option<Gap> {
        self.gap_before(
            cursor,
            |label| matches!(label, Label::Wildcard(id) if wildcards[id.index()].admits(namespace)),
        )
    }

    /// Whether an element that may not stand here stands too early: the content model names it further on, or does not name
    /// it at all and has a wildcard further on that is [meant](Gap::is_certain) for it.
    pub fn stands_too_early(
        &self,
        cursor: Cursor,
        (name, namespace): (NameId, NamespaceId),
        wildcards: &[Wildcard],
        names: &Names,
    ) -> bool {
        if self.names_element(name) {
            return self.gap(cursor, name).is_some();
        }
        self.gap_before_wildcard(cursor, namespace, wildcards)
            .is_some_and(|gap| gap.is_certain(wildcards, names))
    }

    /// Whether some transition is taken on elements of this name.
    pub fn names_element(&self, name: NameId) -> bool {
        let takes_it = |label| matches!(label, Label::Element(known, _) if known == name);
        name != NameId::UNKNOWN && self.transitions.iter().any(|transition| takes_it(transition.label))
    }

    fn gap_before(&self, cursor: Cursor, takes: impl Fn(Label) -> bool) -> Option<Gap> {
        let taking = |automaton: &Self, state| {
            automaton
                .transitions_from(state)
                .iter()
                .find(|transition| takes(transition.label))
                .copied()
        };
        let (missing, transition) = Search::new(self, cursor).run(taking)?;
        Some(Gap {
            missing,
            transition,
            before: cursor,
        })
    }

    /// The fewest elements that must still come before the content may end.
    pub fn missing_at_end(&self, cursor: Cursor) -> Vec<Missing> {
        if self.may_end(cursor) {
            return Vec::new();
        }
        if let Some(group) = self.all {
            return self.missing_of_all(group, cursor);
        }
        let may_end = |automaton: &Self, state: u32| automaton.states[state as usize].accepting.then_some(());
        Search::new(self, cursor)
            .run(may_end)
            .map_or_else(Vec::new, |(missing, ())| missing)
    }

    /// The members of an `xs:all` group that must still come. One that may be substituted is missing once.
    fn missing_of_all(&self, group: AllGroup, cursor: Cursor) -> Vec<Missing> {
        let mut missing: Vec<Missing> = Vec::new();
        for transition in self.open_transitions(cursor) {
            let is_new = missing.last().is_none_or(|last| last.leaf != transition.leaf);
            if is_new && group.requires(transition.leaf) {
                missing.push(Missing {
                    label: transition.label,
                    leaf: transition.leaf,
                });
            }
        }
        missing
    }

    fn transitions_from(&self, state: u32) -> &[Transition] {
        let state = &self.states[state as usize];
        &self.transitions[state.first as usize..state.end as usize]
    }
}

impl Gap {
    /// Whether the element can be meant for its transition only. A wildcard that would take one of the missing elements too
    /// is no sign that they are missing: a stranger may as well be one of them by a wrong name.
    pub fn is_certain(&self, wildcards: &[Wildcard], names: &Names) -> bool {
        let Label::Wildcard(id) = self.transition.label else {
            return true;
        };
        let takes = |missing: &Missing| match missing.label {
            Label::Element(name, _) => wildcards[id.index()].admits(names.namespace_of(name)),
            Label::Wildcard(_) => false,
        };
        !self.missing.iter().any(takes)
    }

    /// The cursor behind the element that stands too early.
    pub fn cursor(&self) -> Cursor {
        self.before.behind(&self.transition)
    }
}
