//! The standards at hand, and which of them a document belongs to.

use super::{Offer, OfferedRoot, Root, Standard, installed_hint, replay::Recorder};
use crate::{Finding, Report};
use std::{io::BufRead, sync::OnceLock};
use xsozial_schema::{Code, Fault, limits::Limits};

/// The standards at hand: one that the user names, or those among which each document finds its own.
///
/// ```
/// use xsozial_schema::{Schema, xsd::Sources};
/// use xsozial_validate::{Options, Standard, Standards, Validator};
///
/// # let xsd = br#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="betrag" type="xs:decimal"/></xs:schema>"#;
/// // Sources::new().schema("xbeispiel_1.0.zip")
/// let schema = Schema::compile(Sources::new().bytes("a.xsd", xsd.to_vec()))?;
/// let standards = Standards::named(Standard::new(Validator::new(schema)));
/// let judged = standards.judge(b"<betrag>12.50</betrag>", Options::default().limits);
/// assert_eq!(judged.report.valid(), Some(true));
///
/// // Where nothing fits, the report says so.
/// let none = Standards::none();
/// let judged = none.judge(b"<betrag>12.50</betrag>", Options::default().limits);
/// assert_eq!(judged.report.findings[0].code().as_str(), "XE0003");
/// # Ok::<(), xsozial_schema::xsd::XsdError>(())
/// ```
///
/// What could be used and is not loaded yet is an [`Offer`]; those that ship are `ShippedStandard::offers()` (feature `nachbau`).
#[derive(Debug, Default)]
pub struct Standards {
    named: Option<Standard>,
    offers: Vec<Slot>,
    /// Those for documents to which none of the others fits.
    further: Vec<Slot>,
    /// What is wrong with installed deliveries that nothing is known of.
    damaged: Vec<String>,
}

/// An offer, loaded when a document asks for it and not before.
#[derive(Debug)]
struct Slot {
    offer: Box<dyn Offer>,
    loaded: OnceLock<Result<Standard, String>>,
}

/// A report, and the standard that the document was checked against; `None` where none was found.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Judged<'s> {
    /// The report.
    pub report: Report,
    /// The standard.
    pub standard: Option<&'s Standard>,
}

impl Standards {
    /// None at all.
    pub fn none() -> Self {
        Self::default()
    }

    /// The one that the user names: every document is checked against it, whatever its root.
    pub fn named(standard: Standard) -> Self {
        Self {
            named: Some(standard),
            ..Self::default()
        }
    }

    /// Those among which each document finds its own.
    pub fn among(offers: impl IntoIterator<Item = Box<dyn Offer>>) -> Self {
        Self {
            offers: slots(offers),
            ..Self::default()
        }
    }

    /// The same standards, and further ones for documents to which none of the others fits.
    #[must_use]
    pub fn else_among(self, offers: impl IntoIterator<Item = Box<dyn Offer>>) -> Self {
        Self {
            further: slots(offers),
            ..self
        }
    }

    /// The same standards; the texts say what is wrong with further ones, for documents that find no standard.
    #[must_use]
    pub fn beside_damaged(self, damaged: Vec<String>) -> Self {
        Self { damaged, ..self }
    }

    /// The standard that the user names.
    pub fn as_named(&self) -> Option<&Standard> {
        self.named.as_ref()
    }

    /// The standard for documents with this root. The finding says why there is none, or that there are several, and how to
    /// go on.
    ///
    /// A standard fits that has the root; where none has, one to which the namespace belongs. Of several, those count
    /// that do not contradict the root's attributes `standard` and `version`, unless all do.
    pub fn choose(&self, root: &Root) -> Result<&Standard, Box<Finding>> {
        if let Some(named) = &self.named {
            return Ok(named);
        }
        let mut fitting = fitting(&self.offers, root);
        if fitting.is_empty() {
            fitting = self::fitting(&self.further, root);
        }
        match fitting.as_slice() {
            [] => Err(self.nothing_fits(root)),
            [slot] => slot.load(),
            several => {
                let names: Vec<String> = several.iter().map(|slot| slot.offer.name()).collect();
                let subject = format!("{}: {}", root.shown_name(), names.join(", "));
                Err(Box::new(Finding::error(Fault::named(Code::SchemaAmbiguous, subject))))
            }
        }
    }

    fn nothing_fits(&self, root: &Root) -> Box<Finding> {
        let name = root.shown_name();
        let (code, mut german, mut english) = match installed_hint::commands(&root.namespace) {
            Some([fetch, add]) => (
                Code::NotInstalled,
                format!("{fetch} oder {add} (Wurzelelement: {name})"),
                format!("{fetch} or {add} (root element: {name})"),
            ),
            None => (Code::NoSchema, name.clone(), name),
        };
        for damaged in &self.damaged {
            german = format!("{german}; {damaged}");
            english = format!("{english}; {damaged}");
        }
        Box::new(Finding::error(Fault::worded(code, german, english)))
    }

    /// Checks a document in memory against its standard.
    pub fn judge(&self, document: &[u8], limits: Limits) -> Judged<'_> {
        self.standard_or_report(document, limits).map_or_else(
            |report| Judged::without(*report),
            |standard| Judged {
                report: standard.validator.report(document),
                standard: Some(standard),
            },
        )
    }

    /// Checks a document that is read as a stream against its standard. Of the stream no more is kept than its beginning up
    /// to the root's start tag.
    pub fn judge_from(&self, mut document: impl BufRead, limits: Limits) -> Judged<'_> {
        if let Some(named) = &self.named {
            let report = named.validator.report_from(document);
            return Judged {
                report,
                standard: Some(named),
            };
        }
        let mut recorder = Recorder::new(&mut document);
        match self.standard_or_report(&mut recorder, limits) {
            Ok(standard) => Judged {
                report: standard.validator.report_from(recorder.replay()),
                standard: Some(standard),
            },
            Err(report) => Judged::without(*report),
        }
    }

    /// The standard of a document, or the report that says why there is none, or why not even the root can be read.
    pub(crate) fn standard_or_report(&self, document: impl BufRead, limits: Limits) -> Result<&Standard, Box<Report>> {
        if let Some(named) = &self.named {
            return Ok(named);
        }
        let report = |finding, is_checked| {
            Box::new(Report {
                findings: vec![finding],
                is_checked,
                ..Report::default()
            })
        };
        match Root::read(document, limits) {
            Ok(root) => self.choose(&root).map_err(|finding| report(*finding, false)),
            // No schema makes this document valid.
            Err(error) => Err(report(Finding::from(error), true)),
        }
    }
}

/// Those of the offers that fit a document with this root.
fn fitting<'s>(offers: &'s [Slot], root: &Root) -> Vec<&'s Slot> {
    let with_root = |slot: &'_ Slot| -> Option<bool> {
        let known: OfferedRoot<'_> = slot.offer.root(&root.namespace, &root.local)?;
        Some(known.admits(root.standard.as_deref(), root.version.as_deref()))
    };
    let known: Vec<(&Slot, bool)> = offers
        .iter()
        .filter_map(|slot| Some((slot, with_root(slot)?)))
        .collect();
    if known.is_empty() {
        return offers.iter().filter(|slot| slot.offer.owns(&root.namespace)).collect();
    }
    let agreeing: Vec<&Slot> = known
        .iter()
        .filter(|(_, agrees)| *agrees)
        .map(|&(slot, _)| slot)
        .collect();
    if agreeing.is_empty() {
        known.into_iter().map(|(slot, _)| slot).collect()
    } else {
        agreeing
    }
}

fn slots(offers: impl IntoIterator<Item = Box<dyn Offer>>) -> Vec<Slot> {
    let slot = |offer| Slot {
        offer,
        loaded: OnceLock::new(),
    };
    offers.into_iter().map(slot).collect()
}

impl Judged<'_> {
    fn without(report: Report) -> Self {
        Self { report, standard: None }
    }
}

impl Slot {
    fn load(&self) -> Result<&Standard, Box<Finding>> {
        let loaded = self.loaded.get_or_init(|| self.offer.load());
        loaded.as_ref().map_err(|reason| {
            let fault = Fault::named(Code::SchemaUnusable, reason.as_str());
            Box::new(Finding::error(fault))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Validator;
    use std::sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    };
    use xsozial_schema::{Language, Schema, xsd::Sources};

    /// A standard with the root `a` in `urn:a`, which fixes this version.
    #[derive(Clone, Debug)]
    struct Sample {
        version: &'static str,
        loads: Arc<AtomicUsize>,
    }

    impl Offer for Sample {
        fn name(&self) -> String {
            format!("urn:xa_{}@12", self.version)
        }

        fn root(&self, namespace: &str, local: &str) -> Option<OfferedRoot<'_>> {
            (namespace == "urn:a" && local == "a").then_some(OfferedRoot {
                standard: Some("XA"),
                version: Some(self.version),
            })
        }

        fn owns(&self, namespace: &str) -> bool {
            namespace == "urn:a"
        }

        fn load(&self) -> Result<Standard, String> {
            self.loads.fetch_add(1, Ordering::Relaxed);
            if self.version == "kaputt" {
                return Err("xa_kaputt is damaged".to_owned());
            }
            let text = format!(
                r#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:a"><xs:element name="a">
                <xs:complexType><xs:attribute name="standard"/><xs:attribute name="version" fixed="{}"/></xs:complexType>
                </xs:element></xs:schema>"#,
                self.version
            );
            let schema = Schema::compile(Sources::new().bytes("a.xsd", text.into_bytes())).unwrap();
            Ok(Standard::new(Validator::new(schema)))
        }
    }

    fn standards(versions: &[&'static str]) -> (Standards, Arc<AtomicUsize>) {
        let loads = Arc::default();
        let offer = |&version| -> Box<dyn Offer> {
            let loads = Arc::clone(&loads);
            Box::new(Sample { version, loads })
        };
        (Standards::among(versions.iter().map(offer)), loads.clone())
    }

    /// The code of the first finding and its message, by both ways of reading.
    fn judge(standards: &Standards, document: &str) -> (Option<Code>, String) {
        let limits = Limits::default();
        let report = standards.judge(document.as_bytes(), limits).report;
        let stream = std::io::BufReader::with_capacity(7, document.as_bytes());
        assert_eq!(standards.judge_from(stream, limits).report, report);
        let first = report.findings.first();
        let message = first.map(|finding| finding.message(Language::English));
        (first.map(Finding::code), message.unwrap_or_default())
    }

    #[test]
    fn a_document_finds_its_version_and_no_other_is_loaded() {
        let (standards, loads) = standards(&["1", "2", "kaputt"]);
        assert_eq!(judge(&standards, "<a xmlns='urn:a' version='2'/>").0, None);
        assert_eq!(
            judge(&standards, "<a xmlns='urn:a' standard='XA' version=' 2 '/>").0,
            Some(Code::AttributeFixed)
        );
        assert_eq!(loads.load(Ordering::Relaxed), 1);
    }

    #[test]
    fn several_that_fit_are_named() {
        let (standards, loads) = standards(&["1", "2"]);
        for document in [
            "<a xmlns='urn:a'/>",
            "<a xmlns='urn:a' version='3'/>",
            "<b xmlns='urn:a'/>",
        ] {
            let (code, message) = judge(&standards, document);
            assert_eq!(code, Some(Code::SchemaAmbiguous), "{document}");
            assert!(
                message.contains("--standard") && message.ends_with(": urn:xa_1@12, urn:xa_2@12"),
                "{message}"
            );
        }
        assert_eq!(loads.load(Ordering::Relaxed), 0);
    }

    #[test]
    fn a_root_that_the_only_standard_of_the_namespace_does_not_have_is_its_finding() {
        let (standards, _) = standards(&["1"]);
        assert_eq!(judge(&standards, "<b xmlns='urn:a'/>").0, Some(Code::RootUnknown));
        assert_eq!(
            judge(&standards, "<a xmlns='urn:a' version='3'/>").0,
            Some(Code::AttributeFixed)
        );
        assert_eq!(judge(&standards, "<a xmlns='urn:b'/>").0, Some(Code::NoSchema));
    }

    #[test]
    fn a_damaged_standard_is_told_by_name() {
        let (standards, _) = standards(&["kaputt"]);
        let (code, message) = judge(&standards, "<a xmlns='urn:a'/>");
        assert_eq!(code, Some(Code::SchemaUnusable));
        assert!(message.ends_with("xa_kaputt is damaged"), "{message}");
        let standards = Standards::none().beside_damaged(vec!["entry xb is damaged".to_owned()]);
        assert!(judge(&standards, "<a/>").1.ends_with("; entry xb is damaged"));
    }

    #[test]
    fn a_message_of_xsozial_basis_gets_the_command_for_its_version() {
        let document = "<xsb:antrag xmlns:xsb='https://portalverbund.d-nrw.de/efa/XSozial-basis/Version_2_5_0'/>";
        let (code, message) = judge(&Standards::none(), document);
        assert_eq!(code, Some(Code::NotInstalled));
        assert!(
            message.contains("xsozial-codegen fetch urn:xoev-de:d-nrw:standard:xsozialbasis_2.5.0"),
            "{message}"
        );
    }

    fn report(document: &str) -> Report {
        Standards::none().judge(document.as_bytes(), Limits::default()).report
    }

    #[test]
    fn without_a_schema_the_finding_names_the_root() {
        let report = report("<antrag xmlns='urn:example:fremd'/>");
        assert_eq!((report.valid(), report.findings.len()), (Some(false), 1));
        assert!(!report.is_checked);
        assert_eq!(report.findings[0].code(), Code::NoSchema);
        let message = report.findings[0].message(Language::English);
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
        let message = report.findings[0].message(Language::German);
        assert!(message.ends_with('…') && message.len() < 700);
    }
}
