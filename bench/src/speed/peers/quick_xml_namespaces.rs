//! quick-xml with namespaces: all events of a document, element names resolved, nothing kept.

use crate::speed::{Failure, Subject, bars::names};
use quick_xml::{NsReader, events::Event};
use std::hint::black_box;

/// quick-xml's `NsReader` over a slice.
pub(super) struct QuickXmlNamespaces;

impl Subject for QuickXmlNamespaces {
    fn name(&self) -> String {
        names::NAMESPACES.to_owned()
    }

    fn run(&mut self, document: &[u8]) -> Result<usize, Failure> {
        let mut reader = NsReader::from_reader(document);
        loop {
            match reader.read_resolved_event()? {
                (_, Event::Eof) => return Ok(document.len()),
                event => drop(black_box(event)),
            }
        }
    }
}
