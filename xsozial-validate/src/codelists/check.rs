//! The check of codes, made once for many documents.

use super::{
    CodelistOptions,
    code_type::{Binder, CodeType},
    observer::CodelistObserver,
};
use crate::{
    engine::{Check, Observer},
    format::CheckedCodelists,
};
use std::{collections::BTreeSet, sync::Arc};
use xsozial_schema::{
    Schema, Severity,
    codelists::{CodelistStore, StoredList},
    schema::{CodeTyp, ComplexTypeId},
};

/// Codes are checked against the lists of a store.
#[derive(Debug)]
pub(crate) struct CodelistCheck {
    pub(super) store: Arc<CodelistStore>,
    options: CodelistOptions,
    /// By complex type; `None` for types that are no codes, or whose codes there is nothing to say of.
    types: Vec<Option<Box<CodeType>>>,
    /// Which of the types are codes.
    is_code: Vec<bool>,
    /// For each list, whether there is something to say of the list itself.
    is_flawed: Vec<bool>,
}

impl CodelistCheck {
    /// Binds the code types of a schema to the lists of a store.
    pub(crate) fn new(schema: &Schema, store: Arc<CodelistStore>, options: CodelistOptions) -> Self {
        let mut binder = Binder::new(schema, &store);
        let types = (0_u32..)
            .zip(&schema.complex_types)
            .map(|(index, complex_type)| binder.bind(ComplexTypeId::new(index), complex_type));
        let types: Vec<Option<Box<CodeType>>> = types.collect();
        let is_flawed = (store.lists().iter())
            .map(|stored| !stored.list.defects.is_empty() || store.get(stored.uri(), stored.version()).len() > 1);
        let is_flawed = is_flawed.collect();
        Self {
            is_code: types.iter().map(Option::is_some).collect(),
            types,
            is_flawed,
            store,
            options,
        }
    }

    /// How many types are codes.
    pub(super) fn code_type_count(&self) -> usize {
        self.is_code.iter().filter(|&&is_code| is_code).count()
    }

    /// The code type with this id.
    #[inline]
    pub(super) fn code_type(&self, id: ComplexTypeId) -> Option<&CodeType> {
        self.types.get(id.index())?.as_deref()
    }

    pub(super) fn list(&self, list: usize) -> &StoredList {
        &self.store.lists()[list]
    }

    #[inline]
    pub(super) fn is_flawed(&self, list: usize) -> bool {
        self.is_flawed[list]
    }

    /// How much it weighs that a list is not at hand.
    pub(super) fn severity_of_gaps(&self) -> Severity {
        if self.options.is_strict {
            Severity::Error
        } else {
            Severity::Warning
        }
    }

    /// What a check covers, given what it needs.
    pub(crate) fn checked(&self, schema: &Schema, needed: &CheckedCodelists) -> CheckedCodelists {
        let mut available = BTreeSet::new();
        let mut concerned = BTreeSet::new();
        for binding in schema.complex_types.iter().filter_map(|known| known.code.as_ref()) {
            let Some(uri) = &binding.list_uri else { continue };
            let lists = match &binding.list_version {
                Some(version) => self.store.range_of_version(uri, version),
                None => self.store.range(uri),
            };
            if !lists.is_empty() && binding.typ != CodeTyp::Typ1 {
                available.insert((uri, &binding.list_version));
            }
            // Other versions decide about what is said of a code that is not in the right one.
            concerned.extend(self.store.range(uri));
        }
        if needed.has_open_lists {
            concerned.extend(0..self.store.lists().len());
        }
        CheckedCodelists {
            available: available.len(),
            is_checked: true,
            sha256: (!concerned.is_empty())
                .then(|| CodelistStore::hash_of(concerned.iter().map(|&list| self.list(list)))),
            problems: self.store.problems().to_vec(),
            ..needed.clone()
        }
    }
}

impl Check for CodelistCheck {
    fn watched(&self) -> Option<&[bool]> {
        Some(&self.is_code)
    }

    fn observer<'v>(&'v self, schema: &'v Schema) -> Box<dyn Observer + 'v> {
        Box::new(CodelistObserver::new(self, schema))
    }
}
