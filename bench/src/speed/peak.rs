//! Memory: each subject once more, on one document, in a process of its own.

use super::{Candidate, Failure, arguments::Arguments};
use std::{
    path::Path,
    process::{Command, Stdio},
};

/// What the process says where the system does not tell its peak.
const UNKNOWN: &str = "unknown";

/// The peak of each candidate in bytes, on the document; `None` where it cannot do it, or the system does not tell.
pub(super) fn measure_peaks(
    candidates: &[Candidate],
    arguments: &Arguments,
    document: &Path,
) -> Result<Vec<Option<u64>>, Failure> {
    let program = std::env::current_exe()?;
    let mut peaks = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        let mut command = Command::new(&program);
        command.args(arguments.for_peak(&candidate.name, document));
        let output = command.stdin(Stdio::null()).output()?;
        let said = String::from_utf8_lossy(&output.stdout);
        peaks.push(said.trim().parse().ok());
        if candidate.is_own && !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
        }
    }
    Ok(peaks)
}

/// What that process does: lets one candidate work, and says how much memory that took, in bytes.
pub(super) fn peak_of(mut candidates: Vec<Candidate>, name: &str, document: &Path) -> Result<String, Failure> {
    let candidate = candidates.iter_mut().find(|candidate| candidate.name == name);
    let candidate = candidate.ok_or_else(|| format!("there is no subject {name}"))?;
    let peak = candidate.subject()?.peak(document)?;
    Ok(peak.map_or(UNKNOWN.to_owned(), |peak| peak.to_string()))
}
