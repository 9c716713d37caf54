//! Enums of a type and the types derived from it by extension.

use super::{docs, field, ident, ids, types};
use crate::model::{Alternative, Docs, KeptXsiType, Variants};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// An enum with its reader and writer.
pub(super) fn render(variants: &Variants, module: &str) -> TokenStream {
    let name = ident(&variants.name);
    let docs = docs::attributes(&variants.docs);
    let serde = field::serde_type();
    let declarations = variants
        .alternatives
        .iter()
        .map(|alternative| declaration(alternative, module));
    let types = variants
        .alternatives
        .iter()
        .map(|alternative| ids::complex_type(alternative.complex_type));
    let reading = variants.alternatives.iter().enumerate().map(|(index, alternative)| {
        let (index, name) = (Literal::usize_unsuffixed(index), ident(&alternative.name));
        if alternative.boxed {
            quote!(#index => Ok(Self::#name(Box::new(xml::Content::read(reader)?))),)
        } else {
            quote!(#index => Ok(Self::#name(xml::Content::read(reader)?)),)
        }
    });
    let writing = variants.alternatives.iter().map(write);
    quote! {
        #docs
        #[derive(Clone, PartialEq)]
        #serde
        #[non_exhaustive]
        pub enum #name { #(#declarations)* }

        impl xml::Content for #name {
            fn read(reader: &mut xml::Reader<'_>) -> Result<Self, xml::Error> {
                match reader.alternative(&[#(#types),*])? {
                    #(#reading)*
                    _ => Err(reader.unexpected_slot()),
                }
            }

            fn write(&self, writer: &mut xml::Writer<'_>) -> Result<(), xml::Error> {
                match self { #(#writing)* }
            }
        }
        xsozial_model::masked_debug!(#name);
    }
}

fn declaration(alternative: &Alternative, module: &str) -> TokenStream {
    let name = ident(&alternative.name);
    let docs = docs::attributes(&Docs {
        xml_name: Some(alternative.xml_name.clone()),
        ..Docs::default()
    });
    let content = types::boxed(types::path(&alternative.path, module), alternative.boxed);
    quote!(#docs #name(#content),)
}

/// The declared type needs no `xsi:type`; a type that keeps the document's own writes that instead.
fn write(alternative: &Alternative) -> TokenStream {
    let (name, complex_type) = (ident(&alternative.name), ids::complex_type(alternative.complex_type));
    let value = if alternative.boxed {
        quote!(&**value)
    } else {
        quote!(value)
    };
    let writing = quote!(xml::Content::write(#value, writer));
    if alternative.is_base {
        return quote!(Self::#name(value) => #writing,);
    }
    let writing_type = quote!(writer.xsi_type(#complex_type)?;);
    let xsi_type = match alternative.kept_xsi_type {
        KeptXsiType::Nowhere => writing_type,
        KeptXsiType::Field => quote!(if value.xsi_type.is_none() { #writing_type }),
        KeptXsiType::Code => quote!(if value.xsi_type().is_none() { #writing_type }),
    };
    quote! {
        Self::#name(value) => {
            #xsi_type
            #writing
        }
    }
}
