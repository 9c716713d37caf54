//! The most memory that a process held so far.

use std::fs;

/// The peak of the resident memory in bytes, as Linux tells it; `None` elsewhere.
pub fn peak_of_process() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    peak_in(&status)
}

/// How much of the resident memory is files, in bytes: the program's own code. Of a debug build it is most of the peak.
pub fn code_of_process() -> Option<u64> {
    bytes_of("RssFile:", &fs::read_to_string("/proc/self/status").ok()?)
}

/// The peak of another process, while it runs.
pub fn peak_of(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    peak_in(&status)
}

fn peak_in(status: &str) -> Option<u64> {
    bytes_of("VmHWM:", status)
}

fn bytes_of(key: &str, status: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix(key))?;
    let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim_end().parse().ok()?;
    Some(kilobytes * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_peak_is_read_from_the_status() {
        assert_eq!(
            peak_in("Name:\tx\nVmHWM:\t    1234 kB\nVmRSS: 1 kB\n"),
            Some(1234 * 1024)
        );
        assert_eq!(peak_in("Name:\tx\n"), None);
    }
}
