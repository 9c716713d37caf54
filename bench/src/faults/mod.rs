//! Documents with several faults, made from documents of one fault each: where the places that they change lie apart, the
//! changes of two or three are made in one document.

mod change;
mod tokens;

pub use change::{Change, Combined, combine};
pub use tokens::{Token, first_difference, tokens};
