//! Elements whose content is a value.

use super::{Frame, Reader, root::Reference, start::Governing};
use crate::xml::{Error, Event, Nil, Simple, TextEvent, source::shortened};
use xsozial_schema::{
    Code, Fault, NameId,
    check::Constrained,
    schema::{Content, SimpleTypeId, SourceLocation, TypeRef},
    value::{QName, WhiteSpace},
};

impl<'a> Reader<'a> {
    /// The value of an element of a simple type, through the end tag.
    pub fn simple<T: Simple>(&mut self) -> Result<T, Error> {
        let simple_type = self.begin_simple()?;
        self.element_value(simple_type)
    }

    /// The text of a complex type with simple content, through the end tag.
    pub fn text<T: Simple>(&mut self, frame: &Frame) -> Result<T, Error> {
        match self.schema.complex_type(frame.effective).content {
            Content::Simple(simple_type) => self.element_value(simple_type),
            _ => Err(self.internal((
                "der erzeugte Code liest einen Wert, wo das Schema keinen hat",
                "the generated code reads a value where the schema has none",
            ))),
        }
    }

    /// Checks the start tag of an element that is read as a value, and says of which type.
    pub(super) fn begin_simple(&mut self) -> Result<SimpleTypeId, Error> {
        match self.started.governing {
            Governing::Type(TypeRef::Simple(simple_type)) => {
                self.check_attributes(None)?;
                Ok(simple_type)
            }
            // xsi:type may name a complex type that extends the declared simple one.
            Governing::Type(TypeRef::Complex(id)) => match self.schema.complex_type(id).content {
                Content::Simple(simple_type) => {
                    self.check_attributes(Some(id))?;
                    Ok(simple_type)
                }
                _ => Err(self.internal((
                    "der erzeugte Code liest einen Wert, wo das Schema keinen hat",
                    "the generated code reads a value where the schema has none",
                ))),
            },
            Governing::Nothing => Err(self.internal((
                "der erzeugte Code liest einen Wert unbekannten Typs",
                "the generated code reads a value of an unknown type",
            ))),
        }
    }

    /// What the value of the current element must keep.
    pub(super) fn element_rule(&self, simple_type: SimpleTypeId) -> Constrained<'a> {
        let element = self.started.element.map(|id| self.schema.element(id));
        Constrained {
            simple_type,
            constraint: element.and_then(|element| element.constraint.as_ref()),
        }
    }

    /// Where the rule of the current element's value stands: the facet, the type, or for a built-in one the element.
    #[cold]
    pub(super) fn value_source(&self, simple_type: SimpleTypeId, code: Code) -> SourceLocation {
        let element = self.started.element.map(|id| self.schema.element(id).source);
        let holder = element.unwrap_or(SourceLocation::BUILT_IN);
        self.schema.rule_source(simple_type, code, holder)
    }

    /// Reads the text of the current element, checks it, and leaves the element.
    pub(super) fn element_value<T: Simple>(&mut self, simple_type: SimpleTypeId) -> Result<T, Error> {
        if self.started.is_nil {
            return Err(self.internal((
                "ein Element mit xsi:nil hat keinen Wert und ist als Nillable zu lesen",
                "an element with xsi:nil has no value; read it as Nillable",
            )));
        }
        match self.source.text() {
            Ok(TextEvent::Complete) => {}
            Ok(TextEvent::Child) => return Err(self.unexpected_child(Code::ChildUnexpected)),
            Err(error) => return Err(self.located(error)),
        }
        let rule = self.element_rule(simple_type);
        match self.checked_value(rule) {
            Ok(Some(value)) => {
                self.path.leave();
                Ok(value)
            }
            Ok(None) => Err(self.internal((
                "der erzeugte Typ eines Elements nimmt dessen Wert nicht an",
                "the generated type of an element does not take its value",
            ))),
            Err(fault) => {
                let source = self.value_source(simple_type, fault.code);
                Err(self.error(*fault, source))
            }
        }
    }

    #[inline]
    fn checked_value<T: Simple>(&mut self, rule: Constrained<'a>) -> Result<Option<T>, Box<Fault>> {
        let prefixes = self.source.prefixes();
        let text = match (self.source.last_text(), rule.constraint) {
            // An empty element has its default or fixed value.
            ("", Some(constraint)) => constraint.value(),
            (text, _) => text,
        };
        let tolerance = self.options.tolerance();
        let checked = self
            .schema
            .check_constrained(rule, tolerance, Code::ElementFixed, text, prefixes)?;
        let (source, path) = (&*self.source, &mut self.path);
        let place = || Reference {
            mark: source.mark(None),
            node: path.keep(None),
        };
        let kind = (self.schema.id_kind(checked.member), checked.member);
        if !self.ids.register(self.schema, kind, &checked.text, prefixes, place) {
            return Err(Box::new(Fault::new(Code::IdDuplicate)));
        }
        Ok(T::from_checked(&checked, prefixes))
    }

    /// Goes on to the child element at hand, which must not be there.
    #[cold]
    pub(super) fn unexpected_child(&mut self, code: Code) -> Error {
        match self.source.next() {
            Ok(Event::Start(start)) => self.start = start,
            Ok(_) => {
                return self.internal((
                    "ein Kindelement wurde angekündigt und beginnt nicht",
                    "a child element was announced and does not begin",
                ));
            }
            Err(error) => return self.located(error),
        }
        self.enter();
        let name = shortened(self.source.start_element().qname);
        let source = self
            .started
            .element
            .map_or(SourceLocation::BUILT_IN, |id| self.schema.element(id).source);
        self.error(Fault::named(code, name), source)
    }

    /// Reads an element with `xsi:nil="true"`: its attributes are checked and kept, and it is empty.
    pub fn nil(&mut self) -> Result<Nil, Error> {
        self.check_nil_attributes()?;
        let start = self.source.start_element();
        let xsi_type = start.attributes().find(|attribute| attribute.name == NameId::XSI_TYPE);
        let prefixes = self.source.prefixes();
        let xsi_type = xsi_type.and_then(|it| QName::parse(&WhiteSpace::Collapse.normalise(it.value), prefixes));
        let attributes = self.any_attributes(|attribute| !attribute.name.is_xsi())?;
        self.empty(Code::NilNotEmpty)?;
        Ok(Nil { xsi_type, attributes })
    }

    /// Reads an element with `xsi:nil="true"` whose attributes are kept elsewhere.
    pub(super) fn skip_nil(&mut self) -> Result<(), Error> {
        self.check_nil_attributes()?;
        self.empty(Code::NilNotEmpty)
    }

    fn check_nil_attributes(&mut self) -> Result<(), Error> {
        match self.started.governing {
            Governing::Type(TypeRef::Complex(id)) => self.check_attributes(Some(id)),
            _ => self.check_attributes(None),
        }
    }

    /// Reads the end of an element that must be empty, and leaves it.
    pub(super) fn empty(&mut self, code: Code) -> Result<(), Error> {
        match self.source.text() {
            Ok(TextEvent::Complete) if self.source.last_text().is_empty() => {
                self.path.leave();
                Ok(())
            }
            Ok(TextEvent::Complete) => {
                let source = self
                    .started
                    .element
                    .map_or(SourceLocation::BUILT_IN, |id| self.schema.element(id).source);
                Err(self.error(Fault::new(code), source))
            }
            Ok(TextEvent::Child) => Err(self.unexpected_child(code)),
            Err(error) => Err(self.located(error)),
        }
    }
}
