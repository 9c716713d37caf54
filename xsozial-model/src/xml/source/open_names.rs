//! The names of the open elements.

/// The names of the open elements, the innermost last, in one text that is used again.
#[derive(Default)]
pub(super) struct OpenNames {
    text: String,
    starts: Vec<usize>,
}

impl OpenNames {
    /// An element begins.
    #[inline]
    pub(super) fn push(&mut self, name: &str) {
        self.starts.push(self.text.len());
        self.text.push_str(name);
    }

    /// The innermost element ends.
    #[inline]
    pub(super) fn pop(&mut self) {
        if let Some(start) = self.starts.pop() {
            self.text.truncate(start);
        }
    }

    /// The name of the innermost element.
    #[inline]
    pub(super) fn last(&self) -> Option<&str> {
        self.text.get(*self.starts.last()?..)
    }
}

#[cfg(test)]
mod tests {
    use super::OpenNames;

    #[test]
    fn the_innermost_name_is_known() {
        let mut names = OpenNames::default();
        assert_eq!(names.last(), None);
        names.push("ä:b");
        names.push("c");
        assert_eq!(names.last(), Some("c"));
        names.pop();
        assert_eq!(names.last(), Some("ä:b"));
        names.pop();
        names.pop();
        assert_eq!(names.last(), None);
    }
}
