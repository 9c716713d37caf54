//! XML Schema regular expressions (part 2, appendix F).
//!
//! A pattern is parsed into a small syntax tree by XML Schema's own rules: the whole text must match, `^` and `$` are
//! ordinary characters, `\d` is every decimal digit of Unicode, `\i` and `\c` are the characters of XML names, classes
//! are subtracted (`[a-z-[aeiou]]`), blocks have their XML Schema names (`\p{IsBasicLatin}`), and `a**` is an error. The
//! tree is then handed to the `regex` engine, whose time is linear in the text whatever the pattern.
//!
//! **Fast path.** Most patterns of application data are a repeated choice of characters, as the data types of DIN 91379
//! (hundreds of characters and of sequences with combining marks, any number of times). Their single characters are kept
//! in a table; a text that consists of such characters alone needs no engine.
//!
//! ```
//! use xsozial_schema::{pattern::PatternStep, schema::SourceLocation};
//! let step = PatternStep { alternatives: vec!["[A-Z]{2}-\\d+".to_owned()], source: SourceLocation::BUILT_IN };
//! assert!(step.parse_check().is_ok());
//! assert!(step.compile().is_match("DE-2026"));
//! ```

mod blocks;
mod characters;
mod compiled;
mod error;
mod escape;
mod example;
mod expression;
mod parse;
#[cfg(test)]
mod tests;

pub use compiled::CompiledPattern;
pub use error::{PatternError, PatternProblem};

use crate::schema::SourceLocation;
use serde::{Deserialize, Serialize};

/// The patterns of one derivation step; a value must match one of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PatternStep {
    /// The expressions as the schema writes them.
    pub alternatives: Vec<String>,
    /// Where the first stands.
    pub source: SourceLocation,
}

impl PatternStep {
    /// Whether the patterns can be used: their syntax, and that they are not too large to be compiled.
    ///
    /// It is cheap, as it compiles nothing but patterns of doubtful size. A step that passes has no
    /// [`CompiledPattern::error`].
    pub fn parse_check(&self) -> Result<(), PatternError> {
        compiled::check(&self.alternatives)
    }

    /// The patterns ready for matching. When they cannot be used no text matches, and [`CompiledPattern::error`] says
    /// why.
    pub fn compile(&self) -> CompiledPattern {
        CompiledPattern::new(&self.alternatives)
    }
}
