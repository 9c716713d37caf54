//! Documents that break one rule each.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod hostile;
mod identities;
mod instances;
mod structure;
mod support;
mod values;
