//! The automaton and how it is stepped.

use super::all::{self, AllGroup};
use crate::{
    NameId, NamespaceId,
    schema::{ElementId, Wildcard, WildcardId},
};
use serde::{Deserialize, Serialize};

/// [`Transition::restart`] of a transition that begins no group anew.
pub const NO_RESTART: u8 = u8::MAX;

/// A deterministic automaton over the leaves of one content model. State 0 is the start.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Automaton {
    /// The states.
    pub states: Vec<State>,
    /// The transitions of all states; each state owns a run of them.
    pub transitions: Vec<Transition>,
    /// Abstract elements that the model names: members of their substitution groups must stand in for them.
    pub abstract_elements: Vec<NameId>,
    /// The bounds of the groups whose repetitions are counted, because writing them out would take too many states.
    pub groups: Vec<Counter>,
    /// For an `xs:all` group: what it asks for. There is a single state then, and the cursor keeps the members seen.
    pub all: Option<AllGroup>,
}

/// One state: the leaf that was matched last. Where groups are unrolled, several states can stand for one leaf.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// First of its transitions.
    pub first: u32,
    /// One past the last of its transitions.
    pub end: u32,
    /// Whether the content may end here (if a counter does not object).
    pub accepting: bool,
    /// How often its leaf must and may be matched in a row, where that is not 1 or any number.
    pub counter: Option<Counter>,
    /// The counted group that it is in: index into [`Automaton::groups`].
    pub group: Option<u8>,
}

/// Bounds on the repetition of a leaf or group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counter {
    /// Fewest repetitions before anything else may follow.
    pub min: u32,
    /// Most repetitions.
    pub max: Option<u32>,
}

/// What a transition means to the counted group of its state, if there is one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Round {
    /// Nothing: it stays in its round, or outside all counted groups.
    #[default]
    Same,
    /// It begins the next round of the group.
    Next,
    /// It leaves the group, or enters one, or both.
    Other,
}

/// What a transition is taken on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Label {
    /// An element of this name, declared so.
    Element(NameId, ElementId),
    /// Whatever the wildcard admits.
    Wildcard(WildcardId),
}

/// A transition from one state to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transition {
    /// What it is taken on.
    pub label: Label,
    /// Index of the leaf that it matches.
    pub leaf: u32,
    /// The state it leads to.
    pub target: u32,
    /// Depth of the outermost group that it begins anew ([`NO_RESTART`] if none). The outermost particle has depth 0.
    pub restart: u8,
    /// Whether it repeats the leaf of its own state, governed by the state's counter.
    pub repeats: bool,
    /// What it means to the counted group.
    pub round: Round,
}

/// Where the content of one element stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Cursor {
    state: u32,
    count: u32,
    /// The round of the counted group that the state is in, counted from 1.
    rounds: u32,
    /// The members of an `xs:all` group that have been seen, as bits.
    pub(super) seen: u64,
}

/// A step that the automaton took.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Index of the leaf that was matched.
    pub leaf: u32,
    /// Depth of the outermost group that was begun anew, or [`NO_RESTART`].
    pub restart: u8,
    /// What was matched: a declared element or a wildcard.
    pub label: Label,
}

impl Automaton {
    /// The cursor before the first element.
    pub fn start(&self) -> Cursor {
        Cursor::default()
    }

    /// Steps over an element. `None` leaves the cursor where it was: the element may not stand here.
    ///
    /// `wildcards` is the schema's table.
    #[inline]
    pub fn step(
        &self,
        cursor: &mut Cursor,
        name: NameId,
        namespace: NamespaceId,
        wildcards: &[Wildcard],
    ) -> Option<Step> {
        let state = self.states.get(cursor.state as usize)?;
        if self.all.is_some() {
            return AllGroup::step(cursor, self.transitions_of(state), name);
        }
        for transition in self.transitions_of(state) {
            let matches = match transition.label {
                Label::Element(expected, _) => expected == name,
                Label::Wildcard(wildcard) => wildcards[wildcard.index()].admits(namespace),
            };
            if matches && self.is_open(state, *cursor, transition) {
                match transition.round {
                    Round::Same => {}
                    Round::Next => cursor.rounds = cursor.rounds.saturating_add(1),
                    Round::Other => cursor.rounds = 1,
                }
                cursor.count = if transition.repeats {
                    cursor.count.saturating_add(1)
                } else {
                    1
                };
                cursor.state = transition.target;
                return Some(Step {
                    leaf: transition.leaf,
                    restart: transition.restart,
                    label: transition.label,
                });
            }
        }
        None
    }

    /// Whether the content may end here.
    #[inline]
    pub fn may_end(&self, cursor: Cursor) -> bool {
        if let Some(group) = self.all {
            return group.may_end(cursor.seen);
        }
        self.states.get(cursor.state as usize).is_none_or(|state| {
            state.accepting
                && state.counter.is_none_or(|counter| cursor.count >= counter.min)
                && (state.group.is_none() || self.may_leave_group(state, cursor))
        })
    }

    /// The transitions that may be taken here.
    pub fn open_transitions(&self, cursor: Cursor) -> impl Iterator<Item = &Transition> {
        let is_all = self.all.is_some();
        self.states
            .get(cursor.state as usize)
            .into_iter()
            .flat_map(move |state| {
                self.transitions_of(state).iter().filter(move |transition| {
                    if is_all {
                        all::is_unseen(cursor, transition)
                    } else {
                        self.is_open(state, cursor, transition)
                    }
                })
            })
    }

    #[inline]
    fn transitions_of(&self, state: &State) -> &[Transition] {
        &self.transitions[state.first as usize..state.end as usize]
    }

    #[inline]
    fn is_open(&self, state: &State, cursor: Cursor, transition: &Transition) -> bool {
        let by_counter = match state.counter {
            None => true,
            Some(counter) if transition.repeats => counter.max.is_none_or(|max| cursor.count < max),
            Some(counter) => cursor.count >= counter.min,
        };
        by_counter
            && match transition.round {
                Round::Same => true,
                Round::Next => self.may_begin_round(state, cursor),
                Round::Other => self.may_leave_group(state, cursor),
            }
    }

    fn may_begin_round(&self, state: &State, cursor: Cursor) -> bool {
        self.group_of(state)
            .is_none_or(|group| group.max.is_none_or(|max| cursor.rounds < max))
    }

    fn may_leave_group(&self, state: &State, cursor: Cursor) -> bool {
        self.group_of(state).is_none_or(|group| cursor.rounds >= group.min)
    }

    fn group_of(&self, state: &State) -> Option<Counter> {
        self.groups.get(usize::from(state.group?)).copied()
    }
}

impl Cursor {
    /// The cursor after a transition that was taken for the first time.
    #[must_use]
    pub fn behind(self, transition: &Transition) -> Self {
        Self {
            state: transition.target,
            count: 1,
            rounds: match transition.round {
                Round::Same => self.rounds.max(1),
                Round::Next => self.rounds.saturating_add(1),
                Round::Other => 1,
            },
            seen: self.seen,
        }
    }

    /// The state, for tables that run beside the automaton.
    pub fn state(self) -> usize {
        self.state as usize
    }
}
