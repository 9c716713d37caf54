//! Synthetic documents of every root: the generated crate reads and writes them without loss, and they stay valid.

use super::{Acceptance, Complaints, instances::require_all_valid};
use crate::driver;
use std::{
    fs,
    path::{Path, PathBuf},
};
use xsozial_bench::{
    generated::Outcome,
    oracle::{Oracle, SchemaEntry, Xmllint},
};
use xsozial_codegen::sample::{Sampler, Size};
use xsozial_schema::genericode::CodeList;

const SIZES: [Size; 3] = [Size::Minimal, Size::Full, Size::Random];

impl Acceptance {
    /// Makes documents of every root and checks the round trip of each; answers how many there are.
    pub(crate) fn check_samples(&self, complaints: &mut Complaints) -> usize {
        let folder = self.work.join("samples");
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        let documents = self.make(&folder, complaints);
        let paths: Vec<&Path> = documents.iter().map(PathBuf::as_path).collect();
        let outcomes = self.read("samples-written", &paths);
        let mut copies = Vec::new();
        for (document, outcome) in documents.iter().zip(outcomes) {
            self.require_valid(document, complaints);
            match outcome {
                Outcome::Written(copy) => {
                    self.compare(document, &copy, complaints);
                    self.require_valid(&copy, complaints);
                    copies.push(copy);
                }
                other => complaints.require(false, || format!("{} is valid: {other:?}", document.display())),
            }
        }
        self.judge_samples(&folder, &copies, complaints);
        documents.len()
    }

    /// A few documents of each root, or all twenty.
    fn make(&self, folder: &Path, complaints: &mut Complaints) -> Vec<PathBuf> {
        let all = std::env::var("XSOZIAL_ALL_SAMPLES").is_ok_and(|value| value == "1");
        let count = if all { 20 } else { 3 };
        let schema = self.validator.schema();
        let sampler = Sampler::new(schema).codelists(self.codelists());
        let mut documents = Vec::new();
        for (number, root) in sampler.roots().into_iter().enumerate() {
            for (seed, size) in (0..count).zip(SIZES.into_iter().cycle()) {
                match sampler.document(root, seed, size) {
                    Ok(bytes) => {
                        let path = folder.join(format!("{number}-{seed}.xml"));
                        fs::write(&path, bytes).unwrap();
                        documents.push(path);
                    }
                    Err(error) => {
                        let root = schema.names.local(schema.element(root).name);
                        complaints.require(false, || format!("no {size:?} document of {root}: {error}"));
                    }
                }
            }
        }
        documents
    }

    fn codelists(&self) -> Vec<CodeList> {
        let Some(folder) = &self.set.delivery.codelists else {
            return Vec::new();
        };
        let mut paths: Vec<PathBuf> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        paths.sort();
        let read = |path: &PathBuf| CodeList::from_bytes(&fs::read(path).ok()?, "list").ok();
        paths.iter().filter_map(read).collect()
    }

    fn require_valid(&self, document: &Path, complaints: &mut Complaints) {
        let finding = self.validator.first_finding(&fs::read(document).unwrap());
        complaints.require(finding.is_none(), || {
            format!("{} is valid, but the engine finds {finding:?}", document.display())
        });
    }

    /// What was written must be valid for both judges. libxml2 cannot read the schemas of every set; Xerces must.
    fn judge_samples(&self, folder: &Path, copies: &[PathBuf], complaints: &mut Complaints) {
        if copies.is_empty() {
            return;
        }
        let entry = SchemaEntry {
            schema: driver::write(self.validator.schema(), self.set.schema_folder(), folder),
            catalog: self.set.delivery.catalog.clone(),
        };
        let documents: Vec<&Path> = copies.iter().map(PathBuf::as_path).collect();
        match Xmllint.verdicts(&entry, &documents) {
            Ok(verdicts) => require_all_valid(Xmllint.name(), &documents, &verdicts, complaints),
            Err(error) => {
                let reason = error.to_string();
                let first = reason.lines().next().unwrap_or_default();
                println!("{}: libxml2 cannot use the schemas: {first}", self.set.delivery.name);
            }
        }
        let verdicts = self.xerces.verdicts(&entry, &documents).unwrap();
        require_all_valid(self.xerces.name(), &documents, &verdicts, complaints);
    }
}
