//! Writes attribute defaults and entities into the text of a document.

use super::super::{
    limits::{ENTITY_BYTES, ENTITY_DEPTH},
    positions::Runs,
};
use super::{DoctypeFault, cursor::Cursor, subset::Declarations};
use std::ops::Range;

/// The text without its DOCTYPE, and where its parts come from.
pub(super) fn rewrite(
    text: &str,
    doctype: &Range<usize>,
    declarations: &Declarations<'_>,
) -> Result<(String, Runs), DoctypeFault> {
    let mut rewriter = Rewriter {
        declarations,
        output: String::with_capacity(text.len()),
        runs: Runs::default(),
        budget: ENTITY_BYTES,
    };
    rewriter.copy(&text[..doctype.start], Origin::document(0));
    rewriter.content(&text[doctype.end..], Origin::document(doctype.end))?;
    Ok((rewriter.output, rewriter.runs))
}

/// Where a text being copied comes from.
#[derive(Clone, Copy)]
struct Origin {
    offset: usize,
    /// How many entities lie around the text; with at least one, all of it stands for the reference at `offset`.
    depth: usize,
}

impl Origin {
    fn document(offset: usize) -> Self {
        Self { offset, depth: 0 }
    }

    /// The origin of the part of the text that begins at this offset.
    fn part(self, at: usize) -> Self {
        match self.depth {
            0 => Self::document(self.offset + at),
            _ => self,
        }
    }
}

struct Rewriter<'a> {
    declarations: &'a Declarations<'a>,
    output: String,
    runs: Runs,
    /// How many bytes entities may still add.
    budget: usize,
}

impl<'a> Rewriter<'a> {
    fn copy(&mut self, text: &str, origin: Origin) {
        if !text.is_empty() {
            self.runs.push(self.output.len(), origin.offset, origin.depth == 0);
            self.output += text;
        }
    }

    fn insert(&mut self, text: &str, origin: Origin) {
        self.runs.push(self.output.len(), origin.offset, false);
        self.output += text;
    }

    /// Character data and markup.
    fn content(&mut self, text: &str, origin: Origin) -> Result<(), DoctypeFault> {
        let mut at = 0;
        while let Some(length) = memchr::memchr2(b'<', b'&', &text.as_bytes()[at..]) {
            self.copy(&text[at..at + length], origin.part(at));
            at += length;
            if text.as_bytes()[at] == b'&' {
                at = self.content_reference(text, at, origin)?;
                continue;
            }
            let end = opaque_end(&text[at..]).map(|length| at + length);
            at = match end {
                Some(end) => {
                    self.copy(&text[at..end], origin.part(at));
                    end
                }
                None => self.start_tag(text, at, origin)?,
            };
        }
        self.copy(&text[at..], origin.part(at));
        Ok(())
    }

    fn content_reference(&mut self, text: &str, at: usize, origin: Origin) -> Result<usize, DoctypeFault> {
        let Some((replacement, length)) = self.entity(&text[at..]) else {
            self.copy("&", origin.part(at));
            return Ok(at + 1);
        };
        let inner = self.enter(replacement, origin.part(at))?;
        self.content(replacement, inner)?;
        Ok(at + length)
    }

    /// A start tag: entities in its attribute values, and the attributes it does not have.
    fn start_tag(&mut self, text: &str, start: usize, origin: Origin) -> Result<usize, DoctypeFault> {
        let mut cursor = Cursor::new(text, start + 1);
        let defaults = cursor.name().and_then(|name| self.declarations.attributes.get(name));
        let mut present = Vec::new();
        let mut copied = start;
        loop {
            cursor.skip_space();
            let Some(name) = cursor.name() else { break };
            cursor.skip_space();
            if !cursor.eat("=") {
                break;
            }
            cursor.skip_space();
            let value_start = cursor.at() + 1;
            let Some(value) = cursor.literal() else { break };
            present.push(name);
            self.copy(&text[copied..value_start], origin.part(copied));
            self.attribute_value(value, origin.part(value_start), origin.depth > 0)?;
            copied = value_start + value.len();
        }
        self.copy(&text[copied..cursor.at()], origin.part(copied));
        if matches!(cursor.peek(), Some(b'>' | b'/')) {
            let missing = defaults.into_iter().flatten();
            for default in missing.filter(|default| !present.contains(&default.name)) {
                self.default_attribute(default.name, default.value, origin.part(start))?;
            }
        }
        Ok(cursor.at())
    }

    fn default_attribute(&mut self, name: &str, value: &str, tag: Origin) -> Result<(), DoctypeFault> {
        // Every tag may get the defaults, so they count like entities.
        self.spend(value.len(), tag)?;
        for part in [" ", name, "=\""] {
            self.insert(part, tag);
        }
        let origin = Origin {
            depth: tag.depth + 1,
            ..tag
        };
        self.attribute_value(value, origin, true)?;
        self.insert("\"", tag);
        Ok(())
    }

    /// An attribute value, without its quotes. In the replacement text of an entity quotes are data.
    fn attribute_value(&mut self, value: &str, origin: Origin, inserted: bool) -> Result<(), DoctypeFault> {
        let mut at = 0;
        while let Some(length) = value[at..].find(['&', '"', '\'']) {
            self.copy(&value[at..at + length], origin.part(at));
            at += length;
            let found = &value[at..=at];
            match (found, self.entity(&value[at..])) {
                ("&", Some((replacement, length))) => {
                    let inner = self.enter(replacement, origin.part(at))?;
                    self.attribute_value(replacement, inner, true)?;
                    at += length;
                    continue;
                }
                ("\"", _) if inserted => self.insert("&quot;", origin.part(at)),
                ("'", _) if inserted => self.insert("&apos;", origin.part(at)),
                _ => self.copy(found, origin.part(at)),
            }
            at += 1;
        }
        self.copy(&value[at..], origin.part(at));
        Ok(())
    }

    /// The replacement text of the entity reference at the start of the text, and the reference's length. Character
    /// references, the five built-in entities and undeclared names are left to the parser of the document.
    fn entity(&self, text: &str) -> Option<(&'a str, usize)> {
        let mut cursor = Cursor::new(text, 1);
        let name = cursor.name()?;
        let declarations = self.declarations;
        let replacement = declarations.entities.get(name)?;
        let built_in = matches!(name, "amp" | "lt" | "gt" | "quot" | "apos");
        (cursor.eat(";") && !built_in).then(|| (replacement.as_str(), cursor.at()))
    }

    fn enter(&mut self, replacement: &str, reference: Origin) -> Result<Origin, DoctypeFault> {
        self.spend(replacement.len(), reference)?;
        if reference.depth >= ENTITY_DEPTH {
            return Err(DoctypeFault::Expansion(reference.offset));
        }
        Ok(Origin {
            offset: reference.offset,
            depth: reference.depth + 1,
        })
    }

    /// An empty text costs a byte too: references take time even when they add nothing.
    fn spend(&mut self, bytes: usize, origin: Origin) -> Result<(), DoctypeFault> {
        let left = self.budget.checked_sub(bytes + 1);
        self.budget = left.ok_or(DoctypeFault::Expansion(origin.offset))?;
        Ok(())
    }
}

/// The length of the comment, CDATA section, processing instruction or end tag here, whose content stays as it is; an
/// unclosed one reaches to the end.
fn opaque_end(text: &str) -> Option<usize> {
    let markup = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("</", ">")];
    let (start, end) = markup.into_iter().find(|(start, _)| text.starts_with(start))?;
    let length = memchr::memmem::find(&text.as_bytes()[start.len()..], end.as_bytes());
    Some(length.map_or(text.len(), |length| start.len() + length + end.len()))
}
