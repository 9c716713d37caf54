//! Completions and manual pages.

use crate::support::call;
use std::fs;

#[test]
fn completions_know_commands_and_formats() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = call(&["completions", shell]);
        assert_eq!((script.code, script.stderr.as_str()), (0, ""), "{shell}");
        for word in ["check", "explain", "mutate", "write-baseline"] {
            assert!(script.stdout.contains(word), "{shell} {word}");
        }
        // The others complete no values.
        let completes_values = ["bash", "zsh", "fish"].contains(&shell);
        assert_eq!(script.stdout.contains("sarif"), completes_values, "{shell}");
    }
    assert_eq!(call(&["completions", "cmd"]).code, 2);
}

#[test]
fn manual_pages_tell_every_argument() {
    let main = call(&["man"]);
    assert_eq!((main.code, main.stderr.as_str()), (0, ""));
    assert!(main.stdout.contains(".TH xsozial-validate 1"), "{}", main.stdout);
    let check = call(&["man", "check"]).stdout;
    for word in [
        ".TH xsozial-validate-check 1",
        "\\-\\-report\\-id",
        "\\-\\-baseline",
        "sarif",
    ] {
        assert!(check.contains(word), "{word} in {check}");
    }
    let unknown = call(&["man", "chekc"]);
    assert_eq!((unknown.code, unknown.stdout.as_str()), (2, ""));
    assert!(unknown.stderr.contains("chekc"), "{}", unknown.stderr);
}

#[test]
fn all_manual_pages_are_written_to_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("man1");
    assert_eq!(call(&["man", "--out", out.to_str().unwrap()]).code, 0);
    for page in [
        "xsozial-validate.1",
        "xsozial-validate-check.1",
        "xsozial-validate-explain.1",
    ] {
        assert!(
            fs::read_to_string(out.join(page)).unwrap().contains(".SH NAME"),
            "{page}"
        );
    }
}
