//! Attributes against the type of their element (XML Schema part 1, section 3.4.4, clauses 3 to 5).

use super::{Constrained, IdKind};
use crate::{
    NameId, NamespaceId,
    schema::{AttributeId, AttributeUse, ComplexType, ProcessContents, Schema, SimpleTypeId, SourceLocation},
    value::{NoPrefixes, PrefixResolver},
};

/// What a type says of an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttributeRule {
    /// It is this one of the type's attribute uses.
    Use(u32),
    /// A wildcard admits it, and its value must fit this declaration.
    Declared(AttributeId),
    /// A wildcard admits it as it is.
    Admitted,
    /// A wildcard admits only declared attributes, and it is not.
    Undeclared,
    /// It is not allowed.
    Unexpected,
}

/// What the value of an attribute must keep.
#[derive(Clone, Copy, Debug)]
pub enum AttributeDemand<'s> {
    /// This, which stands there in the schema.
    Keep(Constrained<'s>, SourceLocation),
    /// Nothing: a wildcard admits it as it is.
    Nothing,
    /// It must not be there.
    Unexpected,
}

impl Schema {
    /// What the value of an attribute must keep that is none of the instance namespace's four. `None` stands for a simple
    /// type, which has no attributes. `has_wild_id` is `false` at the first attribute of an element, and tells at the next
    /// ones whether a wildcard has admitted an ID: there may be one.
    #[inline]
    pub fn attribute_demand<'s>(
        &'s self,
        complex_type: Option<&'s ComplexType>,
        (name, namespace): (NameId, NamespaceId),
        has_wild_id: &mut bool,
    ) -> AttributeDemand<'s> {
        let Some(complex_type) = complex_type else {
            return AttributeDemand::Unexpected;
        };
        let (simple_type, constraint, source) = match self.attribute_rule(complex_type, name, namespace) {
            AttributeRule::Use(place) => {
                let known = &complex_type.attributes[place as usize];
                (known.simple_type, &known.constraint, known.source)
            }
            AttributeRule::Declared(id) => {
                let known = &self.attributes[id.index()];
                if self.id_kind(known.simple_type) == IdKind::Id
                    && (std::mem::replace(has_wild_id, true) || self.has_id(complex_type))
                {
                    // An element has one ID at most (section 3.4.4, clause 5).
                    return AttributeDemand::Unexpected;
                }
                (known.simple_type, &known.constraint, known.source)
            }
            AttributeRule::Admitted => return AttributeDemand::Nothing,
            AttributeRule::Undeclared | AttributeRule::Unexpected => return AttributeDemand::Unexpected,
        };
        let constrained = Constrained {
            simple_type,
            constraint: constraint.as_ref(),
        };
        AttributeDemand::Keep(constrained, source)
    }

    /// What a type says of an attribute that is none of the instance namespace's four.
    #[inline]
    pub fn attribute_rule(&self, complex_type: &ComplexType, name: NameId, namespace: NamespaceId) -> AttributeRule {
        let place = complex_type.attributes.iter().position(|known| known.name == name);
        match place.and_then(|place| u32::try_from(place).ok()) {
            Some(place) => AttributeRule::Use(place),
            None => self.wildcard_rule(complex_type, name, namespace),
        }
    }

    /// Whether a type has an attribute that gives an ID.
    fn has_id(&self, complex_type: &ComplexType) -> bool {
        let mut uses = complex_type.attributes.iter();
        uses.any(|known| self.id_kind(known.simple_type) == IdKind::Id)
    }

    fn wildcard_rule(&self, complex_type: &ComplexType, name: NameId, namespace: NamespaceId) -> AttributeRule {
        let Some(wildcard) = complex_type.attribute_wildcard.map(|id| self.wildcard(id)) else {
            return AttributeRule::Unexpected;
        };
        if !wildcard.admits(namespace) {
            return AttributeRule::Unexpected;
        }
        match (wildcard.process_contents, self.global_attributes.get(name)) {
            (ProcessContents::Skip, _) | (ProcessContents::Lax, None) => AttributeRule::Admitted,
            (ProcessContents::Strict, None) => AttributeRule::Undeclared,
            (ProcessContents::Strict | ProcessContents::Lax, Some(declaration)) => AttributeRule::Declared(declaration),
        }
    }

    /// The first mandatory attribute that is not there.
    #[inline]
    pub fn missing_attribute<'t>(
        &self,
        complex_type: &'t ComplexType,
        is_there: impl Fn(NameId) -> bool,
    ) -> Option<&'t AttributeUse> {
        complex_type
            .attributes
            .iter()
            .find(|known| known.required && !is_there(known.name))
    }

    /// Whether a value that fits its type is the fixed one, which is compared in value space.
    pub fn is_fixed_value(
        &self,
        simple_type: SimpleTypeId,
        fixed: &str,
        text: &str,
        prefixes: &dyn PrefixResolver,
    ) -> bool {
        text == fixed || self.is_same_value(simple_type, (text, prefixes), (fixed, &NoPrefixes))
    }
}
