//! Places in a document.

/// A place in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Bytes before it in the document as UTF-8, a byte order mark not counted.
    pub offset: u64,
    /// Line, counted from 1. Line feed, carriage return and both together end a line.
    pub line: u32,
    /// Column in characters, counted from 1.
    pub column: u32,
}

/// A place that is kept in case somebody asks for it; [`EventSource::find`](super::EventSource::find) makes a position of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// An offset, where the text before it stays at hand and lines can be counted later.
    Offset(u64),
    /// A position.
    Position(Position),
}

impl Default for Position {
    fn default() -> Self {
        Self::START
    }
}

impl Position {
    /// The first character of a document.
    pub const START: Self = Self {
        offset: 0,
        line: 1,
        column: 1,
    };

    /// The position behind this text, which begins here.
    ///
    /// A carriage return and its line feed must not be parted between two calls.
    #[must_use]
    pub fn after(mut self, text: &[u8]) -> Self {
        self.offset += text.len() as u64;
        let mut line_start = None;
        for place in memchr::memchr2_iter(b'\n', b'\r', text) {
            if text[place] == b'\r' && text.get(place + 1) == Some(&b'\n') {
                continue;
            }
            self.line = self.line.saturating_add(1);
            line_start = Some(place + 1);
        }
        if line_start.is_some() {
            self.column = 1;
        }
        let rest = &text[line_start.unwrap_or(0)..];
        // Every byte that does not continue a character begins one.
        let characters = rest.iter().filter(|&&byte| byte & 0xC0 != 0x80).count();
        self.column = self
            .column
            .saturating_add(u32::try_from(characters).unwrap_or(u32::MAX));
        self
    }
}

#[cfg(test)]
mod tests {
    use super::Position;

    fn place(text: &str) -> (u64, u32, u32) {
        let position = Position::START.after(text.as_bytes());
        (position.offset, position.line, position.column)
    }

    #[test]
    fn lines_end_with_any_of_the_three_line_ends() {
        assert_eq!(place(""), (0, 1, 1));
        assert_eq!(place("ab"), (2, 1, 3));
        assert_eq!(place("a\nb"), (3, 2, 2));
        assert_eq!(place("a\r\nb"), (4, 2, 2));
        assert_eq!(place("a\rb\r"), (4, 3, 1));
    }

    #[test]
    fn columns_count_characters() {
        assert_eq!(place("äöü"), (6, 1, 4));
        assert_eq!(place("ä\n𝄞x"), (8, 2, 3));
    }
}
