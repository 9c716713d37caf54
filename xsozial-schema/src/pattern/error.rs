//! Why a pattern cannot be used.

/// A pattern that is no regular expression of XML Schema, or one that is too large to be compiled.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("pattern {}, character {place}: {problem}", alternative + 1)]
pub struct PatternError {
    /// Which of the step's alternatives, counted from 0.
    pub alternative: usize,
    /// Place of the character in the pattern that is wrong, counted from 1; one past the end when something is missing.
    pub place: usize,
    /// What is wrong.
    pub problem: PatternProblem,
}

/// What is wrong with a pattern.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PatternProblem {
    /// A quantifier that follows nothing, `(`, `|` or another quantifier.
    #[error("the quantifier `{0}` has nothing to repeat; a literal `{0}` is written `\\{0}`")]
    NothingToRepeat(char),
    /// `{` that begins no quantifier.
    #[error("`{{` must begin a quantifier `{{n}}`, `{{n,}}` or `{{n,m}}`; a literal brace is written `\\{{`")]
    Quantifier,
    /// `{n,m}` with n greater than m.
    #[error("the quantifier's minimum is greater than its maximum")]
    QuantifierOrder,
    /// A count that no computer reaches.
    #[error("the quantifier's count is too large")]
    QuantifierTooLarge,
    /// A character that must be escaped.
    #[error("`{0}` has no counterpart; a literal one is written `\\{0}`")]
    Unbalanced(char),
    /// A `(` without `)`.
    #[error("the group is never closed; `)` is missing")]
    GroupOpen,
    /// A `[` without `]`.
    #[error("the character class is never closed; `]` is missing")]
    ClassOpen,
    /// `[]` or `[^]`.
    #[error("the character class is empty; a literal `]` is written `\\]`")]
    ClassEmpty,
    /// `[` inside of a class, other than for subtraction.
    #[error("`[` inside of a character class is written `\\[`; a class to subtract comes last, as in `[a-z-[aeiou]]`")]
    ClassNested,
    /// A range from a greater to a lesser character.
    #[error("the range's first character comes after its last one")]
    RangeOrder,
    /// `-` amid a class where it begins no range.
    #[error("`-` stands first or last in a character class, or is written `\\-`")]
    Hyphen,
    /// A range with a class escape as its bound.
    #[error("a range cannot begin or end with a class such as `\\d`")]
    RangeBound,
    /// A backslash before a letter or digit that XML Schema gives no meaning, as `\b`.
    #[error("XML Schema knows no escape `\\{0}`")]
    Escape(char),
    /// A backslash at the end.
    #[error("the pattern ends with a lone backslash")]
    EscapeOpen,
    /// `\p` or `\P` without `{name}`.
    #[error("`\\p` and `\\P` are followed by a category or block in braces, as `\\p{{Lu}}` or `\\p{{IsBasicLatin}}`")]
    Property,
    /// `\p{…}` with an unknown category or block.
    #[error("Unicode has no category or block `{0}`")]
    PropertyUnknown(String),
    /// Groups or subtracted classes nested deeper than 64.
    #[error("groups or character classes are nested too deeply")]
    TooDeep,
    /// The compiled pattern would need more than 10 MB.
    #[error("the pattern is too large to be compiled; its counts or its Unicode classes multiply")]
    TooLarge,
}
