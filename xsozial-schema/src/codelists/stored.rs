//! A store as bytes.
//!
//! ```text
//! magic | checksum of the head (u64) | length of the head (u32) | head (postcard): path, hash, length of each list | lists
//! ```

use super::store::{CodelistStore, StoredList};
use crate::genericode::{Bytes, CodeList, StoredListError, checksum};
use serde::{Deserialize, Serialize};

/// First bytes of every stored store; the last one is the version of the layout.
const MAGIC: &[u8; 8] = b"xsozcls\x01";

#[derive(Serialize, Deserialize)]
struct Entry {
    path: String,
    sha256: [u8; 32],
    length: usize,
}

impl CodelistStore {
    /// All lists as bytes, for [`add_stored`](Self::add_stored) and, in a file, for [`add_path`](Self::add_path). Problems
    /// are not kept, except for the conflicts, which show again.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut lists = Vec::new();
        let mut entries = Vec::new();
        for stored in &self.lists {
            let bytes = stored.list.to_stored();
            entries.push(Entry {
                path: stored.path.clone(),
                sha256: stored.sha256,
                length: bytes.len(),
            });
            lists.extend_from_slice(&bytes);
        }
        // Plain data written to memory: serialising it does not fail.
        let head = postcard::to_stdvec(&entries).unwrap_or_default();
        let mut bytes = MAGIC.to_vec();
        bytes.extend_from_slice(&checksum(&head).to_le_bytes());
        bytes.extend_from_slice(&u32::try_from(head.len()).unwrap_or(u32::MAX).to_le_bytes());
        bytes.extend_from_slice(&head);
        bytes.append(&mut lists);
        bytes
    }

    /// Whether bytes begin as those of [`to_bytes`](Self::to_bytes) do, in this layout or another.
    pub fn is_stored(bytes: &[u8]) -> bool {
        bytes.starts_with(&MAGIC[..MAGIC.len() - 1])
    }
}

/// The lists in stored bytes, all or none.
pub(super) fn read(bytes: &Bytes) -> Result<Vec<StoredList>, StoredListError> {
    let rest = (bytes.as_slice().strip_prefix(MAGIC)).ok_or(StoredListError::WrongVersion)?;
    let (sum, rest) = rest.split_first_chunk().ok_or(StoredListError::Damaged)?;
    let (length, rest) = rest.split_first_chunk().ok_or(StoredListError::Damaged)?;
    let length = usize::try_from(u32::from_le_bytes(*length)).map_err(|_| StoredListError::Damaged)?;
    let head = rest.get(..length).ok_or(StoredListError::Damaged)?;
    if checksum(head) != u64::from_le_bytes(*sum) {
        return Err(StoredListError::Damaged);
    }
    let entries: Vec<Entry> = postcard::from_bytes(head).map_err(|_| StoredListError::Damaged)?;
    let mut place = MAGIC.len() + sum.len() + size_of::<u32>() + length;
    let mut lists = Vec::new();
    for entry in entries {
        let part = bytes.part(place, entry.length).ok_or(StoredListError::Damaged)?;
        place += entry.length;
        lists.push(StoredList {
            list: CodeList::from_stored(part)?,
            path: entry.path,
            sha256: entry.sha256,
        });
    }
    if place == bytes.as_slice().len() {
        Ok(lists)
    } else {
        Err(StoredListError::Damaged)
    }
}
