//! Code types.

use super::{
    docs::{self, code},
    ident, ids,
};
use crate::model::{CodeAlias, CodeList, Docs};
use proc_macro2::TokenStream;
use quote::quote;
use xsozial_schema::schema::CodeTyp;

/// The alias of a code type.
pub(super) fn render_alias(alias: &CodeAlias) -> TokenStream {
    let name = ident(&alias.name);
    let docs = docs::attributes(&alias.docs);
    quote! {
        #docs
        pub type #name = xml::Code<codelisten::#name>;
    }
}

/// The module of the markers; nothing when there are none.
pub(super) fn render_module(code_lists: &[CodeList]) -> TokenStream {
    if code_lists.is_empty() {
        return TokenStream::new();
    }
    let markers = code_lists.iter().map(marker);
    quote! {
        /// Die Codelisten der Codetypen dieses Moduls.
        pub mod codelisten {
            use xsozial_model::{schema::schema::ComplexTypeId, xml};
            #(#markers)*
        }
    }
}

fn marker(code_list: &CodeList) -> TokenStream {
    let name = ident(&code_list.name);
    let docs = docs::attributes(&Docs {
        remark: Some(description(code_list)),
        ..Docs::default()
    });
    let complex_type = ids::complex_type(code_list.complex_type);
    let list_uri = optional(code_list.list_uri.as_deref());
    let list_version = optional(code_list.list_version.as_deref());
    let constants = constants(code_list);
    quote! {
        #docs
        pub enum #name {}

        impl xml::Codeliste for #name {
            const TYPE: ComplexTypeId = #complex_type;
            const LIST_URI: Option<&'static str> = #list_uri;
            const LIST_VERSION: Option<&'static str> = #list_version;

            fn schema() -> &'static xsozial_model::schema::Schema {
                super::super::schema()
            }
        }
        #constants
    }
}

fn optional(text: Option<&str>) -> TokenStream {
    match text {
        Some(text) => quote!(Some(#text)),
        None => quote!(None),
    }
}

fn description(code_list: &CodeList) -> String {
    let typ = match code_list.typ {
        CodeTyp::Typ1 => "Code-Typ 1",
        CodeTyp::Typ2 => "Code-Typ 2",
        CodeTyp::Typ3 => "Code-Typ 3: die Version nennt das Dokument",
        CodeTyp::Typ4 => "Code-Typ 4: Liste und Version nennt das Dokument",
    };
    let mut text = String::from("Codeliste");
    for part in [
        code_list.title.as_str(),
        code_list.list_uri.as_deref().unwrap_or_default(),
    ] {
        if !part.is_empty() {
            text = format!("{text} {}", code(part));
        }
    }
    if let Some(version) = &code_list.list_version {
        text = format!("{text}, Version {}", code(version));
    }
    format!("{text} ({typ}).")
}

fn constants(code_list: &CodeList) -> TokenStream {
    if code_list.constants.is_empty() {
        return TokenStream::new();
    }
    let name = ident(&code_list.name);
    let constants = code_list.constants.iter().map(|constant| {
        let (name, code) = (ident(&constant.name), &constant.code);
        let description = constant.description.clone();
        let docs = docs::attributes(&Docs {
            documentation: vec![if description.is_empty() {
                code.clone()
            } else {
                description
            }],
            ..Docs::default()
        });
        quote!(#docs pub const #name: &'static str = #code;)
    });
    quote!(impl #name { #(#constants)* })
}
