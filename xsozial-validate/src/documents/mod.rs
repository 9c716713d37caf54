//! The documents that the command line checks: found, named, opened, and their lines shown.

mod foreign;
mod input;
mod names;
mod obstacle;
mod open;
mod source_lines;

pub(crate) use foreign::Foreign;
pub(crate) use input::{Input, StdinTwice, inputs};
pub(crate) use names::DocumentNames;
pub(crate) use obstacle::Obstacle;
pub(crate) use open::Document;
pub(crate) use source_lines::SourceLines;
