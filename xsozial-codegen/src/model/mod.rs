//! The plan: what is to be generated, as plain data without any token.
//!
//! The stages, in order: [`reach`] finds the types that documents can need, [`names`] names them, [`item`] turns each into
//! items of its module, [`boxing`] breaks cycles, [`json`] names
//! what JSON shows. [`plan()`] runs them.

mod boxing;
mod code_list;
mod complex;
mod content;
mod data;
mod derivation;
mod enumeration;
mod item;
mod json;
mod names;
mod namespaces;
mod planner;
mod reach;
mod root;
mod simple;
mod substitution;
mod variants;

pub(crate) use data::{
    Alternative, Cardinality, Choice, CodeAlias, CodeList, Docs, Enumeration, Field, FieldSource, Item, KeptXsiType,
    Mixed, Module, Plan, Record, Root, Substitution, TypePath, ValueType, Variants, Wrapper,
};

use crate::{Error, codelists::Codelists};
use planner::Planner;
use xsozial_schema::Schema;

/// Plans the code for a schema.
pub(crate) fn plan(schema: &Schema, codelists: &Codelists) -> Result<Plan, Error> {
    let reached = reach::reach(schema);
    let names = names::assign(schema, &reached);
    let mut planner = Planner::new(schema, codelists, &reached, names);
    let roots = root::plan(&mut planner)?;
    item::plan(&mut planner)?;
    let mut plan = planner.finish(roots);
    boxing::break_cycles(&mut plan);
    json::assign(&mut plan);
    Ok(plan)
}
