//! Documentation and application information.

use super::appinfo;
use serde::{Deserialize, Serialize};

/// The annotations of one component, in document order (XML Schema part 1, section 3.13).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annotation {
    /// The text of each `xs:documentation`, trimmed.
    pub documentation: Vec<String>,
    /// The content of each `xs:appinfo` as XML text, trimmed.
    pub appinfo: Vec<String>,
}

impl Annotation {
    /// Whether there is neither documentation nor application information.
    pub fn is_empty(&self) -> bool {
        self.documentation.is_empty() && self.appinfo.is_empty()
    }

    /// What people call the component: the `title` of its application information, where it has one.
    pub fn title(&self) -> Option<String> {
        self.appinfo
            .iter()
            .find_map(|appinfo| appinfo::text_of(appinfo, "title"))
    }
}
