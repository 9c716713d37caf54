//! Simple type definitions.

use super::{Aside, context::Context};
use crate::{
    NameId,
    schema::{Annotation, SourceLocation},
    xsd::fault::SchemaFault,
};
use roxmltree::Node;

/// A simple type definition.
#[derive(Clone, PartialEq)]
pub(in crate::xsd) struct SimpleComponent {
    pub(in crate::xsd) name: Option<NameId>,
    pub(in crate::xsd) derivation: SimpleDerivation,
    pub(in crate::xsd) annotation: Aside<Annotation>,
    pub(in crate::xsd) source: Aside<SourceLocation>,
}

/// How a simple type is made.
#[derive(Clone, PartialEq)]
pub(in crate::xsd) enum SimpleDerivation {
    Restriction(SimpleBase, Vec<FacetComponent>),
    List(SimpleBase),
    Union(Vec<SimpleBase>),
}

/// A simple type that another one is made from.
#[derive(Clone, PartialEq)]
pub(in crate::xsd) enum SimpleBase {
    Named(NameId),
    Inline(Box<SimpleComponent>),
}

/// A facet as the document writes it.
#[derive(Clone, PartialEq)]
pub(in crate::xsd) struct FacetComponent {
    pub(in crate::xsd) kind: String,
    pub(in crate::xsd) value: String,
    /// Prefixes in scope, as far as an enumerated QName or notation needs them; empty for all other facets.
    pub(in crate::xsd) prefixes: Aside<Vec<(String, String)>>,
    pub(in crate::xsd) annotation: Aside<Annotation>,
    pub(in crate::xsd) source: Aside<SourceLocation>,
}

/// Reads `xs:simpleType`.
pub(super) fn read_simple(
    context: &mut Context<'_>,
    node: Node<'_, '_>,
    name: Option<NameId>,
) -> Result<SimpleComponent, SchemaFault> {
    context.inside(node, |context| read_definition(context, node, name))
}

fn read_definition(
    context: &mut Context<'_>,
    node: Node<'_, '_>,
    name: Option<NameId>,
) -> Result<SimpleComponent, SchemaFault> {
    context.only_attributes(node, &["name", "final"])?;
    let children = context.children(node)?;
    let [child] = children.as_slice() else {
        return Err(context.invalid(node, "xs:simpleType holds one of xs:restriction, xs:list and xs:union"));
    };
    let derivation = match child.tag_name().name() {
        "restriction" => {
            context.only_attributes(*child, &["base"])?;
            let (base, facets) = read_restriction(context, *child)?;
            let base = base.ok_or_else(|| context.invalid(*child, "xs:restriction names no base"))?;
            SimpleDerivation::Restriction(base, facets)
        }
        "list" => SimpleDerivation::List(read_list(context, *child)?),
        "union" => SimpleDerivation::Union(read_union(context, *child)?),
        other => return Err(context.unsupported(*child, format!("xs:{other} inside xs:simpleType"))),
    };
    Ok(SimpleComponent {
        name,
        derivation,
        annotation: context.annotation(node),
        source: Aside(context.source(node)),
    })
}

/// The base and facets of a restriction; attributes and wildcards that simple content may have are left to the caller.
pub(super) fn read_restriction(
    context: &mut Context<'_>,
    node: Node<'_, '_>,
) -> Result<(Option<SimpleBase>, Vec<FacetComponent>), SchemaFault> {
    let mut base = context.reference(node, "base")?.map(SimpleBase::Named);
    let mut facets = Vec::new();
    for child in context.children(node)? {
        match child.tag_name().name() {
            // In simple content the base is named and may be narrowed by a type inside.
            "simpleType" if base.is_none() || is_simple_content(node) => {
                base = Some(SimpleBase::Inline(Box::new(read_simple(context, child, None)?)));
            }
            "simpleType" => return Err(context.invalid(child, "a restriction has one base, named or inside it")),
            "attribute" | "attributeGroup" | "anyAttribute" => {}
            kind @ ("length" | "minLength" | "maxLength" | "pattern" | "enumeration" | "whiteSpace"
            | "maxInclusive" | "maxExclusive" | "minInclusive" | "minExclusive" | "totalDigits"
            | "fractionDigits") => {
                context.only_attributes(child, &["value", "fixed"])?;
                let may_repeat = matches!(kind, "pattern" | "enumeration");
                if !may_repeat && facets.iter().any(|known: &FacetComponent| known.kind == kind) {
                    return Err(context.invalid(child, format!("the facet xs:{kind} stands twice")));
                }
                facets.push(read_facet(context, child, kind)?);
            }
            other => return Err(context.unsupported(child, format!("the facet xs:{other}"))),
        }
    }
    Ok((base, facets))
}

fn is_simple_content(node: Node<'_, '_>) -> bool {
    node.parent()
        .is_some_and(|parent| parent.tag_name().name() == "simpleContent")
}

fn read_facet(context: &Context<'_>, node: Node<'_, '_>, kind: &str) -> Result<FacetComponent, SchemaFault> {
    let value = context.required(node, "value")?.to_owned();
    let is_prefixed = value.contains(':');
    let prefixes = if kind == "enumeration" {
        // A name without a prefix is in the default namespace; all other prefixes do not matter to it.
        node.namespaces()
            .filter(|it| is_prefixed || it.name().is_none())
            .map(|it| (it.name().unwrap_or_default().to_owned(), it.uri().to_owned()))
            .collect()
    } else {
        Vec::new()
    };
    Ok(FacetComponent {
        kind: kind.to_owned(),
        value,
        prefixes: Aside(prefixes),
        annotation: context.annotation(node),
        source: Aside(context.source(node)),
    })
}

fn read_list(context: &mut Context<'_>, node: Node<'_, '_>) -> Result<SimpleBase, SchemaFault> {
    context.only_attributes(node, &["itemType"])?;
    let mut item = context.reference(node, "itemType")?.map(SimpleBase::Named);
    for child in context.children(node)? {
        let inline = SimpleBase::Inline(Box::new(read_simple(context, child, None)?));
        context.set_once(&mut item, inline, child)?;
    }
    item.ok_or_else(|| context.invalid(node, "xs:list names no item type"))
}

fn read_union(context: &mut Context<'_>, node: Node<'_, '_>) -> Result<Vec<SimpleBase>, SchemaFault> {
    context.only_attributes(node, &["memberTypes"])?;
    let mut members = Vec::new();
    for name in node.attribute("memberTypes").unwrap_or_default().split_whitespace() {
        members.push(SimpleBase::Named(context.resolve(node, name)?));
    }
    for child in context.children(node)? {
        members.push(SimpleBase::Inline(Box::new(read_simple(context, child, None)?)));
    }
    if members.is_empty() {
        return Err(context.invalid(node, "xs:union names no member type"));
    }
    Ok(members)
}
