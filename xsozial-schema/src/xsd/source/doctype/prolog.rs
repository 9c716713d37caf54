//! What stands before the root element.

use super::super::limits::SUBSET_BYTES;
use super::{DoctypeFault, cursor::Cursor};
use std::ops::Range;

/// A document type declaration.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Doctype {
    /// From `<!DOCTYPE` to behind its `>`.
    pub(super) range: Range<usize>,
    /// The internal subset, without its brackets.
    pub(super) subset: Option<Range<usize>>,
}

/// The prolog of a document (XML 1.0, section 2.8).
#[derive(Debug)]
pub(in super::super) struct Prolog {
    pub(super) doctype: Option<Doctype>,
    /// The `<` of the root element; `None` when there is none where it should stand.
    root: Option<usize>,
}

impl Prolog {
    /// Reads up to the root element. Faults outside the DOCTYPE are left to the parser of the document.
    pub(in super::super) fn of(text: &str) -> Result<Self, DoctypeFault> {
        let mut cursor = Cursor::new(text, 0);
        let mut doctype = None;
        cursor.eat("\u{FEFF}");
        loop {
            cursor.skip_space();
            let start = cursor.at();
            let closed = if cursor.eat("<?") {
                cursor.until("?>").is_some()
            } else if cursor.eat("<!--") {
                cursor.until("-->").is_some()
            } else if doctype.is_none() && cursor.eat("<!DOCTYPE") {
                doctype = Some(read_doctype(&mut cursor, start)?);
                true
            } else {
                let root = (cursor.peek() == Some(b'<')).then_some(start);
                return Ok(Self { doctype, root });
            };
            if !closed {
                return Ok(Self { doctype, root: None });
            }
        }
    }

    /// The start tag of the root element, from `<` to behind `>`.
    pub(in super::super) fn root_tag(&self, text: &str) -> Option<Range<usize>> {
        let start = self.root?;
        let mut cursor = Cursor::new(text, start);
        cursor.skip_declaration()?;
        Some(start..cursor.at())
    }
}

fn read_doctype(cursor: &mut Cursor<'_>, start: usize) -> Result<Doctype, DoctypeFault> {
    let unclosed = DoctypeFault::Malformed(start, "the DOCTYPE declaration is not closed");
    let mut subset = None;
    loop {
        cursor.skip_space();
        let at = cursor.at();
        let read = match cursor.peek() {
            Some(b'"' | b'\'') => cursor.literal().is_some(),
            Some(b'[') if subset.is_none() => {
                cursor.eat("[");
                subset = skip_subset(cursor);
                subset.is_some()
            }
            Some(b'>') => {
                cursor.eat(">");
                let range = start..cursor.at();
                if range.len() > SUBSET_BYTES {
                    return Err(DoctypeFault::Malformed(start, "the DOCTYPE declaration is too large"));
                }
                return Ok(Doctype { range, subset });
            }
            Some(_) if cursor.name().is_some() => true,
            Some(_) => return Err(DoctypeFault::Malformed(at, "the DOCTYPE declaration is malformed")),
            None => false,
        };
        if !read {
            return Err(unclosed);
        }
    }
}

/// Moves behind the `]` of the internal subset; the range before it.
fn skip_subset(cursor: &mut Cursor<'_>) -> Option<Range<usize>> {
    let start = cursor.at();
    loop {
        cursor.skip_space();
        let end = cursor.at();
        if cursor.eat("]") {
            return Some(start..end);
        } else if cursor.eat("<!--") {
            cursor.until("-->")?;
        } else if cursor.eat("<?") {
            cursor.until("?>")?;
        } else if cursor.eat("<!") {
            cursor.skip_declaration()?;
        } else {
            // A reference to a parameter entity; anything else is found by the reader of the subset.
            let rest = cursor.rest();
            let character = rest.chars().next()?;
            cursor.eat(rest.get(..character.len_utf8())?);
        }
    }
}
