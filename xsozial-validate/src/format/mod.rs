//! Reports on documents as text for people and as data for programs: one file for each format.
//!
//! ```
//! use xsozial_validate::{Report, format::{DocumentReport, Format, Settings, Summary}};
//! let document = DocumentReport::new("antrag.xml", Report::default());
//! let mut summary = Summary::default();
//! summary.add(&document.report);
//! let mut output = Settings::new(Format::JsonLines).output();
//! let mut text = Vec::new();
//! output.begin(&mut text)?;
//! output.document(&document, &mut text)?;
//! output.end(&summary, &mut text)?;
//! assert!(text.starts_with(br#"{"document":"antrag.xml","valid":null,"#));
//! # Ok::<(), std::io::Error>(())
//! ```

mod basis;
mod checked;
mod codelist_lines;
mod details;
mod document;
mod fingerprint;
mod github;
mod gitlab;
mod help;
mod html;
#[cfg(feature = "cli")]
mod intake;
mod json;
mod json_lines;
mod junit;
mod markup;
mod palette;
mod place;
mod printable;
mod record;
mod sarif;
mod source_line;
mod summary;
mod text;
mod words;

pub(crate) use checked::sum_of;
pub use checked::{Checked, CheckedBuiltin, CheckedCodelists, CheckedProfile, CheckedRules, CheckedXsd};
pub use document::DocumentReport;
pub use fingerprint::Fingerprint;
#[cfg(feature = "cli")]
pub(crate) use intake::{IntakeReport, IntakeSettings};
pub use palette::Palette;
pub use printable::printable;
pub use source_line::SourceLine;
pub use summary::{CodeCount, Summary};
pub(crate) use words::choose;

use std::io::{self, Write};
use xsozial_schema::Language;

/// How reports are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// Text for people.
    #[default]
    Text,
    /// One JSON object over all documents, indented.
    Json,
    /// One JSON object a document, each on a line of its own.
    JsonLines,
    /// SARIF 2.1.0, for code scanning and other tools that gather findings.
    Sarif,
    /// JUnit XML, for test reports.
    Junit,
    /// Workflow commands of GitHub Actions: annotations.
    Github,
    /// A Code Quality report of GitLab.
    Gitlab,
    /// A page for people: first what to do, then the findings. It is complete in itself and can be printed.
    Html,
}

impl Format {
    /// All formats.
    pub const ALL: &[Self] = &[
        Self::Text,
        Self::Json,
        Self::JsonLines,
        Self::Sarif,
        Self::Junit,
        Self::Github,
        Self::Gitlab,
        Self::Html,
    ];

    /// The name, as the command line takes it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
            Self::JsonLines => "jsonl",
            Self::Sarif => "sarif",
            Self::Junit => "junit",
            Self::Github => "github",
            Self::Gitlab => "gitlab",
            Self::Html => "html",
        }
    }

    /// The format of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| format.name() == name)
    }

    /// Whether the format has a place for the counts alone, without the findings ([`Settings::is_summary`]). The others are
    /// read by programs that look for findings.
    pub const fn has_summary(self) -> bool {
        !matches!(self, Self::Sarif | Self::Junit | Self::Gitlab)
    }
}

/// How reports are written, and in which words.
#[derive(Clone, Copy, Debug, Default)]
pub struct Settings {
    /// The format.
    pub format: Format,
    /// The language of messages.
    pub language: Language,
    /// The colours of [`Format::Text`].
    pub palette: Palette,
    /// Whether the counts over all documents stand in place of their findings.
    pub is_summary: bool,
}

impl Settings {
    /// This format, in German, without colours, with all findings.
    pub fn new(format: Format) -> Self {
        Self {
            format,
            ..Self::default()
        }
    }

    /// What writes reports this way.
    pub fn output(self) -> Box<dyn Output> {
        match self.format {
            Format::Text => Box::new(text::Text::new(self)),
            Format::Json => Box::new(json::Json::new(self)),
            Format::JsonLines => Box::new(json_lines::JsonLines::new(self)),
            Format::Sarif => Box::new(sarif::Sarif::new(self)),
            Format::Junit => Box::new(junit::Junit::new(self)),
            Format::Github => Box::new(github::Github::new(self)),
            Format::Gitlab => Box::new(gitlab::Gitlab::new(self)),
            Format::Html => Box::new(html::Html::new(self)),
        }
    }
}

/// Writes the reports of one run. The calls are [`begin`](Self::begin), [`document`](Self::document) for each document
/// and [`end`](Self::end). Nothing but the counts is kept from one call to the next, save for [`Format::Html`], whose summary
/// stands before the documents, and the names of the documents in [`Format::Sarif`].
pub trait Output {
    /// Writes what comes before the first document.
    fn begin(&mut self, writer: &mut dyn Write) -> io::Result<()>;

    /// Writes the report on a document.
    fn document(&mut self, document: &DocumentReport, writer: &mut dyn Write) -> io::Result<()>;

    /// Writes what comes behind the last document.
    fn end(&mut self, summary: &Summary, writer: &mut dyn Write) -> io::Result<()>;
}
