//! The published deliveries beside the workspace.

#![expect(clippy::print_stderr, reason = "a test says why it is skipped")]

use std::path::{Path, PathBuf};

/// The folder of published deliveries, which is no part of the project.
pub(crate) fn corpora() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpora");
    if folder.is_dir() {
        return Some(folder);
    }
    assert!(
        std::env::var_os("CI").is_none(),
        "the corpora are missing beside the workspace"
    );
    eprintln!("skipped: there are no corpora beside the workspace");
    None
}
