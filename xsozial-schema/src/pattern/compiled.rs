//! Patterns ready for matching.

use super::{
    characters::{RepeatedCharacters, first_disallowed},
    error::{PatternError, PatternProblem},
    expression::Expression,
    parse::parse,
};
use regex::{Regex, RegexBuilder};
use regex_syntax::hir::{Hir, Look};
use std::{fmt, sync::OnceLock};

/// Most bytes that a compiled regular expression may take.
const SIZE_LIMIT: usize = 10 << 20;

/// Expressions of at most this many estimated states are far below [`SIZE_LIMIT`].
const SURELY_SMALL: usize = 20_000;

/// Nesting that the regex engine must bear: a group of ours is up to four of its levels.
const REGEX_NESTING: u32 = 300;

/// The patterns of one derivation step, ready for matching: see [`PatternStep::compile`](super::PatternStep::compile).
///
/// The regex engine is asked only about texts that the [fast path](super) cannot decide; its expression is compiled at
/// the first of them.
pub struct CompiledPattern {
    state: Result<Matcher, PatternError>,
}

/// A syntactically correct pattern.
struct Matcher {
    expression: Expression,
    characters: Option<RepeatedCharacters>,
    regex: OnceLock<Result<Regex, PatternError>>,
}

impl CompiledPattern {
    /// Compiles these alternatives.
    pub(super) fn new(alternatives: &[String]) -> Self {
        let state = parse_all(alternatives).map(|expression| Matcher {
            characters: RepeatedCharacters::of(&expression),
            expression,
            regex: OnceLock::new(),
        });
        Self { state }
    }

    /// Why the pattern cannot be used; then no text matches it. `None` for a usable pattern.
    ///
    /// A schema compiler finds out earlier, by [`PatternStep::parse_check`](super::PatternStep::parse_check).
    pub fn error(&self) -> Option<&PatternError> {
        match &self.state {
            Err(error) => Some(error),
            Ok(matcher) if matcher.needs_regex() => matcher.regex().as_ref().err(),
            Ok(_) => None,
        }
    }

    /// Whether the whole text matches one of the alternatives.
    pub fn is_match(&self, text: &str) -> bool {
        let Ok(matcher) = &self.state else { return false };
        if let Some(answer) = matcher
            .characters
            .as_ref()
            .and_then(|characters| characters.judge(text))
        {
            return answer;
        }
        matcher.regex().as_ref().is_ok_and(|regex| regex.is_match(text))
    }

    /// The syntax tree of a usable pattern.
    pub(super) fn expression(&self) -> Option<&Expression> {
        self.state.as_ref().ok().map(|matcher| &matcher.expression)
    }

    /// The first character of the text that the pattern never allows in its place, and its place counted from 1.
    ///
    /// Only patterns that repeat a choice of characters and plain sequences of them know it, as `[A-Z]{2,5}` or
    /// `(a|b|cd)*`: these say where a text goes wrong. `None` for all others, and when only the count of the characters
    /// is wrong.
    pub fn first_disallowed(&self, text: &str) -> Option<(char, usize)> {
        first_disallowed(self.expression()?, text)
    }
}

impl fmt::Debug for CompiledPattern {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = formatter.debug_struct("CompiledPattern");
        match &self.state {
            Ok(matcher) => debug.field("fast_path", &matcher.characters.is_some()),
            Err(error) => debug.field("error", error),
        };
        debug.finish_non_exhaustive()
    }
}

impl Matcher {
    /// Whether there are texts that the single characters do not decide.
    fn needs_regex(&self) -> bool {
        !self.characters.as_ref().is_some_and(RepeatedCharacters::decides)
    }

    fn regex(&self) -> &Result<Regex, PatternError> {
        self.regex.get_or_init(|| build(&self.expression))
    }
}

/// Whether these alternatives can be used.
pub(super) fn check(alternatives: &[String]) -> Result<(), PatternError> {
    let expression = parse_all(alternatives)?;
    // The regex engine alone knows the size; it is asked where there is any doubt.
    if expression.estimated_states() > SURELY_SMALL
        && !RepeatedCharacters::of(&expression).is_some_and(|characters| characters.decides())
    {
        build(&expression)?;
    }
    Ok(())
}

/// One expression of all alternatives.
fn parse_all(alternatives: &[String]) -> Result<Expression, PatternError> {
    let mut branches = Vec::with_capacity(alternatives.len());
    for (alternative, pattern) in alternatives.iter().enumerate() {
        branches.push(parse(pattern).map_err(|(place, problem)| PatternError {
            alternative,
            place,
            problem,
        })?);
    }
    Ok(Expression::alternation(branches))
}

/// The expression for the regex engine.
fn build(expression: &Expression) -> Result<Regex, PatternError> {
    let whole = Hir::concat(vec![Hir::look(Look::Start), expression.to_hir(), Hir::look(Look::End)]);
    RegexBuilder::new(&whole.to_string())
        .size_limit(SIZE_LIMIT)
        .nest_limit(REGEX_NESTING)
        .build()
        .map_err(|_| PatternError {
            alternative: 0,
            place: 1,
            problem: PatternProblem::TooLarge,
        })
}
