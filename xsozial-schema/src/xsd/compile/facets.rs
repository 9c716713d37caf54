//! Facets: from the text of the schema to values, merged with those of the base.

use super::Compiler;
use crate::{
    Schema,
    facet::{Bound, EnumerationValue, Facet, Facets},
    names::index_of,
    pattern::PatternStep,
    schema::{PatternId, SimpleTypeId, SourceLocation, TypeRef, ValueConstraint},
    value::{Builtin, PrefixResolver, Value, WhiteSpace},
    xsd::{components::FacetComponent, error::SchemaPosition, fault::SchemaFault},
};

/// The type whose facets are being restricted.
pub(super) struct FacetContext {
    pub(super) base: SimpleTypeId,
    pub(super) builtin: Builtin,
}

/// The prefixes in scope where an enumeration of QNames stands.
struct ScopedPrefixes<'a>(&'a [(String, String)]);

impl PrefixResolver for ScopedPrefixes<'_> {
    fn namespace_uri(&self, prefix: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(known, _)| known == prefix)
            .map(|(_, uri)| uri.as_str())
    }
}

impl Compiler<'_> {
    /// The facets of a base with these in addition or instead.
    pub(super) fn restrict_facets(
        &mut self,
        mut facets: Facets,
        context: &FacetContext,
        components: &[FacetComponent],
    ) -> Result<Facets, SchemaFault> {
        // White space first: it decides how the values of the other facets are read.
        for component in components.iter().filter(|component| component.kind == "whiteSpace") {
            facets.white_space = self.white_space(component)?;
        }
        let white_space = facets.white_space;
        let mut enumeration = Vec::new();
        let mut patterns: Vec<&FacetComponent> = Vec::new();
        for component in components {
            let source = component.source.0;
            match component.kind.as_str() {
                "length" => facets.length = Some(self.number(component)?),
                "minLength" => facets.min_length = Some(self.number(component)?),
                "maxLength" => facets.max_length = Some(self.number(component)?),
                "totalDigits" => facets.total_digits = Some(self.number(component)?),
                "fractionDigits" => facets.fraction_digits = Some(self.number(component)?),
                "minInclusive" => facets.min_inclusive = Some(self.bound(component, context)?),
                "maxInclusive" => facets.max_inclusive = Some(self.bound(component, context)?),
                "minExclusive" => facets.min_exclusive = Some(self.bound(component, context)?),
                "maxExclusive" => facets.max_exclusive = Some(self.bound(component, context)?),
                "pattern" => patterns.push(component),
                "enumeration" => enumeration.push(self.enumeration_value(component, context, white_space)?),
                "whiteSpace" => {}
                _ => return Err(self.invalid(source, "an unknown facet")),
            }
        }
        if !enumeration.is_empty() {
            facets.enumeration = enumeration;
        }
        if let Some(first) = patterns.first() {
            let step = PatternStep {
                alternatives: patterns.iter().map(|component| component.value.clone()).collect(),
                source: first.source.0,
            };
            step.parse_check()
                .map_err(|error| self.invalid(first.source.0, error.to_string()))?;
            facets.patterns.push(self.pattern_id(step));
        }
        Ok(facets)
    }

    /// Equal patterns are stored, and later compiled, once.
    fn pattern_id(&mut self, step: PatternStep) -> PatternId {
        let patterns = &mut self.data.patterns;
        let known = patterns
            .iter()
            .position(|known| known.alternatives == step.alternatives);
        let index = known.unwrap_or_else(|| {
            patterns.push(step);
            patterns.len() - 1
        });
        PatternId::new(index_of(index))
    }

    fn white_space(&self, component: &FacetComponent) -> Result<WhiteSpace, SchemaFault> {
        match component.value.trim() {
            "preserve" => Ok(WhiteSpace::Preserve),
            "replace" => Ok(WhiteSpace::Replace),
            "collapse" => Ok(WhiteSpace::Collapse),
            _ => Err(self.invalid(
                component.source.0,
                "whiteSpace is none of preserve, replace and collapse",
            )),
        }
    }

    fn number<T: std::str::FromStr>(&self, component: &FacetComponent) -> Result<Facet<T>, SchemaFault> {
        let text = component.value.trim();
        let value = text.strip_prefix('+').unwrap_or(text).parse().map_err(|_| {
            let reason = format!("the value of xs:{} is no number, or too big a one", component.kind);
            self.invalid(component.source.0, reason)
        })?;
        Ok(Facet {
            value,
            source: component.source.0,
        })
    }

    fn bound(&self, component: &FacetComponent, context: &FacetContext) -> Result<Facet<Bound>, SchemaFault> {
        let text = WhiteSpace::Collapse.normalise(&component.value).into_owned();
        let value = self.value(component, context, &text)?;
        Ok(Facet {
            value: Bound { value, text },
            source: component.source.0,
        })
    }

    fn enumeration_value(
        &self,
        component: &FacetComponent,
        context: &FacetContext,
        white_space: WhiteSpace,
    ) -> Result<EnumerationValue, SchemaFault> {
        let text = white_space.normalise(&component.value).into_owned();
        let value = self.value(component, context, &text)?;
        self.check_notation(context.builtin, &value, component.source.0)?;
        Ok(EnumerationValue {
            text,
            value,
            annotation: component.annotation.0.clone(),
            source: component.source.0,
        })
    }

    /// A value of the base, whatever its variety.
    fn value(&self, component: &FacetComponent, context: &FacetContext, text: &str) -> Result<Value, SchemaFault> {
        let prefixes = ScopedPrefixes(&component.prefixes.0);
        Value::parse_as(&self.data.simple_types, context.base, text, &prefixes).ok_or_else(|| {
            let reason = format!("the value of xs:{} is no xs:{}", component.kind, context.builtin.name());
            self.invalid(component.source.0, reason)
        })
    }
}

/// Default and fixed values must be values of their type.
pub(super) fn check_constraints(schema: &Schema) -> Result<(), SchemaFault> {
    for element in &schema.elements {
        let value_type = match element.type_ref {
            TypeRef::Simple(id) => Some(id),
            TypeRef::Complex(id) => match schema.complex_type(id).content {
                crate::schema::Content::Simple(id) => Some(id),
                _ => None,
            },
        };
        if let Some(id) = value_type {
            check_constraint(schema, id, element.constraint.as_ref(), element.source)?;
        }
    }
    let uses = schema.complex_types.iter().flat_map(|complex| &complex.attributes);
    for attribute in uses {
        check_constraint(
            schema,
            attribute.simple_type,
            attribute.constraint.as_ref(),
            attribute.source,
        )?;
    }
    Ok(())
}

fn check_constraint(
    schema: &Schema,
    simple_type: SimpleTypeId,
    constraint: Option<&ValueConstraint>,
    source: SourceLocation,
) -> Result<(), SchemaFault> {
    let Some(constraint) = constraint else {
        return Ok(());
    };
    // The prefixes in scope are not kept, so QName values are taken as they are.
    let builtin = schema.simple_type(simple_type).builtin;
    if matches!(builtin.primitive(), Builtin::QName | Builtin::Notation) {
        return Ok(());
    }
    match schema.check_value(simple_type, constraint.value(), &ScopedPrefixes(&[])) {
        Ok(_) => Ok(()),
        Err(fault) => Err(SchemaFault::Invalid {
            place: SchemaPosition::of_line(
                schema
                    .documents
                    .get(source.document.index())
                    .map_or_else(String::new, |document| document.path.clone()),
                source.line,
            ),
            reason: format!(
                "the default or fixed value is no value of its type ({})",
                fault.message(crate::Language::English)
            ),
        }),
    }
}
