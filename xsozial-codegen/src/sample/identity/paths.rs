//! The XPath of selectors and fields, on a tree that is not written yet.

use crate::sample::tree::{NodeId, NodeName, Slot, Tree};
use xsozial_schema::{
    NameId, Schema,
    schema::{IdentityPath, IdentityStep},
};

/// Everything that one of the paths leads to.
pub(super) fn select(schema: &Schema, tree: &Tree, from: NodeId, paths: &[IdentityPath]) -> Vec<Slot> {
    paths.iter().flat_map(|path| follow(schema, tree, from, path)).collect()
}

fn follow(schema: &Schema, tree: &Tree, from: NodeId, path: &IdentityPath) -> Vec<Slot> {
    let mut nodes = vec![from];
    if path.descendant {
        nodes = super::descendants(tree, from).into_iter().collect();
    }
    for step in &path.steps {
        match step {
            IdentityStep::Child(_) | IdentityStep::AnyChildOf(_) | IdentityStep::AnyChild => {
                let children = nodes.iter().flat_map(|&node| &tree.nodes[node].children).copied();
                nodes = children.filter(|&child| is_child(schema, tree, child, *step)).collect();
            }
            // An attribute is always the last step.
            IdentityStep::Attribute(_) | IdentityStep::AnyAttributeOf(_) | IdentityStep::AnyAttribute => {
                return nodes
                    .iter()
                    .flat_map(|&node| attributes(schema, tree, node, *step))
                    .collect();
            }
        }
    }
    nodes.into_iter().map(|node| Slot { node, attribute: None }).collect()
}

fn is_child(schema: &Schema, tree: &Tree, child: NodeId, step: IdentityStep) -> bool {
    match (step, tree.nodes[child].name) {
        (IdentityStep::Child(wanted), NodeName::Known(name)) => wanted == name,
        (IdentityStep::AnyChild, _) => true,
        (IdentityStep::AnyChildOf(wanted), NodeName::MadeUp(namespace)) => wanted == namespace,
        (IdentityStep::AnyChildOf(wanted), NodeName::Known(name)) => wanted == schema.names.namespace_of(name),
        _ => false,
    }
}

fn attributes<'t>(
    schema: &'t Schema,
    tree: &'t Tree,
    node: NodeId,
    step: IdentityStep,
) -> impl Iterator<Item = Slot> + 't {
    let fits = move |name: NameId| match step {
        IdentityStep::Attribute(wanted) => wanted == name,
        IdentityStep::AnyAttributeOf(wanted) => wanted == schema.names.namespace_of(name),
        _ => true,
    };
    let attributes = tree.nodes[node].attributes.iter().enumerate();
    attributes
        .filter(move |(_, attribute)| fits(attribute.name))
        .map(move |(place, _)| Slot {
            node,
            attribute: Some(place),
        })
}
