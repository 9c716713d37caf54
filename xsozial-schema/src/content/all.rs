//! Groups of kind `xs:all`: their members stand in any order, each at most once (XML Schema part 1, section 3.8).
//!
//! An automaton over every order would have 2ⁿ states, so the cursor remembers the members it has seen instead.

use super::{
    Automaton, BuildError, Cursor, Label, NO_RESTART, Round, State, Step, Transition,
    determine::{Labels, ambiguous},
};
use crate::{
    NameId,
    names::index_of,
    schema::{LeafTerm, Occurrence, Particle, Term},
};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

/// The cursor keeps one bit for each member.
const MOST_MEMBERS: usize = 64;

/// What an `xs:all` group asks for. Its members are the leaves of the content model: bit `n` stands for leaf `n`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AllGroup {
    /// The members that must stand, as bits.
    pub required: u64,
    /// Whether the whole group may be absent.
    pub optional: bool,
}

impl AllGroup {
    /// Whether the content may end with these members seen.
    pub(super) fn may_end(self, seen: u64) -> bool {
        (seen == 0 && self.optional) || seen & self.required == self.required
    }

    /// Whether a member must stand.
    pub(super) fn requires(self, leaf: u32) -> bool {
        self.required & bit(leaf) != 0
    }

    /// Steps over an element that is a member not yet seen.
    pub(super) fn step(cursor: &mut Cursor, transitions: &[Transition], name: NameId) -> Option<Step> {
        let transition = transitions.iter().find(|transition| {
            let is_named = matches!(transition.label, Label::Element(expected, _) if expected == name);
            is_named && is_unseen(*cursor, transition)
        })?;
        cursor.seen |= bit(transition.leaf);
        Some(Step {
            leaf: transition.leaf,
            restart: transition.restart,
            label: transition.label,
        })
    }
}

/// Whether the member that a transition matches has not been seen yet.
pub(super) fn is_unseen(cursor: Cursor, transition: &Transition) -> bool {
    cursor.seen & bit(transition.leaf) == 0
}

/// The bit of a leaf; leaves beyond the limit were refused when the automaton was built.
fn bit(leaf: u32) -> u64 {
    1_u64.checked_shl(leaf).unwrap_or_default()
}

/// Builds the automaton of a content model that is one `xs:all` group: a single state, to which every member leads back.
pub(super) fn build(
    members: &[Particle],
    occurrence: Occurrence,
    labels: &Labels<'_>,
) -> Result<Automaton, BuildError> {
    if occurrence.max != Some(1) {
        return Err(BuildError::AllGroup);
    }
    if members.len() > MOST_MEMBERS {
        return Err(BuildError::TooManyMembers);
    }
    let mut group = AllGroup {
        required: 0,
        optional: occurrence.min == 0,
    };
    let mut automaton = Automaton::default();
    for member in members {
        let (Term::Leaf(leaf), Some(1)) = (&member.term, member.occurrence.max) else {
            return Err(BuildError::AllGroup);
        };
        let LeafTerm::Element(element) = labels.term(*leaf) else {
            return Err(BuildError::AllGroup);
        };
        if member.occurrence.min > 0 {
            group.required |= bit(*leaf);
        }
        labels.add_element(&mut automaton.transitions, element, |label| Transition {
            label,
            leaf: *leaf,
            target: 0,
            restart: NO_RESTART,
            repeats: false,
            round: Round::Same,
        });
    }
    check_names(&automaton.transitions)?;
    automaton.states.push(State {
        first: 0,
        end: index_of(automaton.transitions.len()),
        accepting: true,
        counter: None,
        group: None,
    });
    automaton.all = Some(group);
    Ok(automaton)
}

/// Refuses two leaves of an `xs:all` group that admit the same element.
fn check_names(transitions: &[Transition]) -> Result<(), BuildError> {
    let mut names: FxHashMap<NameId, u32> = FxHashMap::default();
    for transition in transitions {
        let Label::Element(name, _) = transition.label else {
            continue;
        };
        match names.insert(name, transition.leaf) {
            Some(first) if first != transition.leaf => {
                return Err(ambiguous(first, transition.leaf));
            }
            _ => {}
        }
    }
    Ok(())
}
