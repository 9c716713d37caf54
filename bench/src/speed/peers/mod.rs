//! The programs that xsozial is compared with, one a file, and which of them are built. The heavy ones are in the crate
//! `bench/peers`.

#[cfg(feature = "peers")]
mod fastxml;
#[cfg(feature = "peers")]
mod quick_xml_namespaces;
#[cfg(feature = "peers")]
mod quick_xml_reader;
#[cfg(feature = "peers")]
mod uppsala;
#[cfg(feature = "peers")]
mod xerces;
#[cfg(feature = "peers")]
mod xmllint_stream;
#[cfg(feature = "peers")]
mod xsd_schema;
#[cfg(feature = "peers")]
mod xsdata;

use super::Candidate;
#[cfg(feature = "peers")]
use super::Failure;
use std::path::Path;

/// The tokenisers that were built. The first one is what ratios are taken to.
pub(super) fn tokenisers() -> Vec<Candidate> {
    #[cfg(feature = "peers")]
    let peers = vec![quick_xml_namespaces::candidate(), quick_xml_reader::candidate()];
    #[cfg(not(feature = "peers"))]
    let peers = Vec::new();
    peers
}

/// The validators that were built, for the schema in this file; all documents that it refers to lie beside it.
pub(super) fn validators(entry: &Path) -> Vec<Candidate> {
    #[cfg(feature = "peers")]
    let peers = vec![
        xsd_schema::candidate(entry),
        fastxml::candidate(entry),
        uppsala::candidate(entry),
        xmllint_stream::candidate(entry),
        xerces::candidate(entry),
    ];
    #[cfg(not(feature = "peers"))]
    let peers = {
        let _ = entry;
        Vec::new()
    };
    peers
}

/// What is read and written by the model that xsdata generated into this folder.
pub(super) fn models(xsdata: &Path) -> Vec<Candidate> {
    #[cfg(feature = "peers")]
    let peers = xsdata::candidates(xsdata);
    #[cfg(not(feature = "peers"))]
    let peers = {
        let _ = xsdata;
        Vec::new()
    };
    peers
}

/// The verdict of a validator that tells its errors: every document that is measured is valid.
#[cfg(feature = "peers")]
fn valid_without(error: Option<impl std::fmt::Display>) -> Result<(), Failure> {
    error.map_or(Ok(()), |error| Err(error.to_string().into()))
}
