//! Values against their type and their fixed value.

use crate::xml::{Prefixes, ReadOptions};
use std::borrow::Cow;
use xsozial_schema::{
    Code, Fault, Schema,
    facet::Checked,
    fault::{Subject, TextShape},
    schema::{SimpleTypeId, TypeRef, ValueConstraint, Variety},
};

/// What a value must keep.
#[derive(Clone, Copy)]
pub(super) struct Constrained<'s> {
    pub(super) simple_type: SimpleTypeId,
    pub(super) constraint: Option<&'s ValueConstraint>,
}

/// Checks a value against its type and its fixed value, as strictly as the options say. `fixed` is the code for another
/// value than the fixed one.
#[inline]
pub(super) fn check_constrained<'t>(
    schema: &Schema,
    options: &ReadOptions,
    rule: Constrained<'_>,
    fixed: Code,
    text: &'t str,
    prefixes: &Prefixes,
) -> Result<Checked<'t>, Box<Fault>> {
    if let Some(ValueConstraint::Fixed(value)) = rule.constraint
        && value == text
        && !is_enumerated(schema, rule.simple_type)
    {
        // The schema's own value needs no check, unless somebody asks which of several it is.
        return Ok(Checked {
            text: Cow::Borrowed(text),
            member: rule.simple_type,
            enumeration: None,
        });
    }
    let checked = match schema.check_value(rule.simple_type, text, prefixes) {
        Ok(checked) => checked,
        Err(fault) if options.facets && is_tolerable(fault.code) && !is_enumerated(schema, rule.simple_type) => {
            Checked {
                text: schema.facets(rule.simple_type).white_space.normalise(text),
                member: rule.simple_type,
                enumeration: None,
            }
        }
        Err(fault) => return Err(fault),
    };
    match rule.constraint {
        Some(ValueConstraint::Fixed(value))
            if !options.fixed_values && !schema.is_fixed_value(rule.simple_type, value, &checked.text, prefixes) =>
        {
            Err(Box::new(fixed_fault(schema, rule.simple_type, fixed, value, text)))
        }
        _ => Ok(checked),
    }
}

/// Whether the check of a value tells which enumerated value, or which member of a union, it is.
fn is_enumerated(schema: &Schema, simple_type: SimpleTypeId) -> bool {
    let known = schema.simple_type(simple_type);
    !known.facets.enumeration.is_empty() || matches!(known.variety, Variety::Union(_))
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

#[cold]
fn fixed_fault(schema: &Schema, simple_type: SimpleTypeId, code: Code, fixed: &str, text: &str) -> Fault {
    Fault {
        code,
        subject: Subject::Value {
            type_name: schema.type_name(TypeRef::Simple(simple_type)),
            attribute: None,
            shape: TextShape::of(text),
            bound: Some(fixed.to_owned()),
        },
    }
}
