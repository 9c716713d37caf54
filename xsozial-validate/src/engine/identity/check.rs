//! Identity constraints as elements open and close.

use super::{
    Awaited, Field, Scope, Selected,
    keys::{Keys, whole},
    paths::{Ending, leads_to, takes_attribute},
};
use crate::engine::{About, Engine, frame::Holds, references::Reference};
use xsozial_model::xml::EventSource;
use xsozial_schema::{
    Code, Fault, NameId,
    check::AttributeDemand,
    schema::{Element, IdentityKind, SimpleTypeId},
};

/// So many elements may be selected and open at a time. Selectors that select elements inside one another could make the square
/// of the depth; a document with more exceeds a limit.
const MOST_SELECTED: usize = 1024;

/// A field that the current element is, or an attribute of it.
struct FoundField {
    selected: usize,
    field: usize,
    /// How the alternatives that lead here end.
    endings: Vec<Ending>,
}

impl<'v> Engine<'v> {
    /// An element opens while constraints are in force, or with constraints of its own. Its frame has been pushed.
    #[cold]
    pub(in crate::engine) fn enter_identities<S: EventSource + ?Sized>(
        &mut self,
        name: NameId,
        element: Option<&'v Element>,
        source: &S,
    ) {
        self.identities.names.push(name);
        let schema = self.schema;
        if let Some(element) = element.filter(|element| !element.identities.is_empty()) {
            self.identities.open_scope(element, |id| schema.identity(id));
        }
        self.select(source);
        self.look_for_fields(source);
    }

    /// Finds the selectors that select the current element.
    fn select<S: EventSource + ?Sized>(&mut self, source: &S) {
        let identities = &mut self.identities;
        let depth = identities.names.len() - 1;
        let mut are_too_many = false;
        for (place, scope) in identities.scopes.iter().enumerate() {
            let chain = &identities.names[scope.depth + 1..];
            for (number, active) in scope.rules.iter().enumerate() {
                let is_selected = active
                    .rule
                    .selector
                    .iter()
                    .any(|path| matches!(leads_to(path, chain, &self.schema.names), Some(Ending::Element)));
                if is_selected && identities.selected.len() >= MOST_SELECTED {
                    are_too_many = true;
                } else if is_selected {
                    identities.selected.push(Selected {
                        scope: place,
                        rule: number,
                        depth,
                        mark: source.mark(None),
                        fields: vec![Field::Absent; active.rule.fields.len()],
                        is_disturbed: false,
                    });
                }
            }
        }
        if are_too_many && !std::mem::replace(&mut self.identities.has_overflowed, true) {
            self.identities.disturb();
            let reason = (
                "mehr Elemente mit Schlüsseln sind ineinander verschachtelt, als geprüft werden",
                "more elements with keys stand inside one another than are checked",
            );
            self.report(Fault::because(Code::Limit, reason), &About::NOTHING, source);
        }
    }

    /// Finds the fields that the current element, or attributes of it, are.
    fn look_for_fields<S: EventSource + ?Sized>(&mut self, source: &S) {
        let identities = &self.identities;
        let mut found: Vec<FoundField> = Vec::new();
        for (place, selected) in identities.selected.iter().enumerate() {
            let chain = &identities.names[selected.depth + 1..];
            let rule = identities.scopes[selected.scope].rules[selected.rule].rule;
            for (number, paths) in rule.fields.iter().enumerate() {
                let endings = paths
                    .iter()
                    .filter_map(|path| leads_to(path, chain, &self.schema.names))
                    .collect::<Vec<_>>();
                if !endings.is_empty() {
                    found.push(FoundField {
                        selected: place,
                        field: number,
                        endings,
                    });
                }
            }
        }
        for field in found {
            if field.endings.iter().any(|ending| matches!(ending, Ending::Element)) {
                self.await_value(field.selected, field.field);
            }
            self.take_attributes(&field, source);
        }
    }

    fn await_value(&mut self, selected: usize, field: usize) {
        let depth = self.identities.names.len() - 1;
        let is_nillable = self
            .stack
            .last()
            .and_then(|frame| frame.element)
            .is_some_and(|element| element.is_nillable);
        let of = &self.identities.selected[selected];
        let kind = self.identities.scopes[of.scope].rules[of.rule].rule.kind;
        if is_nillable && kind == IdentityKind::Key {
            // A key is never nillable (part 1, section 3.11.4, clause 4.2.3).
            return self.identities.set_field(selected, field, Field::Unclear);
        }
        match self.stack.last().map(|frame| frame.holds) {
            Some(Holds::Value(_)) => self.identities.awaited.push(Awaited { selected, field, depth }),
            // A nil element has no value, and a fault that was reported leaves none.
            Some(Holds::Nothing(Code::NilNotEmpty) | Holds::Ignored) | None => {}
            Some(_) => self.identities.set_field(selected, field, Field::Unclear),
        }
    }

    /// Takes the values of the current element's attributes, those that the schema supplies included. Several alternatives of
    /// a field may lead to one attribute.
    fn take_attributes<S: EventSource + ?Sized>(&mut self, found: &FoundField, source: &S) {
        let is_wanted = |name, namespace| {
            found.endings.iter().any(|ending| match ending {
                Ending::Attribute(step) => takes_attribute(*step, name, namespace),
                Ending::Element => false,
            })
        };
        let complex_type = self.stack.last().and_then(|frame| frame.complex_type);
        let start = source.start_element();
        for attribute in start.attributes() {
            if attribute.name.is_xsi() || !is_wanted(attribute.name, attribute.namespace) {
                continue;
            }
            let name = (attribute.name, attribute.namespace);
            let demand = self.schema.attribute_demand(complex_type, name, &mut false);
            let AttributeDemand::Keep(rule, _) = demand else {
                continue;
            };
            self.take_value(found.selected, found.field, rule.simple_type, attribute.value, source);
        }
        for known in complex_type.map_or(&[][..], |complex_type| &complex_type.attributes) {
            let namespace = self.schema.names.namespace_of(known.name);
            if let Some(constraint) = &known.constraint
                && is_wanted(known.name, namespace)
                && start.find(known.name).is_none()
            {
                self.take_value(
                    found.selected,
                    found.field,
                    known.simple_type,
                    constraint.value(),
                    source,
                );
            }
        }
    }

    fn take_value<S: EventSource + ?Sized>(
        &mut self,
        selected: usize,
        field: usize,
        simple_type: SimpleTypeId,
        text: &str,
        source: &S,
    ) {
        let prefixes = source.prefixes();
        let value = self
            .schema
            .check_value(simple_type, text, prefixes)
            .ok()
            .and_then(|checked| {
                let primitive = self.schema.simple_type(checked.member).builtin.primitive();
                let value = self.schema.parse_value(checked.member, &checked.text, prefixes)?;
                Some(self.identities.digest(primitive, &value))
            });
        match value {
            Some(digest) => self.identities.set_field(selected, field, Field::Value(digest)),
            // The value's own fault is reported elsewhere.
            None => self.identities.selected[selected].is_disturbed = true,
        }
    }

    /// The value of the current element is known.
    #[cold]
    pub(in crate::engine) fn identify_value<S: EventSource + ?Sized>(
        &mut self,
        simple_type: SimpleTypeId,
        text: &str,
        source: &S,
    ) {
        let depth = self.identities.names.len().saturating_sub(1);
        while let Some(awaited) = self.identities.awaited.pop_if(|awaited| awaited.depth == depth) {
            self.take_value(awaited.selected, awaited.field, simple_type, text, source);
        }
    }

    /// The current element closes.
    #[cold]
    pub(in crate::engine) fn leave_identities<S: EventSource + ?Sized>(&mut self, source: &S) {
        let depth = self.identities.names.len().saturating_sub(1);
        self.identities.awaited.retain(|awaited| awaited.depth < depth);
        while let Some(selected) = self.identities.selected.pop_if(|selected| selected.depth == depth) {
            self.complete(&selected, source);
        }
        if let Some(scope) = self.identities.scopes.pop_if(|scope| scope.depth == depth) {
            self.close_scope(scope, source);
        }
        self.identities.names.pop();
        if self.identities.scopes.is_empty() {
            self.identities.names.clear();
        }
    }

    /// A selected element is complete: its key is known, or cannot be.
    fn complete<S: EventSource + ?Sized>(&mut self, selected: &Selected, source: &S) {
        let digest = self.identities.digest_all(&selected.fields);
        let is_unclear = selected.fields.iter().any(|field| matches!(field, Field::Unclear));
        let active = &mut self.identities.scopes[selected.scope].rules[selected.rule];
        let rule = active.rule;
        let code = match (rule.kind, digest) {
            _ if selected.is_disturbed => {
                active.keys.is_incomplete = true;
                if let Some(digest) = digest {
                    active.keys.known.insert(digest);
                }
                return;
            }
            (_, None) if is_unclear => Code::KeyUnclear,
            (IdentityKind::Key, None) => Code::KeyMissing,
            (IdentityKind::Unique | IdentityKind::KeyReference(_), None) => return,
            (IdentityKind::KeyReference(_), Some(digest)) => {
                let place = Reference::new(selected.mark, self.path.keep(None));
                active.keys.refer(digest, place);
                return;
            }
            (IdentityKind::Key | IdentityKind::Unique, Some(digest)) if active.keys.known.insert(digest) => return,
            (IdentityKind::Key | IdentityKind::Unique, Some(_)) => Code::KeyDuplicate,
        };
        let name = self.schema.names.prefixed(rule.name);
        let about = About {
            component: rule.source,
            annotation: None,
        };
        let position = source.find(selected.mark);
        self.report_at(Fault::named(code, name), &about, position, "");
    }

    /// The references of a scope must have found their keys in it, or in scopes inside it.
    fn close_scope<S: EventSource + ?Sized>(&mut self, mut scope: Scope<'v>, source: &S) {
        for number in 0..scope.rules.len() {
            let IdentityKind::KeyReference(referred) = scope.rules[number].rule.kind else {
                continue;
            };
            let open = std::mem::take(&mut scope.rules[number].keys.open);
            self.report_open(&scope, number, referred, &open, source);
        }
        let own = scope.rules.into_iter().map(|active| (active.id, active.keys));
        let known: Vec<_> = own.chain(scope.inherited).collect();
        for (id, keys) in known {
            self.hand_outwards(id, keys);
        }
    }

    fn report_open<S: EventSource + ?Sized>(
        &mut self,
        scope: &Scope<'v>,
        number: usize,
        referred: xsozial_schema::schema::IdentityId,
        open: &[([u64; 2], Reference)],
        source: &S,
    ) {
        let own = scope
            .rules
            .iter()
            .filter(|active| active.id == referred)
            .map(|active| &active.keys);
        let inherited = scope
            .inherited
            .iter()
            .filter(|(id, _)| *id == referred)
            .map(|(_, keys)| keys);
        let tables: Vec<&Keys> = own.chain(inherited).collect();
        if tables.iter().any(|keys| keys.is_incomplete) {
            return;
        }
        let rule = scope.rules[number].rule;
        for (halves, place) in open {
            if tables.iter().any(|keys| keys.known.contains(&whole(*halves))) {
                continue;
            }
            let about = About {
                component: rule.source,
                annotation: None,
            };
            let finding = crate::engine::finding_at(
                Fault::named(Code::KeyReference, self.schema.names.prefixed(rule.name)),
                &about,
                self.schema,
                self.has_places.then(|| place.position(source)),
                self.path.describe_kept(place.path(), &self.schema.names),
            );
            self.collector.add(finding);
        }
    }

    /// Keys of a closed scope are known to the nearest scope around it that refers to them.
    fn hand_outwards(&mut self, id: xsozial_schema::schema::IdentityId, keys: Keys) {
        let refers = |scope: &&mut Scope<'v>| {
            scope
                .rules
                .iter()
                .any(|active| active.rule.kind == IdentityKind::KeyReference(id))
        };
        let Some(scope) = self.identities.scopes.iter_mut().rev().find(refers) else {
            return;
        };
        match scope.inherited.iter_mut().find(|(known, _)| *known == id) {
            Some((_, known)) => known.merge(keys),
            None => scope.inherited.push((id, keys)),
        }
    }
}
