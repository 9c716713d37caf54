//! The validator: one compiled thing, several answers.

use crate::{
    CodelistOptions, Finding, Report, Severities, SharedSchema,
    codelists::CodelistCheck,
    engine::{Check, Collector, Engine, IdNames},
    format::{CheckedProfile, CheckedRules},
    profile::Profile,
    rules::{RuleOptions, Rules},
};
use std::{io::BufRead, sync::Arc};
use xsozial_model::xml::{DecodedDocument, EventSource, SliceSource, StreamSource};
use xsozial_schema::{Severity, codelists::CodelistStore, limits::Limits};

/// How documents are validated.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Limits on depth and length.
    pub limits: Limits,
    /// The most findings that a report holds; what is found beyond is counted.
    pub most_findings: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            limits: Limits::default(),
            most_findings: 1_000,
        }
    }
}

/// Validates documents against one schema. Make it once and share it: it is `Send + Sync`, and cheap to clone.
///
/// ```
/// use xsozial_schema::{Schema, xsd::Sources};
/// use xsozial_validate::Validator;
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let schema = Schema::compile(Sources::new().bytes(
///     "antrag.xsd",
///     br#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
///            <xs:element name="betrag" type="xs:decimal"/>
///         </xs:schema>"#.to_vec(),
/// ))?;
/// let validator = Validator::new(schema);
/// assert!(validator.is_valid(b"<betrag>12.50</betrag>"));
/// let finding = validator.first_finding("<betrag>zwölf</betrag>".as_bytes()).expect("no number");
/// assert_eq!(finding.code().as_str(), "XF0001");
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Validator {
    schema: SharedSchema,
    id_names: Arc<IdNames>,
    options: Options,
    /// Codes are checked against these lists.
    codelists: Option<Arc<CodelistCheck>>,
    /// What else is checked beyond the schema.
    checks: Vec<Arc<dyn Check>>,
    rules: Option<CheckedRules>,
    profiles: Vec<CheckedProfile>,
    /// `None` where every code weighs what it usually does.
    severities: Option<Arc<Severities>>,
}

impl Validator {
    /// A validator for documents of this schema.
    pub fn new(schema: impl Into<SharedSchema>) -> Self {
        let schema = schema.into();
        Self {
            id_names: Arc::new(IdNames::of(&schema)),
            schema,
            options: Options::default(),
            codelists: None,
            checks: Vec::new(),
            rules: None,
            profiles: Vec::new(),
            severities: None,
        }
    }

    /// The same validator with other options.
    #[must_use]
    pub fn with_options(mut self, options: Options) -> Self {
        self.options = options;
        self
    }

    /// The schema.
    pub fn schema(&self) -> &SharedSchema {
        &self.schema
    }

    /// How documents are validated.
    pub fn options(&self) -> Options {
        self.options
    }

    /// The same validator, in which findings weigh so. What is not the usual changes what `valid` means.
    #[must_use]
    pub fn with_severities(mut self, severities: Severities) -> Self {
        self.severities = (!severities.is_empty()).then(|| Arc::new(severities));
        self
    }

    /// The same validator, which applies the rules beyond the schema as well.
    #[must_use]
    pub fn with_rules(mut self, options: RuleOptions) -> Self {
        let rules = Rules::new(&self.schema, options);
        self.rules = Some(rules.checked());
        self.with_check(Arc::new(rules))
    }

    /// The rules beyond the schema that it applies.
    pub fn rules(&self) -> Option<&CheckedRules> {
        self.rules.as_ref()
    }

    /// The same validator, which looks for the fields of a profile as well. The profile must have been made for its schema.
    #[must_use]
    pub fn with_profile(mut self, profile: impl Into<Arc<Profile>>) -> Self {
        let profile = profile.into();
        self.profiles.push(profile.checked());
        self.profiles.sort_by(|one, other| one.sha256.cmp(&other.sha256));
        self.with_check(profile)
    }

    /// The profiles whose fields it looks for, in the order of their sums.
    pub fn profiles(&self) -> &[CheckedProfile] {
        &self.profiles
    }

    /// The same validator, which checks codes against the lists of this store in place of any store before.
    ///
    /// A code that is not in its list is an error. A list that is not at hand is a warning, once a document;
    /// [`CodelistOptions::is_strict`] makes it an error. Without a store no codes are checked but those that the schema
    /// enumerates.
    ///
    /// ```
    /// use std::sync::Arc;
    /// use xsozial_schema::{Schema, codelists::CodelistStore};
    /// use xsozial_validate::{CodelistOptions, Validator};
    /// # fn example(schema: Schema) -> Result<(), Box<dyn std::error::Error>> {
    /// let store = CodelistStore::load(["codelisten.zip"])?;
    /// for problem in store.problems() {
    ///     eprintln!("{problem}");
    /// }
    /// let validator = Validator::new(schema).with_codelists(Arc::new(store), CodelistOptions::default());
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn with_codelists(mut self, store: Arc<CodelistStore>, options: CodelistOptions) -> Self {
        self.codelists = Some(Arc::new(CodelistCheck::new(&self.schema, store, options)));
        self
    }

    /// The check of codes.
    pub(crate) fn codelists(&self) -> Option<&CodelistCheck> {
        self.codelists.as_deref()
    }

    /// The same validator with a check beyond the schema.
    #[must_use]
    pub(crate) fn with_check(mut self, check: Arc<dyn Check>) -> Self {
        self.checks.push(check);
        self
    }

    /// An engine for one document, which keeps at most so many findings.
    pub(crate) fn engine(&self, most_findings: usize) -> Engine<'_> {
        let collector = Collector::new(most_findings).weighing(self.severities.clone());
        let mut engine = Engine::new(&self.schema, &self.id_names, collector);
        let codelists = self.codelists.iter().map(|check| check.as_ref() as &dyn Check);
        for check in codelists.chain(self.checks.iter().map(AsRef::as_ref)) {
            engine.observe(check.observer(&self.schema), check.watched());
        }
        engine
    }

    /// Whether a document in memory is valid. Stops at the first error.
    pub fn is_valid(&self, document: &[u8]) -> bool {
        self.first_finding(document).is_none()
    }

    /// The first error of a document in memory. Stops there.
    pub fn first_finding(&self, document: &[u8]) -> Option<Finding> {
        let document = DecodedDocument::new(document);
        if self.checks.is_empty() && self.codelists.is_none() && self.severities.is_none() {
            return self.first_of(SliceSource::new(&document, &self.schema.names, self.options.limits));
        }
        self.findings(&document)
            .find(|finding| finding.severity() == Severity::Error)
    }

    /// All faults of a document in memory.
    pub fn report(&self, document: &[u8]) -> Report {
        let document = DecodedDocument::new(document);
        self.report_of(SliceSource::new(&document, &self.schema.names, self.options.limits))
    }

    /// All faults of a document that is read as a stream, of which no more than one tag or text is held at a time.
    pub fn report_from(&self, document: impl BufRead) -> Report {
        self.report_of(StreamSource::new(document, &self.schema.names, self.options.limits))
    }

    fn report_of(&self, source: impl EventSource) -> Report {
        let mut report = self.empty_report();
        self.findings_of(source, self.options.most_findings)
            .read_to_end(&mut report);
        report
    }

    /// The report on a document in which nothing has been found yet.
    pub(crate) fn empty_report(&self) -> Report {
        Report {
            standard: Some(self.schema.standard.clone()),
            is_checked: true,
            ..Report::default()
        }
    }
}
