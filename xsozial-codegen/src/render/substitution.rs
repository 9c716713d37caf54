//! Enums of the elements of a substitution group.

use super::{docs, field, ident, ids, write};
use crate::model::{Field, FieldSource, Substitution};
use proc_macro2::TokenStream;
use quote::quote;

/// An enum with its reader and writer. The element's name in the document tells the variant. Content models of all modules
/// name the enum.
pub(super) fn render(substitution: &Substitution, module: &str) -> TokenStream {
    let name = ident(&substitution.name);
    let docs = docs::attributes(&substitution.docs);
    let serde = field::serde_type();
    let variants = field::variants(&substitution.branches, module);
    let reading = substitution.branches.iter().filter_map(arm);
    let writing = substitution.branches.iter().map(write::branch);
    quote! {
        #docs
        #[derive(Clone, PartialEq)]
        #serde
        #[non_exhaustive]
        pub enum #name { #variants }

        impl #name {
            pub(crate) fn read_element(reader: &mut xml::Reader<'_>) -> Result<Self, xml::Error> {
                match reader.element()?.index() {
                    #(#reading)*
                    _ => Err(reader.unexpected_slot()),
                }
            }

            pub(crate) fn write_element(&self, writer: &mut xml::Writer<'_>) -> Result<(), xml::Error> {
                match self { #(#writing)* }
            }
        }
        xsozial_model::masked_debug!(#name);
    }
}

/// The arm that makes the variant of a member.
fn arm(branch: &Field) -> Option<TokenStream> {
    let FieldSource::Element(_, element) = branch.source else {
        return None;
    };
    let (name, element) = (ident(&branch.name), ids::index(element));
    let value = if branch.boxed {
        quote!(Box::new(reader.value()?))
    } else {
        quote!(reader.value()?)
    };
    Some(quote!(#element => Ok(Self::#name(#value)),))
}
