//! Reading the beginning of a stream without losing it.

use std::io::{self, BufRead, Read};

/// Keeps what is read of a stream, so that it can be read again.
pub(super) struct Recorder<'r, R> {
    stream: &'r mut R,
    read: Vec<u8>,
}

impl<'r, R: BufRead> Recorder<'r, R> {
    pub(super) fn new(stream: &'r mut R) -> Self {
        Self {
            stream,
            read: Vec::new(),
        }
    }

    /// The stream from its beginning.
    pub(super) fn replay(self) -> impl BufRead + 'r {
        io::Cursor::new(self.read).chain(self.stream)
    }
}

impl<R: BufRead> Read for Recorder<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.stream.read(buffer)?;
        self.read.extend_from_slice(&buffer[..count]);
        Ok(count)
    }
}

impl<R: BufRead> BufRead for Recorder<'_, R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.stream.fill_buf()
    }

    fn consume(&mut self, count: usize) {
        // What is consumed lies in the buffer: this does not read.
        if let Ok(buffer) = self.stream.fill_buf() {
            self.read.extend_from_slice(&buffer[..count.min(buffer.len())]);
        }
        self.stream.consume(count);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_was_read_is_read_again(
            bytes in prop::collection::vec(any::<u8>(), 0..200),
            head in 0_usize..200,
            window in 1_usize..20,
            by_lines in any::<bool>(),
        ) {
            let mut stream = io::BufReader::with_capacity(window, bytes.as_slice());
            let mut recorder = Recorder::new(&mut stream);
            if by_lines {
                let mut line = Vec::new();
                recorder.read_until(b'\n', &mut line).unwrap();
            } else {
                let mut part = vec![0; head.min(bytes.len())];
                recorder.read_exact(&mut part).unwrap();
            }
            let mut all = Vec::new();
            recorder.replay().read_to_end(&mut all).unwrap();
            prop_assert_eq!(all, bytes);
        }
    }
}
