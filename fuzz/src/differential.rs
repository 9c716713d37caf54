//! Ours against other programs, in one process.

mod known;
mod peer;

use crate::{limits, schemas};
use peer::Peer;

thread_local! {
    /// The peer is not shared between threads; tests run in several.
    static PEERS: Vec<Peer> = schemas::SCHEMAS.iter().map(|&schema| Peer::new(schema)).collect();
}

/// The first byte chooses the schema, the rest is the document. xsd-schema comes to the same verdict on documents that
/// roxmltree can read; documents with a known difference are passed over.
pub fn run(bytes: &[u8]) {
    let Some((schema, document)) = bytes.split_first() else {
        return;
    };
    if document.len() > limits::DOCUMENT {
        return;
    }
    let index = schemas::index(*schema);
    let Ok(text) = std::str::from_utf8(document) else {
        return;
    };
    let Ok(tree) = roxmltree::Document::parse(text) else {
        return;
    };
    let ours = schemas::validator(index).first_finding(document);
    let Some(theirs) = PEERS.with(|peers| peers[index].verdict(document)) else {
        return;
    };
    assert!(
        ours.is_none() == theirs.is_ok() || known::is_known(&tree),
        "ours: {ours:?}; xsd-schema: {theirs:?}"
    );
}
