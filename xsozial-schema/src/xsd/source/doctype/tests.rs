use super::*;

fn plain(text: &str) -> String {
    without_doctype(text.into())
        .unwrap_or_else(|fault| panic!("{fault:?}"))
        .text
}

/// The place in the original of the first occurrence of `part` in the plain text.
fn place(text: &str, part: &str) -> (u32, u32) {
    let plain = without_doctype(text.into()).unwrap_or_else(|fault| panic!("{fault:?}"));
    plain.positions.line_column(&plain.text, plain.text.find(part).unwrap())
}

#[test]
fn a_document_without_doctype_stays_as_it_is() {
    for text in [
        "<a>&b;</a>",
        "<?xml version='1.0'?><!-- <!DOCTYPE a> --><a/>",
        "<a><!DOCTYPE a></a>",
        "text",
        "",
    ] {
        assert_eq!(plain(text), text);
    }
}

#[test]
fn the_doctype_is_left_out_whatever_its_form() {
    for doctype in [
        "<!DOCTYPE a>",
        "<!DOCTYPE a SYSTEM 'a>.dtd'>",
        "<!DOCTYPE a PUBLIC \"-//X//DTD>]\" 'http://example.org/a.dtd' [ ] >",
        "<!DOCTYPE a [<!-- ]> --> <?x ]> ?> %p; <!ELEMENT a (b|c)*> <!NOTATION n SYSTEM ']>'>]>",
        "<!DOCTYPE a [<!ENTITY % p ''> <!ENTITY b SYSTEM 'file:///b'> <!ENTITY c PUBLIC 'x' 'y' NDATA n>]>",
    ] {
        assert_eq!(
            plain(&format!("<?xml version='1.0'?>{doctype}\n<a/>")),
            "<?xml version='1.0'?>\n<a/>"
        );
    }
}

#[test]
fn defaults_are_added_where_the_attribute_is_absent() {
    let doctype =
        "<!DOCTYPE a [<!ATTLIST a xmlns:x CDATA #FIXED 'urn:x' b (yes|no) \"no\" c ID #IMPLIED d NMTOKEN #REQUIRED
        e NOTATION (n) 'n'>
        <!ATTLIST x:y z CDATA 'say \"&amp;\" &u;'>
        <!ATTLIST a b CDATA 'second'> <!ENTITY u \"'urn'\">]>";
    let document = "<a b = 'yes'><x:y/><x:y z=''></x:y><y/></a>";
    assert_eq!(
        plain(&format!("{doctype}{document}")),
        "<a b = 'yes' xmlns:x=\"urn:x\" e=\"n\"><x:y z=\"say &quot;&amp;&quot; &apos;urn&apos;\"/><x:y z=''></x:y><y/></a>"
    );
}

#[test]
fn entities_are_filled_in() {
    let doctype = "<!DOCTYPE a [<!ENTITY e 'urn:e'><!ENTITY e 'second'><!ENTITY tag '<b c=\"&e;\"/>'>
        <!ENTITY amp '&#38;#38;'><!ENTITY chars '&#228;&#x20AC;&#x;'><!ENTITY q '\"'>]>";
    let content = |document: &str| plain(&format!("{doctype}{document}"));
    assert_eq!(content("<a x='&e;/&e;'>&e;</a>"), "<a x='urn:e/urn:e'>urn:e</a>");
    assert_eq!(content("<a>&tag;</a>"), "<a><b c=\"urn:e\"/></a>");
    assert_eq!(
        content("<a x=\"&q;\">&amp;&lt;&unknown;&#65;&</a>"),
        "<a x=\"&quot;\">&amp;&lt;&unknown;&#65;&</a>"
    );
    assert_eq!(content("<a>&chars;</a>"), "<a>ä€&#x;</a>");
    let untouched = "<a><!-- &e; --><![CDATA[&e;]]><?p &e;?></a>";
    assert_eq!(content(untouched), untouched);
}

#[test]
fn places_are_those_of_the_original() {
    let text =
        "<!DOCTYPE a [\n<!ENTITY e 'eins\nzwei\n'>\n<!ATTLIST a d CDATA 'x'>\n]>\n<a\n c='&e;' f='g'>\n &e;<b/></a>";
    assert_eq!(place(text, "<a"), (7, 1));
    assert_eq!(place(text, "c="), (8, 2));
    assert_eq!(place(text, "eins"), (8, 5));
    assert_eq!(place(text, "zwei"), (8, 5));
    assert_eq!(place(text, "f="), (8, 10));
    assert_eq!(place(text, "d=\"x\""), (7, 1));
    assert_eq!(place(text, "<b/>"), (9, 5));
    assert_eq!(place(text, "</a>"), (9, 9));
}

#[test]
fn broken_declarations_are_told_with_their_place() {
    for (text, expected) in [
        ("<a/>\n<!DOCTYPE a", None),
        ("\n<!DOCTYPE a", Some((2, 1))),
        ("<!DOCTYPE a [\n<!ENTITY>]>", Some((2, 1))),
        ("<!DOCTYPE a [\n <!ATTLIST a b CDATA>]>", Some((2, 2))),
        ("<!DOCTYPE a [ text ]><a/>", Some((1, 15))),
        ("<!DOCTYPE a & ><a/>", Some((1, 13))),
    ] {
        let fault = without_doctype(text.into()).err().map(|(_, place)| place);
        assert_eq!(fault, expected, "{text}");
    }
    let long = format!("<!DOCTYPE a [{}]><a/>", " ".repeat(1 << 20));
    assert!(without_doctype(long.as_str().into()).is_err());
}
