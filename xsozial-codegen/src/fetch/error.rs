//! Why a delivery could not be fetched.

use std::{io, path::PathBuf};

/// Why a delivery could not be fetched. Nothing is installed then. Each variant has a stable code, see
/// [`FetchError::code`].
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FetchError {
    /// What was asked for is no Kennung.
    #[error("{text:?} is no Kennung of a standard; write it as urn:xoev-de:…:standard:NAME_VERSION")]
    NoKennung {
        /// What was asked for.
        text: String,
    },
    /// The Kennung has no version.
    #[error("{kennung} is a standard; name one of its versions{}", list(versions))]
    NoVersion {
        /// The Kennung.
        kennung: String,
        /// The Kennungen of its versions, as far as the XRepository tells them.
        versions: Vec<String>,
    },
    /// The base address is none.
    #[error("{url:?} is no address of an XRepository; it begins with https:// (or http:// on a machine of your own)")]
    BaseUrl {
        /// What was given.
        url: String,
    },
    /// The XRepository has nothing under this address.
    #[error("{what}: {reason} (404)")]
    NotFound {
        /// What was asked for.
        what: String,
        /// What it says of the reason.
        reason: NotFoundReason,
    },
    /// The server answered with an error, again and again where that may help.
    #[error("{what}: the server answered {status}{}; nothing was installed, try again later", after(*attempts))]
    Status {
        /// What was asked for.
        what: String,
        /// The status of HTTP.
        status: u16,
        /// How often it was asked for.
        attempts: u32,
    },
    /// The connection could not be made, or broke off.
    #[error(
        "{what}: the connection failed or broke off ({reason}){}; nothing was installed. Try again; \
         behind a proxy set HTTPS_PROXY",
        after(*attempts)
    )]
    Interrupted {
        /// What was asked for.
        what: String,
        /// What happened.
        reason: String,
        /// How often it was tried.
        attempts: u32,
    },
    /// The answer is no answer of the XRepository.
    #[error(
        "{what}: the answer is no {expected} but {found}; perhaps a proxy or login page answered in place of the XRepository"
    )]
    ContentType {
        /// What was asked for.
        what: String,
        /// What should have come.
        expected: &'static str,
        /// What came.
        found: String,
    },
    /// What the XRepository says of the version cannot be understood.
    #[error("{what}: the description of the version cannot be understood ({reason})")]
    Metadata {
        /// The Kennung.
        what: String,
        /// Why.
        reason: String,
    },
    /// The answer is larger than any delivery is.
    #[error("{what}: the answer is larger than {limit} bytes; this is no delivery of a standard")]
    TooLarge {
        /// What was asked for.
        what: String,
        /// The limit.
        limit: u64,
    },
    /// A file of the cache cannot be written.
    #[error("{}: cannot be written: {source}", path.display())]
    Cache {
        /// The file or folder.
        path: PathBuf,
        /// What the operating system says.
        source: io::Error,
    },
    /// A part of the work ended unexpectedly. This is an error of this program.
    #[error("internal error, please report it: the download of the code lists stopped")]
    Stopped,
}

/// What the XRepository says when it has nothing under an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NotFoundReason {
    /// `NUR PLATZHALTER GEFUNDEN`
    #[error("the XRepository knows this Kennung as a placeholder alone; nothing is published under it yet")]
    Placeholder,
    /// `NICHT SICHTBAR`
    #[error("the XRepository does not show this to the public; ask the publisher of the standard")]
    NotVisible,
    /// An empty text, or none.
    #[error("the XRepository does not know this Kennung; compare its spelling and version")]
    Unknown,
}

impl FetchError {
    /// The stable code of the error. `XN` stands for the network.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoKennung { .. } => "XN0001",
            Self::NoVersion { .. } => "XN0002",
            Self::BaseUrl { .. } => "XN0003",
            Self::NotFound { .. } => "XN0101",
            Self::Status { .. } => "XN0102",
            Self::Interrupted { .. } => "XN0103",
            Self::ContentType { .. } => "XN0104",
            Self::Metadata { .. } => "XN0105",
            Self::TooLarge { .. } => "XN0106",
            Self::Cache { .. } => "XN0201",
            Self::Stopped => "XN0202",
        }
    }
}

/// How often something was tried, where it was more than once.
fn after(attempts: u32) -> String {
    match attempts {
        0 | 1 => String::new(),
        several => format!(", at {several} attempts"),
    }
}

fn list(versions: &[String]) -> String {
    if versions.is_empty() {
        String::new()
    } else {
        format!(": {}", versions.join(", "))
    }
}
