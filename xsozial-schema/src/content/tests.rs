mod properties;

use super::{
    Automaton, BuildError, NO_RESTART,
    build::{automaton, build},
    determine::Labels,
};
use crate::{
    Code, NameId, NamespaceId,
    names::Names,
    schema::{
        DerivationSet, Element, ElementId, Leaf, LeafTerm, NamespaceConstraint, Occurrence, Particle, ProcessContents,
        SourceLocation, Term, TypeRef, Wildcard, WildcardId,
    },
    value::Builtin,
};

/// A content model in a small notation: `a b? (c|d)* e{2,3}`; `,` is left out, `.` is a wildcard for namespace `urn:w`.
struct Model {
    names: Names,
    elements: Vec<Element>,
    wildcards: Vec<Wildcard>,
    leaves: Vec<Leaf>,
    text: Vec<char>,
    place: usize,
}

impl Model {
    fn parse(text: &str) -> (Self, Particle) {
        let mut model = Self {
            names: Names::new(),
            elements: Vec::new(),
            wildcards: Vec::new(),
            leaves: Vec::new(),
            text: text.chars().filter(|character| !character.is_whitespace()).collect(),
            place: 0,
        };
        let particle = model.group();
        (model, particle)
    }

    fn peek(&self) -> Option<char> {
        self.text.get(self.place).copied()
    }

    fn group(&mut self) -> Particle {
        let mut children = vec![self.item()];
        let is_choice = self.peek() == Some('|');
        while let Some(next) = self.peek().filter(|&next| next != ')') {
            if next == '|' {
                self.place += 1;
            }
            children.push(self.item());
        }
        let term = if is_choice {
            Term::Choice(children)
        } else {
            Term::Sequence(children)
        };
        Particle {
            occurrence: Occurrence::ONCE,
            term,
        }
    }

    fn item(&mut self) -> Particle {
        let next = self.peek().unwrap();
        self.place += 1;
        let mut particle = match next {
            '(' => {
                let inner = self.group();
                self.place += 1;
                inner
            }
            '.' => self.leaf(None),
            name => self.leaf(Some(name)),
        };
        particle.occurrence = self.occurrence();
        particle
    }

    fn leaf(&mut self, name: Option<char>) -> Particle {
        let term = if let Some(name) = name {
            let name = self.names.intern(NamespaceId::NONE, &name.to_string());
            self.elements.push(Element {
                name,
                type_ref: TypeRef::Simple(Builtin::String.id()),
                is_global: false,
                is_nillable: false,
                is_abstract: false,
                constraint: None,
                block: DerivationSet::default(),
                substitutes: Vec::new(),
                identities: Vec::new(),
                annotation: crate::schema::Annotation::default(),
                source: SourceLocation::BUILT_IN,
            });
            LeafTerm::Element(ElementId::new(u32::try_from(self.elements.len() - 1).unwrap()))
        } else {
            let namespace = self.names.intern_namespace("urn:w");
            self.wildcards.push(Wildcard {
                namespaces: NamespaceConstraint::List(vec![namespace]),
                process_contents: ProcessContents::Lax,
                source: SourceLocation::BUILT_IN,
            });
            LeafTerm::Wildcard(WildcardId::new(u32::try_from(self.wildcards.len() - 1).unwrap()))
        };
        self.leaves.push(Leaf {
            term,
            annotation: crate::schema::Annotation::default(),
            source: SourceLocation::BUILT_IN,
        });
        Particle {
            occurrence: Occurrence::ONCE,
            term: Term::Leaf(u32::try_from(self.leaves.len() - 1).unwrap()),
        }
    }

    fn occurrence(&mut self) -> Occurrence {
        let (min, max, width) = match self.peek() {
            Some('?') => (0, Some(1), 1),
            Some('*') => (0, None, 1),
            Some('+') => (1, None, 1),
            Some('{') => {
                let bounds: String = self.text[self.place + 1..]
                    .iter()
                    .take_while(|&&it| it != '}')
                    .collect();
                let (min, max) = bounds.split_once(',').unwrap();
                (min.parse().unwrap(), max.parse().ok(), bounds.len() + 2)
            }
            _ => (1, Some(1), 0),
        };
        self.place += width;
        Occurrence { min, max }
    }

    fn labels(&self) -> Labels<'_> {
        Labels {
            leaves: &self.leaves,
            elements: &self.elements,
            wildcards: &self.wildcards,
            names: &self.names,
        }
    }

    fn build(&self, particle: &Particle) -> Result<Automaton, BuildError> {
        build(
            Some(particle),
            &self.leaves,
            &self.elements,
            &self.wildcards,
            &self.names,
        )
    }

    fn name(&self, name: char) -> (NameId, NamespaceId) {
        if name == '.' {
            (NameId::UNKNOWN, self.names.namespace("urn:w"))
        } else {
            (
                self.names.lookup(NamespaceId::NONE, &name.to_string()),
                NamespaceId::NONE,
            )
        }
    }

    /// The leaves and restarts of the steps, or `Err` with the place of the first element that does not fit.
    fn run(&self, automaton: &Automaton, document: &str) -> Result<Vec<(u32, u8)>, usize> {
        let mut cursor = automaton.start();
        let mut steps = Vec::new();
        for (place, name) in document.chars().enumerate() {
            let (name, namespace) = self.name(name);
            let step = automaton
                .step(&mut cursor, name, namespace, &self.wildcards)
                .ok_or(place)?;
            steps.push((step.leaf, step.restart));
        }
        if automaton.may_end(cursor) {
            Ok(steps)
        } else {
            Err(document.len())
        }
    }
}

fn accepts(model: &str, document: &str) -> bool {
    let (model, particle) = Model::parse(model);
    let automaton = model.build(&particle).unwrap();
    model.run(&automaton, document).is_ok()
}

#[test]
fn occurrences_are_counted_exactly() {
    for (model, valid, invalid) in [
        ("a b? c", &["ac", "abc"][..], &["a", "abbc", "cab", ""][..]),
        ("a{2,4} b", &["aab", "aaaab"], &["ab", "aaaaab", "aa"]),
        ("a{3,3} b?", &["aaa", "aaab"], &["aa", "aaaa"]),
        ("a{2,*}", &["aa", "aaaaaaa"], &["a", ""]),
        ("a{0,2} b", &["b", "ab", "aab"], &["aaab"]),
        ("(a b?){2,3}", &["aa", "abab", "aaba", "ababab"], &["ab", "aaaa", "abb"]),
        ("(a|b)* c", &["c", "abbac"], &["ab", "cc"]),
        ("(a? b?)* c", &["c", "bac", "aabbc"], &["ca"]),
        ("(a b){0,2} c?", &["", "ab", "ababc", "c"], &["aba", "ababab"]),
        ("(a|b|(c d))+", &["a", "cd", "acdb"], &["", "c", "d"]),
        ("(a{1,3} b?)*", &["", "aaaa", "aaab", "aaaaaaab"], &["b", "abb"]),
        ("a . b", &["a.b"], &["ab", "a..b"]),
        ("(a?){3,3}", &["", "a", "aaa"], &["aaaa"]),
        ("(a{2,3})*", &["", "aa", "aaa", "aaaa", "aaaaaaa"], &["a"]),
        (
            "(a{2,3} b?)* c",
            &["c", "aac", "aaaac", "aabaaac"],
            &["ac", "aabac", "bc"],
        ),
        (
            "(a{3,4}){2,2}",
            &["aaaaaa", "aaaaaaa", "aaaaaaaa"],
            &["aaaaa", "aaaaaaaaa"],
        ),
        (
            "((a b){1,2}){2,3}",
            &["abab", "ababab", "abababababab"],
            &["ab", "ababa", "ababababababab"],
        ),
        (
            "(a{1,3} b?){2,2}",
            &["aa", "aba", "aaabaaab"],
            &["a", "ab", "aaaaaaa", "b"],
        ),
        (
            "(a{2,*} b?){2,2} c",
            &["aaaac", "aabaac", "aaaaaaac"],
            &["aac", "aaac", "aabac"],
        ),
        ("(a+){2,3}", &["aa", "aaaaa"], &["a", ""]),
    ] {
        for document in valid {
            assert!(accepts(model, document), "{model} should accept {document}");
        }
        for document in invalid {
            assert!(!accepts(model, document), "{model} should refuse {document}");
        }
    }
}

#[test]
fn big_bounds_are_counted_and_not_written_out() {
    let (model, particle) = Model::parse("a{1000,99999} b");
    let automaton = model.build(&particle).unwrap();
    assert_eq!(automaton.states.len(), 3);
    assert!(model.run(&automaton, &("a".repeat(1000) + "b")).is_ok());
    assert_eq!(model.run(&automaton, &("a".repeat(999) + "b")), Err(999));
}

#[test]
fn groups_that_may_stand_very_often_are_counted() {
    let (model, particle) = Model::parse("x? (a b? c{0,2}){2,30000} (d e){1,30000} x?");
    let automaton = model.build(&particle).unwrap();
    assert!(automaton.states.len() < 20);
    for (document, is_valid) in [
        ("aade".to_owned(), true),
        ("xabccacdedex".to_owned(), true),
        ("ade".to_owned(), false),
        ("aa".to_owned(), false),
        ("aadexa".to_owned(), false),
        ("a".repeat(30_000) + "de", true),
        ("ab".repeat(30_001) + "de", false),
        ("aa".to_owned() + &"de".repeat(30_000), true),
        ("aa".to_owned() + &"de".repeat(30_001), false),
    ] {
        assert_eq!(
            model.run(&automaton, &document).is_ok(),
            is_valid,
            "{} elements",
            document.len()
        );
    }
    let restarts: Vec<u8> = model
        .run(&automaton, "aabade")
        .unwrap()
        .into_iter()
        .map(|(_, restart)| restart)
        .collect();
    assert_eq!(restarts, [NO_RESTART, 1, NO_RESTART, 1, NO_RESTART, NO_RESTART]);
}

#[test]
fn groups_that_cannot_be_counted_are_refused_when_too_large() {
    for text in ["(a? b?){5,30000}", "((a b){1,3}){2,30000}", "((a b){2,30000} c)*"] {
        let (model, particle) = Model::parse(text);
        let result = model.build(&particle);
        assert_eq!(result, Err(BuildError::TooLarge), "{text}");
    }
    let (model, particle) = Model::parse("(a{2,30000} b?)*");
    assert_eq!(
        model.build(&particle),
        Err(BuildError::CounterInRepeatedGroup { leaf: 0 })
    );
}

#[test]
fn competing_particles_are_refused() {
    for (text, first, second) in [
        ("a? a", 0, 1),
        ("(a b)|(a c)", 0, 2),
        ("(a b?)* a", 0, 2),
        ("a{1,2} a", 0, 1),
        (". .", 0, 0),
        (".? .", 0, 1),
    ] {
        let (model, particle) = Model::parse(text);
        let result = model.build(&particle);
        if first == second {
            assert!(result.is_ok(), "{text}");
        } else {
            assert_eq!(result, Err(BuildError::Ambiguous { first, second }), "{text}");
        }
    }
    assert!(accepts("a{2,2} a", "aaa"));
}

#[test]
fn a_group_begun_anew_is_told_by_its_depth() {
    let (model, particle) = Model::parse("x (a b? (c d)*)*");
    let automaton = model.build(&particle).unwrap();
    let restarts: Vec<u8> = model
        .run(&automaton, "xabcdcdaab")
        .unwrap()
        .into_iter()
        .map(|(_, restart)| restart)
        .collect();
    let none = NO_RESTART;
    assert_eq!(restarts, [none, none, none, none, none, 2, none, 1, 1, none]);
}

#[test]
fn a_missing_element_and_a_stranger_are_told_apart() {
    let (model, particle) = Model::parse("a b c?");
    let automaton = model.build(&particle).unwrap();
    let mut cursor = automaton.start();
    let (a, none) = model.name('a');
    automaton.step(&mut cursor, a, none, &[]).unwrap();
    let code = |name: Option<char>| {
        let name = name.map(|name| model.name(name).0);
        automaton.diagnose(cursor, name, None, &model.names).code
    };
    assert_eq!(code(None), Code::ElementMissing);
    assert_eq!(code(Some('c')), Code::ElementMissing);
    assert_eq!(code(Some('a')), Code::ElementUnexpected);
    assert_eq!(code(Some('.')), Code::ElementUnexpected);
    let message = automaton
        .diagnose(cursor, Some(model.name('c').0), Some("c"), &model.names)
        .to_string();
    assert_eq!(message, "XS0101: Ein Pflichtelement fehlt; gefunden: c; erwartet: b");
}
