//! Why files could not be read.

use std::io;

/// Why a file, folder or archive could not be read. Whoever asked for it says what that means.
#[derive(Debug)]
pub(crate) enum FileFault {
    /// The operating system refuses it, or it is no regular file.
    Unreadable {
        /// The path as a person knows it.
        path: String,
        /// Why.
        source: io::Error,
    },
    /// A ZIP archive is damaged, or holds what no delivery holds.
    #[cfg(feature = "zip")]
    Archive {
        /// The archive's path as a person knows it.
        path: String,
        /// The entry, where the fault lies in one.
        entry: Option<String>,
        /// What is wrong.
        reason: String,
    },
    /// It is larger than anything real.
    TooLarge {
        /// The path as a person knows it.
        path: String,
        /// What there is too much of.
        what: &'static str,
        /// How much there may be.
        limit: u64,
    },
}
