//! Enums for choices.

use super::{docs, field, ident, read, record, write};
use crate::model::Choice;
use proc_macro2::TokenStream;
use quote::quote;

/// An enum with its reader and writer.
pub(super) fn render(choice: &Choice, module: &str) -> TokenStream {
    let name = ident(&choice.name);
    let docs = docs::attributes(&choice.docs);
    let serde = field::serde_type();
    let variants = field::variants(&choice.branches, module);
    let reading = choice
        .branches
        .iter()
        .map(|branch| read::branch(branch, choice.depth, module));
    let writing = choice.branches.iter().map(write::branch);
    let content = content(choice);
    // A choice without branches is never chosen; the compiler sees that of the enum itself, not of a reference to it.
    let this = if choice.branches.is_empty() {
        quote!(*self)
    } else {
        quote!(self)
    };
    quote! {
        #docs
        #[derive(Clone, PartialEq)]
        #serde
        #[non_exhaustive]
        pub enum #name { #variants }

        impl #name {
            fn read_group(reader: &mut xml::Reader<'_>, frame: &mut xml::Frame, slot: u32) -> Result<Self, xml::Error> {
                match slot {
                    #(#reading)*
                    _ => Err(reader.unexpected_slot()),
                }
            }

            fn write_group(&self, writer: &mut xml::Writer<'_>) -> Result<(), xml::Error> {
                match #this { #(#writing)* }
            }
        }
        #content
        xsozial_model::masked_debug!(#name);
    }
}

/// A type that is nothing but a choice is also the content of elements.
fn content(choice: &Choice) -> TokenStream {
    let Some(complex_type) = choice.complex_type else {
        return TokenStream::new();
    };
    let name = ident(&choice.name);
    let complex = record::complex(&choice.name, complex_type);
    quote! {
        impl xml::Content for #name {
            fn read(reader: &mut xml::Reader<'_>) -> Result<Self, xml::Error> {
                let mut frame = reader.begin(Self::TYPE)?;
                let mut content = None;
                while let Some(slot) = reader.next(&mut frame)? {
                    content = Some(Self::read_group(reader, &mut frame, slot)?);
                }
                reader.required(content)
            }

            fn write(&self, writer: &mut xml::Writer<'_>) -> Result<(), xml::Error> {
                self.write_group(writer)
            }
        }
        #complex
    }
}
