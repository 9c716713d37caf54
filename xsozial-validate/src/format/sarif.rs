//! SARIF 2.1.0 (OASIS Standard, 27 March 2020), one run over all documents.
//!
//! The members of an object have no order in JSON, so results are written as they come, and what takes all documents to know
//! (the rules that were broken, the verdicts) stands behind them.

mod result;
mod run;
mod tool;
mod uri;

use super::{
    DocumentReport, Fingerprint, Output, Settings, Summary,
    basis::Bases,
    record::{CheckedRecord, SummaryRecord},
    words::choose,
};
use crate::Finding;
use result::Result;
use run::{Artifact, Invocation, RunProperties};
use std::{
    collections::BTreeMap,
    io::{self, Write},
};
use tool::{Driver, Rule};
use xsozial_schema::Code;

/// The schema of the format, as it names itself.
const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

pub(super) struct Sarif {
    settings: Settings,
    bases: Bases,
    has_results: bool,
    /// The place of each code among the rules.
    rules: BTreeMap<Code, usize>,
    /// The documents, written.
    artifacts: Vec<String>,
}

impl Sarif {
    pub(super) fn new(settings: Settings) -> Self {
        Self {
            settings,
            bases: Bases::default(),
            has_results: false,
            rules: BTreeMap::new(),
            artifacts: Vec::new(),
        }
    }

    fn result(
        &mut self,
        uri: &str,
        finding: &Finding,
        fingerprint: &Fingerprint,
        writer: &mut dyn Write,
    ) -> io::Result<()> {
        let next = self.rules.len();
        let rule_index = *self.rules.entry(finding.code()).or_insert(next);
        let result = Result::new(finding, fingerprint, uri, rule_index, self.settings.language);
        let comma = if self.has_results { "," } else { "" };
        self.has_results = true;
        writeln!(writer, "{comma}")?;
        Ok(serde_json::to_writer(writer, &result)?)
    }

    /// The rules that were broken, in the order of their places.
    fn rules(&self) -> Vec<Rule> {
        let mut codes: Vec<(usize, Code)> = self.rules.iter().map(|(&code, &place)| (place, code)).collect();
        codes.sort_unstable();
        codes
            .into_iter()
            .map(|(_, code)| Rule::of(code, self.settings.language))
            .collect()
    }
}

impl Output for Sarif {
    fn begin(&mut self, writer: &mut dyn Write) -> io::Result<()> {
        write!(
            writer,
            "{{\"$schema\":{},\"version\":\"2.1.0\",\"runs\":[{{\"results\":[",
            serde_json::to_string(SCHEMA)?
        )
    }

    fn document(&mut self, document: &DocumentReport, writer: &mut dyn Write) -> io::Result<()> {
        self.bases.add(document);
        let uri = uri::of(&document.name);
        self.artifacts.push(serde_json::to_string(&Artifact::new(
            &uri,
            document,
            self.settings.language,
        ))?);
        if self.settings.is_summary {
            return Ok(());
        }
        for (finding, fingerprint) in document.findings() {
            self.result(&uri, finding, fingerprint, writer)?;
        }
        Ok(())
    }

    fn end(&mut self, summary: &Summary, writer: &mut dyn Write) -> io::Result<()> {
        let language = self.settings.language;
        writeln!(writer, "\n],\"artifacts\":[\n{}\n]", self.artifacts.join(",\n"))?;
        let properties = RunProperties {
            checked: self.bases.iter().map(CheckedRecord::of).collect(),
            not_checked: self.bases.unchecked_lines(language),
            summary: SummaryRecord::of(summary, language),
        };
        for (name, value) in [
            ("tool", serde_json::to_string(&Driver::tool(self.rules()))?),
            ("invocations", serde_json::to_string(&[Invocation::of(summary)])?),
            ("properties", serde_json::to_string(&properties)?),
            ("columnKind", "\"unicodeCodePoints\"".to_owned()),
            ("language", format!("\"{}\"", choose(language, "de", "en"))),
        ] {
            writeln!(writer, ",\"{name}\":{value}")?;
        }
        writeln!(writer, "}}]}}")
    }
}
