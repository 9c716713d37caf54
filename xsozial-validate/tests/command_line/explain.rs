//! `explain`.

use crate::support::call;
use xsozial_schema::{Code, Remedy};

#[test]
fn every_code_is_explained_in_both_languages() {
    for code in Code::ALL {
        let german = call(&["explain", code.as_str()]);
        assert_eq!((german.code, german.stderr.as_str()), (0, ""), "{code}");
        for part in ["Ursache", "Falsch", "Richtig", "Wer behebt es meist"] {
            assert!(german.stdout.contains(&format!("\n{part}\n  ")), "{code} {part}");
        }
        let english = call(&["explain", "--lang", "en", &code.as_str().to_ascii_lowercase()]);
        for part in ["Cause", "Wrong", "Right", "Who usually mends it"] {
            assert!(english.stdout.contains(&format!("\n{part}\n  ")), "{code} {part}");
        }
    }
}

#[test]
fn one_explanation_as_it_is_read() {
    insta::assert_snapshot!("explain", call(&["explain", "XS0101"]).stdout);
}

#[test]
fn without_a_code_all_are_listed() {
    let list = call(&["explain"]);
    let all = Code::ALL.len() + Remedy::all().count();
    assert_eq!((list.code, list.stdout.lines().count()), (0, all));
    assert!(list.stdout.starts_with("XS0101  Ein Pflichtelement fehlt\n"));
    assert!(
        call(&["explain", "--lang", "en"])
            .stdout
            .starts_with("XS0101  A mandatory element is missing\n")
    );
}

#[test]
fn errors_that_keep_the_work_from_being_done_are_explained_too() {
    let call = call(&["explain", "xl0202"]);
    let title = "XL0202  Ein eingebundenes Schema fehlt\n\nWas zu tun ist\n  Geben Sie auch";
    assert_eq!(
        (call.code, call.stdout.starts_with(title)),
        (0, true),
        "{}",
        call.stdout
    );
}

#[test]
fn an_unknown_code_is_told() {
    let call = call(&["explain", "XS9999"]);
    assert_eq!((call.code, call.stdout.as_str()), (2, ""));
    assert!(
        call.stderr.contains("XS9999") && call.stderr.contains("explain"),
        "{}",
        call.stderr
    );
}
