//! A profile on one document, while it streams by.

use super::{
    Profile,
    condition::Test,
    plan::{Node, NodeId, Part, Target},
    words,
};
use crate::engine::{Desk, Observer, Opened, Place, Value};
use std::mem;
use xsozial_model::xml::{StartElement, is_blank};
use xsozial_schema::{
    NameId, Schema,
    schema::{ComplexTypeId, Content, LeafTerm, ProcessContents, SimpleTypeId, TypeRef, ValueConstraint},
};

/// So many places of one field wait for its condition; further ones are counted.
const MOST_WAITING: usize = 1_000;

/// A profile on one document.
pub(super) struct ProfileObserver<'v> {
    profile: &'v Profile,
    schema: &'v Schema,
    open: Vec<Open>,
    states: Vec<State>,
}

/// An open element.
#[derive(Clone, Copy)]
struct Open {
    /// Where it stands in the tree of the profile; `None` where no path goes.
    node: Option<NodeId>,
    complex_type: Option<ComplexTypeId>,
    /// Whether it holds more than a value: then it is there because it stands.
    is_filled: bool,
}

/// What is known of one demand. There is never more than one open anchor of it, since a path goes from the root down.
#[derive(Default)]
struct State {
    /// Since its anchor began.
    field: FieldState,
    /// Since the element began in which it is decided.
    condition: ConditionState,
    /// Where the field is missing if the condition holds.
    waiting: Vec<Missing>,
    /// How many further ones there are.
    further: u64,
}

#[derive(Clone, Copy, Default)]
struct FieldState {
    is_filled: bool,
    /// Part of what could hold the field was read over.
    is_excused: bool,
    /// Where the field stands empty.
    empty: Option<Place>,
    /// The nearest element above the field that stood, and how deep.
    nearest: Option<(usize, Place)>,
}

#[derive(Clone, Copy, Default)]
struct ConditionState {
    is_met: bool,
    /// Part of what could decide it was read over.
    is_excused: bool,
}

#[derive(Clone, Copy)]
struct Missing {
    place: Place,
    is_empty: bool,
}

impl<'v> ProfileObserver<'v> {
    pub(super) fn new(profile: &'v Profile, schema: &'v Schema) -> Self {
        let states = profile.plan.demands.iter().map(|_| State::default());
        Self {
            profile,
            schema,
            open: Vec::new(),
            states: states.collect(),
        }
    }

    fn node(&self, id: NodeId) -> &'v Node {
        self.profile.plan.node(id)
    }

    fn current(&self) -> Option<(Open, &'v Node)> {
        let open = *self.open.last()?;
        Some((open, self.node(open.node?)))
    }

    /// An element begins through which paths go.
    fn enter(&mut self, node: &'v Node, opened: &Opened<'_>, open: Open) {
        for &demand in &node.anchors {
            self.states[demand].field = FieldState::default();
        }
        for &demand in &node.scopes {
            self.states[demand].condition = ConditionState::default();
        }
        for target in &node.targets {
            if target.attributes.is_empty() {
                if open.is_filled {
                    self.found(target, None, "");
                }
            } else {
                self.attribute(target, opened, open.complex_type);
            }
        }
    }

    fn attribute(&mut self, target: &Target, opened: &Opened<'_>, complex_type: Option<ComplexTypeId>) {
        for &name in &target.attributes {
            let known = complex_type.and_then(|id| {
                let mut attributes = self.schema.complex_type(id).attributes.iter();
                attributes.find(|known| known.name == name)
            });
            let simple_type = known.map(|known| known.simple_type);
            let sent = opened.start.find(name).and_then(|place| opened.start.attribute(place));
            let value = match (&sent, known) {
                (Some(attribute), _) => Some(attribute.value),
                // The schema's value stands for one that was not sent.
                (None, Some(known)) => known.constraint.as_ref().map(ValueConstraint::value),
                (None, None) => None,
            };
            if let Some(value) = value.filter(|value| !is_blank(value)) {
                self.found(target, simple_type, value);
            }
        }
    }

    /// Something that is looked for is there, and is not empty.
    fn found(&mut self, target: &Target, simple_type: Option<SimpleTypeId>, text: &str) {
        let demand = &self.profile.plan.demands[target.demand];
        let state = &mut self.states[target.demand];
        match target.part {
            Part::Field => state.field.is_filled = true,
            Part::Condition => {
                let fits = |test: &Test| test.fits(self.schema, simple_type, text);
                state.condition.is_met |= demand.condition.as_ref().is_some_and(fits);
            }
        }
    }

    fn found_here(&mut self, simple_type: Option<SimpleTypeId>, text: &str) {
        if let Some((_, node)) = self.current() {
            for target in node.targets.iter().filter(|target| target.attributes.is_empty()) {
                self.found(target, simple_type, text);
            }
        }
    }

    /// An element is read over: what could have stood in it is not known.
    #[cold]
    fn excuse(&mut self, parent: Open) {
        let Some(node) = parent.node else { return };
        if parent.complex_type.is_some_and(|id| self.admits_anything(id)) {
            return;
        }
        for &(demand, part) in &self.node(node).excused {
            let state = &mut self.states[demand];
            match part {
                Part::Field => state.field.is_excused = true,
                Part::Condition => state.condition.is_excused = true,
            }
        }
    }

    /// Whether the type has a place for elements that nobody checks: then one that is read over is no fault.
    fn admits_anything(&self, id: ComplexTypeId) -> bool {
        let Content::Elements(content) = &self.schema.complex_type(id).content else {
            return false;
        };
        content.leaves.iter().any(|leaf| match leaf.term {
            LeafTerm::Wildcard(id) => self.schema.wildcard(id).process_contents == ProcessContents::Skip,
            LeafTerm::Element(_) => false,
        })
    }

    /// An anchor ends: is the field there?
    fn end_anchor(&mut self, demand: usize, desk: &mut Desk<'_>) {
        let plan = &self.profile.plan.demands[demand];
        let state = &mut self.states[demand];
        if state.field.is_filled || state.field.is_excused {
            return;
        }
        let is_empty = state.field.empty.is_some();
        let is_certain = match &plan.condition {
            None => true,
            Some(Test::OneOf(_) | Test::Present(true)) => state.condition.is_met,
            Some(Test::Present(false)) if state.condition.is_met => return,
            Some(Test::Present(false)) => false,
        };
        let known = state.field.empty.or(state.field.nearest.map(|(_, place)| place));
        if is_certain {
            let remark = words::missing(self.profile, self.schema, plan, is_empty);
            match known {
                Some(place) => desk.report_at(place, remark),
                None => desk.report(remark),
            }
        } else if state.waiting.len() < MOST_WAITING {
            let place = known.unwrap_or_else(|| desk.keep());
            state.waiting.push(Missing { place, is_empty });
        } else {
            state.further += 1;
        }
    }

    /// What the condition is decided in ends: does it hold?
    fn end_scope(&mut self, demand: usize, desk: &mut Desk<'_>) {
        let plan = &self.profile.plan.demands[demand];
        let state = &mut self.states[demand];
        let waiting = mem::take(&mut state.waiting);
        let further = mem::take(&mut state.further);
        let holds = match plan.condition {
            Some(Test::Present(false)) => !state.condition.is_met && !state.condition.is_excused,
            _ => state.condition.is_met,
        };
        if !holds {
            return;
        }
        for missing in waiting {
            let remark = words::missing(self.profile, self.schema, plan, missing.is_empty);
            desk.report_at(missing.place, remark);
        }
        if further > 0 {
            desk.report(words::further(self.profile, plan, further));
        }
    }
}

impl Observer for ProfileObserver<'_> {
    #[inline]
    fn begin(&mut self, opened: &Opened<'_>, desk: &mut Desk<'_>) {
        let parent = self.open.last().copied();
        let above = match parent {
            Some(parent) => parent.node,
            None => Some(NodeId::DOCUMENT),
        };
        let Some(type_ref) = opened.type_ref else {
            if let Some(parent) = parent {
                self.excuse(parent);
            }
            self.open.push(Open {
                node: None,
                complex_type: None,
                is_filled: false,
            });
            return;
        };
        let node = above.and_then(|above| self.profile.plan.child(above, opened.start.name));
        let complex_type = match type_ref {
            TypeRef::Complex(id) => Some(id),
            TypeRef::Simple(_) => None,
        };
        let mut open = Open {
            node,
            complex_type,
            is_filled: false,
        };
        if let Some(node) = node {
            let holds_more =
                complex_type.is_some_and(|id| !matches!(self.schema.complex_type(id).content, Content::Simple(_)));
            open.is_filled = holds_more && !is_nil(&opened.start);
            self.enter(self.node(node), opened, open);
        } else if parent.is_none() {
            desk.report(words::not_meant(self.profile));
        }
        self.open.push(open);
    }

    #[inline]
    fn value(&mut self, value: &Value<'_>, _desk: &mut Desk<'_>) {
        if self.open.last().is_some_and(|open| open.node.is_some()) && !is_blank(value.text) {
            self.found_here(Some(value.simple_type), value.text);
        }
    }

    fn binary(&mut self, characters: usize, _is_valid: bool, _desk: &mut Desk<'_>) {
        if characters > 0 {
            self.found_here(None, "");
        }
    }

    #[inline]
    fn leave(&mut self, desk: &mut Desk<'_>) {
        if let Some((_, node)) = self.current() {
            let depth = self.open.len();
            for target in &node.targets {
                let state = &mut self.states[target.demand];
                if target.part == Part::Field
                    && target.attributes.is_empty()
                    && !state.field.is_filled
                    && state.field.empty.is_none()
                {
                    state.field.empty = Some(desk.keep());
                }
            }
            for &demand in &node.passes {
                let state = &mut self.states[demand];
                if !state.field.is_filled && state.field.nearest.is_none_or(|(known, _)| known < depth) {
                    state.field.nearest = Some((depth, desk.keep()));
                }
            }
            for &demand in &node.anchors {
                self.end_anchor(demand, desk);
            }
            for &demand in &node.scopes {
                self.end_scope(demand, desk);
            }
        }
        self.open.pop();
    }
}

/// Whether the start tag says that there is no value.
fn is_nil(start: &StartElement<'_>) -> bool {
    let value = start.find(NameId::XSI_NIL).and_then(|place| start.attribute(place));
    value.is_some_and(|attribute| matches!(attribute.value.trim(), "true" | "1"))
}
