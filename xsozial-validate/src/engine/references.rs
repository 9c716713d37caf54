//! References to IDs that have not been met yet.

use super::{About, Engine};
use xsozial_model::xml::{EventSource, KeptPath, Mark, Position};
use xsozial_schema::{Code, Fault, NameId, Severity, check::IdKind, schema::SimpleTypeId};

const COLUMN_BITS: u32 = 24;
const MOST_COLUMN: u32 = (1 << COLUMN_BITS) - 1;

/// Where a reference stands, in 16 bytes: one is kept for every reference that is open.
///
/// The offset has 40 bits (a terabyte) and the column 24; a column beyond is told as the last one.
#[derive(Clone, Copy)]
pub(super) struct Reference {
    offset_and_column: u64,
    /// 0: line and column are to be counted from the offset.
    line: u32,
    path: KeptPath,
}

impl Reference {
    pub(super) fn new(mark: Mark, path: KeptPath) -> Self {
        let (offset, line, column) = match mark {
            Mark::Offset(offset) => (offset, 0, 0),
            Mark::Position(position) => (position.offset, position.line, position.column),
        };
        Self {
            offset_and_column: (offset << COLUMN_BITS) | u64::from(column.min(MOST_COLUMN)),
            line,
            path,
        }
    }

    fn mark(self) -> Mark {
        let offset = self.offset_and_column >> COLUMN_BITS;
        if self.line == 0 {
            return Mark::Offset(offset);
        }
        Mark::Position(Position {
            offset,
            line: self.line,
            column: u32::try_from(self.offset_and_column & u64::from(MOST_COLUMN)).unwrap_or(MOST_COLUMN),
        })
    }

    pub(super) fn position<S: EventSource + ?Sized>(self, source: &S) -> Position {
        source.find(self.mark())
    }

    pub(super) fn path(self) -> KeptPath {
        self.path
    }
}

impl Engine<'_> {
    /// Notes what the value of the current element, or of an attribute of it, has to do with IDs. `false`: it gives an ID
    /// that was given before.
    #[inline]
    pub(super) fn register<S: EventSource + ?Sized>(
        &mut self,
        kind: (IdKind, SimpleTypeId),
        text: &str,
        attribute: Option<(usize, NameId)>,
        source: &S,
    ) -> bool {
        let (ids, path) = (&mut self.ids, &mut self.path);
        ids.register(self.schema, kind, text, source.prefixes(), || {
            let mark = source.mark(attribute.map(|(place, _)| place));
            Reference::new(mark, path.keep(attribute.map(|(_, name)| name)))
        })
    }

    /// Reports the references whose ID was never given.
    pub(super) fn report_dangling<S: EventSource + ?Sized>(&mut self, source: &S) {
        let (ids, path, collector) = (&self.ids, &self.path, &mut self.collector);
        for reference in ids.dangling() {
            if collector.is_full() {
                collector.omit(Code::IdReference, Severity::Error);
                continue;
            }
            let place = (
                reference.position(source),
                path.describe_kept(reference.path(), &self.schema.names),
            );
            collector.add(super::finding_at(
                Fault::new(Code::IdReference),
                &About::NOTHING,
                self.schema,
                self.has_places.then_some(place.0),
                place.1,
            ));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_takes_sixteen_bytes_and_keeps_its_place() {
        assert_eq!(size_of::<Reference>(), 16);
        let mut path = xsozial_model::xml::Path::new();
        let kept = path.keep(None);
        for position in [
            Position {
                offset: 1 << 39,
                line: 7,
                column: 12,
            },
            Position {
                offset: 3,
                line: u32::MAX,
                column: MOST_COLUMN,
            },
        ] {
            assert_eq!(
                Reference::new(Mark::Position(position), kept).mark(),
                Mark::Position(position)
            );
        }
        assert_eq!(Reference::new(Mark::Offset(99), kept).mark(), Mark::Offset(99));
    }
}
