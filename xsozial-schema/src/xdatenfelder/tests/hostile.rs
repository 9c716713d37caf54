//! Whatever the bytes are, the reader answers and does not panic.

use super::*;
use crate::xdatenfelder::Datenschema;
use proptest::prelude::*;
use std::{
    fmt::Write,
    time::{Duration, Instant},
};

/// A chain of groups, each in the one before.
fn nested(depth: usize) -> String {
    let inmost = part("1:1", &text("F99000001", "a"));
    let parts = (0..depth).fold(inmost, |inside, level| {
        part("0:1", &group(&format!("G99{level:06}"), "g", &inside))
    });
    file(&parts)
}

#[test]
fn deep_groups_are_refused_and_those_within_the_limit_compile() {
    assert_eq!(error(&nested(30)).code(), "XL0310");
    assert_eq!(error(&nested(300)).code(), "XL0310");
    for shape in [Shape::A, Shape::B] {
        assert!(Schema::compile(sources(&nested(29), shape)).is_ok(), "{shape:?}");
    }
}

#[test]
fn a_doctype_is_taken_out_and_places_stay_right() {
    let text = format!(
        "<!DOCTYPE a [\n<!ENTITY b \"c\">\n]>\n{}",
        file(&part("x", &text("F99000001", "&b;")))
    );
    let error = error(&text);
    assert_eq!((error.code(), error.position.line), ("XL0307", 8));
    let text = text.replace(">x<", ">1:1<").replace("minLength=\"1\"", "pattern=\"[\"");
    let error = Schema::compile(sources(&text, Shape::A)).unwrap_err();
    assert_eq!(error.position().map(|place| place.line), Some(9), "{error}");
}

#[test]
fn entities_that_grow_without_bound_are_refused() {
    let mut entities = String::new();
    for level in 0..20 {
        write!(entities, "<!ENTITY e{level} \"&e{0};&e{0};\">", level + 1).unwrap();
    }
    let text = format!(
        "<!DOCTYPE a [{entities}<!ENTITY e20 \"x\">]>{}",
        file(&part("1:1", &text("F99000001", "&e0;")))
    );
    let error = Datenschema::from_bytes(text.as_bytes(), "lachen.xml").unwrap_err();
    assert_eq!(error.code(), "XL0103");
}

#[test]
fn many_parts_on_one_line_take_time_in_proportion() {
    let parts: String = (0..20_000)
        .map(|number| part("0:1", &text(&format!("F99{number:06}"), "a")))
        .collect();
    let text = file(&parts).replace('\n', " ");
    let begun = Instant::now();
    let error = error(&text.replace("F99019999", "99019999"));
    assert_eq!(error.code(), "XL0305", "{error}");
    assert!(error.path.contains("struktur[20000]"), "{error}");
    assert_eq!(
        Datenschema::from_bytes(text.as_bytes(), "lang.xml")
            .unwrap()
            .elements()
            .len(),
        20_001
    );
    assert!(begun.elapsed() < Duration::from_secs(30));
}

#[test]
fn names_cannot_break_out_of_the_xsd() {
    let evil = "--&gt;&lt;xs:element name=&quot;x&quot;/&gt;";
    let select = "<xdf:werte><xdf:wert><xdf:code>&quot;/&gt;&lt;&amp;</xdf:code><xdf:name>a&#13;b</xdf:name></xdf:wert></xdf:werte>";
    let text = file(&part("1:1", &field("F99000001", evil, "select", "text", select))).replace("Probe", evil);
    for shape in [Shape::A, Shape::B] {
        let schema = compile(&text, shape);
        let expected = if shape == Shape::A { 1 } else { 2 };
        assert_eq!(schema.global_elements.iter().len(), expected);
        let codes = schema.simple_types.iter().flat_map(|it| &it.facets.enumeration);
        assert_eq!(codes.map(|value| value.text.as_str()).collect::<Vec<_>>(), ["\"/><&"]);
    }
}

proptest! {
    #[test]
    fn any_change_of_a_file_is_answered(at in 0_usize..4000, bytes in prop::collection::vec(any::<u8>(), 0..6), cut in 0_usize..40) {
        let select = "<xdf:werte><xdf:wert><xdf:code>a</xdf:code></xdf:wert></xdf:werte>";
        let parts = part("1:1", &text("F99000001", "a")) + &part("0:*", &group("G99000001", "g", &part("1:1", &field("F99000002", "b", "select", "text", select))));
        let mut text = file(&parts).into_bytes();
        let at = at.min(text.len());
        let end = (at + cut).min(text.len());
        text.splice(at..end, bytes);
        for shape in [Shape::A, Shape::B] {
            let sources = Sources::new().bytes("probe.xml", text.clone()).shape(shape);
            let _ = Schema::compile(sources);
        }
    }
}
