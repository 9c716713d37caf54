//! Reading: from the slots of the automaton to fields.

use super::{field::local, ident, ids, types};
use crate::model::{Cardinality, Field, FieldSource, Mixed};
use proc_macro2::TokenStream;
use quote::quote;
use std::ops::Range;

/// How the next child is asked for.
pub(super) enum Next<'a> {
    /// The children of an element.
    Element,
    /// The children inside a part of the content model.
    Group(&'a Range<u32>, u8),
}

/// Statements that read all fields, and the struct literal of them.
pub(super) fn fields(fields: &[Field], next: &Next<'_>, module: &str) -> TokenStream {
    let starts = fields.iter().map(start);
    let children = children(fields, next, module);
    let values = fields.iter().map(value);
    quote! {
        #(#starts)*
        #children
        Ok(Self { #(#values,)* })
    }
}

/// What is read before the children; what comes from them begins empty.
fn start(field: &Field) -> TokenStream {
    let name = local(field);
    match &field.source {
        FieldSource::Attribute(index, _) => {
            let index = ids::number(*index);
            quote!(let #name = reader.attribute(&frame, #index)?;)
        }
        FieldSource::OtherAttributes => quote!(let #name = reader.other_attributes(&frame)?;),
        FieldSource::XsiType => quote!(let #name = reader.xsi_type(&frame);),
        FieldSource::Text => quote!(let #name = reader.text(&mut frame)?;),
        FieldSource::Mixed => quote!(let mut #name = Vec::new();),
        FieldSource::Element(..)
        | FieldSource::Substitution(_)
        | FieldSource::Wildcard(_)
        | FieldSource::Choice(..)
        | FieldSource::Group(..) => match field.cardinality {
            Cardinality::Many { .. } => quote!(let mut #name = Vec::new();),
            Cardinality::One | Cardinality::Optional => quote!(let mut #name = None;),
        },
    }
}

fn children(fields: &[Field], next: &Next<'_>, module: &str) -> TokenStream {
    let frame = match next {
        Next::Element => quote!(&mut frame),
        Next::Group(..) => quote!(frame),
    };
    if let Some(field) = fields.iter().find(|field| field.source == FieldSource::Mixed) {
        return mixed_children(field, module);
    }
    if fields.iter().any(|field| field.source == FieldSource::Text) {
        return TokenStream::new();
    }
    let arms: Vec<TokenStream> = fields.iter().filter_map(|field| arm(field, &frame, module)).collect();
    let step = match next {
        Next::Element => quote!(reader.next(&mut frame)?),
        Next::Group(leaves, depth) => {
            let (leaves, depth) = (ids::range(leaves), ids::number(u32::from(*depth)));
            quote!(reader.next_in_group(frame, #depth, #leaves)?)
        }
    };
    if arms.is_empty() {
        return quote! {
            if #step.is_some() {
                return Err(reader.unexpected_slot());
            }
        };
    }
    quote! {
        while let Some(slot) = #step {
            match slot {
                #(#arms)*
                _ => return Err(reader.unexpected_slot()),
            }
        }
    }
}

fn mixed_children(field: &Field, module: &str) -> TokenStream {
    let name = local(field);
    let part = types::value(&field.value_type, module);
    quote! {
        while let Some(part) = reader.next_mixed(&mut frame)? {
            #name.push(#part::read_part(reader, part)?);
        }
    }
}

/// The arm that takes a child into its field.
fn arm(field: &Field, frame: &TokenStream, module: &str) -> Option<TokenStream> {
    let name = local(field);
    let pattern = slots(&field.source)?;
    let value = one(field, frame, module);
    Some(match field.cardinality {
        Cardinality::Many { .. } => quote!(#pattern => #name.push(#value),),
        Cardinality::One | Cardinality::Optional => quote!(#pattern => #name = Some(#value),),
    })
}

/// The slots of a field that stands for children, as a pattern.
fn slots(source: &FieldSource) -> Option<TokenStream> {
    leaves(source).map(|leaves| ids::pattern(&leaves))
}

/// The leaves of a field that stands for children.
fn leaves(source: &FieldSource) -> Option<Range<u32>> {
    match source {
        FieldSource::Element(leaf, _) | FieldSource::Substitution(leaf) | FieldSource::Wildcard(leaf) => {
            Some(*leaf..leaf + 1)
        }
        FieldSource::Choice(leaves, _) | FieldSource::Group(leaves, _) => Some(leaves.clone()),
        FieldSource::Attribute(..)
        | FieldSource::OtherAttributes
        | FieldSource::XsiType
        | FieldSource::Text
        | FieldSource::Mixed => None,
    }
}

/// One value of a field, whose first child was just announced by its slot.
fn one(field: &Field, frame: &TokenStream, module: &str) -> TokenStream {
    let part = types::value(&field.value_type, module);
    let value = match field.source {
        FieldSource::Choice(..) => quote!(#part::read_group(reader, #frame, slot)?),
        FieldSource::Group(..) => quote!(#part::read_group(reader, #frame)?),
        FieldSource::Substitution(_) => quote!(#part::read_element(reader)?),
        _ => quote!(reader.value()?),
    };
    if field.boxed { quote!(Box::new(#value)) } else { value }
}

/// The field in the struct literal.
fn value(field: &Field) -> TokenStream {
    let (name, local) = (ident(&field.name), local(field));
    let from_option = !matches!(field.source, FieldSource::Text);
    if field.cardinality == Cardinality::One && from_option {
        quote!(#name: reader.required(#local)?)
    } else if name == local {
        quote!(#name)
    } else {
        quote!(#name: #local)
    }
}

/// The arm that makes a variant of a choice's branch. `depth` is that of the choice.
pub(super) fn branch(branch: &Field, depth: u8, module: &str) -> TokenStream {
    let frame = quote!(frame);
    let name = ident(&branch.name);
    let Some(leaves) = leaves(&branch.source) else {
        return TokenStream::new();
    };
    let pattern = ids::pattern(&leaves);
    let value = one(branch, &frame, module);
    if !matches!(branch.cardinality, Cardinality::Many { .. }) {
        return quote!(#pattern => Ok(Self::#name(#value)),);
    }
    let (leaves, depth) = (ids::range(&leaves), ids::number(u32::from(depth)));
    quote! {
        #pattern => {
            let mut values = vec![#value];
            while let Some(slot) = reader.next_in_group(frame, #depth, #leaves)? {
                values.push(#value);
            }
            Ok(Self::#name(values))
        }
    }
}

/// The function that makes a part of mixed content.
pub(super) fn mixed_part(mixed: &Mixed, module: &str) -> TokenStream {
    let text = ident(&mixed.text);
    let arms = mixed.branches.iter().filter_map(|branch| {
        let (name, pattern) = (ident(&branch.name), slots(&branch.source)?);
        let value = one(branch, &TokenStream::new(), module);
        Some(quote!(xml::Mixed::Child(#pattern) => Ok(Self::#name(#value)),))
    });
    quote! {
        fn read_part(reader: &mut xml::Reader<'_>, part: xml::Mixed) -> Result<Self, xml::Error> {
            match part {
                xml::Mixed::Text(text) => Ok(Self::#text(text)),
                #(#arms)*
                xml::Mixed::Child(_) => Err(reader.unexpected_slot()),
            }
        }
    }
}
