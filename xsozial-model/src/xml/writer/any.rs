//! Elements and attributes with names of their own.

use super::Writer;
use crate::xml::{AnyAttribute, AnyElement, AnyNode, Error};
use xsozial_schema::{
    Code, Fault,
    value::{QName, is_nc_name},
};

impl Writer<'_> {
    /// Writes an element that a wildcard admits, with its own name.
    pub fn any(&mut self, element: &AnyElement) -> Result<(), Error> {
        let name = &element.name;
        self.path.enter_unknown(name.namespace(), name.local());
        self.scope.enter();
        let before = self.scope.len();
        self.bind_namespaces(element);
        let prefix = self.bind_element_name(name);
        let qname = qualified(&prefix, name.local());
        let keeps_space = element.children.iter().any(|child| matches!(child, AnyNode::Text(_)));
        let result = self.sink.start(&qname, keeps_space);
        result.map_err(|error| self.located(error))?;
        self.write_bindings(before)?;
        self.any_content(element)?;
        let result = self.sink.end(&qname);
        result.map_err(|error| self.located(error))?;
        self.scope.leave();
        self.path.leave();
        Ok(())
    }

    /// Writes the attributes and children of an element whose name has been written.
    pub(in crate::xml) fn any_content(&mut self, element: &AnyElement) -> Result<(), Error> {
        self.other_attributes(&element.attributes)?;
        for child in &element.children {
            match child {
                AnyNode::Text(text) => self.characters(text)?,
                AnyNode::Element(element) => self.any(element)?,
            }
        }
        Ok(())
    }

    /// Declares what an element's content relies on, on the element that was begun last.
    pub(in crate::xml) fn declare_namespaces(&mut self, element: &AnyElement) -> Result<(), Error> {
        let before = self.scope.len();
        // The element's own name is written already: its prefix, and the lack of one, must keep their meaning.
        for binding in element.namespaces.iter().filter(|binding| !binding.prefix.is_empty()) {
            if self.scope.resolve(&binding.prefix).is_none() {
                self.scope.push(&binding.prefix, &binding.uri);
            }
        }
        self.write_bindings(before)
    }

    /// Writes the attributes that a wildcard admits.
    pub fn other_attributes(&mut self, attributes: &[AnyAttribute]) -> Result<(), Error> {
        for attribute in attributes {
            let prefix = match attribute.name.namespace() {
                "" => String::new(),
                uri => self.prefix_for(uri, attribute.name.prefix())?,
            };
            let result = self
                .sink
                .attribute(&qualified(&prefix, attribute.name.local()), &attribute.value);
            result.map_err(|error| self.located(error))?;
        }
        Ok(())
    }

    fn bind_namespaces(&mut self, element: &AnyElement) {
        for binding in &element.namespaces {
            let is_bound_here = self.scope.is_bound_here(&binding.prefix);
            if !is_bound_here && self.scope.resolve(&binding.prefix) != Some(&binding.uri) {
                self.scope.push(&binding.prefix, &binding.uri);
            }
        }
    }

    /// A prefix for the name of an element that is about to begin.
    fn bind_element_name(&mut self, name: &QName) -> String {
        let (uri, wish) = (name.namespace(), name.prefix());
        if self.scope.resolve(wish) == Some(uri) {
            return wish.to_owned();
        }
        if uri.is_empty() {
            self.scope.push("", "");
            return String::new();
        }
        if let Some(prefix) = self.scope.find(uri, wish) {
            return prefix.to_owned();
        }
        let prefix = self.scope.free_prefix(wish);
        self.scope.push(&prefix, uri);
        prefix
    }

    /// Writes the declarations that were bound from this place on.
    fn write_bindings(&mut self, first: usize) -> Result<(), Error> {
        for place in first..self.scope.len() {
            let (prefix, uri) = self.scope.at(place);
            let name = match prefix {
                "" => "xmlns".to_owned(),
                prefix => format!("xmlns:{prefix}"),
            };
            if !prefix.is_empty() && (uri.is_empty() || !is_nc_name(prefix)) {
                let fault = Fault::because(
                    Code::Prefix,
                    (
                        "ein Wert deklariert ein Präfix, das sich nicht deklarieren lässt",
                        "a value declares a prefix that cannot be declared",
                    ),
                );
                return Err(self.located(Error::new(fault)));
            }
            let result = self.sink.attribute(&name, uri);
            result.map_err(|error| self.located(error))?;
        }
        Ok(())
    }
}

fn qualified(prefix: &str, local: &str) -> String {
    match prefix {
        "" => local.to_owned(),
        prefix => format!("{prefix}:{local}"),
    }
}
