//! Start tags: which declaration and type an element has.

use super::{
    About, Engine,
    frame::{Doubt, Frame, Holds},
    skip::Reason,
};
use xsozial_model::xml::{ElementStart, EventSource, shortened};
use xsozial_schema::{
    Code, Fault, NameId,
    check::ANY_TYPE,
    content::Cursor,
    schema::{Content, Element, ElementId, TypeRef},
};

/// What the instance attributes of a start tag say.
struct Instance {
    type_ref: TypeRef,
    is_nil: bool,
    doubt: Doubt,
}

impl<'v> Engine<'v> {
    /// The root element begins.
    pub(super) fn root<S: EventSource + ?Sized>(&mut self, start: ElementStart, source: &S) {
        self.enter(start.name, source);
        if let Some(element) = self.schema.global_element(start.name) {
            return self.begin(Some(element), start, source);
        }
        let tag = source.start_element();
        if start.has_instance_attributes && self.has_known_type(source) {
            // A type that the schema knows does instead of a declaration (section 3.3.4, schema-validity assessment).
            return self.begin(None, start, source);
        }
        let mut name = shortened(tag.qname);
        if !tag.uri().is_empty() {
            name = format!("{name} ({})", shortened(tag.uri()));
        }
        self.report(Fault::named(Code::RootUnknown, name), &About::NOTHING, source);
        self.begin_skip(Reason::Faulty, source);
    }

    /// Whether `xsi:type` names a type of the schema.
    fn has_known_type<S: EventSource + ?Sized>(&self, source: &S) -> bool {
        let start = source.start_element();
        let place = start.find(NameId::XSI_TYPE);
        place.and_then(|place| start.attribute(place)).is_some_and(|attribute| {
            let any = TypeRef::Complex(ANY_TYPE);
            self.schema
                .named_type(None, any, attribute.value, source.prefixes())
                .is_ok()
        })
    }

    /// An element of this declaration begins; `None` is one that a wildcard admits without. Its step of the path has been
    /// entered.
    #[inline]
    pub(super) fn begin<S: EventSource + ?Sized>(
        &mut self,
        declaration: Option<ElementId>,
        start: ElementStart,
        source: &S,
    ) {
        let schema = self.schema;
        let element = declaration.map(|id| schema.element(id));
        let mut instance = Instance {
            type_ref: element.map_or(TypeRef::Complex(ANY_TYPE), |element| element.type_ref),
            is_nil: false,
            doubt: Doubt::Nothing,
        };
        if let Some(element) = element
            && element.is_abstract
        {
            return self.begin_abstract(element, source);
        }
        if start.has_instance_attributes {
            self.apply_instance_attributes(element, &mut instance, source);
        }
        if let Err(fault) = self.schema.check_concrete(instance.type_ref) {
            if instance.doubt == Doubt::Type {
                // Of which type it is should have been said by the xsi:type that was reported.
                return self.begin_skip(Reason::Faulty, source);
            }
            return self.begin_without_type(*fault, element, source);
        }
        let (complex_type, holds) = match instance.type_ref {
            TypeRef::Simple(simple_type) => (None, Holds::Value(simple_type)),
            TypeRef::Complex(id) => {
                let complex_type = self.schema.complex_type(id);
                let holds = match &complex_type.content {
                    Content::Empty => Holds::Nothing(Code::ContentUnexpected),
                    Content::Simple(simple_type) => Holds::Value(*simple_type),
                    Content::Elements(content) => Holds::Elements(content),
                };
                (Some(complex_type), holds)
            }
        };
        let has_identities = element.is_some_and(|element| !element.identities.is_empty());
        let is_binary = match holds {
            Holds::Value(simple_type) => {
                self.schema.is_plain_base64(simple_type)
                    && element.is_none_or(|element| element.constraint.is_none())
                    && !has_identities
                    && !self.identities.is_active()
            }
            _ => false,
        };
        if let Holds::Elements(content) = holds
            && content.mixed
        {
            self.mixed_text.clear();
        }
        self.stack.push(Frame {
            element,
            complex_type,
            holds: if instance.is_nil {
                Holds::Nothing(Code::NilNotEmpty)
            } else {
                holds
            },
            cursor: Cursor::default(),
            has_stray_text: false,
            stand_ins: 0,
            doubt: instance.doubt,
            is_binary,
            has_children: false,
            is_watched: self.is_watched(instance.type_ref),
        });
        if has_identities || self.identities.is_active() {
            self.enter_identities(start.name, element, source);
        }
        if start.attribute_count > 0 || complex_type.is_some_and(|known| !known.attributes.is_empty()) {
            self.attributes(complex_type, source);
        }
        self.tell_begin(declaration, Some(instance.type_ref), source);
    }

    #[cold]
    fn begin_abstract<S: EventSource + ?Sized>(&mut self, element: &'v Element, source: &S) {
        let name = shortened(source.start_element().qname);
        let about = About {
            component: element.source,
            annotation: Some(&element.annotation),
        };
        self.report(Fault::named(Code::ElementAbstract, name), &about, source);
        self.begin_skip(Reason::Faulty, source);
    }

    /// The element's type is abstract: what it holds cannot be checked.
    #[cold]
    fn begin_without_type<S: EventSource + ?Sized>(&mut self, fault: Fault, element: Option<&'v Element>, source: &S) {
        let about = element.map_or(About::NOTHING, |element| About {
            component: element.source,
            annotation: Some(&element.annotation),
        });
        self.report(fault, &about, source);
        self.begin_skip(Reason::Faulty, source);
    }

    #[cold]
    fn apply_instance_attributes<S: EventSource + ?Sized>(
        &mut self,
        element: Option<&'v Element>,
        instance: &mut Instance,
        source: &S,
    ) {
        let about = element.map_or(About::NOTHING, |element| About {
            component: element.source,
            annotation: Some(&element.annotation),
        });
        for (place, attribute) in source.start_element().attributes().enumerate() {
            let (fault, doubt) = match attribute.name {
                NameId::XSI_TYPE => {
                    let prefixes = source.prefixes();
                    match self
                        .schema
                        .named_type(element, instance.type_ref, attribute.value, prefixes)
                    {
                        Ok(named) => {
                            instance.type_ref = named;
                            continue;
                        }
                        Err(fault) => (fault, Doubt::Type),
                    }
                }
                NameId::XSI_NIL => match self.schema.is_nil(element, attribute.value) {
                    Ok(is_nil) => {
                        instance.is_nil = is_nil;
                        continue;
                    }
                    Err(fault) => (fault, Doubt::Nil),
                },
                _ => continue,
            };
            instance.doubt = doubt;
            self.report_attribute(*fault, &about, source, place);
        }
    }
}
