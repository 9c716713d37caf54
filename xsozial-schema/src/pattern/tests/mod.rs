//! Patterns as a whole: texts that match and do not, the fast path, limits.

mod properties;
mod published;

use super::*;
use std::time::{Duration, Instant};

fn step(alternatives: &[&str]) -> PatternStep {
    PatternStep {
        alternatives: alternatives.iter().map(|&pattern| pattern.to_owned()).collect(),
        source: SourceLocation::BUILT_IN,
    }
}

fn compiled(pattern: &str) -> CompiledPattern {
    let step = step(&[pattern]);
    step.parse_check().unwrap();
    step.compile()
}

#[test]
fn patterns_match_by_the_rules_of_xml_schema() {
    // Pattern, texts that match, texts that do not.
    let table: &[(&str, &[&str], &[&str])] = &[
        ("", &[""], &["a"]),
        ("a|", &["", "a"], &["aa"]),
        ("abc", &["abc"], &["abcd", "xabc", "ab"]),
        ("^a$", &["^a$"], &["a", "\na"]),
        ("a.c", &["abc", "aäc", "a\u{85}c"], &["a\nc", "a\rc", "ac"]),
        ("(ab|c)d?", &["ab", "abd", "cd"], &["d", "abc"]),
        ("[0-9]{4}", &["2026"], &["202", "20266", "２０２６"]),
        ("\\d{2,3}", &["12", "٣٤٥"], &["1", "1234", "1a"]),
        ("a{0}", &[""], &["a"]),
        ("a{2,}", &["aa", "aaaa"], &["", "a"]),
        ("(ab){2}", &["abab"], &["ab", "ababab"]),
        (
            "\\n\\r\\t\\\\\\|\\.\\?\\*\\+\\(\\)\\{\\}\\-\\[\\]\\^",
            &["\n\r\t\\|.?*+(){}-[]^"],
            &["n"],
        ),
        ("[.$^*]+", &[".$^*"], &["a"]),
        ("\\i\\c*", &["xs:a-1", "_", "ä\u{B7}"], &["1a", "-", "a b", ""]),
        ("\\S+\\s\\S+", &["a b", "a\tb"], &["a\u{A0}b", "a  b"]),
        ("[\\w-[äöü]]+", &["abc", "ß"], &["ä", "a_b", ""]),
        ("\\p{Lu}\\P{Lu}*", &["Äpfel", "Z1"], &["äpfel", "AB"]),
        ("\\p{IsBasicLatin}*", &["a~\0", ""], &["ä"]),
        ("\\P{IsBasicLatin}", &["ä"], &["a"]),
        ("[\\p{IsGreek}\\p{Nd}]+", &["αβ1"], &["a"]),
        ("[a-c-[b]]+|b", &["ac", "b"], &["ab", ""]),
        ("[a-[a]]", &[], &["", "a"]),
        ("([a-[a]])*", &[""], &["a"]),
        ("x\u{301}y", &["x\u{301}y"], &["xy"]),
    ];
    for (pattern, matching, others) in table {
        let pattern_compiled = compiled(pattern);
        for text in *matching {
            assert!(pattern_compiled.is_match(text), "{pattern} should match {text:?}");
        }
        for text in *others {
            assert!(!pattern_compiled.is_match(text), "{pattern} should not match {text:?}");
        }
    }
}

#[test]
fn one_of_the_alternatives_of_a_step_is_enough() {
    let pattern = step(&["[0-9]{5}", "D-.*", "x"]).compile();
    assert!(["12345", "D-ä", "x"].iter().all(|text| pattern.is_match(text)));
    assert!(!pattern.is_match("1234"));
    assert!(!step(&[]).compile().is_match(""));
}

#[test]
fn an_unusable_pattern_matches_nothing_and_says_why() {
    let broken = step(&["a", "b**"]);
    let error = broken.parse_check().unwrap_err();
    assert_eq!((error.alternative, error.place), (1, 3));
    assert!(
        error
            .to_string()
            .starts_with("pattern 2, character 3: the quantifier `*`")
    );
    let pattern = broken.compile();
    assert_eq!(pattern.error(), Some(&error));
    assert!(!pattern.is_match("a"));
    assert_eq!(pattern.first_disallowed("a"), None);
    assert!(format!("{pattern:?}").contains("NothingToRepeat"));
}

#[test]
fn a_pattern_that_is_too_large_is_an_error_at_once_and_no_wait() {
    let begin = Instant::now();
    for pattern in [
        "(\\w{1000}-){1000}",
        "((((a{1000}b){1000}){1000}){1000}){1000}",
        "(x?y?){4294967295}",
        "(\\p{L}{0,4000}-\\p{L}{0,4000}){9}",
    ] {
        let error = step(&[pattern]).parse_check().unwrap_err();
        assert_eq!(error.problem, PatternProblem::TooLarge, "{pattern}");
        let pattern = step(&[pattern]).compile();
        assert!(pattern.error().is_some() && !pattern.is_match("a"));
    }
    assert!(begin.elapsed() < Duration::from_secs(20));
}

#[test]
fn large_counts_of_a_class_need_no_engine() {
    let pattern = compiled("[\\p{L} ]{1,4000000000}");
    assert!(pattern.is_match(&"Straße ".repeat(10_000)));
    assert!(!pattern.is_match("") && !pattern.is_match("a1"));
    assert!(compiled(".{0,2000}\\.[a-z]{2,4}").is_match("datei.xml"));
}

#[test]
fn the_fast_path_heeds_counts_and_sequences() {
    let sequences = compiled("(a|b|ab|ä\u{308}|c\u{308}){2}");
    // "abab" has four single characters and is two sequences all the same.
    assert!(sequences.is_match("abab") && sequences.is_match("ba") && sequences.is_match("bc\u{308}"));
    assert!(!sequences.is_match("bbb") && !sequences.is_match("c\u{308}") && !sequences.is_match("ä"));
    let umlauts = compiled("[a-zäöüß€中]{2,4}");
    for (text, expected) in [
        ("aä", true),
        ("ä", false),
        ("äöüß", true),
        ("a€中", true),
        ("äöüßa", false),
        ("aÄ", false),
        ("中国", false),
        ("", false),
    ] {
        assert_eq!(umlauts.is_match(text), expected, "{text}");
    }
}

#[test]
fn the_first_disallowed_character_is_named() {
    let names = compiled("([A-Za-z ]|ä|b\u{308}|c\u{301}\u{302})+");
    assert_eq!(names.first_disallowed("Aä 1"), Some(('1', 4)));
    assert_eq!(names.first_disallowed("ab\u{308}c\u{301}\u{302}"), None);
    assert_eq!(names.first_disallowed("ac\u{301}\u{303}"), Some(('\u{303}', 4)));
    assert_eq!(names.first_disallowed("a\u{308}"), Some(('\u{308}', 2)));
    assert_eq!(names.first_disallowed(""), None);
    assert_eq!(compiled("[0-9]{5}").first_disallowed("12a45"), Some(('a', 3)));
    assert_eq!(compiled("[0-9]{5}").first_disallowed("1234"), None);
    assert_eq!(compiled("[0-9]{5}-x").first_disallowed("a"), None);
}
