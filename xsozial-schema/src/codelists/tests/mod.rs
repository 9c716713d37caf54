//! The store.

mod archives;
mod conflicts;
mod hostile;
mod loading;
mod published;
mod stored;

use super::*;
use crate::genericode::{CodeList, GenericodeProblem};
use std::{fmt::Write, fs, path::Path};

/// A genericode list of these rows.
pub(super) fn genericode(uri: &str, version: &str, rows: &[(&str, &str)]) -> String {
    let mut text = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<gc:CodeList xmlns:gc="http://docs.oasis-open.org/codelist/ns/genericode/1.0/">
<Identification><ShortName>l</ShortName><Version>{version}</Version><CanonicalUri>{uri}</CanonicalUri></Identification>
<ColumnSet><Column Id="code" Use="required"><ShortName>Code</ShortName></Column>
<Column Id="beschreibung" Use="required"><ShortName>Beschreibung</ShortName></Column>
<Key Id="codeKey"><ColumnRef Ref="code"/></Key></ColumnSet>
<SimpleCodeList>"#
    );
    for (code, name) in rows {
        let _ = writeln!(
            text,
            "<Row><Value ColumnRef=\"code\"><SimpleValue>{code}</SimpleValue></Value>\
             <Value ColumnRef=\"beschreibung\"><SimpleValue>{name}</SimpleValue></Value></Row>"
        );
    }
    text + "</SimpleCodeList></gc:CodeList>"
}

/// What the XRepository answers in place of a list that it cannot give.
pub(super) const SERVER_ERROR: &str = r#"<bdt:Fehler xmlns:bdt="urn:beispiel:bdt">nicht da</bdt:Fehler>"#;

/// URI and version of every list.
pub(super) fn names(store: &CodelistStore) -> Vec<(&str, &str)> {
    store
        .lists()
        .iter()
        .map(|stored| (stored.uri(), stored.version()))
        .collect()
}

/// Path and code of every problem.
pub(super) fn problems(store: &CodelistStore) -> Vec<(&str, &str)> {
    store
        .problems()
        .iter()
        .map(|problem| (problem.path.as_str(), problem.kind.code()))
        .collect()
}

pub(super) fn write(path: &Path, bytes: impl AsRef<[u8]>) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}
