//! Which type is derived from which, and which element may stand in for which (XML Schema part 1, sections 3.3.6, 3.4.6
//! and 3.14.6).

use super::ANY_TYPE;
use crate::schema::{ComplexTypeId, Derivation, DerivationSet, Element, SchemaData, SimpleTypeId, TypeRef, Variety};

impl SchemaData {
    /// Whether a type is another one or derived from it, by no step that is blocked.
    pub fn is_derived(&self, derived: TypeRef, base: TypeRef, blocked: DerivationSet) -> bool {
        let mut current = derived;
        // A derivation has no more steps than there are types.
        for _ in 0..=self.complex_types.len() + self.simple_types.len() {
            if current == base {
                return true;
            }
            if let (TypeRef::Simple(member), TypeRef::Simple(union)) = (current, base)
                && !blocked.restriction
                && self.is_member(member, union)
            {
                return true;
            }
            let Some((next, derivation)) = self.base_of(current) else {
                return false;
            };
            let is_blocked = match derivation {
                Derivation::Extension => blocked.extension,
                Derivation::Restriction => blocked.restriction,
            };
            if is_blocked {
                return false;
            }
            current = next;
        }
        false
    }

    /// Whether a complex type is another one or restricts it, in any number of steps.
    pub fn restricts(&self, derived: ComplexTypeId, base: ComplexTypeId) -> bool {
        let blocked = DerivationSet {
            extension: true,
            ..DerivationSet::default()
        };
        derived == base || self.is_derived(TypeRef::Complex(derived), TypeRef::Complex(base), blocked)
    }

    /// The leaf of `base` that a leaf of `derived`, which [restricts](Self::restricts) it, stands for.
    pub fn base_leaf(&self, mut derived: ComplexTypeId, base: ComplexTypeId, mut leaf: u32) -> Option<u32> {
        for _ in 0..=self.complex_types.len() {
            if derived == base {
                return Some(leaf);
            }
            let complex_type = &self.complex_types[derived.index()];
            leaf = *complex_type.base_leaves.get(leaf as usize)?;
            derived = match complex_type.base {
                Some(TypeRef::Complex(next)) => next,
                _ => return None,
            };
        }
        None
    }

    /// Whether an element of the substitution group of `head` may stand in for it: its type must be derived from the
    /// head's by no step that the head, the head's type or a type on the way blocks (section 3.3.6, substitution group OK).
    ///
    /// Whether it is abstract is another matter.
    pub fn may_stand_in(&self, member: &Element, head: &Element) -> bool {
        if head.block.substitution {
            return false;
        }
        let mut blocked = head.block.with(self.block_of(head.type_ref));
        let mut used = DerivationSet::default();
        let mut current = member.type_ref;
        // A derivation has no more steps than there are types.
        for _ in 0..=self.complex_types.len() + self.simple_types.len() {
            if current == head.type_ref {
                break;
            }
            match self.base_of(current) {
                Some((next, Derivation::Extension)) => {
                    used.extension = true;
                    current = next;
                }
                Some((next, Derivation::Restriction)) => {
                    used.restriction = true;
                    current = next;
                }
                // The types of members of a union stand in for the union without being derived from it step by step.
                None => {
                    used.restriction = true;
                    break;
                }
            }
            blocked = blocked.with(self.block_of(current));
        }
        !(blocked.extension && used.extension || blocked.restriction && used.restriction)
    }

    /// What a type itself forbids to stand in for it.
    fn block_of(&self, type_ref: TypeRef) -> DerivationSet {
        match type_ref {
            TypeRef::Complex(id) => self.complex_types[id.index()].block,
            TypeRef::Simple(_) => DerivationSet::default(),
        }
    }

    fn base_of(&self, type_ref: TypeRef) -> Option<(TypeRef, Derivation)> {
        match type_ref {
            TypeRef::Complex(ANY_TYPE) => None,
            TypeRef::Complex(id) => {
                let complex_type = &self.complex_types[id.index()];
                let base = complex_type.base.unwrap_or(TypeRef::Complex(ANY_TYPE));
                Some((base, complex_type.derivation))
            }
            TypeRef::Simple(id) => {
                let base = self.simple_types[id.index()].base;
                let base = if base == id {
                    TypeRef::Complex(ANY_TYPE)
                } else {
                    TypeRef::Simple(base)
                };
                Some((base, Derivation::Restriction))
            }
        }
    }

    /// Whether a type is a member of a union without facets of its own, directly or through member unions.
    fn is_member(&self, member: SimpleTypeId, union: SimpleTypeId) -> bool {
        match &self.simple_types[union.index()].variety {
            Variety::Union(members) => members
                .iter()
                .any(|&known| known == member || (known != union && self.is_member(member, known))),
            _ => false,
        }
    }
}
