//! `xsozial.toml`.

use crate::support::{Call, call, check, data, ended, objects, program};
use std::{fs, path::Path};

/// Checks a document of the test data with these settings.
fn with(settings: &str, arguments: &[&str]) -> Call {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("einstellungen.toml");
    fs::write(&path, settings).unwrap();
    check(&[&["--config", path.to_str().unwrap()], arguments].concat())
}

fn one(call: &Call) -> serde_json::Value {
    objects(call).remove(0)
}

#[test]
fn a_lowered_code_makes_the_document_valid_and_is_told() {
    let all = "[severity]\nXS0201 = \"info\"\nXF0001 = \"warning\"\nXF0201 = \"off\"\nXS0102 = \"off\"\n";
    let lowered = with(all, &["--format", "jsonl", "falsch.xml"]);
    let object = one(&lowered);
    assert_eq!((lowered.code, &object["valid"]), (0, &serde_json::json!(true)));
    let severities: Vec<_> = object["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| finding["severity"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(severities, ["info", "warning"]);
    assert_eq!(
        object["checked"]["overrides"],
        serde_json::json!({"XS0201": "info", "XF0001": "warning", "XF0201": "off", "XS0102": "off"})
    );
    let plain = one(&check(&["--format", "jsonl", "falsch.xml"]));
    assert_eq!(plain["checked"]["overrides"], serde_json::json!({}));
    assert_eq!(plain["checked"]["xsd"], object["checked"]["xsd"]);
    assert_ne!(plain["checked"]["sha256"], object["checked"]["sha256"]);
    for format in ["text", "sarif", "junit", "github", "gitlab", "html"] {
        let told = with(all, &["--format", format, "falsch.xml"]).stdout;
        assert!(told.contains("XF0201"), "{format} is silent about the change: {told}");
    }
}

#[test]
fn what_is_omitted_is_weighed_as_well() {
    let attributes: Vec<String> = (0..1_200).map(|number| format!("x{number}=''")).collect();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("viele.xml");
    fs::write(
        &path,
        format!(
            "<antrag xmlns='urn:example:antrag' nummer='1'><name {}/><eingang>2026-01-05</eingang><plz>01234</plz></antrag>",
            attributes.join(" ")
        ),
    )
    .unwrap();
    let path = path.to_str().unwrap();
    let warned = with("[severity]\nXS0202 = \"warning\"\n", &["--format", "jsonl", path]);
    let object = one(&warned);
    assert_eq!((warned.code, &object["valid"]), (0, &serde_json::json!(true)));
    assert_eq!(object["omitted"], 200);
    let off = one(&with("[severity]\nXS0202 = \"off\"\n", &["--format", "jsonl", path]));
    assert_eq!(
        (&off["omitted"], &off["valid"]),
        (&serde_json::Value::Null, &serde_json::json!(true))
    );
}

#[test]
fn a_missing_schema_can_be_made_a_warning() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.toml");
    fs::write(&path, "[severity]\nXE0003 = \"warning\"\n").unwrap();
    let call = call(&[
        "check",
        "--config",
        path.to_str().unwrap(),
        "--format",
        "jsonl",
        "richtig.xml",
    ]);
    let object = one(&call);
    assert_eq!((call.code, &object["valid"]), (0, &serde_json::Value::Null));
    assert_eq!(object["findings"][0]["severity"], "warning");
}

#[test]
fn the_command_line_beats_the_file() {
    let settings = "language = \"en\"\nformat = \"jsonl\"\n";
    let from_file = with(settings, &["falsch.xml"]).stdout;
    assert!(
        from_file.starts_with('{') && from_file.contains("mandatory attribute"),
        "{from_file}"
    );
    let beaten = with(settings, &["--format", "text", "--lang", "de", "falsch.xml"]).stdout;
    assert!(beaten.contains("Ein Pflichtattribut fehlt"), "{beaten}");
}

#[test]
fn a_file_in_the_current_folder_is_found_and_its_paths_start_there() {
    let folder = tempfile::tempdir().unwrap();
    for path in ["schemas", "eingang"] {
        fs::create_dir(folder.path().join(path)).unwrap();
    }
    for name in ["antrag.xsd", "code.xsd"] {
        let from = data().join("standard/xsd").join(name);
        fs::copy(from, folder.path().join("schemas").join(name)).unwrap();
    }
    fs::copy(data().join("falsch.xml"), folder.path().join("eingang/a.xml")).unwrap();
    fs::write(
        folder.path().join("xsozial.toml"),
        "schemas = [\"schemas\"]\nformat = \"jsonl\"\n",
    )
    .unwrap();
    let run = |folder: &Path, arguments: &[&str]| {
        let output = program().current_dir(folder).arg("check").args(arguments).output();
        ended(&output.unwrap())
    };
    let found = run(folder.path(), &["eingang"]);
    assert_eq!(
        (found.code, one(&found)["findings"][0]["code"].as_str()),
        (1, Some("XS0201"))
    );
    let elsewhere = run(
        &folder.path().join("eingang"),
        &["--config", "../xsozial.toml", "a.xml"],
    );
    assert_eq!(one(&elsewhere)["findings"], one(&found)["findings"].clone());
    let without = run(folder.path(), &["--no-config", "--format", "jsonl", "eingang"]);
    assert_eq!(one(&without)["findings"][0]["code"], "XE0003");
}

#[test]
fn what_has_no_meaning_ends_with_two_and_names_file_and_line() {
    for (settings, line, word) in [
        ("\nfarbe = \"rot\"\n", 2, "farbe"),
        ("[severity]\nXS9999 = \"off\"\n", 2, "XS9999"),
        ("[severity]\nXE0001 = \"off\"\n", 2, "XE0001"),
    ] {
        let call = with(settings, &["richtig.xml"]);
        assert_eq!((call.code, call.stdout.as_str()), (2, ""));
        let place = format!("einstellungen.toml:{line}: ");
        assert!(
            call.stderr.contains(&place) && call.stderr.contains(word),
            "{}",
            call.stderr
        );
    }
    let missing = check(&["--config", "gibtesnicht.toml", "richtig.xml"]);
    assert_eq!(missing.code, 2);
    assert!(missing.stderr.contains("gibtesnicht.toml"), "{}", missing.stderr);
}

#[test]
fn profiles_of_the_file_are_applied_and_the_command_line_replaces_them() {
    let folder = tempfile::tempdir().unwrap();
    for (name, field) in [("eins", "beruf"), ("zwei", "name")] {
        let profile = format!(
            "name = \"{name}\"\n[[field]]\npath = \"antrag/{field}\"\nwho = \"Antragsteller\"\ntext = \"Wird gebraucht.\"\n"
        );
        fs::write(folder.path().join(name).with_extension("toml"), profile).unwrap();
    }
    let settings = folder.path().join("xsozial.toml");
    fs::write(
        &settings,
        "profiles = [\"eins.toml\"]\n[severity]\nXP0001 = \"error\"\n",
    )
    .unwrap();
    let settings = settings.to_str().unwrap();
    let from_file = check(&["--config", settings, "--format", "jsonl", "richtig.xml"]);
    let object = one(&from_file);
    assert_eq!(object["checked"]["profile"], "eins");
    assert_eq!((from_file.code, &object["valid"]), (1, &serde_json::json!(false)));
    assert_eq!(object["findings"][0]["code"], "XP0001");
    let page = check(&["--config", settings, "--format", "html", "richtig.xml"]).stdout;
    assert!(page.contains("Es fehlt 1 Angabe."), "{page}");
    let other = folder.path().join("zwei.toml");
    let replaced = check(&[
        "--config",
        settings,
        "--profile",
        other.to_str().unwrap(),
        "--format",
        "jsonl",
        "richtig.xml",
    ]);
    assert_eq!(
        (replaced.code, one(&replaced)["checked"]["profile"].as_str()),
        (0, Some("zwei"))
    );
}
