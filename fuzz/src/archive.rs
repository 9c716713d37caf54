//! ZIP archives with schema documents.

use crate::limits;
use std::{
    fs,
    io::{self, Cursor, Write},
    path::{Path, PathBuf},
};
use tempfile::TempDir;
use xsozial_schema::xsd::{DocumentSet, Sources};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// Stands between the entries of an archive that is yet to be packed; the first line of each is its name.
const SEPARATOR: &str = "\n%%\n";

/// Lies beside the archive; nothing may lead to it.
const BESIDE: &str = "nebenan.xsd";

/// Reads an archive. Bytes that are none are the names and contents of its entries, so that the search gets behind the
/// checksums.
pub fn run(bytes: &[u8]) {
    let Some(bytes) = limits::at_most(bytes, limits::ARCHIVE) else {
        return;
    };
    let packed;
    let archive = if bytes.starts_with(b"PK") {
        bytes
    } else if let Some(written) = pack(bytes) {
        packed = written;
        &packed
    } else {
        return;
    };
    if let Err(error) = read(archive) {
        panic!("no folder for archives: {error}");
    }
}

/// Writes the archive into a folder of its own, where a schema document lies beside it.
fn read(archive: &[u8]) -> io::Result<()> {
    let folder = TempDir::new()?;
    let path = folder.path().join("lieferung.zip");
    fs::write(&path, archive)?;
    fs::write(folder.path().join(BESIDE), "<no-schema/>")?;
    match Sources::new().schema(&path).load() {
        Ok(set) => check(&set, &path),
        Err(error) => assert!(!error.to_string().is_empty()),
    }
    Ok(())
}

fn check(set: &DocumentSet, archive: &Path) {
    for document in &set.documents {
        let path = &document.path;
        assert!(
            !path.starts_with('/') && !path.split('/').any(|part| part == ".."),
            "a path leads out"
        );
    }
    let archive: Option<PathBuf> = fs::canonicalize(archive).ok();
    assert_eq!(set.files.first(), archive.as_ref());
    assert_eq!(set.files.len(), 1, "more than the archive was read");
}

/// An archive with these entries; `None` when a name occurs twice or is otherwise refused by the packer.
fn pack(bytes: &[u8]) -> Option<Vec<u8>> {
    let text = String::from_utf8_lossy(bytes);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for entry in text.split(SEPARATOR) {
        let (name, content) = entry.split_once('\n').unwrap_or((entry, ""));
        if let Some(link) = name.strip_prefix('@') {
            writer.add_symlink(link, content, stored).ok()?;
        } else {
            writer.start_file(name, stored).ok()?;
            writer.write_all(content.as_bytes()).ok()?;
        }
    }
    writer.finish().ok().map(Cursor::into_inner)
}
