//! The models that peers make of the same schema set, or that were written by hand for it: made, counted and built in the
//! target folder.

mod xoev_xwasser;
mod xsd_parser;
mod xsdata;

pub use xoev_xwasser::XoevXwasser;
pub use xsd_parser::XsdParser;
pub use xsdata::Xsdata;

use super::{
    GeneratedError,
    build::{Profile, cargo, forget, in_target},
    error::run,
};
use crate::corpus::workspace_root;
use std::{
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

/// What a model costs before it can be used.
#[derive(Clone, Debug)]
pub struct Model {
    /// Who made it.
    pub name: String,
    /// How long the generator ran; `None`: it was written by hand.
    pub generation: Option<Duration>,
    /// How many lines its sources have.
    pub lines: usize,
    /// How long its release build took, its dependencies built before; `None`: nothing is built.
    pub build: Option<Duration>,
}

/// The crate of the heavy peers.
fn peers_folder() -> PathBuf {
    workspace_root().join("bench/peers")
}

/// How long the release build of a package takes, all others built before.
fn time_build(folder: &Path, target: &Path, package: &str) -> Result<Duration, GeneratedError> {
    forget(folder, target, Profile::Release, package)?;
    let mut build = in_target(cargo("build"), target);
    build.args(["--release", "--package", package]).current_dir(folder);
    let start = Instant::now();
    run("building a peer's model", &mut build)?;
    Ok(start.elapsed())
}
