//! Measures the generated reader and writer beside the peers. Arguments: rounds, documents.

use generated::Document;
use std::process::ExitCode;
use xsozial_bench::speed::{TypedRead, TypedWrite, main_program};
use xsozial_model::xml::ReadOptions;

fn main() -> ExitCode {
    let read = |xml: &[u8]| Document::from_xml(xml);
    let stream = |xml: &[u8]| Document::from_reader(xml, &ReadOptions::default());
    main_program(vec![
        Box::new(TypedRead::new("xsozial: strict typed read", read)),
        Box::new(TypedRead::new("xsozial: the same from BufRead", stream)),
        Box::new(TypedWrite::new("xsozial: write", read, |document: &Document| {
            document.to_xml()
        })),
    ])
}
