//! Types of fields.

use super::ident;
use crate::model::{Cardinality, Field, TypePath, ValueType};
use proc_macro2::TokenStream;
use quote::quote;

/// A generated type as the code of `module` names it.
pub(super) fn path(path: &TypePath, module: &str) -> TokenStream {
    let name = ident(&path.name);
    if path.module == module {
        quote!(#name)
    } else {
        let module = ident(&path.module);
        quote!(super::#module::#name)
    }
}

/// The type of one value.
pub(super) fn value(value_type: &ValueType, module: &str) -> TokenStream {
    match value_type {
        ValueType::Generated(generated) => path(generated, module),
        ValueType::Plain(name) => {
            let name = ident(name);
            quote!(#name)
        }
        ValueType::Value(name) => {
            let name = ident(name);
            quote!(value::#name)
        }
        ValueType::Xml(name) => {
            let name = ident(name);
            quote!(xml::#name)
        }
        ValueType::List(item) => {
            let item = value(item, module);
            quote!(xml::List<#item>)
        }
        ValueType::Nillable(inner) => {
            let inner = value(inner, module);
            quote!(xml::Nillable<#inner>)
        }
    }
}

/// The type of a field or of a variant's content.
pub(super) fn field(field: &Field, module: &str) -> TokenStream {
    let one = boxed(value(&field.value_type, module), field.boxed);
    match field.cardinality {
        Cardinality::One => one,
        Cardinality::Optional => quote!(Option<#one>),
        Cardinality::Many { .. } => quote!(Vec<#one>),
    }
}

/// The type in a box, if it is to be boxed.
pub(super) fn boxed(tokens: TokenStream, is_boxed: bool) -> TokenStream {
    if is_boxed { quote!(Box<#tokens>) } else { tokens }
}
