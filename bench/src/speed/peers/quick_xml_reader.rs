//! quick-xml without namespaces: all events of a document, nothing kept.

use crate::speed::{Failure, Subject};
use quick_xml::{Reader, events::Event};
use std::hint::black_box;

/// quick-xml's `Reader` over a slice.
pub(super) struct QuickXmlReader;

impl Subject for QuickXmlReader {
    fn name(&self) -> String {
        "quick-xml Reader, bare".to_owned()
    }

    fn run(&mut self, document: &[u8]) -> Result<usize, Failure> {
        let mut reader = Reader::from_reader(document);
        loop {
            match reader.read_event()? {
                Event::Eof => return Ok(document.len()),
                event => drop(black_box(event)),
            }
        }
    }
}
