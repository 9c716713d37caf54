//! The files of profiles: what is refused, in which words, and what the sum is made of.

use crate::support::{load, refused, schema};
use xsozial_schema::Code;
use xsozial_validate::profile::{Profile, ProfileErrorKind};

#[test]
fn a_step_that_leads_nowhere_is_told_with_the_nearest_names() {
    assert_eq!(
        refused("\n[[field]]\npath = 'antrag/person/nahme'"),
        "p.toml:4: \"antrag/person/nahme\": the schema has no \"nahme\" in antrag/person; the nearest names there: name, konto, \
         anschrift, familienstand"
    );
    let unknown = refused("[[field]]\npath = 'antarg/person'");
    assert!(
        unknown.contains("no \"antarg\" as root of a message; the nearest names there: antrag"),
        "{unknown}"
    );
    let deeper = refused("[[field]]\npath = 'antrag/person/name/vorname'");
    assert!(
        deeper.ends_with("no \"vorname\" in antrag/person/name; nothing may stand there"),
        "{deeper}"
    );
    let attribute = refused("[[field]]\npath = 'antrag/person/@ident'");
    assert!(
        attribute.ends_with("no \"@ident\" in antrag/person; the nearest names there: @id"),
        "{attribute}"
    );
    let star = refused("[[field]]\npath = '*/person/vorname'");
    assert!(
        star.contains("\"vorname\" in antrag/person"),
        "the way that leads furthest: {star}"
    );
    let condition = refused("[[field]]\npath = 'antrag/art'\nwhen = { path = 'antrag/schlus', present = true }");
    assert!(
        condition.starts_with("p.toml:4: ") && condition.contains("schluss"),
        "{condition}"
    );
}

#[test]
fn keys_and_types_are_checked_with_their_lines() {
    for (text, line, words) in [
        ("titel = 'x'\n[[field]]\npath = 'antrag/art'", 2, "titel"),
        ("[[field]]\npath = 'antrag/art'\nwenn = 1", 4, "wenn"),
        ("[[field]]\npath = 1", 3, "invalid type"),
        ("[[field]]\nwho = 'x'", 2, "path"),
        ("[[field]]\npath = 'antrag/art'\nseverity = 'schwer'", 4, "schwer"),
        (
            "[[field]]\npath = 'antrag/art'\nwhen = { path = 'antrag/art', is = 1 }",
            4,
            "is",
        ),
        ("[[field]\npath = ''", 2, ""),
        ("", 1, "no [[field]]"),
    ] {
        let error = load(text, &schema()).unwrap_err();
        assert_eq!(error.line(), line, "{error}");
        assert!(error.to_string().contains(words), "{error}");
        assert_eq!((error.code(), error.path()), (Code::ProfileUnusable, "p.toml"));
    }
}

#[test]
fn conditions_that_can_never_hold_are_refused() {
    let when = |when: &str| refused(&format!("[[field]]\npath = 'antrag/bemerkung'\nwhen = {{ {when} }}"));
    let impossible = when("path = 'antrag/art', equals = 'nau'");
    assert!(impossible.contains("can never have the value \"nau\""), "{impossible}");
    assert!(when("path = 'antrag/art', one_of = ['neu', 'x']").contains("\"x\""));
    assert!(when("path = 'antrag/wohnung', equals = 'x'").contains("has no value"));
    assert!(when("path = 'antrag/art'").contains("exactly one"));
    assert!(when("path = 'antrag/art', one_of = []").contains("exactly one"));
    assert!(when("path = 'antrag/art', equals = 'neu', present = true").contains("exactly one"));
    assert!(when("path = 'quittung/bemerkung', present = true").contains("another message"));
}

#[test]
fn paths_that_are_none_are_refused() {
    for path in ["", "antrag", "antrag//art", "antrag/@a/b", "antrag/*/name"] {
        let error = load(&format!("[[field]]\npath = '{path}'"), &schema()).unwrap_err();
        assert!(matches!(error.kind(), ProfileErrorKind::Path { .. }), "{path}: {error}");
    }
}

#[test]
fn a_profile_for_another_standard_is_refused() {
    let refused = refused("standard = 'urn:example:anderer'\n[[field]]\npath = 'antrag/art'");
    assert!(
        refused.starts_with("p.toml:2: ") && refused.contains("urn:example:anderer"),
        "{refused}"
    );
}

#[test]
fn the_sum_is_that_of_what_is_demanded() {
    let schema = schema();
    let sum = |text: &str, path: &str| Profile::from_toml(text, path, &schema).unwrap().sha256().to_owned();
    let one = "name = 'p'\n[[field]]\npath = 'antrag/art'\nwho = 'A'\n[[field]]\npath = 'antrag/bemerkung'\n";
    let same = "# anders geschrieben\nname = \"p\"\n\n[[field]]\npath=\"antrag/bemerkung\"\n[[field]]\nwho = 'A'\npath = 'antrag/art'";
    let other = one.replace("'A'", "'B'");
    assert_eq!(sum(one, "a.toml"), sum(same, "/anderswo/b.toml"));
    assert_ne!(sum(one, "a.toml"), sum(&other, "a.toml"));
    assert_eq!(sum(one, "a.toml").len(), 64);
    let when = |values: &str| {
        let text = format!(
            "name = 'p'\n[[field]]\npath = 'antrag/bemerkung'\nwhen = {{ path = 'antrag/art', one_of = {values} }}"
        );
        sum(&text, "a.toml")
    };
    assert_eq!(when("['neu', 'ende']"), when("['ende', 'neu']"));
    assert_ne!(when("['neu', 'ende']"), when("['neu', 'weiter']"));
}

#[test]
fn a_profile_tells_its_name_title_and_version() {
    let schema = schema();
    let text = "name = 'n'\ntitle = 't'\nversion = '2.1'\n[[field]]\npath = 'antrag/art'";
    let profile = Profile::from_toml(text, "p.toml", &schema).unwrap();
    assert_eq!((profile.name(), profile.title(), profile.version()), ("n", "t", "2.1"));
    let profile = Profile::from_toml("name = 'n'\n[[field]]\npath = 'antrag/art'", "p.toml", &schema).unwrap();
    assert_eq!((profile.title(), profile.version()), ("n", ""));
}

#[test]
fn the_example_of_the_documentation_can_be_used() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/profiles.md");
    let documentation = std::fs::read_to_string(path).unwrap();
    let (_, example) = documentation.split_once("```toml\n").unwrap();
    let (example, _) = example.split_once("```").unwrap();
    let profile = Profile::from_toml(example, "wohnkosten.toml", &crate::support::beispiel()).unwrap();
    assert_eq!(profile.name(), "wohnkosten");
}
