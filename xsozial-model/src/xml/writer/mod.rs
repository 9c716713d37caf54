//! The writer that generated code drives.
//!
//! A generated `Content::write` names its parts in the order of the schema, attributes first:
//!
//! ```ignore
//! writer.optional_attribute(NameId::new(17), &self.id)?;
//! writer.element(ElementId::new(4), &self.name)?;
//! writer.elements(ElementId::new(5), &self.items)
//! ```

mod any;
mod binary;
mod names;
mod scope;

use super::{Content, Error, EventSink, Nil, Simple, WriteOptions, path::Path};
use names::QualifiedNames;
use scope::Scope;
use xsozial_schema::{
    Code, Fault, NameId, NamespaceId, Schema,
    schema::{ComplexTypeId, Content as SchemaContent, ElementId, TypeRef},
    value::QName,
};

/// Writes values as XML.
///
/// What it writes is well-formed; it is valid when the values are: the writer itself checks no type.
pub struct Writer<'a> {
    schema: &'a Schema,
    sink: &'a mut dyn EventSink,
    options: &'a WriteOptions,
    names: QualifiedNames<'a>,
    scope: Scope,
    path: Path,
    /// Text of the value at hand.
    scratch: String,
}

impl<'a> Writer<'a> {
    /// A writer of one document.
    pub fn new(schema: &'a Schema, sink: &'a mut dyn EventSink, options: &'a WriteOptions) -> Self {
        Self {
            schema,
            sink,
            options,
            names: QualifiedNames::new(schema),
            scope: Scope::new(),
            path: Path::new(),
            scratch: String::new(),
        }
    }

    /// Writes the document: XML declaration, root element with declarations of these namespaces, content.
    pub fn root<T: Content>(&mut self, element: ElementId, namespaces: &[NamespaceId], value: &T) -> Result<(), Error> {
        let name = self.begin_root(element, namespaces)?;
        value.write(self)?;
        self.end_root(name)
    }

    // Not generic: a schema has many roots, and each would have its own copy.
    fn begin_root(&mut self, element: ElementId, namespaces: &[NamespaceId]) -> Result<NameId, Error> {
        self.sink.begin()?;
        let name = self.begin(element)?;
        for &namespace in namespaces {
            self.declare_known(namespace)?;
        }
        Ok(name)
    }

    fn end_root(&mut self, name: NameId) -> Result<(), Error> {
        self.end(name)?;
        self.sink.finish()
    }

    /// Writes a value of a complex type on its own, without XML declaration, in an element of the type's name.
    pub(super) fn fragment<T: Content>(&mut self, complex_type: ComplexTypeId, value: &T) -> Result<(), Error> {
        let Some(name) = self.schema.complex_type(complex_type).name else {
            // An anonymous type has no name to write; any will do.
            self.sink.start("wert", false)?;
            self.scope.enter();
            value.write(self)?;
            self.scope.leave();
            return self.sink.end("wert");
        };
        self.begin_named(name, false)?;
        value.write(self)?;
        self.end(name)
    }

    #[cold]
    fn located(&self, error: Error) -> Error {
        error.on(self.path.describe(&self.schema.names))
    }

    #[cold]
    pub(super) fn internal(&self, reason: (&'static str, &'static str)) -> Error {
        self.located(Error::new(Fault::because(Code::Internal, reason)))
    }

    fn begin(&mut self, element: ElementId) -> Result<NameId, Error> {
        let declaration = self.schema.element(element);
        let keeps_space = match declaration.type_ref {
            TypeRef::Simple(_) => true,
            TypeRef::Complex(id) => match &self.schema.complex_type(id).content {
                SchemaContent::Elements(content) => content.mixed,
                SchemaContent::Simple(_) => true,
                SchemaContent::Empty => false,
            },
        };
        self.begin_named(declaration.name, keeps_space)?;
        Ok(declaration.name)
    }

    pub(super) fn begin_named(&mut self, name: NameId, keeps_space: bool) -> Result<(), Error> {
        self.path.enter(name);
        self.scope.enter();
        let result = self.sink.start(&self.names.qualified(name), keeps_space);
        result.map_err(|error| self.located(error))?;
        self.declare_known(self.schema.names.namespace_of(name))
    }

    pub(super) fn end(&mut self, name: NameId) -> Result<(), Error> {
        let result = self.sink.end(&self.names.qualified(name));
        result.map_err(|error| self.located(error))?;
        self.scope.leave();
        self.path.leave();
        Ok(())
    }

    /// Declares a namespace of the schema on the current element, unless its prefix is in scope.
    #[inline]
    fn declare_known(&mut self, namespace: NamespaceId) -> Result<(), Error> {
        if self.scope.is_known_declared(namespace) {
            return Ok(());
        }
        self.declare_new(namespace)
    }

    #[cold]
    fn declare_new(&mut self, namespace: NamespaceId) -> Result<(), Error> {
        let uri = self.schema.names.uri(namespace);
        let prefix = self.names.prefix(namespace).to_owned();
        if self.scope.resolve(&prefix) != Some(uri) {
            self.declare(&prefix, uri)?;
        }
        self.scope.note_known(namespace);
        Ok(())
    }

    /// Writes a namespace declaration on the current element.
    fn declare(&mut self, prefix: &str, uri: &str) -> Result<(), Error> {
        self.scope.push(prefix, uri);
        let result = if prefix.is_empty() {
            self.sink.attribute("xmlns", uri)
        } else {
            self.sink.attribute(&format!("xmlns:{prefix}"), uri)
        };
        result.map_err(|error| self.located(error))
    }

    /// A prefix for a namespace, declared on the current element if there is none. `wish` is taken where it is free.
    fn prefix_for(&mut self, uri: &str, wish: &str) -> Result<String, Error> {
        if let Some(prefix) = self.scope.find(uri, wish) {
            return Ok(prefix.to_owned());
        }
        let prefix = self.scope.free_prefix(wish);
        self.declare(&prefix, uri)?;
        Ok(prefix)
    }

    /// Puts the text of a qualified name into the scratch buffer, its prefix declared.
    fn prepare_qname(&mut self, name: &QName) -> Result<(), Error> {
        let prefix = match name.namespace() {
            "" => String::new(),
            uri => self.prefix_for(uri, name.prefix())?,
        };
        self.scratch.clear();
        if !prefix.is_empty() {
            self.scratch.push_str(&prefix);
            self.scratch.push(':');
        }
        self.scratch.push_str(name.local());
        Ok(())
    }

    /// Puts the text of a value into the scratch buffer.
    #[inline]
    fn prepare<T: Simple>(&mut self, value: &T) -> Result<(), Error> {
        if let Some(name) = value.as_qname() {
            return self.prepare_qname(name);
        }
        self.scratch.clear();
        value.write_text(&mut self.scratch);
        Ok(())
    }

    /// Writes an attribute of the element that was begun last.
    pub fn attribute<T: Simple>(&mut self, name: NameId, value: &T) -> Result<(), Error> {
        if let Some(text) = value.as_text() {
            return self.fixed_attribute(name, text);
        }
        self.prepare(value)?;
        let text = std::mem::take(&mut self.scratch);
        let result = self.fixed_attribute(name, &text);
        self.scratch = text;
        result
    }

    /// Writes an attribute where there is a value.
    pub fn optional_attribute<T: Simple>(&mut self, name: NameId, value: &Option<T>) -> Result<(), Error> {
        match value {
            Some(value) => self.attribute(name, value),
            None => Ok(()),
        }
    }

    /// Writes an attribute with the value that the schema fixes.
    pub fn fixed_attribute(&mut self, name: NameId, value: &str) -> Result<(), Error> {
        self.declare_known(self.schema.names.namespace_of(name))?;
        let result = self.sink.attribute(&self.names.qualified(name), value);
        result.map_err(|error| self.located(error))
    }

    /// Writes `xsi:type` on the element that was begun last. Must come before its other attributes.
    pub fn xsi_type(&mut self, complex_type: ComplexTypeId) -> Result<(), Error> {
        let Some(name) = self.schema.complex_type(complex_type).name else {
            return Err(self.internal((
                "ein namenloser Typ lässt sich nicht mit xsi:type nennen",
                "an anonymous type cannot be named by xsi:type",
            )));
        };
        self.declare_known(self.schema.names.namespace_of(name))?;
        let text = self.names.qualified(name).into_owned();
        self.fixed_attribute(NameId::XSI_TYPE, &text)
    }

    /// Writes `xsi:nil="true"` and the other attributes of a nil element on the element that was begun last.
    pub fn nil(&mut self, nil: &Nil) -> Result<(), Error> {
        self.optional_attribute(NameId::XSI_TYPE, &nil.xsi_type)?;
        self.fixed_attribute(NameId::XSI_NIL, "true")?;
        self.other_attributes(&nil.attributes)
    }

    /// Writes an element.
    #[inline]
    pub fn element<T: Content>(&mut self, element: ElementId, value: &T) -> Result<(), Error> {
        let name = self.begin(element)?;
        value.write(self)?;
        self.end(name)
    }

    /// Writes an element where there is a value.
    #[inline]
    pub fn optional_element<T: Content>(&mut self, element: ElementId, value: &Option<T>) -> Result<(), Error> {
        match value {
            Some(value) => self.element(element, value),
            None => Ok(()),
        }
    }

    /// Writes an element for each value.
    #[inline]
    pub fn elements<T: Content>(&mut self, element: ElementId, values: &[T]) -> Result<(), Error> {
        values.iter().try_for_each(|value| self.element(element, value))
    }

    /// Writes the text of a simple type.
    pub fn text<T: Simple>(&mut self, value: &T) -> Result<(), Error> {
        if let Some(text) = value.as_text() {
            return self.characters(text);
        }
        self.prepare(value)?;
        let result = self.sink.text(&self.scratch);
        result.map_err(|error| self.located(error))
    }

    /// Writes text of mixed content.
    pub fn characters(&mut self, text: &str) -> Result<(), Error> {
        let result = self.sink.text(text);
        result.map_err(|error| self.located(error))
    }
}
