//! What a measurement depends on: machine and versions.

use std::{fs, io, path::Path, process::Command};

/// Machine, compiler and the locked versions of the peers, one a line.
pub(crate) fn describe(workspace: &Path) -> io::Result<String> {
    let compiler = Command::new("rustc").arg("--version").output()?;
    let compiler = String::from_utf8_lossy(&compiler.stdout).trim().to_owned();
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let lock = fs::read_to_string(workspace.join("Cargo.lock"))?;
    let quick_xml = locked_version(&lock, "quick-xml").unwrap_or("unknown");
    Ok(format!(
        "machine: {cores} cores, {}\ncompiler: {compiler}\nquick-xml: {quick_xml}",
        processor().unwrap_or_else(|| std::env::consts::ARCH.to_owned())
    ))
}

/// The processor's name as Linux tells it.
fn processor() -> Option<String> {
    let text = fs::read_to_string("/proc/cpuinfo").ok()?;
    let line = text.lines().find(|line| line.starts_with("model name"))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}

/// The version of a package in a Cargo.lock.
fn locked_version<'l>(lock: &'l str, package: &str) -> Option<&'l str> {
    let (_, rest) = lock.split_once(&format!("name = \"{package}\"\nversion = \""))?;
    rest.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_read_from_the_lock_file() {
        let lock =
            "[[package]]\nname = \"a-b\"\nversion = \"0.1.0\"\n\n[[package]]\nname = \"a\"\nversion = \"2.0.0\"\n";
        assert_eq!(locked_version(lock, "a"), Some("2.0.0"));
        assert_eq!(locked_version(lock, "c"), None);
    }
}
