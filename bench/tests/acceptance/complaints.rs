//! Everything that is wrong, gathered.

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

    /// Fails with all complaints.
    pub(crate) fn assert_none(self) {
        let count = self.0.len();
        assert!(count == 0, "{count} complaints:\n{}", self.0.join("\n"));
    }
}
