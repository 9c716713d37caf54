//! Values against their type and their fixed value (XML Schema part 1, sections 3.2.4 and 3.3.4).

use crate::{
    Code, Fault,
    facet::Checked,
    fault::{Subject, TextShape},
    schema::{Schema, SimpleTypeId, TypeRef, ValueConstraint, Variety},
    value::PrefixResolver,
};
use std::borrow::Cow;

/// What a value must keep.
#[derive(Clone, Copy, Debug)]
pub struct Constrained<'s> {
    /// Its type.
    pub simple_type: SimpleTypeId,
    /// Its default or fixed value.
    pub constraint: Option<&'s ValueConstraint>,
}

/// What is let pass. The default is nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tolerance {
    /// Values that break a facet other than an enumeration, as long as they have the form of their built-in type.
    pub facets: bool,
    /// Values that differ from the fixed one.
    pub fixed_values: bool,
}

impl Schema {
    /// Checks a value against its type and its fixed value. `fixed` is the code for another value than the fixed one.
    #[inline]
    pub fn check_constrained<'t>(
        &self,
        rule: Constrained<'_>,
        tolerance: Tolerance,
        fixed: Code,
        text: &'t str,
        prefixes: &dyn PrefixResolver,
    ) -> Result<Checked<'t>, Box<Fault>> {
        if let Some(ValueConstraint::Fixed(value)) = rule.constraint
            && value == text
            && fixed == Code::AttributeFixed
            && !self.is_enumerated(rule.simple_type)
        {
            // The schema's own value needs no check, unless somebody asks which of several it is. (An element's type may be
            // another one than the declared.)
            return Ok(Checked {
                text: Cow::Borrowed(text),
                member: rule.simple_type,
                enumeration: None,
            });
        }
        let checked = match self.check_value(rule.simple_type, text, prefixes) {
            Ok(checked) => checked,
            Err(fault) if tolerance.facets && is_tolerable(fault.code) && !self.is_enumerated(rule.simple_type) => {
                Checked {
                    text: self.facets(rule.simple_type).white_space.normalise(text),
                    member: rule.simple_type,
                    enumeration: None,
                }
            }
            Err(fault) => return Err(fault),
        };
        match rule.constraint {
            Some(ValueConstraint::Fixed(value))
                if !tolerance.fixed_values
                    && !self.is_fixed_value(rule.simple_type, value, &checked.text, prefixes) =>
            {
                Err(Box::new(self.fixed_fault(rule.simple_type, fixed, value, text)))
            }
            _ => Ok(checked),
        }
    }

    /// Whether values of this type can be checked piece by piece with
    /// [`Base64Decoder`](crate::value::Base64Decoder): base64, and no rule that needs the whole value.
    #[inline]
    pub fn is_plain_base64(&self, simple_type: SimpleTypeId) -> bool {
        self.check_plan(simple_type).is_plain_base64()
    }

    /// The fault of a value of so many characters that has not the form of its type.
    #[cold]
    pub fn lexical_fault(&self, simple_type: SimpleTypeId, characters: usize) -> Fault {
        Fault {
            code: Code::Lexical,
            subject: Subject::Value {
                type_name: self.type_name(TypeRef::Simple(simple_type)),
                attribute: None,
                shape: TextShape {
                    characters,
                    offending: None,
                },
                bound: None,
            },
        }
    }

    /// Whether the check of a value tells which enumerated value, or which member of a union, it is.
    fn is_enumerated(&self, simple_type: SimpleTypeId) -> bool {
        let known = self.simple_type(simple_type);
        !known.facets.enumeration.is_empty() || matches!(known.variety, Variety::Union(_))
    }

    #[cold]
    fn fixed_fault(&self, simple_type: SimpleTypeId, code: Code, fixed: &str, text: &str) -> Fault {
        Fault {
            code,
            subject: Subject::Value {
                type_name: self.type_name(TypeRef::Simple(simple_type)),
                attribute: None,
                shape: TextShape::of(text),
                bound: Some(fixed.to_owned()),
            },
        }
    }
}

/// Facets that a value may break and still be a value of its built-in type.
fn is_tolerable(code: Code) -> bool {
    matches!(
        code,
        Code::Length
            | Code::MinLength
            | Code::MaxLength
            | Code::Pattern
            | Code::MinInclusive
            | Code::MaxInclusive
            | Code::MinExclusive
            | Code::MaxExclusive
            | Code::TotalDigits
            | Code::FractionDigits
    )
}
