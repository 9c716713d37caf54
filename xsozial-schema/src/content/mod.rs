//! Content automata: what may stand next inside an element.
//!
//! Source: XML Schema part 1, sections 3.8.4 (element sequence valid) and 3.8.6 (unique particle attribution).

mod all;
mod automaton;
mod build;
mod determine;
mod diagnose;
mod gap;
mod places;
#[cfg(test)]
mod tests;

pub use all::AllGroup;
pub use automaton::{Automaton, Counter, Cursor, Label, NO_RESTART, Round, State, Step, Transition};
pub use build::{BuildError, build};
pub use gap::{Gap, Missing};
