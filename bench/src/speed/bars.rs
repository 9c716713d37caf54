//! What validation must reach beside the peers.

use super::Measurement;

/// Names of the subjects that bars are about.
pub(super) mod names {
    /// quick-xml with namespaces, which validates nothing.
    pub(in crate::speed) const NAMESPACES: &str = "quick-xml NsReader, bare";
    /// Ours, of a document in memory.
    pub(in crate::speed) const VALIDATE_SLICE: &str = "xsozial: is_valid from slice";
    /// Ours, of a stream.
    pub(in crate::speed) const VALIDATE_STREAM: &str = "xsozial: report_from BufRead";
    /// The crate xsd-schema.
    pub(in crate::speed) const XSD_SCHEMA: &str = "xsd-schema, streaming";
    /// The crate fastxml.
    pub(in crate::speed) const FASTXML: &str = "fastxml, streaming";
    /// libxml2.
    pub(in crate::speed) const XMLLINT: &str = "xmllint --stream, process";
}

/// A ratio of speeds that is asked for.
pub(super) struct Bar {
    /// Our subject.
    pub(super) own: &'static str,
    /// The one it is compared with.
    pub(super) peer: &'static str,
    /// How many times its speed.
    pub(super) least: f64,
    /// On this document alone.
    document: Option<&'static str>,
}

impl Bar {
    const fn new(own: &'static str, peer: &'static str, least: f64) -> Self {
        Self {
            own,
            peer,
            least,
            document: None,
        }
    }

    /// The ratio on a document, where the bar is for it and both subjects were measured.
    pub(super) fn ratio(&self, document: &str, measurements: &[Measurement]) -> Option<f64> {
        if self.document.is_some_and(|only| only != document) {
            return None;
        }
        let find = |name| measurements.iter().find(|measurement| measurement.subject == name);
        Some(find(self.own)?.ratio_to(find(self.peer)?)).filter(|ratio| !ratio.is_nan())
    }
}

/// All bars. A process takes longer to start than to read a small document, so `xmllint` is compared on the large one.
pub(super) const BARS: &[Bar] = &[
    Bar::new(names::VALIDATE_SLICE, names::XSD_SCHEMA, 2.0),
    Bar::new(names::VALIDATE_SLICE, names::FASTXML, 2.0),
    Bar::new(names::VALIDATE_SLICE, names::NAMESPACES, 0.45),
    Bar::new(names::VALIDATE_STREAM, names::XSD_SCHEMA, 2.0),
    Bar::new(names::VALIDATE_STREAM, names::FASTXML, 2.0),
    Bar {
        document: Some("large"),
        ..Bar::new(names::VALIDATE_SLICE, names::XMLLINT, 1.5)
    },
    Bar {
        document: Some("large"),
        ..Bar::new(names::VALIDATE_STREAM, names::XMLLINT, 1.5)
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::speed::{Operation, measure::measurement};

    #[test]
    fn a_bar_is_for_its_document_and_needs_both_subjects() {
        let measurement = |subject, speed| measurement(subject, Operation::Validate, &[speed]);
        let bar = Bar {
            document: Some("large"),
            ..Bar::new("a", "b", 1.5)
        };
        let both = [measurement("a", 3.0), measurement("b", 2.0)];
        assert_eq!(bar.ratio("large", &both), Some(1.5));
        assert_eq!(bar.ratio("small", &both), None);
        assert_eq!(bar.ratio("large", &both[..1]), None);
        assert_eq!(
            bar.ratio("large", &[measurement("a", 3.0), measurement("b", f64::NAN)]),
            None
        );
    }
}
