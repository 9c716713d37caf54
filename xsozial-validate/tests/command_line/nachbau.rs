//! Reports on documents of a Nachbau say that they say nothing about the official standard.

use crate::support::{call, objects};

const SCHEMAS: &str = "../../../schemas/xsozial-nachbau";
const SAMPLE: &str = "../../../schemas/xsozial-nachbau/beispiele/suchtberatung/voll.xml";

#[test]
fn the_json_formats_carry_the_status_and_the_notice() {
    let checked = call(&["check", "--schema", SCHEMAS, "--format", "jsonl", SAMPLE]);
    let document = &objects(&checked)[0];
    assert_eq!(document["valid"], true);
    assert_eq!(document["standard"]["status"], "nachbau");
    let notice = document["standard"]["notice"].as_str().unwrap();
    assert!(notice.contains("sagt nichts über XSozial-basis"), "{notice}");
}

#[test]
fn the_text_says_it_once_for_all_documents() {
    for (language, sentence) in [
        ("de", "sagt nichts über XSozial-basis"),
        ("en", "says nothing about XSozial-basis"),
    ] {
        let checked = call(&["check", "--schema", SCHEMAS, "--lang", language, SAMPLE, SAMPLE]);
        assert_eq!(checked.code, 0, "{}", checked.stderr);
        assert_eq!(checked.stdout.matches(sentence).count(), 1, "{}", checked.stdout);
    }
}

#[test]
fn every_other_format_says_it_too() {
    for format in ["sarif", "junit", "github", "gitlab", "html"] {
        // The formats that list findings alone need one.
        let faulty = SAMPLE.replace("voll.xml", "fehler-verweis.xml");
        let checked = call(&["check", "--schema", SCHEMAS, "--format", format, &faulty]);
        assert_eq!(checked.code, 1, "{format}: {}", checked.stderr);
        let says = checked.stdout.contains("sagt nichts über XSozial-basis")
            || checked.stdout.contains("sagt nichts \\u00fcber XSozial-basis");
        assert!(says, "{format}: {}", checked.stdout);
    }
}
