//! The programs that xsozial is compared with, one a file, and which of them are built.

#[cfg(feature = "peers")]
mod quick_xml_namespaces;
#[cfg(feature = "peers")]
mod quick_xml_reader;

use super::Subject;

/// All peers that were built. The first one is what ratios are taken to.
pub(super) fn all() -> Vec<Box<dyn Subject>> {
    #[cfg(feature = "peers")]
    let peers: Vec<Box<dyn Subject>> = vec![
        Box::new(quick_xml_namespaces::QuickXmlNamespaces),
        Box::new(quick_xml_reader::QuickXmlReader),
    ];
    #[cfg(not(feature = "peers"))]
    let peers = Vec::new();
    peers
}
