//! What to say when an element does not fit.

use super::{Automaton, Cursor, Label};
use crate::{Code, Fault, NameId, fault::Subject, names::Names};

/// So many of the allowed elements are named in a message.
const MOST_NAMED: usize = 8;

impl Automaton {
    /// The fault at an element that [`step`](Self::step) refused, or at an end tag that came too early (`None`).
    ///
    /// When the element could stand later on, what stands before it is missing; otherwise the element itself is one
    /// too many, or a stranger. `found` is the element as the document writes it.
    pub fn diagnose(&self, cursor: Cursor, name: Option<NameId>, found: Option<&str>, names: &Names) -> Fault {
        let is_missing = name.is_none_or(|name| self.is_ahead(cursor, name));
        let mut expected = Vec::new();
        // Of an `xs:all` group that ends too early only what is required is missing.
        let required = self.all.filter(|_| name.is_none()).map(|group| group.required);
        let is_wanted = |leaf: u32| required.is_none_or(|required| required.checked_shr(leaf).unwrap_or(0) & 1 == 1);
        let open = self
            .open_transitions(cursor)
            .filter(|transition| is_wanted(transition.leaf));
        for transition in open.take(MOST_NAMED) {
            expected.push(match transition.label {
                Label::Element(name, _) => names.prefixed(name),
                Label::Wildcard(_) => "*".to_owned(),
            });
        }
        Fault {
            code: if is_missing {
                Code::ElementMissing
            } else {
                Code::ElementUnexpected
            },
            subject: Subject::Order {
                found: found.map(str::to_owned),
                expected,
            },
        }
    }

    /// Whether an element of this name can stand somewhere after this place.
    fn is_ahead(&self, cursor: Cursor, name: NameId) -> bool {
        if self.all.is_some() {
            // What can still stand in an `xs:all` group can stand at once.
            return false;
        }
        let mut seen = vec![false; self.states.len()];
        let mut open: Vec<u32> = self
            .open_transitions(cursor)
            .map(|transition| transition.target)
            .collect();
        while let Some(state) = open.pop() {
            if std::mem::replace(&mut seen[state as usize], true) {
                continue;
            }
            let state = &self.states[state as usize];
            for transition in &self.transitions[state.first as usize..state.end as usize] {
                if matches!(transition.label, Label::Element(candidate, _) if candidate == name) {
                    return true;
                }
                open.push(transition.target);
            }
        }
        false
    }
}
