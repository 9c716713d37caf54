//! Where components come from.

use super::DocumentId;
use serde::{Deserialize, Serialize};

/// Place of a component in its schema document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SourceLocation {
    /// The schema document.
    pub document: DocumentId,
    /// Line of the component's start tag, counted from 1; 0 for the built-in components.
    pub line: u32,
}

impl SourceLocation {
    /// The place of components that no document holds (the built-in types).
    pub const BUILT_IN: Self = Self {
        document: DocumentId::new(u32::MAX),
        line: 0,
    };
}

/// One schema document of the delivery.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SchemaDocument {
    /// Path as a person knows it: relative to the delivery, with `/`; never an absolute path of the machine.
    pub path: String,
    /// Target namespace; empty for none.
    pub namespace: String,
    /// Attribute `version` of `xs:schema`; empty when absent.
    pub version: String,
    /// SHA-256 of the document's bytes in lower-case hexadecimal.
    pub sha256: String,
}

/// What a delivery says of itself in the `appinfo` of its schemas (XÖV Handbuch, `standard` and `versionStandard`).
/// Fields are empty where the delivery is silent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StandardInfo {
    /// `standard/nameLang`
    pub name: String,
    /// `standard/kennung`, a URN.
    pub kennung: String,
    /// `versionStandard/version`
    pub version: String,
    /// `versionStandard/lizenz` or `standard/lizenz`; empty means that the delivery names none.
    pub lizenz: String,
}
