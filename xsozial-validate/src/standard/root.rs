//! The root element of a document.

use std::{fmt, io::BufRead};
use xsozial_model::xml::{Error, Event, EventSource, StreamSource};
use xsozial_schema::{Code, Fault, NamespaceId, limits::Limits, names::Names};

/// The longest name of a root element that is told in characters.
const LONGEST_NAME: usize = 200;

/// What a document's root element says of its standard.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Root {
    /// The namespace; empty for none.
    pub namespace: String,
    /// The name without its prefix.
    pub local: String,
    /// The attribute `standard` of a message that follows the XÖV Basisnachricht.
    pub standard: Option<String>,
    /// The attribute `version` of such a message.
    pub version: Option<String>,
}

impl Root {
    /// Reads a document up to its root's start tag.
    pub fn read(document: impl BufRead, limits: Limits) -> Result<Self, Error> {
        let mut names = Names::new();
        let [standard, version] = ["standard", "version"].map(|local| names.intern(NamespaceId::NONE, local));
        let mut source = StreamSource::new(document, &names, limits);
        match source.next()? {
            Event::Start(_) => {}
            // A source gives nothing before the root; a document without one is an error.
            _ => return Err(Error::new(Fault::new(Code::Empty))),
        }
        let start = source.start_element();
        let attribute = |name| {
            let found = start.attribute(start.find(name)?)?;
            Some(found.value.to_owned())
        };
        Ok(Self {
            namespace: start.uri().to_owned(),
            local: start.local().to_owned(),
            standard: attribute(standard),
            version: attribute(version),
        })
    }

    /// `Q{uri}local`, cut where it is long.
    pub(crate) fn shown_name(&self) -> String {
        let name = format!("Q{{{}}}{}", self.namespace, self.local);
        match name.char_indices().nth(LONGEST_NAME) {
            Some((end, _)) => format!("{}…", &name[..end]),
            None => name,
        }
    }
}

/// Attribute values are document content; they are not shown.
impl fmt::Debug for Root {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Root")
            .field("name", &self.shown_name())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(document: &str) -> Result<Root, Error> {
        Root::read(document.as_bytes(), Limits::default())
    }

    #[test]
    fn the_root_is_read_without_what_follows() {
        let root =
            read("<!-- x --><a:antrag xmlns:a='urn:a' standard='XBeispiel' version='1.0' a:version='2'><b>").unwrap();
        assert_eq!((root.namespace.as_str(), root.local.as_str()), ("urn:a", "antrag"));
        assert_eq!(root.standard.as_deref(), Some("XBeispiel"));
        assert_eq!(root.version.as_deref(), Some("1.0"));
        assert!(!format!("{root:?}").contains("XBeispiel"));
        let root = read("<antrag/>").unwrap();
        assert_eq!((root.namespace.as_str(), root.standard, root.version), ("", None, None));
    }
}
