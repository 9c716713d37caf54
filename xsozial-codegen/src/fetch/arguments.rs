//! What `fetch` needs to know.

use crate::installed::{LanguageName, StoreArguments};
use clap::Args;
use std::path::PathBuf;

/// What `fetch` needs to know.
#[derive(Debug, Args)]
pub struct FetchArguments {
    /// Which versions of which standards: urn:xoev-de:…:standard:NAME_VERSION. Without version: lists the versions.
    #[arg(value_name = "KENNUNG_VERSION", required = true)]
    pub kennungen: Vec<String>,
    /// Where the XRepository's interface is. Without it: the environment variable XSOZIAL_XREPOSITORY, else the public
    /// XRepository.
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
    /// Keeps what was downloaded, so that it is not downloaded again while it is unchanged. Without it: a folder among your
    /// own caches.
    #[arg(long, value_name = "DIR")]
    pub cache: Option<PathBuf>,
    /// Download again what the cache holds.
    #[arg(long)]
    pub refresh: bool,
    /// How often a request is sent again when the connection breaks or the server is at fault.
    #[arg(long, value_name = "NUMBER", default_value_t = 3)]
    pub retries: u32,
    /// How long to wait before a request is sent again; each further time twice as long, 8 seconds at most.
    #[arg(long, value_name = "MILLISECONDS", default_value_t = 500)]
    pub retry_wait: u64,
    /// Where the store is.
    #[command(flatten)]
    pub store: StoreArguments,
    /// The language of the output.
    #[arg(long, value_name = "LANGUAGE", default_value = "de")]
    pub lang: LanguageName,
}
