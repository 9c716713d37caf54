//! What a measuring program is asked for.

use super::{BenchDocument, Failure};
use std::path::{Path, PathBuf};

/// The first argument of a measuring program, which the benchmark command itself also is.
pub const MEASURE: &str = "--measure";

/// The arguments of a measuring program.
#[derive(Debug, Default)]
pub(super) struct Arguments {
    /// How often every subject has its turn.
    pub(super) rounds: u32,
    /// The schema document that validators begin with; all others that it needs lie beside it.
    pub(super) schema: Option<PathBuf>,
    /// The folder with the model that xsdata generated.
    pub(super) xsdata: Option<PathBuf>,
    /// Only subjects whose names hold this text are measured.
    pub(super) only: Option<String>,
    /// Only the memory of the subject of this name is measured.
    pub(super) peak: Option<String>,
    /// The work is done this often, and nothing is measured.
    pub(super) repetitions: Option<u32>,
    /// The documents.
    pub(super) documents: Vec<PathBuf>,
}

impl Arguments {
    pub(super) fn parse(arguments: impl Iterator<Item = String>) -> Result<Self, Failure> {
        let mut parsed = Self::default();
        let mut arguments = arguments.skip_while(|argument| argument == MEASURE);
        parsed.rounds = arguments.next().unwrap_or_default().parse()?;
        for argument in arguments {
            match argument.split_once('=') {
                Some(("--schema", value)) => parsed.schema = Some(value.into()),
                Some(("--xsdata", value)) => parsed.xsdata = Some(value.into()),
                Some(("--only", value)) => parsed.only = Some(value.to_owned()),
                Some(("--peak", value)) => parsed.peak = Some(value.to_owned()),
                Some(("--repeat", value)) => parsed.repetitions = Some(value.parse()?),
                _ => parsed.documents.push(argument.into()),
            }
        }
        Ok(parsed)
    }

    /// The arguments of a process that measures the memory of one subject on one document.
    pub(super) fn for_peak(&self, subject: &str, document: &Path) -> Vec<String> {
        let mut arguments = vec![MEASURE.to_owned(), "1".to_owned(), format!("--peak={subject}")];
        for (name, value) in [("schema", &self.schema), ("xsdata", &self.xsdata)] {
            arguments.extend(value.iter().map(|value| format!("--{name}={}", value.display())));
        }
        arguments.push(document.display().to_string());
        arguments
    }

    /// The documents, read into memory.
    pub(super) fn open_documents(&self) -> Result<Vec<BenchDocument>, Failure> {
        self.documents.iter().map(|path| BenchDocument::open(path)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_process_that_measures_memory_understands_its_arguments() {
        let given = [
            "--measure",
            "7",
            "--schema=/a.xsd",
            "--only=x",
            "/small.xml",
            "/large.xml",
        ];
        let parsed = Arguments::parse(given.map(str::to_owned).into_iter()).unwrap();
        assert_eq!((parsed.rounds, parsed.documents.len()), (7, 2));
        assert_eq!(parsed.only.as_deref(), Some("x"));
        let again = parsed.for_peak("a: b = c", Path::new("/large.xml"));
        let again = Arguments::parse(again.into_iter()).unwrap();
        assert_eq!(again.peak.as_deref(), Some("a: b = c"));
        assert_eq!(again.schema, parsed.schema);
        assert_eq!((again.xsdata, again.documents), (None, vec!["/large.xml".into()]));
    }
}
