//! Files that are no usable lists.

use super::*;
use proptest::prelude::*;
use std::time::{Duration, Instant};

fn refused(text: &str) -> (GenericodeProblem, u32) {
    let error = CodeList::from_bytes(text.as_bytes(), "liste.xml").unwrap_err();
    assert!(error.to_string().starts_with("liste.xml"), "{error}");
    (error.problem, error.line)
}

#[test]
fn an_error_message_of_the_server_is_no_list() {
    let text = "<?xml version='1.0'?>\n<bdt:Fehler xmlns:bdt='urn:test:fehler'><bdt:text>x</bdt:text></bdt:Fehler>";
    assert_eq!(refused(text), (GenericodeProblem::ServerError, 2));
}

#[test]
fn other_documents_are_named() {
    let (problem, _) = refused("<html xmlns='urn:h'/>");
    let named = GenericodeProblem::NotACodeList {
        root: "html".to_owned(),
        namespace: "urn:h".to_owned(),
    };
    assert_eq!(problem, named);
    assert!(matches!(
        refused("<CodeList/>").0,
        GenericodeProblem::NotACodeList { .. }
    ));
    assert_eq!(refused("").0, GenericodeProblem::Empty);
    assert_eq!(
        refused(" \n\u{FEFF}").0,
        GenericodeProblem::NotXml("text outside of the root element")
    );
    assert_eq!(
        refused("kein XML").0,
        GenericodeProblem::NotXml("text outside of the root element")
    );
    assert_eq!(
        refused("{\"json\": 1}").0,
        GenericodeProblem::NotXml("text outside of the root element")
    );
}

#[test]
fn a_doctype_is_refused_and_entities_are_not_expanded() {
    let list = list(&["code*"], "", "a");
    let doctype = format!("<!DOCTYPE l [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>\n{list}");
    assert_eq!(refused(&doctype), (GenericodeProblem::Doctype, 1));
    assert_eq!(refused(&list.replace(">a<", ">&e;<")).0, GenericodeProblem::Entity);
    assert!(matches!(
        refused(&list.replace(">a<", ">&#xZZ;<")).0,
        GenericodeProblem::NotXml(_)
    ));
}

#[test]
fn damaged_lists_are_never_empty_lists() {
    let text = list(&["code*", "name*"], &key("code", ""), "a|b\nc|d");
    for (end, _) in text.char_indices().skip(1) {
        let (problem, _) = refused(&text[..end]);
        let expected = [
            GenericodeProblem::Truncated,
            GenericodeProblem::NotXml("text outside of the root element"),
        ];
        assert!(expected.contains(&problem), "{end}: {problem:?}");
    }
    assert_eq!(refused(&text.replacen("</Row>", "</Zeile>", 1)).1, 2);
    assert!(matches!(
        refused(&format!("{text}{text}")).0,
        GenericodeProblem::NotXml(_)
    ));
    assert!(matches!(
        refused(&text.replace("xmlns:gc", "xmlns:other")).0,
        GenericodeProblem::NotXml(_)
    ));
}

#[test]
fn lists_without_columns_or_rows_are_refused() {
    let text = list(&["code*"], "", "a");
    let columns = text.find("<ColumnSet>").unwrap()..text.find("<SimpleCodeList>").unwrap();
    let mut without = text.clone();
    without.replace_range(columns.clone(), "");
    assert_eq!(refused(&without), (GenericodeProblem::PartMissing("ColumnSet"), 2));
    without.insert_str(
        columns.start,
        "<ColumnSetRef><CanonicalVersionUri>urn:x</CanonicalVersionUri></ColumnSetRef>",
    );
    assert_eq!(refused(&without).0, GenericodeProblem::ColumnSetElsewhere);
    let rows = text.find("<SimpleCodeList>").unwrap()..text.find("</gc:CodeList>").unwrap();
    let mut without = text.clone();
    without.replace_range(rows, "");
    assert_eq!(refused(&without).0, GenericodeProblem::PartMissing("SimpleCodeList"));
    assert_eq!(refused(&list(&["a*", "a"], "", "x")).0, GenericodeProblem::ColumnId);
    assert_eq!(
        refused(&text.replace("Column Id", "Column Name")).0,
        GenericodeProblem::ColumnId
    );
}

#[test]
fn wrong_bytes_are_told_with_their_line() {
    let mut bytes = list(&["code*"], "", "a\nb").into_bytes();
    let place = bytes.iter().rposition(|&byte| byte == b'b').unwrap();
    bytes[place] = 0xE4;
    let error = CodeList::from_bytes(&bytes, "liste.xml").unwrap_err();
    assert_eq!(error.line, 3);
    assert!(matches!(
        error.problem,
        GenericodeProblem::Encoding(DecodeError::Malformed { .. })
    ));
}

#[test]
fn hostile_lists_neither_exhaust_nor_delay() {
    let begin = Instant::now();
    let deep = ROOT.to_owned() + &"<a>".repeat(10_000);
    assert_eq!(refused(&deep).0, GenericodeProblem::Limit);
    let huge = "ä".repeat(5 << 20);
    assert_eq!(
        read(&list(&["code*"], "", &huge)).value(0, 0).map(str::len),
        Some(huge.len())
    );
    // Many columns times many rows, hardly any values: memory and defects stay small.
    let columns: Vec<_> = (0..1024).map(|index| format!("c{index}*")).collect();
    let columns: Vec<_> = columns.iter().map(String::as_str).collect();
    let wide = list(&columns, "", &"\n".repeat(50_000));
    assert_eq!(read(&wide).defects.len(), 1000);
    let columns: Vec<_> = (0..1025).map(|index| format!("c{index}")).collect();
    let columns: Vec<_> = columns.iter().map(String::as_str).collect();
    assert_eq!(refused(&list(&columns, "", "")).0, GenericodeProblem::Limit);
    assert!(begin.elapsed() < Duration::from_secs(20));
}

proptest! {
    #[test]
    fn any_damage_is_survived(place in 0_usize..700, byte: u8, cut in 0_usize..30) {
        let mut bytes = list(&["code*", "name*"], &key("code", ""), "a|b\nc|d").into_bytes();
        let place = place.min(bytes.len() - 1);
        let end = (place + cut).min(bytes.len());
        bytes.splice(place..end, [byte]);
        if let Err(error) = CodeList::from_bytes(&bytes, "liste.xml") {
            prop_assert!(!error.to_string().is_empty());
        }
    }
}
