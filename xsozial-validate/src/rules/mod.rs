//! Rules beyond XML Schema.

pub mod checks;
