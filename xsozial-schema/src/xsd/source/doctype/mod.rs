//! Documents with a DOCTYPE, made harmless without fetching anything.
//!
//! The schema of XML Signature, which half of the XÖV deliveries import, begins with a DOCTYPE whose internal subset binds
//! a prefix by an attribute default. The internal subset is read for defaults and general entities (XML 1.0, sections
//! 3.3.2 and 4.4), both are written into the text, and the DOCTYPE is left out. The external subset is ignored, as XML
//! allows to a processor that does not validate.

mod cursor;
mod prolog;
mod rewrite;
mod subset;

pub(super) use prolog::Prolog;

use super::positions::{Positions, Runs};
use std::borrow::Cow;

/// Text without DOCTYPE, and where it comes from.
pub(crate) struct PlainText {
    pub(in crate::xsd::source) text: String,
    pub(in crate::xsd::source) positions: Positions,
}

#[cfg(feature = "xdatenfelder")]
impl PlainText {
    /// The line in the file of an offset into the text.
    pub(crate) fn line(&self, offset: usize) -> u32 {
        self.positions.line(offset)
    }

    /// Line and column in the file of an offset into the text.
    pub(crate) fn line_column(&self, offset: usize) -> (u32, u32) {
        self.positions.line_column(&self.text, offset)
    }
}

/// What is wrong with a DOCTYPE, or with what it does to the document.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum DoctypeFault {
    /// The declaration itself is broken at this offset.
    Malformed(usize, &'static str),
    /// The entity reference at this offset grows beyond the limits.
    Expansion(usize),
}

impl DoctypeFault {
    fn offset(&self) -> usize {
        match *self {
            Self::Malformed(offset, _) | Self::Expansion(offset) => offset,
        }
    }
}

/// The text without its DOCTYPE; attribute defaults and entities are filled in. A fault comes with its line and column.
pub(super) fn without_doctype(text: Cow<'_, str>) -> Result<PlainText, (DoctypeFault, (u32, u32))> {
    match rewritten(&text) {
        Ok(None) => Ok(PlainText {
            positions: Positions::of(&text),
            text: text.into_owned(),
        }),
        Ok(Some((plain, runs))) => Ok(PlainText {
            text: plain,
            positions: Positions::of_rewritten(text.into_owned(), runs),
        }),
        Err(fault) => {
            let place = Positions::of(&text).line_column(&text, fault.offset());
            Err((fault, place))
        }
    }
}

fn rewritten(text: &str) -> Result<Option<(String, Runs)>, DoctypeFault> {
    let Some(doctype) = Prolog::of(text)?.doctype else {
        return Ok(None);
    };
    let declarations = match doctype.subset {
        Some(subset) => subset::read(text, subset)?,
        None => subset::Declarations::default(),
    };
    rewrite::rewrite(text, &doctype.range, &declarations).map(Some)
}

#[cfg(test)]
mod tests;
