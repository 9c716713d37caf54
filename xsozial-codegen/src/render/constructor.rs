//! Constructors: all that is mandatory, nothing that is not.

use super::{docs, ident, types};
use crate::model::{Cardinality, Docs, Field, Record, ValueType};
use proc_macro2::TokenStream;
use quote::quote;

/// The function `new` of a struct; a struct without mandatory fields has a `Default` instead, one with too many of them to
/// tell apart by place is made [`From`](required) a struct of them.
pub(super) fn new(record: &Record, module: &str) -> Option<TokenStream> {
    let mandatory: Vec<&Field> = mandatory(record).collect();
    if mandatory.is_empty() || record.required.is_some() {
        return None;
    }
    let arguments = mandatory.iter().map(|field| {
        let (name, value_type) = (ident(&field.name), types::field(field, module));
        if is_text(field) {
            quote!(#name: impl Into<String>)
        } else {
            quote!(#name: #value_type)
        }
    });
    let values = record.fields.iter().map(|field| {
        let name = ident(&field.name);
        match field.cardinality {
            _ if field.cardinality.is_mandatory() && is_text(field) => quote!(#name: #name.into()),
            _ if field.cardinality.is_mandatory() => quote!(#name),
            _ => absent(field),
        }
    });
    Some(quote! {
        /// Ein Wert mit allem, was Pflicht ist.
        pub fn new(#(#arguments),*) -> Self {
            Self { #(#values),* }
        }
    })
}

fn mandatory(record: &Record) -> impl Iterator<Item = &Field> {
    record.fields.iter().filter(|field| field.cardinality.is_mandatory())
}

/// The struct of all mandatory fields, and the constructor that takes it.
pub(super) fn required(record: &Record, module: &str) -> TokenStream {
    let Some(required) = &record.required else {
        return TokenStream::new();
    };
    let (name, required) = (ident(&record.name), ident(required));
    let docs = docs::attributes(&Docs {
        remark: Some(format!("Alles, was in [`{}`] Pflicht ist.", record.name)),
        ..Docs::default()
    });
    let fields = mandatory(record).map(|field| {
        let (name, value_type) = (ident(&field.name), types::field(field, module));
        let docs = docs::attributes(&Docs {
            xml_name: field.docs.xml_name.clone(),
            remark: field.docs.remark.clone(),
            ..Docs::default()
        });
        quote!(#docs pub #name: #value_type)
    });
    let values = record.fields.iter().map(|field| {
        let name = ident(&field.name);
        if field.cardinality.is_mandatory() {
            quote!(#name: required.#name)
        } else {
            absent(field)
        }
    });
    quote! {
        #docs
        pub struct #required { #(#fields),* }

        impl From<#required> for #name {
            fn from(required: #required) -> Self {
                Self { #(#values),* }
            }
        }
    }
}

fn absent(field: &Field) -> TokenStream {
    let name = ident(&field.name);
    match field.cardinality {
        Cardinality::Many { .. } => quote!(#name: Vec::new()),
        Cardinality::One | Cardinality::Optional => quote!(#name: None),
    }
}

fn is_text(field: &Field) -> bool {
    field.value_type == ValueType::Plain("String") && field.cardinality == Cardinality::One
}
