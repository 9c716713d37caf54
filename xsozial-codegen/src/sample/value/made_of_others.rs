//! Lists and unions.

use super::{Kind, Values, Wish, fit::Lengths};
use crate::sample::{Size, random::Random};
use std::iter;
use xsozial_schema::{check::IdKind, schema::SimpleTypeId};

/// How many numbers of items are tried.
const COUNTS: usize = 12;

impl Values<'_> {
    /// A list with as many items as the facets want.
    pub(super) fn list(
        &self,
        id: SimpleTypeId,
        item: SimpleTypeId,
        wish: &Wish<'_>,
        random: &mut Random,
    ) -> Option<String> {
        let lengths = Lengths::of(self.schema.facets(id));
        let usual = match wish.size {
            Size::Minimal => 0,
            Size::Full => 1,
            Size::Random => random.below(4),
        };
        let first = lengths.nearest(usual);
        let counts = iter::once(first).chain(lengths.fewest..=lengths.most.min(lengths.fewest.saturating_add(COUNTS)));
        let item_wish = Wish::new(Kind::Item, if wish.is_distinct() { Size::Random } else { wish.size });
        for count in counts {
            let items: Option<Vec<String>> = (0..count).map(|_| self.find(item, &item_wish, random)).collect();
            // When the item type has no value, only the empty list may be one.
            let text = items.and_then(|items| self.take(id, &items.join(" "), wish));
            if text.is_some() {
                return text;
            }
        }
        None
    }

    /// A value of one of the member types. Members that are or refer to IDs are left out: the document would have to know
    /// which member took the value.
    pub(super) fn union(
        &self,
        id: SimpleTypeId,
        members: &[SimpleTypeId],
        wish: &Wish<'_>,
        random: &mut Random,
    ) -> Option<String> {
        let start = if wish.size == Size::Random {
            random.below(members.len())
        } else {
            0
        };
        let order = members.iter().cycle().skip(start).take(members.len());
        let mut plain = order.filter(|&&member| self.schema.id_kind(member) == IdKind::None);
        plain.find_map(|&member| {
            let text = self.find(member, wish, random)?;
            self.take(id, &text, wish)
        })
    }
}
