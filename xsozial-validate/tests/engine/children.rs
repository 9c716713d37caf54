//! Children that do not fit.

use crate::support::{findings, model, report, root, validator};
use xsozial_schema::Language;
use xsozial_validate::Validator;

fn abcd() -> Validator {
    model(
        "<xs:sequence>
            <xs:element name='a' type='xs:integer'/>
            <xs:element name='b' type='xs:integer'/>
            <xs:element name='c' type='xs:integer' minOccurs='0'/>
            <xs:element name='d' type='xs:integer' maxOccurs='unbounded'/>
        </xs:sequence>",
    )
}

#[track_caller]
fn expect(validator: &Validator, content: &str, expected: &[&str]) {
    assert_eq!(findings(validator, &root(content)), expected, "{content}");
}

#[test]
fn what_is_valid_has_no_finding() {
    for content in [
        "<a>1</a><b>2</b><d>3</d>",
        "<a>1</a>\n<!-- x --><b>2</b><c>3</c><d>4</d><d>5</d>",
    ] {
        expect(&abcd(), content, &[]);
    }
}

#[test]
fn a_missing_element_is_one_finding_where_it_is_noticed() {
    expect(&abcd(), "<b>2</b><d>3</d>", &["XS0101 /r[1]"]);
    expect(&abcd(), "<d>3</d>", &["XS0101 /r[1]"]);
    expect(&abcd(), "<a>1</a><b>2</b>", &["XS0101 /r[1]"]);
    let finding = &report(&abcd(), &root("<b>2</b><d>3</d>")).findings[0];
    assert_eq!(finding.position().unwrap().column, 76);
    assert_eq!(finding.rule().unwrap().source, "t.xsd:2");
    assert_eq!(
        finding.message(Language::English),
        "A mandatory element is missing; found: b; expected: a"
    );
}

#[test]
fn one_too_many_is_one_finding_and_is_checked_itself() {
    expect(&abcd(), "<a>1</a><a>2</a><b>2</b><d>3</d>", &["XS0102 /r[1]/a[2]"]);
    expect(
        &abcd(),
        "<a>1</a><b>2</b><b>x</b><d>3</d>",
        &["XS0102 /r[1]/b[2]", "XF0001 /r[1]/b[2]"],
    );
    expect(
        &abcd(),
        "<a>1</a><a>2</a><d>3</d>",
        &["XS0102 /r[1]/a[2]", "XS0101 /r[1]"],
    );
}

#[test]
fn swapped_elements_are_one_finding() {
    expect(&abcd(), "<b>2</b><a>1</a><d>3</d>", &["XS0101 /r[1]"]);
    expect(&abcd(), "<a>1</a><d>3</d><b>2</b>", &["XS0101 /r[1]"]);
    expect(&abcd(), "<a>1</a><b>2</b><d>3</d><c>3</c>", &["XS0102 /r[1]/c[1]"]);
    expect(
        &abcd(),
        "<b>2</b><a>x</a><d>3</d>",
        &["XS0101 /r[1]", "XF0001 /r[1]/a[1]"],
    );
}

#[test]
fn an_unknown_subtree_is_one_finding() {
    expect(
        &abcd(),
        "<a>1</a><x y='1'><a/><b>!</b></x><b>2</b><d>3</d>",
        &["XS0102 /r[1]/x[1]"],
    );
    expect(&abcd(), "<a>1</a><b>2</b><d>3</d><x/>", &["XS0102 /r[1]/x[1]"]);
}

#[test]
fn a_misnamed_element_stands_for_the_missing_one() {
    expect(&abcd(), "<a>1</a><bb>2</bb><d>3</d>", &["XS0102 /r[1]/bb[1]"]);
    expect(
        &abcd(),
        "<a>1</a><b xmlns='urn:other'>2</b><d>3</d>",
        &["XS0102 /r[1]/b[1]"],
    );
    expect(&abcd(), "<a>1</a><b>2</b><dd>3</dd>", &["XS0102 /r[1]/dd[1]"]);
    // Something else is missing further on: that is another fault.
    expect(&abcd(), "<x/><a>1</a><d>3</d>", &["XS0102 /r[1]/x[1]", "XS0101 /r[1]"]);
}

#[test]
fn a_wrong_branch_is_one_finding() {
    let validator = model(
        "<xs:sequence>
            <xs:choice>
                <xs:sequence><xs:element name='a1'/><xs:element name='a2'/></xs:sequence>
                <xs:sequence><xs:element name='b1'/><xs:element name='b2'/></xs:sequence>
            </xs:choice>
            <xs:element name='end'/>
        </xs:sequence>",
    );
    expect(&validator, "<a1/><a2/><end/>", &[]);
    expect(&validator, "<a1/><b2/><end/>", &["XS0102 /r[1]/b2[1]"]);
    expect(&validator, "<a1/><a2/><b1/><end/>", &["XS0102 /r[1]/b1[1]"]);
    expect(&validator, "<end/>", &["XS0101 /r[1]"]);
    // What goes on in the other branch belongs to the same fault.
    expect(&validator, "<a1/><b1/><b2/><end/>", &["XS0102 /r[1]/b1[1]"]);
    expect(&validator, "<a1/><a2/><b1/><b2/><end/>", &["XS0102 /r[1]/b1[1]"]);
    expect(&validator, "<a1/><b1/><b2/>", &["XS0102 /r[1]/b1[1]", "XS0101 /r[1]"]);
}

#[test]
fn a_missing_element_is_missed_again_in_the_next_round() {
    let rounds = model("<xs:sequence maxOccurs='unbounded'><xs:element name='a'/><xs:element name='b'/></xs:sequence>");
    expect(
        &rounds,
        "<b/><a/><b/><a/><b/><a/><a/><b/>",
        &["XS0101 /r[1]", "XS0101 /r[1]"],
    );
    let counted = model("<xs:sequence><xs:element name='a' maxOccurs='3'/><xs:element name='c'/></xs:sequence>");
    expect(&counted, "<c/><a/><a/><a/>", &["XS0101 /r[1]"]);
    expect(&counted, "<c/><a/><a/><a/><a/>", &["XS0101 /r[1]", "XS0102 /r[1]/a[4]"]);
}

#[test]
fn two_misnamed_neighbours_are_two_findings() {
    expect(
        &abcd(),
        "<aa>1</aa><bb>2</bb><d>3</d>",
        &["XS0102 /r[1]/aa[1]", "XS0102 /r[1]/bb[1]"],
    );
}

#[test]
fn very_many_faults_take_no_more_than_their_number() {
    let rounds = model("<xs:sequence maxOccurs='unbounded'><xs:element name='b'/><xs:element name='c'/></xs:sequence>");
    assert_eq!(report(&rounds, &root(&"<c/>".repeat(50_000))).omitted, 49_000);
    let optional: Vec<String> = (0..300)
        .map(|n| format!("<xs:element name='e{n}' minOccurs='0'/>"))
        .collect();
    let optional = optional.concat();
    let wide = model(&format!("<xs:sequence>{optional}</xs:sequence>"));
    assert_eq!(report(&wide, &root(&"<x/>".repeat(10_000))).omitted, 9_000);
    assert_eq!(report(&wide, &root(&"<e299/><e0/>".repeat(5_000))).omitted, 8_998);
}

#[test]
fn faults_of_different_elements_are_all_found() {
    expect(
        &abcd(),
        "<a>x</a><u/><b>y</b><c>z</c>",
        &[
            "XF0001 /r[1]/a[1]",
            "XS0102 /r[1]/u[1]",
            "XF0001 /r[1]/b[1]",
            "XF0001 /r[1]/c[1]",
            "XS0101 /r[1]",
        ],
    );
}

#[test]
fn text_among_elements_is_one_finding_for_each_run() {
    expect(
        &abcd(),
        "x<![CDATA[y]]>&lt;<a>1</a>z<b>2</b><d>3</d>",
        &["XS0105 /r[1]", "XS0105 /r[1]"],
    );
}

#[test]
fn an_element_in_a_value_or_in_nothing_is_one_finding() {
    expect(
        &abcd(),
        "<a>1<x>2</x>3<y/></a><b>2</b><d>3</d>",
        &["XS0106 /r[1]/a[1]/x[1]"],
    );
    let empty = model("");
    expect(&empty, "<x/><y/>", &["XS0107 /r[1]/x[1]"]);
    expect(&empty, " ", &["XS0107 /r[1]"]);
    expect(&empty, "", &[]);
}

#[test]
fn an_unknown_root_is_one_finding() {
    let validator = abcd();
    assert_eq!(findings(&validator, "<x><a/><b>1</b></x>"), ["XS0103 /x[1]"]);
    assert_eq!(findings(&validator, "<r xmlns='urn:u'/>"), ["XS0103 /r[1]"]);
}

#[test]
fn wildcards_admit_what_they_say() {
    let any = |process: &str, namespace: &str| {
        validator(&format!(
            "<xs:element name='r'><xs:complexType><xs:sequence>
                <xs:any namespace='{namespace}' processContents='{process}' minOccurs='0' maxOccurs='unbounded'/>
            </xs:sequence></xs:complexType></xs:element>
            <xs:element name='n' type='xs:integer'/>"
        ))
    };
    let content = "<t:n>x</t:n><u><t:n>y</t:n></u>";
    expect(&any("skip", "##any"), content, &[]);
    expect(
        &any("lax", "##any"),
        content,
        &["XF0001 /r[1]/n[1]", "XF0001 /r[1]/u[1]/n[1]"],
    );
    expect(
        &any("strict", "##any"),
        content,
        &["XF0001 /r[1]/n[1]", "XS0104 /r[1]/u[1]"],
    );
    expect(
        &any("lax", "##targetNamespace"),
        content,
        &["XF0001 /r[1]/n[1]", "XS0102 /r[1]/u[1]"],
    );
}

#[test]
fn mixed_content_has_text_everywhere() {
    let validator = validator(
        "<xs:element name='r'><xs:complexType mixed='true'><xs:sequence>
            <xs:element name='a' minOccurs='0'/>
        </xs:sequence></xs:complexType></xs:element>
        <xs:element name='f' fixed='wie gesagt' type='t:m'/>
        <xs:complexType name='m' mixed='true'><xs:sequence><xs:element name='a' minOccurs='0'/></xs:sequence></xs:complexType>",
    );
    expect(&validator, "x<a/>y", &[]);
    let fixed = |content: &str| findings(&validator, &format!("<t:f xmlns:t='urn:t'>{content}</t:f>"));
    assert_eq!(fixed("wie gesagt"), Vec::<String>::new());
    assert_eq!(fixed(""), Vec::<String>::new());
    assert_eq!(fixed("anders"), ["XS0204 /f[1]"]);
    assert_eq!(fixed("wie<a/> gesagt"), ["XS0204 /f[1]"]);
}

#[test]
fn what_is_cut_off_is_one_finding() {
    let document = root("<a>1</a><b>2</b><d>3</d>");
    let validator = abcd();
    for end in 0..document.len() {
        let found = findings(&validator, &document[..end]);
        assert_eq!(found.len(), 1, "{end}: {found:?}");
        assert!(found[0].starts_with("XD00"), "{end}: {found:?}");
    }
}

#[test]
fn help_is_what_the_schema_says_of_the_missing_element() {
    let validator = model(
        "<xs:sequence><xs:element name='a'><xs:annotation><xs:documentation>Der Anfang.</xs:documentation></xs:annotation>
            </xs:element></xs:sequence>",
    );
    assert_eq!(report(&validator, &root("")).findings[0].help(), Some("Der Anfang."));
}

#[test]
fn content_that_nothing_can_satisfy_is_invalid() {
    expect(&model("<xs:choice/>"), "", &["XS0101 /r[1]"]);
}

#[test]
fn a_stranger_for_a_later_wildcard_was_two_findings() {
    let sequence = |rest: &str| {
        model(&format!(
            "<xs:sequence><xs:element name='a'/><xs:element name='b'/>{rest}</xs:sequence>"
        ))
    };
    for wildcard in [
        "<xs:any namespace='##other' processContents='lax'/>",
        "<xs:any namespace='##other' processContents='lax' maxOccurs='unbounded'/>",
        "<xs:any namespace='urn:x' processContents='skip'/>",
    ] {
        let model = sequence(wildcard);
        expect(&model, "<a/><b/><x xmlns='urn:x'/>", &[]);
        // What stands before the wildcard is missing, or comes behind it.
        expect(&model, "<a/><x xmlns='urn:x'/>", &["XS0101 /r[1]"]);
        expect(&model, "<x xmlns='urn:x'/><a/><b/>", &["XS0101 /r[1]"]);
        expect(&model, "<a/><x xmlns='urn:x'/><b/>", &["XS0101 /r[1]"]);
        expect(&model, "<a/><c/><x xmlns='urn:x'/>", &["XS0102 /r[1]/c[1]"]);
        expect(&model, "<a/><b/>", &["XS0101 /r[1]"]);
    }
    // A wildcard for anything says nothing of which element was meant.
    let model = sequence("<xs:any processContents='lax'/>");
    expect(&model, "<x/><a/><b/>", &["XS0102 /r[1]/x[1]"]);
    expect(&model, "<a/><c/><x xmlns='urn:x'/>", &["XS0102 /r[1]/c[1]"]);
    expect(&model, "<a/><c/>", &["XS0102 /r[1]/c[1]"]);
}

#[test]
fn a_stranger_behind_its_missing_wildcard_was_two_findings() {
    let model =
        model("<xs:sequence><xs:any namespace='##other' processContents='lax'/><xs:element name='a'/></xs:sequence>");
    expect(&model, "<a/><x xmlns='urn:x'/>", &["XS0101 /r[1]"]);
    expect(
        &model,
        "<a/><x xmlns='urn:x'/><x xmlns='urn:x'/>",
        &["XS0101 /r[1]", "XS0102 /r[1]/x[2]"],
    );
}
