//! What a measurement depends on: machine and versions.

use std::{fs, io, path::Path, process::Command};

/// The peers among the packages.
const PEERS: [&str; 3] = ["quick-xml", "xsd-schema", "fastxml"];

/// Machine, compiler and the versions of the peers, one a line.
pub(crate) fn describe(workspace: &Path) -> io::Result<String> {
    let compiler = Command::new("rustc").arg("--version").output()?;
    let compiler = String::from_utf8_lossy(&compiler.stdout).trim().to_owned();
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let lock = fs::read_to_string(workspace.join("Cargo.lock"))?;
    let processor = processor().unwrap_or_else(|| std::env::consts::ARCH.to_owned());
    let mut lines = vec![
        format!("machine: {cores} cores, {processor}"),
        format!("compiler: {compiler}"),
    ];
    for peer in PEERS {
        let version = locked_version(&lock, peer).unwrap_or("unknown");
        lines.push(format!("{peer}: {version}"));
    }
    lines.push(format!("libxml2: {}", libxml2().unwrap_or_else(|| "absent".to_owned())));
    Ok(lines.join("\n"))
}

/// What `xmllint` says of its version.
fn libxml2() -> Option<String> {
    let output = Command::new("xmllint").arg("--version").output().ok()?;
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    let version = text.lines().next()?.rsplit(' ').next()?;
    Some(version.to_owned())
}

/// The processor's name as Linux tells it.
fn processor() -> Option<String> {
    let text = fs::read_to_string("/proc/cpuinfo").ok()?;
    let line = text.lines().find(|line| line.starts_with("model name"))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}

/// The version of a package in a Cargo.lock; of several the newest, which is the one that this package uses.
fn locked_version<'l>(lock: &'l str, package: &str) -> Option<&'l str> {
    let (_, rest) = lock.rsplit_once(&format!("name = \"{package}\"\nversion = \""))?;
    rest.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_read_from_the_lock_file() {
        let lock = "[[package]]\nname = \"a-b\"\nversion = \"0.1.0\"\n\n[[package]]\nname = \"a\"\nversion = \"2.0.0\"\n\n[[package]]\nname = \"a\"\nversion = \"2.1.0\"\n";
        assert_eq!(locked_version(lock, "a"), Some("2.1.0"));
        assert_eq!(locked_version(lock, "c"), None);
    }
}
