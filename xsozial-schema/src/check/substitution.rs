//! Which type an element has in a document: `xsi:type` and `xsi:nil` (XML Schema part 1, sections 3.3.4 and 3.4.6).

use crate::{
    Code, Fault, NamespaceId,
    schema::{ComplexTypeId, Element, Schema, TypeRef, ValueConstraint},
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

    /// Whether an element is nil, by its `xsi:nil`, which elements that are not nillable must not have, be it false (section
    /// 3.3.4, clause 3). Without a declaration it says nothing.
    pub fn is_nil(&self, element: Option<&Element>, xsi_nil: &str) -> Result<bool, Box<Fault>> {
        match parse_boolean(&WhiteSpace::Collapse.normalise(xsi_nil)) {
            _ if element.is_some_and(|element| !element.is_nillable) => Err(Box::new(Fault::new(Code::NilNotAllowed))),
            None => Err(Box::new(Fault::new(Code::Lexical))),
            Some(is_nil) => {
                let has_fixed = |constraint: &ValueConstraint| constraint.fixed().is_some();
                match element {
                    Some(element) if is_nil && element.constraint.as_ref().is_some_and(has_fixed) => {
                        Err(Box::new(Fault::new(Code::NilNotAllowed)))
                    }
                    Some(_) => Ok(is_nil),
                    None => Ok(false),
                }
            }
        }
    }
}
