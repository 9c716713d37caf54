//! ZIP archives, as the XRepository delivers them.

use super::{
    FileFault, has_extension, is_document_name,
    limits::{ARCHIVE_BYTES, ARCHIVE_ENTRIES, ARCHIVE_RATIO, RATIO_FREE_BYTES},
    read_limited,
};
use std::{
    collections::BTreeMap,
    io::{Read, Seek},
};
use zip::{ZipArchive, read::ZipFile, result::ZipError};

/// The documents of an archive by their path in it, with `/`.
pub(crate) type Documents = BTreeMap<String, Vec<u8>>;

/// What an archive holds.
#[derive(Debug, Default)]
pub(crate) struct Unpacked {
    /// The documents.
    pub(crate) documents: Documents,
    /// The archives inside, which are not opened.
    pub(crate) nested: Vec<String>,
}

/// Unpacks the documents of an archive, known by their extension, into memory. Nothing is written, and archives inside
/// are not opened.
pub(crate) fn unpack(reader: impl Read + Seek, extension: &str, shown: &str) -> Result<Unpacked, FileFault> {
    let fault = |error: ZipError| archive_fault(shown, None, reason(&error));
    let mut archive = ZipArchive::new(reader).map_err(fault)?;
    if archive.len() > ARCHIVE_ENTRIES {
        return Err(too_large(shown, "entries", ARCHIVE_ENTRIES as u64));
    }
    let mut unpacked = Unpacked::default();
    let mut left = ARCHIVE_BYTES;
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(fault)?;
        let name = entry_name(&entry).map_err(fault)?;
        match entry_kind(&name, extension) {
            EntryKind::Archive => unpacked.nested.push(name),
            EntryKind::Document if !entry.is_dir() => {
                let bytes = read_entry(&mut entry, &name, shown)?;
                left = left
                    .checked_sub(bytes.len() as u64)
                    .ok_or_else(|| too_large(shown, "bytes of documents", ARCHIVE_BYTES))?;
                unpacked.documents.insert(name, bytes);
            }
            _ => {}
        }
    }
    Ok(unpacked)
}

enum EntryKind {
    Document,
    Archive,
    Other,
}

fn entry_kind(name: &str, extension: &str) -> EntryKind {
    let file = name.rsplit('/').next().unwrap_or_default();
    // What macOS adds has the names of the documents and is no XML.
    if name.split('/').any(|part| part == "__MACOSX") {
        EntryKind::Other
    } else if is_document_name(file, extension) {
        EntryKind::Document
    } else if has_extension(file, "zip") {
        EntryKind::Archive
    } else {
        EntryKind::Other
    }
}

/// The entry's path with `/`. A name is UTF-8 when it can be read so, whether or not the archive says it; otherwise it is
/// in code page 437, as the format prescribes.
fn entry_name<R: Read>(entry: &ZipFile<'_, R>) -> Result<String, ZipError> {
    let name = match std::str::from_utf8(entry.name_raw()) {
        Ok(name) => name.to_owned(),
        Err(_) => entry.name()?.into_owned(),
    };
    let name = name.replace('\\', "/");
    Ok(name.strip_prefix("./").map(str::to_owned).unwrap_or(name))
}

fn read_entry<R: Read>(entry: &mut ZipFile<'_, R>, name: &str, shown: &str) -> Result<Vec<u8>, FileFault> {
    let refuse = |reason: &str| Err(archive_fault(shown, Some(name), reason.to_owned()));
    if name.starts_with('/') || name.get(1..2) == Some(":") || name.split('/').any(|part| part == "..") {
        return refuse("its path leads out of the archive");
    }
    if entry.is_symlink() {
        return refuse("a symbolic link is no document");
    }
    let (packed, size) = (entry.compressed_size(), entry.size());
    let bytes = read_limited(entry, RATIO_FREE_BYTES.min(size), name)
        .map_err(|error| archive_fault(shown, Some(name), error.to_string()))??;
    if bytes.len() as u64 > RATIO_FREE_BYTES.max(packed.saturating_mul(ARCHIVE_RATIO)) {
        return refuse("it unpacks to far more than a document does");
    }
    Ok(bytes)
}

fn reason(error: &ZipError) -> String {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => "it is protected by a password".to_owned(),
        // The table of contents stands at the end. The library's words for its absence say nothing to who downloaded the file.
        ZipError::InvalidArchive(_) => {
            format!("it is no whole ZIP archive, perhaps a download that broke off ({error})")
        }
        other => other.to_string(),
    }
}

fn archive_fault(path: &str, entry: Option<&str>, reason: String) -> FileFault {
    FileFault::Archive {
        path: path.to_owned(),
        entry: entry.map(str::to_owned),
        reason,
    }
}

fn too_large(path: &str, what: &'static str, limit: u64) -> FileFault {
    FileFault::TooLarge {
        path: path.to_owned(),
        what,
        limit,
    }
}
