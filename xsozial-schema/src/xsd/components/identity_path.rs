//! The restricted XPath of identity constraints (XML Schema part 1, section 3.11.6).
//!
//! ```text
//! Path     ::= ('.//')? Step ('/' Step)*       alternatives are separated by '|'
//! Step     ::= '.' | ('child' '::')? NameTest | ('@' | 'attribute' '::') NameTest
//! NameTest ::= QName | '*' | NCName ':' '*'
//! ```
//!
//! Attributes are the business of fields alone, in the last step. White space may stand between tokens.

use crate::{
    names::{Names, NamespaceId},
    schema::{IdentityPath, IdentityStep},
    value::is_nc_name,
};

/// So many alternatives may stand beside one another.
const MOST_ALTERNATIVES: usize = 1_000;

/// What a path is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// It finds the elements that the constraint is about.
    Selector,
    /// It finds a part of an element's key.
    Field,
}

/// Why a text is no such path.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum PathError {
    #[error("the XPath is not of the kind that identity constraints may have (wrong at character {character})")]
    Malformed { character: usize },
    #[error("the prefix {0} is not bound")]
    Prefix(String),
    #[error("the XPath of a selector finds elements, not attributes")]
    AttributeInSelector,
    #[error("an attribute is the last step of an XPath")]
    AttributeNotLast,
    #[error("the XPath has more than {MOST_ALTERNATIVES} alternatives")]
    TooMany,
}

/// The alternatives of a selector or field. `uri_of` tells the namespace of a prefix; a name without prefix is in none.
pub(super) fn parse<'u>(
    text: &str,
    role: Role,
    names: &mut Names,
    uri_of: &dyn Fn(&str) -> Option<&'u str>,
) -> Result<Vec<IdentityPath>, PathError> {
    let mut parser = Parser {
        text,
        rest: text,
        role,
        names,
        uri_of,
    };
    let mut paths = Vec::new();
    loop {
        let path = parser.path()?;
        // An alternative that stands twice finds the same nodes.
        if !paths.contains(&path) {
            paths.push(path);
        }
        if paths.len() > MOST_ALTERNATIVES {
            return Err(PathError::TooMany);
        }
        if !parser.take("|") {
            break;
        }
    }
    if parser.rest.is_empty() {
        Ok(paths)
    } else {
        Err(parser.malformed())
    }
}

struct Parser<'t, 'n, 'u> {
    text: &'t str,
    rest: &'t str,
    role: Role,
    names: &'n mut Names,
    uri_of: &'n dyn Fn(&str) -> Option<&'u str>,
}

impl<'t> Parser<'t, '_, '_> {
    fn malformed(&self) -> PathError {
        let read = self.text.len() - self.rest.len();
        PathError::Malformed {
            character: 1 + self.text.get(..read).map_or(0, |read| read.chars().count()),
        }
    }

    /// Takes a token and the white space around it.
    fn take(&mut self, token: &str) -> bool {
        self.rest = self.rest.trim_start();
        match self.rest.strip_prefix(token) {
            Some(rest) => {
                self.rest = rest.trim_start();
                true
            }
            None => false,
        }
    }

    fn path(&mut self) -> Result<IdentityPath, PathError> {
        let mut path = IdentityPath {
            descendant: self.descendant(),
            steps: Vec::new(),
        };
        loop {
            let step = self.step()?;
            path.steps.extend(step);
            if !self.take("/") {
                return Ok(path);
            }
            if step.is_some_and(is_attribute) {
                return Err(PathError::AttributeNotLast);
            }
        }
    }

    /// Takes `.//` at the beginning of a path.
    fn descendant(&mut self) -> bool {
        let before = self.rest;
        let is_descendant = self.take(".") && self.take("//");
        if !is_descendant {
            self.rest = before;
        }
        is_descendant
    }

    /// One step; `None` for the element itself.
    fn step(&mut self) -> Result<Option<IdentityStep>, PathError> {
        if self.take(".") {
            return Ok(None);
        }
        let is_attribute = self.take("@") || self.axis("attribute");
        if is_attribute && self.role == Role::Selector {
            return Err(PathError::AttributeInSelector);
        }
        if !is_attribute {
            self.axis("child");
        }
        self.name_test(is_attribute).map(Some)
    }

    /// Takes an axis. A word that no `::` follows is the name of an element.
    fn axis(&mut self, axis: &str) -> bool {
        let before = self.rest;
        let is_axis = self.word() == axis && self.take("::");
        if !is_axis {
            self.rest = before;
        }
        is_axis
    }

    fn name_test(&mut self, is_attribute: bool) -> Result<IdentityStep, PathError> {
        if self.take("*") {
            return Ok(if is_attribute {
                IdentityStep::AnyAttribute
            } else {
                IdentityStep::AnyChild
            });
        }
        let first = self.name()?;
        if self.rest.trim_start().starts_with("::") {
            return Err(self.malformed());
        }
        // No white space stands inside a name.
        let Some(rest) = self.rest.strip_prefix(':') else {
            return Ok(self.named(NamespaceId::NONE, first, is_attribute));
        };
        let uri = (self.uri_of)(first).ok_or_else(|| PathError::Prefix(first.to_owned()))?;
        let namespace = self.names.intern_namespace(uri);
        self.rest = rest;
        if let Some(rest) = self.rest.strip_prefix('*') {
            self.rest = rest;
            return Ok(if is_attribute {
                IdentityStep::AnyAttributeOf(namespace)
            } else {
                IdentityStep::AnyChildOf(namespace)
            });
        }
        let local = self.name()?;
        Ok(self.named(namespace, local, is_attribute))
    }

    fn named(&mut self, namespace: NamespaceId, local: &str, is_attribute: bool) -> IdentityStep {
        let name = self.names.intern(namespace, local);
        if is_attribute {
            IdentityStep::Attribute(name)
        } else {
            IdentityStep::Child(name)
        }
    }

    fn name(&mut self) -> Result<&'t str, PathError> {
        let before = self.rest;
        let word = self.word();
        if is_nc_name(word) {
            return Ok(word);
        }
        self.rest = before;
        Err(self.malformed())
    }

    /// Takes all characters up to the next one that no name has.
    fn word(&mut self) -> &'t str {
        let is_end = |it: char| it.is_ascii_whitespace() || matches!(it, ':' | '/' | '|' | '@' | '*');
        let end = self.rest.find(is_end).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        word
    }
}

const fn is_attribute(step: IdentityStep) -> bool {
    matches!(
        step,
        IdentityStep::Attribute(_) | IdentityStep::AnyAttributeOf(_) | IdentityStep::AnyAttribute
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str, role: Role) -> Result<String, PathError> {
        let mut names = Names::new();
        let uri_of = |prefix: &str| (prefix == "p").then_some("urn:p");
        let paths = parse(text, role, &mut names, &uri_of)?;
        Ok(paths
            .iter()
            .map(|path| describe(path, &names))
            .collect::<Vec<_>>()
            .join(" | "))
    }

    fn describe(path: &IdentityPath, names: &Names) -> String {
        let steps: Vec<String> = path
            .steps
            .iter()
            .map(|step| match *step {
                IdentityStep::Child(name) => names.expanded(name),
                IdentityStep::AnyChildOf(namespace) => format!("{}:*", names.uri(namespace)),
                IdentityStep::AnyChild => "*".to_owned(),
                IdentityStep::Attribute(name) => format!("@{}", names.expanded(name)),
                IdentityStep::AnyAttributeOf(namespace) => format!("@{}:*", names.uri(namespace)),
                IdentityStep::AnyAttribute => "@*".to_owned(),
            })
            .collect();
        format!("{}[{}]", if path.descendant { ".//" } else { "" }, steps.join(" "))
    }

    #[test]
    fn paths_of_all_kinds_are_read() {
        for (text, expected) in [
            ("a", "[a]"),
            (".", "[]"),
            (".//p:a/b", ".//[Q{urn:p}a b]"),
            (" . // p:* / * ", ".//[urn:p:* *]"),
            ("./a/./b", "[a b]"),
            (".//.", ".//[]"),
            ("a|.//b | p:c", "[a] | .//[b] | [Q{urn:p}c]"),
            ("child::a/child :: p:b", "[a Q{urn:p}b]"),
            ("child", "[child]"),
            ("attribute/child", "[attribute child]"),
            ("straße-1/a.b", "[straße-1 a.b]"),
        ] {
            assert_eq!(read(text, Role::Selector).unwrap(), expected, "{text}");
            assert_eq!(read(text, Role::Field).unwrap(), expected, "{text}");
        }
    }

    #[test]
    fn alternatives_count_once_and_are_bounded() {
        assert_eq!(read("a|./a | child::a", Role::Selector).unwrap(), "[a]");
        let many: Vec<String> = (0..2_000).map(|number| format!("a{number}")).collect();
        assert_eq!(read(&many.join("|"), Role::Selector), Err(PathError::TooMany));
    }

    #[test]
    fn fields_end_in_attributes() {
        for (text, expected) in [
            ("@a", "[@a]"),
            ("@ p:a", "[@Q{urn:p}a]"),
            (".//@*", ".//[@*]"),
            ("a/@p:*", "[a @urn:p:*]"),
            ("a/attribute::b|@c", "[a @b] | [@c]"),
        ] {
            assert_eq!(read(text, Role::Field).unwrap(), expected, "{text}");
            assert_eq!(
                read(text, Role::Selector),
                Err(PathError::AttributeInSelector),
                "{text}"
            );
        }
        assert_eq!(read("@a/b", Role::Field), Err(PathError::AttributeNotLast));
    }

    #[test]
    fn other_expressions_are_refused_where_they_go_wrong() {
        for (text, character) in [
            ("", 1),
            (" ", 2),
            ("/a", 1),
            ("//a", 1),
            ("a//b", 3),
            ("a/.//b", 5),
            ("a/", 3),
            ("a|", 3),
            ("|a", 1),
            ("..", 2),
            ("a[1]", 1),
            ("a b", 3),
            ("p :a", 3),
            ("p: a", 3),
            ("parent::a", 7),
            ("id('x')", 1),
            ("1a", 1),
            ("ä/$b", 3),
            ("a.//b", 4),
        ] {
            assert_eq!(
                read(text, Role::Field),
                Err(PathError::Malformed { character }),
                "{text}"
            );
        }
        assert_eq!(read("q:a", Role::Field), Err(PathError::Prefix("q".to_owned())));
    }

    proptest! {
        #[test]
        fn any_text_is_survived(text in "[a-cp:./|@* äé\\[\\]]{0,30}") {
            let _ = read(&text, Role::Field);
            let _ = read(&text, Role::Selector);
        }
    }
}
