//! Numbers in memory, or in the bytes of a stored list, from where they are read without being parsed.

use super::bytes::Bytes;

/// A number of fixed width.
pub(super) trait Number: Copy + PartialEq {
    /// Its width in bytes.
    const WIDTH: usize;

    /// The number of these bytes, the lowest first.
    fn read(bytes: &[u8]) -> Option<Self>;

    /// Appends its bytes, the lowest first.
    fn write(self, target: &mut Vec<u8>);
}

macro_rules! number {
    ($($number:ty),*) => {$(
        impl Number for $number {
            const WIDTH: usize = size_of::<$number>();

            #[inline]
            fn read(bytes: &[u8]) -> Option<Self> {
                bytes.try_into().ok().map(<$number>::from_le_bytes)
            }

            fn write(self, target: &mut Vec<u8>) {
                target.extend_from_slice(&self.to_le_bytes());
            }
        }
    )*};
}

number!(u16, u32);

/// A table of numbers.
#[derive(Clone)]
pub(super) enum Table<N> {
    /// In memory.
    Owned(Vec<N>),
    /// In the bytes of a stored list.
    Stored(Bytes),
}

impl<N> Default for Table<N> {
    fn default() -> Self {
        Self::Owned(Vec::new())
    }
}

impl<N: Number> Table<N> {
    /// How many numbers there are.
    #[inline]
    pub(super) fn len(&self) -> usize {
        match self {
            Self::Owned(numbers) => numbers.len(),
            Self::Stored(bytes) => bytes.as_slice().len() / N::WIDTH,
        }
    }

    /// The number at a place.
    #[inline]
    pub(super) fn get(&self, place: usize) -> Option<N> {
        match self {
            Self::Owned(numbers) => numbers.get(place).copied(),
            Self::Stored(bytes) => {
                let start = place.checked_mul(N::WIDTH)?;
                N::read(bytes.as_slice().get(start..start.checked_add(N::WIDTH)?)?)
            }
        }
    }

    /// Adds a number; a stored table becomes one in memory for it.
    pub(super) fn push(&mut self, number: N) {
        if let Self::Stored(_) = self {
            *self = Self::Owned(self.iter().collect());
        }
        if let Self::Owned(numbers) = self {
            numbers.push(number);
        }
    }

    /// All numbers.
    pub(super) fn iter(&self) -> impl Iterator<Item = N> + '_ {
        (0..self.len()).filter_map(|place| self.get(place))
    }

    /// Appends the bytes of all numbers.
    pub(super) fn write(&self, target: &mut Vec<u8>) {
        for number in self.iter() {
            number.write(target);
        }
    }
}

impl<N: Number> PartialEq for Table<N> {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().eq(other.iter())
    }
}

impl<N: Number> Eq for Table<N> {}
