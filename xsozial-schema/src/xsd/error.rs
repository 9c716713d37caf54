//! STUB
use super::SchemaFault;
/// s
#[derive(Debug, thiserror::Error)]
pub enum XsdError {
    /// s
    #[error(transparent)]
    Schema(#[from] SchemaFault),
}
