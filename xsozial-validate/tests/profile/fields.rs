//! Fields without conditions: which are missing, where, and in which words.

use crate::support::{beispiel, found, load, missing, report, report_on};
use xsozial_schema::{Language, Severity};
use xsozial_validate::Validator;

const NOTHING: [&str; 0] = [];

#[test]
fn a_field_of_the_message_is_there_missing_or_empty() {
    assert_eq!(missing("antrag/bemerkung", "", "<bemerkung>x</bemerkung>"), NOTHING);
    assert_eq!(missing("antrag/bemerkung", "", ""), ["XP0001 /antrag[1]"]);
    for empty in [
        "<bemerkung/>",
        "<bemerkung> \n </bemerkung>",
        "<bemerkung xsi:nil='true'/>",
    ] {
        assert_eq!(
            missing("antrag/bemerkung", "", empty),
            ["XP0002 /antrag[1]/bemerkung[1]"],
            "{empty}"
        );
    }
}

#[test]
fn each_repeated_person_is_asked_for_itself() {
    let persons = "<person><name>A</name></person><person/><person><name/></person><person><name>D</name></person>";
    let expected = ["XP0001 /antrag[1]/person[2]", "XP0002 /antrag[1]/person[3]/name[1]"];
    assert_eq!(missing("antrag/person/name", "", persons), expected);
    assert_eq!(missing("antrag/person/name", "", ""), NOTHING, "no person, no name");
    assert_eq!(
        missing("antrag/person", "", ""),
        ["XP0001 /antrag[1]"],
        "a person can be demanded itself"
    );
    assert_eq!(missing("antrag/person", "", "<person/>"), NOTHING);
}

#[test]
fn a_field_that_may_be_repeated_must_stand_once() {
    let body = "<person><konto/><konto><iban>DE</iban></konto></person><person/>";
    assert_eq!(
        missing("antrag/person/konto", "", body),
        ["XP0001 /antrag[1]/person[2]"]
    );
    assert_eq!(
        missing("antrag/person/konto/iban", "", body),
        ["XP0001 /antrag[1]/person[1]/konto[1]"]
    );
}

#[test]
fn an_absent_optional_element_does_not_hide_the_field() {
    assert_eq!(missing("antrag/wohnung/lage/etage", "", ""), ["XP0001 /antrag[1]"]);
    assert_eq!(
        missing("antrag/wohnung/lage/etage", "", "<wohnung/>"),
        ["XP0001 /antrag[1]/wohnung[1]"]
    );
    let lage = "<wohnung><lage/></wohnung>";
    assert_eq!(
        missing("antrag/wohnung/lage/etage", "", lage),
        ["XP0001 /antrag[1]/wohnung[1]/lage[1]"]
    );
    let etage = "<wohnung><lage><etage>2</etage></lage></wohnung>";
    assert_eq!(missing("antrag/wohnung/lage/etage", "", etage), NOTHING);
}

#[test]
fn attributes_are_fields_too() {
    assert_eq!(missing("antrag/@nummer", "", ""), ["XP0001 /antrag[1]"]);
    assert_eq!(
        missing("antrag/@stufe", "", ""),
        NOTHING,
        "the schema has a value for it"
    );
    let persons = "<person id='a'/><person/><person id=' '/>";
    let expected = ["XP0001 /antrag[1]/person[2]", "XP0001 /antrag[1]/person[3]"];
    assert_eq!(missing("antrag/person/@id", "", persons), expected);
}

#[test]
fn fields_of_derived_types_are_found() {
    let path = "antrag/person/anschrift/staat";
    let ausland = "<person><anschrift xmlns:t='urn:t' xsi:type='t:Ausland'><staat>X</staat></anschrift></person>";
    assert_eq!(missing(path, "", ausland), NOTHING);
    let inland = "<person><anschrift><ort>X</ort></anschrift></person>";
    assert_eq!(missing(path, "", inland), ["XP0001 /antrag[1]/person[1]/anschrift[1]"]);
}

#[test]
fn binary_content_fills_a_field() {
    assert_eq!(missing("antrag/anlage", "", "<anlage>aGFsbG8=</anlage>"), NOTHING);
    assert_eq!(
        missing("antrag/anlage", "", "<anlage/>"),
        ["XP0002 /antrag[1]/anlage[1]"]
    );
}

#[test]
fn a_star_stands_for_every_message_that_has_the_field() {
    let fields = "[[field]]\npath = '*/bemerkung'";
    assert_eq!(found(&report(fields, "")), ["XP0001 /antrag[1]"]);
    assert_eq!(
        found(&report_on(fields, "<quittung xmlns='urn:t'/>")),
        ["XP0001 /quittung[1]"]
    );
    let fields = "[[field]]\npath = '*/person'";
    assert_eq!(
        found(&report_on(fields, "<quittung xmlns='urn:t'/>")),
        ["XP0003 /quittung[1]"]
    );
}

#[test]
fn a_message_that_the_profile_does_not_know_is_told() {
    let report = report_on("[[field]]\npath = 'antrag/person'", "<quittung xmlns='urn:t'/>");
    assert_eq!(found(&report), ["XP0003 /quittung[1]"]);
    assert_eq!(report.findings[0].severity(), Severity::Info);
}

#[test]
fn a_finding_says_what_is_missing_who_has_it_and_where_the_profile_says_so() {
    let fields = "[[field]]\nid = 'F1'\npath = 'antrag/person/name'\nwho = 'die Person selbst'\ntext = 'Für den Bescheid nötig.'";
    let report = report(fields, "<person/>");
    let finding = &report.findings[0];
    assert_eq!(
        finding.message(Language::German),
        "Eine Angabe fehlt, die der Empfänger braucht: Name der Person (antrag/person/name); Für den Bescheid nötig; vorlegen kann \
         es: die Person selbst; Profil: p"
    );
    let english = finding.message(Language::English);
    assert!(
        english.contains("Name der Person (antrag/person/name)") && english.contains("who can supply it: die Person")
    );
    assert_eq!(finding.severity(), Severity::Warning);
    assert_eq!(finding.help(), Some("Name der Person."));
    let rule = finding.rule().unwrap();
    assert_eq!((rule.kind.as_str(), rule.source.as_str()), ("profile", "p.toml:4 (F1)"));
    assert_eq!(finding.position().unwrap().line, 1);
    assert_eq!(report.valid(), Some(true));
}

#[test]
fn a_profile_may_weigh_a_field() {
    for (name, severity, valid) in [("info", Severity::Info, true), ("error", Severity::Error, false)] {
        let report = report(
            &format!("[[field]]\npath = 'antrag/bemerkung'\nseverity = '{name}'"),
            "",
        );
        assert_eq!(report.findings[0].severity(), severity);
        assert_eq!(report.valid(), Some(valid));
    }
}

#[test]
fn several_profiles_are_all_applied() {
    let schema = crate::support::schema();
    let one = load("[[field]]\npath = 'antrag/art'", &schema).unwrap();
    let other = load("[[field]]\npath = 'antrag/bemerkung'", &schema).unwrap();
    let validator = Validator::new(schema).with_profile(one).with_profile(other);
    assert_eq!(found(&validator.report(b"<antrag xmlns='urn:t'/>")).len(), 2);
    let sums: Vec<&str> = validator.profiles().iter().map(|known| known.sha256.as_str()).collect();
    assert!(sums[0] < sums[1], "in the order of their sums, not of the calls");
}

#[test]
fn the_invented_example_can_have_a_profile() {
    let schema = beispiel();
    let fields = "
        [[field]]
        path = 'antrag.0001/person/anschrift/straße'
        [[field]]
        path = 'antrag.0001/erläuterung'
        when = { path = 'antrag.0001/wohnform', equals = 'sonstige' }
        [[field]]
        path = 'antrag.0001/person/anschrift/staat'
        when = { path = 'antrag.0001/person/geburtsdatum', present = false }";
    let profile = load(fields, &schema).unwrap();
    let validator = Validator::new(schema).with_profile(profile);
    let document =
        "<a:antrag.0001 xmlns:a='urn:example:xsozial:beispiel:0.1' xmlns='urn:example:xsozial:beispiel:baukasten:0.1'
          version='0.1'><a:erstellungszeitpunkt>2026-01-05T10:00:00Z</a:erstellungszeitpunkt>
        <a:person id='p1'><familienname>Muster</familienname><vorname>A</vorname></a:person>
        <a:antragsteller>p1</a:antragsteller><a:wohnform>sonstige</a:wohnform>
        <a:monat>2026-01</a:monat><a:betrag>1.00</a:betrag></a:antrag.0001>";
    let report = validator.report(document.as_bytes());
    let paths: Vec<&str> = report.findings.iter().map(xsozial_validate::Finding::path).collect();
    let root = "/Q{urn:example:xsozial:beispiel:0.1}antrag.0001[1]";
    let person = format!("{root}/Q{{urn:example:xsozial:beispiel:0.1}}person[1]");
    assert_eq!(paths, [person.as_str(), person.as_str(), root], "{report:?}");
}
