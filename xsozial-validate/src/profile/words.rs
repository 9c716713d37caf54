//! The words for a missing field.

use super::{
    Field, Profile,
    plan::{Demand, Plan},
};
use crate::{
    engine::Remark,
    finding::{Rule, RuleKind},
};
use std::fmt::Write;
use xsozial_schema::{
    Code, Fault, Schema, Severity,
    schema::{Annotation, ElementId, TypeRef},
};

/// The longest documentation that serves as a label.
const LONGEST_LABEL: usize = 60;

/// What is said of a missing field.
#[cold]
pub(super) fn missing(profile: &Profile, schema: &Schema, demand: &Demand, is_empty: bool) -> Remark {
    let field = &profile.fields[demand.field];
    let (label, help) = described(schema, &profile.plan, demand);
    let code = if is_empty { Code::FieldEmpty } else { Code::FieldMissing };
    let german = sentence(&label, demand, field, ["vorlegen kann es", "Profil"], &profile.title);
    let english = sentence(&label, demand, field, ["who can supply it", "profile"], &profile.title);
    Remark {
        severity: field.severity,
        fault: Fault::worded(code, german, english),
        rule: Some(Rule {
            kind: RuleKind::Profile,
            source: field.source.clone(),
        }),
        help,
    }
}

/// What is said where the profile knows nothing of the message.
#[cold]
pub(super) fn not_meant(profile: &Profile) -> Remark {
    let title = &profile.title;
    Remark {
        severity: Severity::Info,
        fault: Fault::worded(
            Code::ProfileNotMeant,
            format!("Profil „{title}“"),
            format!("profile “{title}”"),
        ),
        rule: None,
        help: None,
    }
}

/// What is said of the places beyond those that can be remembered.
#[cold]
pub(super) fn further(profile: &Profile, demand: &Demand, number: u64) -> Remark {
    let field = &profile.fields[demand.field];
    let path = &demand.path;
    Remark {
        severity: field.severity,
        fault: Fault::worded(
            Code::FieldMissing,
            format!("{path} fehlt an {number} weiteren Stellen"),
            format!("{path} is missing at {number} further places"),
        ),
        rule: Some(Rule {
            kind: RuleKind::Profile,
            source: field.source.clone(),
        }),
        help: None,
    }
}

fn sentence(label: &str, demand: &Demand, field: &Field, words: [&str; 2], title: &str) -> String {
    let mut sentence = format!("{label} ({})", demand.path);
    // Writing to a string does not fail.
    if let Some(text) = &field.text {
        let _ = write!(sentence, "; {}", text.trim_end_matches('.'));
    }
    if let Some(who) = &field.who {
        let _ = write!(sentence, "; {}: {who}", words[0]);
    }
    let _ = write!(sentence, "; {}: {title}", words[1]);
    sentence
}

/// What people call a field, and what the schema says of it.
fn described(schema: &Schema, plan: &Plan, demand: &Demand) -> (String, Option<String>) {
    let elements = &plan.node(demand.target).elements;
    if let Some(attribute) = &demand.attribute {
        let annotation = elements
            .iter()
            .find_map(|&id| attribute_annotation(schema, id, attribute));
        return (label(annotation, attribute), annotation.and_then(documentation));
    }
    let Some(&element) = elements.first() else {
        return (demand.path.clone(), None);
    };
    let element = schema.element(element);
    let own = &element.annotation;
    let help = documentation(own).or_else(|| documentation(type_annotation(schema, element.type_ref)));
    (label(Some(own), schema.names.local(element.name)), help)
}

fn label(annotation: Option<&Annotation>, name: &str) -> String {
    let of_documentation = || {
        let text = annotation?.documentation.first()?;
        let is_short = text.chars().count() <= LONGEST_LABEL && !text.contains('\n');
        is_short.then(|| text.trim_end_matches('.').to_owned())
    };
    let title = annotation.and_then(Annotation::title).or_else(of_documentation);
    title.unwrap_or_else(|| name.to_owned())
}

fn documentation(annotation: &Annotation) -> Option<String> {
    let text = annotation.documentation.join("\n");
    (!text.is_empty()).then_some(text)
}

fn type_annotation(schema: &Schema, type_ref: TypeRef) -> &Annotation {
    match type_ref {
        TypeRef::Simple(id) => &schema.simple_type(id).annotation,
        TypeRef::Complex(id) => &schema.complex_type(id).annotation,
    }
}

fn attribute_annotation<'s>(schema: &'s Schema, element: ElementId, attribute: &str) -> Option<&'s Annotation> {
    let TypeRef::Complex(id) = schema.element(element).type_ref else {
        return None;
    };
    let mut attributes = schema.complex_type(id).attributes.iter();
    let found = attributes.find(|known| schema.names.local(known.name) == attribute)?;
    Some(&found.annotation)
}
