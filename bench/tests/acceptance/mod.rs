//! The checks on one schema set.

mod complaints;
mod instances;
mod mutants;
mod samples;
mod set;
mod table;

pub(crate) use complaints::Complaints;
pub(crate) use set::Set;
pub(crate) use table::{Row, Table};

use std::{
    error::Error,
    fs,
    path::{Path, PathBuf},
};
use xsozial_bench::{
    generated::{GeneratedCrate, Generator, Outcome, Profile, Program, Template, read_all},
    infoset::{DeclaredValues, Difference, Weight, differences},
    oracle::{Oracle, Refusal, SchemaEntry, Xerces},
};
use xsozial_schema::{Schema, xsd::Sources};
use xsozial_validate::Validator;

/// A set whose crate is generated and built.
pub(crate) struct Acceptance {
    pub(crate) set: Set,
    pub(crate) generated: GeneratedCrate,
    pub(crate) reader: Program,
    xerces: Xerces,
    declared: DeclaredValues,
    validator: Validator,
    /// Where what is written goes.
    work: PathBuf,
}

impl Acceptance {
    /// Generates and builds.
    pub(crate) fn prepare(set: Set, generator: &Generator, profile: Profile) -> Result<Self, Box<dyn Error>> {
        let work = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("corpora");
        let generated = generator.generate(&set.delivery, &work)?;
        let reader = Template::READER.build_as(&generated, profile)?;
        let mut sources = Sources::new().schema(&set.delivery.schemas);
        if let Some(catalog) = &set.delivery.catalog {
            sources = sources.catalog(catalog);
        }
        Ok(Self {
            work: work.join(format!("{}-written", set.delivery.name)),
            generated,
            reader,
            xerces: Xerces::compile(Path::new(env!("CARGO_TARGET_TMPDIR")))?,
            declared: DeclaredValues::from_folder(set.schema_folder())?,
            validator: Validator::new(Schema::compile(sources)?),
            set,
        })
    }

    /// What the generated reader makes of these documents.
    fn read(&self, what: &str, documents: &[&Path]) -> Vec<Outcome> {
        read_all(&self.reader, documents, &self.work.join(what)).unwrap()
    }

    /// How Xerces refuses these documents; `None` for valid ones.
    fn refusals(&self, entry: &SchemaEntry, documents: &[&Path]) -> Vec<Option<Refusal>> {
        let verdicts = self.xerces.verdicts(entry, documents).unwrap();
        verdicts.into_iter().map(Result::err).collect()
    }

    /// The copy must have the same infoset. Answers the places where the same value has another notation.
    fn compare(&self, original: &Path, copy: &Path, complaints: &mut Complaints) -> Vec<Difference> {
        let texts = [original, copy].map(|path| fs::read_to_string(path).unwrap());
        let mut notations = differences(&texts[0], &texts[1], &self.declared).unwrap();
        for loss in notations.extract_if(.., |difference| difference.weight == Weight::Loss) {
            complaints.require(false, || format!("{}: lost, {loss}", original.display()));
        }
        notations
    }
}
