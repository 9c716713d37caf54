//! Installed deliveries of standards: a folder in which documents find their schema.
//!
//! ```text
//! STORE/
//!   index.json                                          what documents find their entry by; made anew when it is out of date
//!   urn_xoev-de_…_standard_xbeispiel_1.0@0f3c…/         an entry: Kennung, version and the beginning of the SHA-256
//!     eintrag.json                                      what it is: a `Description`
//!     schema.bin                                        the compiled schema
//!     xsd/…                                             the schema documents as they were delivered, XDatenfelder files too
//!     basis/…                                           base documents of xsozial, where the delivery lacks them
//!     codelisten/…                                      the code lists
//!     namen/…                                           XDatenfelder files that give names alone
//! ```
//!
//! An entry is complete or absent: it is written into a folder of another name and renamed. Several versions of one
//! standard stand side by side, and so do several deliveries of one version whose schema documents differ.
//!
//! ```no_run
//! use xsozial_schema::store::{Delivery, Store};
//! let store = Store::at("store");
//! let delivery = Delivery::read(&["xbeispiel_1.0.zip".into()], None)?;
//! let added = store.add(&delivery)?;
//! println!("{} has {} messages", added.entry.name(), added.entry.description.messages().count());
//! # Ok::<(), xsozial_schema::store::StoreError>(())
//! ```

mod add;
mod delivery;
mod description;
mod entry;
mod error;
mod file_names;
mod files;
mod index;
mod options;
mod selector;
#[cfg(test)]
mod tests;

pub use add::{Added, Outcome};
pub use delivery::{BrokenList, DeliveredList, DeliveredNames, Delivery};
pub use description::{
    Description, LackingList, ListFile, NamesFile, NamespaceMessages, RootMessage, UsedList, XdatenfelderUse,
};
pub use entry::Entry;
pub use error::StoreError;
pub use index::{Candidate, Index};
pub use options::DeliveryOptions;
pub use selector::Selector;

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

/// Name of the environment variable that names the store.
pub const VARIABLE: &str = "XSOZIAL_STORE";

/// Names that begin so are no entries: what is being written or removed.
const HIDDEN: char = '.';

/// A folder of installed deliveries. It need not exist before something is added. The documentation of the [module](self) has
/// an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Store {
    folder: PathBuf,
}

/// What a store holds.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Contents {
    /// The entries, sorted by the name of their folder.
    pub entries: Vec<Entry>,
    /// Folders that cannot be read as entries; each error names its folder.
    pub damaged: Vec<StoreError>,
}

impl Store {
    /// The store in this folder.
    pub fn at(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    /// The store that a user means: the folder that is named, else the one of the environment variable [`VARIABLE`], else
    /// `xsozial/standards` in the folder for the user's data, which the caller finds out. `None`: there is none of them.
    pub fn chosen(named: Option<PathBuf>, data_folder: impl FnOnce() -> Option<PathBuf>) -> Option<Self> {
        let from_environment = || env::var_os(VARIABLE).filter(|it| !it.is_empty()).map(PathBuf::from);
        let by_default = || Some(data_folder()?.join("xsozial").join("standards"));
        named.or_else(from_environment).or_else(by_default).map(Self::at)
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Adds a delivery. See [`Added`] for what that may come to.
    pub fn add(&self, delivery: &Delivery) -> Result<Added, StoreError> {
        add::add(self, delivery)
    }

    /// All entries, and what is damaged.
    pub fn contents(&self) -> Result<Contents, StoreError> {
        let mut contents = Contents::default();
        for name in self.folders()? {
            match Entry::open(self.folder.join(name)) {
                Ok(entry) => contents.entries.push(entry),
                Err(error) => contents.damaged.push(error),
            }
        }
        Ok(contents)
    }

    /// The entries that a selector means, sorted by the name of their folder. Damaged ones are passed over.
    pub fn find(&self, selector: &Selector) -> Result<Vec<Entry>, StoreError> {
        let mut entries = self.contents()?.entries;
        entries.retain(|entry| selector.selects(&entry.description));
        Ok(entries)
    }

    /// Removes an entry. Whoever reads it at the moment keeps what is open.
    pub fn remove(&self, entry: &Entry) -> Result<(), StoreError> {
        files::remove_folder(&self.folder, entry.folder())
    }

    /// What documents find their entries by. It is read from one file, whatever the number of entries.
    pub fn index(&self) -> Result<Index, StoreError> {
        Index::of(self)
    }

    /// The names of the folders that should be entries, sorted. A store that does not exist is empty.
    fn folders(&self) -> Result<Vec<String>, StoreError> {
        let unreadable = |source| StoreError::Unreadable {
            path: self.folder.clone(),
            source,
        };
        let listing = match fs::read_dir(&self.folder) {
            Ok(listing) => listing,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(unreadable(error)),
        };
        let mut names = Vec::new();
        for entry in listing {
            let entry = entry.map_err(unreadable)?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if !name.starts_with(HIDDEN) && entry.path().is_dir() {
                names.push(name);
            }
        }
        names.sort();
        Ok(names)
    }
}
