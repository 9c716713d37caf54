//! What schemas supply by themselves: default and fixed attributes, declared types.
//!
//! Read from the schema documents directly, without xsozial's own reader, so that a fault there cannot hide a difference.

use super::{ExpandedName, XSI};
use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

/// A schema document could not be read.
#[derive(Debug, thiserror::Error)]
#[error("{}: {reason}", path.display())]
pub struct DeclaredValuesError {
    path: PathBuf,
    reason: String,
}

/// The default and fixed attributes and the declared types of a set of schemas, by local name.
///
/// The declarations are not resolved, so this is a little too generous: an attribute counts as supplied if *any*
/// declaration of that name supplies that value.
#[derive(Debug, Default)]
pub struct DeclaredValues {
    /// Attribute name and the value that a schema gives it.
    attributes: BTreeSet<(String, String)>,
    /// Element name and the local name of its declared type.
    types: BTreeSet<(String, String)>,
}

impl DeclaredValues {
    /// Nothing is supplied.
    pub fn none() -> Self {
        Self::default()
    }

    /// Adds the declarations of a schema document given as text.
    pub fn add_text(&mut self, text: &str) -> Result<(), roxmltree::Error> {
        let document = roxmltree::Document::parse_with_options(text, super::options())?;
        for node in document.descendants() {
            let name = node.attribute("name").or_else(|| node.attribute("ref")).map(local_part);
            let Some(name) = name else { continue };
            match node.tag_name().name() {
                "attribute" => {
                    let value = node.attribute("fixed").or_else(|| node.attribute("default"));
                    self.attributes
                        .extend(value.map(|value| (name.to_owned(), value.to_owned())));
                }
                "element" => {
                    let declared = node.attribute("type").map(local_part);
                    self.types
                        .extend(declared.map(|declared| (name.to_owned(), declared.to_owned())));
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// The declarations of all `.xsd` files below a folder.
    pub fn from_folder(folder: &Path) -> Result<Self, DeclaredValuesError> {
        let mut declared = Self::none();
        let mut folders = vec![folder.to_owned()];
        while let Some(folder) = folders.pop() {
            let entries = std::fs::read_dir(&folder).map_err(|error| failure(&folder, &error))?;
            for entry in entries {
                let path = entry.map_err(|error| failure(&folder, &error))?.path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|extension| extension == "xsd") {
                    let text = std::fs::read_to_string(&path).map_err(|error| failure(&path, &error))?;
                    declared.add_text(&text).map_err(|error| failure(&path, &error))?;
                }
            }
        }
        Ok(declared)
    }

    /// Whether the attribute with this value may be absent from the element without a change of meaning.
    pub(super) fn supplies(&self, element: &ExpandedName, attribute: &ExpandedName, value: &str) -> bool {
        match (attribute.namespace.as_str(), attribute.local.as_str()) {
            (XSI, "type") => {
                let type_name = value.rsplit('}').next().unwrap_or_default();
                self.types.contains(&(element.local.clone(), type_name.to_owned()))
            }
            (XSI, "nil") => matches!(value.trim(), "false" | "0"),
            _ => self.attributes.contains(&(attribute.local.clone(), value.to_owned())),
        }
    }
}

fn local_part(qname: &str) -> &str {
    qname.rsplit(':').next().unwrap_or_default()
}

fn failure(path: &Path, reason: &impl ToString) -> DeclaredValuesError {
    DeclaredValuesError {
        path: path.to_owned(),
        reason: reason.to_string(),
    }
}
