//! What is measured.

/// Why a subject could not do its work; the measurement ends then.
pub type Failure = Box<dyn std::error::Error>;

/// Something that reads or writes a document.
pub trait Subject {
    /// Its name with its version, for the table.
    fn name(&self) -> String;

    /// Makes ready for a document, outside the measured time.
    fn prepare(&mut self, _document: &[u8]) -> Result<(), Failure> {
        Ok(())
    }

    /// Does the work once, allocation and release included. Returns the number of bytes that count for the speed: those
    /// read or those written.
    fn run(&mut self, document: &[u8]) -> Result<usize, Failure>;
}
