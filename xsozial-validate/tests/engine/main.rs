//! The engine on small schemas: every fault once, in its place.
#![allow(clippy::panic, clippy::unwrap_used, reason = "helpers of tests fail by panicking")]

mod attributes;
mod children;
mod identity;
mod ids;
mod start_tags;
mod support;
mod values;
