//! Edits of the text of a document, most of which leave it readable.

use crate::choices::Choices;
use std::{fmt::Write, ops::Range};

/// Edits at most as often as this.
const MOST_EDITS: u8 = 8;

/// What stands for nothing, or for white space, between or in values.
const FILLERS: [&str; 8] = [
    "<!-- - -->",
    "<?x y?>",
    "<![CDATA[]]>",
    " ",
    "\r\n",
    "&#32;",
    "<![CDATA[ ]]>",
    "\t",
];

/// Edits a document.
pub(super) fn edit(document: &[u8], choices: &mut Choices<'_>) -> Vec<u8> {
    let mut text = String::from_utf8_lossy(document).into_owned();
    for _ in 0..choices.byte() % MOST_EDITS {
        let parts = parts(&text);
        let part = parts[choices.below(parts.len())].clone();
        edit_part(&mut text, part, choices);
    }
    text.into_bytes()
}

fn edit_part(text: &mut String, part: Range<usize>, choices: &mut Choices<'_>) {
    match choices.byte() % 6 {
        0 => text.insert_str(part.start, FILLERS[choices.below(FILLERS.len())]),
        1 => text.insert_str(part.end, FILLERS[choices.below(FILLERS.len())]),
        2 => text.replace_range(part, choices.text()),
        3 => {
            let copy = text[part.clone()].to_owned();
            text.insert_str(part.end, &copy);
        }
        4 => {
            let references = as_references(&text[part.clone()]);
            text.replace_range(part, &references);
        }
        _ => text.replace_range(part, ""),
    }
}

/// The tags of a document and the text between them, one after the other.
fn parts(text: &str) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (place, character) in text.char_indices() {
        let end = if character == '>' { place + 1 } else { place };
        if (character == '<' || character == '>') && end > start {
            parts.push(start..end);
            start = end;
        }
    }
    parts.push(start..text.len());
    parts
}

/// Text with its letters as character references; tags stay as they are.
fn as_references(part: &str) -> String {
    if part.starts_with('<') || part.contains('&') {
        return part.to_owned();
    }
    let mut references = String::new();
    for character in part.chars() {
        // Writing into a text cannot fail.
        _ = write!(references, "&#x{:X};", u32::from(character));
    }
    references
}
