//! `length`, `minLength` and `maxLength` (part 2, sections 4.3.1 to 4.3.3).

use super::{Facets, rule::Rule};
use crate::value::{Builtin, base64_octets, hex_octets};

impl Facets {
    /// Whether a value of an atomic type has the right length: octets of binary content, characters of any other.
    /// Names with prefix have no length of their own and pass.
    pub(super) fn check_text_length(&self, builtin: Builtin, text: &str) -> Result<(), Rule> {
        let length = match builtin.primitive() {
            Builtin::QName | Builtin::Notation => return Ok(()),
            Builtin::HexBinary => hex_octets(text).ok_or(Rule::Lexical)?,
            Builtin::Base64Binary => base64_octets(text).ok_or(Rule::Lexical)?,
            _ => text.chars().count(),
        };
        self.check_length(length)
    }

    /// Whether this many characters, octets or items are right.
    pub(super) fn check_length(&self, length: usize) -> Result<(), Rule> {
        let length = length as u64;
        if self.length.as_ref().is_some_and(|facet| length != facet.value) {
            Err(Rule::Length)
        } else if self.min_length.as_ref().is_some_and(|facet| length < facet.value) {
            Err(Rule::MinLength)
        } else if self.max_length.as_ref().is_some_and(|facet| length > facet.value) {
            Err(Rule::MaxLength)
        } else {
            Ok(())
        }
    }
}
