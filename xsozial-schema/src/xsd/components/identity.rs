//! Identity constraints: `xs:key`, `xs:unique` and `xs:keyref` (XML Schema part 1, section 3.11).

use super::{
    Aside,
    context::Context,
    identity_path::{self, Role},
};
use crate::{
    NameId,
    names::XML_NAMESPACE,
    schema::{IdentityPath, SourceLocation},
    value::is_nc_name,
    xsd::fault::SchemaFault,
};
use roxmltree::Node;

/// An identity constraint.
#[derive(Clone, PartialEq)]
pub(in crate::xsd) struct IdentityComponent {
    pub(in crate::xsd) name: NameId,
    pub(in crate::xsd) kind: IdentityComponentKind,
    pub(in crate::xsd) selector: Vec<IdentityPath>,
    pub(in crate::xsd) fields: Vec<Vec<IdentityPath>>,
    pub(in crate::xsd) source: Aside<SourceLocation>,
    /// Byte at which it begins in its document: several may stand on one line.
    pub(in crate::xsd) offset: Aside<usize>,
}

/// Which kind of identity constraint it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::xsd) enum IdentityComponentKind {
    Key,
    Unique,
    /// A reference to the key of this name.
    KeyReference(NameId),
}

/// Whether an element name begins an identity constraint.
pub(super) fn is_identity(node: Node<'_, '_>) -> bool {
    matches!(node.tag_name().name(), "key" | "keyref" | "unique")
}

/// Reads `xs:key`, `xs:unique` or `xs:keyref`.
pub(super) fn read_identity(context: &mut Context<'_>, node: Node<'_, '_>) -> Result<IdentityComponent, SchemaFault> {
    let kind = match node.tag_name().name() {
        "keyref" => {
            context.only_attributes(node, &["name", "refer"])?;
            let refer = context.required(node, "refer")?;
            IdentityComponentKind::KeyReference(context.resolve(node, refer)?)
        }
        kind => {
            context.only_attributes(node, &["name"])?;
            if kind == "key" {
                IdentityComponentKind::Key
            } else {
                IdentityComponentKind::Unique
            }
        }
    };
    if !is_nc_name(context.required(node, "name")?.trim()) {
        return Err(context.invalid(node, "the name of the identity constraint is no NCName"));
    }
    let (selector, fields) = read_paths(context, node)?;
    Ok(IdentityComponent {
        name: context.global_name(node)?,
        kind,
        selector,
        fields,
        source: Aside(context.source(node)),
        offset: Aside(node.range().start),
    })
}

type Paths = (Vec<IdentityPath>, Vec<Vec<IdentityPath>>);

/// The selector and the fields, which stand in this order.
fn read_paths(context: &mut Context<'_>, node: Node<'_, '_>) -> Result<Paths, SchemaFault> {
    let mut selector = None;
    let mut fields = Vec::new();
    for child in context.children(node)? {
        context.only_attributes(child, &["xpath"])?;
        match child.tag_name().name() {
            "selector" => {
                let paths = read_path(context, child, Role::Selector)?;
                context.set_once(&mut selector, paths, child)?;
            }
            "field" if selector.is_some() => fields.push(read_path(context, child, Role::Field)?),
            "field" => return Err(context.invalid(child, "xs:field stands before xs:selector")),
            other => return Err(context.unsupported(child, format!("xs:{other} inside an identity constraint"))),
        }
    }
    match selector {
        Some(selector) if !fields.is_empty() => Ok((selector, fields)),
        _ => Err(context.invalid(
            node,
            "an identity constraint has one xs:selector and at least one xs:field",
        )),
    }
}

fn read_path(context: &mut Context<'_>, node: Node<'_, '_>, role: Role) -> Result<Vec<IdentityPath>, SchemaFault> {
    if let Some(&child) = context.children(node)?.first() {
        let name = child.tag_name().name();
        return Err(context.invalid(child, format!("xs:{name} inside an XPath of an identity constraint")));
    }
    let text = context.required(node, "xpath")?;
    let uri_of = |prefix: &str| match prefix {
        "xml" => Some(XML_NAMESPACE),
        prefix => node.lookup_namespace_uri(Some(prefix)),
    };
    let paths = identity_path::parse(text, role, context.names, &uri_of);
    paths.map_err(|reason| context.invalid(node, reason.to_string()))
}
