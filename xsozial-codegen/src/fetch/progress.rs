//! The progress bar.

use indicatif::{MultiProgress, ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Bars on the standard error, one a download, where that is a terminal.
pub(super) struct Progress(MultiProgress);

impl Progress {
    pub(super) fn new() -> Self {
        // The target is hidden by itself where there is no terminal.
        Self(MultiProgress::with_draw_target(ProgressDrawTarget::stderr()))
    }

    /// A bar for so many bytes, where that is known.
    pub(super) fn bar(&self, name: &str, bytes: Option<u64>) -> ProgressBar {
        let bar = self.0.add(bytes.map_or_else(ProgressBar::no_length, ProgressBar::new));
        let template = if bytes.is_some() {
            "{msg} {wide_bar} {bytes}/{total_bytes} {eta}"
        } else {
            "{msg} {spinner} {bytes}"
        };
        // A template that indicatif refuses leaves its own.
        let bar = match ProgressStyle::with_template(template) {
            Ok(style) => bar.with_style(style),
            Err(_) => bar,
        };
        bar.with_message(name.to_owned())
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        // A terminal that is gone needs no clearing.
        let _ = self.0.clear();
    }
}
