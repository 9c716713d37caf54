//! The schema of a module, and the enum of all its documents.

use super::{docs, field, ident, ids};
use crate::{
    model::{Docs, Plan, Root},
    naming::serde_variant,
};
use proc_macro2::TokenStream;
use quote::quote;

/// The static schema, `Document`, and what makes each root type a document.
pub(super) fn render(plan: &Plan, schema_file: &str) -> TokenStream {
    let schema = schema(schema_file);
    let imports = imports(plan);
    let document = document(&plan.roots);
    let roots = plan.roots.iter().map(root);
    quote! {
        #imports
        #schema
        #document
        #(#roots)*
    }
}

fn imports(plan: &Plan) -> TokenStream {
    let names_namespaces = plan.roots.iter().any(|root| !root.namespaces.is_empty());
    let namespace = names_namespaces.then(|| {
        quote!(
            use ::xsozial_model::schema::NamespaceId;
        )
    });
    // A library of types has no roots, and so none whose content is read.
    let content = (!plan.roots.is_empty()).then(|| {
        quote!(
            use ::xsozial_model::xml::Content;
        )
    });
    quote! {
        #namespace
        use ::xsozial_model::schema::schema::ElementId;
        #content
        use ::xsozial_model::xml::{Error, Reader, RootContent, Writer};
    }
}

fn schema(schema_file: &str) -> TokenStream {
    quote! {
        use ::std::sync::LazyLock;
        use ::xsozial_model::schema::Schema;

        static SCHEMA: LazyLock<Schema> = LazyLock::new(load);

        fn load() -> Schema {
            ::xsozial_model::embedded_schema(include_bytes!(#schema_file))
        }

        /// Das Schema, gegen das gelesen wird.
        pub fn schema() -> &'static Schema {
            &SCHEMA
        }
    }
}

fn document(roots: &[Root]) -> TokenStream {
    let variants = roots.iter().map(|root| {
        let (name, path) = (ident(&root.name), path(root));
        let docs = docs::attributes(&Docs {
            xml_name: Some(root.xml_name.clone()),
            ..Docs::default()
        });
        let rename = field::rename(Some(&root.json_name), &serde_variant(&root.name));
        quote!(#docs #rename #name(Box<#path>),)
    });
    let serde = field::serde_type();
    let reading = roots.iter().map(|root| {
        let (name, index) = (
            ident(&root.name),
            proc_macro2::Literal::usize_unsuffixed(root.element.index()),
        );
        quote!(#index => Ok(Self::#name(Box::new(RootContent::read_root(reader, element)?))),)
    });
    let reading = if roots.is_empty() {
        quote!(Err(reader.unknown_root()))
    } else {
        quote!(match element.index() { #(#reading)* _ => Err(reader.unknown_root()) })
    };
    let writing = roots.iter().map(|root| {
        let name = ident(&root.name);
        quote!(Self::#name(value) => RootContent::write_root(&**value, writer),)
    });
    let writing = if roots.is_empty() {
        quote!(match *self {})
    } else {
        quote!(match self { #(#writing)* })
    };
    let unused = roots.is_empty().then(|| quote!(#[allow(unused_variables)]));
    quote! {
        /// Ein Dokument: eines der globalen Elemente des Schemas mit seinem Inhalt.
        #[derive(Clone, PartialEq)]
        #serde
        #[non_exhaustive]
        #[allow(clippy::all, unexpected_cfgs)]
        pub enum Document { #(#variants)* }

        impl RootContent for Document {
            fn schema() -> &'static Schema {
                schema()
            }

            #unused
            fn read_root(reader: &mut Reader<'_>, element: ElementId) -> Result<Self, Error> {
                #reading
            }

            #unused
            fn write_root(&self, writer: &mut Writer<'_>) -> Result<(), Error> {
                #writing
            }
        }
        ::xsozial_model::root_methods!(Document);
        ::xsozial_model::masked_debug!(Document);
    }
}

fn root(root: &Root) -> TokenStream {
    let (path, element) = (path(root), ids::element(root.element));
    let namespaces = root.namespaces.iter().map(|&namespace| ids::namespace(namespace));
    quote! {
        impl RootContent for #path {
            fn schema() -> &'static Schema {
                schema()
            }

            fn read_root(reader: &mut Reader<'_>, element: ElementId) -> Result<Self, Error> {
                if element != #element {
                    return Err(reader.unknown_root());
                }
                Content::read(reader)
            }

            fn write_root(&self, writer: &mut Writer<'_>) -> Result<(), Error> {
                writer.root(#element, &[#(#namespaces),*], self)
            }
        }
        ::xsozial_model::root_methods!(#path);
    }
}

fn path(root: &Root) -> TokenStream {
    let (module, name) = (ident(&root.path.module), ident(&root.path.name));
    quote!(#module::#name)
}
