//! The values that arrived.

use super::node::Nodes;
use crate::SharedSchema;
use std::fmt;
use xsozial_model::xml::{Mark, Position, attribute_step};
use xsozial_schema::{
    fault::TextShape,
    schema::{SimpleTypeId, TypeRef},
    value::{NoPrefixes, Value},
};

/// All values of a document, in the order in which they ended. Their memory is in proportion to the document's.
///
/// `Debug` shows how many there are, never content.
#[derive(Clone)]
pub struct Fields {
    pub(super) schema: SharedSchema,
    pub(super) nodes: Nodes,
    pub(super) entries: Vec<Entry>,
    /// The texts of all fields, one behind the other.
    pub(super) text: String,
}

/// One value.
#[derive(Clone)]
pub(super) struct Entry {
    /// The element that it stands in.
    pub(super) node: u32,
    /// The attribute that it is the value of: where `uri` and local name stand in the texts.
    pub(super) attribute: Option<AttributeName>,
    pub(super) text: (usize, usize),
    pub(super) content: Content,
    pub(super) mark: Mark,
    /// Known when the document has been read.
    pub(super) position: Option<Position>,
}

/// The name of an attribute, told by places in the texts.
#[derive(Clone, Copy)]
pub(super) struct AttributeName {
    pub(super) uri: (usize, usize),
    pub(super) local: (usize, usize),
}

/// What a value is.
#[derive(Clone, Copy)]
pub(super) enum Content {
    /// A value of a simple type, which it keeps or breaks.
    Typed(SimpleTypeId, bool),
    /// Text of which the schema says nothing here.
    Raw,
    /// An element without elements where the schema has elements: nothing, or text of mixed content. `true`: it may be so.
    Structure(bool),
    /// Base64, which is not kept.
    Binary { characters: usize, is_valid: bool },
}

impl Fields {
    pub(super) fn new(schema: SharedSchema) -> Self {
        Self {
            schema,
            nodes: Nodes::default(),
            entries: Vec::new(),
            text: String::new(),
        }
    }

    /// How many values there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether nothing arrived that could be read.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The values, in the order in which they ended; attributes come before what their element holds.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Field<'_>> {
        let entries = self.entries.iter().enumerate();
        entries.map(|(place, entry)| Field {
            fields: self,
            entry,
            place,
        })
    }

    pub(super) fn slice(&self, (start, end): (usize, usize)) -> &str {
        self.text.get(start..end).unwrap_or_default()
    }
}

impl fmt::Debug for Fields {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Fields")
            .field("len", &self.len())
            .finish_non_exhaustive()
    }
}

/// A value that arrived: the text of an element or of an attribute. `Debug` shows path and shape, never content.
#[derive(Clone, Copy)]
pub struct Field<'f> {
    pub(super) fields: &'f Fields,
    pub(super) entry: &'f Entry,
    /// Where it stands among all fields.
    pub(super) place: usize,
}

impl<'f> Field<'f> {
    /// Where in the tree, as findings tell it: `/Q{uri}local[1]/…/@attribute`.
    pub fn path(&self) -> String {
        let mut path = self.fields.nodes.path(self.entry.node, &self.fields.schema);
        if let Some(name) = self.entry.attribute {
            path.push_str(&attribute_step(
                self.fields.slice(name.uri),
                self.fields.slice(name.local),
            ));
        }
        path
    }

    /// What people call it: the title that the schema gives it, or else its name.
    pub fn label(&self) -> String {
        match self.entry.attribute {
            None => self.fields.nodes.label(self.entry.node, &self.fields.schema),
            Some(name) => self.fields.slice(name.local).to_owned(),
        }
    }

    /// The labels of the elements around it, the outermost first, and its own.
    pub fn labels(&self) -> Vec<String> {
        let mut labels = self.fields.nodes.labels(self.entry.node, &self.fields.schema);
        if self.entry.attribute.is_some() {
            labels.push(self.label());
        }
        labels
    }

    /// What the schema says of it.
    pub fn description(&self) -> Option<String> {
        let schema = &self.fields.schema;
        let Some(name) = self.entry.attribute else {
            return self.fields.nodes.description(self.entry.node, schema);
        };
        let Some(TypeRef::Complex(id)) = self.fields.nodes.type_ref(self.entry.node) else {
            return None;
        };
        let known = schema.complex_type(id).attributes.iter().find(|known| {
            schema.names.local(known.name) == self.fields.slice(name.local)
                && schema.names.uri(schema.names.namespace_of(known.name)) == self.fields.slice(name.uri)
        })?;
        let text = known.annotation.documentation.join("\n");
        (!text.is_empty()).then_some(text)
    }

    /// The text as it arrived; empty for [binary content](Self::binary_characters).
    pub fn text(&self) -> &'f str {
        self.fields.slice(self.entry.text)
    }

    /// The value, where the schema gives it a type and the text has that type's form. (Other rules it may break, see
    /// [`is_valid`](Self::is_valid).) A qualified name has no value here, because it means nothing without its namespaces.
    pub fn value(&self) -> Option<Value> {
        match self.entry.content {
            Content::Typed(simple_type, _) => self.fields.schema.parse_value(simple_type, self.text(), &NoPrefixes),
            Content::Raw | Content::Structure(_) | Content::Binary { .. } => None,
        }
    }

    /// Whether the schema expects it here and it keeps all rules of its type.
    pub fn is_valid(&self) -> bool {
        matches!(
            self.entry.content,
            Content::Typed(_, true) | Content::Structure(true) | Content::Binary { is_valid: true, .. }
        )
    }

    /// Whether the schema expects something here, be it right or wrong: a value, or an element that is to hold elements and
    /// is empty.
    pub fn is_expected(&self) -> bool {
        !matches!(self.entry.content, Content::Raw)
    }

    /// How many characters of base64 it has, where it is an attachment inside the document; these are not kept.
    pub fn binary_characters(&self) -> Option<usize> {
        match self.entry.content {
            Content::Binary { characters, .. } => Some(characters),
            Content::Typed(..) | Content::Structure(_) | Content::Raw => None,
        }
    }

    /// The type that the schema gives it, as its authors write it; empty for an anonymous one.
    pub fn type_name(&self) -> String {
        match self.entry.content {
            Content::Typed(simple_type, _) => self.fields.schema.type_name(TypeRef::Simple(simple_type)),
            Content::Raw | Content::Structure(_) | Content::Binary { .. } => String::new(),
        }
    }

    /// Where in the text: the start tag of its element, or the attribute. `None` for a value that was never text.
    pub fn position(&self) -> Option<Position> {
        self.entry.position
    }
}

impl fmt::Debug for Field<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Field")
            .field("path", &self.path())
            .field("text", &TextShape::of(self.text()))
            .finish_non_exhaustive()
    }
}
