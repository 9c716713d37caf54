//! The progress bar.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{self, IsTerminal};

/// A bar on the standard error, where that is a terminal and there is more than one document. It names no documents.
pub(super) struct Progress {
    bar: ProgressBar,
    /// Whether reports are written to the same terminal, so that the bar must make way for them.
    makes_way: bool,
}

impl Progress {
    /// A bar for so many documents; `writes_reports` tells whether something is written for each of them.
    pub(super) fn new(documents: usize, writes_reports: bool) -> Self {
        let is_shown = documents > 1 && io::stderr().is_terminal();
        let target = if is_shown {
            ProgressDrawTarget::stderr()
        } else {
            ProgressDrawTarget::hidden()
        };
        let bar = ProgressBar::with_draw_target(Some(documents as u64), target);
        // A template that indicatif refuses leaves its own.
        let bar = match ProgressStyle::with_template("{wide_bar} {pos}/{len} {eta}") {
            Ok(style) => bar.with_style(style),
            Err(_) => bar,
        };
        let makes_way = is_shown && writes_reports && io::stdout().is_terminal();
        Self { bar, makes_way }
    }

    /// One document more is done; its report is written.
    pub(super) fn step<T>(&self, write: impl FnOnce() -> T) -> T {
        self.bar.inc(1);
        if self.makes_way {
            self.bar.suspend(write)
        } else {
            write()
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
