//! Collects the values of a document while the engine checks it.

use super::fields::{AttributeName, Content, Entry, Fields};
use crate::{
    SharedSchema,
    engine::{Desk, Observer, Opened, Value},
};
use std::{cell::RefCell, rc::Rc};
use xsozial_model::xml::{Mark, StartElement, is_blank};
use xsozial_schema::{
    Schema,
    check::AttributeDemand,
    schema::{self, SimpleTypeId, TypeRef},
    value::NoPrefixes,
};

/// The observer that collects. The fields are shared, so that they are at hand when the engine is gone.
pub(crate) struct FieldCollector {
    fields: Rc<RefCell<Fields>>,
    open: Vec<Open>,
}

/// An open element.
struct Open {
    node: u32,
    mark: Mark,
    has_children: bool,
    /// Its value has been collected.
    is_collected: bool,
    /// It says `xsi:nil`.
    is_nil: bool,
    /// Text that is no value of a simple type.
    text: String,
}

impl FieldCollector {
    /// A collector, and where its fields will be.
    pub(crate) fn new(schema: SharedSchema) -> (Self, Rc<RefCell<Fields>>) {
        let fields = Rc::new(RefCell::new(Fields::new(schema)));
        let collector = Self {
            fields: Rc::clone(&fields),
            open: Vec::new(),
        };
        (collector, fields)
    }

    fn collect(&mut self, text: &str, content: Content) {
        if let Some(open) = self.open.last_mut() {
            open.is_collected = true;
            self.fields.borrow_mut().add(open.node, None, text, content, open.mark);
        }
    }
}

impl Observer for FieldCollector {
    fn begin(&mut self, opened: &Opened<'_>, desk: &mut Desk<'_>) {
        let parent = self.open.last_mut().map(|parent| {
            parent.has_children = true;
            parent.node
        });
        let mut fields = self.fields.borrow_mut();
        let node = fields.nodes.add(parent, opened.element, opened.type_ref, desk);
        for (place, attribute) in opened.start.attributes().enumerate() {
            if !attribute.name.is_xsi() {
                let content = attribute_content(desk.schema(), opened, place);
                let mark = desk.mark(Some(place));
                let name = (attribute.uri(), attribute.local());
                fields.add(node, Some(name), attribute.value, content, mark);
            }
        }
        self.open.push(Open {
            node,
            mark: desk.mark(None),
            has_children: false,
            is_collected: false,
            is_nil: opened.start.attributes().any(|attribute| {
                attribute.name.is_xsi() && attribute.local() == "nil" && matches!(attribute.value.trim(), "true" | "1")
            }),
            text: String::new(),
        });
    }

    fn value(&mut self, value: &Value<'_>, _desk: &mut Desk<'_>) {
        self.collect(value.text, Content::Typed(value.simple_type, value.is_valid));
    }

    fn binary(&mut self, characters: usize, is_valid: bool, _desk: &mut Desk<'_>) {
        self.collect("", Content::Binary { characters, is_valid });
    }

    fn text(&mut self, text: &str, _desk: &mut Desk<'_>) {
        if let Some(open) = self.open.last_mut() {
            open.text.push_str(text);
        }
    }

    fn leave(&mut self, desk: &mut Desk<'_>) {
        let Some(open) = self.open.pop() else { return };
        if !open.is_collected && (!open.has_children || !is_blank(&open.text)) {
            let mut fields = self.fields.borrow_mut();
            let content = structure(desk.schema(), fields.nodes.type_ref(open.node), &open);
            fields.add(open.node, None, &open.text, content, open.mark);
        }
    }

    fn finish(&mut self, desk: &mut Desk<'_>) {
        self.fields.borrow_mut().find_positions(desk);
    }
}

/// What an element without a value of its own is.
fn structure(schema: &Schema, type_ref: Option<TypeRef>, open: &Open) -> Content {
    let Some(TypeRef::Complex(id)) = type_ref else {
        return Content::Raw;
    };
    let is_blank = is_blank(&open.text);
    match &schema.complex_type(id).content {
        schema::Content::Empty => Content::Structure(is_blank),
        schema::Content::Elements(elements) => {
            let automaton = &elements.automaton;
            let is_whole = open.has_children || open.is_nil || automaton.may_end(automaton.start());
            Content::Structure(is_whole && (is_blank || elements.mixed))
        }
        schema::Content::Simple(_) => Content::Raw,
    }
}

/// What the value of an attribute is.
fn attribute_content(schema: &Schema, opened: &Opened<'_>, place: usize) -> Content {
    let simple_type = attribute_type(schema, opened.type_ref, &opened.start, place);
    match (simple_type, opened.start.attribute(place)) {
        (Some(simple_type), Some(attribute)) => {
            let is_valid = schema.check_value(simple_type, attribute.value, &NoPrefixes).is_ok();
            Content::Typed(simple_type, is_valid)
        }
        _ => Content::Raw,
    }
}

fn attribute_type(
    schema: &Schema,
    type_ref: Option<TypeRef>,
    start: &StartElement<'_>,
    place: usize,
) -> Option<SimpleTypeId> {
    let TypeRef::Complex(id) = type_ref? else { return None };
    let attribute = start.attribute(place)?;
    let name = (attribute.name, attribute.namespace);
    match schema.attribute_demand(Some(schema.complex_type(id)), name, &mut false) {
        AttributeDemand::Keep(rule, _) => Some(rule.simple_type),
        AttributeDemand::Nothing | AttributeDemand::Unexpected => None,
    }
}

impl Fields {
    fn add(&mut self, node: u32, attribute: Option<(&str, &str)>, text: &str, content: Content, mark: Mark) {
        let attribute = attribute.map(|(uri, local)| AttributeName {
            uri: self.keep(uri),
            local: self.keep(local),
        });
        let text = self.keep(text);
        self.entries.push(Entry {
            node,
            attribute,
            text,
            content,
            mark,
            position: None,
        });
    }

    fn keep(&mut self, text: &str) -> (usize, usize) {
        let start = self.text.len();
        self.text.push_str(text);
        (start, self.text.len())
    }

    /// Makes positions of marks, in the order of the document: lines are counted once.
    fn find_positions(&mut self, desk: &Desk<'_>) {
        let mut order: Vec<usize> = (0..self.entries.len()).collect();
        order.sort_by_key(|&place| match self.entries[place].mark {
            Mark::Offset(offset) => offset,
            Mark::Position(position) => position.offset,
        });
        for place in order {
            let entry = &mut self.entries[place];
            entry.position = desk.find(entry.mark);
        }
    }
}
