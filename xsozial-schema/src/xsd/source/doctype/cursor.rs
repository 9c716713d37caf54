//! A place in a text that moves forward.

/// Reads markup declarations from left to right.
#[derive(Clone, Debug)]
pub(super) struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    /// A cursor at this offset, which must be a character boundary.
    pub(super) fn new(text: &'a str, at: usize) -> Self {
        Self { text, at }
    }

    pub(super) fn at(&self) -> usize {
        self.at
    }

    pub(super) fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    pub(super) fn skip_space(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\n']).len();
    }

    /// Moves behind `token` when it stands here.
    pub(super) fn eat(&mut self, token: &str) -> bool {
        let found = self.rest().starts_with(token);
        if found {
            self.at += token.len();
        }
        found
    }

    /// Moves behind the next `token`; the text before it.
    pub(super) fn until(&mut self, token: &str) -> Option<&'a str> {
        let rest = self.rest();
        let end = memchr::memmem::find(rest.as_bytes(), token.as_bytes())?;
        self.at += end + token.len();
        rest.get(..end)
    }

    /// Moves behind the name that stands here. It is delimited by the characters that end names in markup; whether the
    /// others are allowed in names is left to the parser of the document.
    pub(super) fn name(&mut self) -> Option<&'a str> {
        let rest = self.rest();
        let end = rest
            .find(|character: char| {
                character.is_ascii() && !character.is_ascii_alphanumeric() && !":_-.".contains(character)
            })
            .unwrap_or(rest.len());
        self.at += end;
        rest.get(..end).filter(|name| !name.is_empty())
    }

    /// Moves behind the quoted literal that stands here; the text between the quotes.
    pub(super) fn literal(&mut self) -> Option<&'a str> {
        let quote = match self.peek()? {
            b'"' => "\"",
            b'\'' => "'",
            _ => return None,
        };
        self.at += 1;
        self.until(quote)
    }

    /// Moves behind the `>` that ends the tag or declaration here; quoted text may hold others.
    pub(super) fn skip_declaration(&mut self) -> Option<()> {
        loop {
            let rest = self.rest().as_bytes();
            self.at += memchr::memchr3(b'>', b'"', b'\'', rest)?;
            if self.peek() == Some(b'>') {
                self.at += 1;
                return Some(());
            }
            self.literal()?;
        }
    }
}
