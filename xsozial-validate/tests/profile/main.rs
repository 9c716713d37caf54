//! Profiles of mandatory fields.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod conditions;
mod faulty;
mod fields;
mod files;
mod support;
