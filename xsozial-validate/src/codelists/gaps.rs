//! Lists that codes of a document need and that are not at hand, each once.

use super::code_type::CodeType;
use crate::engine::{Desk, Place};
use rustc_hash::FxHashMap;
use siphasher::sip::SipHasher13;
use std::{hash::Hasher, ops::Range};
use xsozial_schema::fault::TextShape;

/// Most lists or versions that are told apart in one document; further ones are counted together.
const MOST: usize = 1_000;

/// What is not at hand.
pub(super) struct Gap<'v> {
    pub(super) kind: GapKind,
    /// A type whose codes need it.
    pub(super) code_type: &'v CodeType,
    /// What the document alone says: the URI of the list, or its version.
    pub(super) named: Option<TextShape>,
    /// How many codes need it.
    pub(super) uses: u64,
    /// What the list is told apart by.
    key: u64,
}

/// What is not at hand of a list.
pub(super) enum GapKind {
    /// The whole list.
    List,
    /// The version; these others are at hand.
    Version(Range<usize>),
    /// All sorts of lists and versions that only the document names.
    Others,
}

impl<'v> Gap<'v> {
    /// The list is not at hand; the document alone says its URI, or the schema does.
    pub(super) fn list(code_type: &'v CodeType, uri: Option<&str>) -> Self {
        let text = uri.or(code_type.list_uri.default.as_deref());
        Self {
            kind: GapKind::List,
            code_type,
            named: uri.map(TextShape::of),
            uses: 0,
            key: hash(&[b"list", text.unwrap_or_default().as_bytes()]),
        }
    }

    /// Of the list, these versions alone are at hand; the document says the one that is needed, or the schema does.
    pub(super) fn version(code_type: &'v CodeType, at_hand: Range<usize>, version: Option<&str>) -> Self {
        let text = version.or(code_type.list_version.default.as_deref());
        Self {
            key: hash(&[
                b"version",
                &at_hand.start.to_le_bytes(),
                text.unwrap_or_default().as_bytes(),
            ]),
            kind: GapKind::Version(at_hand),
            code_type,
            named: version.map(TextShape::of),
            uses: 0,
        }
    }
}

/// Two different lists with one hash would be told as one; nothing else would come of it.
fn hash(parts: &[&[u8]]) -> u64 {
    let mut hasher = SipHasher13::new();
    for part in parts {
        hasher.write(&part.len().to_le_bytes());
        hasher.write(part);
    }
    hasher.finish()
}

/// All gaps of one document, with the place of the first use of each, in the order of these.
#[derive(Default)]
pub(super) struct Gaps<'v> {
    by_key: FxHashMap<u64, usize>,
    gaps: Vec<(Gap<'v>, Place)>,
}

impl<'v> Gaps<'v> {
    /// The number of a gap, which may be new.
    pub(super) fn number(&mut self, gap: Gap<'v>, desk: &mut Desk<'_>) -> usize {
        match self.by_key.get(&gap.key) {
            Some(&place) => place,
            None if self.gaps.len() > MOST => MOST,
            None => {
                let place = self.gaps.len();
                self.by_key.insert(gap.key, place);
                let kind = if place == MOST { GapKind::Others } else { gap.kind };
                self.gaps.push((Gap { kind, ..gap }, desk.keep()));
                place
            }
        }
    }

    /// Counts a code whose list is not at hand.
    #[inline]
    pub(super) fn count(&mut self, number: usize) {
        self.gaps[number].0.uses += 1;
    }

    /// Takes all gaps out.
    pub(super) fn take(&mut self) -> Vec<(Gap<'v>, Place)> {
        std::mem::take(&mut self.gaps)
    }
}
