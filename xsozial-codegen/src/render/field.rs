//! Fields of structs and variants of enums for choices.

use super::{docs, ident, types};
use crate::{
    model::Field,
    naming::{serde_camel, serde_variant},
};
use proc_macro2::TokenStream;
use quote::quote;

/// Attributes that let a struct or enum be converted to and from JSON, whose keys are the XML names.
pub(super) fn serde_type() -> TokenStream {
    quote!(#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "camelCase"))])
}

/// Fields of a struct.
pub(super) fn declarations(fields: &[Field], module: &str) -> TokenStream {
    let fields = fields.iter().map(|field| {
        let docs = docs::attributes(&field.docs);
        let rename = rename(field.json_name.as_deref(), &serde_camel(&field.name));
        let name = ident(&field.name);
        let value_type = types::field(field, module);
        quote!(#docs #rename pub #name: #value_type,)
    });
    quote!(#(#fields)*)
}

/// Variants of an enum for a choice.
pub(super) fn variants(branches: &[Field], module: &str) -> TokenStream {
    let variants = branches.iter().map(|branch| {
        let docs = docs::attributes(&branch.docs);
        let rename = rename(branch.json_name.as_deref(), &serde_variant(&branch.name));
        let name = ident(&branch.name);
        let value_type = types::field(branch, module);
        quote!(#docs #rename #name(#value_type),)
    });
    quote!(#(#variants)*)
}

/// The attribute for a name in JSON that is not the one that serde makes itself.
pub(super) fn rename(json_name: Option<&str>, made: &str) -> Option<TokenStream> {
    json_name
        .filter(|&wanted| wanted != made)
        .map(|wanted| quote!(#[cfg_attr(feature = "serde", serde(rename = #wanted))]))
}

/// A field's local variable while it is read: none may hide the reader's own.
pub(super) fn local(field: &Field) -> proc_macro2::Ident {
    match field.name.as_str() {
        "reader" | "frame" | "slot" | "part" => ident(&format!("{}_", field.name)),
        name => ident(name),
    }
}
