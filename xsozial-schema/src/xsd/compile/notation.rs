//! Notations, and the values that refer to them (part 1, section 3.12; part 2, section 3.2.19).

use super::Compiler;
use crate::{
    Schema,
    schema::{Content, Notation, SimpleTypeId, SourceLocation, TypeRef, Variety},
    value::{Builtin, QName, Value},
    xsd::{error::SchemaPosition, fault::SchemaFault},
};

impl Compiler<'_> {
    /// Compiles the notations.
    pub(super) fn notations(&mut self) {
        let notations = self.components.notations.items().iter().map(|component| Notation {
            name: component.name,
            public_id: component.public.clone(),
            system_id: component.system.clone(),
            annotation: component.annotation.0.clone(),
            source: component.source.0,
        });
        self.data.notations = notations.collect();
    }

    /// A value of a type made from `xs:NOTATION` must be the name of a notation.
    pub(super) fn check_notation(
        &self,
        builtin: Builtin,
        value: &Value,
        source: SourceLocation,
    ) -> Result<(), SchemaFault> {
        let Value::QName(name) = value else { return Ok(()) };
        if builtin.primitive() != Builtin::Notation || self.is_notation(name) {
            return Ok(());
        }
        Err(self.invalid(
            source,
            "the enumeration names a notation that no schema document declares",
        ))
    }

    fn is_notation(&self, name: &QName) -> bool {
        let names = &self.data.names;
        self.data.notations.iter().any(|notation| {
            names.local(notation.name) == name.local()
                && names.uri(names.namespace_of(notation.name)) == name.namespace()
        })
    }
}

/// Elements and attributes have types that enumerate the notations (part 2, section 3.2.19, "enumeration facet value
/// required for NOTATION"): without an enumeration any name would do. Members of unions and items of lists are not used
/// directly, and are let pass as other processors do.
pub(super) fn check_uses(schema: &Schema) -> Result<(), SchemaFault> {
    for element in &schema.elements {
        if let TypeRef::Simple(id) = element.type_ref {
            check_use(schema, id, element.source)?;
        }
    }
    for complex in &schema.complex_types {
        if let Content::Simple(id) = complex.content {
            check_use(schema, id, complex.source)?;
        }
        for attribute in &complex.attributes {
            check_use(schema, attribute.simple_type, attribute.source)?;
        }
    }
    for attribute in &schema.attributes {
        check_use(schema, attribute.simple_type, attribute.source)?;
    }
    Ok(())
}

fn check_use(schema: &Schema, id: SimpleTypeId, source: SourceLocation) -> Result<(), SchemaFault> {
    let simple = schema.simple_type(id);
    let is_open = simple.builtin.primitive() == Builtin::Notation
        && simple.variety == Variety::Atomic
        && simple.facets.enumeration.is_empty();
    if !is_open {
        return Ok(());
    }
    let document = schema.documents.get(source.document.index());
    Err(SchemaFault::Invalid {
        place: SchemaPosition::of_line(document.map_or_else(String::new, |it| it.path.clone()), source.line),
        reason: "xs:NOTATION is used without an enumeration of notations".to_owned(),
    })
}
