//! The checks that an office makes.

use crate::Failure;
use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};
use xsozial_model::{
    leistung::Leistung,
    xml::{ReadOptions, RootContent},
    xsozial_nachbau,
};
use xsozial_schema::{Language, Schema, codelists::CodelistStore};
use xsozial_validate::{
    CodelistOptions, Validator,
    format::{DocumentReport, Format, Settings},
    intake::{Reading, intake_from},
    profile::Profile,
    rules::RuleOptions,
};

/// What an office checks documents of one schema with. Make it once: it may be shared among threads.
pub struct Office {
    /// Schema, code lists, rules beyond the schema, profiles.
    pub validator: Validator,
    /// The code lists, for the names of codes.
    pub codelists: Arc<CodelistStore>,
}

impl Office {
    /// For messages of the Nachbau: its code lists, the rules beyond the schema, and the profile of this Leistung.
    pub fn for_nachbau(leistung: &Leistung) -> Result<Self, Failure> {
        let office = Self::new(xsozial_nachbau::schema(), "xsozial-nachbau/codelisten")?;
        match leistung.profil {
            Some(profile) => office.with_profile(&schemas().join(profile)),
            None => Ok(office),
        }
    }

    /// For XFall documents: the envelope, or the Fachdaten of one Leistung. The schemas of the Fachdaten say themselves what is
    /// mandatory, so there is no profile.
    pub fn for_xfall(schema: &'static Schema) -> Result<Self, Failure> {
        Self::new(schema, "xfall-nachbau/codelisten")
    }

    fn new(schema: &'static Schema, codelists: &str) -> Result<Self, Failure> {
        let codelists = Arc::new(CodelistStore::load([schemas().join(codelists)])?);
        let validator = Validator::new(schema)
            .with_codelists(Arc::clone(&codelists), CodelistOptions::default())
            .with_rules(RuleOptions::default());
        Ok(Self { validator, codelists })
    }

    /// The same office with one more profile: what it needs beyond the schema.
    pub fn with_profile(mut self, path: &Path) -> Result<Self, Failure> {
        let text = fs::read_to_string(path)?;
        // What it is called in findings.
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let profile = Profile::from_toml(&text, &name, self.validator.schema())?;
        self.validator = self.validator.with_profile(profile);
        Ok(self)
    }

    /// Validates a document and reads it in the same pass.
    pub fn take_in<T: RootContent>(&self, document: &[u8]) -> Reading<T> {
        intake_from(document, &self.validator, &ReadOptions::default())
    }

    /// What was found, in German, and what the answer is worth. It holds no document content.
    pub fn report<T>(&self, name: &str, reading: &Reading<T>) -> Result<String, Failure> {
        let mut text = Vec::new();
        let mut output = Settings::new(Format::Text).output();
        output.document(&DocumentReport::new(name, reading.report.clone()), &mut text)?;
        let mut text = String::from_utf8(text)?;
        if let Some(notice) = self.validator.schema().standard.notice(Language::German) {
            text.push_str(notice);
            text.push('\n');
        }
        Ok(text)
    }
}

/// The folder of what the project ships.
pub fn schemas() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../schemas")
}
