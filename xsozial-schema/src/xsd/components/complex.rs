//! Complex type definitions.

use super::{
    Aside, Attributes, FacetComponent, ParticleComponent, SimpleBase,
    context::Context,
    particle::{is_particle, read_particle},
    simple::read_restriction,
};
use crate::{
    NameId,
    schema::{Annotation, DerivationSet, SourceLocation},
    xsd::fault::SchemaFault,
};
use roxmltree::Node;

/// A complex type definition.
#[derive(Clone, PartialEq)]
pub(in crate::xsd) struct ComplexComponent {
    pub(in crate::xsd) name: Option<NameId>,
    pub(in crate::xsd) is_abstract: bool,
    pub(in crate::xsd) is_mixed: bool,
    pub(in crate::xsd) block: DerivationSet,
    pub(in crate::xsd) derivation: ComplexDerivation,
    pub(in crate::xsd) attributes: Attributes,
    pub(in crate::xsd) annotation: Aside<Annotation>,
    pub(in crate::xsd) source: Aside<SourceLocation>,
}

/// How a complex type is made.
#[derive(Clone, PartialEq)]
pub(in crate::xsd) enum ComplexDerivation {
    /// Element content without a named base.
    Plain(Option<ParticleComponent>),
    /// `complexContent/extension`
    Extension(NameId, Option<ParticleComponent>),
    /// `complexContent/restriction`
    Restriction(NameId, Option<ParticleComponent>),
    /// `simpleContent/extension`
    SimpleExtension(NameId),
    /// `simpleContent/restriction`, with the simple type inside it, if any, and the facets.
    SimpleRestriction(NameId, Option<SimpleBase>, Vec<FacetComponent>),
}

/// Reads `xs:complexType`.
pub(super) fn read_complex(
    context: &mut Context<'_>,
    node: Node<'_, '_>,
    name: Option<NameId>,
) -> Result<ComplexComponent, SchemaFault> {
    context.inside(node, |context| read_definition(context, node, name))
}

fn read_definition(
    context: &mut Context<'_>,
    node: Node<'_, '_>,
    name: Option<NameId>,
) -> Result<ComplexComponent, SchemaFault> {
    context.only_attributes(node, &["name", "mixed", "abstract", "block", "final"])?;
    let mut component = ComplexComponent {
        name,
        is_abstract: context.flag(node, "abstract")?,
        is_mixed: context.flag(node, "mixed")?,
        block: context.derivations(node, "block", context.block_default)?,
        derivation: ComplexDerivation::Plain(None),
        attributes: Attributes::default(),
        annotation: context.annotation(node),
        source: Aside(context.source(node)),
    };
    let mut particle = None;
    let children = context.children(node)?;
    for &child in &children {
        if matches!(child.tag_name().name(), "complexContent" | "simpleContent") && children.len() > 1 {
            return Err(context.invalid(child, "complexContent or simpleContent stands alone in a complex type"));
        }
        match child.tag_name().name() {
            "complexContent" => {
                context.only_attributes(child, &["mixed"])?;
                if child.has_attribute("mixed") {
                    component.is_mixed = context.flag(child, "mixed")?;
                }
                let (derived, base) = derivation(context, child)?;
                let (particle, attributes) = element_content(context, derived)?;
                component.attributes = attributes;
                component.derivation = if derived.tag_name().name() == "extension" {
                    ComplexDerivation::Extension(base, particle)
                } else {
                    ComplexDerivation::Restriction(base, particle)
                };
                return Ok(component);
            }
            "simpleContent" => {
                context.only_attributes(child, &[])?;
                read_simple_content(context, child, &mut component)?;
                return Ok(component);
            }
            _ if is_particle(child) => {
                let read = read_particle(context, child)?;
                context.set_once(&mut particle, read, child)?;
            }
            _ if component.attributes.take(context, child)? => {}
            other => return Err(context.unsupported(child, format!("xs:{other} inside xs:complexType"))),
        }
    }
    component.derivation = ComplexDerivation::Plain(particle);
    Ok(component)
}

/// The one child of `complexContent` or `simpleContent`, and the base it names.
fn derivation<'n, 'i>(context: &mut Context<'_>, node: Node<'n, 'i>) -> Result<(Node<'n, 'i>, NameId), SchemaFault> {
    let children = context.children(node)?;
    let [child] = children.as_slice() else {
        return Err(context.invalid(node, "holds one of xs:extension and xs:restriction"));
    };
    if !matches!(child.tag_name().name(), "extension" | "restriction") {
        return Err(context.unsupported(*child, format!("xs:{} here", child.tag_name().name())));
    }
    context.only_attributes(*child, &["base"])?;
    let base = context.reference(*child, "base")?;
    let base = base.ok_or_else(|| context.invalid(*child, "a derivation names its base"))?;
    Ok((*child, base))
}

fn element_content(
    context: &mut Context<'_>,
    node: Node<'_, '_>,
) -> Result<(Option<ParticleComponent>, Attributes), SchemaFault> {
    let mut particle = None;
    let mut attributes = Attributes::default();
    for child in context.children(node)? {
        if is_particle(child) {
            let read = read_particle(context, child)?;
            context.set_once(&mut particle, read, child)?;
        } else if !attributes.take(context, child)? {
            let name = child.tag_name().name();
            return Err(context.unsupported(child, format!("xs:{name} inside a derivation")));
        }
    }
    Ok((particle, attributes))
}

fn read_simple_content(
    context: &mut Context<'_>,
    node: Node<'_, '_>,
    component: &mut ComplexComponent,
) -> Result<(), SchemaFault> {
    let (derived, base) = derivation(context, node)?;
    let is_extension = derived.tag_name().name() == "extension";
    for child in context.children(derived)? {
        let is_attribute = component.attributes.take(context, child)?;
        if !is_attribute && is_extension {
            let name = child.tag_name().name();
            return Err(context.unsupported(child, format!("xs:{name} in an extension of simple content")));
        }
    }
    component.derivation = if is_extension {
        ComplexDerivation::SimpleExtension(base)
    } else {
        let (inline, facets) = read_restriction(context, derived)?;
        let inline = inline.filter(|inline| matches!(inline, SimpleBase::Inline(_)));
        ComplexDerivation::SimpleRestriction(base, inline, facets)
    };
    Ok(())
}
