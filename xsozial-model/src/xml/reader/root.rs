//! The document around its root element.

use super::Reader;
use crate::xml::{Error, Event, Mark, path::KeptPath, source::shortened};
use xsozial_schema::{
    Code, Fault,
    schema::{ElementId, SourceLocation},
};

/// Where a reference to an ID stands.
pub(super) struct Reference {
    pub(super) mark: Mark,
    pub(super) node: KeptPath,
}

impl Reader<'_> {
    /// Reads up to the root element's start tag and says how the element is declared.
    pub fn root(&mut self) -> Result<ElementId, Error> {
        match self.source.next() {
            Ok(Event::Start(start)) => self.start = start,
            Ok(_) => {
                return Err(self.internal((
                    "das Dokument beginnt mit etwas anderem als einer Anfangsmarke",
                    "the document begins with something else than a start tag",
                )));
            }
            Err(error) => return Err(self.located(error)),
        }
        self.enter();
        let Some(element) = self.schema.global_element(self.start.name) else {
            return Err(self.unknown_root());
        };
        self.start_declared(Some(element))?;
        Ok(element)
    }

    /// The error for a root element that the type read does not stand for.
    #[cold]
    pub fn unknown_root(&self) -> Error {
        let start = self.source.start_element();
        let mut name = shortened(start.qname);
        if !start.uri().is_empty() {
            name = format!("{name} ({})", shortened(start.uri()));
        }
        self.error(Fault::named(Code::RootUnknown, name), SourceLocation::BUILT_IN)
    }

    /// Reads what follows the root element, and checks that references have found their targets.
    pub fn finish(&mut self) -> Result<(), Error> {
        match self.source.next() {
            Ok(Event::EndOfDocument) => {}
            Ok(_) => {
                return Err(self.internal((
                    "das Wurzelelement wurde nicht bis zu seinem Ende gelesen",
                    "the root element was not read to its end",
                )));
            }
            Err(error) => return Err(self.located(error)),
        }
        match self.ids.first_dangling() {
            Some(reference) if !self.options.dangling_references => Err(Error::new(Fault::new(Code::IdReference))
                .at(self.source.find(reference.mark))
                .on(self.path.describe_kept(reference.node, &self.schema.names))),
            _ => Ok(()),
        }
    }
}
