//! Attribute declarations, uses and groups.

use super::simple::read_simple;
use super::{Aside, RawConstraint, SimpleComponent, WildcardComponent, context::Context, particle::read_wildcard};
use crate::{
    NameId,
    schema::{Annotation, SourceLocation},
    xsd::fault::SchemaFault,
};
use roxmltree::Node;

/// An attribute declaration, or the use of one.
#[derive(Clone, PartialEq)]
pub(in crate::xsd) struct AttributeComponent {
    pub(in crate::xsd) name: NameId,
    pub(in crate::xsd) attribute_type: AttributeType,
    pub(in crate::xsd) use_kind: AttributeUseKind,
    pub(in crate::xsd) constraint: Option<RawConstraint>,
    pub(in crate::xsd) annotation: Aside<Annotation>,
    pub(in crate::xsd) source: Aside<SourceLocation>,
}

/// Where the type of an attribute comes from.
#[derive(Clone, PartialEq)]
pub(in crate::xsd) enum AttributeType {
    /// Nothing is said: any simple value.
    Absent,
    Named(NameId),
    Inline(Box<SimpleComponent>),
    /// From the global attribute of the same name.
    Reference,
}

/// `use` of an attribute.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::xsd) enum AttributeUseKind {
    Optional,
    Required,
    Prohibited,
}

/// What an attribute list holds.
#[derive(Clone, PartialEq)]
pub(in crate::xsd) enum AttributeItem {
    Attribute(Box<AttributeComponent>),
    Group(NameId, Aside<SourceLocation>),
}

/// The attributes of a type or attribute group.
#[derive(Clone, Default, PartialEq)]
pub(in crate::xsd) struct Attributes {
    pub(in crate::xsd) items: Vec<AttributeItem>,
    pub(in crate::xsd) wildcard: Option<WildcardComponent>,
}

impl Attributes {
    /// Takes the child if it belongs to an attribute list; tells whether it did.
    pub(super) fn take(&mut self, context: &mut Context<'_>, node: Node<'_, '_>) -> Result<bool, SchemaFault> {
        match node.tag_name().name() {
            "attribute" => {
                let attribute = read_attribute(context, node, false)?;
                self.items.push(AttributeItem::Attribute(Box::new(attribute)));
            }
            "attributeGroup" => {
                context.only_attributes(node, &["ref"])?;
                let name = context.reference(node, "ref")?;
                let name = name.ok_or_else(|| context.invalid(node, "a reference without ref"))?;
                self.items.push(AttributeItem::Group(name, Aside(context.source(node))));
            }
            "anyAttribute" => {
                context.only_attributes(node, &["namespace", "processContents"])?;
                let wildcard = read_wildcard(context, node)?;
                context.set_once(&mut self.wildcard, wildcard, node)?;
            }
            _ => return Ok(false),
        }
        Ok(true)
    }
}

/// Reads `xs:attribute`.
pub(super) fn read_attribute(
    context: &mut Context<'_>,
    node: Node<'_, '_>,
    is_global: bool,
) -> Result<AttributeComponent, SchemaFault> {
    let allowed: &[&str] = if is_global {
        // A global attribute that only refers would refer to itself.
        &["name", "type", "default", "fixed"]
    } else {
        &["name", "ref", "type", "use", "default", "fixed", "form"]
    };
    context.only_attributes(node, allowed)?;
    let reference = context.reference(node, "ref")?;
    if reference.is_some() {
        context.only_attributes(node, &["ref", "use", "default", "fixed"])?;
    }
    let name = match reference {
        Some(name) => name,
        None if is_global => context.global_name(node)?,
        None => context.local_name(node, context.attributes_qualified)?,
    };
    let use_kind = match node.attribute("use").map(str::trim) {
        None | Some("optional") => AttributeUseKind::Optional,
        Some("required") => AttributeUseKind::Required,
        Some("prohibited") => AttributeUseKind::Prohibited,
        Some(_) => return Err(context.invalid(node, "use is none of optional, required and prohibited")),
    };
    let mut attribute_type = match context.reference(node, "type")? {
        _ if reference.is_some() => AttributeType::Reference,
        Some(name) => AttributeType::Named(name),
        None => AttributeType::Absent,
    };
    for child in context.children(node)? {
        if child.tag_name().name() != "simpleType" || attribute_type != AttributeType::Absent {
            return Err(context.invalid(child, "an attribute has one simple type, named or inside it"));
        }
        attribute_type = AttributeType::Inline(Box::new(read_simple(context, child, None)?));
    }
    Ok(AttributeComponent {
        name,
        attribute_type,
        use_kind,
        constraint: RawConstraint::read(context, node)?,
        annotation: context.annotation(node),
        source: Aside(context.source(node)),
    })
}
