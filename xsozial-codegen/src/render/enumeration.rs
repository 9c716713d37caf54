//! Enums for enumerations.

use super::{docs, field, ident};
use crate::model::Enumeration;
use proc_macro2::TokenStream;
use quote::quote;

/// An enum with the table of its values.
pub(super) fn render(enumeration: &Enumeration) -> TokenStream {
    let name = ident(&enumeration.name);
    let docs = docs::attributes(&enumeration.docs);
    let variants = enumeration.variants.iter().map(|variant| {
        let docs = docs::attributes(&variant.docs);
        let rename = field::rename(Some(&variant.text), &variant.name);
        let name = ident(&variant.name);
        quote!(#docs #rename #name,)
    });
    let values = enumeration.variants.iter().map(|variant| {
        let (name, text) = (ident(&variant.name), &variant.text);
        quote!((#text, Self::#name))
    });
    quote! {
        #docs
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
        #[non_exhaustive]
        pub enum #name { #(#variants)* }

        impl xml::Enumerated for #name {
            const VALUES: &'static [(&'static str, Self)] = &[#(#values),*];
        }
        xsozial_model::masked_debug!(#name);
    }
}
