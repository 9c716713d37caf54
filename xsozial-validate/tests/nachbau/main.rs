//! The Nachbau: what its schemas, code lists, samples and tables promise.
#![allow(clippy::panic, clippy::unwrap_used, reason = "helpers of tests fail by panicking")]

mod code_lists;
mod leistungen;
mod profiles;
mod provenance;
mod samples;

use std::path::{Path, PathBuf};
use xsozial_model::{xml::RootContent, xsozial_nachbau::Document};
use xsozial_schema::{Schema, schema::SourceLocation};

/// The folder of the schemas.
fn schemas() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../schemas")
}

fn schema() -> &'static Schema {
    <Document as RootContent>::schema()
}

/// The schema document that a component stands in, if it is one of the Nachbau's.
fn own_document(source: SourceLocation) -> Option<&'static str> {
    let path = schema().documents.get(source.document.index())?.path.as_str();
    let file = path.rsplit('/').next()?;
    file.starts_with("xsozial-nachbau-").then_some(file)
}
