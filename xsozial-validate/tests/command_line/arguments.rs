//! Formats that are not there yet, help, and what is told of code lists.

use crate::support::{call, check, objects};

#[test]
fn formats_of_later_versions_are_refused_with_what_there_is() {
    for format in ["sarif", "junit", "github", "gitlab"] {
        let call = check(&["--format", format, "richtig.xml"]);
        assert_eq!((call.code, call.stdout.as_str()), (2, ""));
        assert!(
            call.stderr.contains("does not write it yet; use text, json or jsonl"),
            "{}",
            call.stderr
        );
    }
    assert_eq!(check(&["--format", "xml", "richtig.xml"]).code, 2);
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
    for argument in ["--schema", "--catalog", "--report-id", "--show-values", "Exit code"] {
        assert!(help.stdout.contains(argument), "{argument}");
    }
}
