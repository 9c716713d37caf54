//! `xs:ID` and `xs:IDREF` across a document (XML Schema part 1, section 3.15.4).

use super::key_set::KeySet;
use crate::{
    schema::{Schema, SimpleTypeId, Variety},
    value::{Builtin, PrefixResolver, items},
};
use siphasher::sip128::SipHasher13;
use std::hash::{BuildHasher, RandomState};

/// What a value has to do with IDs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdKind {
    /// Nothing.
    None,
    /// It gives its element an ID.
    Id,
    /// It refers to the element with this ID; a list refers to several.
    Reference,
    /// It is a list, and each item may be an ID, a reference or neither: see [`Schema::id_items`].
    Items,
}

impl Schema {
    /// What values of a type that is no union have to do with IDs (for a union: its member that took the value).
    #[inline]
    pub fn id_kind(&self, simple_type: SimpleTypeId) -> IdKind {
        let plan = self.check_plan(simple_type);
        if plan.is_list() {
            return self.id_kind_of_list(simple_type);
        }
        match plan.builtin {
            Builtin::Id => IdKind::Id,
            Builtin::IdRef | Builtin::IdRefs => IdKind::Reference,
            _ => IdKind::None,
        }
    }

    fn id_kind_of_list(&self, simple_type: SimpleTypeId) -> IdKind {
        let Variety::List(item) = self.simple_type(simple_type).variety else {
            return IdKind::None;
        };
        if matches!(self.simple_type(item).variety, Variety::Union(_)) {
            return if self.has_id_member(item) {
                IdKind::Items
            } else {
                IdKind::None
            };
        }
        match self.id_kind(item) {
            IdKind::Id => IdKind::Items,
            kind => kind,
        }
    }

    /// Whether a union has a member, at whatever depth, whose values are IDs or refer to some.
    fn has_id_member(&self, union: SimpleTypeId) -> bool {
        let Variety::Union(members) = &self.simple_type(union).variety else {
            return self.id_kind(union) != IdKind::None;
        };
        members.iter().any(|&member| self.has_id_member(member))
    }

    /// The items of a valid list of [`IdKind::Items`] that are IDs or refer to some, each with its kind. Of a union the
    /// member counts that takes the item (part 1, section 3.15.5: the member type definition).
    pub fn id_items<'t>(
        &self,
        list: SimpleTypeId,
        text: &'t str,
        prefixes: &dyn PrefixResolver,
    ) -> impl Iterator<Item = (IdKind, &'t str)> {
        let item_type = match self.simple_type(list).variety {
            Variety::List(item_type) => Some(item_type),
            _ => None,
        };
        items(text).filter_map(move |item| {
            let checked = self.check_value(item_type?, item, prefixes).ok()?;
            Some((self.id_kind(checked.member), item)).filter(|(kind, _)| *kind != IdKind::None)
        })
    }
}

/// The IDs of one document, and the references that wait for theirs.
///
/// IDs are kept as keyed hashes of 128 bits: an entry takes up to 32 bytes however long the ID is, no document content is
/// kept, and a document cannot be made so that its hashes collide. A reference that has met its ID already takes nothing;
/// one that meets it later is forgotten before the table of open references grows.
#[derive(Debug)]
pub struct IdTable<P> {
    /// Holds the random key of this document.
    hasher: SipHasher13,
    known: KeySet,
    /// IDs of parts that are not checked.
    noted: KeySet,
    /// The hash in two halves, so that no space is lost to alignment.
    open: Vec<([u64; 2], P)>,
}

impl<P> Default for IdTable<P> {
    fn default() -> Self {
        Self::new()
    }
}

impl<P> IdTable<P> {
    /// No IDs.
    pub fn new() -> Self {
        let random = RandomState::new();
        Self {
            hasher: SipHasher13::new_with_keys(random.hash_one(0), random.hash_one(1)),
            known: KeySet::default(),
            noted: KeySet::default(),
            open: Vec::new(),
        }
    }

    fn key(&self, id: &str) -> u128 {
        self.hasher.hash(id.as_bytes()).as_u128()
    }

    /// Gives out an ID. `false`: it was given before.
    #[must_use]
    pub fn declare(&mut self, id: &str) -> bool {
        let key = self.key(id);
        self.known.insert(key)
    }

    /// Notes the IDs of a part that is not checked (one, unless it is a list): references find them, and they are never
    /// duplicates.
    pub fn note(&mut self, ids: &str) {
        for id in ids.split_ascii_whitespace() {
            let key = self.key(id);
            self.noted.insert(key);
        }
    }

    /// Notes what a value has to do with IDs that is of this kind and of this type (of a union the member that took it), and
    /// has been found valid. `false`: it gives an ID that was given before.
    #[inline]
    #[must_use]
    pub fn register(
        &mut self,
        schema: &Schema,
        (kind, simple_type): (IdKind, SimpleTypeId),
        text: &str,
        prefixes: &dyn PrefixResolver,
        place: impl FnMut() -> P,
    ) -> bool {
        match kind {
            IdKind::None => true,
            IdKind::Id => self.declare(text),
            IdKind::Reference => {
                self.refer(text, place);
                true
            }
            IdKind::Items => self.register_items(schema, simple_type, text, prefixes, place),
        }
    }

    #[cold]
    fn register_items(
        &mut self,
        schema: &Schema,
        list: SimpleTypeId,
        text: &str,
        prefixes: &dyn PrefixResolver,
        mut place: impl FnMut() -> P,
    ) -> bool {
        let mut are_new = true;
        for (kind, item) in schema.id_items(list, text, prefixes) {
            if kind == IdKind::Id {
                are_new &= self.declare(item);
            } else {
                self.refer(item, &mut place);
            }
        }
        are_new
    }

    /// Refers to each ID of a list (of one, mostly) from a place.
    pub fn refer(&mut self, ids: &str, mut place: impl FnMut() -> P) {
        for id in ids.split_ascii_whitespace() {
            let key = self.key(id);
            if !self.known.contains(key) {
                if self.open.len() == self.open.capacity() {
                    self.make_room();
                }
                self.open.push((halves(key), place()));
            }
        }
    }

    /// Forgets the references whose ID has come. If that gives back less than half of the room, there will be twice as much:
    /// so each reference is looked at a few times at most.
    #[cold]
    fn make_room(&mut self) {
        const LEAST: usize = 64;
        let (known, noted) = (&self.known, &self.noted);
        self.open.retain(|(halves, _)| is_open(*halves, known, noted));
        let room = self.open.capacity().max(LEAST);
        if self.open.len() > room / 2 || self.open.capacity() < room {
            self.open.reserve_exact(2 * room - self.open.len());
        }
    }

    /// At the end of the document: the place of the first reference whose ID was never given.
    pub fn first_dangling(&self) -> Option<&P> {
        self.dangling().next()
    }

    /// At the end of the document: the places of all references whose ID was never given, in document order.
    pub fn dangling(&self) -> impl Iterator<Item = &P> {
        self.open
            .iter()
            .filter(|(halves, _)| is_open(*halves, &self.known, &self.noted))
            .map(|(_, place)| place)
    }
}

fn is_open(halves: [u64; 2], known: &KeySet, noted: &KeySet) -> bool {
    let key = whole(halves);
    !known.contains(key) && !noted.contains(key)
}

#[expect(clippy::cast_possible_truncation, reason = "the halves are what is wanted")]
fn halves(key: u128) -> [u64; 2] {
    [(key >> 64) as u64, key as u64]
}

fn whole([high, low]: [u64; 2]) -> u128 {
    (u128::from(high) << 64) | u128::from(low)
}

#[cfg(test)]
mod tests {
    use super::IdTable;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    #[test]
    fn ids_are_unique_and_references_find_them_before_and_after() {
        let mut table = IdTable::new();
        table.refer("later", || 1);
        assert!(table.declare("first"));
        assert!(!table.declare("first"));
        table.refer("first", || 2);
        table.refer(" first \n nowhere later", || 3);
        assert!(table.declare("later"));
        assert_eq!(table.dangling().copied().collect::<Vec<_>>(), [3]);
    }

    #[test]
    fn noted_ids_are_targets_and_never_duplicates() {
        let mut table = IdTable::new();
        table.refer("noted", || 1);
        table.note("noted");
        assert!(table.declare("noted"));
        table.note("noted");
        table.refer("other", || 2);
        assert_eq!(table.dangling().copied().collect::<Vec<_>>(), [2]);
    }

    #[test]
    fn references_whose_id_has_come_give_their_room_back() {
        let mut table = IdTable::new();
        table.refer("nowhere", || 0);
        for number in 1..10_000 {
            table.refer(&format!("later {number}"), || number);
            assert!(table.declare(&number.to_string()));
        }
        assert!(table.declare("later"));
        assert_eq!(table.dangling().copied().collect::<Vec<_>>(), [0]);
        let mut table = IdTable::new();
        for number in 0..10_000 {
            table.refer(&number.to_string(), || number);
            assert!(table.declare(&number.to_string()));
        }
        assert!(table.open.capacity() <= 128, "{}", table.open.capacity());
    }

    proptest! {
        #[test]
        fn exactly_the_references_without_id_are_left(
            steps in prop::collection::vec((0..3, 0_i32..400), 0..1_500),
        ) {
            let mut table = IdTable::new();
            let (mut given, mut noted) = (BTreeSet::<i32>::new(), BTreeSet::<i32>::new());
            let mut references = Vec::new();
            for (place, (kind, id)) in steps.into_iter().enumerate() {
                match kind {
                    0 => prop_assert_eq!(table.declare(&id.to_string()), given.insert(id)),
                    1 if id % 8 == 0 => {
                        table.note(&id.to_string());
                        noted.insert(id);
                    }
                    _ => {
                        table.refer(&id.to_string(), || place);
                        references.push((place, id));
                    }
                }
            }
            let is_dangling = |&(_, id): &(usize, i32)| !given.contains(&id) && !noted.contains(&id);
            let expected: Vec<usize> = references.into_iter().filter(is_dangling).map(|(place, _)| place).collect();
            prop_assert_eq!(table.dangling().copied().collect::<Vec<_>>(), expected);
        }
    }

    #[test]
    fn debug_output_holds_no_id() {
        let mut table: IdTable<()> = IdTable::new();
        assert!(table.declare("geheim"));
        assert!(!format!("{table:?}").contains("geheim"));
    }
}
