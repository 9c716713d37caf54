//! The top of a schema document.

use super::{
    Aside, AttributeGroupComponent, Attributes, Components, GroupComponent, TypeComponent, attribute::read_attribute,
    complex::read_complex, context::Context, element::read_element, particle::read_particle, simple::read_simple,
};
use crate::{
    names::{XS_NAMESPACE, index_of},
    schema::{DerivationSet, DocumentId, SourceLocation, StandardInfo},
    xsd::{
        error::SchemaPosition,
        fault::SchemaFault,
        source::{DocumentSet, LoadedDocument, ReferenceKind},
    },
};
use roxmltree::Node;

/// Reads the components of all documents.
pub(in crate::xsd) fn read(set: &DocumentSet) -> Result<Components, SchemaFault> {
    let mut components = Components::default();
    for (index, loaded) in set.documents.iter().enumerate() {
        read_document(set, index, loaded, &mut components)?;
    }
    Ok(components)
}

fn read_document(
    set: &DocumentSet,
    index: usize,
    loaded: &LoadedDocument,
    components: &mut Components,
) -> Result<(), SchemaFault> {
    let options = roxmltree::ParsingOptions {
        allow_dtd: true,
        ..roxmltree::ParsingOptions::default()
    };
    let tree =
        roxmltree::Document::parse_with_options(&loaded.text, options).map_err(|error| SchemaFault::Invalid {
            place: SchemaPosition::of_line(loaded.path.clone(), error.pos().row),
            reason: error.to_string(),
        })?;
    let root = tree.root_element();
    let mut names = std::mem::take(&mut components.names);
    let target = names.intern_namespace(loaded.target_namespace.as_deref().unwrap_or_default());
    let mut context = Context {
        names: &mut names,
        loaded,
        document: DocumentId::new(index_of(index)),
        target,
        elements_qualified: false,
        attributes_qualified: false,
        block_default: DerivationSet::default(),
        final_default: DerivationSet::default(),
        open: 0,
    };
    read_defaults(&mut context, root)?;
    refuse_unsupported_references(set, &context, root)?;
    let version = root.attribute("version").unwrap_or_default().trim();
    components.versions.push(version.to_owned());
    components.prefixes.extend(
        root.namespaces()
            .map(|it| (index, it.name().unwrap_or_default().to_owned(), it.uri().to_owned())),
    );
    if let Some(standard) = standard_info(root) {
        components.standards.push((index, standard));
    }
    for child in context.children(root)? {
        read_component(set, &mut context, child, components)?;
    }
    components.names = names;
    Ok(())
}

fn read_defaults(context: &mut Context<'_>, root: Node<'_, '_>) -> Result<(), SchemaFault> {
    context.only_attributes(
        root,
        &[
            "targetNamespace",
            "version",
            "elementFormDefault",
            "attributeFormDefault",
            "blockDefault",
            "finalDefault",
            "lang",
        ],
    )?;
    context.elements_qualified = context.is_qualified(root, "elementFormDefault", false)?;
    context.attributes_qualified = context.is_qualified(root, "attributeFormDefault", false)?;
    context.block_default = context.derivations(root, "blockDefault", DerivationSet::default())?;
    context.final_default = context.derivations(root, "finalDefault", DerivationSet::default())?;
    Ok(())
}

/// Redefinition and inclusion into another namespace change components on the way; that is not supported yet.
fn refuse_unsupported_references(
    set: &DocumentSet,
    context: &Context<'_>,
    root: Node<'_, '_>,
) -> Result<(), SchemaFault> {
    for reference in &context.loaded.references {
        let refuse = |construct: &str| SchemaFault::Unsupported {
            place: SchemaPosition::of_line(context.loaded.path.clone(), reference.line),
            construct: construct.to_owned(),
        };
        match reference.kind {
            ReferenceKind::Redefine => return Err(refuse("xs:redefine")),
            ReferenceKind::Include => {
                let mut included = reference.resolved.iter().filter_map(|&index| set.documents.get(index));
                if included.any(|it| it.target_namespace != context.loaded.target_namespace) {
                    return Err(refuse("an inclusion from another namespace (chameleon include)"));
                }
            }
            ReferenceKind::Import => {}
        }
    }
    if root
        .children()
        .any(|child| child.has_tag_name((XS_NAMESPACE, "override")))
    {
        return Err(context.unsupported(root, "xs:override (XML Schema 1.1)"));
    }
    Ok(())
}

fn read_component(
    set: &DocumentSet,
    context: &mut Context<'_>,
    node: Node<'_, '_>,
    components: &mut Components,
) -> Result<(), SchemaFault> {
    let place = |source: SourceLocation| {
        SchemaPosition::of_line(
            set.documents
                .get(source.document.index())
                .map_or_else(String::new, |document| document.path.clone()),
            source.line,
        )
    };
    match node.tag_name().name() {
        "include" | "import" => Ok(()),
        "element" => {
            let element = read_element(context, node, true)?;
            components.elements.insert(element, context.names, place)
        }
        "complexType" => {
            let name = context.global_name(node)?;
            let complex = read_complex(context, node, Some(name))?;
            components
                .types
                .insert(TypeComponent::Complex(complex), context.names, place)
        }
        "simpleType" => {
            let name = context.global_name(node)?;
            let simple = read_simple(context, node, Some(name))?;
            components
                .types
                .insert(TypeComponent::Simple(simple), context.names, place)
        }
        "attribute" => {
            let attribute = read_attribute(context, node, true)?;
            components.attributes.insert(attribute, context.names, place)
        }
        "group" => {
            let group = read_group(context, node)?;
            components.groups.insert(group, context.names, place)
        }
        "attributeGroup" => {
            let group = read_attribute_group(context, node)?;
            components.attribute_groups.insert(group, context.names, place)
        }
        other => Err(context.unsupported(node, format!("xs:{other} at the top of a schema"))),
    }
}

fn read_group(context: &mut Context<'_>, node: Node<'_, '_>) -> Result<GroupComponent, SchemaFault> {
    context.only_attributes(node, &["name"])?;
    let name = context.global_name(node)?;
    let mut particle = None;
    for child in context.children(node)? {
        let read = read_particle(context, child)?;
        context.set_once(&mut particle, read, child)?;
    }
    Ok(GroupComponent {
        name,
        particle,
        source: Aside(context.source(node)),
    })
}

fn read_attribute_group(context: &mut Context<'_>, node: Node<'_, '_>) -> Result<AttributeGroupComponent, SchemaFault> {
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

/// What the document's own `appinfo` says of its standard, if anything.
fn standard_info(root: Node<'_, '_>) -> Option<StandardInfo> {
    let appinfo = root
        .children()
        .filter(|child| child.has_tag_name((XS_NAMESPACE, "annotation")))
        .flat_map(|child| child.children())
        .filter(|child| child.has_tag_name((XS_NAMESPACE, "appinfo")));
    let mut info = StandardInfo::default();
    let mut is_standard = false;
    for part in appinfo.flat_map(|appinfo| appinfo.children().filter(Node::is_element)) {
        let text = |name: &str| {
            let child = part
                .children()
                .find(|child| child.is_element() && child.tag_name().name() == name);
            child
                .and_then(|child| child.text())
                .unwrap_or_default()
                .trim()
                .to_owned()
        };
        match part.tag_name().name() {
            "standard" => {
                is_standard = true;
                info.name = text("nameLang");
                info.kennung = text("kennung");
                if info.lizenz.is_empty() {
                    info.lizenz = text("lizenz");
                }
            }
            "versionStandard" => {
                info.version = text("version");
                let lizenz = text("lizenz");
                if !lizenz.is_empty() {
                    info.lizenz = lizenz;
                }
            }
            _ => {}
        }
    }
    is_standard.then_some(info)
}
