//! Which type an element has in a document: `xsi:type` and `xsi:nil` (XML Schema part 1, sections 3.3.4 and 3.4.6).

use crate::{
    Code, Fault, NamespaceId,
    schema::{ComplexTypeId, Derivation, DerivationSet, Element, Schema, SimpleTypeId, TypeRef, Variety},
    value::{PrefixResolver, QName, WhiteSpace, parse_boolean},
};

/// `xs:anyType`, the first complex type of every schema.
pub const ANY_TYPE: ComplexTypeId = ComplexTypeId::new(0);

impl Schema {
    /// The type that `xsi:type` names, if it may stand in for the declared one. `element` is the declaration, where there
    /// is one.
    pub fn named_type(
        &self,
        element: Option<&Element>,
        declared: TypeRef,
        xsi_type: &str,
        prefixes: &dyn PrefixResolver,
    ) -> Result<TypeRef, Box<Fault>> {
        let unknown = || Box::new(Fault::new(Code::TypeUnknown));
        let name = QName::parse(&WhiteSpace::Collapse.normalise(xsi_type), prefixes).ok_or_else(unknown)?;
        let namespace = self.names.namespace(name.namespace());
        if namespace == NamespaceId::UNKNOWN {
            return Err(unknown());
        }
        let named = self
            .global_type(self.names.lookup(namespace, name.local()))
            .ok_or_else(unknown)?;
        let mut blocked = element.map(|element| element.block).unwrap_or_default();
        if let TypeRef::Complex(declared) = declared {
            let own = self.complex_type(declared).block;
            blocked.extension |= own.extension;
            blocked.restriction |= own.restriction;
        }
        if !self.is_derived(named, declared, blocked) {
            return Err(Box::new(Fault::named(Code::TypeNotDerived, self.type_name(named))));
        }
        Ok(named)
    }

    /// Refuses an abstract type.
    #[inline]
    pub fn check_concrete(&self, type_ref: TypeRef) -> Result<(), Box<Fault>> {
        match type_ref {
            TypeRef::Complex(id) if self.complex_type(id).is_abstract => {
                Err(Box::new(Fault::named(Code::TypeAbstract, self.type_name(type_ref))))
            }
            _ => Ok(()),
        }
    }

    /// Whether an element is nil, by its `xsi:nil`.
    pub fn is_nil(&self, element: Option<&Element>, xsi_nil: &str) -> Result<bool, Box<Fault>> {
        match parse_boolean(&WhiteSpace::Collapse.normalise(xsi_nil)) {
            Some(true) if element.is_some_and(|element| !element.is_nillable) => {
                Err(Box::new(Fault::new(Code::NilNotAllowed)))
            }
            Some(is_nil) => Ok(is_nil),
            None => Err(Box::new(Fault::new(Code::Lexical))),
        }
    }

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
            let complex_type = self.complex_type(derived);
            leaf = *complex_type.base_leaves.get(leaf as usize)?;
            derived = match complex_type.base {
                Some(TypeRef::Complex(next)) => next,
                _ => return None,
            };
        }
        None
    }

    fn base_of(&self, type_ref: TypeRef) -> Option<(TypeRef, Derivation)> {
        match type_ref {
            TypeRef::Complex(ANY_TYPE) => None,
            TypeRef::Complex(id) => {
                let complex_type = self.complex_type(id);
                let base = complex_type.base.unwrap_or(TypeRef::Complex(ANY_TYPE));
                Some((base, complex_type.derivation))
            }
            TypeRef::Simple(id) => {
                let base = self.simple_type(id).base;
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
        match &self.simple_type(union).variety {
            Variety::Union(members) => members
                .iter()
                .any(|&known| known == member || (known != union && self.is_member(member, known))),
            _ => false,
        }
    }
}
