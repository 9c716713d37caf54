//! Bytes that a stored list is read from in place.

use std::{fmt, ops::Range, sync::Arc};

/// A part of bytes that several lists may share: of a program's own data, or of a file that was read.
///
/// `Debug` tells the length alone.
#[derive(Clone)]
pub struct Bytes {
    whole: Whole,
    range: Range<usize>,
}

#[derive(Clone)]
enum Whole {
    Static(&'static [u8]),
    Shared(Arc<Vec<u8>>),
}

impl Bytes {
    /// The bytes.
    #[inline]
    pub fn as_slice(&self) -> &[u8] {
        let whole = match &self.whole {
            Whole::Static(bytes) => bytes,
            Whole::Shared(bytes) => bytes.as_slice(),
        };
        whole.get(self.range.clone()).unwrap_or_default()
    }

    /// A part of them, without a copy; `None` when they are too few.
    pub fn part(&self, start: usize, length: usize) -> Option<Self> {
        let end = start.checked_add(length)?;
        (end <= self.range.len()).then(|| Self {
            whole: self.whole.clone(),
            range: self.range.start + start..self.range.start + end,
        })
    }
}

impl From<&'static [u8]> for Bytes {
    fn from(bytes: &'static [u8]) -> Self {
        Self {
            range: 0..bytes.len(),
            whole: Whole::Static(bytes),
        }
    }
}

impl From<Vec<u8>> for Bytes {
    fn from(bytes: Vec<u8>) -> Self {
        Self {
            range: 0..bytes.len(),
            whole: Whole::Shared(Arc::new(bytes)),
        }
    }
}

impl fmt::Debug for Bytes {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Bytes({})", self.range.len())
    }
}
