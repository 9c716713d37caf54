//! Tests over all value types together.

mod hostile;
mod lexical;
mod order;
mod privacy;
mod round_trip;

use super::{Builtin, PrefixResolver, Value};

/// One prefix, `p`, is bound.
pub(super) struct Scope;

impl PrefixResolver for Scope {
    fn namespace_uri(&self, prefix: &str) -> Option<&str> {
        (prefix == "p").then_some("urn:example:p")
    }
}

/// A value that must be one.
pub(super) fn value(builtin: Builtin, text: &str) -> Value {
    Value::parse(builtin, text, &Scope).unwrap_or_else(|| panic!("{} {text}", builtin.name()))
}
