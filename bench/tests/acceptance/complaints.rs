//! Everything that is wrong, gathered.

/// Most complaints that are shown.
const MOST_SHOWN: usize = 200;

/// What does not hold.
#[derive(Default)]
pub(crate) struct Complaints(Vec<String>);

impl Complaints {
    /// Complains unless the condition holds.
    pub(crate) fn require(&mut self, holds: bool, complaint: impl FnOnce() -> String) {
        if !holds {
            self.0.push(complaint());
        }
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.0.len()
    }

    /// Fails with all complaints; of very many only the first are shown.
    pub(crate) fn assert_none(self) {
        let count = self.0.len();
        let shown = &self.0[..count.min(MOST_SHOWN)];
        assert!(count == 0, "{count} complaints:\n{}", shown.join("\n"));
    }
}
