//! Named model groups and attribute groups.

use super::{
    Aside, AttributeGroupComponent, Attributes, GroupComponent,
    context::Context,
    particle::{is_particle, read_particle},
};
use crate::xsd::fault::SchemaFault;
use roxmltree::Node;

/// Reads a named model group.
pub(super) fn read_group(context: &mut Context<'_>, node: Node<'_, '_>) -> Result<GroupComponent, SchemaFault> {
    context.only_attributes(node, &["name"])?;
    let name = context.global_name(node)?;
    let mut particle = None;
    for child in context.children(node)? {
        if !is_particle(child) || child.tag_name().name() == "group" {
            let name = child.tag_name().name();
            return Err(context.invalid(child, format!("xs:{name} inside xs:group, which holds a model group")));
        }
        let read = read_particle(context, child)?;
        context.set_once(&mut particle, read, child)?;
    }
    Ok(GroupComponent {
        name,
        particle,
        source: Aside(context.source(node)),
    })
}

/// Reads a named attribute group.
pub(super) fn read_attribute_group(
    context: &mut Context<'_>,
    node: Node<'_, '_>,
) -> Result<AttributeGroupComponent, SchemaFault> {
    context.only_attributes(node, &["name"])?;
    let name = context.global_name(node)?;
    let mut attributes = Attributes::default();
    for child in context.children(node)? {
        if !attributes.take(context, child)? {
            let name = child.tag_name().name();
            return Err(context.unsupported(child, format!("xs:{name} inside xs:attributeGroup")));
        }
    }
    Ok(AttributeGroupComponent {
        name,
        attributes,
        source: Aside(context.source(node)),
    })
}
