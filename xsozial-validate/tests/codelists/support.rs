//! Lists, schemas and findings in short.

use std::{fmt::Write, sync::Arc};
use xsozial_schema::{Language, Schema, Severity, codelists::CodelistStore, xsd::Sources};
use xsozial_validate::{CodelistOptions, Report, Validator};

/// A genericode list with the columns `code`, `name` and `english`, of which the first is the key.
pub(crate) fn list(uri: &str, version: &str, rows: &[(&str, &str, &str)]) -> String {
    let mut text = format!(
        r#"<gc:CodeList xmlns:gc="http://docs.oasis-open.org/codelist/ns/genericode/1.0/">
<Identification><ShortName>kurz</ShortName><Version>{version}</Version><CanonicalUri>{uri}</CanonicalUri></Identification>
<ColumnSet><Column Id="code" Use="required"/><Column Id="name" Use="required"/><Column Id="english" Use="optional"/>
<Key Id="codeKey"><ColumnRef Ref="code"/></Key></ColumnSet>
<SimpleCodeList>"#
    );
    for (code, name, english) in rows {
        text += "<Row>";
        for (column, value) in [("code", code), ("name", name), ("english", english)] {
            if !value.is_empty() {
                let _ = write!(
                    text,
                    "<Value ColumnRef='{column}'><SimpleValue>{value}</SimpleValue></Value>"
                );
            }
        }
        text += "</Row>\n";
    }
    text + "</SimpleCodeList></gc:CodeList>"
}

/// Three versions of a list of colours; `b` ends with the first, `w` begins with the third, `x` misses in the second.
pub(crate) fn ampel() -> Vec<String> {
    let r = ("r", "rot", "red");
    let (g, x) = (("g", "grün", "green"), ("x", "aus", ""));
    vec![
        list("urn:ampel", "1", &[r, ("b", "blau", "blue"), x]),
        list("urn:ampel", "2", &[r, g]),
        list("urn:ampel", "10", &[r, g, ("w", "weiß", "white"), x]),
    ]
}

pub(crate) fn store(lists: &[String]) -> CodelistStore {
    let mut store = CodelistStore::new();
    for (number, list) in lists.iter().enumerate() {
        store.add_bytes(format!("{number}.xml"), list);
    }
    store
}

/// A schema whose root `r` holds any number of the elements `typ1` to `typ4`, each of this Code type; the list of the first
/// three is `urn:ampel`, the version of the first two 2.
pub(crate) fn schema() -> Schema {
    let mut body = String::new();
    for (name, code, uri, version) in [
        ("typ1", "enumerated", "fixed='urn:ampel'", "fixed='2'"),
        ("typ2", "xs:token", "fixed='urn:ampel'", "fixed='2'"),
        ("typ3", "xs:token", "fixed='urn:ampel'", "use='required'"),
        ("typ4", "xs:token", "use='required'", "use='required'"),
    ] {
        let _ = write!(
            body,
            "<xs:element name='{name}'><xs:complexType><xs:annotation>
               <xs:appinfo><codeliste><nameLang>Farbe der Ampel</nameLang></codeliste></xs:appinfo></xs:annotation>
             <xs:sequence><xs:element name='code' type='{code}'/><xs:element name='name' type='xs:string' minOccurs='0'/>
             </xs:sequence><xs:attribute name='listURI' type='xs:anyURI' {uri}/>
             <xs:attribute name='listVersionID' type='xs:normalizedString' {version}/></xs:complexType></xs:element>"
        );
    }
    compile(&format!(
        "<xs:element name='r'><xs:complexType><xs:choice minOccurs='0' maxOccurs='unbounded'>{body}</xs:choice></xs:complexType></xs:element>
         <xs:simpleType name='enumerated'><xs:restriction base='xs:token'><xs:enumeration value='r'/><xs:enumeration value='g'/>
           <xs:enumeration value='neu'/></xs:restriction></xs:simpleType>"
    ))
}

pub(crate) fn compile(body: &str) -> Schema {
    let schema = format!("<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>{body}</xs:schema>");
    Schema::compile(Sources::new().bytes("t.xsd", schema.into_bytes())).unwrap()
}

pub(crate) fn validator(lists: &[String]) -> Validator {
    Validator::new(schema()).with_codelists(Arc::new(store(lists)), CodelistOptions::default())
}

/// The report, which must be the same from memory and from a stream.
pub(crate) fn report(validator: &Validator, content: &str) -> Report {
    let document = format!("<r>{content}</r>");
    let report = validator.report(document.as_bytes());
    assert_eq!(report, validator.report_from(document.as_bytes()), "{document}");
    assert_eq!(report.valid(), Some(validator.is_valid(document.as_bytes())));
    report
}

/// The findings as `code weight path message` in German, the path without its root.
pub(crate) fn findings(validator: &Validator, content: &str) -> Vec<String> {
    let line = |finding: &xsozial_validate::Finding| {
        let weight = match finding.severity() {
            Severity::Error => "Fehler",
            Severity::Warning => "Warnung",
            Severity::Info => "Hinweis",
        };
        let message = finding.message(Language::German);
        let (_, words) = message.split_once(": ").unwrap_or_default();
        let path = finding.path().replace("Q{}", "");
        format!(
            "{} {weight} {}: {words}",
            finding.code(),
            path.trim_start_matches("/r[1]")
        )
    };
    report(validator, content).findings.iter().map(line).collect()
}
