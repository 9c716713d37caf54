//! The schema as a whole.

use super::{
    AttributeDeclaration, AttributeId, ComplexType, ComplexTypeId, Content, Element, ElementId, IdentityConstraint,
    IdentityId, Notation, PatternId, SchemaDocument, SimpleType, SimpleTypeId, SourceLocation, StandardInfo, TypeRef,
    Wildcard, WildcardId,
};
use crate::{
    NameId,
    facet::{CheckPlan, Facets},
    names::Names,
    pattern::{CompiledPattern, PatternStep},
};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, ops::Deref, sync::OnceLock};

/// A sorted table from a name to a component.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GlobalNames<T>(Vec<(NameId, T)>);

impl<T> Default for GlobalNames<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Copy> GlobalNames<T> {
    /// The table of these entries. Of two entries with one name the first counts.
    pub fn new(mut entries: Vec<(NameId, T)>) -> Self {
        entries.sort_by_key(|&(name, _)| name);
        entries.dedup_by_key(|&mut (name, _)| name);
        Self(entries)
    }

    /// The component of this name.
    pub fn get(&self, name: NameId) -> Option<T> {
        let place = self.0.binary_search_by_key(&name, |&(known, _)| known).ok()?;
        Some(self.0[place].1)
    }

    /// All entries in the order of their name ids.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (NameId, T)> + '_ {
        self.0.iter().copied()
    }
}

/// The tables of a schema: what is stored in `schema.bin`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SchemaData {
    /// What the delivery says of itself.
    pub standard: StandardInfo,
    /// The schema documents, in the order they were read.
    pub documents: Vec<SchemaDocument>,
    /// All namespaces and names.
    pub names: Names,
    /// All element declarations.
    pub elements: Vec<Element>,
    /// All complex types.
    pub complex_types: Vec<ComplexType>,
    /// All simple types; the built-in ones first.
    pub simple_types: Vec<SimpleType>,
    /// The global attribute declarations.
    pub attributes: Vec<AttributeDeclaration>,
    /// All wildcards.
    pub wildcards: Vec<Wildcard>,
    /// All identity constraints.
    pub identities: Vec<IdentityConstraint>,
    /// The notations.
    pub notations: Vec<Notation>,
    /// The patterns of each derivation step that has any.
    pub patterns: Vec<PatternStep>,
    /// The global elements.
    pub global_elements: GlobalNames<ElementId>,
    /// The named types, built-in ones included.
    pub global_types: GlobalNames<TypeRef>,
    /// The global attributes.
    pub global_attributes: GlobalNames<AttributeId>,
    /// What people call the elements of these names, where the names are mere ids (FIM); from an XDatenfelder file.
    pub labels: BTreeMap<NameId, String>,
}

impl SchemaData {
    /// Gives back the room that tables took while they grew: a schema stays in memory as it is.
    fn shrink(&mut self) {
        self.elements.shrink_to_fit();
        self.complex_types.shrink_to_fit();
        self.simple_types.shrink_to_fit();
        self.attributes.shrink_to_fit();
        self.wildcards.shrink_to_fit();
        self.patterns.shrink_to_fit();
        for complex_type in &mut self.complex_types {
            complex_type.attributes.shrink_to_fit();
            if let Content::Elements(content) = &mut complex_type.content {
                content.leaves.shrink_to_fit();
            }
        }
    }
}

/// A compiled schema: [`SchemaData`] with what is derived from it when it is loaded.
///
/// `Schema::compile` makes one of a delivery (feature `xsd`), [`Schema::from_bytes`] of stored bytes. What a user needs to know of
/// it are mostly [`SchemaData::standard`] and [`SchemaData::documents`]; the other methods are for readers and validators.
///
/// It is `Send + Sync`; share it as `Arc<Schema>` or `&'static Schema`. Fields of [`SchemaData`] are reached directly.
#[derive(Debug)]
pub struct Schema {
    data: SchemaData,
    /// Patterns are compiled when they are first used.
    compiled_patterns: Vec<OnceLock<CompiledPattern>>,
    /// What checking a value takes, for each simple type.
    check_plans: Vec<CheckPlan>,
    /// `prefix:local` of every name, for writers; made when it is first used.
    qualified_names: OnceLock<Vec<Box<str>>>,
}

impl Deref for Schema {
    type Target = SchemaData;

    fn deref(&self) -> &SchemaData {
        &self.data
    }
}

impl PartialEq for Schema {
    fn eq(&self, other: &Self) -> bool {
        self.data == other.data
    }
}

impl Schema {
    /// The schema over these tables.
    pub fn new(mut data: SchemaData) -> Self {
        data.shrink();
        let compiled_patterns = data.patterns.iter().map(|_| OnceLock::new()).collect();
        let check_plans = data.simple_types.iter().map(CheckPlan::of).collect();
        Self {
            data,
            compiled_patterns,
            check_plans,
            qualified_names: OnceLock::new(),
        }
    }

    /// The element declaration with this id.
    #[inline]
    pub fn element(&self, id: ElementId) -> &Element {
        &self.data.elements[id.index()]
    }

    /// The complex type with this id.
    #[inline]
    pub fn complex_type(&self, id: ComplexTypeId) -> &ComplexType {
        &self.data.complex_types[id.index()]
    }

    /// The simple type with this id.
    #[inline]
    pub fn simple_type(&self, id: SimpleTypeId) -> &SimpleType {
        &self.data.simple_types[id.index()]
    }

    /// The facets of a simple type.
    #[inline]
    pub fn facets(&self, id: SimpleTypeId) -> &Facets {
        &self.simple_type(id).facets
    }

    /// What checking a value of a simple type takes.
    #[inline]
    pub(crate) fn check_plan(&self, id: SimpleTypeId) -> &CheckPlan {
        &self.check_plans[id.index()]
    }

    /// The wildcard with this id.
    #[inline]
    pub fn wildcard(&self, id: WildcardId) -> &Wildcard {
        &self.data.wildcards[id.index()]
    }

    /// The identity constraint with this id.
    pub fn identity(&self, id: IdentityId) -> &IdentityConstraint {
        &self.data.identities[id.index()]
    }

    /// The global element of this name.
    pub fn global_element(&self, name: NameId) -> Option<ElementId> {
        self.data.global_elements.get(name)
    }

    /// The named type of this name.
    pub fn global_type(&self, name: NameId) -> Option<TypeRef> {
        self.data.global_types.get(name)
    }

    /// What people call the elements of this name, where the name is a mere id.
    pub fn label(&self, name: NameId) -> Option<&str> {
        self.data.labels.get(&name).map(String::as_str)
    }

    /// The label of this name, else its local part: what people may be shown, and what generated code is named after.
    pub fn readable_name(&self, name: NameId) -> &str {
        self.label(name).unwrap_or_else(|| self.data.names.local(name))
    }

    /// The patterns of one derivation step, compiled.
    pub fn pattern(&self, id: PatternId) -> &CompiledPattern {
        self.compiled_patterns[id.index()].get_or_init(|| self.data.patterns[id.index()].compile())
    }

    /// `prefix:local` (or `local` in no namespace) of every name with the usual prefixes, indexed by [`NameId`].
    pub fn qualified_names(&self) -> &[Box<str>] {
        self.qualified_names.get_or_init(|| {
            (0..crate::names::index_of(self.names.len()))
                .map(|index| self.names.prefixed(NameId::new(index)).into_boxed_str())
                .collect()
        })
    }

    /// `file.xsd:line` of a component; empty for built-in ones.
    pub fn describe_source(&self, source: SourceLocation) -> String {
        self.documents
            .get(source.document.index())
            .map_or_else(String::new, |document| format!("{}:{}", document.path, source.line))
    }

    /// The base documents of xsozial that the schema was made from, because the delivery does not hold them; by file name.
    pub fn builtin_documents(&self) -> Vec<&str> {
        let builtin = self.documents.iter().filter(|document| document.is_builtin);
        let mut files: Vec<&str> = builtin.map(|document| document.path.as_str()).collect();
        files.sort_unstable();
        files
    }

    /// The name of a type as its authors write it; empty for an anonymous one.
    pub fn type_name(&self, type_ref: TypeRef) -> String {
        let name = match type_ref {
            TypeRef::Simple(id) => self.simple_type(id).name,
            TypeRef::Complex(id) => self.complex_type(id).name,
        };
        name.map_or_else(String::new, |name| self.names.prefixed(name))
    }
}
