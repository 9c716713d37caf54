//! From the plan to tokens: one concept a file.

mod choice;
mod code_list;
mod constructor;
mod docs;
mod document;
mod enumeration;
mod field;
mod header;
mod ids;
mod mixed;
mod read;
mod record;
mod substitution;
mod types;
mod variants;
mod wrapper;
mod write;

pub(crate) use header::{Header, MARK, header_lines};

use crate::model::{Item, Module, Plan};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

/// Lints that generated code need not satisfy: its names and shapes follow the schema.
pub(crate) const ALLOWED: &str = "clippy::all, clippy::pedantic, non_camel_case_types, unexpected_cfgs, unreachable_pub, unused_imports, unused_variables";

/// A module's tokens.
pub(crate) struct RenderedModule {
    /// Its name.
    pub(crate) name: String,
    /// The namespace's URI; empty for no namespace.
    pub(crate) uri: String,
    /// What stands in it.
    pub(crate) tokens: TokenStream,
}

/// The schema, and the enum of all documents. `schema_file` is the name of the stored schema beside this code.
pub(crate) fn root(plan: &Plan, schema_file: &str) -> TokenStream {
    document::render(plan, schema_file)
}

/// All modules.
pub(crate) fn modules(plan: &Plan) -> Vec<RenderedModule> {
    plan.modules
        .iter()
        .map(|module| RenderedModule {
            name: module.name.clone(),
            uri: module.uri.clone(),
            tokens: render_module(module),
        })
        .collect()
}

fn render_module(module: &Module) -> TokenStream {
    let items = module.items.iter().map(|item| match item {
        Item::Record(record) => record::render(record, &module.name),
        Item::Choice(choice) => choice::render(choice, &module.name),
        Item::Mixed(mixed) => mixed::render(mixed, &module.name),
        Item::Enumeration(enumeration) => enumeration::render(enumeration),
        Item::Code(code) => code_list::render_alias(code),
        Item::Substitution(substitution) => substitution::render(substitution, &module.name),
        Item::Variants(variants) => variants::render(variants, &module.name),
        Item::Wrapper(wrapper) => wrapper::render(wrapper, &module.name),
    });
    let code_lists = code_list::render_module(&module.code_lists);
    quote! {
        use xsozial_model::schema::{NameId, schema::{ComplexTypeId, ElementId}};
        use xsozial_model::{value, xml::{self, Complex as _}};
        #(#items)*
        #code_lists
    }
}

/// An identifier, raw or not.
fn ident(name: &str) -> Ident {
    match name.strip_prefix("r#") {
        Some(keyword) => format_ident!("r#{keyword}"),
        None => format_ident!("{name}"),
    }
}
