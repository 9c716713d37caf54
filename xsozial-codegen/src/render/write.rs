//! Writing: from fields to attributes and elements, in the order of the schema.

use super::{ident, ids};
use crate::model::{Cardinality, Field, FieldSource, Record};
use proc_macro2::TokenStream;
use quote::quote;

/// Statements that write a struct.
pub(super) fn record(record: &Record) -> TokenStream {
    let xsi_type = record
        .fields
        .iter()
        .filter(|field| field.source == FieldSource::XsiType);
    let xsi_type = xsi_type.map(field);
    let attributes = attributes(record);
    let rest = record
        .fields
        .iter()
        .filter(|field| !matches!(field.source, FieldSource::Attribute(..) | FieldSource::XsiType));
    let rest = rest.map(field);
    quote! {
        #(#xsi_type)*
        #(#attributes)*
        #(#rest)*
        Ok(())
    }
}

/// Attributes with and without fields, in the order of the schema.
fn attributes(record: &Record) -> Vec<TokenStream> {
    let constants = record.constants.iter().map(|fixed| {
        let (name, constant) = (ids::name(fixed.name), ident(&fixed.constant));
        (fixed.index, quote!(writer.fixed_attribute(#name, Self::#constant)?;))
    });
    let fields = record.fields.iter().filter_map(|attribute| match attribute.source {
        FieldSource::Attribute(index, _) => Some((index, field(attribute))),
        _ => None,
    });
    let mut attributes: Vec<(u32, TokenStream)> = constants.chain(fields).collect();
    attributes.sort_by_key(|&(index, _)| index);
    attributes.into_iter().map(|(_, tokens)| tokens).collect()
}

/// The statement that writes a field.
fn field(field: &Field) -> TokenStream {
    let name = ident(&field.name);
    let place = quote!(self.#name);
    match (&field.source, field.cardinality) {
        (FieldSource::Attribute(_, attribute), Cardinality::One) => {
            let attribute = ids::name(*attribute);
            quote!(writer.attribute(#attribute, &#place)?;)
        }
        (FieldSource::Attribute(_, attribute), _) => {
            let attribute = ids::name(*attribute);
            quote!(writer.optional_attribute(#attribute, &#place)?;)
        }
        (FieldSource::OtherAttributes, _) => quote!(writer.other_attributes(&#place)?;),
        (FieldSource::XsiType, _) => quote! {
            if let Some(xsi_type) = #place {
                writer.xsi_type(xsi_type)?;
            }
        },
        (FieldSource::Text, _) => quote!(writer.text(&#place)?;),
        (FieldSource::Mixed, _) => quote! {
            for part in &#place {
                part.write_part(writer)?;
            }
        },
        (FieldSource::Element(_, element), cardinality) => {
            let element = ids::element(*element);
            match cardinality {
                Cardinality::One if field.boxed => quote!(writer.element(#element, &*#place)?;),
                Cardinality::One => quote!(writer.element(#element, &#place)?;),
                Cardinality::Optional if field.boxed => quote! {
                    if let Some(value) = &#place {
                        writer.element(#element, &**value)?;
                    }
                },
                Cardinality::Optional => quote!(writer.optional_element(#element, &#place)?;),
                Cardinality::Many { .. } => quote!(writer.elements(#element, &#place)?;),
            }
        }
        (FieldSource::Substitution(_), Cardinality::One) => quote!(#place.write_element(writer)?;),
        (FieldSource::Substitution(_), cardinality) => {
            each(&place, cardinality, &quote!(value.write_element(writer)?;))
        }
        (FieldSource::Wildcard(_), Cardinality::One) => quote!(writer.any(&#place)?;),
        (FieldSource::Wildcard(_), cardinality) => each(&place, cardinality, &quote!(writer.any(value)?;)),
        (FieldSource::Choice(..) | FieldSource::Group(..), Cardinality::One) => quote!(#place.write_group(writer)?;),
        (FieldSource::Choice(..) | FieldSource::Group(..), cardinality) => {
            each(&place, cardinality, &quote!(value.write_group(writer)?;))
        }
    }
}

/// A statement for each value of a field that may be absent or repeated.
fn each(place: &TokenStream, cardinality: Cardinality, statement: &TokenStream) -> TokenStream {
    if matches!(cardinality, Cardinality::Many { .. }) {
        quote!(for value in &#place { #statement })
    } else {
        quote!(if let Some(value) = &#place { #statement })
    }
}

/// The arm that writes a variant of a choice or of mixed content.
pub(super) fn branch(branch: &Field) -> TokenStream {
    let name = ident(&branch.name);
    let is_many = matches!(branch.cardinality, Cardinality::Many { .. });
    let value = if branch.boxed { quote!(&**value) } else { quote!(value) };
    let statement = match &branch.source {
        FieldSource::Element(_, element) => {
            let element = ids::element(*element);
            if is_many {
                quote!(writer.elements(#element, value))
            } else {
                quote!(writer.element(#element, #value))
            }
        }
        FieldSource::Substitution(_) if is_many => {
            quote!(value.iter().try_for_each(|value| value.write_element(writer)))
        }
        FieldSource::Substitution(_) => quote!(value.write_element(writer)),
        FieldSource::Wildcard(_) if is_many => quote!(value.iter().try_for_each(|value| writer.any(value))),
        FieldSource::Wildcard(_) => quote!(writer.any(value)),
        _ if is_many => quote!(value.iter().try_for_each(|value| value.write_group(writer))),
        _ => quote!(value.write_group(writer)),
    };
    quote!(Self::#name(value) => #statement,)
}
