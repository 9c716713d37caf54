//! One of the project's standards before all judges.

use crate::{entry, files};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};
use xsozial_bench::oracle::{Oracle, Xmllint};
use xsozial_codegen::sample::{Sampler, Size};
use xsozial_schema::{NamespaceId, Schema, genericode::CodeList, schema::ElementId};
use xsozial_validate::Validator;

/// A standard: what we compile, what the judges load, and what is to be judged by both.
pub(crate) struct Standard {
    /// Its name, for messages and folders.
    pub(crate) name: String,
    /// What we compile, perhaps from other files than the judges.
    pub(crate) schema: Schema,
    /// The XSD that the judges begin with.
    pub(crate) xsd: PathBuf,
    /// The documents that ship, good and faulty ones.
    pub(crate) samples: Vec<PathBuf>,
    /// The folder of the code lists that codes of synthetic messages are taken from.
    pub(crate) codelists: Option<PathBuf>,
    /// Whether a root is one that messages are made of. Schemas of shape B declare every field globally.
    pub(crate) is_message: fn(&str) -> bool,
    /// How many synthetic messages are made.
    pub(crate) messages: usize,
    /// Of how many minimal messages of each root each element is left out once.
    pub(crate) shortened: u64,
}

/// How many documents were judged.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Figures {
    pub(crate) documents: usize,
    pub(crate) valid: usize,
    pub(crate) synthetic: usize,
    pub(crate) shortened: usize,
}

impl std::ops::Add for Figures {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            documents: self.documents + other.documents,
            valid: self.valid + other.valid,
            synthetic: self.synthetic + other.synthetic,
            shortened: self.shortened + other.shortened,
        }
    }
}

impl Standard {
    /// Lets all judges judge, and fails where one of them differs from us or a document without a mandatory element is valid.
    pub(crate) fn judge(self, judges: &[&dyn Oracle], work: &Path) -> Figures {
        let folder = work.join(&self.name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        let synthetic = self.synthetic(&folder);
        let shortened = self.shortened(&folder);
        let mut figures = Figures {
            synthetic: synthetic.len(),
            shortened: shortened.len(),
            ..Figures::default()
        };
        let documents = [self.samples, synthetic, shortened].concat();
        let validator = Validator::new(self.schema);
        let ours: Vec<bool> = documents
            .iter()
            .map(|path| validator.is_valid(&fs::read(path).unwrap()))
            .collect();
        let paths: Vec<&Path> = documents.iter().map(PathBuf::as_path).collect();
        for judge in judges {
            let verdicts = judge.verdicts(&entry(self.xsd.clone()), &paths).unwrap();
            let different: Vec<String> = (paths.iter().zip(&ours).zip(verdicts))
                .filter(|((path, ours), verdict)| verdict.is_ok() != **ours && !is_beyond(*judge, path))
                .map(|((path, ours), verdict)| {
                    format!("{}: ours {ours}, {}: {verdict:?}", path.display(), judge.name())
                })
                .collect();
            assert!(different.is_empty(), "{}", different.join("\n"));
        }
        let is_valid = |outcomes: &[bool]| outcomes.iter().filter(|valid| **valid).count();
        figures.documents = ours.len();
        figures.valid = is_valid(&ours);
        let without = &ours[ours.len() - figures.shortened..];
        assert_eq!(is_valid(without), 0, "{}: valid without a mandatory element", self.name);
        figures
    }

    fn roots(&self, sampler: &Sampler<'_>) -> Vec<ElementId> {
        let mut roots = sampler.roots();
        roots.retain(|&root| (self.is_message)(self.schema.names.local(self.schema.element(root).name)));
        roots
    }

    /// Synthetic messages of every root and size.
    fn synthetic(&self, folder: &Path) -> Vec<PathBuf> {
        let lists = self.codelists.iter().flat_map(|folder| files(folder, "xml"));
        let lists = lists.map(|path| CodeList::from_bytes(&fs::read(path).unwrap(), "list").unwrap());
        let sampler = Sampler::new(&self.schema).codelists(lists);
        let roots = self.roots(&sampler);
        let sizes = [Size::Random, Size::Full, Size::Random, Size::Minimal];
        (0..self.messages)
            .map(|number| {
                let size = sizes[number / roots.len() % sizes.len()];
                let root = roots[number % roots.len()];
                let bytes = sampler.document(root, number as u64, size).unwrap();
                write(folder, &format!("synthetic-{number}"), &bytes)
            })
            .collect()
    }

    /// Minimal messages without one of their elements: in them, none can be missed.
    fn shortened(&self, folder: &Path) -> Vec<PathBuf> {
        let sampler = Sampler::new(&self.schema);
        let mut written = Vec::new();
        for (number, root) in self.roots(&sampler).into_iter().enumerate() {
            for seed in 0..self.shortened {
                let whole = String::from_utf8(sampler.document(root, seed, Size::Minimal).unwrap()).unwrap();
                let document = roxmltree::Document::parse(&whole).unwrap();
                for (place, node) in document.root_element().descendants().skip(1).enumerate() {
                    if node.is_element() {
                        let mut without = whole.clone();
                        without.replace_range(node.range(), "");
                        let name = format!("shortened-{number}-{seed}-{place}");
                        written.push(write(folder, &name, without.as_bytes()));
                    }
                }
            }
        }
        written
    }
}

/// The documents all of whose namespaces a schema knows, and whose root it declares.
pub(crate) fn samples_of(schema: &Schema, documents: &[PathBuf]) -> Vec<PathBuf> {
    let known: BTreeSet<&str> = (schema.elements.iter())
        .map(|element| schema.names.namespace_of(element.name))
        .filter(|&namespace| namespace != NamespaceId::NONE)
        .map(|namespace| schema.names.uri(namespace))
        .collect();
    let roots: BTreeSet<&str> = schema
        .global_elements
        .iter()
        .map(|(name, _)| schema.names.local(name))
        .collect();
    let fits = |path: &&PathBuf| {
        let text = fs::read_to_string(path).unwrap();
        let document = roxmltree::Document::parse(&text).unwrap();
        let mut elements = document.descendants().filter(roxmltree::Node::is_element);
        roots.contains(document.root_element().tag_name().name())
            && elements.all(|element| known.contains(element.tag_name().namespace().unwrap_or_default()))
    };
    documents.iter().filter(fits).cloned().collect()
}

/// libxml2 does not check `xs:ID` and `xs:IDREF`; the samples about them are Xerces's to judge.
fn is_beyond(judge: &dyn Oracle, document: &Path) -> bool {
    let text = fs::read_to_string(document.with_file_name("befunde.tsv")).unwrap_or_default();
    let name = document.file_name().unwrap().to_string_lossy().into_owned();
    let row = text.lines().find(|line| line.starts_with(&format!("{name}\t")));
    judge.name() == Xmllint.name() && row.is_some_and(|row| row.contains("\tXD01"))
}

fn write(folder: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.join(format!("{name}.xml"));
    fs::write(&path, bytes).unwrap();
    path
}
