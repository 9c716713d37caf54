//! A list as bytes, from which it is used in place: loading parses neither XML nor rows.
//!
//! ```text
//! magic | checksum of what follows (u64) | length of the head (u32) | head (postcard)
//!   | text of all values | ends (u32) | columns (u16) | starts (u32) | lines (u32) | slots (u32) of each index
//! ```
//! Numbers are written lowest byte first. The checksum finds damage by accident; whatever the bytes are, looking up never
//! reads beyond them and ends.

use super::{
    bytes::Bytes,
    column::{Column, Key},
    defect::Defect,
    identification::{Annotations, Identification},
    index::ColumnIndex,
    list::CodeList,
    rows::{Pool, Rows},
    table::{Number, Table},
};
use serde::{Deserialize, Serialize};
use siphasher::sip::SipHasher13;
use std::{hash::Hasher, sync::OnceLock};

/// First bytes of every stored list; the last one is the version of the layout, of which the hash of the indexes is part.
const MAGIC: &[u8; 8] = b"xsozlst\x01";

/// Why a stored list, or a store of them, could not be loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum StoredListError {
    /// The bytes are no stored list, or one of another version of xsozial.
    #[error("these bytes are no stored code list of this version of xsozial; make them again from the genericode file")]
    WrongVersion,
    /// The bytes begin as they should and are damaged further on.
    #[error("the stored code list is damaged; make it again from the genericode file")]
    Damaged,
}

/// Everything but the rows, and how large their parts are.
#[derive(Serialize, Deserialize)]
struct Head {
    identification: Identification,
    annotations: Annotations,
    columns: Vec<Column>,
    keys: Vec<Key>,
    defects: Vec<Defect>,
    pool: usize,
    values: usize,
    rows: usize,
    /// Column and number of slots of each index.
    indexes: Vec<(usize, usize)>,
}

impl CodeList {
    /// The list as bytes, for [`from_stored`](Self::from_stored). The keys of one column and the code column are indexed.
    pub fn to_stored(&self) -> Vec<u8> {
        let mut columns: Vec<usize> = self.keys.iter().filter_map(Key::single).collect();
        columns.extend(self.code_column(None));
        columns.sort_unstable();
        columns.dedup();
        let indexes: Vec<(usize, &ColumnIndex)> = columns
            .into_iter()
            .filter_map(|column| Some((column, self.index(column)?)))
            .collect();
        let head = Head {
            identification: self.identification.clone(),
            annotations: self.annotations.clone(),
            columns: self.columns.clone(),
            keys: self.keys.clone(),
            defects: self.defects.clone(),
            pool: self.rows.pool.as_bytes().len(),
            values: self.rows.ends.len(),
            rows: self.rows.len(),
            indexes: (indexes.iter())
                .map(|(column, index)| (*column, index.slots().len()))
                .collect(),
        };
        // Plain data written to memory: serialising it does not fail.
        let head = postcard::to_stdvec(&head).unwrap_or_default();
        let mut body = Vec::new();
        body.extend_from_slice(&u32::try_from(head.len()).unwrap_or(u32::MAX).to_le_bytes());
        body.extend_from_slice(&head);
        body.extend_from_slice(self.rows.pool.as_bytes());
        self.rows.ends.write(&mut body);
        self.rows.columns.write(&mut body);
        self.rows.starts.write(&mut body);
        self.rows.lines.write(&mut body);
        for (_, index) in indexes {
            index.slots().write(&mut body);
        }
        let mut stored = MAGIC.to_vec();
        stored.extend_from_slice(&checksum(&body).to_le_bytes());
        stored.append(&mut body);
        stored
    }

    /// The list in bytes that [`to_stored`](Self::to_stored) made. They are kept and used in place, so this takes well
    /// below a millisecond for each megabyte, and no memory beyond them: embed them with `include_bytes!`, or pass what
    /// was read from a file.
    ///
    /// ```
    /// use xsozial_schema::genericode::CodeList;
    /// # let xml = br#"<gc:CodeList xmlns:gc="http://docs.oasis-open.org/codelist/ns/genericode/1.0/"><ColumnSet>
    /// #   <Column Id="code" Use="required"/></ColumnSet><SimpleCodeList><Row><Value ColumnRef="code">
    /// #   <SimpleValue>r</SimpleValue></Value></Row></SimpleCodeList></gc:CodeList>"#;
    /// let parsed = CodeList::from_bytes(xml, "ampel_1.xml")?;
    /// let stored = CodeList::from_stored(parsed.to_stored())?;
    /// assert_eq!(stored, parsed);
    /// assert_eq!(stored.find(0, "r"), Some(0));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn from_stored(bytes: impl Into<Bytes>) -> Result<Self, StoredListError> {
        let bytes = bytes.into();
        let body = (bytes.as_slice().strip_prefix(MAGIC)).ok_or(StoredListError::WrongVersion)?;
        let (sum, body) = body.split_first_chunk().ok_or(StoredListError::Damaged)?;
        if checksum(body) != u64::from_le_bytes(*sum) {
            return Err(StoredListError::Damaged);
        }
        let body = bytes
            .part(MAGIC.len() + sum.len(), body.len())
            .ok_or(StoredListError::Damaged)?;
        open(&body).ok_or(StoredListError::Damaged)
    }

    /// Whether bytes begin as those of [`to_stored`](Self::to_stored) do, in this layout or another.
    pub fn is_stored(bytes: &[u8]) -> bool {
        bytes.starts_with(&MAGIC[..MAGIC.len() - 1])
    }
}

/// A checksum against damage by accident.
pub(crate) fn checksum(bytes: &[u8]) -> u64 {
    let mut hasher = SipHasher13::new();
    hasher.write(bytes);
    hasher.finish()
}

/// The list in the bytes behind the checksum; `None` when they do not fit together.
fn open(body: &Bytes) -> Option<CodeList> {
    let (length, rest) = body.as_slice().split_first_chunk()?;
    let head_length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
    let head: Head = postcard::from_bytes(rest.get(..head_length)?).ok()?;
    let mut parts = Parts {
        bytes: body,
        place: length.len() + head_length,
    };
    let pool = parts.take(head.pool)?;
    std::str::from_utf8(pool.as_slice()).ok()?;
    let rows = Rows {
        pool: Pool::Stored(pool),
        ends: parts.table(head.values)?,
        columns: parts.table(head.values)?,
        starts: parts.table(head.rows)?,
        lines: parts.table(head.rows)?,
    };
    let indexes: Vec<_> = head.columns.iter().map(|_| OnceLock::new()).collect();
    for (column, slots) in head.indexes {
        let index = ColumnIndex::stored(parts.table(slots)?, head.rows)?;
        indexes.get(column)?.set(index).ok()?;
    }
    let has_columns = |key: &Key| key.columns.iter().all(|&column| column < head.columns.len());
    (parts.place == body.as_slice().len() && head.keys.iter().all(has_columns)).then_some(CodeList {
        identification: head.identification,
        annotations: head.annotations,
        columns: head.columns,
        keys: head.keys,
        defects: head.defects,
        rows,
        indexes,
    })
}

/// Takes one part after the other.
struct Parts<'b> {
    bytes: &'b Bytes,
    place: usize,
}

impl Parts<'_> {
    fn take(&mut self, length: usize) -> Option<Bytes> {
        let part = self.bytes.part(self.place, length)?;
        self.place += length;
        Some(part)
    }

    fn table<N: Number>(&mut self, numbers: usize) -> Option<Table<N>> {
        Some(Table::Stored(self.take(numbers.checked_mul(N::WIDTH)?)?))
    }
}
