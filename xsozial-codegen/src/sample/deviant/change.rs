//! One change of a tree.

use crate::sample::tree::{Attribute, NodeId, Slot, Tree};

/// One change of a tree. Applying it answers the change that takes it back.
#[derive(Clone, Debug)]
pub(super) enum Change {
    /// The element has these children instead.
    Children(NodeId, Vec<NodeId>),
    /// The element has these attributes instead.
    Attributes(NodeId, Vec<Attribute>),
    /// The value has this text instead.
    Value(Slot, String),
}

impl Change {
    pub(super) fn apply(&self, tree: &mut Tree) -> Self {
        match self {
            Self::Children(node, children) => {
                let before = std::mem::replace(&mut tree.nodes[*node].children, children.clone());
                Self::Children(*node, before)
            }
            Self::Attributes(node, attributes) => {
                let before = std::mem::replace(&mut tree.nodes[*node].attributes, attributes.clone());
                Self::Attributes(*node, before)
            }
            Self::Value(slot, text) => {
                let before = tree.value(*slot).map_or_else(String::new, |text| text.content.clone());
                tree.set(*slot, text.clone());
                Self::Value(*slot, before)
            }
        }
    }
}
