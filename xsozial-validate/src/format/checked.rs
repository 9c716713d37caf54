//! What was checked, and what was not.

use crate::Severities;
use sha2::{Digest, Sha256};
use std::fmt::Write;
use xsozial_schema::{
    Schema,
    codelists::StoreProblem,
    schema::{code_list_needs, documents_sha256, has_open_lists},
};

/// What was checked of a document, and what would remain to be checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Checked {
    /// The schema; `None` when there was none.
    pub xsd: Option<CheckedXsd>,
    /// The code lists.
    pub codelists: CheckedCodelists,
    /// How many Schematron rules lie with the schema; they are not run.
    pub schematron_rules: usize,
    /// The rules beyond the schema; `None` when they were not applied.
    pub rules: Option<CheckedRules>,
    /// The profiles of mandatory fields, in the order of their sums.
    pub profiles: Vec<CheckedProfile>,
    /// Codes that weigh other than usual. With lowered ones `valid` no longer says what the schema says.
    pub overrides: Severities,
}

/// The rules beyond the schema that were applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedRules {
    /// How many of them the schema gives occasion to.
    pub count: usize,
    /// SHA-256 over the table of rules, in lower-case hexadecimal.
    pub sha256: String,
}

/// A profile of mandatory fields that was applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedProfile {
    /// The name that it gives itself.
    pub name: String,
    /// SHA-256 over what it demands, in lower-case hexadecimal.
    pub sha256: String,
}

/// The schema that was checked against.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CheckedXsd {
    /// How many schema documents it was made from.
    pub documents: usize,
    /// SHA-256 over the sorted SHA-256 sums of the documents, each in lower-case hexadecimal and followed by a line feed;
    /// itself in lower-case hexadecimal. The paths of the documents have no part in it.
    pub sha256: String,
    /// The base documents of xsozial among them, which the delivery does not hold; they work alike and are not official.
    pub builtin: Vec<CheckedBuiltin>,
}

/// A base document of xsozial that was used because the delivery does not hold it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CheckedBuiltin {
    /// Its file name.
    pub file: String,
    /// Its target namespace.
    pub namespace: String,
    /// SHA-256 of the document in lower-case hexadecimal.
    pub sha256: String,
}

/// The code lists that checking the codes takes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct CheckedCodelists {
    /// How many of them are at hand.
    pub available: usize,
    /// How many there are: the distinct lists (with version, where it is fixed) of Code types 2 and 3. The codes of type 1
    /// are enumerated in the schema and checked with it.
    pub needed: usize,
    /// Whether there are codes of type 4 besides, whose lists the document names.
    pub has_open_lists: bool,
    /// Whether codes were checked against lists at all.
    pub is_checked: bool,
    /// SHA-256 over the lists that codes were checked against, in lower-case hexadecimal; `None` when there were none.
    pub sha256: Option<String>,
    /// Files among the code lists that are of no use.
    pub problems: Vec<StoreProblem>,
}

impl Checked {
    /// What a check against this schema covers.
    pub fn of(schema: &Schema) -> Self {
        Self {
            xsd: Some(CheckedXsd {
                documents: schema.documents.len(),
                sha256: documents_sha256(&schema.documents),
                builtin: builtin(schema),
            }),
            codelists: codelists(schema),
            schematron_rules: 0,
            rules: None,
            profiles: Vec::new(),
            overrides: Severities::default(),
        }
    }

    /// SHA-256 over all that decides about findings: schema, lists, rules, profiles, changed weights. Two offices that see the same sum have
    /// checked alike, wherever their files lie and in whatever order they were named. `None` when there was no schema.
    pub fn sha256(&self) -> Option<String> {
        let none = "-".to_owned();
        let xsd = self.xsd.as_ref()?;
        let rules = self.rules.as_ref().map_or(&none, |rules| &rules.sha256);
        let mut profiles: Vec<&str> = self.profiles.iter().map(|profile| profile.sha256.as_str()).collect();
        profiles.sort_unstable();
        let lists = self.codelists.sha256.as_ref().unwrap_or(&none);
        let overrides: Vec<String> = self
            .overrides
            .iter()
            .map(|(code, level)| format!("{code}={}", level.as_str()))
            .collect();
        let parts = [xsd.sha256.as_str(), lists, rules].into_iter().chain(profiles);
        Some(sum_of(parts.chain(overrides.iter().map(String::as_str))))
    }
}

/// SHA-256 over texts, each followed by a line feed, in lower-case hexadecimal.
pub(crate) fn sum_of<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let mut hash = Sha256::new();
    for text in texts {
        hash.update(text);
        hash.update("\n");
    }
    hash.finalize().iter().fold(String::new(), |mut text, byte| {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn builtin(schema: &Schema) -> Vec<CheckedBuiltin> {
    let documents = schema.documents.iter().filter(|document| document.is_builtin);
    let mut builtin: Vec<_> = documents
        .map(|document| CheckedBuiltin {
            file: document.path.clone(),
            namespace: document.namespace.clone(),
            sha256: document.sha256.clone(),
        })
        .collect();
    builtin.sort_by(|one, other| one.file.cmp(&other.file));
    builtin
}

fn codelists(schema: &Schema) -> CheckedCodelists {
    CheckedCodelists {
        available: 0,
        needed: code_list_needs(schema).len(),
        // Every schema of the family holds the common base of the Code types; it counts where an element has it.
        has_open_lists: has_open_lists(schema),
        is_checked: false,
        sha256: None,
        problems: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use xsozial_schema::schema::{CodeBinding, CodeTyp, ComplexType, SchemaData, SchemaDocument};

    fn binding(typ: CodeTyp, version: Option<&str>) -> CodeBinding {
        CodeBinding {
            typ,
            list_uri: (typ != CodeTyp::Typ4).then(|| "urn:example:liste".to_owned()),
            list_version: version.map(str::to_owned),
            name: String::new(),
            code_column: String::new(),
        }
    }

    fn schema_of(bindings: Vec<CodeBinding>) -> Schema {
        use xsozial_schema::schema::{Annotation, Content, Derivation, DerivationSet, SourceLocation};
        let complex_types = bindings.into_iter().map(|code| ComplexType {
            name: None,
            base: None,
            derivation: Derivation::Restriction,
            is_abstract: false,
            block: DerivationSet::default(),
            content: Content::Empty,
            attributes: Vec::new(),
            attribute_wildcard: None,
            base_leaves: Vec::new(),
            code: Some(code),
            annotation: Annotation::default(),
            source: SourceLocation::BUILT_IN,
        });
        Schema::new(SchemaData {
            complex_types: complex_types.collect(),
            ..SchemaData::default()
        })
    }

    #[test]
    fn lists_that_the_schema_enumerates_or_that_stand_twice_are_not_needed_again() {
        let schema = schema_of(vec![
            binding(CodeTyp::Typ1, Some("1")),
            binding(CodeTyp::Typ2, Some("1")),
            binding(CodeTyp::Typ2, Some("1")),
            binding(CodeTyp::Typ2, Some("2")),
            binding(CodeTyp::Typ3, None),
        ]);
        let codelists = Checked::of(&schema).codelists;
        assert_eq!((codelists.needed, codelists.has_open_lists), (3, false));
        let unused = Checked::of(&schema_of(vec![binding(CodeTyp::Typ4, None)])).codelists;
        assert_eq!((unused.needed, unused.has_open_lists), (0, false));
    }

    #[test]
    fn the_hash_depends_on_the_documents_and_not_on_their_order() {
        let hash_of = |sums: &[&str]| {
            let documents = sums.iter().map(|sum| SchemaDocument {
                path: String::new(),
                namespace: String::new(),
                version: String::new(),
                sha256: (*sum).to_owned(),
                is_builtin: false,
            });
            documents_sha256(&documents.collect::<Vec<_>>())
        };
        assert_eq!(hash_of(&["aa", "bb"]), hash_of(&["bb", "aa"]));
        assert_ne!(hash_of(&["aa", "bb"]), hash_of(&["aa", "bc"]));
        assert_eq!(hash_of(&["aa"]).len(), 64);
    }
}
