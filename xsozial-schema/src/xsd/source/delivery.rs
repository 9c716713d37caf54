//! What was given: folders, files, archives and documents in memory → the documents to begin with.

use super::{location::relative_path, place::Place};
use crate::{
    files::{
        self, Unreadable,
        archive::{self, Documents, Unpacked},
        is_archive,
        limits::FOLDER_ENTRIES,
    },
    xsd::{
        base::{self, BaseDocument},
        error::XsdError,
    },
};
use std::{
    fs::{self, File},
    io::{self, BufReader, Read, Seek},
    path::{Path, PathBuf},
};

/// Index of the package of documents in memory.
pub(super) const MEMORY: usize = 0;
/// Index of the package of built-in base documents.
pub(super) const BUILTIN: usize = 1;

/// Documents that do not lie on disk one by one.
#[derive(Debug, Default)]
struct Package {
    /// Index of the archive in [`Delivery::roots`]; `None` for documents in memory.
    root: Option<usize>,
    documents: Documents,
}

/// A folder or archive that paths are told relative to.
#[derive(Debug)]
struct Root {
    path: PathBuf,
    archive: bool,
    /// What distinguishes it from the other roots; empty when it is the only one.
    label: String,
}

/// Everything that was given.
#[derive(Debug, Default)]
pub(super) struct Delivery {
    packages: Vec<Package>,
    roots: Vec<Root>,
    /// The documents to begin with.
    entries: Vec<Place>,
    /// The archives that were read.
    pub(super) archives: Vec<PathBuf>,
    /// Whether the base documents of the program are at hand.
    has_base: bool,
}

impl Delivery {
    /// Opens all that was given.
    pub(super) fn open(
        paths: &[PathBuf],
        memory: Vec<(String, Vec<u8>)>,
        archives: Vec<(String, Vec<u8>)>,
        builtin: Vec<(String, Vec<u8>)>,
    ) -> Result<Self, XsdError> {
        let mut delivery = Self::default();
        for documents in [memory, builtin] {
            let documents = by_name(documents)?;
            delivery.packages.push(Package { root: None, documents });
        }
        delivery.enter_package(MEMORY);
        for (name, bytes) in archives {
            delivery.open_archive(io::Cursor::new(bytes), PathBuf::from(&name), name)?;
        }
        for path in paths {
            delivery.open_path(path)?;
        }
        delivery.label_roots();
        let mut entries = std::mem::take(&mut delivery.entries);
        entries.sort_by_cached_key(|place| (delivery.shown(place), place.clone()));
        entries.dedup();
        delivery.entries = entries;
        Ok(delivery)
    }

    /// The same delivery, with or without the base documents of the program.
    pub(super) fn with_base(self, has_base: bool) -> Self {
        Self { has_base, ..self }
    }

    fn open_path(&mut self, given: &Path) -> Result<(), XsdError> {
        let shown = given.display().to_string();
        let unreadable = |source| XsdError::Unreadable {
            path: shown.clone(),
            source,
        };
        let metadata = fs::metadata(given).map_err(unreadable)?;
        if metadata.is_dir() {
            let folder = fs::canonicalize(given).map_err(unreadable)?;
            return self.open_folder(folder, &shown);
        }
        if !metadata.is_file() {
            return Err(unreadable(io::Error::other("neither a file nor a folder")));
        }
        let (Some(folder), Some(name)) = (given.parent(), given.file_name()) else {
            return Err(unreadable(io::Error::other("no file name")));
        };
        // An empty parent is the working directory. The file itself may be a link: its name and place count.
        let folder = if folder.as_os_str().is_empty() {
            Path::new(".")
        } else {
            folder
        };
        let folder = fs::canonicalize(folder).map_err(unreadable)?;
        let file = folder.join(name);
        let mut reader = BufReader::new(File::open(&file).map_err(unreadable)?);
        if is_archive(&file, &mut reader).map_err(unreadable)? {
            self.open_archive(reader, file.clone(), shown)?;
            self.archives.push(file);
        } else {
            self.entries.push(Place::File(file));
            self.root(folder, false);
        }
        Ok(())
    }

    fn open_archive(&mut self, reader: impl Read + Seek, path: PathBuf, shown: String) -> Result<(), XsdError> {
        let Unpacked { documents, nested } = archive::unpack(reader, "xsd", &shown)?;
        if documents.is_empty() {
            return Err(XsdError::NoSchema { path: shown, nested });
        }
        let root = self.root(path, true);
        self.packages.push(Package {
            root: Some(root),
            documents,
        });
        self.enter_package(self.packages.len() - 1);
        Ok(())
    }

    fn open_folder(&mut self, folder: PathBuf, shown: &str) -> Result<(), XsdError> {
        let listing = files::list(&folder, "xsd", FOLDER_ENTRIES, Unreadable::Fail);
        let listing = listing.map_err(|source| XsdError::Unreadable {
            path: shown.to_owned(),
            source,
        })?;
        if listing.cut {
            return Err(XsdError::TooLarge {
                path: shown.to_owned(),
                what: "files, or levels of folders deeper than any delivery has;",
                limit: FOLDER_ENTRIES as u64,
            });
        }
        if listing.files.is_empty() {
            return Err(XsdError::NoSchema {
                path: shown.to_owned(),
                nested: listing
                    .archives
                    .iter()
                    .map(|path| relative_path(&folder, path))
                    .collect(),
            });
        }
        self.entries.extend(listing.files.into_iter().map(Place::File));
        self.root(folder, false);
        Ok(())
    }

    fn enter_package(&mut self, package: usize) {
        let paths = self.packages[package].documents.keys().cloned();
        self.entries.extend(paths.map(|path| Place::Packed { package, path }));
    }

    /// The index of a root; a folder below one that is known already is none of its own.
    fn root(&mut self, path: PathBuf, archive: bool) -> usize {
        let holds = |root: &Root| root.archive == archive && path.starts_with(&root.path);
        if let Some(known) = self.roots.iter().position(holds) {
            return known;
        }
        let label = String::new();
        self.roots.push(Root { path, archive, label });
        self.roots.len() - 1
    }

    fn label_roots(&mut self) {
        // A folder given after one below it holds that one too.
        let folders: Vec<PathBuf> = self.folders().map(Path::to_owned).collect();
        let outermost = |path: &Path| folders.iter().filter(|folder| path.starts_with(folder)).min().cloned();
        for root in self.roots.iter_mut().filter(|root| !root.archive) {
            root.path = outermost(&root.path).unwrap_or_default();
        }
        let paths: Vec<PathBuf> = self.roots.iter().map(|root| root.path.clone()).collect();
        for root in &mut self.roots {
            root.label = label(&root.path, &paths);
        }
    }

    /// The documents to begin with, sorted by the path that is shown.
    pub(super) fn entries(&self) -> &[Place] {
        &self.entries
    }

    /// The folders that the documents to begin with lie in or below.
    pub(super) fn folders(&self) -> impl Iterator<Item = &Path> {
        self.roots
            .iter()
            .filter(|root| !root.archive)
            .map(|root| root.path.as_path())
    }

    /// The bytes of a packed document.
    pub(super) fn packed(&self, package: usize, path: &str) -> Option<&[u8]> {
        let given = self.packages.get(package)?.documents.get(path).map(Vec::as_slice);
        let base = || base::named(path).filter(|_| self.has_base && package == BUILTIN);
        given.or_else(|| Some(base()?.text.as_bytes()))
    }

    /// The base documents of the program; none where they are not wanted.
    pub(super) fn base(&self) -> impl Iterator<Item = &'static BaseDocument> {
        base::DOCUMENTS.iter().filter(|_| self.has_base)
    }

    /// The base documents that were given.
    pub(super) fn builtin(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let documents = self
            .packages
            .get(BUILTIN)
            .into_iter()
            .flat_map(|package| &package.documents);
        documents.map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
    }

    /// The path of a place as a person knows it.
    pub(super) fn shown(&self, place: &Place) -> String {
        let (root, path) = match place {
            Place::File(path) => {
                let folders = || self.roots.iter().filter(|root| !root.archive);
                let inside = folders().find(|root| path.starts_with(&root.path));
                match inside.or_else(|| folders().next()) {
                    Some(root) => (Some(root), relative_path(&root.path, path)),
                    None => (None, place.file_name()),
                }
            }
            Place::Packed { package, path } => {
                let root = self.packages.get(*package).and_then(|package| package.root);
                (root.and_then(|root| self.roots.get(root)), path.clone())
            }
        };
        match root {
            Some(root) if !root.label.is_empty() => format!("{}/{path}", root.label),
            _ => path,
        }
    }
}

fn by_name(documents: Vec<(String, Vec<u8>)>) -> Result<Documents, XsdError> {
    let mut by_name = Documents::new();
    for (name, bytes) in documents {
        match by_name.get(&name) {
            Some(known) if *known != bytes => return Err(XsdError::DuplicateName { name }),
            _ => by_name.insert(name, bytes),
        };
    }
    Ok(by_name)
}

/// As many of the last parts of a path as tell it from the others; empty when there are no others.
fn label(path: &Path, all: &[PathBuf]) -> String {
    let parts = |path: &Path| -> Vec<String> {
        let components = path.components();
        components
            .map(|part| part.as_os_str().to_string_lossy().into_owned())
            .collect()
    };
    let own = parts(path);
    let others: Vec<Vec<String>> = all
        .iter()
        .filter(|other| other.as_path() != path)
        .map(|other| parts(other))
        .collect();
    if others.is_empty() {
        return String::new();
    }
    let unique = |length: &usize| others.iter().all(|other| !other.ends_with(&own[own.len() - length..]));
    let length = (1..own.len()).find(unique).unwrap_or(1);
    own[own.len().saturating_sub(length)..].join("/")
}
