//! Standards that ship with the program: their documents find them without `--schema` and without an installation.

use crate::support::{Call, call, ended, objects, program};
use serde_json::Value;
use std::{collections::BTreeMap, fs, path::Path};

const SCHEMAS: &str = "../../../schemas/xsozial-nachbau";
const SAMPLES: &str = "../../../schemas/xsozial-nachbau/beispiele";
const SAMPLE: &str = "../../../schemas/xsozial-nachbau/beispiele/grundsicherung/minimal.xml";

/// Checks in a folder of its own, whose folder `store` is the store.
fn check_in(folder: &Path, arguments: &[&str]) -> Call {
    let mut command = program();
    let command = command.env("XSOZIAL_STORE", folder.join("store"));
    ended(
        &command
            .args(["check", "--format", "jsonl"])
            .args(arguments)
            .output()
            .unwrap(),
    )
}

fn first_code(call: &Call) -> String {
    let code = &objects(call)[0]["findings"][0]["code"];
    code.as_str().unwrap_or_default().to_owned()
}

#[cfg(not(feature = "nachbau"))]
#[test]
fn a_program_without_them_says_that_nothing_is_installed() {
    let _ = (SCHEMAS, SAMPLES, check_in as fn(&Path, &[&str]) -> Call);
    let alone = call(&["check", "--format", "jsonl", SAMPLE]);
    assert_eq!((alone.code, first_code(&alone).as_str()), (1, "XE0003"));
    let chosen = call(&["check", "--standard", "xsozial-nachbau", SAMPLE]);
    assert!(
        chosen.code == 2 && !chosen.stderr.contains("without installing"),
        "{}",
        chosen.stderr
    );
    let _: (BTreeMap<String, Value>, _) = (BTreeMap::new(), fs::metadata(SAMPLE));
}

#[cfg(feature = "nachbau")]
mod with_them {
    use super::*;
    use xsozial_schema::store::{Delivery, Store};

    /// The errors that the tables beside the samples name, by path.
    fn expected_errors() -> BTreeMap<String, Vec<String>> {
        let mut expected = BTreeMap::new();
        for folder in fs::read_dir(crate::support::data().join(SAMPLES)).unwrap().flatten() {
            let text = fs::read_to_string(folder.path().join("befunde.tsv")).unwrap();
            let folder = folder.file_name().to_string_lossy().into_owned();
            for (file, codes) in text.lines().skip(1).filter_map(|line| line.split_once('\t')) {
                let mut codes: Vec<String> = codes.split(' ').map(str::to_owned).collect();
                codes.sort();
                expected.insert(format!("{SAMPLES}/{folder}/{file}"), codes);
            }
        }
        expected
    }

    fn errors(document: &Value) -> Vec<String> {
        let findings = document["findings"].as_array().unwrap().iter();
        let errors = findings.filter(|finding| finding["severity"] == "error");
        let mut codes: Vec<String> = errors.map(|it| it["code"].as_str().unwrap().to_owned()).collect();
        codes.sort();
        codes
    }

    #[test]
    fn every_sample_of_the_nachbau_finds_it_and_is_judged_with_its_code_lists() {
        let checked = call(&["check", "--format", "jsonl", SAMPLES]);
        assert_eq!(checked.code, 1, "{}", checked.stderr);
        let mut expected = expected_errors();
        let documents = objects(&checked);
        assert!(documents.len() > 100 && expected.len() > 60);
        for document in documents {
            assert_eq!(document["standard"]["kennung"], "urn:example:xsozial-nachbau:antrag");
            assert_eq!(document["standard"]["status"], "nachbau");
            assert!(
                document["standard"]["notice"]
                    .as_str()
                    .unwrap()
                    .contains("nicht amtlich")
            );
            let path = document["document"].as_str().unwrap();
            assert_eq!(errors(&document), expected.remove(path).unwrap_or_default(), "{path}");
        }
        assert!(expected.is_empty(), "not checked: {expected:?}");
    }

    #[test]
    fn every_sample_of_xfall_finds_it_in_whatever_shape() {
        const SAMPLES: &str = "../../../schemas/xfall-nachbau/beispiele";
        let table = fs::read_to_string(crate::support::data().join(SAMPLES).join("befunde.tsv")).unwrap();
        let mut expected: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for line in table.lines().skip(1) {
            let [file, code] = [0, 1].map(|column| line.split('\t').nth(column).unwrap());
            let codes = expected.entry(format!("{SAMPLES}/{file}")).or_default();
            // A profile warns, and some faults only a look at the attachment shows.
            codes.extend((code != "-" && !code.starts_with("XP")).then(|| code.to_owned()));
            codes.sort();
        }
        let checked = call(&["check", "--format", "jsonl", SAMPLES]);
        let documents = objects(&checked);
        assert!(documents.len() > 40 && expected.len() > 30);
        for document in documents {
            let path = document["document"].as_str().unwrap();
            assert_eq!(document["standard"]["kennung"], "urn:example:xfall-nachbau", "{path}");
            assert_eq!(document["standard"]["status"], "nachbau");
            let found = errors(&document);
            assert_eq!(document["valid"], found.is_empty(), "{path}");
            assert_eq!(found, expected.remove(path).unwrap_or_default(), "{path}");
        }
        assert!(expected.is_empty(), "not checked: {expected:?}");
    }

    #[test]
    fn documents_of_the_shared_namespace_are_told_by_their_root() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.xml");
        let code = |root: &str| {
            fs::write(&path, format!("<{root} xmlns='urn:fim-de:xfall:datenschema:xdf3'/>")).unwrap();
            first_code(&check_in(folder.path(), &[path.to_str().unwrap()]))
        };
        for root in ["S99000000001V0.1.0", "S99000000002V0.1.0", "S99000000003V0.1.0"] {
            assert_eq!(code(root), "XS0101", "{root}");
        }
        // Whatever else stands in this namespace is no business of the Nachbau.
        for root in ["S00000000009V1.0", "F99000000034V0.1.0"] {
            assert_eq!(code(root), "XE0003", "{root}");
        }
    }

    #[test]
    fn the_verdict_and_the_sum_are_those_of_the_schemas_in_a_checkout() {
        let lists = format!("{SCHEMAS}/codelisten");
        let named = call(&[
            "check",
            "--schema",
            SCHEMAS,
            "--codelists",
            &lists,
            "--format",
            "jsonl",
            SAMPLES,
        ]);
        let shipped = call(&["check", "--format", "jsonl", SAMPLES]);
        let essence = |call: &Call| -> Vec<(Value, Value, Vec<String>)> {
            let documents = objects(call).into_iter();
            let codes = |document: &Value| {
                let findings = document["findings"].as_array().unwrap().iter();
                findings.map(|it| format!("{} {}", it["code"], it["path"])).collect()
            };
            documents
                .map(|it| (it["document"].clone(), it["checked"]["sha256"].clone(), codes(&it)))
                .collect()
        };
        assert_eq!(essence(&shipped), essence(&named));
    }

    #[test]
    fn what_is_installed_outranks_what_ships() {
        let folder = tempfile::tempdir().unwrap();
        let has_builtin = |call: &Call| objects(call)[0]["checked"]["xsd"].get("builtin").is_some();
        let shipped = check_in(folder.path(), &[SAMPLE]);
        assert!(shipped.code == 0 && has_builtin(&shipped), "{}", shipped.stdout);
        // The copy brings the base schemas that lie beside it.
        let delivery = Delivery::read(&[crate::support::data().join(SCHEMAS)], None).unwrap();
        Store::at(folder.path().join("store")).add(&delivery).unwrap();
        let installed = check_in(folder.path(), &[SAMPLE]);
        assert!(installed.code == 0 && !has_builtin(&installed), "{}", installed.stdout);
        // A root that neither has is the installed one's finding, and no question.
        let path = folder.path().join("a.xml");
        fs::write(&path, "<fremd xmlns='urn:example:xsozial-nachbau:antrag:0.1'/>").unwrap();
        let unknown = check_in(folder.path(), &[path.to_str().unwrap()]);
        assert_eq!(first_code(&unknown), "XS0103", "{}", unknown.stdout);
        assert!(!has_builtin(&unknown));
        let by_name = check_in(
            folder.path(),
            &["--standard", "urn:example:xsozial-nachbau:antrag", SAMPLE],
        );
        assert!(!has_builtin(&by_name), "{}", by_name.stdout);
    }

    #[test]
    fn a_standard_and_its_profile_are_chosen_by_name() {
        let chosen = call(&[
            "check",
            "--standard",
            "xsozial-nachbau",
            "--profile",
            "grundsicherung",
            "--format",
            "jsonl",
            SAMPLE,
        ]);
        assert_eq!(chosen.code, 0, "{}", chosen.stderr);
        let document = &objects(&chosen)[0];
        assert_eq!(document["checked"]["profile"], "grundsicherung");
        let finding = &document["findings"][0];
        assert_eq!(finding["code"], "XP0001");
        assert!(
            finding["rule"]["source"]
                .as_str()
                .unwrap()
                .starts_with("grundsicherung.toml:"),
            "{finding}"
        );

        let unknown = call(&[
            "check",
            "--standard",
            "xsozial-nachbau",
            "--profile",
            "gibt-es-nicht",
            SAMPLE,
        ]);
        assert!(
            unknown.code == 2 && unknown.stderr.contains("gibt-es-nicht: is no file and no profile"),
            "{}",
            unknown.stderr
        );
        let foreign = call(&[
            "check",
            "--standard",
            "xfall-nachbau",
            "--profile",
            "grundsicherung",
            SAMPLE,
        ]);
        assert_eq!(foreign.code, 2, "{}", foreign.stdout);
        let without = call(&["check", "--profile", "grundsicherung", SAMPLE]);
        assert!(
            without.code == 2 && without.stderr.contains("--standard"),
            "{}",
            without.stderr
        );
        let wrong = call(&["check", "--standard", "xsozial-nachbau_9", SAMPLE]);
        assert!(
            wrong.code == 2 && wrong.stderr.contains("xsozial-nachbau_0.1, xfall-nachbau_0.1"),
            "{}",
            wrong.stderr
        );
    }

    #[test]
    fn intake_finds_them_too_and_code_lists_can_be_left_out() {
        let taken = call(&["intake", "--format", "jsonl", SAMPLE]);
        assert_eq!(taken.code, 0, "{}", taken.stderr);
        assert_eq!(objects(&taken)[0]["standard"]["status"], "nachbau");
        let without = call(&["check", "--no-codelists", "--format", "jsonl", SAMPLE]);
        assert_eq!(objects(&without)[0]["checked"]["codelists"]["available"], 0);
        assert_eq!(objects(&without)[0]["findings"].as_array().unwrap().len(), 0);
    }
}

#[cfg(feature = "nachbau")]
#[test]
fn a_profile_that_is_not_there_names_those_that_are() {
    let refused = call(&[
        "check",
        "--standard",
        "xsozial-nachbau",
        "--profile",
        "grundsicherun",
        "richtig.xml",
    ]);
    assert_eq!(refused.code, 2);
    assert!(refused.stderr.contains("no profile that ships"), "{}", refused.stderr);
    assert!(
        refused.stderr.contains("bildung-und-teilhabe, grundsicherung"),
        "{}",
        refused.stderr
    );
}
