//! Texts that match a pattern, made from its syntax tree.

use super::{compiled::CompiledPattern, expression::Expression};
use regex_syntax::hir::ClassUnicode;

/// Characters that examples are made of where the pattern leaves a choice: what nobody takes for real data comes first.
const PREFERRED: &str =
    "Xx0ABCDEFGHIJKLMNOPQRSTUVWYZabcdefghijklmnopqrstuvwyz123456789 -_.,:/+()@#*=!?;'\"&<>%$~^|`{}[]\\";

/// Most characters of a range that are looked at for one that XML allows.
const RANGE_STEPS: u32 = 64;

/// Longest example, in characters: a hostile pattern must not exhaust memory.
const LONGEST: usize = 1 << 20;

/// How many characters the matching texts have: fewest and most, [`usize::MAX`] for no bound.
type Lengths = (usize, usize);

impl CompiledPattern {
    /// How many characters the matching texts have: the fewest, and the most where there is a bound (not every number
    /// between them need be possible). `None` when no text matches.
    pub fn lengths(&self) -> Option<(usize, Option<usize>)> {
        let (fewest, most) = lengths(self.expression()?)?;
        Some((fewest, (most != usize::MAX).then_some(most)))
    }

    /// A text that matches, with about this many characters where the pattern leaves that open. `choose(n)` answers a
    /// number below `n` and makes all other choices; when it always answers 0 the text is the plainest one.
    ///
    /// `None` when no text of characters that XML allows was found, or only texts of more than a million characters.
    pub fn example(&self, characters: usize, choose: &mut dyn FnMut(usize) -> usize) -> Option<String> {
        let expression = self.expression()?;
        lengths(expression).filter(|&(fewest, _)| fewest <= LONGEST)?;
        let mut text = String::new();
        push_example(expression, characters.min(LONGEST), choose, &mut text)?;
        Some(text)
    }
}

fn lengths(expression: &Expression) -> Option<Lengths> {
    match expression {
        Expression::Empty => Some((0, 0)),
        Expression::Class(class) => (!class.ranges().is_empty()).then_some((1, 1)),
        Expression::Concatenation(parts) => parts.iter().try_fold((0_usize, 0_usize), |sum, part| {
            let part = lengths(part)?;
            Some((sum.0.saturating_add(part.0), sum.1.saturating_add(part.1)))
        }),
        Expression::Alternation(branches) => branches
            .iter()
            .filter_map(lengths)
            .reduce(|all, branch| (all.0.min(branch.0), all.1.max(branch.1))),
        Expression::Repetition {
            inner,
            minimum,
            maximum,
        } => match lengths(inner) {
            Some((fewest, most)) => {
                let times = maximum.map_or(usize::MAX, |maximum| maximum as usize);
                Some((fewest.saturating_mul(*minimum as usize), most.saturating_mul(times)))
            }
            None => (*minimum == 0).then_some((0, 0)),
        },
    }
}

fn push_example(
    expression: &Expression,
    characters: usize,
    choose: &mut dyn FnMut(usize) -> usize,
    text: &mut String,
) -> Option<()> {
    match expression {
        Expression::Empty => {}
        Expression::Class(class) => text.push(character(class, choose)?),
        Expression::Concatenation(parts) => {
            let parts: Vec<_> = parts
                .iter()
                .map(|part| Some((part, lengths(part)?)))
                .collect::<Option<_>>()?;
            push_all(&parts, characters, choose, text)?;
        }
        Expression::Alternation(branches) => {
            let possible: Vec<_> = branches
                .iter()
                .filter_map(|branch| Some((branch, lengths(branch)?)))
                .collect();
            let distance = |&(_, (fewest, most)): &(&Expression, Lengths)| {
                fewest.saturating_sub(characters).max(characters.saturating_sub(most))
            };
            let nearest = possible.iter().map(distance).min()?;
            let fitting: Vec<_> = possible.iter().filter(|branch| distance(branch) == nearest).collect();
            let (branch, _) = fitting.get(choose(fitting.len()))?;
            push_example(branch, characters, choose, text)?;
        }
        Expression::Repetition {
            inner,
            minimum,
            maximum,
        } => {
            let Some(each) = lengths(inner) else {
                return (*minimum == 0).then_some(());
            };
            let times = times(each, characters, *minimum as usize, *maximum, choose);
            push_all(&vec![(&**inner, each); times], characters, choose, text)?;
        }
    }
    Some(())
}

/// How often to repeat what has these lengths.
fn times(
    (fewest, most): Lengths,
    characters: usize,
    minimum: usize,
    maximum: Option<u32>,
    choose: &mut dyn FnMut(usize) -> usize,
) -> usize {
    let maximum = maximum.map_or(usize::MAX, |maximum| maximum as usize);
    if most == 0 {
        return 0;
    }
    let enough = characters.div_ceil(most).clamp(minimum, maximum).min(LONGEST);
    let limit = (characters / fewest.max(1)).min(maximum).max(enough);
    // More repetitions of shorter parts than this make no better example.
    enough + choose((limit - enough).min(15) + 1)
}

/// One part after the other, the characters shared out among them.
fn push_all(
    parts: &[(&Expression, Lengths)],
    characters: usize,
    choose: &mut dyn FnMut(usize) -> usize,
    text: &mut String,
) -> Option<()> {
    let room = |&(_, (fewest, most)): &(&Expression, Lengths)| most - fewest;
    let fewest = parts
        .iter()
        .fold(0, |sum: usize, (_, lengths)| sum.saturating_add(lengths.0));
    let mut spare = characters.saturating_sub(fewest);
    let mut others = parts.iter().map(room).collect::<Vec<_>>();
    // What the parts behind each one can take.
    for index in (0..others.len()).rev() {
        others[index] = others
            .get(index + 1)
            .copied()
            .unwrap_or(0)
            .saturating_add(others[index]);
    }
    for (index, part) in parts.iter().enumerate() {
        let least = spare.saturating_sub(others.get(index + 1).copied().unwrap_or(0));
        let most = room(part).min(spare);
        let given = least.min(most) + choose(most.saturating_sub(least) + 1);
        spare -= given;
        push_example(part.0, part.1.0 + given, choose, text)?;
    }
    Some(())
}

fn character(class: &ClassUnicode, choose: &mut dyn FnMut(usize) -> usize) -> Option<char> {
    let holds = |character: char| {
        let ranges = class.ranges();
        let after = ranges.partition_point(|range| range.start() <= character);
        after > 0 && character <= ranges[after - 1].end()
    };
    let preferred: Vec<char> = PREFERRED.chars().filter(|&character| holds(character)).collect();
    if !preferred.is_empty() {
        return preferred.get(choose(preferred.len())).copied();
    }
    let ranges = class.ranges();
    let start = choose(ranges.len().max(1));
    let mut order = ranges.iter().cycle().skip(start).take(ranges.len());
    order.find_map(|range| {
        let (first, last) = (u32::from(range.start()), u32::from(range.end()));
        (first..=last.min(first.saturating_add(RANGE_STEPS)))
            .filter_map(char::from_u32)
            .find(|&character| is_xml(character))
    })
}

/// Whether a document may hold the character (XML 1.0, production 2).
fn is_xml(character: char) -> bool {
    !matches!(character, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}')
}

#[cfg(test)]
mod tests {
    use crate::{pattern::PatternStep, schema::SourceLocation};
    use proptest::prelude::*;

    fn step(pattern: &str) -> PatternStep {
        PatternStep {
            alternatives: vec![pattern.to_owned()],
            source: SourceLocation::BUILT_IN,
        }
    }

    #[test]
    fn the_plainest_example_is_short_and_looks_like_nothing_real() {
        let table = [
            ("[A-Z]{2}\\d{4}", 0, "XX0000"),
            ("a|bcd", 3, "bcd"),
            ("a|bcd", 0, "a"),
            ("(ab)*", 5, "ababab"),
            ("[^a-zA-Z0-9]+", 2, "  "),
            ("x{0}", 9, ""),
            ("", 4, ""),
            ("[0-9]{1,3}(\\.[0-9]{2})?", 6, "000.00"),
        ];
        for (pattern, characters, expected) in table {
            let compiled = step(pattern).compile();
            assert_eq!(
                compiled.example(characters, &mut |_| 0).as_deref(),
                Some(expected),
                "{pattern}"
            );
        }
    }

    #[test]
    fn what_nothing_matches_has_no_example() {
        for pattern in ["[a-[a]]", "b[a-[a]]+", "[a-[a]]|c[b-[b]]"] {
            let compiled = step(pattern).compile();
            assert_eq!(compiled.lengths(), None);
            assert_eq!(compiled.example(1, &mut |_| 0), None);
        }
        assert_eq!(step("[a-[a]]*").compile().example(1, &mut |_| 0).as_deref(), Some(""));
    }

    #[test]
    fn hostile_counts_exhaust_nothing() {
        assert_eq!(step("[ab]{4000000000}").compile().example(3, &mut |_| 0), None);
        let most = step("[ab]{0,4000000000}").compile().example(usize::MAX, &mut |_| 0);
        assert_eq!(most.map(|text| text.len()), Some(1 << 20));
    }

    #[test]
    fn lengths_tell_bounds() {
        assert_eq!(step("a{2,5}(bc)?").compile().lengths(), Some((2, Some(7))));
        assert_eq!(step("a|bcd+").compile().lengths(), Some((1, None)));
    }

    proptest! {
        #[test]
        fn every_example_matches(
            pattern in "(a|[b-d]|\\\\d|é|\\[я-ю\\]|\\(x\\|yz\\|\\)|\\(a\\[0-9\\]\\){1,2})([*+?]|\\{1,3\\})?",
            characters in 0_usize..12,
            choices in prop::collection::vec(any::<usize>(), 1..8),
        ) {
            if step(&pattern).parse_check().is_ok() {
                let compiled = step(&pattern).compile();
                let mut turn = 0;
                let example = compiled.example(characters, &mut |count| {
                    turn += 1;
                    choices[turn % choices.len()] % count
                });
                prop_assert!(example.is_some_and(|text| compiled.is_match(&text)), "{}", pattern);
            }
        }
    }
}
