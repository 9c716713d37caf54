//! Element declarations.

use super::{
    Aside, IdentityComponent, TypeComponent,
    complex::read_complex,
    context::Context,
    identity::{is_identity, read_identity},
    simple::read_simple,
};
use crate::{
    NameId,
    schema::{Annotation, DerivationSet, SourceLocation},
    xsd::fault::SchemaFault,
};
use roxmltree::Node;

/// An element declaration, global or local.
#[derive(Clone, PartialEq)]
pub(in crate::xsd) struct ElementComponent {
    pub(in crate::xsd) name: NameId,
    pub(in crate::xsd) is_global: bool,
    pub(in crate::xsd) element_type: ElementType,
    pub(in crate::xsd) constraint: Option<RawConstraint>,
    pub(in crate::xsd) is_nillable: bool,
    pub(in crate::xsd) is_abstract: bool,
    /// The element that it may stand in for.
    pub(in crate::xsd) head: Option<NameId>,
    pub(in crate::xsd) block: DerivationSet,
    /// Derivations by which no element may join its substitution group.
    pub(in crate::xsd) final_for: DerivationSet,
    pub(in crate::xsd) identities: Vec<IdentityComponent>,
    pub(in crate::xsd) annotation: Aside<Annotation>,
    pub(in crate::xsd) source: Aside<SourceLocation>,
}

/// The type of an element.
#[derive(Clone, PartialEq)]
pub(in crate::xsd) enum ElementType {
    /// That of the head of its substitution group, or anything at all (`xs:anyType`), because nothing is said.
    Absent,
    /// A named type.
    Named(NameId),
    /// A type declared inside the element.
    Inline(Box<TypeComponent>),
}

/// A default or fixed value as the document writes it.
#[derive(Clone, PartialEq)]
pub(in crate::xsd) enum RawConstraint {
    Default(String),
    Fixed(String),
}

impl RawConstraint {
    pub(super) fn read(context: &Context<'_>, node: Node<'_, '_>) -> Result<Option<Self>, SchemaFault> {
        match (node.attribute("default"), node.attribute("fixed")) {
            (None, None) => Ok(None),
            (Some(value), None) => Ok(Some(Self::Default(value.to_owned()))),
            (None, Some(value)) => Ok(Some(Self::Fixed(value.to_owned()))),
            (Some(_), Some(_)) => Err(context.invalid(node, "default and fixed exclude each other")),
        }
    }
}

/// Reads an element declaration (not a reference).
pub(super) fn read_element(
    context: &mut Context<'_>,
    node: Node<'_, '_>,
    is_global: bool,
) -> Result<ElementComponent, SchemaFault> {
    for attribute in ["substitutionGroup", "abstract", "final"] {
        if !is_global && node.has_attribute(attribute) {
            let reason = format!("{attribute} belongs to elements at the top of a schema");
            return Err(context.invalid(node, reason));
        }
    }
    context.only_attributes(
        node,
        &[
            "name",
            "type",
            "default",
            "fixed",
            "block",
            "final",
            "form",
            "minOccurs",
            "maxOccurs",
            "nillable",
            "abstract",
            "substitutionGroup",
        ],
    )?;
    let name = if is_global {
        context.global_name(node)?
    } else {
        context.local_name(node, context.elements_qualified)?
    };
    let mut element_type = context
        .reference(node, "type")?
        .map_or(ElementType::Absent, ElementType::Named);
    let mut identities = Vec::new();
    for child in context.children(node)? {
        let inline = match child.tag_name().name() {
            "simpleType" => TypeComponent::Simple(read_simple(context, child, None)?),
            "complexType" => TypeComponent::Complex(read_complex(context, child, None)?),
            _ if is_identity(child) => {
                identities.push(read_identity(context, child)?);
                continue;
            }
            other => return Err(context.unsupported(child, format!("xs:{other} inside xs:element"))),
        };
        if element_type != ElementType::Absent {
            return Err(context.invalid(child, "an element has one type, named or inside it, not two"));
        }
        element_type = ElementType::Inline(Box::new(inline));
    }
    Ok(ElementComponent {
        name,
        is_global,
        element_type,
        constraint: RawConstraint::read(context, node)?,
        is_nillable: context.flag(node, "nillable")?,
        is_abstract: context.flag(node, "abstract")?,
        head: context.reference(node, "substitutionGroup")?,
        block: context.derivations(node, "block", context.block_default)?,
        final_for: context.derivations(node, "final", context.final_default)?,
        identities,
        annotation: context.annotation(node),
        source: Aside(context.source(node)),
    })
}
