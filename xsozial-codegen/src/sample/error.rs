//! Why there is no document.

/// Why no document could be made. `place` is `file.xsd:line` of the component that is the reason.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SampleError {
    /// No value of a simple type was found.
    #[error("{place}: no value of {type_name} was found; its facets may contradict each other")]
    NoValue {
        /// The type's name as its authors write it; empty for an anonymous type.
        type_name: String,
        /// Where the type stands, or who uses it.
        place: String,
    },
    /// An element or type is abstract, and nothing concrete may stand in for it.
    #[error("{place}: {name} is abstract, and nothing may stand in for it")]
    NothingConcrete {
        /// The element's name.
        name: String,
        /// Where the element stands.
        place: String,
    },
    /// An element must hold itself, without end.
    #[error("{place}: {name} must hold itself without end")]
    Endless {
        /// The element's name.
        name: String,
        /// Where the element stands.
        place: String,
    },
    /// A wildcard admits declared elements only, and there is none.
    #[error("{place}: no declared element fits this wildcard")]
    NothingAdmitted {
        /// Where the wildcard stands.
        place: String,
    },
    /// A reference needs an ID, and nothing in the document can have one.
    #[error("{place}: {name} refers to an xs:ID, and nothing in the document could be given one")]
    DanglingReference {
        /// Name of the element or attribute that refers.
        name: String,
        /// Where its element stands.
        place: String,
    },
    /// A key, key reference or uniqueness rule could not be kept.
    #[error("{place}: the values that {name} asks for were not found")]
    Identity {
        /// Name of the identity constraint.
        name: String,
        /// Where it stands.
        place: String,
    },
    /// The smallest document is too large or too deep.
    #[error("{place}: the smallest document holds too many elements or nests them too deeply")]
    TooLarge {
        /// Where the element stands at which it became too much.
        place: String,
    },
    /// No global element has this name, or those that have it are abstract.
    #[error("{name:?} is no root: write the local name or Q{{uri}}local of a global element that is not abstract")]
    NoRoot {
        /// The name that was asked for.
        name: String,
    },
    /// The document could not be written. This is an error of the sampler.
    #[error("internal error, please report it: {0}")]
    Write(#[from] std::io::Error),
}

impl SampleError {
    /// Whether other choices may lead to a document.
    pub(super) fn depends_on_choices(&self) -> bool {
        matches!(
            self,
            Self::DanglingReference { .. } | Self::Identity { .. } | Self::TooLarge { .. } | Self::NoValue { .. }
        )
    }
}
