//! What became of a rule.

use super::rule::Rule;
use std::fmt;
use xsozial_schema::Code;

/// A document that breaks one rule. Its `Debug` output shows no content.
#[derive(Clone, PartialEq, Eq)]
pub struct Mutant {
    /// The document, in UTF-8.
    pub document: Vec<u8>,
    /// The name of the document that it was made from.
    pub from: String,
    /// The code of the one finding that it must give.
    pub code: Code,
    /// The path of that finding.
    pub path: String,
    /// Whether no other rule about the same value is broken with it. A value that is too long for its type mostly does
    /// not match the type's pattern either.
    pub is_alone: bool,
}

impl fmt::Debug for Mutant {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Mutant")
            .field("bytes", &self.document.len())
            .field("code", &self.code)
            .field("path", &self.path)
            .finish_non_exhaustive()
    }
}

/// What became of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A document breaks it, and the engine finds just that.
    Broken(Mutant),
    /// No value was found that breaks it before another rule of its type: the others imply it.
    Implied,
    /// No document breaks it.
    NotBroken(Reason),
}

/// Why no document breaks a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Reason {
    /// None of the source documents holds a place where it is in force and can be broken.
    NoPlace,
    /// All that was tried broke other rules too, or gave another finding than expected.
    NotAlone {
        /// How many documents were tried.
        tried: usize,
    },
}

impl fmt::Display for Reason {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoPlace => formatter.write_str("no document holds a place where it can be broken"),
            Self::NotAlone { tried } => write!(formatter, "each of {tried} changes broke another rule too"),
        }
    }
}

/// How many rules came to which end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Rules for which there is a document.
    pub covered: usize,
    /// Of these, rules about values that are not broken alone.
    pub not_alone: usize,
    /// Rules that others imply.
    pub implied: usize,
    /// Rules for which there is no document, with reasons.
    pub uncovered: Vec<(Rule, Reason)>,
}

impl Coverage {
    /// Counts the outcome of one rule.
    pub fn add(&mut self, rule: Rule, outcome: &Outcome) {
        match outcome {
            Outcome::Broken(mutant) => {
                self.covered += 1;
                self.not_alone += usize::from(!mutant.is_alone);
            }
            Outcome::Implied => self.implied += 1,
            Outcome::NotBroken(reason) => self.uncovered.push((rule, *reason)),
        }
    }

    /// All rules that were counted.
    pub fn total(&self) -> usize {
        self.covered + self.implied + self.uncovered.len()
    }

    /// The share of covered rules among all, implied ones counted as not covered; 1 where there is no rule.
    pub fn share(&self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "a share needs no 53 bits")]
        match self.total() {
            0 => 1.0,
            total => self.covered as f64 / total as f64,
        }
    }
}

impl fmt::Display for Coverage {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{} of {} rules ({:.1} %)",
            self.covered,
            self.total(),
            self.share() * 100.0
        )?;
        if self.not_alone > 0 {
            write!(
                formatter,
                ", {} of them together with another rule of the same value",
                self.not_alone
            )?;
        }
        if self.implied > 0 {
            write!(formatter, "; {} are implied by others", self.implied)?;
        }
        if !self.uncovered.is_empty() {
            write!(formatter, "; {} are not covered", self.uncovered.len())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_output_holds_no_content() {
        let mutant = Mutant {
            document: b"<a>geheim</a>".to_vec(),
            from: "geheim.xml".to_owned(),
            code: Code::Lexical,
            path: "/a[1]".to_owned(),
            is_alone: true,
        };
        assert!(!format!("{:?}", Outcome::Broken(mutant)).contains("geheim"));
    }

    #[test]
    fn implied_rules_are_not_covered() {
        let coverage = Coverage {
            covered: 3,
            implied: 1,
            ..Coverage::default()
        };
        assert!((coverage.share() - 0.75).abs() < f64::EPSILON);
        assert!((Coverage::default().share() - 1.0).abs() < f64::EPSILON);
    }
}
