//! Codes against their lists.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod bindings;
mod gaps;
mod list_defects;
mod names;
mod privacy;
mod support;
mod versions;
