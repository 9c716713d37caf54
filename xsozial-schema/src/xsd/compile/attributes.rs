//! Attribute declarations and the attribute uses of types.

use super::Compiler;
use crate::{
    NameId,
    names::index_of,
    schema::{
        AttributeDeclaration, AttributeId, AttributeUse, NamespaceConstraint, SimpleTypeId, SourceLocation, Wildcard,
        WildcardId,
    },
    value::Builtin,
    xsd::{
        components::{
            AttributeComponent, AttributeItem, AttributeType, AttributeUseKind, Attributes, WildcardComponent,
        },
        fault::SchemaFault,
    },
};
use rustc_hash::FxHashSet;

/// Attribute groups may refer to attribute groups, but not without end.
const DEEPEST_ATTRIBUTE_GROUP: usize = 32;

/// The attributes of a type while they are collected.
#[derive(Default)]
pub(super) struct CollectedAttributes {
    pub(super) uses: Vec<AttributeUse>,
    /// The wildcard of the base of an extension; afterwards that of the type.
    pub(super) wildcard: Option<WildcardComponent>,
    /// The attribute groups that have been added; a second time would add nothing.
    groups: FxHashSet<NameId>,
}

impl CollectedAttributes {
    /// What is inherited from a base.
    pub(super) fn inherited(uses: Vec<AttributeUse>, wildcard: Option<WildcardComponent>) -> Self {
        Self {
            uses,
            wildcard,
            groups: FxHashSet::default(),
        }
    }
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
    ///
    /// An extension admits by wildcard what it or its base does (part 1, section 3.4.2).
    pub(super) fn collect_attributes(
        &mut self,
        attributes: &Attributes,
        collected: &mut CollectedAttributes,
    ) -> Result<(), SchemaFault> {
        let own = self.collect_nested(attributes, collected, 0)?;
        if let Some(own) = own {
            let combined = match &collected.wildcard {
                Some(inherited) => self.combined(own, inherited, NamespaceConstraint::union)?,
                None => own,
            };
            collected.wildcard = Some(combined);
        }
        Ok(())
    }

    /// Adds the attributes of a type or attribute group. Its complete wildcard is returned: what it and all its attribute
    /// groups admit, checked as its own wildcard says or else the first group's.
    fn collect_nested(
        &mut self,
        attributes: &Attributes,
        collected: &mut CollectedAttributes,
        depth: usize,
    ) -> Result<Option<WildcardComponent>, SchemaFault> {
        let mut wildcard = attributes.wildcard.clone();
        for item in &attributes.items {
            match item {
                // In a group a prohibited attribute says nothing: only a restriction itself can prohibit (section 3.4.2).
                AttributeItem::Attribute(component)
                    if depth > 0 && component.use_kind == AttributeUseKind::Prohibited => {}
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
                    if !collected.groups.insert(*name) {
                        continue;
                    }
                    let nested = self.collect_nested(&group.attributes, collected, depth + 1)?;
                    wildcard = match (wildcard, nested) {
                        (Some(own), Some(nested)) => {
                            Some(self.combined(own, &nested, NamespaceConstraint::intersection)?)
                        }
                        (own, nested) => own.or(nested),
                    };
                }
            }
        }
        Ok(wildcard)
    }

    /// A wildcard whose namespaces are combined with those of another; how they are checked stays.
    fn combined(
        &self,
        own: WildcardComponent,
        other: &WildcardComponent,
        combine: fn(&NamespaceConstraint, &NamespaceConstraint) -> Option<NamespaceConstraint>,
    ) -> Result<WildcardComponent, SchemaFault> {
        let namespaces = combine(&own.namespaces, &other.namespaces).ok_or_else(|| {
            let other = self.place(other.source.0);
            let reason = format!("no wildcard says what this xs:anyAttribute and the one at {other} admit together");
            self.invalid(own.source.0, reason)
        })?;
        Ok(WildcardComponent { namespaces, ..own })
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
