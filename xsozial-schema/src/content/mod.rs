//! Content automata: what may stand next inside an element.
//!
//! Source: XML Schema part 1, sections 3.8.4 (element sequence valid) and 3.8.6 (unique particle attribution).

mod automaton;
mod build;
mod diagnose;
mod gap;
#[cfg(test)]
mod tests;

pub use automaton::{Automaton, Counter, Cursor, Label, NO_RESTART, State, Step, Transition};
pub use build::{BuildError, build};
pub use gap::{Gap, Missing};
