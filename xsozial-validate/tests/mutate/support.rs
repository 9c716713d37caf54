//! Schemas and mutants in short.

use std::fmt::Write;
use xsozial_schema::{Schema, xsd::Sources};
use xsozial_validate::{
    Validator,
    mutate::{Coverage, Mutator, Outcome},
};

/// The mutants of a schema, and what they cover.
pub(crate) struct Mutants {
    /// `kind subject: code path`, without namespaces, in the order of the schema.
    pub(crate) told: Vec<String>,
    /// The documents, in the same order.
    pub(crate) documents: Vec<String>,
    pub(crate) coverage: Coverage,
    /// `kind subject`
    pub(crate) uncovered: Vec<String>,
}

impl Mutants {
    /// The document that breaks the rule told so up to its colon.
    pub(crate) fn document(&self, rule: &str) -> &str {
        let start = format!("{rule}:");
        let place = self.told.iter().position(|told| told.starts_with(&start));
        &self.documents[place.unwrap_or_else(|| panic!("no {rule} in {:?}", self.told))]
    }
}

/// A validator for a schema with this body, in the namespace `urn:t` with the prefix `t`; local elements are unqualified.
pub(crate) fn validator(body: &str) -> Validator {
    let schema = format!(
        "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns:t='urn:t' targetNamespace='urn:t'>{body}</xs:schema>"
    );
    match Schema::compile(Sources::new().bytes("t.xsd", schema.into_bytes())) {
        Ok(schema) => Validator::new(schema),
        Err(error) => panic!("{error}"),
    }
}

/// A document with the root `t:r` and this content.
pub(crate) fn root(content: &str) -> String {
    format!("<t:r xmlns:t='urn:t' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'>{content}</t:r>")
}

/// The mutants of these documents.
pub(crate) fn mutants(body: &str, documents: &[String]) -> Mutants {
    let validator = validator(body);
    let mut mutator = Mutator::new(&validator);
    for document in documents {
        mutator.add("quelle.xml", document.as_bytes()).unwrap();
    }
    let mut mutants = Mutants {
        told: Vec::new(),
        documents: Vec::new(),
        coverage: Coverage::default(),
        uncovered: Vec::new(),
    };
    for (rule, outcome) in mutator.outcomes() {
        mutants.coverage.add(rule, &outcome);
        let mut told = format!("{} {}", rule.kind.as_str(), rule.subject_name(validator.schema()));
        match outcome {
            Outcome::Broken(mutant) => {
                let report = validator.report(&mutant.document);
                assert_eq!(report.findings.len(), 1, "{told}");
                assert_eq!(report.findings[0].code(), mutant.code);
                write!(told, ": {} {}", mutant.code, mutant.path.replace("Q{urn:t}", "")).unwrap();
                mutants.told.push(told);
                mutants.documents.push(String::from_utf8(mutant.document).unwrap());
            }
            Outcome::Implied | Outcome::NotBroken(_) => mutants.uncovered.push(told),
        }
    }
    mutants
}

/// The mutants told of these kinds.
pub(crate) fn told_of<'m>(mutants: &'m Mutants, kinds: &[&str]) -> Vec<&'m str> {
    let is_asked = |told: &&str| kinds.contains(&told.split(' ').next().unwrap_or_default());
    mutants.told.iter().map(String::as_str).filter(is_asked).collect()
}
