//! Structs around the content of global elements that share their type.

use super::{docs, field, ident, types};
use crate::model::Wrapper;
use proc_macro2::TokenStream;
use quote::quote;

/// A struct with its reader and writer.
pub(super) fn render(wrapper: &Wrapper, module: &str) -> TokenStream {
    let name = ident(&wrapper.name);
    let docs = docs::attributes(&wrapper.docs);
    let serde = field::serde_type();
    let value_type = types::boxed(types::value(&wrapper.value_type, module), wrapper.boxed);
    let (reading, writing) = if wrapper.boxed {
        (quote!(Box::new(xml::Content::read(reader)?)), quote!(&*self.content))
    } else {
        (quote!(xml::Content::read(reader)?), quote!(&self.content))
    };
    quote! {
        #docs
        #[derive(Clone, PartialEq)]
        #serde
        #[non_exhaustive]
        pub struct #name {
            /// Der Inhalt des Elements.
            pub content: #value_type,
        }

        impl #name {
            /// Das Element mit diesem Inhalt.
            pub fn new(content: #value_type) -> Self {
                Self { content }
            }
        }

        impl xml::Content for #name {
            fn read(reader: &mut xml::Reader<'_>) -> Result<Self, xml::Error> {
                Ok(Self { content: #reading })
            }

            fn write(&self, writer: &mut xml::Writer<'_>) -> Result<(), xml::Error> {
                xml::Content::write(#writing, writer)
            }
        }
        xsozial_model::masked_debug!(#name);
    }
}
