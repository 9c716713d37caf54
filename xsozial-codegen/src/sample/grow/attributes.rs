//! Attributes.

use super::Growth;
use crate::sample::{
    SampleError, Size,
    lists::ListedCode,
    tree::{Attribute, NodeId, Slot, Text},
};
use xsozial_schema::{
    check::{AttributeRule, IdKind},
    schema::{AttributeUse, ComplexType, SourceLocation, ValueConstraint},
};

/// How likely a random document has an attribute that a wildcard admits, or writes a default value as it is.
const WILDCARD_PERCENT: usize = 20;
const DEFAULT_PERCENT: usize = 50;

impl Growth<'_, '_> {
    pub(super) fn attributes(
        &mut self,
        node: NodeId,
        complex_type: &ComplexType,
        size: Size,
        code: Option<&ListedCode>,
        holder: SourceLocation,
    ) -> Result<(), SampleError> {
        for attribute in &complex_type.attributes {
            if !self.takes_attribute(attribute, size) {
                continue;
            }
            let value = self.attribute_value(node, attribute, size, code)?;
            self.tree.nodes[node].attributes.push(Attribute {
                name: attribute.name,
                value,
            });
        }
        self.admitted_attribute(node, complex_type, size, holder)
    }

    fn takes_attribute(&mut self, attribute: &AttributeUse, size: Size) -> bool {
        if attribute.required {
            return true;
        }
        let kind = self.ground.schema.id_kind(attribute.simple_type);
        let is_reference = kind == IdKind::Reference || self.ground.field_names.refers_by_attribute(attribute.name);
        if is_reference && self.policy.no_references {
            return false;
        }
        if attribute.constraint.is_none() && !self.ground.weights.is_usable(attribute.simple_type) {
            return false;
        }
        let is_wanted =
            (kind == IdKind::Id && self.policy.all_ids) || self.ground.field_names.attributes.contains(&attribute.name);
        is_wanted || self.takes_optional(size)
    }

    fn attribute_value(
        &mut self,
        node: NodeId,
        attribute: &AttributeUse,
        size: Size,
        code: Option<&ListedCode>,
    ) -> Result<Text, SampleError> {
        let is_field = self.ground.field_names.attributes.contains(&attribute.name);
        let is_usable = self.ground.weights.is_usable(attribute.simple_type);
        match &attribute.constraint {
            Some(ValueConstraint::Fixed(fixed)) => Ok(Text::constant(attribute.simple_type, fixed)),
            Some(ValueConstraint::Default(default))
                if !is_field && (!is_usable || size != Size::Random || self.random.chance(DEFAULT_PERCENT)) =>
            {
                Ok(Text::constant(attribute.simple_type, default))
            }
            _ => {
                let slot = self.next_attribute(node);
                let local = self.ground.schema.names.local(attribute.name);
                self.value(attribute.simple_type, local, (size, slot), code, attribute.source)
            }
        }
    }

    /// Where the attribute that is added next will stand.
    fn next_attribute(&self, node: NodeId) -> Slot {
        Slot {
            node,
            attribute: Some(self.tree.nodes[node].attributes.len()),
        }
    }

    /// A declared attribute that the wildcard of the type admits.
    fn admitted_attribute(
        &mut self,
        node: NodeId,
        complex_type: &ComplexType,
        size: Size,
        holder: SourceLocation,
    ) -> Result<(), SampleError> {
        let is_taken = match size {
            Size::Minimal => false,
            Size::Full => true,
            Size::Random => self.random.chance(WILDCARD_PERCENT),
        };
        if !is_taken || complex_type.attribute_wildcard.is_none() {
            return Ok(());
        }
        let schema = self.ground.schema;
        let admitted: Vec<_> = schema
            .global_attributes
            .iter()
            .map(|(_, id)| &schema.attributes[id.index()])
            .filter(|declaration| {
                let namespace = schema.names.namespace_of(declaration.name);
                let rule = schema.attribute_rule(complex_type, declaration.name, namespace);
                // An element has one ID at most, and a reference here would only make the document harder.
                matches!(rule, AttributeRule::Declared(_))
                    && schema.id_kind(declaration.simple_type) == IdKind::None
                    && (declaration.constraint.is_some() || self.ground.weights.is_usable(declaration.simple_type))
            })
            .collect();
        let Some(declaration) = self.random.pick(&admitted) else {
            return Ok(());
        };
        let value = if let Some(fixed) = declaration.constraint.as_ref().and_then(ValueConstraint::fixed) {
            Text::constant(declaration.simple_type, fixed)
        } else {
            let slot = self.next_attribute(node);
            let local = schema.names.local(declaration.name);
            self.value(declaration.simple_type, local, (size, slot), None, holder)?
        };
        self.tree.nodes[node].attributes.push(Attribute {
            name: declaration.name,
            value,
        });
        Ok(())
    }
}
