//! A schema as rules that can be compared.

use super::{ComponentKind, bounds::Model, namespaces::NamespaceNames, property::Property};
use crate::{
    NameId, NamespaceId, Schema,
    schema::{
        ComplexType, ComplexTypeId, Content, Derivation, DerivationSet, Element, ElementContent, ElementId, LeafTerm,
        NamespaceConstraint, ProcessContents, SourceLocation, TypeRef, ValueConstraint, WildcardId,
    },
};
use std::collections::{BTreeMap, BTreeSet};

mod identity;
mod simple;

/// The global components of a schema, by kind and name.
pub(super) type Description = BTreeMap<(ComponentKind, String), Component>;

/// A global component with all that it holds.
#[derive(Default)]
pub(super) struct Component {
    /// The component itself at the place `""`, and what stands inside it.
    pub(super) parts: BTreeMap<String, Part>,
}

/// A place inside a component.
#[derive(Default)]
pub(super) struct Part {
    pub(super) rules: BTreeMap<String, Property>,
    pub(super) model: Option<Model>,
    /// `file.xsd:line`
    pub(super) source: String,
}

impl Component {
    /// Where it stands.
    pub(super) fn source(&self) -> String {
        self.parts.get("").map_or_else(String::new, |part| part.source.clone())
    }

    /// Whether both say the same, wherever they stand.
    pub(super) fn is_alike(&self, other: &Self) -> bool {
        self.parts.len() == other.parts.len()
            && self
                .parts
                .iter()
                .zip(&other.parts)
                .all(|((place, one), (other_place, other))| {
                    place == other_place && one.rules == other.rules && one.model == other.model
                })
    }
}

/// Describes a schema; `names` says what namespaces are called whose URI is not to be used.
pub(super) fn describe(schema: &Schema, names: &NamespaceNames) -> Description {
    let describer = Describer { schema, names };
    let mut description = Description::new();
    for (name, id) in schema.global_elements.iter() {
        description.insert(
            (ComponentKind::Element, describer.name(name)),
            describer.global_element(id),
        );
    }
    for (name, type_ref) in schema.global_types.iter() {
        if schema.names.namespace_of(name) == NamespaceId::XS {
            continue;
        }
        let kind = match type_ref {
            TypeRef::Simple(_) => ComponentKind::SimpleType,
            TypeRef::Complex(_) => ComponentKind::ComplexType,
        };
        description.insert((kind, describer.name(name)), describer.global_type(type_ref));
    }
    for (name, id) in schema.global_attributes.iter() {
        let declaration = &schema.attributes[id.index()];
        let mut component = Component::default();
        let mut part = describer.part(declaration.source);
        describer.attribute_rules(&mut part, declaration.simple_type, declaration.constraint.as_ref());
        component.parts.insert(String::new(), part);
        description.insert((ComponentKind::Attribute, describer.name(name)), component);
    }
    for notation in &schema.notations {
        let mut part = describer.part(notation.source);
        part.text("public", notation.public_id.clone().unwrap_or_default());
        part.text("system", notation.system_id.clone().unwrap_or_default());
        let component = Component {
            parts: BTreeMap::from([(String::new(), part)]),
        };
        description.insert((ComponentKind::Notation, describer.name(notation.name)), component);
    }
    description
}

struct Describer<'s> {
    schema: &'s Schema,
    names: &'s NamespaceNames,
}

impl Part {
    fn rule(&mut self, name: &str, property: Property) {
        self.rules.insert(name.to_owned(), property);
    }

    /// A rule that is there only when it says something.
    fn text(&mut self, name: &str, text: String) {
        if !text.is_empty() {
            self.rule(name, Property::Text(text));
        }
    }

    fn demand(&mut self, name: &str, is_there: bool) {
        if is_there {
            self.rule(name, Property::Demand("true".to_owned()));
        }
    }

    fn permission(&mut self, name: &str, is_there: bool) {
        if is_there {
            self.rule(name, Property::Permission("true".to_owned()));
        }
    }
}

impl Describer<'_> {
    fn namespace(&self, namespace: NamespaceId) -> &str {
        let uri = self.schema.names.uri(namespace);
        self.names.get(uri).map_or(uri, String::as_str)
    }

    fn name(&self, name: NameId) -> String {
        let local = self.schema.names.local(name);
        match self.schema.names.namespace_of(name) {
            NamespaceId::XS => format!("xs:{local}"),
            namespace => match self.namespace(namespace) {
                "" => local.to_owned(),
                uri => format!("Q{{{uri}}}{local}"),
            },
        }
    }

    fn part(&self, source: SourceLocation) -> Part {
        Part {
            source: self.schema.describe_source(source),
            ..Part::default()
        }
    }

    fn global_element(&self, id: ElementId) -> Component {
        let element = self.schema.element(id);
        let mut component = Component::default();
        let mut part = self.part(element.source);
        let substitutes = element
            .substitutes
            .iter()
            .map(|&id| self.name(self.schema.element(id).name));
        part.rule("substitutes", Property::Allowed(substitutes.collect()));
        self.element_into(&mut component, "", part, element, &mut Vec::new());
        component
    }

    fn global_type(&self, type_ref: TypeRef) -> Component {
        let mut component = Component::default();
        let source = match type_ref {
            TypeRef::Simple(id) => self.schema.simple_type(id).source,
            TypeRef::Complex(id) => self.schema.complex_type(id).source,
        };
        let part = self.part(source);
        self.type_into(&mut component, "", part, type_ref, &mut Vec::new());
        component
    }

    /// Adds an element with its type, where that has no name.
    fn element_into(
        &self,
        component: &mut Component,
        place: &str,
        mut part: Part,
        element: &Element,
        open: &mut Vec<ComplexTypeId>,
    ) {
        part.permission("nillable", element.is_nillable);
        part.demand("abstract", element.is_abstract);
        part.text("block", derivations(element.block));
        constraint(&mut part, element.constraint.as_ref());
        for &id in &element.identities {
            let (name, rule) = self.identity(id);
            part.rule(&name, Property::Demand(rule));
        }
        match self.type_name(element.type_ref) {
            Some(name) => {
                part.text("type", name);
                component.parts.insert(place.to_owned(), part);
            }
            None => self.type_into(component, place, part, element.type_ref, open),
        }
    }

    fn type_name(&self, type_ref: TypeRef) -> Option<String> {
        let name = match type_ref {
            TypeRef::Simple(id) => self.schema.simple_type(id).name,
            TypeRef::Complex(id) => self.schema.complex_type(id).name,
        };
        name.map(|name| self.name(name))
    }

    /// Adds what a type says.
    fn type_into(
        &self,
        component: &mut Component,
        place: &str,
        mut part: Part,
        type_ref: TypeRef,
        open: &mut Vec<ComplexTypeId>,
    ) {
        match type_ref {
            TypeRef::Simple(id) => self.simple_rules(&mut part, id),
            TypeRef::Complex(id) if open.contains(&id) => part.text("type", "the anonymous type around it".to_owned()),
            TypeRef::Complex(id) => {
                open.push(id);
                self.complex_into(component, place, &mut part, self.schema.complex_type(id), open);
                open.pop();
            }
        }
        component.parts.insert(place.to_owned(), part);
    }

    fn complex_into(
        &self,
        component: &mut Component,
        place: &str,
        part: &mut Part,
        complex_type: &ComplexType,
        open: &mut Vec<ComplexTypeId>,
    ) {
        part.demand("abstract", complex_type.is_abstract);
        part.text("block", derivations(complex_type.block));
        let base = complex_type.base.and_then(|base| self.type_name(base));
        let derivation = match complex_type.derivation {
            Derivation::Extension => "extension",
            Derivation::Restriction => "restriction",
        };
        part.text(
            "base",
            base.map(|base| format!("{derivation} of {base}")).unwrap_or_default(),
        );
        if let Some(code) = &complex_type.code {
            part.text("genutzteCodeSpalte", code.code_column.clone());
        }
        self.attributes_into(component, place, complex_type);
        match &complex_type.content {
            Content::Empty => part.text("content", "empty".to_owned()),
            Content::Simple(id) => match self.type_name(TypeRef::Simple(*id)) {
                Some(name) => part.text("content", name),
                None => self.simple_rules(part, *id),
            },
            Content::Elements(content) => {
                part.permission("mixed", content.mixed);
                self.content_into(component, place, part, content, self.inherited(complex_type), open);
            }
        }
    }

    /// How many leaves the base describes already.
    fn inherited(&self, complex_type: &ComplexType) -> usize {
        match (complex_type.derivation, complex_type.base) {
            (Derivation::Extension, Some(TypeRef::Complex(base))) if self.schema.complex_type(base).name.is_some() => {
                match &self.schema.complex_type(base).content {
                    Content::Elements(content) => content.leaves.len(),
                    Content::Empty | Content::Simple(_) => 0,
                }
            }
            _ => 0,
        }
    }

    fn content_into(
        &self,
        component: &mut Component,
        place: &str,
        part: &mut Part,
        content: &ElementContent,
        inherited: usize,
        open: &mut Vec<ComplexTypeId>,
    ) {
        let leaf_name = |leaf: u32| {
            let own = leaf as usize >= inherited;
            content
                .leaves
                .get(leaf as usize)
                .filter(|_| own)
                .map(|leaf| match leaf.term {
                    LeafTerm::Element(id) => self.name(self.schema.element(id).name),
                    LeafTerm::Wildcard(id) => format!("any({})", self.wildcard(id)),
                })
        };
        part.model = content
            .particle
            .as_ref()
            .and_then(|particle| Model::of(particle, &leaf_name));
        let Some(model) = &part.model else { return };
        let bounds = model.bounds();
        for (place_of_leaf, leaf) in content.leaves.iter().enumerate() {
            let Some(name) = u32::try_from(place_of_leaf).ok().and_then(leaf_name) else {
                continue;
            };
            let inner = join(place, &name);
            if component.parts.contains_key(&inner) {
                continue;
            }
            let mut child = self.part(leaf.source);
            if let Some(&(least, most)) = bounds.get(&name) {
                child.rule("minOccurs", Property::AtLeast(least));
                child.rule("maxOccurs", Property::AtMost(most));
            }
            match leaf.term {
                LeafTerm::Element(id) if !self.schema.element(id).is_global => {
                    self.element_into(component, &inner, child, self.schema.element(id), open);
                }
                LeafTerm::Element(_) => {
                    child.text("ref", name);
                    component.parts.insert(inner, child);
                }
                LeafTerm::Wildcard(_) => {
                    component.parts.insert(inner, child);
                }
            }
        }
    }

    fn attributes_into(&self, component: &mut Component, place: &str, complex_type: &ComplexType) {
        let base = match complex_type.base {
            Some(TypeRef::Complex(id)) if self.schema.complex_type(id).name.is_some() => {
                Some(self.schema.complex_type(id))
            }
            _ => None,
        };
        for attribute in &complex_type.attributes {
            let is_inherited = base.is_some_and(|base| {
                let mut known = base.attributes.iter();
                known.any(|known| {
                    known.name == attribute.name
                        && known.simple_type == attribute.simple_type
                        && known.required == attribute.required
                        && known.constraint == attribute.constraint
                })
            });
            if is_inherited {
                continue;
            }
            let mut part = self.part(attribute.source);
            part.demand("required", attribute.required);
            self.attribute_rules(&mut part, attribute.simple_type, attribute.constraint.as_ref());
            component
                .parts
                .insert(join(place, &format!("@{}", self.name(attribute.name))), part);
        }
        if let (Some(id), false) = (
            complex_type.attribute_wildcard,
            base.is_some_and(|base| base.attribute_wildcard == complex_type.attribute_wildcard),
        ) {
            let part = self.part(self.schema.wildcard(id).source);
            component
                .parts
                .insert(join(place, &format!("@any({})", self.wildcard(id))), part);
        }
    }

    fn attribute_rules(
        &self,
        part: &mut Part,
        simple_type: crate::schema::SimpleTypeId,
        value: Option<&ValueConstraint>,
    ) {
        constraint(part, value);
        match self.type_name(TypeRef::Simple(simple_type)) {
            Some(name) => part.text("type", name),
            None => self.simple_rules(part, simple_type),
        }
    }

    fn wildcard(&self, id: WildcardId) -> String {
        let wildcard = self.schema.wildcard(id);
        let shown = |namespace: NamespaceId| match self.namespace(namespace) {
            "" => "##local".to_owned(),
            uri => uri.to_owned(),
        };
        let namespaces = match &wildcard.namespaces {
            NamespaceConstraint::Any => "##any".to_owned(),
            NamespaceConstraint::Other(namespace) => format!("not {}", shown(*namespace)),
            NamespaceConstraint::List(list) => {
                let list: BTreeSet<String> = list.iter().map(|&namespace| shown(namespace)).collect();
                list.into_iter().collect::<Vec<_>>().join(" ")
            }
        };
        let processing = match wildcard.process_contents {
            ProcessContents::Strict => "strict",
            ProcessContents::Lax => "lax",
            ProcessContents::Skip => "skip",
        };
        format!("{namespaces}, {processing}")
    }
}

fn join(place: &str, step: &str) -> String {
    if place.is_empty() {
        step.to_owned()
    } else {
        format!("{place}/{step}")
    }
}

fn constraint(part: &mut Part, constraint: Option<&ValueConstraint>) {
    match constraint {
        Some(ValueConstraint::Fixed(value)) => part.rule("fixed", Property::Demand(value.clone())),
        Some(ValueConstraint::Default(value)) => part.rule("default", Property::Text(value.clone())),
        None => {}
    }
}

fn derivations(set: DerivationSet) -> String {
    let named = [
        (set.extension, "extension"),
        (set.restriction, "restriction"),
        (set.substitution, "substitution"),
    ];
    let named: Vec<&str> = named
        .into_iter()
        .filter_map(|(is_there, name)| is_there.then_some(name))
        .collect();
    named.join(" ")
}
