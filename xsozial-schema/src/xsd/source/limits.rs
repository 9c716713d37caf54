//! How large a delivery of schema documents may be. The largest real ones are far below.

/// Bytes of one schema document or catalog.
pub(super) const DOCUMENT_BYTES: u64 = 64 << 20;
/// Bytes of all documents that one archive unpacks to.
pub(super) const ARCHIVE_BYTES: u64 = 1 << 30;
/// Entries of an archive, whatever they are.
pub(super) const ARCHIVE_ENTRIES: usize = 100_000;
/// How many times larger than its packed form an entry may be, once it is larger than [`RATIO_FREE_BYTES`].
pub(super) const ARCHIVE_RATIO: u64 = 200;
/// Entries up to this size may be packed as well as they like.
pub(super) const RATIO_FREE_BYTES: u64 = 4 << 20;
/// Files and folders visited in a folder that was given.
pub(super) const FOLDER_ENTRIES: usize = 200_000;
/// Files and folders visited in the search beside a document; what lies further is not found.
pub(super) const SIBLING_ENTRIES: usize = 20_000;
/// Folders within folders.
pub(super) const FOLDER_DEPTH: usize = 32;
/// Schema documents of one set.
pub(super) const DOCUMENTS: usize = 20_000;
/// Bytes of a DOCTYPE declaration.
pub(super) const SUBSET_BYTES: usize = 256 << 10;
/// Bytes that all entity references of one document may add to it.
pub(super) const ENTITY_BYTES: usize = 1 << 20;
/// Entities within entities.
pub(super) const ENTITY_DEPTH: usize = 16;
/// Catalogs reached from the catalogs that were given.
pub(super) const CATALOGS: usize = 256;
