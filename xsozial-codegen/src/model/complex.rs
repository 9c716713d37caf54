//! Complex types: a struct, or an enum when the whole type is one choice.

use super::{
    content::ContentPlanner,
    data::{Cardinality, Docs, Field, FieldSource, FixedAttribute, Item, Mixed, Record, TypePath, ValueType},
    derivation::has_named_restrictions,
    planner::Planner,
    simple::Place,
};
use crate::{
    Error,
    naming::{Scope, constant_name, field_name},
};
use xsozial_schema::schema::{AttributeUse, ComplexType, ComplexTypeId, Content, ElementContent, Particle, Term};

/// Most mandatory fields that a constructor takes one by one; more of them would be confused.
const MOST_ARGUMENTS: usize = 6;

/// Plans the items of a complex type.
pub(super) fn plan(planner: &mut Planner<'_>, id: ComplexTypeId) -> Result<(), Error> {
    let path = planner.complex_path(id)?;
    let schema = planner.schema;
    let complex_type = schema.complex_type(id);
    let docs = planner.complex_docs(id);
    if let Some((particle, content)) = only_a_choice(planner, id, complex_type) {
        let parts = ContentPlanner::new(planner, &path, content);
        parts.choice_type(id, docs, particle)?;
        return Ok(());
    }
    let mut record = Record {
        name: path.name.clone(),
        docs,
        complex_type: Some(id),
        group: None,
        constants: Vec::new(),
        fields: Vec::new(),
        required: None,
    };
    let mut scope = Scope::default();
    attributes(planner, complex_type, &mut scope, &mut record)?;
    if has_named_restrictions(schema, id) {
        record.fields.push(xsi_type_field(&mut scope));
    }
    // The type's own struct stands before the parts of its content model.
    let parts = content(planner, &path, complex_type, &mut scope, &mut record)?;
    finish(planner, &path.module, record);
    for part in parts {
        planner.add(&path.module, part);
    }
    Ok(())
}

/// Adds a struct to its module, and gives it a struct for its constructor's arguments if it needs one.
pub(super) fn finish(planner: &mut Planner<'_>, module: &str, mut record: Record) {
    record.required = required_name(planner, module, &record);
    planner.add(module, Item::Record(record));
}

pub(super) fn required_name(planner: &mut Planner<'_>, module: &str, record: &Record) -> Option<String> {
    let mandatory = record.fields.iter().filter(|field| field.cardinality.is_mandatory());
    (mandatory.count() > MOST_ARGUMENTS).then(|| planner.names.claim(module, &format!("{}Required", record.name)))
}

/// The choice that is all a type has, if so: then the type itself is the enum.
fn only_a_choice<'s>(
    planner: &Planner<'s>,
    id: ComplexTypeId,
    complex_type: &'s ComplexType,
) -> Option<(&'s Particle, &'s ElementContent)> {
    let Content::Elements(content) = &complex_type.content else {
        return None;
    };
    let particle = content.particle.as_ref()?;
    let is_one_choice = matches!(particle.term, Term::Choice(_)) && particle.occurrence.is_once();
    let holds_more = content.mixed
        || !complex_type.attributes.is_empty()
        || complex_type.attribute_wildcard.is_some()
        || has_named_restrictions(planner.schema, id);
    (is_one_choice && !holds_more && !super::content::is_emptiable(particle)).then_some((particle, content))
}

fn attributes(
    planner: &Planner<'_>,
    complex_type: &ComplexType,
    scope: &mut Scope,
    record: &mut Record,
) -> Result<(), Error> {
    let mut constants = Scope::default();
    // The runtime knows the type of the schema by this name.
    constants.claim("TYPE");
    for (index, attribute) in (0_u32..).zip(&complex_type.attributes) {
        let local = planner.schema.names.local(attribute.name);
        match attribute.constraint.as_ref().and_then(|constraint| constraint.fixed()) {
            Some(value) => record.constants.push(FixedAttribute {
                constant: constants.claim(&constant_name(local)),
                index,
                name: attribute.name,
                value: value.to_owned(),
                docs: planner.attribute_docs(attribute),
            }),
            None => record.fields.push(attribute_field(planner, attribute, index, scope)?),
        }
    }
    if complex_type.attribute_wildcard.is_some() {
        record.fields.push(Field {
            name: scope.claim("other_attributes"),
            json_name: None,
            docs: Docs {
                remark: Some("Weitere Attribute, die der Typ zulässt.".to_owned()),
                ..Docs::default()
            },
            value_type: ValueType::Xml("AnyAttribute"),
            cardinality: Cardinality::Many { mandatory: false },
            boxed: false,
            source: FieldSource::OtherAttributes,
        });
    }
    Ok(())
}

fn attribute_field(
    planner: &Planner<'_>,
    attribute: &AttributeUse,
    index: u32,
    scope: &mut Scope,
) -> Result<Field, Error> {
    let local = planner.schema.names.local(attribute.name);
    Ok(Field {
        name: scope.claim(&field_name(local)),
        json_name: Some(local.to_owned()),
        docs: planner.attribute_docs(attribute),
        value_type: planner.simple_type(attribute.simple_type, Place::Text)?,
        cardinality: if attribute.required {
            Cardinality::One
        } else {
            Cardinality::Optional
        },
        boxed: false,
        source: FieldSource::Attribute(index, attribute.name),
    })
}

fn xsi_type_field(scope: &mut Scope) -> Field {
    Field {
        name: scope.claim("xsi_type"),
        json_name: None,
        docs: Docs {
            remark: Some("Die Einschränkung dieses Typs, die das Dokument mit `xsi:type` nennt.".to_owned()),
            ..Docs::default()
        },
        value_type: ValueType::Plain("ComplexTypeId"),
        cardinality: Cardinality::Optional,
        boxed: false,
        source: FieldSource::XsiType,
    }
}

/// Plans what stands between the tags. The parts of the content model that are types of their own are returned.
fn content(
    planner: &mut Planner<'_>,
    path: &TypePath,
    complex_type: &ComplexType,
    scope: &mut Scope,
    record: &mut Record,
) -> Result<Vec<Item>, Error> {
    match &complex_type.content {
        Content::Empty => Ok(Vec::new()),
        Content::Simple(simple_type) => {
            record.fields.push(Field {
                name: scope.claim("value"),
                json_name: None,
                docs: Docs {
                    remark: Some("Der Wert des Elements.".to_owned()),
                    ..Docs::default()
                },
                value_type: planner.simple_type(*simple_type, Place::Text)?,
                cardinality: Cardinality::One,
                boxed: false,
                source: FieldSource::Text,
            });
            Ok(Vec::new())
        }
        Content::Elements(content) if content.mixed => mixed(planner, path, content, scope, record),
        Content::Elements(content) => {
            let mut parts = ContentPlanner::new(planner, path, content);
            if let Some(particle) = &content.particle {
                record.fields.append(&mut parts.root_fields(particle, scope)?);
            }
            Ok(parts.into_items())
        }
    }
}

/// In mixed content the order of text and elements counts, so it is one sequence of parts whatever the model says.
fn mixed(
    planner: &mut Planner<'_>,
    path: &TypePath,
    content: &ElementContent,
    scope: &mut Scope,
    record: &mut Record,
) -> Result<Vec<Item>, Error> {
    let name = planner.names.claim(&path.module, &format!("{}Inhalt", path.name));
    record.fields.push(Field {
        name: scope.claim("content"),
        json_name: None,
        docs: Docs {
            remark: Some("Text und Elemente in der Reihenfolge des Dokuments.".to_owned()),
            ..Docs::default()
        },
        value_type: ValueType::Generated(TypePath {
            module: path.module.clone(),
            name: name.clone(),
        }),
        cardinality: Cardinality::Many { mandatory: false },
        boxed: false,
        source: FieldSource::Mixed,
    });
    let mut variants = Scope::default();
    let text = variants.claim("Text");
    let mut parts = ContentPlanner::new(planner, path, content);
    let branches = (0..content.leaves.len())
        .map(|leaf| parts.leaf_branch(u32::try_from(leaf).unwrap_or(u32::MAX), &mut variants))
        .collect::<Result<Vec<_>, Error>>()?;
    Ok(vec![Item::Mixed(Mixed {
        name,
        docs: Docs {
            remark: Some(format!("Ein Teil des Inhalts von [`{}`].", path.name)),
            ..Docs::default()
        },
        text,
        branches,
    })])
}
