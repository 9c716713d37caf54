//! What to say when an element does not fit.

use super::{Automaton, Cursor, Label};
use crate::{Code, Fault, NameId, fault::Subject, names::Names};

/// So many of the allowed elements are named in a message.
const MOST_NAMED: usize = 8;

impl Automaton {
    /// The fault at an element that [`step`](Self::step) refused, or at an end tag that came too early (`None`).
    ///
    /// When the element could stand later on, what stands before it is missing; otherwise the element itself is one
    /// too many, or a stranger. An abstract element may stand nowhere. `found` is the element as the document writes it.
    pub fn diagnose(&self, cursor: Cursor, name: Option<NameId>, found: Option<&str>, names: &Names) -> Fault {
        let is_ahead = name.is_some_and(|name| self.gap(cursor, name).is_some());
        self.diagnose_knowing(is_ahead, cursor, name, found, names)
    }

    /// The same for whoever knows already whether there is a [gap](Self::gap) before the element.
    pub fn diagnose_knowing(
        &self,
        is_ahead: bool,
        cursor: Cursor,
        name: Option<NameId>,
        found: Option<&str>,
        names: &Names,
    ) -> Fault {
        if name.is_some_and(|name| self.abstract_elements.contains(&name)) {
            return Fault::named(Code::ElementAbstract, found.unwrap_or_default());
        }
        let is_missing = name.is_none() || is_ahead;
        let mut expected = Vec::new();
        // Of an `xs:all` group that ends too early only what is required is missing.
        let all = self.all.filter(|_| name.is_none());
        let open = self
            .open_transitions(cursor)
            .filter(|transition| all.is_none_or(|group| group.requires(transition.leaf)));
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
}
