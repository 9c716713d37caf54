//! Values of the built-in types (XML Schema part 2).

mod builtin;
mod whitespace;

pub use builtin::Builtin;
pub use whitespace::WhiteSpace;

/// STUB
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub enum Value {
    /// STUB
    Text(String),
}
