//! Attribute declarations and the attribute uses of types.

use super::Compiler;
use crate::{
    NameId,
    names::index_of,
    schema::{AttributeDeclaration, AttributeId, AttributeUse, SimpleTypeId, SourceLocation, Wildcard, WildcardId},
    value::Builtin,
    xsd::{
        components::{
            AttributeComponent, AttributeItem, AttributeType, AttributeUseKind, Attributes, WildcardComponent,
        },
        fault::SchemaFault,
    },
};

/// Attribute groups may refer to attribute groups, but not without end.
const DEEPEST_ATTRIBUTE_GROUP: usize = 32;

/// The attributes of a type while they are collected.
#[derive(Default)]
pub(super) struct CollectedAttributes {
    pub(super) uses: Vec<AttributeUse>,
    pub(super) wildcard: Option<WildcardComponent>,
}

impl Compiler<'_> {
    /// The global attribute of this name, compiled when it is first needed.
    pub(super) fn global_attribute(&mut self, name: NameId, from: SourceLocation) -> Result<AttributeId, SchemaFault> {
        if let Some(&id) = self.attribute_ids.get(&name) {
            return Ok(id);
        }
        let declaration = match self.components.attributes.get(name) {
            Some(component) => {
                let simple_type = self.attribute_type(component)?;
                AttributeDeclaration {
                    name,
                    simple_type,
                    constraint: component
                        .constraint
                        .as_ref()
                        .map(|constraint| self.constraint(constraint, Some(simple_type))),
                    annotation: component.annotation.0.clone(),
                    source: component.source.0,
                }
            }
            None if self.is_xml_name(name) => AttributeDeclaration {
                name,
                simple_type: xml_attribute_type(self.data.names.local(name)).id(),
                constraint: None,
                annotation: crate::schema::Annotation::default(),
                source: SourceLocation::BUILT_IN,
            },
            None => return Err(self.unknown("attribute", name, from)),
        };
        let id = AttributeId::new(index_of(self.data.attributes.len()));
        self.data.attributes.push(declaration);
        self.attribute_ids.insert(name, id);
        Ok(id)
    }

    /// Adds the attributes of a type to those of its base.
    pub(super) fn collect_attributes(
        &mut self,
        attributes: &Attributes,
        collected: &mut CollectedAttributes,
    ) -> Result<(), SchemaFault> {
        self.collect_nested(attributes, collected, 0)
    }

    fn collect_nested(
        &mut self,
        attributes: &Attributes,
        collected: &mut CollectedAttributes,
        depth: usize,
    ) -> Result<(), SchemaFault> {
        for item in &attributes.items {
            match item {
                AttributeItem::Attribute(component) => self.collect_use(component, collected)?,
                AttributeItem::Group(name, source) => {
                    let components = self.components;
                    let group = components
                        .attribute_groups
                        .get(*name)
                        .ok_or_else(|| self.unknown("attribute group", *name, source.0))?;
                    if depth > DEEPEST_ATTRIBUTE_GROUP {
                        return Err(self.invalid(group.source.0, "attribute groups refer to each other in a circle"));
                    }
                    self.collect_nested(&group.attributes, collected, depth + 1)?;
                }
            }
        }
        match (&attributes.wildcard, &collected.wildcard) {
            (Some(own), Some(other)) if own != other => {
                return Err(SchemaFault::Unsupported {
                    place: self.place(own.source.0),
                    construct: "a second, different xs:anyAttribute of one type".to_owned(),
                });
            }
            (Some(own), _) => collected.wildcard = Some(own.clone()),
            (None, _) => {}
        }
        Ok(())
    }

    fn collect_use(
        &mut self,
        component: &AttributeComponent,
        collected: &mut CollectedAttributes,
    ) -> Result<(), SchemaFault> {
        let known = collected.uses.iter().position(|it| it.name == component.name);
        if component.use_kind == AttributeUseKind::Prohibited {
            if let Some(known) = known {
                collected.uses.remove(known);
            }
            return Ok(());
        }
        let simple_type = self.attribute_type(component)?;
        let mut constraint = component
            .constraint
            .as_ref()
            .map(|constraint| self.constraint(constraint, Some(simple_type)));
        if component.attribute_type == AttributeType::Reference && constraint.is_none() {
            let id = self.global_attribute(component.name, component.source.0)?;
            constraint.clone_from(&self.data.attributes[id.index()].constraint);
        }
        let attribute = AttributeUse {
            name: component.name,
            simple_type,
            required: component.use_kind == AttributeUseKind::Required,
            constraint,
            annotation: component.annotation.0.clone(),
            source: component.source.0,
        };
        match known {
            Some(known) => {
                let inherited = std::mem::replace(&mut collected.uses[known], attribute);
                let own = &mut collected.uses[known];
                if own.annotation.is_empty() {
                    own.annotation = inherited.annotation;
                }
            }
            None => collected.uses.push(attribute),
        }
        Ok(())
    }

    fn attribute_type(&mut self, component: &AttributeComponent) -> Result<SimpleTypeId, SchemaFault> {
        let source = component.source.0;
        match &component.attribute_type {
            AttributeType::Absent => Ok(Builtin::AnySimpleType.id()),
            AttributeType::Named(name) => self.simple_type(*name, source),
            AttributeType::Inline(simple) => self.anonymous_simple(simple),
            AttributeType::Reference => {
                let id = self.global_attribute(component.name, source)?;
                Ok(self.data.attributes[id.index()].simple_type)
            }
        }
    }

    /// Adds a wildcard to the table.
    pub(super) fn wildcard(&mut self, component: &WildcardComponent) -> WildcardId {
        self.data.wildcards.push(Wildcard {
            namespaces: component.namespaces.clone(),
            process_contents: component.process_contents,
            source: component.source.0,
        });
        WildcardId::new(index_of(self.data.wildcards.len() - 1))
    }
}

/// Types of the attributes of the namespace `xml` (XML 1.0 sections 2.10 and 2.12, XML Base, xml:id).
fn xml_attribute_type(local: &str) -> Builtin {
    match local {
        "lang" => Builtin::Language,
        "space" => Builtin::NcName,
        "id" => Builtin::Id,
        "base" => Builtin::AnyUri,
        _ => Builtin::AnySimpleType,
    }
}
