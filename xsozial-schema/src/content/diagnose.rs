//! STUB
/// STUB
pub struct Mismatch;
