//! From valid documents to one document for each rule.

use super::{
    Mutant, MutateError, Outcome, Reason,
    attempt::{Attempt, Place},
    breach,
    document::{Document, NodeId},
    edit::apply,
    reach::Reach,
    rule::{Kind, Rule},
    rules::Target,
    values::Values,
};
use crate::Validator;
use xsozial_model::xml::DecodedDocument;

/// Places of one rule that are remembered.
const PLACES: usize = 120;
/// Of these, in one document.
const PLACES_EACH: usize = 6;
/// Documents that are tried for one rule.
const TRIES: usize = 60;

/// Makes documents that break rules of a schema: see the [module](super).
pub struct Mutator<'v> {
    validator: &'v Validator,
    reach: Reach,
    documents: Vec<Document>,
}

/// A place where a rule can be broken.
#[derive(Clone, Copy)]
struct Spot {
    document: usize,
    node: NodeId,
    target: Target,
}

impl<'v> Mutator<'v> {
    /// A mutator for the rules of this validator's schema.
    pub fn new(validator: &'v Validator) -> Self {
        Self {
            reach: Reach::of(validator.schema()),
            validator,
            documents: Vec::new(),
        }
    }

    /// Adds a valid document to make mutants from. `name` is told with each of them.
    pub fn add(&mut self, name: &str, document: &[u8]) -> Result<(), MutateError> {
        let text = std::str::from_utf8(document).map_err(|_| MutateError::NotUtf8)?;
        if let Some(finding) = self.validator.first_finding(document) {
            return Err(MutateError::NotValid(finding.code()));
        }
        let document = Document::read(self.validator.schema(), name, text.to_owned())?;
        self.documents.push(document);
        Ok(())
    }

    /// The rules that are in force somewhere in the documents of the schema, whatever documents were added.
    pub fn rules(&self) -> &[Rule] {
        self.reach.rules()
    }

    /// What becomes of each rule, in the order of the schema's documents and lines. The same documents give the same
    /// mutants.
    pub fn outcomes(&self) -> impl Iterator<Item = (Rule, Outcome)> {
        let mut values = Values::default();
        let rules = self.rules().iter().zip(self.spots());
        rules.map(move |(&rule, spots)| (rule, self.outcome(rule, &spots, &mut values)))
    }

    /// Where each rule can be broken, in small documents first.
    fn spots(&self) -> Vec<Vec<Spot>> {
        let mut order: Vec<usize> = (0..self.documents.len()).collect();
        order.sort_by_key(|&document| self.documents[document].text.len());
        let mut spots: Vec<Vec<Spot>> = vec![Vec::new(); self.rules().len()];
        for document in order {
            for (node, known) in self.documents[document].nodes.iter().enumerate() {
                let Some((element, type_ref)) = known.declared else {
                    continue;
                };
                for &(rule, target) in self.reach.about(element, type_ref) {
                    let spot = Spot { document, node, target };
                    if is_wanted(&spots[rule], spot) && self.is_there(spot, self.rules()[rule].kind) {
                        spots[rule].push(spot);
                    }
                }
            }
        }
        spots
    }

    /// Whether the part that can break the rule is in the document.
    fn is_there(&self, spot: Spot, kind: Kind) -> bool {
        let Target::Leaf(leaf) = spot.target else { return true };
        let nodes = &self.documents[spot.document].nodes;
        let children = &nodes[spot.node].children;
        let matches = |child: &NodeId| nodes[*child].leaf == Some(leaf);
        match kind {
            // Only neighbours that match another leaf can change places.
            Kind::ElementOrder => children.windows(2).any(|pair| matches(&pair[0]) != matches(&pair[1])),
            _ => children.iter().any(matches),
        }
    }

    fn outcome(&self, rule: Rule, spots: &[Spot], values: &mut Values) -> Outcome {
        let mut tried = 0;
        for spot in spots {
            let place = Place {
                schema: self.validator.schema(),
                document: &self.documents[spot.document],
                id: spot.node,
            };
            for attempt in breach::attempts(place, rule, spot.target, values) {
                if tried == TRIES {
                    return Outcome::NotBroken(Reason::NotAlone { tried });
                }
                tried += 1;
                if let Some(mutant) = self.mutant(place.document, rule.kind, &attempt) {
                    return Outcome::Broken(mutant);
                }
            }
        }
        let is_about_value = spots
            .iter()
            .any(|spot| matches!(spot.target, Target::Value(_) | Target::AttributeValue(..)));
        match tried {
            0 if is_about_value && !matches!(rule.kind, Kind::IdDuplicate | Kind::IdReference) => Outcome::Implied,
            0 => Outcome::NotBroken(Reason::NoPlace),
            _ => Outcome::NotBroken(Reason::NotAlone { tried }),
        }
    }

    /// The mutant of an attempt, if the engine finds just what is expected.
    fn mutant(&self, document: &Document, kind: Kind, attempt: &Attempt) -> Option<Mutant> {
        let text = apply(&document.text, &attempt.edits);
        let decoded = DecodedDocument::new(text.as_bytes());
        let mut findings = self.validator.findings(&decoded);
        let finding = findings.next()?;
        let is_expected = kind.codes().contains(&finding.code())
            && attempt
                .expected
                .iter()
                .any(|(code, path)| *code == finding.code() && path == finding.path());
        if !is_expected || findings.next().is_some() {
            return None;
        }
        drop(findings);
        Some(Mutant {
            code: finding.code(),
            path: finding.path().to_owned(),
            from: document.name.clone(),
            is_alone: attempt.is_alone,
            document: text.into_bytes(),
        })
    }
}

/// Whether a further place is worth remembering.
fn is_wanted(spots: &[Spot], spot: Spot) -> bool {
    let here = spots.iter().rev().take_while(|known| known.document == spot.document);
    spots.len() < PLACES && here.count() < PLACES_EACH
}
