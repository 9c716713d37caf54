//! The programs that xsozial is compared with, one a file, and which of them are built.

#[cfg(feature = "peers")]
mod fastxml;
#[cfg(feature = "peers")]
mod quick_xml_namespaces;
#[cfg(feature = "peers")]
mod quick_xml_reader;
#[cfg(feature = "peers")]
mod xmllint_stream;
#[cfg(feature = "peers")]
mod xsd_schema;

use super::{Failure, Subject};
use std::path::Path;

/// The tokenisers that were built. The first one is what ratios are taken to.
pub(super) fn tokenisers() -> Vec<Box<dyn Subject>> {
    #[cfg(feature = "peers")]
    let peers: Vec<Box<dyn Subject>> = vec![
        Box::new(quick_xml_namespaces::QuickXmlNamespaces),
        Box::new(quick_xml_reader::QuickXmlReader),
    ];
    #[cfg(not(feature = "peers"))]
    let peers = Vec::new();
    peers
}

/// The validators that were built, for the schema in this file; all documents that it refers to lie beside it.
#[cfg_attr(
    not(feature = "peers"),
    expect(clippy::unnecessary_wraps, reason = "without peers nothing can fail")
)]
pub(super) fn validators(entry: &Path) -> Result<Vec<Box<dyn Subject>>, Failure> {
    #[cfg(feature = "peers")]
    let peers: Vec<Box<dyn Subject>> = vec![
        Box::new(xsd_schema::XsdSchema::new(entry)?),
        Box::new(fastxml::Fastxml::new(entry)?),
        Box::new(xmllint_stream::XmllintStream::new(entry)?),
    ];
    #[cfg(not(feature = "peers"))]
    let peers = {
        let _ = entry;
        Vec::new()
    };
    Ok(peers)
}
