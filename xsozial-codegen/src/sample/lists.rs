//! Codes from the code lists at hand.

use super::random::Random;
use std::collections::BTreeMap;
use xsozial_schema::{
    genericode::CodeList,
    schema::{CodeBinding, CodeTyp},
};

/// How many rows are looked at for one that has a code.
const ROWS: usize = 50;

/// The lists at hand: URI → version → list.
#[derive(Clone, Debug, Default)]
pub(super) struct Lists(BTreeMap<String, BTreeMap<String, CodeList>>);

/// A code and what the document says of its list.
#[derive(Clone, Debug)]
pub(super) struct ListedCode {
    pub(super) list_uri: String,
    pub(super) list_version: String,
    pub(super) code: String,
    /// What the list calls the code.
    pub(super) name: Option<String>,
}

impl ListedCode {
    /// The value of the part of a code type with this local name, if the list says one.
    pub(super) fn part(&self, local: &str) -> Option<&str> {
        match local {
            "listURI" => Some(&self.list_uri),
            "listVersionID" => Some(&self.list_version),
            "code" => Some(&self.code),
            "name" => self.name.as_deref(),
            _ => None,
        }
    }
}

impl Lists {
    /// Adds a list; of two with one URI and version the first counts.
    pub(super) fn add(&mut self, list: CodeList) {
        let versions = self.0.entry(list.identification.canonical_uri.clone()).or_default();
        versions.entry(list.identification.version.clone()).or_insert(list);
    }

    /// A code of a list that the type is bound to; where the document names the list, of any list at hand.
    pub(super) fn choose(&self, binding: &CodeBinding, random: &mut Random) -> Option<ListedCode> {
        let uri = match (&binding.list_uri, binding.typ) {
            (Some(uri), _) => uri,
            (None, CodeTyp::Typ4) => *random.pick(&self.0.keys().collect::<Vec<_>>())?,
            (None, _) => return None,
        };
        let versions = self.0.get(uri)?;
        let version = match &binding.list_version {
            Some(version) => version,
            None => *random.pick(&versions.keys().collect::<Vec<_>>())?,
        };
        let list = versions.get(version)?;
        let column = list.code_column(Some(&binding.code_column))?;
        let start = random.below(list.row_count());
        let mut rows = (0..list.row_count().min(ROWS)).map(|step| (start + step) % list.row_count());
        rows.find_map(|row| {
            Some(ListedCode {
                list_uri: uri.clone(),
                list_version: version.clone(),
                code: list.value(row, column)?.to_owned(),
                name: list
                    .name_column(column)
                    .and_then(|column| list.value(row, column))
                    .map(str::to_owned),
            })
        })
    }
}
