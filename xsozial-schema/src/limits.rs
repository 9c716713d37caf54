//! Limits that keep hostile documents small.

/// Limits on what a document may hold. The defaults fit application data with attachments.
///
/// ```
/// use xsozial_schema::limits::Limits;
/// let limits = Limits { depth: 64, ..Limits::default() };
/// assert_eq!(limits.text, 256 << 20);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Deepest nesting of elements; the root has depth 1.
    pub depth: u32,
    /// Longest start tag in bytes, attributes and namespace declarations included.
    pub start_tag: usize,
    /// Longest run of character data in bytes, as it stands in the document.
    pub text: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            depth: 256,
            start_tag: 1 << 20,
            text: 256 << 20,
        }
    }
}
