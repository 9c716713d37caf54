//! Enums for the parts of mixed content.

use super::{docs, field, ident, read, write};
use crate::model::Mixed;
use proc_macro2::TokenStream;
use quote::quote;

/// An enum with its reader and writer.
pub(super) fn render(mixed: &Mixed, module: &str) -> TokenStream {
    let (name, text) = (ident(&mixed.name), ident(&mixed.text));
    let docs = docs::attributes(&mixed.docs);
    let serde = field::serde_type();
    let variants = field::variants(&mixed.branches, module);
    let reading = read::mixed_part(mixed, module);
    let writing = mixed.branches.iter().map(write::branch);
    quote! {
        #docs
        #[derive(Clone, PartialEq)]
        #serde
        #[non_exhaustive]
        pub enum #name {
            /// Text.
            #[cfg_attr(feature = "serde", serde(rename = "$text"))]
            #text(String),
            #variants
        }

        impl #name {
            #reading

            fn write_part(&self, writer: &mut xml::Writer<'_>) -> Result<(), xml::Error> {
                match self {
                    Self::#text(text) => writer.characters(text),
                    #(#writing)*
                }
            }
        }
        xsozial_model::masked_debug!(#name);
    }
}
