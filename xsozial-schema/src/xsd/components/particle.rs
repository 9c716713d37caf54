//! Particles: elements, wildcards and model groups.

use super::{Aside, ElementComponent, context::Context, element::read_element};
use crate::{
    NameId, NamespaceId,
    names::XS_NAMESPACE,
    schema::{Annotation, NamespaceConstraint, Occurrence, ProcessContents, SourceLocation},
    xsd::fault::SchemaFault,
};
use roxmltree::Node;

/// A part of a content model.
#[derive(Clone, PartialEq)]
pub(in crate::xsd) struct ParticleComponent {
    pub(in crate::xsd) occurrence: Occurrence,
    pub(in crate::xsd) term: TermComponent,
    pub(in crate::xsd) annotation: Aside<Annotation>,
    pub(in crate::xsd) source: Aside<SourceLocation>,
}

/// What a particle admits.
#[derive(Clone, PartialEq)]
pub(in crate::xsd) enum TermComponent {
    Element(Box<ElementComponent>),
    ElementReference(NameId),
    Wildcard(WildcardComponent),
    GroupReference(NameId),
    Sequence(Vec<ParticleComponent>),
    Choice(Vec<ParticleComponent>),
    All(Vec<ParticleComponent>),
}

/// `xs:any` or `xs:anyAttribute`.
#[derive(Clone, PartialEq)]
pub(in crate::xsd) struct WildcardComponent {
    pub(in crate::xsd) namespaces: NamespaceConstraint,
    pub(in crate::xsd) process_contents: ProcessContents,
    pub(in crate::xsd) source: Aside<SourceLocation>,
}

/// Whether an element name begins a particle.
pub(super) fn is_particle(node: Node<'_, '_>) -> bool {
    node.tag_name().namespace() == Some(XS_NAMESPACE)
        && matches!(node.tag_name().name(), "sequence" | "choice" | "all" | "group")
}

/// Reads `xs:sequence`, `xs:choice`, `xs:group`, `xs:element` or `xs:any` inside a content model.
pub(super) fn read_particle(context: &mut Context<'_>, node: Node<'_, '_>) -> Result<ParticleComponent, SchemaFault> {
    let occurrence = context.occurrence(node)?;
    let term = match node.tag_name().name() {
        "element" if node.has_attribute("ref") => {
            context.only_attributes(node, &["ref", "minOccurs", "maxOccurs"])?;
            TermComponent::ElementReference(reference(context, node)?)
        }
        "element" => TermComponent::Element(Box::new(read_element(context, node, false)?)),
        "any" => {
            context.only_attributes(node, &["namespace", "processContents", "minOccurs", "maxOccurs"])?;
            TermComponent::Wildcard(read_wildcard(context, node)?)
        }
        "group" => {
            context.only_attributes(node, &["ref", "minOccurs", "maxOccurs"])?;
            TermComponent::GroupReference(reference(context, node)?)
        }
        "sequence" => TermComponent::Sequence(context.inside(node, |context| read_members(context, node))?),
        "choice" => TermComponent::Choice(context.inside(node, |context| read_members(context, node))?),
        "all" => TermComponent::All(context.inside(node, |context| read_all(context, node))?),
        other => return Err(context.unsupported(node, format!("xs:{other} in a content model"))),
    };
    Ok(ParticleComponent {
        occurrence,
        term,
        annotation: context.annotation(node),
        source: Aside(context.source(node)),
    })
}

fn reference(context: &mut Context<'_>, node: Node<'_, '_>) -> Result<NameId, SchemaFault> {
    let name = context.reference(node, "ref")?;
    name.ok_or_else(|| context.invalid(node, "a reference without ref"))
}

fn read_members(context: &mut Context<'_>, node: Node<'_, '_>) -> Result<Vec<ParticleComponent>, SchemaFault> {
    context.only_attributes(node, &["minOccurs", "maxOccurs"])?;
    let mut members = Vec::new();
    for child in context.children(node)? {
        if child.tag_name().name() == "all" {
            return Err(context.invalid(child, "xs:all stands inside another group"));
        }
        members.push(read_particle(context, child)?);
    }
    Ok(members)
}

/// The members of `xs:all`: elements alone, each at most once (part 1, section 3.8.6, "all group limited").
fn read_all(context: &mut Context<'_>, node: Node<'_, '_>) -> Result<Vec<ParticleComponent>, SchemaFault> {
    context.only_attributes(node, &["minOccurs", "maxOccurs"])?;
    if context.occurrence(node)?.is_repeated() {
        return Err(context.invalid(node, "xs:all stands at most once"));
    }
    let mut members = Vec::new();
    for child in context.children(node)? {
        if child.tag_name().name() != "element" {
            let name = child.tag_name().name();
            return Err(context.invalid(child, format!("xs:{name} inside xs:all, which holds elements alone")));
        }
        let member = read_particle(context, child)?;
        if member.occurrence.is_repeated() {
            return Err(context.invalid(child, "an element of xs:all stands at most once"));
        }
        members.push(member);
    }
    Ok(members)
}

/// Reads the constraint of `xs:any` or `xs:anyAttribute`.
pub(super) fn read_wildcard(context: &mut Context<'_>, node: Node<'_, '_>) -> Result<WildcardComponent, SchemaFault> {
    let process_contents = match node.attribute("processContents").map(str::trim) {
        None | Some("strict") => ProcessContents::Strict,
        Some("lax") => ProcessContents::Lax,
        Some("skip") => ProcessContents::Skip,
        Some(_) => return Err(context.invalid(node, "processContents is none of strict, lax and skip")),
    };
    let namespaces = match node.attribute("namespace").map(str::trim) {
        None | Some("##any") => NamespaceConstraint::Any,
        Some("##other") => NamespaceConstraint::Other(context.target),
        Some(list) => NamespaceConstraint::List(
            list.split_whitespace()
                .map(|word| match word {
                    "##targetNamespace" => context.target,
                    "##local" => NamespaceId::NONE,
                    uri => context.names.intern_namespace(uri),
                })
                .collect(),
        ),
    };
    Ok(WildcardComponent {
        namespaces,
        process_contents,
        source: Aside(context.source(node)),
    })
}
