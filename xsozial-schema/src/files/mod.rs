//! Reads files, folders and ZIP archives, within limits.

#[cfg(feature = "zip")]
pub(crate) mod archive;
mod fault;
pub(crate) mod limits;

pub(crate) use fault::FileFault;

use limits::{FILE_BYTES, FOLDER_DEPTH};
use rustc_hash::FxHashSet;
#[cfg(feature = "xsd")]
use std::io::Seek;
use std::{
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
};

/// The bytes of a file. What is no regular file (a pipe, a device) is not opened.
pub(crate) fn read(path: &Path, shown: &str) -> Result<Vec<u8>, FileFault> {
    let unreadable = |source| FileFault::Unreadable {
        path: shown.to_owned(),
        source,
    };
    let metadata = fs::metadata(path).map_err(unreadable)?;
    if !metadata.is_file() {
        return Err(unreadable(io::Error::other("not a regular file")));
    }
    let file = File::open(path).map_err(unreadable)?;
    read_limited(file, metadata.len(), shown).map_err(unreadable)?
}

/// All bytes of a reader, unless they are more than a file may have.
pub(crate) fn read_limited(reader: impl Read, expected: u64, shown: &str) -> io::Result<Result<Vec<u8>, FileFault>> {
    let capacity = usize::try_from(expected.min(FILE_BYTES)).unwrap_or_default();
    let mut bytes = Vec::with_capacity(capacity + 1);
    let read = reader.take(FILE_BYTES + 1).read_to_end(&mut bytes)?;
    if read as u64 > FILE_BYTES {
        return Ok(Err(FileFault::TooLarge {
            path: shown.to_owned(),
            what: "bytes in one document",
            limit: FILE_BYTES,
        }));
    }
    Ok(Ok(bytes))
}

/// Whether a name ends in this extension, in whatever case. Names that begin with a dot are no documents: `._name.xsd` is
/// what macOS puts beside each file.
pub(crate) fn is_document_name(name: &str, extension: &str) -> bool {
    has_extension(name, extension) && !name.starts_with('.')
}

/// Whether a file name has this extension, in whatever case.
pub(crate) fn has_extension(name: &str, extension: &str) -> bool {
    Path::new(name)
        .extension()
        .is_some_and(|found| found.eq_ignore_ascii_case(extension))
}

/// What lies in a folder and the folders below it.
#[derive(Debug, Default)]
pub(crate) struct Listing {
    /// The files with the extension that was asked for, sorted by path.
    pub(crate) files: Vec<PathBuf>,
    /// The ZIP archives, sorted by path.
    pub(crate) archives: Vec<PathBuf>,
    /// Whether there was more than the limit allowed.
    pub(crate) cut: bool,
}

/// What to do about a folder that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unreadable {
    /// The user named it, or the folder around it: an error.
    Fail,
    /// It happens to lie where something is searched.
    #[cfg(feature = "xsd")]
    PassOver,
}

/// Lists the files with this extension, and the archives, of a folder down to [`FOLDER_DEPTH`] levels; hidden folders are left out, links to folders are followed once.
pub(crate) fn list(folder: &Path, extension: &str, limit: usize, unreadable: Unreadable) -> io::Result<Listing> {
    let mut listing = Listing::default();
    let mut visited = FxHashSet::default();
    let mut left = limit;
    let mut level = vec![folder.to_owned()];
    for _ in 0..FOLDER_DEPTH {
        let mut below = Vec::new();
        for folder in level {
            let listed = fs::canonicalize(&folder).and_then(|identity| {
                if visited.insert(identity) {
                    list_one(&folder, extension, &mut listing, &mut below, &mut left)
                } else {
                    Ok(())
                }
            });
            if unreadable == Unreadable::Fail {
                listed?;
            }
        }
        // The order of a folder's entries is the file system's; sorted, the same delivery gives the same result.
        below.sort();
        level = below;
    }
    listing.cut |= !level.is_empty();
    listing.files.sort();
    listing.archives.sort();
    Ok(listing)
}

fn list_one(
    folder: &Path,
    extension: &str,
    listing: &mut Listing,
    below: &mut Vec<PathBuf>,
    left: &mut usize,
) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let Some(rest) = left.checked_sub(1) else {
            listing.cut = true;
            return Ok(());
        };
        *left = rest;
        let path = entry?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        let Some(name) = name.filter(|name| !name.starts_with('.')) else {
            continue;
        };
        // A link that leads nowhere is nothing.
        let Ok(metadata) = fs::metadata(&path) else { continue };
        if metadata.is_dir() {
            below.push(path);
        } else if metadata.is_file() && is_document_name(&name, extension) {
            listing.files.push(path);
        } else if metadata.is_file() && has_extension(&name, "zip") {
            listing.archives.push(path);
        }
    }
    Ok(())
}

/// Whether a file begins as ZIP archives do, the empty one included, or is called one: what a download left of an archive is
/// told as a damaged archive and not as wrong XML. The reader stands at its beginning again.
#[cfg(feature = "xsd")]
pub(crate) fn is_archive(path: &Path, reader: &mut (impl Read + Seek)) -> io::Result<bool> {
    if path.extension().is_some_and(|found| found.eq_ignore_ascii_case("zip")) {
        return Ok(true);
    }
    let mut start = Vec::new();
    reader.by_ref().take(4).read_to_end(&mut start)?;
    reader.rewind()?;
    Ok(is_archive_start(&start))
}

/// Whether bytes begin as ZIP archives do.
pub(crate) fn is_archive_start(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}
