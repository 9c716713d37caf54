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
/// STUB
pub trait PrefixResolver {
    /// s
    fn namespace_uri(&self, prefix: &str) -> Option<&str>;
}
impl Value {
    /// s
    pub fn parse(_b: Builtin, text: &str, _p: &dyn PrefixResolver) -> Option<Self> {
        Some(Self::Text(text.to_owned()))
    }
}
