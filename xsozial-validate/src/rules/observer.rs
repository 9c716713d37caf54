//! The rules on one document.

use super::{Rules, bound::RuleSet, checks::din91379::DataType, table::ProseRule};
use crate::{
    engine::{Desk, Observer, Opened, Remark, Value},
    finding::{Rule, RuleKind},
};
use xsozial_schema::{
    Fault, NameId, Schema,
    schema::{Annotation, ComplexType, ComplexTypeId, ElementId, TypeRef},
    value::NoPrefixes,
};

/// The rules on one document.
pub(super) struct RulesObserver<'v> {
    rules: &'v Rules,
    schema: &'v Schema,
    /// The complex types of the open elements.
    open: Vec<Option<ComplexTypeId>>,
    /// What the name of the current element, and its place, bring about.
    current: Current,
}

#[derive(Clone, Copy)]
struct Current {
    element: Option<ElementId>,
    /// What applies if the value is a text.
    by_name: RuleSet,
    /// What applies whatever the value is.
    by_place: RuleSet,
}

impl Current {
    const NOTHING: Self = Self {
        element: None,
        by_name: RuleSet::NONE,
        by_place: RuleSet::NONE,
    };
}

impl<'v> RulesObserver<'v> {
    pub(super) fn new(rules: &'v Rules, schema: &'v Schema) -> Self {
        Self {
            rules,
            schema,
            open: Vec::new(),
            current: Current::NOTHING,
        }
    }

    fn attributes(&self, id: ComplexTypeId, opened: &Opened<'_>, desk: &mut Desk<'_>) {
        let bound = &self.rules.bound;
        for &rules in &bound.inside(id).attributes {
            let Some(place) = opened.start.find(rules.name) else {
                continue;
            };
            let Some(attribute) = opened.start.attribute(place) else {
                continue;
            };
            let type_rules = bound.simple_type(rules.simple_type);
            let value = self
                .schema
                .facets(rules.simple_type)
                .white_space
                .normalise(attribute.value);
            for rule in bound.attribute(rules).rules() {
                let Some(fault) = examine(rule, &value, type_rules.data_type) else {
                    continue;
                };
                // What breaks the schema has been told.
                if self
                    .schema
                    .check_value(rules.simple_type, attribute.value, &NoPrefixes)
                    .is_ok()
                {
                    let help = documentation_of_attribute(self.schema.complex_type(id), rules.name);
                    let remark = remark(rule, fault, help);
                    desk.report_attribute(&opened.start, place, remark);
                }
            }
        }
    }

    fn examine_value(&self, value: &Value<'_>, rules: RuleSet, data_type: DataType, desk: &mut Desk<'_>) {
        let text = self.schema.facets(value.simple_type).white_space.normalise(value.text);
        if text.is_empty() {
            return;
        }
        for rule in rules.rules() {
            if let Some(fault) = examine(rule, &text, data_type) {
                desk.report(remark(rule, fault, self.documentation()));
            }
        }
    }

    /// What the schema's authors say of the current element.
    #[cold]
    fn documentation(&self) -> Option<String> {
        said_of(&self.schema.element(self.current.element?).annotation)
    }
}

impl Observer for RulesObserver<'_> {
    #[inline]
    fn begin(&mut self, opened: &Opened<'_>, desk: &mut Desk<'_>) {
        let bound = &self.rules.bound;
        self.current = Current::NOTHING;
        if opened.element.is_some() {
            let name = opened.start.name;
            let parent = self.open.last().copied().flatten();
            let here = parent
                .map(|parent| bound.inside(parent))
                .filter(|inside| !inside.elements.is_empty());
            self.current = Current {
                element: opened.element,
                by_name: bound.name(name),
                by_place: here.map_or(RuleSet::NONE, |inside| of_element(&inside.elements, name)),
            };
        }
        let complex_type = match opened.type_ref {
            Some(TypeRef::Complex(id)) => Some(id),
            _ => None,
        };
        self.open.push(complex_type);
        if let Some(id) = complex_type
            && opened.start.attribute_count() > 0
        {
            self.attributes(id, opened, desk);
        }
    }

    #[inline]
    fn value(&mut self, value: &Value<'_>, desk: &mut Desk<'_>) {
        let types = self.rules.bound.simple_type(value.simple_type);
        let rules = if value.is_valid {
            let by_name = self.current.by_name.and(types.nameable);
            types.valid.with(by_name).with(self.current.by_place)
        } else {
            types.invalid
        };
        if !rules.is_empty() {
            self.examine_value(value, rules, types.data_type, desk);
        }
    }

    #[inline]
    fn leave(&mut self, _desk: &mut Desk<'_>) {
        self.open.pop();
        self.current = Current::NOTHING;
    }
}

fn of_element(elements: &[(NameId, RuleSet)], name: NameId) -> RuleSet {
    let found = elements.iter().find(|&&(known, _)| known == name);
    found.map_or(RuleSet::NONE, |&(_, rules)| rules)
}

#[inline]
fn examine(rule: &ProseRule, value: &str, data_type: DataType) -> Option<Fault> {
    let words = rule.examination.examine(value, data_type)?;
    Some(Fault::worded(rule.code, words.german, words.english))
}

#[cold]
fn remark(rule: &ProseRule, fault: Fault, help: Option<String>) -> Remark {
    Remark {
        severity: rule.severity,
        fault,
        rule: Some(Rule {
            kind: RuleKind::Prose,
            source: rule.source.to_owned(),
        }),
        help,
    }
}

fn documentation_of_attribute(complex_type: &ComplexType, name: NameId) -> Option<String> {
    let known = complex_type.attributes.iter().find(|known| known.name == name)?;
    said_of(&known.annotation)
}

fn said_of(annotation: &Annotation) -> Option<String> {
    let text = annotation.documentation.join("\n");
    (!text.is_empty()).then_some(text)
}
