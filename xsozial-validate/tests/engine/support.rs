//! Schemas and findings in short.

use xsozial_schema::{Schema, xsd::Sources};
use xsozial_validate::{Report, Validator};

/// A validator for a schema with this body, in the namespace `urn:t` with the prefix `t`; local elements are unqualified.
pub(crate) fn validator(body: &str) -> Validator {
    let schema = format!(
        "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns:t='urn:t' targetNamespace='urn:t'>{body}</xs:schema>"
    );
    match Schema::compile(Sources::new().bytes("t.xsd", schema.into_bytes())) {
        Ok(schema) => Validator::new(schema),
        Err(error) => panic!("{error}"),
    }
}

/// The report on a document, which must be the same from memory and from a stream.
pub(crate) fn report(validator: &Validator, document: &str) -> Report {
    let report = validator.report(document.as_bytes());
    assert_eq!(report, validator.report_from(document.as_bytes()), "{document}");
    assert_eq!(report.valid(), Some(validator.is_valid(document.as_bytes())));
    report
}

/// The findings as `code path`, without namespaces.
pub(crate) fn findings(validator: &Validator, document: &str) -> Vec<String> {
    let short = |path: &str| {
        let mut short = String::new();
        let mut rest = path;
        while let Some(start) = rest.find("Q{") {
            short.push_str(&rest[..start]);
            rest = rest[start..].split_once('}').map_or("", |(_, rest)| rest);
        }
        short + rest
    };
    report(validator, document)
        .findings
        .iter()
        .map(|finding| format!("{} {}", finding.code(), short(finding.path())))
        .collect()
}

/// A document with the root `t:r` and this content.
pub(crate) fn root(content: &str) -> String {
    format!("<t:r xmlns:t='urn:t' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'>{content}</t:r>")
}

/// A schema whose root `t:r` has this content model.
pub(crate) fn model(model: &str) -> Validator {
    validator(&format!(
        "<xs:element name='r'><xs:complexType>{model}</xs:complexType></xs:element>"
    ))
}
