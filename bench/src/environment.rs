//! What a measurement depends on: machine, date and versions.

use std::{fs, path::Path, process::Command};

/// The peers among the packages.
const PEERS: [&str; 8] = [
    "quick-xml",
    "xsd-schema",
    "fastxml",
    "uppsala",
    "xsd-parser",
    "xsd-parser-types",
    "xoev-xwasser",
    "raxb",
];

/// Processor, cores, memory, system and compiler in one line.
pub(crate) fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let processor = processor().unwrap_or_else(|| std::env::consts::ARCH.to_owned());
    let memory = memory().map_or("unknown memory".to_owned(), |gigabytes| format!("{gigabytes} GB"));
    let system = system().unwrap_or_else(|| std::env::consts::OS.to_owned());
    let compiler = said("rustc", &["--version"]).unwrap_or_else(|| "unknown compiler".to_owned());
    format!("{cores} cores, {processor}, {memory}, {system}, {compiler}")
}

/// The versions of all peers in one line. `locks` are the Cargo.lock files that they were built by; the first that names a
/// package decides. `xsdata` is the version of the Python package, where it is measured.
pub(crate) fn versions(locks: &[&Path], xsdata: Option<&str>) -> String {
    let locks: Vec<String> = locks.iter().filter_map(|lock| fs::read_to_string(lock).ok()).collect();
    let find = |peer| locks.iter().find_map(|lock| locked_version(lock, peer));
    let mut versions: Vec<String> = PEERS
        .iter()
        .filter_map(|peer| Some(format!("{peer} {}", find(peer)?)))
        .collect();
    let mut add = |name: &str, version: Option<String>| {
        versions.push(format!("{name} {}", version.as_deref().unwrap_or("absent")));
    };
    add("libxml2", libxml2());
    add("Xerces", said("java", &["--version"]).map(|jdk| format!("of {jdk}")));
    if let Some(xsdata) = xsdata {
        add(
            "xsdata",
            said("python3", &["--version"]).map(|python| format!("{xsdata} on {python}")),
        );
    }
    versions.join(", ")
}

/// Today as it is written in a heading.
pub(crate) fn date() -> Option<String> {
    said("date", &["+%-d %B %Y"])
}

/// The first line that a program prints.
fn said(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).env("LC_ALL", "C").output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout);
    let line = text.lines().next()?.trim();
    Some(line.to_owned()).filter(|line| !line.is_empty() && output.status.success())
}

/// What `xmllint` says of its version.
fn libxml2() -> Option<String> {
    let output = Command::new("xmllint").arg("--version").output().ok()?;
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    dotted(text.lines().next()?.rsplit(' ').next()?)
}

/// 20914, as libxml2 tells its version, as people write it: 2.9.14.
fn dotted(version: &str) -> Option<String> {
    let number: u32 = version.parse().ok()?;
    Some(format!("{}.{}.{}", number / 10_000, number / 100 % 100, number % 100))
}

/// The processor's name as Linux tells it.
fn processor() -> Option<String> {
    let text = fs::read_to_string("/proc/cpuinfo").ok()?;
    let line = text.lines().find(|line| line.starts_with("model name"))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}

/// The machine's memory in whole gigabytes (2³⁰ bytes) as Linux tells it.
fn memory() -> Option<u64> {
    let text = fs::read_to_string("/proc/meminfo").ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("MemTotal:"))?;
    let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim_end().parse().ok()?;
    Some((kilobytes + (1 << 19)) >> 20)
}

/// The system's name and its kernel's version as Linux tells them.
fn system() -> Option<String> {
    let text = fs::read_to_string("/etc/os-release").ok()?;
    let name = text.lines().find_map(|line| line.strip_prefix("PRETTY_NAME="))?;
    let kernel = fs::read_to_string("/proc/sys/kernel/osrelease").ok()?;
    Some(format!("{} (Linux {})", name.trim_matches('"'), kernel.trim()))
}

/// The version of a package in a Cargo.lock; of several the newest, which is the one that is measured.
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

    #[test]
    fn the_version_of_libxml2_gets_its_dots() {
        assert_eq!(dotted("20914").as_deref(), Some("2.9.14"));
        assert_eq!(dotted("unknown"), None);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn the_machine_is_described() {
        let machine = machine();
        assert!(
            machine.contains(" cores, ") && machine.contains(" GB, ") && machine.contains("rustc "),
            "{machine}"
        );
    }
}
