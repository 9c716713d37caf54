//! Which declaration and type an element has.

use super::Reader;
use crate::xml::{
    ElementStart, Error, Position,
    source::{EventSource, shortened},
};
use xsozial_schema::{
    Code, Fault, NameId, Schema,
    check::{ANY_TYPE, Admission},
    content::Label,
    schema::{ComplexTypeId, ElementId, SourceLocation, TypeRef},
};

/// The element whose start tag was read last.
#[derive(Clone, Copy)]
pub(super) struct Started {
    /// Its declaration; `None` where a wildcard admits it without.
    pub(super) element: Option<ElementId>,
    pub(super) governing: Governing,
    pub(super) is_nil: bool,
}

/// What an element is checked against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Governing {
    /// This type.
    Type(TypeRef),
    /// Nothing.
    Nothing,
}

impl Started {
    pub(super) const NOTHING: Self = Self {
        element: None,
        governing: Governing::Nothing,
        is_nil: false,
    };
}

/// A fault of a start tag, and the attribute that it is about.
struct StartFault {
    fault: Box<Fault>,
    attribute: Option<usize>,
}

impl From<Box<Fault>> for StartFault {
    fn from(fault: Box<Fault>) -> Self {
        Self { fault, attribute: None }
    }
}

/// What an element is by its declaration, its `xsi:type` and its `xsi:nil`.
#[inline]
fn start(
    schema: &Schema,
    element: Option<ElementId>,
    source: &dyn EventSource,
    start: &ElementStart,
) -> Result<Started, StartFault> {
    let declaration = element.map(|id| schema.element(id));
    if declaration.is_some_and(|declaration| declaration.is_abstract) {
        let name = shortened(source.start_element().qname);
        return Err(Box::new(Fault::named(Code::ElementAbstract, name)).into());
    }
    let mut started = Started {
        element,
        governing: Governing::Type(declaration.map_or(TypeRef::Complex(ANY_TYPE), |declaration| declaration.type_ref)),
        is_nil: false,
    };
    if start.has_instance_attributes {
        apply_instance_attributes(schema, &mut started, source)?;
    }
    if let Governing::Type(type_ref) = started.governing {
        schema.check_concrete(type_ref)?;
    }
    Ok(started)
}

fn apply_instance_attributes(
    schema: &Schema,
    started: &mut Started,
    source: &dyn EventSource,
) -> Result<(), StartFault> {
    let declaration = started.element.map(|id| schema.element(id));
    for (place, attribute) in source.start_element().attributes().enumerate() {
        let located = |fault| StartFault {
            fault,
            attribute: Some(place),
        };
        match (attribute.name, started.governing) {
            (NameId::XSI_TYPE, Governing::Type(declared)) => {
                let named = schema.named_type(declaration, declared, attribute.value, source.prefixes());
                started.governing = Governing::Type(named.map_err(located)?);
            }
            (NameId::XSI_NIL, _) => {
                started.is_nil = schema.is_nil(declaration, attribute.value).map_err(located)?;
            }
            _ => {}
        }
    }
    Ok(())
}

impl Reader<'_> {
    /// The path goes down to the element whose start tag was read last.
    #[inline]
    pub(super) fn enter(&mut self) {
        if self.start.name == NameId::UNKNOWN {
            let start = self.source.start_element();
            self.path.enter_unknown(start.uri(), start.local());
        } else {
            self.path.enter(self.start.name);
        }
    }

    /// An element that the schema declares so begins.
    #[inline]
    pub(super) fn start_declared(&mut self, element: Option<ElementId>) -> Result<(), Error> {
        match start(self.schema, element, self.source, &self.start) {
            Ok(started) => {
                self.started = started;
                Ok(())
            }
            Err(fault) => Err(self.start_error(fault, element)),
        }
    }

    #[cold]
    fn start_error(&self, wrong: StartFault, element: Option<ElementId>) -> Error {
        let source = element.map_or(SourceLocation::BUILT_IN, |id| self.schema.element(id).source);
        self.error_at(*wrong.fault, source, self.place_of(wrong.attribute))
    }

    fn place_of(&self, attribute: Option<usize>) -> Position {
        match attribute {
            Some(attribute) => self.source.attribute_position(attribute),
            None => self.source.position(),
        }
    }

    /// An element that a transition took begins.
    #[inline]
    pub(super) fn start_labelled(&mut self, label: Label) -> Result<(), Error> {
        let wildcard = match label {
            Label::Element(_, element) => return self.start_declared(Some(element)),
            Label::Wildcard(wildcard) => wildcard,
        };
        let start = self.source.start_element();
        let has_type = self.start.has_instance_attributes && start.find(NameId::XSI_TYPE).is_some();
        match self.schema.admit(wildcard, start.name, has_type) {
            Some(Admission::Declared(element)) => self.start_declared(Some(element)),
            Some(Admission::Lax) => self.start_declared(None),
            Some(Admission::Skip) => {
                self.started = Started::NOTHING;
                Ok(())
            }
            None => {
                let fault = Fault::named(Code::ElementUndeclared, shortened(start.qname));
                Err(self.error(fault, self.schema.wildcard(wildcard).source))
            }
        }
    }

    /// Which of these types the type in force of the current element is, or restricts.
    pub fn alternative(&self, types: &[ComplexTypeId]) -> Result<usize, Error> {
        let place = match self.started.governing {
            Governing::Type(TypeRef::Complex(effective)) => types
                .iter()
                .position(|&known| known == effective)
                .or_else(|| types.iter().position(|&known| self.schema.restricts(effective, known))),
            _ => None,
        };
        place.ok_or_else(|| {
            self.internal((
                "der erzeugte Code kennt einen abgeleiteten Typ des Schemas nicht",
                "the generated code does not know a derived type of the schema",
            ))
        })
    }

    /// Whether the current element says `xsi:nil="true"`.
    pub fn is_nil(&self) -> bool {
        self.started.is_nil
    }
}
