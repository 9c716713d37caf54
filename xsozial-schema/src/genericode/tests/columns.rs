//! Which column holds the codes, and which the names.

use super::*;

const RECOMMENDED: &str = "<xoev-cl-4:recommendedKeyColumn/>";

#[test]
fn the_schema_decides_about_the_code_column_before_the_list_does() {
    let list = read(&list(
        &["Key*", "Iso*"],
        &(key("Key", RECOMMENDED) + &key("Iso", "")),
        "a|b",
    ));
    assert_eq!(list.code_column(Some("Iso")), Some(1));
    assert_eq!(list.code_column(Some("iso")), Some(1));
    assert_eq!(list.code_column(Some("")), Some(0));
    assert_eq!(list.code_column(Some("Nie")), None);
    assert_eq!(list.code_column(None), Some(0));
}

#[test]
fn the_code_column_is_found_by_recommendation_mark_only_key_name_and_order() {
    let table: &[(&[&str], String, Option<usize>)] = &[
        // The recommended key, not the first one.
        (&["a*", "b*"], key("a", "") + &key("b", RECOMMENDED), Some(1)),
        // The mark of the Handbuch's older versions.
        (
            &["a*", "b*"],
            key("a", "<xoev-cl:xoev-codename/>") + &key("b", "<xoev-cl:xoev-code/>"),
            Some(1),
        ),
        (
            &["a*", "b*"],
            key("a", "") + &key("b", "<xoev-cl-2:xoev-code/>"),
            Some(1),
        ),
        // The only key, whatever the columns are called.
        (&["code*", "nummer*"], key("nummer", ""), Some(1)),
        // A customary name, then the first key, then the first column.
        (&["b*", "SCHLUESSEL*"], key("b", "") + &key("SCHLUESSEL", ""), Some(1)),
        (&["a*", "b*", "c*"], key("b", "") + &key("c", ""), Some(1)),
        (&["a*", "Code*"], String::new(), Some(1)),
        (&["a*", "b*"], String::new(), Some(0)),
        // A key of several columns holds no single code.
        (
            &["a*", "b*"],
            r#"<Key Id="k"><ColumnRef Ref="a"/><ColumnRef Ref="b"/></Key>"#.to_owned(),
            None,
        ),
    ];
    for (columns, keys, expected) in table {
        assert_eq!(
            read(&list(columns, keys, "1|2|3")).code_column(None),
            *expected,
            "{columns:?} {keys}"
        );
    }
    let marked = list(&["a*", "b*"], "", "1|2").replace(
        "<ShortName>b</ShortName>",
        "<Annotation><AppInfo><xoev-cl-2:xoev-code/></AppInfo></Annotation><ShortName>b</ShortName>",
    );
    assert_eq!(read(&marked).code_column(None), Some(1));
}

#[test]
fn the_name_column_is_found_by_mark_name_requirement_and_order() {
    let table: &[(&[&str], String, Option<usize>)] = &[
        (&["code*"], key("code", ""), None),
        (&["code*", "beschreibung*"], key("code", ""), Some(1)),
        (
            &["code*", "a*", "b*"],
            key("code", RECOMMENDED) + &key("b", "<xoev-cl:xoev-codename/>"),
            Some(2),
        ),
        (&["Key*", "Art*", "Beschreibung"], key("Key", ""), Some(1)),
        (&["Key*", "Art*", "Name*"], key("Key", ""), Some(2)),
        (&["Key*", "Iso", "Beschreibung"], key("Key", ""), Some(2)),
        (&["Key*", "Iso", "Wert"], key("Key", ""), Some(1)),
        (
            &["Key*", "zweiter*", "Text*"],
            key("Key", RECOMMENDED) + &key("zweiter", ""),
            Some(2),
        ),
    ];
    for (columns, keys, expected) in table {
        let list = read(&list(columns, keys, "1|2|3"));
        let code = list.code_column(None).unwrap();
        assert_eq!(list.name_column(code), *expected, "{columns:?}");
    }
}

#[test]
fn a_column_in_another_language_comes_after_the_german_ones() {
    let english = r#"<ShortName>Text</ShortName><Data Type="string" Lang="en-GB"/>"#;
    let text =
        list(&["code*", "Text*", "Art*"], &key("code", ""), "1|2|3").replace("<ShortName>Text</ShortName>", english);
    assert_eq!(read(&text).name_column(0), Some(2));
    let text = list(&["code*", "Text*"], &key("code", ""), "1|2").replace("<ShortName>Text</ShortName>", english);
    assert_eq!(read(&text).name_column(0), Some(1));
}
