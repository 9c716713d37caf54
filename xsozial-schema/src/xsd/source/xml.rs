//! XML documents of a delivery, parsed with positions in the original file.

use super::{
    doctype::{self, DoctypeFault, PlainText},
    limits::ENTITY_BYTES,
};
use crate::{
    decode::{self, DecodeError},
    names::index_of,
    xsd::error::{SchemaPosition, XsdError},
};
use roxmltree::{Document, Node};

/// The text of a document, without DOCTYPE.
pub(crate) fn plain_text(bytes: &[u8], shown: &str) -> Result<PlainText, XsdError> {
    let text = decode::decode(bytes).map_err(|source| XsdError::Encoding {
        position: SchemaPosition::of_line(shown, decode_line(&source)),
        source,
    })?;
    // Offsets are kept in 32 bits, and decoding may make a text longer.
    if text.len() > u32::MAX as usize / 2 {
        return Err(XsdError::TooLarge {
            path: shown.to_owned(),
            what: "bytes of text",
            limit: u64::from(u32::MAX / 2),
        });
    }
    doctype::without_doctype(text).map_err(|(fault, place)| match fault {
        DoctypeFault::Malformed(_, reason) => XsdError::NotWellFormed {
            position: at(shown, place),
            reason: reason.to_owned(),
        },
        DoctypeFault::Expansion(_) => XsdError::EntityExpansion {
            position: at(shown, place),
            limit: ENTITY_BYTES,
        },
    })
}

fn decode_line(error: &DecodeError) -> u32 {
    match error {
        // The XML declaration stands in the first line.
        DecodeError::UnknownEncoding { .. } => 1,
        DecodeError::Malformed { line, .. } => index_of(*line),
    }
}

/// Parses a text without DOCTYPE.
pub(crate) fn parse<'a>(plain: &'a PlainText, shown: &str) -> Result<Document<'a>, XsdError> {
    Document::parse(&plain.text).map_err(|error| {
        let reason = error.to_string().replace(&format!(" at {}", error.pos()), "");
        let offset = match error {
            roxmltree::Error::UnclosedRootNode | roxmltree::Error::UnexpectedEndOfStream => plain.text.len(),
            _ => offset_of(&plain.text, error.pos()),
        };
        XsdError::NotWellFormed {
            position: position(plain, shown, offset),
            reason,
        }
    })
}

/// The place in the original file of an offset into the plain text.
pub(super) fn position(plain: &PlainText, shown: &str, offset: usize) -> SchemaPosition {
    at(shown, plain.positions.line_column(&plain.text, offset))
}

fn at(shown: &str, (line, column): (u32, u32)) -> SchemaPosition {
    SchemaPosition {
        file: shown.to_owned(),
        line,
        column,
    }
}

/// An element's name as `Q{uri}local`.
pub(super) fn expanded_name(element: Node<'_, '_>) -> String {
    let name = element.tag_name();
    match name.namespace() {
        Some(uri) => format!("Q{{{uri}}}{}", name.name()),
        None => name.name().to_owned(),
    }
}

/// The offset of a place that `roxmltree` tells as row and column, which it counts by line feeds and characters.
fn offset_of(text: &str, place: roxmltree::TextPos) -> usize {
    let rows = usize::try_from(place.row).unwrap_or(1).saturating_sub(1);
    let start = match rows.checked_sub(1) {
        Some(row) => memchr::memchr_iter(b'\n', text.as_bytes())
            .nth(row)
            .map_or(text.len(), |end| end + 1),
        None => 0,
    };
    let columns = usize::try_from(place.col).unwrap_or(1).saturating_sub(1);
    let line = text.get(start..).unwrap_or_default();
    start
        + line
            .char_indices()
            .nth(columns)
            .map_or(line.len(), |(offset, _)| offset)
}
