//! What all parts of planning share.

use super::{
    data::{CodeList, Docs, Item, Module, Plan, Root, TypePath, ValueType},
    derivation::{is_any_type, is_code},
    names::Names,
    reach::{Holder, Reached},
    simple::{Place, SimpleShape, builtin_type, shape},
};
use crate::{Error, codelists::Codelists};
use std::collections::BTreeMap;
use xsozial_schema::{
    Schema,
    schema::{
        Annotation, AttributeUse, ComplexTypeId, Element, ElementId, SimpleTypeId, SourceLocation, TypeRef,
        ValueConstraint,
    },
};

/// Collects items while the schema is walked through.
pub(crate) struct Planner<'s> {
    pub(super) schema: &'s Schema,
    pub(super) codelists: &'s Codelists,
    pub(super) reached: &'s Reached,
    pub(super) names: Names,
    modules: BTreeMap<String, Module>,
}

impl<'s> Planner<'s> {
    /// A planner without items.
    pub(super) fn new(schema: &'s Schema, codelists: &'s Codelists, reached: &'s Reached, names: Names) -> Self {
        let modules = names
            .modules()
            .map(|(namespace, name)| {
                let module = Module {
                    name: name.to_owned(),
                    uri: schema.names.uri(namespace).to_owned(),
                    items: Vec::new(),
                    code_lists: Vec::new(),
                };
                (name.to_owned(), module)
            })
            .collect();
        Self {
            schema,
            codelists,
            reached,
            names,
            modules,
        }
    }

    /// The plan of all that was collected; modules without types are left out.
    pub(super) fn finish(self, roots: Vec<Root>) -> Plan {
        let modules = self.modules.into_values().filter(|module| !module.items.is_empty());
        Plan {
            modules: modules.collect(),
            roots,
        }
    }

    /// Adds an item to a module.
    pub(super) fn add(&mut self, module: &str, item: Item) {
        if let Some(module) = self.modules.get_mut(module) {
            module.items.push(item);
        }
    }

    /// Adds the marker of a code type to a module.
    pub(super) fn add_code_list(&mut self, module: &str, code_list: CodeList) {
        if let Some(module) = self.modules.get_mut(module) {
            module.code_lists.push(code_list);
        }
    }

    /// The path of a complex type; an internal error when it was not reached.
    pub(super) fn complex_path(&self, id: ComplexTypeId) -> Result<TypePath, Error> {
        self.names
            .complex(id)
            .cloned()
            .ok_or_else(|| self.internal("a complex type has no name", self.schema.complex_type(id).source))
    }

    /// The type that holds the content of an element.
    pub(super) fn element_type(&self, id: ElementId) -> Result<ValueType, Error> {
        let element = self.schema.element(id);
        let content = match element.type_ref {
            TypeRef::Simple(simple_type) => self.simple_type(simple_type, Place::Element)?,
            TypeRef::Complex(complex) if is_any_type(self.schema, complex) => ValueType::Xml("AnyElement"),
            TypeRef::Complex(complex) => ValueType::Generated(self.declared_path(element, complex)?),
        };
        Ok(if element.is_nillable {
            ValueType::Nillable(Box::new(content))
        } else {
            content
        })
    }

    /// The enum of the type and its extensions where those may stand in, else the type's own struct.
    fn declared_path(&self, element: &Element, complex: ComplexTypeId) -> Result<TypePath, Error> {
        match self.names.variants(complex) {
            Some(variants) if !element.block.extension && !is_code(self.schema, complex) => Ok(variants.clone()),
            _ => self.complex_path(complex),
        }
    }

    /// The type that holds the values of a simple type.
    pub(super) fn simple_type(&self, id: SimpleTypeId, place: Place) -> Result<ValueType, Error> {
        match shape(self.schema, id) {
            SimpleShape::Value(builtin) => Ok(builtin_type(builtin, place)),
            SimpleShape::List(item) => Ok(ValueType::List(Box::new(self.simple_type(item, Place::Text)?))),
            SimpleShape::Enumeration(enumeration) => {
                let path = self.names.enumeration(enumeration).cloned().ok_or_else(|| {
                    let source = self.schema.simple_type(enumeration).source;
                    self.internal("an enumeration has no name", source)
                })?;
                Ok(ValueType::Generated(path))
            }
        }
    }

    /// The documentation of a complex type. An anonymous type has that of the root whose content it is.
    pub(super) fn complex_docs(&self, id: ComplexTypeId) -> Docs {
        let complex_type = self.schema.complex_type(id);
        let docs = self.docs(&complex_type.annotation, &self.schema.type_name(TypeRef::Complex(id)));
        match self.reached.complex.get(&id) {
            Some(&Holder::Global(element)) if complex_type.name.is_none() => {
                let element = self.schema.element(element);
                let mut element_docs = self.element_docs(element);
                element_docs.documentation.extend(docs.documentation);
                element_docs
            }
            Some(&Holder::Member(_, name)) if complex_type.name.is_none() => Docs {
                remark: Some(format!("Inhalt von `{}`.", self.schema.names.prefixed(name))),
                ..docs
            },
            _ => docs,
        }
    }

    /// The documentation of an element.
    pub(super) fn element_docs(&self, element: &Element) -> Docs {
        Docs {
            type_name: self.simple_type_name(element.type_ref),
            default: element
                .constraint
                .as_ref()
                .map(|constraint| constraint.value().to_owned()),
            ..self.docs(&element.annotation, &self.schema.names.prefixed(element.name))
        }
    }

    /// The documentation of an attribute.
    pub(super) fn attribute_docs(&self, attribute: &AttributeUse) -> Docs {
        Docs {
            type_name: self.simple_type_name(TypeRef::Simple(attribute.simple_type)),
            default: match &attribute.constraint {
                Some(ValueConstraint::Default(value)) => Some(value.clone()),
                Some(ValueConstraint::Fixed(_)) | None => None,
            },
            ..self.docs(&attribute.annotation, &self.schema.names.prefixed(attribute.name))
        }
    }

    /// The documentation of something with an XML name; an empty name is left out.
    #[expect(clippy::unused_self, reason = "reads like its siblings")]
    pub(super) fn docs(&self, annotation: &Annotation, xml_name: &str) -> Docs {
        Docs {
            documentation: annotation.documentation.clone(),
            xml_name: (!xml_name.is_empty()).then(|| xml_name.to_owned()),
            ..Docs::default()
        }
    }

    /// The name of a simple type; complex types and enumerations are types of their own in the code.
    fn simple_type_name(&self, type_ref: TypeRef) -> Option<String> {
        let name = match type_ref {
            TypeRef::Simple(_) => self.schema.type_name(type_ref),
            TypeRef::Complex(_) => String::new(),
        };
        (!name.is_empty()).then_some(name)
    }

    /// The enum of an element and the members of its substitution group, where there are any.
    pub(super) fn substitution_type(&self, head: ElementId) -> Option<ValueType> {
        self.names.substitution(head).cloned().map(ValueType::Generated)
    }

    /// An error of the generator itself.
    pub(super) fn internal(&self, what: &'static str, source: SourceLocation) -> Error {
        Error::Internal {
            what,
            place: self.schema.describe_source(source),
        }
    }
}
