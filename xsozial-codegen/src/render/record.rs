//! Structs.

use super::{
    constructor, docs, field, ident, ids,
    read::{self, Next},
    write,
};
use crate::model::{Cardinality, Record};
use proc_macro2::TokenStream;
use quote::quote;
use xsozial_schema::schema::ComplexTypeId;

/// A struct with its constants, constructor, reader and writer.
pub(super) fn render(record: &Record, module: &str) -> TokenStream {
    let declaration = declaration(record, module);
    let associated = associated(record, module);
    let required = constructor::required(record, module);
    let debug = debug(record);
    let content = match (record.complex_type, &record.group) {
        (Some(complex_type), _) => content(record, complex_type, module),
        (None, Some((leaves, depth))) => {
            let reading = read::fields(&record.fields, &Next::Group(leaves, *depth), module);
            let writing = write::record(record);
            let name = ident(&record.name);
            quote! {
                impl #name {
                    fn read_group(reader: &mut xml::Reader<'_>, frame: &mut xml::Frame) -> Result<Self, xml::Error> {
                        reader.enter_group(frame);
                        #reading
                    }

                    fn write_group(&self, writer: &mut xml::Writer<'_>) -> Result<(), xml::Error> {
                        #writing
                    }
                }
            }
        }
        (None, None) => TokenStream::new(),
    };
    quote! {
        #declaration
        #associated
        #required
        #content
        #debug
    }
}

fn declaration(record: &Record, module: &str) -> TokenStream {
    let name = ident(&record.name);
    let docs = docs::attributes(&record.docs);
    let serde = field::serde_type();
    let fields = field::declarations(&record.fields, module);
    let has_mandatory = record.fields.iter().any(|field| field.cardinality.is_mandatory());
    let derives = if has_mandatory {
        quote!(#[derive(Clone, PartialEq)])
    } else {
        quote!(#[derive(Clone, Default, PartialEq)])
    };
    quote! {
        #docs
        #derives
        #serde
        #[non_exhaustive]
        pub struct #name { #fields }
    }
}

/// Constants and constructor.
fn associated(record: &Record, module: &str) -> TokenStream {
    let constructor = constructor::new(record, module);
    if record.constants.is_empty() && constructor.is_none() {
        return TokenStream::new();
    }
    let name = ident(&record.name);
    let constants = record.constants.iter().map(|fixed| {
        let (docs, constant, value) = (docs::attributes(&fixed.docs), ident(&fixed.constant), &fixed.value);
        quote!(#docs pub const #constant: &'static str = #value;)
    });
    quote!(impl #name { #(#constants)* #constructor })
}

fn content(record: &Record, complex_type: ComplexTypeId, module: &str) -> TokenStream {
    let name = ident(&record.name);
    let reading = read::fields(&record.fields, &Next::Element, module);
    let writing = write::record(record);
    let complex = complex(&record.name, complex_type);
    quote! {
        impl xml::Content for #name {
            fn read(reader: &mut xml::Reader<'_>) -> Result<Self, xml::Error> {
                let mut frame = reader.begin(Self::TYPE)?;
                #reading
            }

            fn write(&self, writer: &mut xml::Writer<'_>) -> Result<(), xml::Error> {
                #writing
            }
        }
        #complex
    }
}

/// What ties a generated type to the schema's.
pub(super) fn complex(name: &str, complex_type: ComplexTypeId) -> TokenStream {
    let (name, complex_type) = (ident(name), ids::complex_type(complex_type));
    quote! {
        impl xml::Complex for #name {
            const TYPE: ComplexTypeId = #complex_type;

            fn schema() -> &'static xsozial_model::schema::Schema {
                super::schema()
            }
        }
    }
}

/// `Debug` with the type's name and the lengths of its lists.
fn debug(record: &Record) -> TokenStream {
    let name = ident(&record.name);
    let lists = record
        .fields
        .iter()
        .filter(|field| matches!(field.cardinality, Cardinality::Many { .. }))
        .map(|field| ident(&field.name));
    quote!(xsozial_model::masked_debug!(#name #(, #lists)*);)
}
