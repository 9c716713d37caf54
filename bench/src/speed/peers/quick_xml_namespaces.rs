//! quick-xml with namespaces: all events of a document, element names resolved, nothing kept.

use crate::speed::{Candidate, Failure, Operation, Subject, bars::names};
use quick_xml::{NsReader, events::Event};
use std::{fs::File, hint::black_box, io::BufReader, path::Path};

/// quick-xml's `NsReader` over a slice.
pub(super) fn candidate() -> Candidate {
    Candidate::peer(names::NAMESPACES, Operation::Tokens, || Ok(QuickXmlNamespaces))
}

struct QuickXmlNamespaces;

impl Subject for QuickXmlNamespaces {
    fn run(&mut self, document: &[u8]) -> Result<usize, Failure> {
        let mut reader = NsReader::from_reader(document);
        loop {
            match reader.read_resolved_event()? {
                (_, Event::Eof) => return Ok(document.len()),
                event => drop(black_box(event)),
            }
        }
    }

    fn run_file(&mut self, path: &Path) -> Result<(), Failure> {
        let mut reader = NsReader::from_reader(BufReader::new(File::open(path)?));
        let mut buffer = Vec::new();
        loop {
            match reader.read_resolved_event_into(&mut buffer)? {
                (_, Event::Eof) => return Ok(()),
                event => drop(black_box(event)),
            }
            buffer.clear();
        }
    }
}
