//! XÖV codes: one type for all restrictions of the base type `Code`.

use super::{Content, Error, Frame, Reader, Writer};
use compact_str::CompactString;
use std::{borrow::Cow, fmt, marker::PhantomData};
use xsozial_schema::{
    NamespaceId, Schema,
    schema::{AttributeUse, ComplexType, ComplexTypeId, Content as SchemaContent, LeafTerm, ValueConstraint},
};

/// A code type of a schema: a restriction of the XÖV base type `Code` (namespace `http://xoev.de/schemata/code/1_0`).
pub trait Codeliste: 'static {
    /// The code type in the schema.
    const TYPE: ComplexTypeId;
    /// URI of the list where the schema fixes it (types 1 to 3).
    const LIST_URI: Option<&'static str>;
    /// Version of the list where the schema fixes it (types 1 and 2).
    const LIST_VERSION: Option<&'static str>;

    /// The schema.
    fn schema() -> &'static Schema;
}

/// A code of the list `L`: the code itself, where the schema admits it its name, and where the schema does not fix them
/// the list's URI and version. Where the document names a restriction of the code type by `xsi:type`, that is kept.
///
/// A value that the schema fixes is not stored; whether the document gives it is, so that it is written again.
/// `Debug` shows no code: which code it is, is content.
pub struct Code<L> {
    text: CompactString,
    /// What most codes do not have.
    rest: Option<Box<Rest>>,
    gives_list_uri: bool,
    gives_list_version: bool,
    list: PhantomData<fn() -> L>,
}

/// What most codes do not have.
#[derive(Clone, Default, PartialEq, Eq)]
struct Rest {
    /// The code type that `xsi:type` names.
    xsi_type: Option<ComplexTypeId>,
    name: Option<String>,
    list_uri: Option<String>,
    list_version: Option<String>,
}

const LIST_URI: &str = "listURI";
const LIST_VERSION: &str = "listVersionID";

impl<L: Codeliste> Code<L> {
    /// This code, without a name and without list attributes.
    pub fn new(code: impl Into<CompactString>) -> Self {
        Self {
            text: code.into(),
            rest: None,
            gives_list_uri: false,
            gives_list_version: false,
            list: PhantomData,
        }
    }

    /// The code.
    pub fn code(&self) -> &str {
        &self.text
    }

    /// The name that the document gives.
    pub fn name(&self) -> Option<&str> {
        self.rest.as_ref()?.name.as_deref()
    }

    /// URI of the list: the document's, else the schema's.
    pub fn list_uri(&self) -> Option<&str> {
        let own = self.rest.as_ref().and_then(|rest| rest.list_uri.as_deref());
        own.or_else(|| self.fixed_by_xsi_type(LIST_URI)).or(L::LIST_URI)
    }

    /// Version of the list: the document's, else the schema's.
    pub fn list_version(&self) -> Option<&str> {
        let own = self.rest.as_ref().and_then(|rest| rest.list_version.as_deref());
        own.or_else(|| self.fixed_by_xsi_type(LIST_VERSION)).or(L::LIST_VERSION)
    }

    /// The code type that the document names with `xsi:type`: one that restricts the list's.
    pub fn xsi_type(&self) -> Option<ComplexTypeId> {
        self.rest.as_ref()?.xsi_type
    }

    /// What the type that `xsi:type` names fixes for an attribute of the code.
    fn fixed_by_xsi_type(&self, local: &str) -> Option<&'static str> {
        let (_, known) = attribute_use(L::schema(), self.xsi_type()?, local)?;
        known.constraint.as_ref().map(ValueConstraint::value)
    }

    /// Whether the document gives the list's URI itself.
    pub fn gives_list_uri(&self) -> bool {
        self.gives_list_uri
    }

    /// Whether the document gives the list's version itself.
    pub fn gives_list_version(&self) -> bool {
        self.gives_list_version
    }

    fn rest(&mut self) -> &mut Rest {
        self.rest.get_or_insert_default()
    }

    /// The same code with this name; the schema must admit one.
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.rest().name = Some(name.into());
        self
    }

    /// The same code, giving this URI of its list (type 4, or the URI that the schema fixes).
    #[must_use]
    pub fn with_list_uri(mut self, uri: impl AsRef<str>) -> Self {
        self.give_list_uri(uri.as_ref());
        self
    }

    /// The same code, giving this version of its list (types 3 and 4, or the version that the schema fixes).
    #[must_use]
    pub fn with_list_version(mut self, version: impl AsRef<str>) -> Self {
        self.give_list_version(version.as_ref());
        self
    }

    /// The same code, naming this restriction of its type with `xsi:type`.
    #[must_use]
    pub fn with_xsi_type(mut self, restriction: ComplexTypeId) -> Self {
        self.rest().xsi_type = Some(restriction);
        self
    }

    fn give_list_uri(&mut self, uri: &str) {
        self.gives_list_uri = true;
        if L::LIST_URI != Some(uri) {
            self.rest().list_uri = Some(uri.to_owned());
        }
    }

    fn give_list_version(&mut self, version: &str) {
        self.gives_list_version = true;
        if L::LIST_VERSION != Some(version) {
            self.rest().list_version = Some(version.to_owned());
        }
    }

    fn complex_type() -> &'static ComplexType {
        L::schema().complex_type(L::TYPE)
    }

    fn read_attribute<'r>(reader: &'r Reader<'_>, frame: &Frame, local: &str) -> Result<Option<Cow<'r, str>>, Error> {
        match attribute_use(L::schema(), L::TYPE, local) {
            Some((place, _)) => reader.attribute_text(frame, place),
            None => Ok(None),
        }
    }

    fn write_attribute(writer: &mut Writer<'_>, local: &str, value: Option<&str>, is_given: bool) -> Result<(), Error> {
        match (attribute_use(L::schema(), L::TYPE, local), value) {
            (Some((_, known)), Some(value)) if is_given || known.required => writer.fixed_attribute(known.name, value),
            _ => Ok(()),
        }
    }
}

/// An attribute of a code type, and its place. The attributes of a code have no namespace.
fn attribute_use<'s>(schema: &'s Schema, code_type: ComplexTypeId, local: &str) -> Option<(u32, &'s AttributeUse)> {
    let names = &schema.names;
    let uses = &schema.complex_type(code_type).attributes;
    let place = uses
        .iter()
        .position(|known| names.namespace_of(known.name) == NamespaceId::NONE && names.local(known.name) == local)?;
    Some((u32::try_from(place).ok()?, &uses[place]))
}

impl<L: Codeliste> Content for Code<L> {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Error> {
        let mut frame = reader.begin(L::TYPE)?;
        let mut code = Self::new("");
        if let Some(restriction) = reader.xsi_type(&frame) {
            code = code.with_xsi_type(restriction);
        }
        if let Some(uri) = Self::read_attribute(reader, &frame, LIST_URI)? {
            code.give_list_uri(&uri);
        }
        if let Some(version) = Self::read_attribute(reader, &frame, LIST_VERSION)? {
            code.give_list_version(&version);
        }
        let mut text = None;
        // A restriction keeps the order of its base: the code, then the name where it is admitted.
        while let Some(slot) = reader.next(&mut frame)? {
            match slot {
                0 => text = Some(reader.value()?),
                1 => code.rest().name = Some(reader.value()?),
                _ => return Err(reader.unexpected_slot()),
            }
        }
        code.text = reader.required(text)?;
        Ok(code)
    }

    fn write(&self, writer: &mut Writer<'_>) -> Result<(), Error> {
        if let Some(restriction) = self.xsi_type() {
            writer.xsi_type(restriction)?;
        }
        Self::write_attribute(writer, LIST_URI, self.list_uri(), self.gives_list_uri)?;
        Self::write_attribute(writer, LIST_VERSION, self.list_version(), self.gives_list_version)?;
        let SchemaContent::Elements(content) = &Self::complex_type().content else {
            return Err(writer.internal(("ein Codetyp hat keine Elemente", "a code type has no elements")));
        };
        let element = |slot: usize| match content.leaves.get(slot)?.term {
            LeafTerm::Element(element) => Some(element),
            LeafTerm::Wildcard(_) => None,
        };
        if let Some(element) = element(0) {
            writer.element(element, &self.text)?;
        }
        if let (Some(element), Some(name)) = (element(1), self.rest.as_ref().and_then(|rest| rest.name.as_ref())) {
            writer.element(element, name)?;
        }
        Ok(())
    }
}

/// [`Code::new`], so that a constant of a list can stand where its code is wanted: `CodeLeistung::HILFE_ZUM_LEBENSUNTERHALT.into()`.
impl<L: Codeliste> From<&str> for Code<L> {
    fn from(code: &str) -> Self {
        Self::new(code)
    }
}

impl<L> Clone for Code<L> {
    fn clone(&self) -> Self {
        Self {
            text: self.text.clone(),
            rest: self.rest.clone(),
            ..*self
        }
    }
}

/// Codes are equal when code, name, list, version and `xsi:type` are; whether the document repeats what the schema fixes is no
/// difference.
impl<L: Codeliste> PartialEq for Code<L> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
            && self.xsi_type() == other.xsi_type()
            && self.name() == other.name()
            && self.list_uri() == other.list_uri()
            && self.list_version() == other.list_version()
    }
}

impl<L: Codeliste> Eq for Code<L> {}

impl<L> fmt::Debug for Code<L> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Code").finish_non_exhaustive()
    }
}
