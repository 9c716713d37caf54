//! Whether two XML documents say the same: elements, attributes and text, without what carries no meaning.
//!
//! Set aside are comments, processing instructions, prefixes, `xsi:schemaLocation`, attributes that the schema supplies
//! ([`DeclaredValues`]) and `xsi:type` where it names the declared type. Texts that differ in white space or in the
//! notation of the same value (`1` and `true`) are reported as [`Weight::Notation`], everything else as [`Weight::Loss`].

mod declared;
mod element;
mod value;

pub use declared::{DeclaredValues, DeclaredValuesError};
pub use element::ExpandedName;
pub use value::Equality;

use element::{Attributes, Content};
use roxmltree::{Document, Node, ParsingOptions};
use std::fmt;

/// Namespace of `xsi:type`, `xsi:nil` and `xsi:schemaLocation`.
const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// How much a difference weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// The same value, written in another way.
    Notation,
    /// Something is missing, added or changed.
    Loss,
}

/// One place where two documents differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Where: `/root[1]/child[2]/@attribute`, local names with the position among all sibling elements.
    pub path: String,
    /// How much it weighs.
    pub weight: Weight,
    /// What stands in the first document.
    pub left: String,
    /// What stands in the second document.
    pub right: String,
}

impl fmt::Display for Difference {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, left, right, .. } = self;
        write!(formatter, "{path}: {left} | {right}")
    }
}

/// Which of the two documents could not be parsed.
#[derive(Debug, thiserror::Error)]
pub enum InfosetError {
    /// The first document is not well-formed.
    #[error("the first document is not well-formed: {0}")]
    Left(#[source] roxmltree::Error),
    /// The second document is not well-formed.
    #[error("the second document is not well-formed: {0}")]
    Right(#[source] roxmltree::Error),
}

/// All differences between two documents, in document order. Of two child lists that do not match only the first
/// mismatch is reported, because what follows it has the same cause.
pub fn differences(left: &str, right: &str, declared: &DeclaredValues) -> Result<Vec<Difference>, InfosetError> {
    let left = Document::parse_with_options(left, options()).map_err(InfosetError::Left)?;
    let right = Document::parse_with_options(right, options()).map_err(InfosetError::Right)?;
    let mut comparison = Comparison {
        declared,
        differences: Vec::new(),
    };
    let (left, right) = (left.root_element(), right.root_element());
    let root = format!("/{}[1]", left.tag_name().name());
    comparison.names(&root, left, right);
    let mut open = vec![(left, right, root)];
    while let Some((left, right, path)) = open.pop() {
        comparison.attributes(&path, left, right);
        let children = comparison.content(&path, left, right);
        open.extend(children.into_iter().rev());
    }
    Ok(comparison.differences)
}

fn options<'a>() -> ParsingOptions<'a> {
    ParsingOptions {
        allow_dtd: true,
        ..ParsingOptions::default()
    }
}

/// A pair of elements still to be compared, with its path.
type OpenPair<'a, 'b> = (Node<'a, 'a>, Node<'b, 'b>, String);

struct Comparison<'d> {
    declared: &'d DeclaredValues,
    differences: Vec<Difference>,
}

impl Comparison<'_> {
    fn report(&mut self, weight: Weight, path: &str, left: impl Into<String>, right: impl Into<String>) {
        self.differences.push(Difference {
            path: path.to_owned(),
            weight,
            left: left.into(),
            right: right.into(),
        });
    }

    /// Compares two texts and reports how they differ.
    fn texts(&mut self, path: &str, left: &str, right: &str) {
        match Equality::of(left, right) {
            Equality::Same => {}
            Equality::Notation => self.report(Weight::Notation, path, left, right),
            Equality::Different => self.report(Weight::Loss, path, left, right),
        }
    }

    /// Whether two elements have one name.
    fn names(&mut self, path: &str, left: Node<'_, '_>, right: Node<'_, '_>) -> bool {
        let (left, right) = (ExpandedName::of(left), ExpandedName::of(right));
        let same = left == right;
        if !same {
            self.report(Weight::Loss, path, left.to_string(), right.to_string());
        }
        same
    }

    fn attributes(&mut self, path: &str, left: Node<'_, '_>, right: Node<'_, '_>) {
        let element = ExpandedName::of(left);
        let (left, right) = (Attributes::of(left), Attributes::of(right));
        for (name, value) in &left.0 {
            let path = format!("{path}/@{name}");
            match right.0.get(name) {
                Some(other) => self.texts(&path, value, other),
                None if self.declared.supplies(&element, name, value) => {}
                None => self.report(Weight::Loss, &path, value.as_str(), "(absent)"),
            }
        }
        for (name, value) in &right.0 {
            if !left.0.contains_key(name) && !self.declared.supplies(&element, name, value) {
                self.report(Weight::Loss, &format!("{path}/@{name}"), "(absent)", value.as_str());
            }
        }
    }

    /// Compares text and the names of the children; gives the children whose inside is still to be compared.
    fn content<'a, 'b>(&mut self, path: &str, left: Node<'a, 'a>, right: Node<'b, 'b>) -> Vec<OpenPair<'a, 'b>> {
        let (left, right) = (Content::of(left), Content::of(right));
        let pairs = left.children.iter().zip(&right.children).enumerate();
        let mut open = Vec::with_capacity(left.children.len());
        for (index, (&left, &right)) in pairs {
            let path = format!("{path}/{}[{}]", left.tag_name().name(), index + 1);
            if !self.names(&path, left, right) {
                return open;
            }
            open.push((left, right, path));
        }
        if left.children.len() != right.children.len() {
            let count = |content: &Content<'_>| format!("{} child elements", content.children.len());
            self.report(Weight::Loss, path, count(&left), count(&right));
        } else if left.is_mixed() || right.is_mixed() || left.children.is_empty() {
            for (left, right) in left.texts.iter().zip(&right.texts) {
                self.texts(path, left, right);
            }
        }
        open
    }
}

#[cfg(test)]
mod tests;
