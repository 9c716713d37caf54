//! Keys, uniqueness and key references (XML Schema part 1, section 3.11).
//!
//! Nothing of this runs before an element opens whose declaration has identity constraints. From there on the names of the
//! open elements are known, and every element is compared with the selectors and fields that are waiting.

mod check;
mod keys;
mod paths;

use keys::Keys;
use paths::{Ending, leads_to};
use siphasher::sip128::{Hasher128, SipHasher13};
use std::hash::{BuildHasher, Hash, RandomState};
use xsozial_model::xml::Mark;
use xsozial_schema::{
    NameId,
    names::Names,
    schema::{Element, IdentityConstraint, IdentityId},
    value::{Builtin, Value},
};

/// The identity constraints that are in force.
pub(super) struct Identities<'v> {
    /// Names of the open elements, from the outermost one with constraints on.
    names: Vec<NameId>,
    scopes: Vec<Scope<'v>>,
    /// Elements that a selector selects and that are still open.
    selected: Vec<Selected>,
    /// Fields whose element is open and whose value has not come.
    awaited: Vec<Awaited>,
    /// More elements were selected than are looked at, which has been reported.
    has_overflowed: bool,
    hasher: SipHasher13,
}

/// An open element with constraints.
struct Scope<'v> {
    /// Its place in `names`.
    depth: usize,
    rules: Vec<ActiveRule<'v>>,
    /// Keys of inner scopes that references of this one may mean.
    inherited: Vec<(IdentityId, Keys)>,
}

/// A constraint in force.
struct ActiveRule<'v> {
    id: IdentityId,
    rule: &'v IdentityConstraint,
    keys: Keys,
}

/// An element that a selector selects.
struct Selected {
    scope: usize,
    rule: usize,
    /// Its place in `names`.
    depth: usize,
    mark: Mark,
    fields: Vec<Field>,
    /// A fault inside it has been reported: what its fields are is not known.
    is_disturbed: bool,
}

/// What is known of a field.
#[derive(Clone, Copy)]
enum Field {
    Absent,
    Value(u128),
    /// More than one element or attribute, or one without a simple value.
    Unclear,
}

/// A field that waits for the value of an open element.
struct Awaited {
    selected: usize,
    field: usize,
    depth: usize,
}

impl<'v> Identities<'v> {
    pub(super) fn new() -> Self {
        let random = RandomState::new();
        Self {
            names: Vec::new(),
            scopes: Vec::new(),
            selected: Vec::new(),
            awaited: Vec::new(),
            has_overflowed: false,
            hasher: SipHasher13::new_with_keys(random.hash_one(0), random.hash_one(1)),
        }
    }

    /// Whether any constraint is in force.
    #[inline]
    pub(super) fn is_active(&self) -> bool {
        !self.scopes.is_empty()
    }

    /// The structure is at fault: what is selected now, and what was to be selected here, is not known for certain.
    pub(super) fn disturb(&mut self) {
        for selected in &mut self.selected {
            selected.is_disturbed = true;
        }
        for scope in &mut self.scopes {
            for rule in &mut scope.rules {
                rule.keys.is_incomplete = true;
            }
        }
    }

    /// The value of the current element is at fault: so are the keys that it is a field of.
    pub(super) fn disturb_awaited(&mut self) {
        let depth = self.names.len().saturating_sub(1);
        while let Some(awaited) = self.awaited.pop_if(|awaited| awaited.depth == depth) {
            if let Some(selected) = self.selected.get_mut(awaited.selected) {
                selected.is_disturbed = true;
            }
        }
    }

    /// An attribute of the current element is at fault: so are the keys that have attributes of it for a field.
    pub(super) fn disturb_here(&mut self, names: &Names) {
        for selected in &mut self.selected {
            let Some(chain) = self.names.get(selected.depth + 1..) else {
                continue;
            };
            let rule = self
                .scopes
                .get(selected.scope)
                .and_then(|scope| scope.rules.get(selected.rule));
            let paths = rule.into_iter().flat_map(|active| active.rule.fields.iter().flatten());
            selected.is_disturbed |= paths
                .into_iter()
                .any(|path| matches!(leads_to(path, chain, names), Some(Ending::Attribute(_))));
        }
    }

    /// A part is read over, because of a fault or because the schema says so.
    pub(super) fn skip(&mut self, is_faulty: bool) {
        if is_faulty && self.is_active() {
            self.disturb();
        }
    }

    fn open_scope(&mut self, element: &'v Element, identity: impl Fn(IdentityId) -> &'v IdentityConstraint) {
        let rules = element
            .identities
            .iter()
            .map(|&id| ActiveRule {
                id,
                rule: identity(id),
                keys: Keys::default(),
            })
            .collect();
        self.scopes.push(Scope {
            depth: self.names.len() - 1,
            rules,
            inherited: Vec::new(),
        });
    }

    /// Notes the value of a field.
    fn set_field(&mut self, selected: usize, field: usize, value: Field) {
        let Some(known) = self
            .selected
            .get_mut(selected)
            .and_then(|selected| selected.fields.get_mut(field))
        else {
            return;
        };
        *known = match known {
            Field::Absent => value,
            Field::Value(_) | Field::Unclear => Field::Unclear,
        };
    }

    /// A value as a keyed hash: equal values have equal ones, and the value is not kept. Values of different primitive types
    /// are never equal (part 2, section 2.2).
    fn digest(&self, primitive: Builtin, value: &Value) -> u128 {
        let mut hasher = self.hasher;
        primitive.hash(&mut hasher);
        value.hash(&mut hasher);
        hasher.finish128().as_u128()
    }

    /// The fields of a key as one hash.
    fn digest_all(&self, fields: &[Field]) -> Option<u128> {
        let mut hasher = self.hasher;
        for field in fields {
            match field {
                Field::Value(digest) => digest.hash(&mut hasher),
                Field::Absent | Field::Unclear => return None,
            }
        }
        Some(hasher.finish128().as_u128())
    }
}
