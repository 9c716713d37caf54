//! The checks on one schema set.

mod complaints;
mod instances;
mod mutants;

pub(crate) use complaints::Complaints;

use std::{
    fs,
    path::{Path, PathBuf},
};
use xsozial_bench::{
    corpus::Corpus,
    generated::{GeneratedCrate, Generator, Outcome, Program, Template, read_all},
    infoset::{DeclaredValues, Weight, differences},
    oracle::{Oracle, Refusal, Xerces},
};
use xsozial_schema::{Schema, xsd::Sources};
use xsozial_validate::Validator;

/// A set whose crate is generated and built.
pub(crate) struct Acceptance {
    pub(crate) corpus: Corpus,
    pub(crate) generated: GeneratedCrate,
    reader: Program,
    xerces: Xerces,
    declared: DeclaredValues,
    /// Where what is written goes.
    work: PathBuf,
}

impl Acceptance {
    /// Generates and builds.
    pub(crate) fn prepare(corpus: Corpus) -> Self {
        let work = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("corpora");
        let generated = Generator::build().unwrap().generate(&corpus.delivery(), &work).unwrap();
        let reader = Template::READER.build(&generated, false).unwrap();
        let xerces = Xerces::compile(Path::new(env!("CARGO_TARGET_TMPDIR"))).unwrap();
        let declared = DeclaredValues::from_folder(&corpus.schemas()).unwrap();
        Self {
            work: work.join(format!("{}-written", corpus.name)),
            corpus,
            generated,
            reader,
            xerces,
            declared,
        }
    }

    /// What is told of the generated crate.
    pub(crate) fn describe(&self) -> String {
        let GeneratedCrate { time, lines, .. } = &self.generated;
        format!(
            "{}: generated in {} ms ({} build of the generator), {lines} lines, release build {:.1} s",
            self.corpus.name,
            time.as_millis(),
            if cfg!(debug_assertions) { "debug" } else { "release" },
            self.reader.time.as_secs_f64()
        )
    }

    /// The engine for the set's schema.
    fn validator(&self) -> Validator {
        let sources = Sources::new()
            .schema(self.corpus.schemas())
            .catalog(self.corpus.catalog());
        Validator::new(Schema::compile(sources).unwrap())
    }

    /// What the generated reader makes of these documents.
    fn read(&self, what: &str, documents: &[&Path]) -> Vec<Outcome> {
        read_all(&self.reader, documents, &self.work.join(what)).unwrap()
    }

    /// How Xerces refuses these documents; `None` for valid ones.
    fn refusals(&self, entry_schema: &str, documents: &[&Path]) -> Vec<Option<Refusal>> {
        let verdicts = self
            .xerces
            .verdicts(&self.corpus.entry(entry_schema), documents)
            .unwrap();
        verdicts.into_iter().map(Result::err).collect()
    }

    /// The copy must have the same infoset; another notation of the same value is told.
    fn compare(&self, original: &Path, copy: &Path, complaints: &mut Complaints) {
        let texts = [original, copy].map(|path| fs::read_to_string(path).unwrap());
        for difference in differences(&texts[0], &texts[1], &self.declared).unwrap() {
            let document = original.display();
            match difference.weight {
                Weight::Notation => println!("{document}: other notation, {difference}"),
                Weight::Loss => complaints.require(false, || format!("{document}: lost, {difference}")),
            }
        }
    }
}
