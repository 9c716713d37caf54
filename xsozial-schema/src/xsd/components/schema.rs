//! The top of a schema document.

use super::{
    Components, TypeComponent,
    attribute::read_attribute,
    complex::read_complex,
    context::Context,
    element::read_element,
    group::{read_attribute_group, read_group},
    instances::{Instance, instances},
    notation::read_notation,
    redefine::{self, Redefinition},
    simple::read_simple,
    standard::standard_info,
};
use crate::{
    names::index_of,
    schema::{DerivationSet, DocumentId, SourceLocation},
    xsd::{error::SchemaPosition, fault::SchemaFault, source::DocumentSet},
};
use roxmltree::Node;

/// Reads the components of all documents.
pub(in crate::xsd) fn read(set: &DocumentSet) -> Result<Components, SchemaFault> {
    let mut components = Components::default();
    let mut redefinitions = Vec::new();
    let mut last = None;
    for instance in instances(set)? {
        let is_first = last != Some(instance.document);
        last = Some(instance.document);
        redefinitions.extend(read_document(set, &instance, is_first, &mut components, &mut Err)?);
    }
    redefine::apply(set, &mut components, redefinitions)?;
    Ok(components)
}

/// Every fault that is noticed while the documents are read: one in each component at most, the first of its component.
pub(in crate::xsd) fn faults(set: &DocumentSet) -> Vec<SchemaFault> {
    let instances = match instances(set) {
        Ok(instances) => instances,
        Err(fault) => return vec![fault],
    };
    let mut components = Components::default();
    let mut faults = Vec::new();
    let mut last = None;
    for instance in instances {
        let is_first = last != Some(instance.document);
        last = Some(instance.document);
        let mut keep = |fault| {
            faults.push(fault);
            Ok(())
        };
        if let Err(fault) = read_document(set, &instance, is_first, &mut components, &mut keep) {
            faults.push(fault);
            // The names are lost with the document; what was read so far cannot be compared with what follows.
            components = Components::default();
        }
    }
    faults
}

/// Reads a document for one namespace. What it says of itself is kept when it is read for the first. `on_fault` is asked
/// whether to go on with the next component.
fn read_document(
    set: &DocumentSet,
    instance: &Instance,
    is_first: bool,
    components: &mut Components,
    on_fault: &mut dyn FnMut(SchemaFault) -> Result<(), SchemaFault>,
) -> Result<Vec<Redefinition>, SchemaFault> {
    let index = instance.document;
    let loaded = &set.documents[index];
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
    let target = names.intern_namespace(instance.namespace.as_deref().unwrap_or_default());
    let mut context = Context {
        names: &mut names,
        loaded,
        document: DocumentId::new(index_of(index)),
        target,
        is_chameleon: instance.namespace != loaded.target_namespace,
        elements_qualified: false,
        attributes_qualified: false,
        block_default: DerivationSet::default(),
        final_default: DerivationSet::default(),
        open: 0,
    };
    read_defaults(&mut context, root)?;
    if is_first {
        let version = root.attribute("version").unwrap_or_default().trim();
        components.versions.push(version.to_owned());
        components.prefixes.extend(
            root.namespaces()
                .map(|it| (index, it.name().unwrap_or_default().to_owned(), it.uri().to_owned())),
        );
        if let Some(standard) = standard_info(root) {
            components.standards.push((index, standard));
        }
    }
    let mut redefinitions = Vec::new();
    let mut reference = 0;
    for child in context.children(root)? {
        match child.tag_name().name() {
            "include" | "import" => reference += 1,
            "redefine" => {
                redefinitions.extend(redefine::read(set, &mut context, child, reference)?);
                reference += 1;
            }
            _ => read_component(set, &mut context, child, components).or_else(&mut *on_fault)?,
        }
    }
    components.names = names;
    Ok(redefinitions)
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
        "notation" => {
            let notation = read_notation(context, node)?;
            components.notations.insert(notation, context.names, place)
        }
        other => Err(context.unsupported(node, format!("xs:{other} at the top of a schema"))),
    }
}
