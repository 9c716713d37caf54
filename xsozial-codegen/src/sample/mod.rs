//! Synthetic documents: valid by construction from the compiled schema.
//!
//! ```text
//! Schema --variants, weight--> what can stand, and how small --grow--> tree --references, identity--> tree --write--> bytes
//! ```
//!
//! - `variants` tells which elements and types may stand in for declared ones.
//! - `weight` computes by fixpoint how much the smallest form of each type holds; what has no smallest form (it holds
//!   itself, or asks for a value that does not exist) is left out where it is optional and an error where it is not.
//! - `grow` makes the tree, `value` the values in it.
//! - `deviant` makes documents that break one rule, of trees that break none.
//! - `references` gives each `xs:IDREF` an ID of the document, `identity` makes keys unique and key references point to keys.
//!
//! The same schema, code lists, element, seed and size give the same bytes on every machine. Values say that they are
//! synthetic, and persons are impossible ones.
//!
//! ```no_run
//! use xsozial_codegen::sample::{Sampler, Size};
//! use xsozial_schema::{Schema, xsd::Sources};
//! let schema = Schema::compile(Sources::new().schema("delivery/xsd"))?;
//! let sampler = Sampler::new(&schema);
//! for root in sampler.roots() {
//!     let bytes = sampler.document(root, 1, Size::Random)?;
//!     println!("{} bytes", bytes.len());
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod command;
mod deviant;
mod error;
mod explain;
mod grow;
mod identity;
mod lists;
mod prefixes;
mod random;
mod references;
mod sampler;
#[cfg(test)]
mod tests;
mod tree;
mod value;
mod variants;
mod weight;
mod write;

pub(crate) use command::{Order, write_samples};
pub use error::SampleError;
pub use sampler::Sampler;

/// How much a document holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Size {
    /// The least that is valid.
    Minimal,
    /// Every optional part once: each type is filled the first time it occurs, and held small after that, so that the
    /// document stays readable. Repeated choices show every branch; single ones show the branch that the seed selects.
    Full,
    /// What the seed decides.
    Random,
}
