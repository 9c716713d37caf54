//! Xerces, the one inside the JDK, by a small Java program that is compiled when it is first needed.

use super::{Oracle, OracleError, Refusal, SchemaEntry, Verdict};
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
    sync::atomic::{AtomicU32, Ordering},
};

const PROGRAM: &str = "java";
const COMPILER: &str = "javac";

/// Numbers the working folders of one process.
static RUNS: AtomicU32 = AtomicU32::new(0);

/// The validator of the JDK.
#[derive(Debug)]
pub struct Xerces {
    /// Where the compiled program and the lists of documents lie.
    folder: PathBuf,
}

impl Xerces {
    /// Its name as a judge.
    pub const NAME: &'static str = "Xerces";

    /// Compiles the Java program into a folder below `work`.
    pub fn compile(work: &Path) -> Result<Self, OracleError> {
        let run = RUNS.fetch_add(1, Ordering::Relaxed);
        let folder = work.join(format!("xerces-{}-{run}", std::process::id()));
        fs::create_dir_all(&folder)?;
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../xsozial-codegen/src/doctor/judges/Xerces.java");
        let output = execute(COMPILER, Command::new(COMPILER).arg("-d").arg(&folder).arg(source))?;
        if !output.status.success() {
            return Err(OracleError::failed(COMPILER, &output));
        }
        Ok(Self { folder })
    }
}

impl Drop for Xerces {
    fn drop(&mut self) {
        // A folder that is left behind does no harm: it lies in the target folder.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

impl Oracle for Xerces {
    fn name(&self) -> &'static str {
        Self::NAME
    }

    fn verdicts(&self, entry: &SchemaEntry, documents: &[&Path]) -> Result<Vec<Verdict>, OracleError> {
        let run = RUNS.fetch_add(1, Ordering::Relaxed);
        let list = self.folder.join(format!("documents-{run}"));
        let paths: Vec<String> = documents.iter().map(|path| path.display().to_string()).collect();
        fs::write(&list, paths.join("\n"))?;
        let catalog = entry.catalog.as_deref().unwrap_or(Path::new("-"));
        let mut command = Command::new(PROGRAM);
        command.args(["-Duser.language=en", "-Djdk.xml.maxOccurLimit=0", "-cp"]);
        command.arg(&self.folder).arg("Xerces");
        command.arg(&entry.schema).arg(catalog).arg(&list);
        let output = execute(PROGRAM, &mut command)?;
        if !output.status.success() {
            return Err(OracleError::failed(PROGRAM, &output));
        }
        let said = String::from_utf8_lossy(&output.stdout);
        let mut lines = said.lines();
        let verdict = |path: &String| {
            lines.next().and_then(parse).ok_or_else(|| OracleError::NoVerdict {
                program: PROGRAM,
                document: path.clone(),
            })
        };
        paths.iter().map(verdict).collect()
    }
}

fn execute(program: &'static str, command: &mut Command) -> Result<Output, OracleError> {
    command
        .output()
        .map_err(|source| OracleError::Start { program, source })
}

/// Reads one line of the Java program: verdict, line, column, rule, message.
fn parse(line: &str) -> Option<Verdict> {
    let mut fields = line.splitn(5, '\t');
    match fields.next()? {
        "valid" => Some(Ok(())),
        "invalid" => Some(Err(Refusal {
            line: fields.next()?.parse().unwrap_or(0),
            column: fields.next()?.parse().ok(),
            rule: fields.next()?.to_owned(),
            message: fields.next()?.to_owned(),
        })),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_the_program_is_a_verdict() {
        assert_eq!(parse("valid\t0\t0\t\t"), Some(Ok(())));
        let refusal = parse("invalid\t12\t5\tcvc-elt.1\tcvc-elt.1: Cannot find\ta tab")
            .unwrap()
            .unwrap_err();
        assert_eq!(
            (refusal.line, refusal.column, refusal.rule.as_str()),
            (12, Some(5), "cvc-elt.1")
        );
        assert_eq!(parse("failed\t0\t0\t\tno such file"), None);
        assert_eq!(parse(""), None);
    }
}
