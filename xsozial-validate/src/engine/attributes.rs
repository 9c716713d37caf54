//! Attributes against the type of their element.

use super::{About, Engine, frame::Doubt};
use xsozial_model::xml::{Attribute, EventSource, shortened};
use xsozial_schema::{
    Code, Fault, NameId,
    check::{AttributeDemand, Constrained, IdKind, Tolerance},
    schema::{Annotation, ComplexType, SourceLocation},
};

impl<'v> Engine<'v> {
    /// Checks the attributes of the start tag that was read last; `None` is a simple type, which has none.
    pub(super) fn attributes<S: EventSource + ?Sized>(&mut self, complex_type: Option<&'v ComplexType>, source: &S) {
        let start = source.start_element();
        let mut has_wild_id = false;
        for place in 0..start.attribute_count() {
            let Some(attribute) = start.attribute(place) else { break };
            if attribute.name.is_xsi() {
                continue;
            }
            let name = (attribute.name, attribute.namespace);
            match self.schema.attribute_demand(complex_type, name, &mut has_wild_id) {
                AttributeDemand::Keep(rule, component) => {
                    self.attribute_value(rule, component, complex_type, attribute, place, source);
                }
                AttributeDemand::Nothing => {}
                AttributeDemand::Unexpected => self.unexpected_attribute(complex_type, attribute, place, source),
            }
        }
        if let Some(complex_type) = complex_type {
            let is_there = |name| start.attribute_count() > 0 && start.find(name).is_some();
            if self.schema.missing_attribute(complex_type, is_there).is_some() {
                self.missing_attributes(complex_type, source);
            }
        }
    }

    #[inline]
    fn attribute_value<S: EventSource + ?Sized>(
        &mut self,
        rule: Constrained<'v>,
        component: SourceLocation,
        complex_type: Option<&'v ComplexType>,
        attribute: Attribute<'_>,
        place: usize,
        source: &S,
    ) {
        let checked = self.schema.check_constrained(
            rule,
            Tolerance::default(),
            Code::AttributeFixed,
            attribute.value,
            source.prefixes(),
        );
        let fault = match checked {
            Ok(value) => {
                let kind = self.schema.id_kind(value.member);
                let here = Some((place, attribute.name));
                if kind == IdKind::None || self.register((kind, value.member), &value.text, here, source) {
                    return;
                }
                Box::new(Fault::new(Code::IdDuplicate))
            }
            Err(fault) => {
                self.note_broken_id(rule.simple_type, attribute.value);
                fault
            }
        };
        self.identities.disturb_here(&self.schema.names);
        let about = About {
            component: self.schema.rule_source(rule.simple_type, fault.code, component),
            annotation: complex_type.and_then(|complex_type| annotation_of(complex_type, attribute.name)),
        };
        let fault = fault.in_attribute(shortened(attribute.qname));
        self.report_attribute(fault, &about, source, place);
    }

    #[cold]
    fn unexpected_attribute<S: EventSource + ?Sized>(
        &mut self,
        complex_type: Option<&'v ComplexType>,
        attribute: Attribute<'_>,
        place: usize,
        source: &S,
    ) {
        self.identities.disturb_here(&self.schema.names);
        if self.stack.last().is_some_and(|frame| frame.doubt == Doubt::Type) {
            return;
        }
        let about = About {
            component: complex_type.map_or(SourceLocation::BUILT_IN, |complex_type| complex_type.source),
            annotation: None,
        };
        let fault = Fault::named(Code::AttributeUnexpected, shortened(attribute.qname));
        self.report_attribute(fault, &about, source, place);
    }

    /// One finding for each mandatory attribute that is missing, unless a misspelt one stands in for it.
    #[cold]
    fn missing_attributes<S: EventSource + ?Sized>(&mut self, complex_type: &'v ComplexType, source: &S) {
        self.identities.disturb_here(&self.schema.names);
        let start = source.start_element();
        let missing = complex_type
            .attributes
            .iter()
            .filter(|known| known.required && start.find(known.name).is_none());
        for known in missing {
            let local = self.schema.names.local(known.name);
            let is_misspelt = start.attributes().any(|attribute| {
                let name = (attribute.name, attribute.namespace);
                let demand = || self.schema.attribute_demand(Some(complex_type), name, &mut false);
                attribute.local().eq_ignore_ascii_case(local) && matches!(demand(), AttributeDemand::Unexpected)
            });
            if is_misspelt {
                continue;
            }
            let about = About {
                component: known.source,
                annotation: Some(&known.annotation),
            };
            let name = self.schema.names.prefixed(known.name);
            self.report(Fault::named(Code::AttributeMissing, name), &about, source);
        }
    }
}

fn annotation_of(complex_type: &ComplexType, name: NameId) -> Option<&Annotation> {
    let known = complex_type.attributes.iter().find(|known| known.name == name)?;
    Some(&known.annotation)
}
