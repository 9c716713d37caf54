//! Random patterns against a naive matcher that knows neither the parser nor the regex engine.

use super::{super::*, step};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// A pattern as the test knows it.
#[derive(Clone, Debug)]
enum Model {
    Character(char),
    /// Wanted characters, negated or not, less others.
    Class(Vec<char>, bool, Vec<char>),
    Concatenation(Vec<Model>),
    Alternation(Vec<Model>),
    Repetition(Box<Model>, u32, Option<u32>),
}

impl Model {
    /// As a schema would write it.
    fn pattern(&self) -> String {
        match self {
            Self::Character(character) if "-()*".contains(*character) => format!("\\{character}"),
            Self::Character(character) => character.to_string(),
            Self::Class(wanted, negated, less) => {
                let text = |characters: &[char]| characters.iter().collect::<String>().replace('-', "\\-");
                let caret = if *negated { "^" } else { "" };
                if less.is_empty() {
                    format!("[{caret}{}]", text(wanted))
                } else {
                    format!("[{caret}{}-[{}]]", text(wanted), text(less))
                }
            }
            Self::Concatenation(parts) => parts
                .iter()
                .fold(String::new(), |text, part| text + "(" + &part.pattern() + ")"),
            Self::Alternation(parts) => {
                let parts: Vec<_> = parts.iter().map(Self::pattern).collect();
                format!("({})", parts.join("|"))
            }
            Self::Repetition(inner, minimum, maximum) => {
                let quantifier = match (minimum, maximum) {
                    (0, None) => "*".to_owned(),
                    (1, None) => "+".to_owned(),
                    (minimum, None) => format!("{{{minimum},}}"),
                    (minimum, Some(maximum)) => format!("{{{minimum},{maximum}}}"),
                };
                format!("({}){quantifier}", inner.pattern())
            }
        }
    }

    /// Where matches end that begin at `start`.
    fn ends(&self, text: &[char], start: usize) -> BTreeSet<usize> {
        let one = |fits: &dyn Fn(char) -> bool| {
            let fits = text.get(start).is_some_and(|&character| fits(character));
            fits.then_some(start + 1).into_iter().collect()
        };
        match self {
            Self::Character(wanted) => one(&|character| character == *wanted),
            Self::Class(wanted, negated, less) => {
                one(&|character| wanted.contains(&character) != *negated && !less.contains(&character))
            }
            Self::Concatenation(parts) => parts.iter().fold(BTreeSet::from([start]), |starts, part| {
                starts.iter().flat_map(|&start| part.ends(text, start)).collect()
            }),
            Self::Alternation(parts) => parts.iter().flat_map(|part| part.ends(text, start)).collect(),
            Self::Repetition(inner, minimum, maximum) => {
                let mut starts = BTreeSet::from([start]);
                let mut ends = BTreeSet::new();
                let most = maximum.unwrap_or(u32::try_from(text.len()).unwrap() + minimum);
                for round in 0..=most {
                    if round >= *minimum {
                        ends.extend(&starts);
                    }
                    starts = starts.iter().flat_map(|&start| inner.ends(text, start)).collect();
                }
                ends
            }
        }
    }

    fn matches(&self, text: &str) -> bool {
        let text: Vec<_> = text.chars().collect();
        self.ends(&text, 0).contains(&text.len())
    }
}

fn character() -> impl Strategy<Value = char> {
    prop::sample::select(vec!['a', 'b', 'c', 'ä', '€', '-', '\u{301}', '𝄞'])
}

fn model() -> impl Strategy<Value = Model> {
    let class = (
        prop::collection::vec(character(), 1..4),
        any::<bool>(),
        prop::collection::vec(character(), 0..3),
    );
    let leaf = prop_oneof![
        character().prop_map(Model::Character),
        class.prop_map(|(wanted, negated, less)| Model::Class(wanted, negated, less)),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..4).prop_map(Model::Concatenation),
            prop::collection::vec(inner.clone(), 1..5).prop_map(Model::Alternation),
            (inner, 0_u32..3, prop::option::of(0_u32..3)).prop_map(|(inner, minimum, more)| Model::Repetition(
                Box::new(inner),
                minimum,
                more.map(|more| minimum + more)
            )),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn random_patterns_match_as_the_naive_matcher_says(
        model in model(),
        texts in prop::collection::vec(prop::collection::vec(character(), 0..6), 1..12),
    ) {
        let step = step(&[&model.pattern()]);
        prop_assert_eq!(step.parse_check(), Ok(()));
        let compiled = step.compile();
        for text in texts {
            let text: String = text.into_iter().collect();
            let expected = model.matches(&text);
            prop_assert_eq!(compiled.is_match(&text), expected, "{} on {:?}", model.pattern(), text);
            if expected {
                prop_assert_eq!(compiled.first_disallowed(&text), None);
            }
        }
    }

    #[test]
    fn any_text_as_pattern_is_survived(pattern in "[a-c(){}\\[\\]|*+?^\\-\\\\pLI0-9,.ä]{0,30}", text in "[a-c]{0,4}") {
        let step = PatternStep { alternatives: vec![pattern], source: SourceLocation::BUILT_IN };
        let checked = step.parse_check();
        let compiled = step.compile();
        let matched = compiled.is_match(&text);
        prop_assert_eq!(compiled.error(), checked.as_ref().err());
        prop_assert!(!matched || checked.is_ok());
    }
}
