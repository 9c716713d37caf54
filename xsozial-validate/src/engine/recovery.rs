//! What is remembered of faults of content, so that what follows from one is not reported again.

use rustc_hash::FxHashMap;
use std::rc::Rc;
use xsozial_model::xml::ElementStart;
use xsozial_schema::{
    NameId, NamespaceId,
    content::{Automaton, Cursor, Gap, Label, Missing, NO_RESTART, Transition},
    schema::{ElementContent, Wildcard, WildcardId},
};

/// So many missing elements of one parent are remembered.
const MOST_PARDONS: usize = 32;
/// So many answers about gaps are kept.
const MOST_ANSWERS: usize = 1024;

/// What is remembered of faults of content. Documents without such faults leave it empty.
#[derive(Default)]
pub(super) struct Recovery {
    pardons: Vec<Pardon>,
    branches: Vec<Branch>,
    strays: Vec<Stray>,
    /// The names of each content model that had a fault.
    models: FxHashMap<Model, FxHashMap<NameId, Transition>>,
    gaps: FxHashMap<(Model, Cursor, NameId), Option<Rc<Gap>>>,
    gaps_before_wildcards: FxHashMap<(Model, Cursor, NamespaceId), Option<Rc<Gap>>>,
    missing: FxHashMap<(Model, Cursor), Rc<[Missing]>>,
}

/// A content model, by its place in memory: the schema outlives the engine.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Model(usize);

impl Model {
    fn of(content: &ElementContent) -> Self {
        Self(std::ptr::from_ref(content).addr())
    }
}

/// An element that was reported as missing: when it comes after all, it was swapped with another.
struct Pardon {
    /// Open elements around it.
    depth: usize,
    awaited: Awaited,
    /// How often it may still come.
    left: u32,
}

/// What was reported as missing.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Awaited {
    Element(NameId),
    Wildcard(WildcardId),
}

impl Awaited {
    fn of(label: Label) -> Self {
        match label {
            Label::Element(name, _) => Self::Element(name),
            Label::Wildcard(id) => Self::Wildcard(id),
        }
    }

    fn is(self, start: ElementStart, wildcards: &[Wildcard]) -> bool {
        match self {
            Self::Element(name) => name == start.name,
            Self::Wildcard(id) => wildcards[id.index()].admits(start.namespace),
        }
    }
}

/// A stranger that a wildcard of the content model would have taken elsewhere: if nothing comes for the wildcard, it was meant
/// to be this.
struct Stray {
    /// Open elements around it.
    depth: usize,
    leaf: u32,
}

/// A branch that a misfit seems to have taken: what goes on in it belongs to the same fault.
struct Branch {
    /// Open elements around it.
    depth: usize,
    cursor: Cursor,
}

impl Recovery {
    /// Whether nothing is remembered that an element could end.
    #[inline]
    pub(super) fn is_quiet(&self) -> bool {
        self.pardons.is_empty() && self.branches.is_empty() && self.strays.is_empty()
    }

    /// An element came in its place.
    #[cold]
    pub(super) fn came_in_place(&mut self, depth: usize, label: Label, restart: u8) {
        let begins_anew = restart != NO_RESTART;
        let came = Awaited::of(label);
        self.pardons
            .retain(|pardon| pardon.depth != depth || !begins_anew && pardon.awaited != came);
        self.branches.retain(|branch| branch.depth != depth);
        self.strays.retain(|stray| stray.depth != depth || !begins_anew);
    }

    /// An element ends at this depth.
    #[cold]
    pub(super) fn leave(&mut self, depth: usize) {
        while self.pardons.pop_if(|pardon| pardon.depth >= depth).is_some() {}
        while self.branches.pop_if(|branch| branch.depth >= depth).is_some() {}
        while self.strays.pop_if(|stray| stray.depth >= depth).is_some() {}
    }

    /// These elements have been reported as missing.
    pub(super) fn pardon(&mut self, depth: usize, automaton: &Automaton, missing: &[Missing]) {
        for missing in missing {
            let awaited = Awaited::of(missing.label);
            let here = || self.pardons.iter().filter(|pardon| pardon.depth == depth);
            if here().count() < MOST_PARDONS && here().all(|pardon| pardon.awaited != awaited) {
                self.pardons.push(Pardon {
                    depth,
                    awaited,
                    left: repetitions(automaton, missing.leaf),
                });
            }
        }
    }

    /// Whether an element was reported as missing, and as what.
    pub(super) fn take_pardon(&mut self, depth: usize, start: ElementStart, wildcards: &[Wildcard]) -> Option<Awaited> {
        let is_it = |pardon: &Pardon| pardon.depth == depth && pardon.awaited.is(start, wildcards);
        let place = self.pardons.iter().rposition(is_it)?;
        let pardon = &mut self.pardons[place];
        pardon.left = pardon.left.saturating_sub(1);
        let awaited = pardon.awaited;
        if pardon.left == 0 {
            self.pardons.remove(place);
        }
        Some(awaited)
    }

    /// A stranger stands where it must not, which a wildcard might have taken.
    pub(super) fn stray(&mut self, depth: usize, automaton: &Automaton, start: ElementStart, wildcards: &[Wildcard]) {
        let would_take = |transition: &&Transition| match transition.label {
            Label::Wildcard(id) => wildcards[id.index()].admits(start.namespace),
            Label::Element(..) => false,
        };
        let here = self.strays.iter().filter(|stray| stray.depth == depth).count();
        if let Some(transition) = automaton.transitions.iter().find(would_take)
            && here < MOST_PARDONS
        {
            self.strays.push(Stray {
                depth,
                leaf: transition.leaf,
            });
        }
    }

    /// How many of the missing elements no stray can have been meant for.
    pub(super) fn unmet(&self, depth: usize, missing: &[Missing]) -> usize {
        let is_met = |missing: &&Missing| {
            let mut here = self.strays.iter().filter(|stray| stray.depth == depth);
            here.any(|stray| stray.leaf == missing.leaf)
        };
        missing.len() - missing.iter().filter(is_met).count()
    }

    /// A misfit is taken to have begun another branch.
    pub(super) fn enter_branch(&mut self, depth: usize, cursor: Cursor) {
        self.branches.retain(|branch| branch.depth != depth);
        self.branches.push(Branch { depth, cursor });
    }

    /// Whether an element goes on in the branch of a misfit, and as what.
    pub(super) fn step_branch(
        &mut self,
        depth: usize,
        automaton: &Automaton,
        start: ElementStart,
        wildcards: &[Wildcard],
    ) -> Option<Label> {
        let branch = self.branches.last_mut().filter(|branch| branch.depth == depth)?;
        let step = automaton.step(&mut branch.cursor, start.name, start.namespace, wildcards)?;
        Some(step.label)
    }

    /// Whether the branch of a misfit may end here.
    pub(super) fn branch_may_end(&self, depth: usize, automaton: &Automaton) -> bool {
        let branch = self.branches.last().filter(|branch| branch.depth == depth);
        branch.is_some_and(|branch| automaton.may_end(branch.cursor))
    }

    /// How a content model takes an element of this name, at whatever place.
    pub(super) fn declaration(&mut self, content: &ElementContent, name: NameId) -> Option<Transition> {
        if name == NameId::UNKNOWN {
            return None;
        }
        let names = self.models.entry(Model::of(content)).or_insert_with(|| {
            let mut names = FxHashMap::default();
            for transition in &content.automaton.transitions {
                if let Label::Element(name, _) = transition.label {
                    names.entry(name).or_insert(*transition);
                }
            }
            names
        });
        names.get(&name).copied()
    }

    /// What is missing before an element of this name.
    pub(super) fn gap(&mut self, content: &ElementContent, cursor: Cursor, name: NameId) -> Option<Rc<Gap>> {
        self.declaration(content, name)?;
        if self.gaps.len() >= MOST_ANSWERS {
            self.gaps.clear();
        }
        let known = self.gaps.entry((Model::of(content), cursor, name));
        known
            .or_insert_with(|| content.automaton.gap(cursor, name).map(Rc::new))
            .clone()
    }

    /// What is missing before a wildcard that admits a stranger.
    pub(super) fn gap_before_wildcard(
        &mut self,
        content: &ElementContent,
        cursor: Cursor,
        namespace: NamespaceId,
        wildcards: &[Wildcard],
    ) -> Option<Rc<Gap>> {
        if self.gaps_before_wildcards.len() >= MOST_ANSWERS {
            self.gaps_before_wildcards.clear();
        }
        let known = self
            .gaps_before_wildcards
            .entry((Model::of(content), cursor, namespace));
        known
            .or_insert_with(|| {
                let gap = content.automaton.gap_before_wildcard(cursor, namespace, wildcards);
                gap.map(Rc::new)
            })
            .clone()
    }

    /// What is missing at the end tag.
    pub(super) fn missing_at_end(&mut self, content: &ElementContent, cursor: Cursor) -> Rc<[Missing]> {
        if self.missing.len() >= MOST_ANSWERS {
            self.missing.clear();
        }
        let known = self.missing.entry((Model::of(content), cursor));
        known
            .or_insert_with(|| content.automaton.missing_at_end(cursor).into())
            .clone()
    }
}

/// How often a leaf may be matched in a row.
fn repetitions(automaton: &Automaton, leaf: u32) -> u32 {
    let repeated = automaton
        .transitions
        .iter()
        .find(|transition| transition.leaf == leaf && transition.repeats);
    match repeated.and_then(|transition| automaton.states.get(transition.target as usize)) {
        Some(state) => state.counter.and_then(|counter| counter.max).unwrap_or(u32::MAX),
        None => 1,
    }
}
