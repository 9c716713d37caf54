//! A code type of the schema, bound to the lists at hand.

use rustc_hash::FxHashMap;
use std::{ops::Range, sync::Arc};
use xsozial_schema::{
    NameId, Schema,
    codelists::CodelistStore,
    schema::{CodeBinding, CodeTyp, ComplexType, ComplexTypeId, Content, LeafTerm, ValueConstraint},
};

/// The columns of a list that a check needs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Columns {
    /// The column of the codes; `None` where the list has not the one that the schema names.
    pub(super) code: Option<usize>,
    /// The column of the descriptions.
    pub(super) name: Option<usize>,
}

/// Where the list of a code is looked for. Ranges are of [`CodelistStore::lists`].
#[derive(Clone, Debug)]
pub(super) enum Target {
    /// The codes are checked already; only their names are compared with this list.
    Enumerated(Range<usize>),
    /// This list.
    Fixed(Range<usize>),
    /// The list is not at hand.
    ListMissing,
    /// The list is at hand in other versions than the schema fixes.
    VersionMissing,
    /// The document names the version.
    Named,
    /// The document names list and version.
    Open,
}

/// A part of a code element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Code,
    Name,
    Other,
}

/// A code type.
#[derive(Debug)]
pub(super) struct CodeType {
    pub(super) id: ComplexTypeId,
    /// The number of the type among the code types, counted from 0.
    pub(super) number: usize,
    pub(super) target: Target,
    /// All versions of its list that are at hand; empty where the document names the list.
    pub(super) versions: Range<usize>,
    /// The columns of every list of the store, for the column that the type prefers.
    pub(super) columns: Arc<[Columns]>,
    pub(super) list_uri: Attribute,
    pub(super) list_version: Attribute,
    code: NameId,
    name: Option<NameId>,
}

/// An attribute that names list or version, and what the schema supplies where it is absent.
#[derive(Debug)]
pub(super) struct Attribute {
    pub(super) name: NameId,
    pub(super) default: Option<String>,
}

impl CodeType {
    /// What the schema says of the list.
    pub(super) fn binding<'s>(&self, schema: &'s Schema) -> Option<&'s CodeBinding> {
        schema.complex_type(self.id).code.as_ref()
    }

    /// Which part a child with this name is.
    #[inline]
    pub(super) fn part(&self, name: NameId) -> Part {
        if name == self.code {
            Part::Code
        } else if self.name == Some(name) {
            Part::Name
        } else {
            Part::Other
        }
    }
}

/// Binds types to the lists of a store.
pub(super) struct Binder<'a> {
    schema: &'a Schema,
    store: &'a CodelistStore,
    /// How many types were bound.
    count: usize,
    /// By the column that a type prefers.
    columns: FxHashMap<&'a str, Arc<[Columns]>>,
}

impl<'a> Binder<'a> {
    pub(super) fn new(schema: &'a Schema, store: &'a CodelistStore) -> Self {
        Self {
            schema,
            store,
            count: 0,
            columns: FxHashMap::default(),
        }
    }

    /// The code type, unless the type is none or there is nothing to check.
    pub(super) fn bind(&mut self, id: ComplexTypeId, complex_type: &'a ComplexType) -> Option<Box<CodeType>> {
        let binding = complex_type.code.as_ref()?;
        let child = |local: &str| child(self.schema, complex_type, local);
        let (code, name) = (child("code")?, child("name"));
        let versions = (binding.list_uri.as_deref()).map_or(0..0, |uri| self.store.range(uri));
        let target = self.target(binding, &versions);
        if let Target::Enumerated(lists) = &target
            && (lists.is_empty() || name.is_none())
        {
            return None;
        }
        let (list_uri, list_version) = (
            attribute(self.schema, complex_type, "listURI")?,
            attribute(self.schema, complex_type, "listVersionID")?,
        );
        let columns = self.columns(&binding.code_column);
        for list in versions.clone() {
            // The index is made now, so that no document has to wait for it.
            if let Some(column) = columns[list].code {
                let _ = self.store.lists()[list].list.find(column, "");
            }
        }
        let number = self.count;
        self.count += 1;
        Some(Box::new(CodeType {
            id,
            number,
            target,
            versions,
            columns,
            list_uri,
            list_version,
            code,
            name,
        }))
    }

    fn target(&self, binding: &CodeBinding, versions: &Range<usize>) -> Target {
        let fixed = match (&binding.list_uri, &binding.list_version) {
            (Some(uri), Some(version)) => self.store.range_of_version(uri, version),
            _ => 0..0,
        };
        match binding.typ {
            CodeTyp::Typ1 => Target::Enumerated(fixed),
            CodeTyp::Typ4 => Target::Open,
            CodeTyp::Typ2 | CodeTyp::Typ3 if versions.is_empty() => Target::ListMissing,
            CodeTyp::Typ2 if fixed.is_empty() => Target::VersionMissing,
            CodeTyp::Typ2 => Target::Fixed(fixed),
            CodeTyp::Typ3 => Target::Named,
        }
    }

    fn columns(&mut self, preferred: &'a str) -> Arc<[Columns]> {
        let columns = self.columns.entry(preferred).or_insert_with(|| {
            let lists = self.store.lists().iter().map(|stored| {
                let code = stored.list.code_column(Some(preferred));
                Columns {
                    code,
                    name: code.and_then(|code| stored.list.name_column(code)),
                }
            });
            lists.collect()
        });
        Arc::clone(columns)
    }
}

fn child(schema: &Schema, complex_type: &ComplexType, local: &str) -> Option<NameId> {
    let Content::Elements(content) = &complex_type.content else {
        return None;
    };
    content.leaves.iter().find_map(|leaf| match leaf.term {
        LeafTerm::Element(id) => {
            let name = schema.element(id).name;
            (schema.names.local(name) == local).then_some(name)
        }
        LeafTerm::Wildcard(_) => None,
    })
}

fn attribute(schema: &Schema, complex_type: &ComplexType, local: &str) -> Option<Attribute> {
    let mut attributes = complex_type.attributes.iter();
    let known = attributes.find(|known| schema.names.local(known.name) == local)?;
    Some(Attribute {
        name: known.name,
        default: known.constraint.as_ref().map(ValueConstraint::value).map(str::to_owned),
    })
}
