//! Names of formats and weights in a file.

use crate::{Level, format::Format};
use serde::Deserialize;

/// A format by its name.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct FormatName(Format);

impl TryFrom<String> for FormatName {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        let names: Vec<&str> = Format::ALL.iter().map(|format| format.name()).collect();
        let unknown = || format!("there is no format {name:?}; use one of {}", names.join(", "));
        Format::from_name(&name).map(Self).ok_or_else(unknown)
    }
}

impl From<FormatName> for Format {
    fn from(name: FormatName) -> Self {
        name.0
    }
}

/// A weight by its name.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct LevelName(Level);

impl TryFrom<String> for LevelName {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        let names: Vec<&str> = Level::ALL.iter().map(|level| level.as_str()).collect();
        let unknown = || format!("there is no weight {name:?}; use one of {}", names.join(", "));
        Level::from_name(&name).map(Self).ok_or_else(unknown)
    }
}

impl From<LevelName> for Level {
    fn from(name: LevelName) -> Self {
        name.0
    }
}
