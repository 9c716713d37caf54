//! Documents of small schemas. Whether other validators accept them is tested with the published sets.

mod codes;
mod identities;
mod limits;
mod properties;
mod sizes;
mod variants;

use super::{SampleError, Sampler, Size};
use xsozial_schema::{
    NamespaceId, Schema,
    schema::{ElementId, SchemaData},
    xsd::Sources,
};

/// A schema without namespace; `body` begins in line 2 of `test.xsd`.
fn schema(body: &str) -> Schema {
    let text = format!("<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">\n{body}</xs:schema>");
    Schema::compile(Sources::new().bytes("test.xsd", text.into_bytes())).unwrap()
}

/// The same schema with other tables, for what the schema text cannot say as shortly.
fn changed(schema: &Schema, change: impl FnOnce(&mut SchemaData)) -> Schema {
    let mut data = SchemaData::clone(schema);
    change(&mut data);
    Schema::new(data)
}

fn named(schema: &Schema, local: &str) -> ElementId {
    let name = schema.names.lookup(NamespaceId::NONE, local);
    schema.global_element(name).unwrap()
}

fn sample(schema: &Schema, root: &str, seed: u64, size: Size) -> Result<String, SampleError> {
    let bytes = Sampler::new(schema).document(named(schema, root), seed, size)?;
    Ok(String::from_utf8(bytes).unwrap())
}

/// The values of an attribute, in the order of the document.
fn attributes<'t>(document: &'t str, name: &str) -> Vec<&'t str> {
    let start = format!(" {name}=\"");
    let after = document.split(start.as_str()).skip(1);
    after.map(|rest| rest.split('"').next().unwrap()).collect()
}

/// How often a start tag of this name stands in the document.
fn count(document: &str, name: &str) -> usize {
    let starts = [" ", ">", "/"].map(|end| document.matches(&format!("<{name}{end}")).count());
    starts.iter().sum()
}
