//! The codes of errors.

use crate::{Error, sample::SampleError};

impl Error {
    /// The stable code. [`Remedy::of`](xsozial_schema::Remedy::of) tells what to do about it.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoSchema => "XL0001",
            Self::Schema(error) => error.code(),
            Self::Codelists(error) => error.code(),
            Self::Installed(error) => error.code(),
            #[cfg(feature = "fetch")]
            Self::Fetch(error) => error.code(),
            Self::File { .. } => "XA0001",
            Self::Output(_) => "XA0003",
            Self::NoStoreFolder => "XA0004",
            Self::NotInstalled { .. } => "XA0005",
            Self::SeveralInstalled { .. } => "XA0006",
            Self::NoOutput => "XA0101",
            Self::CrateName { .. } => "XA0102",
            Self::ForeignFile { .. } => "XA0103",
            Self::Store(_) => "XA0104",
            Self::Sample(SampleError::NoRoot { .. }) => "XA0105",
            Self::Sample(SampleError::Write(_)) | Self::Syntax(_) | Self::Internal { .. } => "XA0199",
            Self::Sample(_) => "XA0106",
        }
    }
}
