//! Values of the built-in types (XML Schema part 2).
//!
//! Every type reads its lexical form after white-space handling, prints it (as it was read where digits and zones
//! matter, else in canonical form), and is compared in its value space. `Debug` never shows a value: it may be personal
//! data.

mod any;
mod as_text;
mod binary;
mod boolean;
mod builtin;
mod decimal;
mod error;
mod float;
mod integer;
mod lexical;
mod machine_integer;
mod name;
mod number;
mod qname;
mod simple;
mod temporal;
#[cfg(test)]
mod tests;
mod uri;
mod whitespace;

pub use any::Value;
pub use binary::{Base64Binary, Base64Decoder, HexBinary};
pub use boolean::{boolean_text, parse_boolean};
pub use builtin::Builtin;
pub use decimal::Decimal;
pub use error::{LexicalError, RangeError};
pub use float::{parse_double, parse_float, write_double, write_float};
pub use integer::Integer;
pub use name::{is_name, is_name_token, is_nc_name};
pub use qname::{NoPrefixes, PrefixResolver, QName};
pub use simple::Simple;
pub use temporal::{Date, DateTime, Duration, GDay, GMonth, GMonthDay, GYear, GYearMonth, Time, Zone};
pub use uri::{is_any_uri, is_language};
pub use whitespace::WhiteSpace;

pub(crate) use any::items;
pub(crate) use binary::{base64_octets, hex_octets};
pub(crate) use number::NumberParts;
