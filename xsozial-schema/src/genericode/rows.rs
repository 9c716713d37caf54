//! Compact storage of the values: one text for all, and where each ends in it.

use super::{bytes::Bytes, error::GenericodeProblem, table::Table};

/// The values of all rows. Memory grows with the file, never with rows times columns.
#[derive(Clone, Default, PartialEq, Eq)]
pub(super) struct Rows {
    /// All values, one after the other.
    pub(super) pool: Pool,
    /// Where each value ends in the pool; it begins where the one before ends.
    pub(super) ends: Table<u32>,
    /// The column of each value.
    pub(super) columns: Table<u16>,
    /// Which value is the first of each row.
    pub(super) starts: Table<u32>,
    /// The line of each row.
    pub(super) lines: Table<u32>,
}

/// The text of all values.
#[derive(Clone)]
pub(super) enum Pool {
    /// In memory.
    Owned(String),
    /// In the bytes of a stored list; UTF-8.
    Stored(Bytes),
}

impl Pool {
    #[inline]
    pub(super) fn as_bytes(&self) -> &[u8] {
        match self {
            Self::Owned(text) => text.as_bytes(),
            Self::Stored(bytes) => bytes.as_slice(),
        }
    }
}

impl Default for Pool {
    fn default() -> Self {
        Self::Owned(String::new())
    }
}

impl PartialEq for Pool {
    fn eq(&self, other: &Self) -> bool {
        self.as_bytes() == other.as_bytes()
    }
}

impl Eq for Pool {}

impl Rows {
    /// Begins a row.
    pub(super) fn begin(&mut self, line: u32) -> Result<(), GenericodeProblem> {
        self.starts
            .push(u32::try_from(self.ends.len()).map_err(|_| GenericodeProblem::Limit)?);
        self.lines.push(line);
        Ok(())
    }

    /// Adds a value to the last row, its white space collapsed; an empty one counts as none.
    pub(super) fn push(&mut self, column: u16, text: &str) -> Result<(), GenericodeProblem> {
        // A list that is being read is in memory.
        let Pool::Owned(pool) = &mut self.pool else {
            return Ok(());
        };
        let start = pool.len();
        push_collapsed(text, pool);
        if pool.len() > start {
            self.ends
                .push(u32::try_from(pool.len()).map_err(|_| GenericodeProblem::Limit)?);
            self.columns.push(column);
        }
        Ok(())
    }

    pub(super) fn len(&self) -> usize {
        self.starts.len()
    }

    pub(super) fn line(&self, row: usize) -> u32 {
        self.lines.get(row).unwrap_or(0)
    }

    /// The value in a row and column, as text.
    pub(super) fn value(&self, row: usize, column: usize) -> Option<&str> {
        std::str::from_utf8(self.bytes(row, column)?).ok()
    }

    /// The value in a row and column, as bytes.
    #[inline]
    pub(super) fn bytes(&self, row: usize, column: usize) -> Option<&[u8]> {
        let start = self.starts.get(row)? as usize;
        let end = self.end(row);
        let place = (start..end).find(|&place| self.columns.get(place).map(usize::from) == Some(column))?;
        let begin = match place.checked_sub(1) {
            Some(before) => self.ends.get(before)? as usize,
            None => 0,
        };
        self.pool.as_bytes().get(begin..self.ends.get(place)? as usize)
    }

    /// Where the values of a row end. Damaged bytes may say anything: there are no more values than there are.
    fn end(&self, row: usize) -> usize {
        let values = self.ends.len();
        self.starts.get(row + 1).map_or(values, |end| values.min(end as usize))
    }

    /// The values of a row with their columns, in the order of the file.
    pub(super) fn row(&self, row: usize) -> impl Iterator<Item = (u16, &[u8])> {
        let start = self.starts.get(row).map_or(0, |start| start as usize);
        let end = self.end(row);
        (start..end).filter_map(move |place| {
            let column = self.columns.get(place)?;
            Some((column, self.bytes(row, column.into())?))
        })
    }
}

/// Appends the text with its white space collapsed, as `xs:token` does.
pub(super) fn push_collapsed(text: &str, target: &mut String) {
    const SPACE: [char; 4] = [' ', '\t', '\n', '\r'];
    let trimmed = text.trim_matches(SPACE);
    if !trimmed.contains(['\t', '\n', '\r']) && !trimmed.contains("  ") {
        target.push_str(trimmed);
        return;
    }
    let mut words = trimmed.split(SPACE).filter(|word| !word.is_empty());
    target.extend(words.next());
    for word in words {
        target.push(' ');
        target.push_str(word);
    }
}

#[cfg(test)]
mod tests {
    use super::push_collapsed;

    #[test]
    fn white_space_is_collapsed() {
        for (text, expected) in [
            ("", ""),
            (" \n", ""),
            (" a ", "a"),
            ("a \t b\r\n c", "a b c"),
            ("\u{A0}a\u{A0}", "\u{A0}a\u{A0}"),
        ] {
            let mut target = "x".to_owned();
            push_collapsed(text, &mut target);
            assert_eq!(target, format!("x{expected}"));
        }
    }
}
