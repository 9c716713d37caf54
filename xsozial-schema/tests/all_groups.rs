//! Groups of kind `xs:all`: any order, each member at most once, and no automaton of 2ⁿ states.
#![cfg(feature = "xsd")]

mod support;

use support::{compile, complex, content, refusal, run};
use xsozial_schema::Code;

fn all(attributes: &str, members: &str) -> String {
    format!("<xs:complexType name='A'><xs:all {attributes}>{members}</xs:all></xs:complexType>")
}

const MEMBERS: &str = "<xs:element name='a'/><xs:element name='b' minOccurs='0'/><xs:element name='c'/>";

#[test]
fn members_stand_in_any_order_and_at_most_once() {
    let schema = compile(&all("", MEMBERS)).unwrap();
    let a = complex(&schema, "A");
    assert_eq!(run(&schema, a, "a b c"), Ok(vec![0, 1, 2]));
    assert_eq!(run(&schema, a, "c a"), Ok(vec![2, 0]));
    assert_eq!(run(&schema, a, "b c a"), Ok(vec![1, 2, 0]));
    let names = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>();
    assert_eq!(
        run(&schema, a, "a a"),
        Err((Code::ElementUnexpected, names(&["b", "c"])))
    );
    assert_eq!(run(&schema, a, "b a"), Err((Code::ElementMissing, names(&["c"]))));
    assert_eq!(
        run(&schema, a, ""),
        Err((Code::ElementMissing, names(&["a", "b", "c"])))
    );
    assert_eq!(
        run(&schema, a, "x"),
        Err((Code::ElementUnexpected, names(&["a", "b", "c"])))
    );
}

#[test]
fn what_is_missing_at_the_end_is_what_is_required() {
    let schema = compile(&all("", MEMBERS)).unwrap();
    let automaton = &content(complex(&schema, "A")).automaton;
    let fault = automaton.diagnose(automaton.start(), None, None, &schema.names);
    assert_eq!(
        fault.to_string(),
        "XS0101: Ein Pflichtelement fehlt; erwartet: t:a, t:c"
    );
}

#[test]
fn the_whole_group_may_be_absent() {
    let group =
        "<xs:group name='g'><xs:all minOccurs='0'><xs:element name='a'/><xs:element name='b'/></xs:all></xs:group>";
    let by_reference = "<xs:complexType name='A'><xs:group ref='t:g' minOccurs='0'/></xs:complexType>";
    for components in [
        all("minOccurs='0'", "<xs:element name='a'/><xs:element name='b'/>"),
        format!("{group}{by_reference}"),
        format!("{group}{}", by_reference.replace(" minOccurs='0'", "")),
    ] {
        let schema = compile(&components).unwrap();
        let a = complex(&schema, "A");
        assert_eq!(run(&schema, a, ""), Ok(vec![]));
        assert_eq!(run(&schema, a, "b a"), Ok(vec![1, 0]));
        assert!(run(&schema, a, "b").is_err());
    }
}

#[test]
fn an_extension_without_elements_keeps_the_group() {
    let components = all("", MEMBERS)
        + "<xs:complexType name='B'><xs:complexContent><xs:extension base='t:A'><xs:attribute name='x'/></xs:extension>\
           </xs:complexContent></xs:complexType>";
    let schema = compile(&components).unwrap();
    assert_eq!(run(&schema, complex(&schema, "B"), "c b a"), Ok(vec![2, 1, 0]));
}

#[test]
fn sixty_four_members_are_enough_and_more_are_refused() {
    let members = |count: usize| {
        let members: Vec<String> = (0..count)
            .map(|index| format!("<xs:element name='e{index}'/>"))
            .collect();
        members.concat()
    };
    let schema = compile(&all("", &members(64))).unwrap();
    let a = complex(&schema, "A");
    let backwards: Vec<String> = (0..64).rev().map(|index| format!("e{index}")).collect();
    assert_eq!(run(&schema, a, &backwards.join(" ")).unwrap().len(), 64);
    assert!(run(&schema, a, &backwards[1..].join(" ")).is_err());
    assert_eq!(content(a).automaton.states.len(), 1);
    let message = refusal(&all("", &members(65)));
    assert!(
        message.starts_with("t.xsd:3: ") && message.contains("64 members"),
        "{message}"
    );
}

#[test]
fn what_xml_schema_does_not_allow_in_it_is_refused() {
    let sequence =
        |inner: &str| format!("<xs:complexType name='A'><xs:sequence>{inner}</xs:sequence></xs:complexType>");
    let group = "<xs:group name='g'><xs:all><xs:element name='a'/></xs:all></xs:group>";
    for (components, reason) in [
        (all("", "<xs:element name='a' maxOccurs='2'/>"), "at most once"),
        (all("maxOccurs='2'", "<xs:element name='a'/>"), "at most once"),
        (all("", "<xs:any/>"), "elements alone"),
        (all("", "<xs:sequence/>"), "elements alone"),
        (
            all("", "<xs:element name='a'/><xs:element name='a' minOccurs='0'/>"),
            "compete",
        ),
        (
            sequence("<xs:all><xs:element name='a'/></xs:all>"),
            "inside another group",
        ),
        (
            group.to_owned() + &sequence("<xs:group ref='t:g'/><xs:element name='b'/>"),
            "whole content",
        ),
        (
            group.to_owned() + "<xs:complexType name='A'><xs:group ref='t:g' maxOccurs='2'/></xs:complexType>",
            "at most once",
        ),
    ] {
        let message = refusal(&components);
        assert!(
            message.starts_with("t.xsd:3: ") && message.contains(reason),
            "{message}"
        );
    }
}
