//! Which schema a document is checked against.

use crate::{Finding, Report, Severities, Validator, format::Checked};
use std::{fmt, io::BufRead, sync::Arc};
use xsozial_model::xml::{Error, Event, EventSource, StreamSource};
use xsozial_schema::{Code, Fault, NamespaceId, limits::Limits, names::Names};

/// The longest name of a root element that is told in characters.
const LONGEST_NAME: usize = 200;

/// A schema that documents can be checked against.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Standard {
    /// Checks documents.
    pub validator: Validator,
    /// What a check covers.
    pub checked: Arc<Checked>,
}

impl Standard {
    /// The standard of this validator's schema.
    pub fn new(validator: Validator) -> Self {
        let mut checked = Checked {
            rules: validator.rules().cloned(),
            profiles: validator.profiles().to_vec(),
            ..Checked::of(validator.schema())
        };
        if let Some(codelists) = validator.codelists() {
            checked.codelists = codelists.checked(validator.schema(), &checked.codelists);
        }
        let checked = Arc::new(checked);
        Self { validator, checked }
    }

    /// The same standard, in which findings weigh so; reports tell it.
    #[must_use]
    pub fn with_severities(self, severities: Severities) -> Self {
        let checked = Checked {
            overrides: severities.clone(),
            ..Checked::clone(&self.checked)
        };
        Self {
            validator: self.validator.with_severities(severities),
            checked: Arc::new(checked),
        }
    }

    /// The same standard, with so many Schematron rules beside its schema, which are not run.
    #[must_use]
    pub fn with_schematron_rules(self, rules: usize) -> Self {
        let checked = Checked {
            schematron_rules: rules,
            ..Checked::clone(&self.checked)
        };
        Self {
            checked: Arc::new(checked),
            ..self
        }
    }
}

/// The standards at hand.
#[derive(Clone, Debug, Default)]
pub struct Standards {
    named: Option<Standard>,
}

impl Standards {
    /// None at all.
    pub fn none() -> Self {
        Self::default()
    }

    /// The one that the user names: every document is checked against it, whatever its root.
    pub fn named(standard: Standard) -> Self {
        Self { named: Some(standard) }
    }

    /// The standard that the user names.
    pub fn as_named(&self) -> Option<&Standard> {
        self.named.as_ref()
    }

    /// The standard for documents with this root. The finding says why there is none, and how to go on.
    pub fn choose(&self, root: &Root) -> Result<&Standard, Box<Finding>> {
        let none = || Box::new(Finding::error(Fault::named(Code::NoSchema, root.shown_name())));
        self.named.as_ref().ok_or_else(none)
    }

    /// The report on a document for which [`choose`](Self::choose) finds no standard: that finding, or the fault because
    /// of which not even the root can be read. `None` when there is a standard.
    pub fn report_without(&self, document: impl BufRead, limits: Limits) -> Option<Report> {
        if self.named.is_some() {
            return None;
        }
        let (finding, is_checked) = match Root::read(document, limits) {
            Ok(root) => (*self.choose(&root).err()?, false),
            // No schema makes this document valid.
            Err(error) => (Finding::from(error), true),
        };
        Some(Report {
            findings: vec![finding],
            is_checked,
            ..Report::default()
        })
    }
}

/// What a document's root element says of its standard.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Root {
    /// The namespace; empty for none.
    pub namespace: String,
    /// The name without its prefix.
    pub local: String,
    /// The attribute `standard` of a message that follows the XÖV Basisnachricht.
    pub standard: Option<String>,
    /// The attribute `version` of such a message.
    pub version: Option<String>,
}

impl Root {
    /// Reads a document up to its root's start tag.
    pub fn read(document: impl BufRead, limits: Limits) -> Result<Self, Error> {
        let mut names = Names::new();
        let [standard, version] = ["standard", "version"].map(|local| names.intern(NamespaceId::NONE, local));
        let mut source = StreamSource::new(document, &names, limits);
        match source.next()? {
            Event::Start(_) => {}
            // A source gives nothing before the root; a document without one is an error.
            _ => return Err(Error::new(Fault::new(Code::Empty))),
        }
        let start = source.start_element();
        let attribute = |name| {
            let found = start.attribute(start.find(name)?)?;
            Some(found.value.to_owned())
        };
        Ok(Self {
            namespace: start.uri().to_owned(),
            local: start.local().to_owned(),
            standard: attribute(standard),
            version: attribute(version),
        })
    }

    /// `Q{uri}local`, cut where it is long.
    fn shown_name(&self) -> String {
        let name = format!("Q{{{}}}{}", self.namespace, self.local);
        match name.char_indices().nth(LONGEST_NAME) {
            Some((end, _)) => format!("{}…", &name[..end]),
            None => name,
        }
    }
}

/// Attribute values are document content; they are not shown.
impl fmt::Debug for Root {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Root")
            .field("name", &self.shown_name())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(document: &str) -> Result<Root, Error> {
        Root::read(document.as_bytes(), Limits::default())
    }

    fn report(document: &str) -> Report {
        let report = Standards::none().report_without(document.as_bytes(), Limits::default());
        report.unwrap()
    }

    #[test]
    fn the_root_is_read_without_what_follows() {
        let root =
            read("<!-- x --><a:antrag xmlns:a='urn:a' standard='XBeispiel' version='1.0' a:version='2'><b>").unwrap();
        assert_eq!((root.namespace.as_str(), root.local.as_str()), ("urn:a", "antrag"));
        assert_eq!(root.standard.as_deref(), Some("XBeispiel"));
        assert_eq!(root.version.as_deref(), Some("1.0"));
        assert!(!format!("{root:?}").contains("XBeispiel"));
        let root = read("<antrag/>").unwrap();
        assert_eq!((root.namespace.as_str(), root.standard, root.version), ("", None, None));
    }

    #[test]
    fn without_a_schema_the_finding_names_the_root() {
        let report = report("<antrag xmlns='urn:example:fremd'/>");
        assert_eq!((report.valid(), report.findings.len()), (Some(false), 1));
        assert!(!report.is_checked);
        assert_eq!(report.findings[0].code(), Code::NoSchema);
        let message = report.findings[0].message(xsozial_schema::Language::English);
        assert!(
            message.contains("--schema") && message.ends_with("Q{urn:example:fremd}antrag"),
            "{message}"
        );
    }

    #[test]
    fn what_is_no_xml_is_invalid_under_every_schema() {
        for (document, code) in [
            ("", Code::Empty),
            ("Sehr geehrte", Code::NotXml),
            ("<a b=''", Code::Truncated),
        ] {
            let report = report(document);
            assert_eq!(report.valid(), Some(false), "{document}");
            assert_eq!(report.findings[0].code(), code, "{document}");
        }
    }

    #[test]
    fn a_long_name_is_cut() {
        let report = report(&format!("<antrag xmlns='urn:{}'/>", "ä".repeat(5_000)));
        let message = report.findings[0].message(xsozial_schema::Language::German);
        assert!(message.ends_with('…') && message.len() < 700);
    }
}
