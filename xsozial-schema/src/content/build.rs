//! STUB
use super::Automaton;
use crate::schema::{Element, Leaf, Particle, Wildcard};
/// STUB
#[derive(Debug)]
pub struct BuildError;
/// STUB
pub fn build(
    _particle: &Particle,
    _leaves: &[Leaf],
    _elements: &[Element],
    _wildcards: &[Wildcard],
) -> Result<Automaton, BuildError> {
    Err(BuildError)
}
