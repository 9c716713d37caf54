//! Compact storage of the values: one text for all, and where each stands in it.

use super::error::GenericodeProblem;

/// The values of all rows. Memory grows with the file, never with rows times columns.
#[derive(Clone, Default, PartialEq, Eq)]
pub(super) struct Rows {
    /// All values, one after the other.
    pool: String,
    /// Column, start and end in the pool; row by row.
    values: Vec<(u16, u32, u32)>,
    /// Where each row's values begin.
    starts: Vec<u32>,
    /// The line of each row.
    lines: Vec<u32>,
}

impl Rows {
    /// Begins a row.
    pub(super) fn begin(&mut self, line: u32) -> Result<(), GenericodeProblem> {
        self.starts
            .push(u32::try_from(self.values.len()).map_err(|_| GenericodeProblem::Limit)?);
        self.lines.push(line);
        Ok(())
    }

    /// Adds a value to the last row, its white space collapsed; an empty one counts as none.
    pub(super) fn push(&mut self, column: u16, text: &str) -> Result<(), GenericodeProblem> {
        let start = self.pool.len();
        push_collapsed(text, &mut self.pool);
        if self.pool.len() > start {
            let place = |place| u32::try_from(place).map_err(|_| GenericodeProblem::Limit);
            self.values.push((column, place(start)?, place(self.pool.len())?));
        }
        Ok(())
    }

    pub(super) fn len(&self) -> usize {
        self.starts.len()
    }

    pub(super) fn line(&self, row: usize) -> u32 {
        self.lines.get(row).copied().unwrap_or(0)
    }

    pub(super) fn value(&self, row: usize, column: usize) -> Option<&str> {
        let start = *self.starts.get(row)? as usize;
        let end = self.starts.get(row + 1).map_or(self.values.len(), |&end| end as usize);
        let values = self.values.get(start..end)?;
        let &(_, start, end) = values.iter().find(|value| usize::from(value.0) == column)?;
        self.pool.get(start as usize..end as usize)
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
