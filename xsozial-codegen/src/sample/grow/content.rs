//! Content models: how often, which branch, in which order.

use super::Growth;
use crate::sample::{SampleError, Size, lists::ListedCode, tree::NodeId, weight::Weight};
use xsozial_schema::{
    check::IdKind,
    schema::{ElementContent, ElementId, LeafTerm, Particle, Term, TypeRef},
};

/// Most occurrences that a document adds beyond the mandatory ones to show all branches of a choice.
const MOST_BRANCHES: u32 = 40;

impl Growth<'_, '_> {
    pub(super) fn particle(
        &mut self,
        node: NodeId,
        content: &ElementContent,
        particle: &Particle,
        size: Size,
        code: Option<&ListedCode>,
    ) -> Result<(), SampleError> {
        let count = self.count(content, particle, size);
        // Where a choice begins is the seed's business; its occurrences take the branches in turn.
        let start = match size {
            Size::Full => self.seed,
            Size::Minimal | Size::Random => 0,
        };
        for occurrence in 0..count as usize {
            match &particle.term {
                Term::Leaf(leaf) => self.leaf(node, content, *leaf, size, code)?,
                Term::Sequence(parts) => {
                    for part in parts {
                        let part = in_turn(part, start + occurrence, size);
                        self.part(node, content, part, size, code)?;
                    }
                }
                Term::All(parts) => {
                    let mut parts: Vec<&Particle> = parts.iter().collect();
                    if size == Size::Random {
                        self.random.shuffle(&mut parts);
                    }
                    for part in parts {
                        self.particle(node, content, part, size, code)?;
                    }
                }
                Term::Choice(branches) => {
                    let branch = self.branch(content, branches, start + occurrence, size);
                    if let Some(branch) = branch {
                        self.particle(node, content, branch, size, code)?;
                    }
                }
            }
        }
        Ok(())
    }

    /// A part of a sequence. Of a choice that stands once, the branch is told by the occurrence of the sequence.
    fn part(
        &mut self,
        node: NodeId,
        content: &ElementContent,
        (part, turn): (&Particle, Option<usize>),
        size: Size,
        code: Option<&ListedCode>,
    ) -> Result<(), SampleError> {
        match (&part.term, turn) {
            (Term::Choice(branches), Some(turn)) => match self.branch(content, branches, turn, size) {
                Some(branch) => self.particle(node, content, branch, size, code),
                None => Ok(()),
            },
            _ => self.particle(node, content, part, size, code),
        }
    }

    /// How often the particle stands.
    fn count(&mut self, content: &ElementContent, particle: &Particle, size: Size) -> u32 {
        let weight = self.weigh_term(content, &particle.term);
        let most = particle.occurrence.max.unwrap_or(u32::MAX);
        // Occurrences that may be empty need not be counted out.
        let least = if weight == Weight::NONE {
            0
        } else {
            particle.occurrence.min
        };
        if !weight.is_finite() || (self.policy.no_references && least == 0 && self.refers(content, &particle.term)) {
            return least;
        }
        if self.is_field(content, &particle.term) {
            return least.max(1);
        }
        match size {
            Size::Minimal if self.policy.all_ids && self.holds_id(content, &particle.term) => least.max(1),
            Size::Minimal => least,
            Size::Full => least.max(branches(&particle.term).min(MOST_BRANCHES)).clamp(1, most),
            Size::Random if least == 0 && !self.takes_optional(size) => 0,
            Size::Random => {
                let more = u32::try_from(self.random.below(3)).unwrap_or(0);
                least.max(1).saturating_add(more).min(most)
            }
        }
    }

    fn branch<'p>(
        &mut self,
        content: &ElementContent,
        branches: &'p [Particle],
        turn: usize,
        size: Size,
    ) -> Option<&'p Particle> {
        let weigh = |branch: &Particle| {
            let ground = self.ground;
            ground.weights.particle(ground.schema, ground.variants, content, branch)
        };
        let possible: Vec<&Particle> = branches.iter().filter(|branch| weigh(branch).is_finite()).collect();
        match size {
            Size::Minimal => possible.into_iter().min_by_key(|branch| weigh(branch)),
            Size::Full => possible.get(turn % possible.len().max(1)).copied(),
            Size::Random => self.random.pick(&possible).copied(),
        }
    }

    fn leaf(
        &mut self,
        node: NodeId,
        content: &ElementContent,
        leaf: u32,
        size: Size,
        code: Option<&ListedCode>,
    ) -> Result<(), SampleError> {
        match content.leaves.get(leaf as usize).map(|leaf| leaf.term) {
            Some(LeafTerm::Element(id)) => self.element_or_member(id, node, size, code),
            Some(LeafTerm::Wildcard(id)) => self.admitted_element(id, node, size),
            None => Ok(()),
        }
    }

    fn weigh_term(&self, content: &ElementContent, term: &Term) -> Weight {
        let ground = self.ground;
        ground.weights.term(ground.schema, ground.variants, content, term)
    }

    /// Whether the term is an element that is a field of a key: it stands exactly once where it can.
    fn is_field(&self, content: &ElementContent, term: &Term) -> bool {
        leaf_element(content, term).is_some_and(|id| {
            let name = self.ground.schema.element(id).name;
            self.ground.field_names.elements.contains(&name)
        })
    }

    fn holds_id(&self, content: &ElementContent, term: &Term) -> bool {
        self.leaf_kind(content, term) == Some(IdKind::Id)
    }

    /// Whether the term is an element that refers to an ID or a key.
    fn refers(&self, content: &ElementContent, term: &Term) -> bool {
        let refers_to_key = leaf_element(content, term).is_some_and(|id| {
            let name = self.ground.schema.element(id).name;
            self.ground.field_names.refers_by_element(name)
        });
        refers_to_key || self.leaf_kind(content, term) == Some(IdKind::Reference)
    }

    fn leaf_kind(&self, content: &ElementContent, term: &Term) -> Option<IdKind> {
        let id = leaf_element(content, term)?;
        match self.ground.schema.element(id).type_ref {
            TypeRef::Simple(simple) => Some(self.ground.schema.id_kind(simple)),
            TypeRef::Complex(_) => None,
        }
    }
}

fn leaf_element(content: &ElementContent, term: &Term) -> Option<ElementId> {
    let Term::Leaf(leaf) = term else { return None };
    match content.leaves.get(*leaf as usize)?.term {
        LeafTerm::Element(id) => Some(id),
        LeafTerm::Wildcard(_) => None,
    }
}

/// How many occurrences show all branches of a choice, or of the choices in a sequence.
fn branches(term: &Term) -> u32 {
    let count = |branches: &[Particle]| u32::try_from(branches.len()).unwrap_or(MOST_BRANCHES);
    match term {
        Term::Choice(branches) => count(branches),
        Term::Sequence(parts) => {
            let choices = parts.iter().map(|part| match &part.term {
                Term::Choice(branches) if part.occurrence.is_once() => count(branches),
                _ => 1,
            });
            choices.max().unwrap_or(1)
        }
        Term::Leaf(_) | Term::All(_) => 1,
    }
}

/// A part of a sequence, with the turn of its choice in a full document.
fn in_turn(part: &Particle, turn: usize, size: Size) -> (&Particle, Option<usize>) {
    let is_choice = matches!(part.term, Term::Choice(_)) && part.occurrence.is_once();
    (part, (is_choice && size == Size::Full).then_some(turn))
}
