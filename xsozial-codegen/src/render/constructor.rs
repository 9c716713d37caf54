//! Constructors: all that is mandatory, nothing that is not.

use super::{docs, ident, types};
use crate::model::{Cardinality, Docs, Field, Record, ValueType};
use proc_macro2::TokenStream;
use quote::quote;

/// The constructor of a struct; nothing for a struct without mandatory fields, which has a `Default`.
pub(super) fn render(record: &Record, module: &str) -> TokenStream {
    let mandatory: Vec<&Field> = mandatory(record).collect();
    match &record.required {
        _ if mandatory.is_empty() => TokenStream::new(),
        Some(required) => from_required(record, required, &mandatory, module),
        None => new(record, &mandatory, module),
    }
}

fn mandatory(record: &Record) -> impl Iterator<Item = &Field> {
    record.fields.iter().filter(|field| field.cardinality.is_mandatory())
}

fn new(record: &Record, mandatory: &[&Field], module: &str) -> TokenStream {
    let name = ident(&record.name);
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
    quote! {
        impl #name {
            /// Ein Wert mit allem, was Pflicht ist.
            pub fn new(#(#arguments),*) -> Self {
                Self { #(#values),* }
            }
        }
    }
}

fn from_required(record: &Record, required: &str, mandatory: &[&Field], module: &str) -> TokenStream {
    let (name, required) = (ident(&record.name), ident(required));
    let docs = docs::attributes(&Docs {
        remark: Some(format!("Alles, was in [`{}`] Pflicht ist.", record.name)),
        ..Docs::default()
    });
    let fields = mandatory.iter().map(|field| {
        let (name, value_type) = (ident(&field.name), types::field(field, module));
        let docs = docs::attributes(&Docs {
            xml_name: field.docs.xml_name.clone(),
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
