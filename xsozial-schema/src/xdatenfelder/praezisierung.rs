//! Bounds of values: JSON text in version 2, attributes in version 3.

use super::{
    error::{XdatenfelderError, XdatenfelderProblem as Problem},
    model::{Praezisierung, Version},
    node::{File, text_of},
};
use roxmltree::Node;
use serde_json::Value;

/// Reads `praezisierung`.
pub(super) fn read(file: &File<'_>, node: Node<'_, '_>) -> Result<Praezisierung, XdatenfelderError> {
    let entries = match file.fassung {
        Version::V2 => from_json(text_of(node).as_deref()),
        Version::V3 => Ok(from_attributes(node)),
    };
    entries
        .and_then(sort)
        .map_err(|reason| file.error(node, Problem::Praezisierung(reason)))
}

fn from_attributes(node: Node<'_, '_>) -> Vec<(String, String)> {
    let attributes = node
        .attributes()
        .map(|attribute| (attribute.name().to_owned(), attribute.value().to_owned()));
    let remark = text_of(node).map(|text| ("Bemerkung".to_owned(), text));
    attributes.chain(remark).collect()
}

fn from_json(text: Option<&str>) -> Result<Vec<(String, String)>, String> {
    let Some(text) = text else {
        return Ok(Vec::new());
    };
    match serde_json::from_str(text) {
        Ok(Value::Object(entries)) => entries
            .into_iter()
            .map(|(name, value)| Ok((name.clone(), plain(&name, value)?)))
            .collect(),
        Ok(_) => Err("it is JSON, but no object such as {\"minLength\":\"1\"}".to_owned()),
        Err(error) => Err(format!("it is no JSON ({error})")),
    }
}

/// A single value as text.
fn plain(name: &str, value: Value) -> Result<String, String> {
    match value {
        Value::String(text) => Ok(text),
        Value::Number(number) => Ok(number.to_string()),
        Value::Bool(flag) => Ok(flag.to_string()),
        Value::Null => Ok(String::new()),
        Value::Array(_) | Value::Object(_) => Err(format!("`{name}` is no single value")),
    }
}

fn sort(entries: Vec<(String, String)>) -> Result<Praezisierung, String> {
    let mut bounds = Praezisierung::default();
    for (name, value) in entries {
        if value.trim().is_empty() {
            continue;
        }
        match name.as_str() {
            "minLength" => bounds.min_length = Some(length(&name, &value)?),
            "maxLength" => bounds.max_length = Some(length(&name, &value)?),
            "minValue" => bounds.min_value = Some(value.trim().to_owned()),
            "maxValue" => bounds.max_value = Some(value.trim().to_owned()),
            "pattern" => bounds.pattern = Some(value),
            _ => bounds.weitere.push((name, value)),
        }
    }
    match (bounds.min_length, bounds.max_length) {
        (Some(min), Some(max)) if min > max => Err(format!("minLength {min} is greater than maxLength {max}")),
        _ => Ok(bounds),
    }
}

fn length(name: &str, value: &str) -> Result<u64, String> {
    let value = value.trim();
    let is_number = value.bytes().all(|byte| byte.is_ascii_digit());
    let number = if is_number { value.parse().ok() } else { None };
    number.ok_or_else(|| format!("`{name}` is no whole number"))
}
