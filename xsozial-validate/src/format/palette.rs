//! The colours of the text format.

use anstyle::{AnsiColor, Style};
use xsozial_schema::Severity;

/// How the parts of the text format are highlighted. The default highlights nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Palette {
    pub(super) name: Style,
    pub(super) error: Style,
    pub(super) warning: Style,
    pub(super) info: Style,
    pub(super) good: Style,
    pub(super) aside: Style,
}

impl Palette {
    /// Colours for a terminal.
    pub const fn coloured() -> Self {
        Self {
            name: Style::new().bold(),
            error: AnsiColor::Red.on_default().bold(),
            warning: AnsiColor::Yellow.on_default().bold(),
            info: AnsiColor::Cyan.on_default(),
            good: AnsiColor::Green.on_default(),
            aside: Style::new().dimmed(),
        }
    }

    pub(super) const fn of(&self, severity: Severity) -> Style {
        match severity {
            Severity::Error => self.error,
            Severity::Warning => self.warning,
            Severity::Info => self.info,
        }
    }
}
