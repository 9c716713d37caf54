//! Each thing that is set aside, and each loss.

use super::*;

fn compare(left: &str, right: &str) -> Vec<(Weight, String)> {
    compare_with(&DeclaredValues::none(), left, right)
}

fn compare_with(declared: &DeclaredValues, left: &str, right: &str) -> Vec<(Weight, String)> {
    let found = differences(left, right, declared).unwrap();
    found
        .into_iter()
        .map(|difference| (difference.weight, difference.path))
        .collect()
}

fn loss(path: &str) -> Vec<(Weight, String)> {
    vec![(Weight::Loss, path.to_owned())]
}

#[test]
fn prefixes_comments_instructions_and_indentation_are_set_aside() {
    let left = r#"<?pi x?><p:a xmlns:p="urn:t"><!-- note --><p:b u="1">te<![CDATA[x]]>t</p:b></p:a>"#;
    let right = "<a xmlns='urn:t'>\n  <b u='1'>t<?pi?>e&#120;t</b>\n</a>";
    assert_eq!(compare(left, right), []);
}

#[test]
fn schema_location_is_set_aside() {
    let left = r#"<a xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:t t.xsd"/>"#;
    assert_eq!(compare(left, "<a/>"), []);
}

#[test]
fn a_namespace_is_part_of_the_name() {
    assert_eq!(compare(r#"<a xmlns="urn:1"/>"#, r#"<a xmlns="urn:2"/>"#), loss("/a[1]"));
    assert_eq!(
        compare(r#"<a><b xmlns="urn:1"/></a>"#, "<a><b/></a>"),
        loss("/a[1]/b[1]")
    );
    assert_eq!(
        compare(r#"<a xmlns:p="urn:1" p:u="1"/>"#, r#"<a u="1"/>"#).len(),
        2,
        "one attribute is gone, another one came"
    );
}

#[test]
fn lost_added_and_reordered_elements_are_found() {
    assert_eq!(compare("<a><b/><c/></a>", "<a><b/></a>"), loss("/a[1]"));
    assert_eq!(compare("<a><b/></a>", "<a><b/><c/></a>"), loss("/a[1]"));
    assert_eq!(compare("<a><b/><c/></a>", "<a><c/><b/></a>"), loss("/a[1]/b[1]"));
}

#[test]
fn changed_text_and_attributes_are_found_at_their_place() {
    assert_eq!(
        compare("<a><b>x</b><b>y</b></a>", "<a><b>x</b><b>z</b></a>"),
        loss("/a[1]/b[2]")
    );
    assert_eq!(compare("<a><b u='1'/></a>", "<a><b u='2'/></a>"), loss("/a[1]/b[1]/@u"));
    assert_eq!(compare("<a u='1'/>", "<a/>"), loss("/a[1]/@u"));
}

#[test]
fn text_between_children_counts_in_mixed_content_alone() {
    assert_eq!(compare("<a>x<b/>y</a>", "<a>x<b/>z</a>"), loss("/a[1]"));
    assert_eq!(compare("<a>x<b/>y</a>", "<a>xy<b/></a>").len(), 2, "a run moved");
    assert_eq!(compare("<a><b/> </a>", "<a><b/>x</a>"), loss("/a[1]"));
}

#[test]
fn another_notation_is_no_loss() {
    let found = compare("<a><b>1</b><c> x  y </c></a>", "<a><b>true</b><c>x y</c></a>");
    assert!(found.iter().all(|&(weight, _)| weight == Weight::Notation));
    assert_eq!(found.len(), 2);
}

#[test]
fn a_decimal_with_other_digits_is_told() {
    assert_eq!(
        compare("<a>1.10</a>", "<a>1.1</a>"),
        [(Weight::Notation, "/a[1]".to_owned())]
    );
}

#[test]
fn a_type_is_compared_by_expanded_name() {
    let document =
        |prefix: &str, uri: &str| format!(r#"<a xmlns:i="{XSI}" xmlns:{prefix}="{uri}" i:type="{prefix}:T"/>"#);
    assert_eq!(compare(&document("p", "urn:t"), &document("q", "urn:t")), []);
    assert_eq!(compare(&document("p", "urn:t"), &document("p", "urn:u")).len(), 1);
}

#[test]
fn what_the_schema_supplies_may_come_and_go() {
    let mut declared = DeclaredValues::none();
    let schema = r#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a" type="t:T"/>
        <xs:complexType name="T"><xs:attribute name="u" fixed="1"/></xs:complexType></xs:schema>"#;
    declared.add_text(schema).unwrap();
    assert_eq!(compare_with(&declared, "<a u='1'/>", "<a/>"), []);
    assert_eq!(compare_with(&declared, "<a/>", "<a u='1'/>"), []);
    assert_eq!(compare_with(&declared, "<a u='2'/>", "<a/>"), loss("/a[1]/@u"));
    let typed = |name: &str| format!(r#"<a xmlns:i="{XSI}" xmlns:t="urn:t" i:type="t:{name}"/>"#);
    assert_eq!(compare_with(&declared, &typed("T"), "<a/>"), []);
    assert_eq!(compare_with(&declared, &typed("U"), "<a/>").len(), 1);
}

#[test]
fn a_broken_document_is_an_error_that_says_which_one() {
    let declared = DeclaredValues::none();
    assert!(matches!(
        differences("<a>", "<a/>", &declared),
        Err(InfosetError::Left(_))
    ));
    assert!(matches!(
        differences("<a/>", "", &declared),
        Err(InfosetError::Right(_))
    ));
}
