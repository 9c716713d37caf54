//! XML Schema regular expressions (part 2, appendix F).

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

/// STUB
#[derive(Debug)]
pub struct CompiledPattern;

impl PatternStep {
    /// STUB
    pub fn compile(&self) -> CompiledPattern {
        CompiledPattern
    }
}
impl PatternStep {
    /// s
    pub fn parse_check(&self) -> Result<(), String> {
        Ok(())
    }
}
