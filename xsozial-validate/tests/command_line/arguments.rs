//! Unknown formats, help, and what is told of code lists.

use crate::support::{call, check, objects};

#[test]
fn an_unknown_format_is_refused_with_what_there_is() {
    let call = check(&["--format", "xml", "richtig.xml"]);
    assert_eq!((call.code, call.stdout.as_str()), (2, ""));
    for format in ["text", "json", "jsonl", "sarif", "junit", "github", "gitlab", "html"] {
        assert!(call.stderr.contains(format), "{}", call.stderr);
    }
}

#[test]
fn code_lists_and_schematron_rules_are_told_as_unchecked() {
    let object = &objects(&check(&["--format", "jsonl", "richtig.xml"]))[0];
    assert_eq!(
        object["checked"]["codelists"],
        serde_json::json!({"available": 0, "needed": 1, "sha256": null})
    );
    assert_eq!(object["checked"]["schematron"], "not run (2 rules present)");
    assert_eq!(object["checked"]["xsd"]["documents"], 2);
    let with_lists = check(&[
        "--no-codelists",
        "--codelists",
        "standard",
        "--format",
        "jsonl",
        "richtig.xml",
    ]);
    assert_eq!(&objects(&with_lists)[0], object);
}

#[test]
fn several_schemas_are_one() {
    let call = call(&[
        "check",
        "--schema",
        "standard/xsd/code.xsd",
        "--schema",
        "standard/xsd/antrag.xsd",
        "richtig.xml",
    ]);
    assert_eq!(call.code, 0, "{}{}", call.stdout, call.stderr);
}

#[test]
fn help_is_at_hand() {
    let help = call(&["check", "--help"]);
    assert_eq!(help.code, 0);
    for argument in [
        "--schema",
        "--catalog",
        "--report-id",
        "--show-values",
        "--baseline",
        "--config",
        "sarif",
        "Exit code",
    ] {
        assert!(help.stdout.contains(argument), "{argument}");
    }
}

#[test]
fn rules_are_applied_unless_they_are_switched_off() {
    let checked = |arguments: &[&str]| {
        let call = check(&[&["--format", "jsonl", "richtig.xml"], arguments].concat());
        assert_eq!(call.code, 0, "{}", call.stderr);
        objects(&call)[0]["checked"].clone()
    };
    let [on, off, production] = [&[][..], &["--no-rules"], &["--production"]].map(checked);
    assert_eq!(on["rules"]["count"], 1);
    assert!(off["rules"].is_null());
    assert_ne!(on["rules"]["sha256"], production["rules"]["sha256"]);
    assert_ne!(on["sha256"], off["sha256"], "the sum over all tells what was applied");
    assert!(
        check(&["--no-rules", "richtig.xml"])
            .stdout
            .contains("Regeln: was der Standard nur in Worten verlangt")
    );
    assert!(!check(&["richtig.xml"]).stdout.contains("Regeln:"));
    assert_eq!(check(&["--no-rules", "--production", "richtig.xml"]).code, 2);
}

#[test]
fn profiles_are_applied_and_told_in_whatever_order_they_come() {
    let folder = tempfile::tempdir().unwrap();
    let profile = |name: &str, path: &str| {
        let file = folder.path().join(name);
        std::fs::write(
            &file,
            format!("name = '{name}'\n[[field]]\npath = '{path}'\nwho = 'wer antragt'\n"),
        )
        .unwrap();
        file.to_str().unwrap().to_owned()
    };
    let (one, other) = (profile("eins", "antrag/beruf"), profile("zwei", "antrag/land"));
    let check_with = |profiles: &[&str]| {
        let mut arguments = vec!["--format", "jsonl", "richtig.xml"];
        arguments.extend(profiles.iter().flat_map(|profile| ["--profile", profile]));
        let call = check(&arguments);
        assert_eq!(call.code, 0, "warnings alone: {}", call.stderr);
        objects(&call)[0].clone()
    };
    let found = check_with(&[&one, &other]);
    let codes: Vec<&str> = found["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| finding["code"].as_str().unwrap())
        .collect();
    assert!(codes.contains(&"XP0001") && found["valid"] == true, "{found}");
    assert_eq!(found["checked"]["profiles"].as_array().unwrap().len(), 2);
    assert_eq!(found["checked"], check_with(&[&other, &one])["checked"]);
    assert_ne!(found["checked"]["sha256"], check_with(&[&one])["checked"]["sha256"]);
}

#[test]
fn a_profile_that_cannot_be_used_stops_the_check() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("p.toml");
    std::fs::write(&file, "name = 'p'\n\n[[field]]\npath = 'antrag/berug'\n").unwrap();
    let file = file.to_str().unwrap();
    let call = check(&["--profile", file, "richtig.xml"]);
    assert_eq!(call.code, 2);
    assert!(
        call.stderr.contains("XP0101") && call.stderr.contains("p.toml:4") && call.stderr.contains("beruf"),
        "{}",
        call.stderr
    );
    assert_eq!(check(&["--profile", "fehlt.toml", "richtig.xml"]).code, 2);
    assert_eq!(
        crate::support::call(&["check", "--profile", file, "richtig.xml"]).code,
        2,
        "there is no schema"
    );
}
