//! What `doctor` needs to know.

use crate::installed::{DeliveryArguments, LanguageName};
use clap::Args;
use std::path::PathBuf;

/// What `doctor` needs to know.
#[derive(Debug, Args)]
pub struct DoctorArguments {
    /// The delivery.
    #[command(flatten)]
    pub delivery: DeliveryArguments,
    /// How many synthetic messages of each root are tried.
    #[arg(long, value_name = "NUMBER", default_value_t = 200)]
    pub samples: u64,
    /// Generate the code and do not build it: the messages are then not read and written by it.
    #[arg(long)]
    pub no_build: bool,
    /// Folder of xsozial-model, which the generated code needs; without it Cargo takes the version of this program.
    #[arg(long, value_name = "PATH")]
    pub runtime: Option<PathBuf>,
    /// Let Cargo download packages that the generated code needs and that it does not have. Otherwise nothing here touches
    /// the network.
    #[arg(long)]
    pub online: bool,
    /// A folder that Cargo builds in; the next call then need not build everything again. It is left behind.
    #[arg(long, value_name = "DIR")]
    pub target_dir: Option<PathBuf>,
    /// Leave everything that was made in this folder: schemas, code, messages. It must be empty or absent.
    #[arg(long, value_name = "DIR")]
    pub keep: Option<PathBuf>,
    /// The language of the report.
    #[arg(long, value_name = "LANGUAGE", default_value = "de")]
    pub lang: LanguageName,
}
