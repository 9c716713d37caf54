//! The checks on one schema set.

mod elements;
mod known;
mod replace;

pub(crate) use known::known_defects;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::{Arc, OnceLock},
};
use xsozial_bench::corpus::{Corpus, Expected};
use xsozial_codegen::sample::{Sampler, Size};
use xsozial_schema::{Code, Schema, Severity, codelists::CodelistStore, xsd::Sources};
use xsozial_validate::{CodelistOptions, Finding, Options, Validator};

/// So many documents are made up of a set.
const DOCUMENTS: usize = 12;

/// With these seeds.
const SEEDS: [u64; 3] = [1, 2, 3];

/// Which lists are at hand.
#[derive(Clone, Copy)]
pub(crate) enum Lists {
    /// Those that are published with the set.
    Own,
    /// Those of all sets.
    All,
}

impl Lists {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Own => "its own lists",
            Self::All => "all lists",
        }
    }

    fn store(self, shared: &Path, corpus: &Corpus) -> Arc<CodelistStore> {
        /// Reading them takes a while.
        static ALL: OnceLock<Arc<CodelistStore>> = OnceLock::new();
        let read = || Arc::new(self.read(shared, corpus));
        match self {
            Self::Own => read(),
            Self::All => Arc::clone(ALL.get_or_init(read)),
        }
    }

    fn read(self, shared: &Path, corpus: &Corpus) -> CodelistStore {
        let folders: Vec<PathBuf> = match self {
            Self::Own => vec![corpus.folder.join("codelists")],
            Self::All => fs::read_dir(shared.join("corpora"))
                .unwrap()
                .map(|entry| entry.unwrap().path())
                .flat_map(|folder| {
                    let is_of_lists = folder
                        .file_name()
                        .is_some_and(|name| name.to_string_lossy().starts_with("codelists"));
                    [
                        folder.join("codelists"),
                        if is_of_lists { folder } else { PathBuf::new() },
                    ]
                })
                .collect(),
        };
        CodelistStore::load(folders.into_iter().filter(|folder| folder.is_dir())).unwrap()
    }
}

/// A set with its messages that are valid, or would be if all references had a target.
pub(crate) struct Set {
    name: String,
    validator: Validator,
    store: Arc<CodelistStore>,
    documents: Vec<(String, String)>,
}

/// What is said of the codes of valid messages.
#[derive(Default)]
pub(crate) struct Remarks {
    /// How often each code is given.
    pub(crate) counts: BTreeMap<Code, usize>,
    /// Set, document, code and path (without the numbers of the steps) of the errors, and how often each is given.
    pub(crate) errors: BTreeMap<[String; 4], usize>,
}

impl Set {
    pub(crate) fn load(shared: &Path, name: &str, lists: Lists) -> Self {
        let corpus = Corpus::new(shared, name);
        let sources = Sources::new().schema(corpus.schemas()).catalog(corpus.catalog());
        let store = lists.store(shared, &corpus);
        let options = Options {
            most_findings: usize::MAX,
            ..Options::default()
        };
        let validator = Validator::new(Schema::compile(sources).unwrap())
            .with_options(options)
            .with_codelists(Arc::clone(&store), CodelistOptions::default());
        let instances = corpus.instances().unwrap().into_iter();
        let mut paths: Vec<PathBuf> = instances
            .filter(|instance| matches!(instance.expected, Expected::Valid | Expected::DanglingReference))
            .map(|instance| instance.path)
            .collect();
        if name == "xwasser-1.0.0" {
            paths.extend(["small.xml", "medium.xml"].map(|name| shared.join("bench").join(name)));
        }
        let document = |path: PathBuf| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, fs::read_to_string(&path).unwrap())
        };
        Self {
            name: name.to_owned(),
            validator,
            store,
            documents: paths.into_iter().map(document).collect(),
        }
    }

    /// The set with made-up documents in which there are codes, of its first roots.
    pub(crate) fn generate(shared: &Path, name: &str) -> Self {
        let set = Self::load(shared, name, Lists::All);
        let schema = set.validator.schema();
        let lists: Vec<_> = set.store.lists().iter().map(|stored| stored.list.clone()).collect();
        let sampler = Sampler::new(schema).codelists(lists);
        let made = sampler
            .roots()
            .into_iter()
            .flat_map(|root| SEEDS.map(|seed| (root, seed)));
        let documents = made.filter_map(|(root, seed)| {
            let document = sampler.document(root, seed, Size::Random).ok()?;
            let text = String::from_utf8(document)
                .ok()
                .filter(|text| text.len() < replace::LARGE / 4)?;
            let name = schema.names.local(schema.element(root).name).to_owned();
            (!elements::code_elements(schema, &text).is_empty()).then_some((name, text))
        });
        Self {
            documents: documents.take(DOCUMENTS).collect(),
            ..set
        }
    }

    /// The findings about codes.
    fn findings(&self, text: &str) -> impl Iterator<Item = Finding> {
        let findings = self.validator.report(text.as_bytes()).findings.into_iter();
        findings.filter(|finding| finding.code().as_str().starts_with("XC"))
    }

    /// What is said of the codes of the valid messages, and how many messages there are.
    pub(crate) fn remarks(&self) -> (usize, Remarks) {
        let mut remarks = Remarks::default();
        for (name, text) in &self.documents {
            for finding in self.findings(text) {
                if finding.severity() == Severity::Error {
                    let code = finding.code().to_string();
                    let path = elements::without_numbers(&elements::short(finding.path()));
                    let key = [self.name.clone(), name.clone(), code, path];
                    *remarks.errors.entry(key).or_default() += 1;
                }
                *remarks.counts.entry(finding.code()).or_default() += 1;
            }
        }
        (self.documents.len(), remarks)
    }
}
