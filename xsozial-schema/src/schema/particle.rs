//! Particles: the content model as its authors wrote it (XML Schema part 1, sections 3.8 and 3.9).

use serde::{Deserialize, Serialize};

/// How often a particle may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Occurrence {
    /// `minOccurs`
    pub min: u32,
    /// `maxOccurs`; `None` is `unbounded`.
    pub max: Option<u32>,
}

impl Occurrence {
    /// Exactly once.
    pub const ONCE: Self = Self { min: 1, max: Some(1) };

    /// Whether the particle may stand more than once.
    pub fn is_repeated(self) -> bool {
        self.max.is_none_or(|max| max > 1)
    }

    /// Whether it stands exactly once.
    pub fn is_once(self) -> bool {
        self == Self::ONCE
    }
}

/// A part of a content model.
///
/// The compiler has normalised the tree: nothing with `maxOccurs="0"`, no group that stands once and holds a
/// single particle, no sequence that stands once directly inside a sequence, no choice that stands once
/// directly inside a choice. The outermost particle may be a leaf.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Particle {
    /// How often it may stand.
    pub occurrence: Occurrence,
    /// What may stand.
    pub term: Term,
}

/// What a particle admits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Term {
    /// An element or a wildcard: index into [`ElementContent::leaves`](super::ElementContent::leaves).
    Leaf(u32),
    /// All of these, in this order.
    Sequence(Vec<Particle>),
    /// One of these.
    Choice(Vec<Particle>),
    /// All of these, in any order.
    All(Vec<Particle>),
}
