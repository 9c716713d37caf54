//! From a content model to its deterministic automaton.
//!
//! The construction is Glushkov's: one state for each place in the model. Repeated groups with bounds are unrolled,
//! repeated leaves are counted. Source: XML Schema part 1, sections 3.8.4 and 3.8.6 (unique particle attribution).

use super::{
    Automaton, all,
    determine::{Labels, determine},
    places::{Fragment, MOST_PLACES, Places, Strategy},
};
use crate::{
    names::Names,
    schema::{Element, Leaf, Particle, Term, Wildcard},
};
/// Groups are counted from this number of repetitions on, if they are counted at all.
const LEAST_ROUNDS: u32 = 50;

/// Why a content model has no automaton here. Leaves are named by their index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BuildError {
    /// Two leaves compete for the same element (unique particle attribution).
    #[error("two particles of the content model compete for the same element (unique particle attribution)")]
    Ambiguous {
        /// The leaf that stands first.
        first: u32,
        /// The leaf that competes with it.
        second: u32,
    },
    /// The bounds on repeated groups multiply to too many places.
    #[error("the repetition bounds of the content model multiply to more than {MOST_PLACES} places")]
    TooLarge,
    /// A leaf with bounds too big to be written out can follow itself, so that a counter cannot tell what it repeats.
    #[error("a repeated element with these bounds is not supported inside a repeated group")]
    CounterInRepeatedGroup {
        /// The leaf.
        leaf: u32,
    },
    /// A group of kind `xs:all` that is not the whole content, is repeated, or holds more than single elements.
    #[error("a group of kind xs:all must be the whole content, stand at most once and hold elements at most once each")]
    AllGroup,
    /// An `xs:all` group with more members than the cursor has bits.
    #[error("a group of kind xs:all with more than 64 members is not supported")]
    TooManyMembers,
}

/// Builds the automaton of a content model; `None` is a model without any element.
pub fn build(
    particle: Option<&Particle>,
    leaves: &[Leaf],
    elements: &[Element],
    wildcards: &[Wildcard],
    names: &Names,
) -> Result<Automaton, BuildError> {
    let labels = Labels {
        leaves,
        elements,
        wildcards,
        names,
    };
    if let Some(Particle {
        occurrence,
        term: Term::All(members),
    }) = particle
    {
        return all::build(members, *occurrence, &labels);
    }
    match automaton(particle, labels, None) {
        // Perhaps there are groups that can be counted instead of written out.
        Err(error @ (BuildError::TooLarge | BuildError::CounterInRepeatedGroup { .. })) => {
            automaton(particle, labels, Some(LEAST_ROUNDS)).map_err(|_| error)
        }
        result => result,
    }
}

/// Builds the automaton, with a count for groups that may stand at least `counted_from` times.
pub(super) fn automaton(
    particle: Option<&Particle>,
    labels: Labels<'_>,
    counted_from: Option<u32>,
) -> Result<Automaton, BuildError> {
    let mut strategy = Strategy {
        counted_from,
        ..Strategy::default()
    };
    let (places, whole) = places_of(particle, strategy.clone())?;
    strategy.unrolled = places.miscounted();
    let Some(&leaf) = strategy.unrolled.iter().min() else {
        return determine(labels, &places, &whole);
    };
    let unrolled = places_of(particle, strategy).and_then(|(places, whole)| determine(labels, &places, &whole));
    unrolled.map_err(|error| match error {
        BuildError::TooLarge => BuildError::CounterInRepeatedGroup { leaf },
        other => other,
    })
}

fn places_of(particle: Option<&Particle>, strategy: Strategy) -> Result<(Places, Fragment), BuildError> {
    let mut places = Places::new(strategy);
    let whole = match particle {
        Some(particle) => places.visit(particle, 0)?,
        None => Fragment::nothing(),
    };
    Ok((places, whole))
}
