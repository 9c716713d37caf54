//! The command line as it is built: contracts of `check`, `explain` and `mutate`.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod arguments;
mod baseline;
mod basis;
mod builtin_base;
mod codelists;
mod configuration;
mod documents;
mod exit_codes;
mod explain;
mod formats;
mod html;
mod installed;
mod intake;
mod manual;
mod mutate;
mod nachbau;
mod privacy;
mod shipped;
mod structure;
mod support;
mod xdatenfelder;
