//! Automata: made when all types and substitution groups are known.

use super::Compiler;
use crate::{
    content::build,
    names::index_of,
    schema::{ComplexTypeId, Content, Derivation, SourceLocation, TypeRef},
    xsd::fault::SchemaFault,
};

/// More transitions than this in all content models would make a schema of hundreds of megabytes.
const MOST_TRANSITIONS: usize = 10_000_000;

impl Compiler<'_> {
    /// Gives every content model its automaton, and every restriction the leaves of its base.
    pub(super) fn add_automata(&mut self) -> Result<(), SchemaFault> {
        let mut transitions = 0;
        for index in 0..self.data.complex_types.len() {
            let id = ComplexTypeId::new(index_of(index));
            self.data.complex_types[index].base_leaves = self.base_leaves(id);
            transitions += self.add_automaton(id)?;
            if transitions > MOST_TRANSITIONS {
                return Err(SchemaFault::Unsupported {
                    place: self.place(self.data.complex_types[index].source),
                    construct: format!("a schema with more than {MOST_TRANSITIONS} steps in its content models"),
                });
            }
        }
        Ok(())
    }

    /// Returns the number of transitions.
    fn add_automaton(&mut self, id: ComplexTypeId) -> Result<usize, SchemaFault> {
        let data = &self.data;
        let complex = &data.complex_types[id.index()];
        let Content::Elements(content) = &complex.content else {
            return Ok(0);
        };
        let automaton = build(
            content.particle.as_ref(),
            &content.leaves,
            &data.elements,
            &data.wildcards,
            &data.names,
        );
        let mut automaton = automaton.map_err(|reason| self.content_fault(complex.source, &content.leaves, reason))?;
        automaton.abstract_elements = self.abstract_elements(&content.leaves);
        let transitions = automaton.transitions.len();
        if let Content::Elements(content) = &mut self.data.complex_types[id.index()].content {
            content.automaton = automaton;
        }
        Ok(transitions)
    }

    fn base_leaves(&self, id: ComplexTypeId) -> Vec<u32> {
        let complex = &self.data.complex_types[id.index()];
        let (Derivation::Restriction, Some(TypeRef::Complex(base))) = (complex.derivation, complex.base) else {
            return Vec::new();
        };
        match (&complex.content, &self.data.complex_types[base.index()].content) {
            (Content::Elements(own), Content::Elements(base)) => self.restricted_leaves(&own.leaves, &base.leaves),
            _ => Vec::new(),
        }
    }

    /// Takes the compiled types into the tables.
    pub(super) fn collect_types(&mut self) -> Result<(), SchemaFault> {
        let types = std::mem::take(&mut self.complex_types);
        let types: Option<Vec<_>> = types.into_iter().collect();
        self.data.complex_types =
            types.ok_or_else(|| self.invalid(SourceLocation::BUILT_IN, "a complex type was left uncompiled"))?;
        Ok(())
    }
}
