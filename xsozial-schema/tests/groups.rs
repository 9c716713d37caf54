//! Named groups, bounds on their repetition, and groups that hold themselves.
#![cfg(feature = "xsd")]

mod support;

use support::{compile, complex, content, refusal, run};
use xsozial_schema::schema::{LeafTerm, TypeRef};

fn type_of(particle: &str) -> String {
    format!("<xs:complexType name='A'>{particle}</xs:complexType>")
}

#[test]
fn a_group_that_holds_itself_has_one_anonymous_type() {
    let group = "<xs:group name='g'><xs:sequence><xs:element name='a' minOccurs='0'><xs:complexType><xs:group ref='t:g'/>\
                 </xs:complexType></xs:element></xs:sequence></xs:group>";
    let users = "<xs:complexType name='A'><xs:group ref='t:g'/></xs:complexType>\
                 <xs:complexType name='B'><xs:sequence><xs:element name='b'/><xs:group ref='t:g'/></xs:sequence></xs:complexType>";
    let schema = compile(&format!("{group}{users}")).unwrap();
    let type_of_leaf = |complex, leaf: usize| match content(complex).leaves[leaf].term {
        LeafTerm::Element(id) => schema.element(id).type_ref,
        LeafTerm::Wildcard(_) => unreachable!("the groups have no wildcard"),
    };
    let anonymous = type_of_leaf(complex(&schema, "A"), 0);
    assert_eq!(type_of_leaf(complex(&schema, "B"), 1), anonymous);
    let TypeRef::Complex(id) = anonymous else {
        unreachable!("the anonymous type is complex")
    };
    assert_eq!(type_of_leaf(schema.complex_type(id), 0), anonymous);
    assert_eq!(schema.complex_type(id).name, None);
}

#[test]
fn an_anonymous_type_may_be_derived_from_the_type_that_holds_it() {
    let components = type_of(
        "<xs:sequence><xs:element name='a'/><xs:element name='b' minOccurs='0'><xs:complexType><xs:complexContent>\
         <xs:restriction base='t:A'><xs:sequence><xs:element name='a'/></xs:sequence></xs:restriction></xs:complexContent>\
         </xs:complexType></xs:element></xs:sequence>",
    );
    let schema = compile(&components).unwrap();
    assert!(run(&schema, complex(&schema, "A"), "a b").is_ok());
}

#[test]
fn repeated_elements_with_bounds_may_stand_in_repeated_groups() {
    let components = type_of(
        "<xs:sequence minOccurs='0' maxOccurs='unbounded'><xs:element name='a' minOccurs='2' maxOccurs='3'/></xs:sequence>",
    );
    let schema = compile(&components).unwrap();
    let a = complex(&schema, "A");
    for count in 0..12 {
        assert_eq!(run(&schema, a, &"a ".repeat(count)).is_ok(), count != 1, "{count}");
    }
    let message = refusal(&components.replace("maxOccurs='3'", "maxOccurs='90000'"));
    assert!(
        message.starts_with("t.xsd:3: ") && message.contains("(t.xsd:3)"),
        "{message}"
    );
}

#[test]
fn big_bounds_on_groups_are_counted() {
    let group = |max: &str| {
        type_of(&format!(
            "<xs:sequence minOccurs='2' maxOccurs='{max}'><xs:element name='a'/><xs:element name='b' minOccurs='0'/></xs:sequence>"
        ))
    };
    for (max, states) in [("1000", 2001), ("50000", 3), ("99999999999999999999", 6)] {
        let schema = compile(&group(max)).unwrap();
        let a = complex(&schema, "A");
        assert!(content(a).automaton.states.len() <= states, "{max}");
        assert!(run(&schema, a, "a").is_err());
        assert_eq!(run(&schema, a, "a a b"), Ok(vec![0, 0, 1]));
        assert_eq!(run(&schema, a, &"a b ".repeat(1001)).is_ok(), max != "1000");
    }
}

#[test]
fn a_choice_without_branches_is_never_satisfied() {
    let schema = compile(&type_of(
        "<xs:sequence><xs:element name='a' minOccurs='0'/><xs:choice/></xs:sequence>",
    ))
    .unwrap();
    for elements in ["", "a"] {
        assert!(run(&schema, complex(&schema, "A"), elements).is_err());
    }
    let schema = compile(&type_of(
        "<xs:sequence><xs:element name='a'/><xs:choice minOccurs='0'/></xs:sequence>",
    ))
    .unwrap();
    assert!(run(&schema, complex(&schema, "A"), "a").is_ok());
}

#[test]
fn groups_that_double_with_every_reference_are_refused_soon() {
    let groups = |innermost: &str| {
        let doubling = (1..60).map(|index| {
            let inner = index - 1;
            format!("<xs:group name='g{index}'><xs:sequence><xs:group ref='t:g{inner}'/><xs:group ref='t:g{inner}'/></xs:sequence></xs:group>")
        });
        let doubling = doubling.collect::<Vec<_>>().concat();
        format!("<xs:group name='g0'><xs:sequence>{innermost}</xs:sequence></xs:group>{doubling}")
            + &type_of("<xs:group ref='t:g59'/>")
    };
    for innermost in ["", "<xs:element name='a'/>"] {
        assert!(refusal(&groups(innermost)).starts_with("t.xsd:3: "));
    }
    let attributes = (1..30).map(|index| {
        let inner = format!("<xs:attributeGroup ref='t:g{}'/>", index - 1);
        format!("<xs:attributeGroup name='g{index}'>{inner}{inner}</xs:attributeGroup>")
    });
    let attributes = attributes.collect::<Vec<_>>().concat();
    let components = "<xs:attributeGroup name='g0'><xs:attribute name='x'/></xs:attributeGroup>".to_owned()
        + &attributes
        + &type_of("<xs:attributeGroup ref='t:g29'/>");
    assert_eq!(complex(&compile(&components).unwrap(), "A").attributes.len(), 1);
}
