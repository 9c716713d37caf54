//! How large a delivery may be. The largest real ones are far below.

/// Bytes of one file.
pub(crate) const FILE_BYTES: u64 = 64 << 20;
/// Files and folders visited in a folder that was given.
pub(crate) const FOLDER_ENTRIES: usize = 200_000;
/// Folders within folders.
pub(super) const FOLDER_DEPTH: usize = 32;
/// Bytes of all files that one archive unpacks to.
#[cfg(feature = "zip")]
pub(super) const ARCHIVE_BYTES: u64 = 1 << 30;
/// Entries of an archive, whatever they are.
#[cfg(feature = "zip")]
pub(super) const ARCHIVE_ENTRIES: usize = 100_000;
/// How many times larger than its packed form an entry may be, once it is larger than [`RATIO_FREE_BYTES`].
#[cfg(feature = "zip")]
pub(super) const ARCHIVE_RATIO: u64 = 200;
/// Entries up to this size may be packed as well as they like.
#[cfg(feature = "zip")]
pub(super) const RATIO_FREE_BYTES: u64 = 4 << 20;
