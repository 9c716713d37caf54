//! quick-xml without namespaces: all events of a document, nothing kept.

use crate::speed::{Candidate, Failure, Operation, Subject};
use quick_xml::{Reader, events::Event};
use std::{fs::File, hint::black_box, io::BufReader, path::Path};

/// quick-xml's `Reader` over a slice.
pub(super) fn candidate() -> Candidate {
    Candidate::peer("quick-xml Reader, bare", Operation::Tokens, || Ok(QuickXmlReader))
}

struct QuickXmlReader;

impl Subject for QuickXmlReader {
    fn run(&mut self, document: &[u8]) -> Result<usize, Failure> {
        let mut reader = Reader::from_reader(document);
        loop {
            match reader.read_event()? {
                Event::Eof => return Ok(document.len()),
                event => drop(black_box(event)),
            }
        }
    }

    fn run_file(&mut self, path: &Path) -> Result<(), Failure> {
        let mut reader = Reader::from_reader(BufReader::new(File::open(path)?));
        let mut buffer = Vec::new();
        loop {
            match reader.read_event_into(&mut buffer)? {
                Event::Eof => return Ok(()),
                event => drop(black_box(event)),
            }
            buffer.clear();
        }
    }
}
