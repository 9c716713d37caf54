//! What lies in a delivery beside its schema documents.

use super::location::relative_path;
use crate::{
    files::{self, Listing, Unreadable, archive, is_archive, limits::FOLDER_ENTRIES},
    xsd::error::XsdError,
};
use std::{
    fs::{self, File},
    io::{BufReader, Seek},
    path::{Path, PathBuf},
};

/// Extensions of schema documents and of everything else that may be of use.
const SCHEMA: &str = "xsd";
const OTHER: &str = "xml";

/// The XML files of a folder or archive that are no schema documents: code lists, but also messages and catalogs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Companions {
    /// Whether there are schema documents too.
    pub has_schemas: bool,
    /// Path within the folder or archive, with `/`, and bytes; sorted by path.
    pub files: Vec<(String, Vec<u8>)>,
}

/// Finds the XML files beside the schema documents of a folder, archive or file. The limits and rules are those for schema
/// documents: nothing leads out of an archive, and nothing in it is larger than any delivery has.
pub fn companions(path: &Path) -> Result<Companions, XsdError> {
    let shown = path.display().to_string();
    let unreadable = |source| XsdError::Unreadable {
        path: shown.clone(),
        source,
    };
    if fs::metadata(path).map_err(unreadable)?.is_dir() {
        return of_folder(path, &shown);
    }
    let mut reader = BufReader::new(File::open(path).map_err(unreadable)?);
    if is_archive(path, &mut reader).map_err(unreadable)? {
        return of_archive(reader, &shown);
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(if files::is_document_name(&name, SCHEMA) {
        Companions {
            has_schemas: true,
            files: Vec::new(),
        }
    } else {
        Companions {
            has_schemas: false,
            files: vec![(name, files::read(path, &shown)?)],
        }
    })
}

fn of_folder(folder: &Path, shown: &str) -> Result<Companions, XsdError> {
    let list = |extension| -> Result<Listing, XsdError> {
        let listing = files::list(folder, extension, FOLDER_ENTRIES, Unreadable::Fail);
        listing.map_err(|source| XsdError::Unreadable {
            path: shown.to_owned(),
            source,
        })
    };
    let read = |path: &PathBuf| {
        let name = relative_path(folder, path);
        Ok((name.clone(), files::read(path, &name)?))
    };
    Ok(Companions {
        has_schemas: !list(SCHEMA)?.files.is_empty(),
        files: list(OTHER)?.files.iter().map(read).collect::<Result<_, XsdError>>()?,
    })
}

fn of_archive(mut reader: BufReader<File>, shown: &str) -> Result<Companions, XsdError> {
    let has_schemas = !archive::unpack(&mut reader, SCHEMA, shown)?.documents.is_empty();
    reader.rewind().map_err(|source| XsdError::Unreadable {
        path: shown.to_owned(),
        source,
    })?;
    Ok(Companions {
        has_schemas,
        files: archive::unpack(reader, OTHER, shown)?.documents.into_iter().collect(),
    })
}
