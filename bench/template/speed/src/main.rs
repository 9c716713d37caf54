//! Measures the generated reader and writer beside the peers. For the arguments see `main_program`.

use generated::Document;
use std::process::ExitCode;
use xsozial_bench::speed::{Candidate, Operation, TypedRead, TypedWrite, main_program};
use xsozial_model::xml::ReadOptions;

fn main() -> ExitCode {
    let read = |xml: &[u8]| Document::from_xml(xml);
    let stream = |xml: &[u8]| Document::from_reader(xml, &ReadOptions::default());
    let write = |document: &Document| document.to_xml();
    let own = vec![
        Candidate::own("xsozial: strict typed read", Operation::Read, move || Ok(TypedRead::new(read))),
        Candidate::own("xsozial: the same from BufRead", Operation::Read, move || {
            Ok(TypedRead::new(stream).with_file(|file| {
                Document::from_reader(file, &ReadOptions::default())?;
                Ok(())
            }))
        }),
        Candidate::own("xsozial: write", Operation::Write, move || Ok(TypedWrite::new(read, write))),
    ];
    let peers: Vec<Vec<Candidate>> = vec![{candidates}];
    main_program(own.into_iter().chain(peers.into_iter().flatten()).collect())
}
