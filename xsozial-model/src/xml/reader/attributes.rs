//! Attributes: checked with the start tag, given out one by one.

use super::{CheckedAttribute, Frame, Reader, root::Reference, start::Governing};
use crate::xml::{
    AnyAttribute, Attribute, Error, EventSource, ReadOptions, Simple,
    path::{Path, attribute_step},
    source::shortened,
};
use std::borrow::Cow;
use xsozial_schema::{
    Code, Fault, Schema,
    check::{AttributeDemand, Constrained, IdTable},
    facet::Checked,
    schema::{ComplexType, ComplexTypeId, SourceLocation, TypeRef},
    value::QName,
};

/// A fault of an attribute, and the component whose rule is broken.
struct AttributeFault {
    fault: Box<Fault>,
    source: SourceLocation,
}

impl CheckedAttribute {
    const UNTYPED: Self = Self {
        member: None,
        enumeration: None,
        is_normal: false,
    };
}

/// What the value of an attribute must keep; `None` where nothing is said of it.
fn rule_of<'s>(
    schema: &'s Schema,
    complex_type: Option<&'s ComplexType>,
    attribute: Attribute<'_>,
    has_wild_id: &mut bool,
) -> Result<Option<(Constrained<'s>, SourceLocation)>, AttributeFault> {
    match schema.attribute_demand(complex_type, (attribute.name, attribute.namespace), has_wild_id) {
        AttributeDemand::Keep(constrained, source) => Ok(Some((constrained, source))),
        AttributeDemand::Nothing => Ok(None),
        AttributeDemand::Unexpected => Err(AttributeFault {
            fault: Box::new(Fault::named(Code::AttributeUnexpected, shortened(attribute.qname))),
            source: complex_type.map_or(SourceLocation::BUILT_IN, |complex_type| complex_type.source),
        }),
    }
}

/// What the check of attributes uses of the reader.
struct AttributeCheck<'r> {
    schema: &'r Schema,
    options: &'r ReadOptions,
    source: &'r dyn EventSource,
    ids: &'r mut IdTable<Reference>,
    path: &'r mut Path,
    /// Whether a wildcard has admitted an ID.
    has_wild_id: bool,
}

impl AttributeCheck<'_> {
    fn check(
        &mut self,
        complex_type: Option<&ComplexType>,
        attribute: Attribute<'_>,
        place: usize,
    ) -> Result<CheckedAttribute, AttributeFault> {
        if attribute.name.is_xsi() {
            return Ok(CheckedAttribute::UNTYPED);
        }
        let (rule, source) = match rule_of(self.schema, complex_type, attribute, &mut self.has_wild_id) {
            Ok(Some(rule)) => rule,
            Ok(None) => return Ok(CheckedAttribute::UNTYPED),
            Err(_) if self.options.unknown_attributes => return Ok(CheckedAttribute::UNTYPED),
            Err(wrong) => return Err(wrong),
        };
        let refused = |fault: Box<Fault>| AttributeFault {
            source: self.schema.rule_source(rule.simple_type, fault.code, source),
            fault,
        };
        let prefixes = self.source.prefixes();
        let tolerance = self.options.tolerance();
        let value = self
            .schema
            .check_constrained(rule, tolerance, Code::AttributeFixed, attribute.value, prefixes)
            .map_err(refused)?;
        let place_of = || Reference {
            mark: self.source.mark(Some(place)),
            node: self.path.keep(Some(attribute.name)),
        };
        let kind = (self.schema.id_kind(value.member), value.member);
        if !self.ids.register(self.schema, kind, &value.text, prefixes, place_of) {
            return Err(refused(Box::new(Fault::new(Code::IdDuplicate))));
        }
        Ok(CheckedAttribute {
            member: Some(value.member),
            enumeration: value.enumeration,
            is_normal: value.text.len() == attribute.value.len() && matches!(value.text, Cow::Borrowed(_)),
        })
    }
}

impl<'a> Reader<'a> {
    /// Begins the element whose start tag was read last. `declared` is the type that the calling code was generated from.
    ///
    /// Checks the attributes against the type in force (which `xsi:type` may name; a type derived by restriction is read in
    /// terms of `declared`) and registers IDs. Leaves and attributes are counted as in `declared`.
    pub fn begin(&mut self, declared: ComplexTypeId) -> Result<Frame, Error> {
        let effective = match self.started.governing {
            Governing::Type(TypeRef::Complex(effective)) if self.schema.restricts(effective, declared) => effective,
            _ => {
                return Err(self.internal((
                    "der erzeugte Code liest ein Element als anderen Typ, als das Schema sagt",
                    "the generated code reads an element as another type than the schema says",
                )));
            }
        };
        self.check_attributes(Some(effective))?;
        Ok(Frame::new(declared, effective, &self.started))
    }

    /// Checks the attributes of the current start tag; `None` is a simple type, which has none of its own.
    pub(super) fn check_attributes(&mut self, complex_type: Option<ComplexTypeId>) -> Result<(), Error> {
        let complex_type = complex_type.map(|id| self.schema.complex_type(id));
        self.checked_attributes.clear();
        if self.start.attribute_count > 0 {
            self.check_present(complex_type)?;
        }
        let Some(complex_type) = complex_type else {
            return Ok(());
        };
        let is_there = |name| self.start.attribute_count > 0 && self.source.start_element().find(name).is_some();
        match self.schema.missing_attribute(complex_type, is_there) {
            None => Ok(()),
            Some(missing) => {
                let name = self.schema.names.prefixed(missing.name);
                Err(self.error(Fault::named(Code::AttributeMissing, name), missing.source))
            }
        }
    }

    /// Checks the attributes that are there, in document order.
    fn check_present(&mut self, complex_type: Option<&'a ComplexType>) -> Result<(), Error> {
        let mut check = AttributeCheck {
            schema: self.schema,
            options: self.options,
            source: self.source,
            ids: &mut self.ids,
            path: &mut self.path,
            has_wild_id: false,
        };
        let start = check.source.start_element();
        for place in 0..start.attribute_count() {
            let Some(attribute) = start.attribute(place) else { break };
            match check.check(complex_type, attribute, place) {
                Ok(checked) => self.checked_attributes.push(checked),
                Err(wrong) => return Err(self.attribute_error(wrong, place)),
            }
        }
        Ok(())
    }

    #[cold]
    fn attribute_error(&self, wrong: AttributeFault, place: usize) -> Error {
        let start = self.source.start_element();
        let mut path = self.path.describe(&self.schema.names);
        let mut fault = *wrong.fault;
        if let Some(attribute) = start.attribute(place) {
            path += &attribute_step(attribute.uri(), attribute.local());
            fault = fault.in_attribute(shortened(attribute.qname));
        }
        Error::new(fault)
            .at(self.source.attribute_position(place))
            .on(path)
            .by(self.schema.describe_source(wrong.source))
    }

    /// The value of an attribute: `index` into the attribute uses of the declared type. Only before the first child is read.
    pub fn attribute<T: Simple>(&self, frame: &Frame, index: u32) -> Result<Option<T>, Error> {
        let Some(checked) = self.checked_attribute(frame, index)? else {
            return Ok(None);
        };
        match T::from_checked(&checked, self.source.prefixes()) {
            Some(value) => Ok(Some(value)),
            None => Err(self.internal((
                "der erzeugte Typ eines Attributs nimmt dessen Wert nicht an",
                "the generated type of an attribute does not take its value",
            ))),
        }
    }

    /// The text of an attribute after white-space handling, lent where it need not be changed.
    pub(in crate::xml) fn attribute_text(&self, frame: &Frame, index: u32) -> Result<Option<Cow<'_, str>>, Error> {
        Ok(self.checked_attribute(frame, index)?.map(|checked| checked.text))
    }

    #[inline]
    fn checked_attribute(&self, frame: &Frame, index: u32) -> Result<Option<Checked<'_>>, Error> {
        let uses = &self.schema.complex_type(frame.declared).attributes;
        let Some(known) = uses.get(index as usize) else {
            return Err(self.internal((
                "der erzeugte Code fragt nach einem Attribut, das sein Typ nicht hat",
                "the generated code asks for an attribute that its type does not have",
            )));
        };
        if self.start.attribute_count == 0 {
            return Ok(None);
        }
        let start = self.source.start_element();
        let Some(place) = start.find(known.name) else {
            return Ok(None);
        };
        let value = start.attribute(place).map_or("", |attribute| attribute.value);
        let known_check = self.checked_attributes.get(place).copied();
        let check = known_check.unwrap_or(CheckedAttribute::UNTYPED);
        let member = check.member.unwrap_or(known.simple_type);
        let text = if check.is_normal {
            Cow::Borrowed(value)
        } else {
            self.schema.facets(member).white_space.normalise(value)
        };
        Ok(Some(Checked {
            text,
            member,
            enumeration: check.enumeration,
        }))
    }

    /// The attributes that the type admits by its wildcard. Only before the first child is read.
    pub fn other_attributes(&self, frame: &Frame) -> Result<Vec<AnyAttribute>, Error> {
        let known = &self.schema.complex_type(frame.declared).attributes;
        let is_other = |attribute: &Attribute<'_>| {
            !attribute.name.is_xsi() && known.iter().all(|known| known.name != attribute.name)
        };
        self.any_attributes(is_other)
    }

    /// The attributes of the current start tag that are wanted, as they are.
    pub(super) fn any_attributes(
        &self,
        is_wanted: impl Fn(&Attribute<'_>) -> bool,
    ) -> Result<Vec<AnyAttribute>, Error> {
        let mut found = Vec::new();
        for attribute in self.source.start_element().attributes().filter(is_wanted) {
            let name = QName::new(attribute.uri(), attribute.local(), attribute.prefix()).ok_or_else(|| {
                self.internal((
                    "der Name eines Attributs ist fehlerhaft",
                    "the name of an attribute is malformed",
                ))
            })?;
            found.push(AnyAttribute {
                name,
                value: attribute.value.to_owned(),
            });
        }
        Ok(found)
    }

    /// The type that `xsi:type` puts in the place of the declared one: one derived from it by restriction.
    pub fn xsi_type(&self, frame: &Frame) -> Option<ComplexTypeId> {
        (frame.effective != frame.declared).then_some(frame.effective)
    }
}
