//! Components of the schema as generated code names them.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use std::ops::Range;
use xsozial_schema::{
    NameId, NamespaceId,
    schema::{ComplexTypeId, ElementId},
};

/// A name.
pub(super) fn name(id: NameId) -> TokenStream {
    let index = Literal::usize_unsuffixed(id.index());
    quote!(NameId::new(#index))
}

/// A namespace.
pub(super) fn namespace(id: NamespaceId) -> TokenStream {
    let index = Literal::usize_unsuffixed(id.index());
    quote!(NamespaceId::new(#index))
}

/// An element declaration.
pub(super) fn element(id: ElementId) -> TokenStream {
    let index = Literal::usize_unsuffixed(id.index());
    quote!(ElementId::new(#index))
}

/// An element declaration's index, as a pattern.
pub(super) fn index(id: ElementId) -> Literal {
    Literal::usize_unsuffixed(id.index())
}

/// A complex type.
pub(super) fn complex_type(id: ComplexTypeId) -> TokenStream {
    let index = Literal::usize_unsuffixed(id.index());
    quote!(ComplexTypeId::new(#index))
}

/// A number.
pub(super) fn number(number: u32) -> Literal {
    Literal::u32_unsuffixed(number)
}

/// A range of leaves.
pub(super) fn range(leaves: &Range<u32>) -> TokenStream {
    let (start, end) = (number(leaves.start), number(leaves.end));
    quote!(#start..#end)
}

/// A range of leaves as a pattern.
pub(super) fn pattern(leaves: &Range<u32>) -> TokenStream {
    let (first, last) = (number(leaves.start), number(leaves.end.saturating_sub(1)));
    if leaves.end.saturating_sub(leaves.start) <= 1 {
        quote!(#first)
    } else {
        quote!(#first..=#last)
    }
}
