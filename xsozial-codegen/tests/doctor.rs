//! `doctor` as a user calls it: on small deliveries made here, and on the published ones beside the workspace.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod published;

use published::corpora;
use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::Command,
};
use zip::{ZipWriter, write::SimpleFileOptions};

/// What a call said, and its exit code.
struct Call {
    report: String,
    complaint: String,
    code: i32,
}

impl Call {
    /// The first line of a section, without its title.
    fn section(&self, title: &str) -> &str {
        let line = self.report.lines().find_map(|line| line.strip_prefix(title));
        line.unwrap_or_else(|| unreachable!("no section {title} in {}", self.report))
            .trim()
    }
}

/// Calls `doctor` with a folder for temporary files of its own, which must be empty afterwards.
fn doctor(arguments: &[&str]) -> Call {
    let temporary = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_xsozial-codegen"));
    command.arg("doctor").args(arguments);
    for variable in ["TMPDIR", "TMP", "TEMP"] {
        command.env(variable, temporary.path());
    }
    let output = command.output().unwrap();
    // The JDK leaves what it measures of itself.
    let left = fs::read_dir(temporary.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name());
    let left: Vec<_> = left
        .filter(|name| !name.to_string_lossy().starts_with("hsperfdata"))
        .collect();
    assert!(left.is_empty(), "left behind: {left:?}");
    Call {
        report: String::from_utf8(output.stdout).unwrap(),
        complaint: String::from_utf8(output.stderr).unwrap(),
        code: output.status.code().unwrap(),
    }
}

/// Packs a folder, paths relative to it.
fn zip(folder: &Path, target: &Path) {
    let mut writer = ZipWriter::new(fs::File::create(target).unwrap());
    let mut open = vec![folder.to_owned()];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else {
            let name = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
            writer.start_file(name, SimpleFileOptions::default()).unwrap();
            writer.write_all(&fs::read(&path).unwrap()).unwrap();
        }
    }
    writer.finish().unwrap();
}

/// A file with this text in a folder.
fn file(folder: &Path, name: &str, text: &str) -> String {
    let path = folder.join(name);
    fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

fn xsd(attributes: &str, content: &str) -> String {
    format!("<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"{attributes}>\n{content}\n</xs:schema>")
}

fn has(program: &str) -> bool {
    Command::new(program)
        .arg("--version")
        .output()
        .is_ok_and(|output| output.status.success())
}

#[test]
fn everything_that_is_refused_is_told_with_file_and_line() {
    let folder = tempfile::tempdir().unwrap();
    let one = "<xs:element name='a' type='xs:string'/>\n<xs:defaultOpenContent/>\n<xs:element name='b' wrong='1'/>";
    file(folder.path(), "eins.xsd", &xsd(" targetNamespace='urn:a'", one));
    let two = "<xs:complexType name='T'><xs:sequence/><xs:assert test='1'/></xs:complexType>";
    file(folder.path(), "zwei.xsd", &xsd(" targetNamespace='urn:b'", two));
    let call = doctor(&["--no-build", folder.path().to_str().unwrap()]);
    assert_eq!(call.code, 1);
    assert_eq!(
        call.section("Schemas"),
        "FEHLER: 2 Dateien gelesen; abgelehnt an 3 Stellen"
    );
    for place in ["eins.xsd:3", "eins.xsd:4", "zwei.xsd:2"] {
        assert!(call.report.contains(place), "{place} in {}", call.report);
    }
    assert!(
        call.report
            .contains("Ergebnis: Die Lieferung funktioniert nicht, oder nicht ganz.")
    );
}

#[test]
fn one_file_with_one_fault_was_told_in_the_plural() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(folder.path(), "a.xsd", &xsd("", "<xs:element name='a' wrong='1'/>"));
    let summary = |arguments: &[&str], title| doctor(arguments).section(title).to_owned();
    assert_eq!(
        summary(&[&path], "Schemas"),
        "FEHLER: 1 Datei gelesen; abgelehnt an 1 Stelle"
    );
    assert_eq!(
        summary(&["--lang", "en", &path], "Schemas"),
        "ERROR: 1 file read; refused at 1 place"
    );
}

#[test]
fn a_delivery_that_cannot_be_read_was_told_in_english_alone() {
    let folder = tempfile::tempdir().unwrap();
    let content = "<xs:import namespace='urn:b' schemaLocation='https://example.org/b.xsd'/>";
    let path = file(folder.path(), "a.xsd", &xsd("", content));
    let call = doctor(&[&path]);
    assert_eq!(call.code, 1);
    assert_eq!(
        call.section("Lieferung"),
        "FEHLER: XL0202 Ein eingebundenes Schema fehlt"
    );
    assert!(
        call.report
            .contains("\n    Hilfe: Geben Sie auch das fehlende Dokument an"),
        "{}",
        call.report
    );
    assert!(
        !call.report.contains("--schema"),
        "doctor has no such option: {}",
        call.report
    );
}

#[test]
fn what_is_not_there_is_no_report() {
    let call = doctor(&["gibt/es/nicht.zip"]);
    assert_eq!((call.code, call.report.as_str()), (2, ""));
    assert!(call.complaint.contains("XL0002"), "{}", call.complaint);
}

#[test]
fn the_confirmed_paths_are_looked_for_in_xsozial_basis_alone() {
    let folder = tempfile::tempdir().unwrap();
    let content = "<xs:element name='nachricht'><xs:complexType><xs:sequence>
        <xs:element name='vorgang' type='xs:string'/>
        <xs:element name='dritte' maxOccurs='unbounded'><xs:complexType><xs:sequence>
          <xs:element name='dritteID' type='xs:string'/></xs:sequence></xs:complexType></xs:element>
        </xs:sequence></xs:complexType></xs:element>";
    let namespace = " targetNamespace='https://portalverbund.d-nrw.de/efa/XSozial-basis/Version_9_9_9'";
    let path = file(folder.path(), "a.xsd", &xsd(namespace, content));
    let call = doctor(&["--no-build", "--samples", "2", "--lang", "en", &path]);
    assert_eq!(call.code, 0, "{}", call.report);
    assert!(
        call.section("XSozial paths").starts_with("note: 3 of 22 paths"),
        "{}",
        call.report
    );
    assert!(call.report.contains("there:   dritte/dritteID") && call.report.contains("missing: person"));
    let other = file(folder.path(), "b.xsd", &xsd(" targetNamespace='urn:b'", content));
    let call = doctor(&["--no-build", "--samples", "2", &other]);
    assert_eq!(
        call.section("XSozial-Pfade"),
        "entfällt: keine Lieferung von XSozial-basis"
    );
}

#[test]
fn what_is_to_be_kept_is_kept_and_nothing_is_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(folder.path(), "a.xsd", &xsd("", "<xs:element name='a' type='xs:int'/>"));
    let kept = folder.path().join("bleibt");
    let arguments = ["--no-build", "--samples", "3", "--keep", kept.to_str().unwrap(), &path];
    let call = doctor(&arguments);
    assert_eq!(call.code, 0, "{}", call.report);
    assert_eq!(fs::read_dir(kept.join("nachrichten")).unwrap().count(), 3);
    assert_eq!(fs::read_dir(kept.join("fehlerhaft")).unwrap().count(), 1);
    assert!(kept.join("lieferung/src/lib.rs").is_file());
    let again = doctor(&arguments);
    assert_eq!(again.code, 2);
    assert!(again.complaint.contains("bleibt"), "{}", again.complaint);
}

#[test]
fn judges_that_agree_are_told_with_numbers() {
    if !has("xmllint") || !has("javac") {
        eprintln!("skipped: xmllint or the JDK is not installed");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let content = "<xs:element name='a'><xs:simpleType><xs:restriction base='xs:string'><xs:pattern value='[A-Z]{3}'/>
        </xs:restriction></xs:simpleType></xs:element>";
    let path = file(folder.path(), "a.xsd", &xsd("", content));
    let call = doctor(&["--no-build", "--samples", "4", &path]);
    for title in ["Urteile von libxml2", "Urteile von Xerces"] {
        assert_eq!(
            call.section(title),
            "in Ordnung: 4 von 4 Urteilen sind gleich; 1 von 1 fehlerhaften Nachrichten werden abgelehnt"
        );
    }
}

/// A FIM delivery: what the file stands for is compiled, sampled, generated and judged, in both shapes.
#[test]
fn xdatenfelder_files_are_examined_as_the_xsd_that_they_stand_for() {
    let nachbau = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schemas/xfall-nachbau");
    let [file, lists] =
        ["haushaltshilfe.xdf3.xml", "codelisten"].map(|name| nachbau.join(name).to_str().unwrap().to_owned());
    let refused = doctor(&["--no-build", &file]);
    assert_eq!(refused.code, 1);
    assert!(
        refused.section("Lieferung").starts_with("FEHLER: XL0314") && refused.report.contains("--codelists"),
        "{}",
        refused.report
    );
    for (shape, messages) in [("A", 3), ("B", 207)] {
        let arguments = [
            "--no-build",
            "--samples",
            "3",
            "--shape",
            shape,
            "--codelists",
            &lists,
            &file,
        ];
        let call = doctor(&arguments);
        assert_eq!(call.code, 0, "{}", call.report);
        assert!(call.report.contains(&format!("Form {shape}")), "{}", call.report);
        assert_eq!(call.section("Codelisten"), "in Ordnung: 4 von 4 sind da");
        for (program, title) in [("xmllint", "Urteile von libxml2"), ("javac", "Urteile von Xerces")] {
            let expected = format!("in Ordnung: {messages} von {messages} Urteilen sind gleich; ");
            assert!(
                !has(program) || call.section(title).starts_with(&expected),
                "{}",
                call.report
            );
        }
        let loads = "in Ordnung: alle 1 Schemadateien lassen sich einzeln laden";
        assert!(
            !has("xmllint") || call.section("Laden mit libxml2") == loads,
            "{}",
            call.report
        );
    }
    // What the portal's XSD calls by ids, the code calls as people do.
    let folder = tempfile::tempdir().unwrap();
    let kept = folder.path().join("bleibt");
    let xsd = nachbau.join("xsd-a/haushaltshilfe.xdf3.xsd");
    let arguments = [
        "--no-build",
        "--samples",
        "1",
        "--names",
        &file,
        "--keep",
        kept.to_str().unwrap(),
    ];
    let named = doctor(&[&arguments[..], &[xsd.to_str().unwrap()]].concat());
    assert_eq!(named.code, 0, "{}", named.report);
    let sources = fs::read_dir(kept.join("lieferung/src"))
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut code = sources
        .filter(|path| path.is_file())
        .map(|path| fs::read_to_string(path).unwrap_or_default());
    assert!(code.any(|text| text.contains("pub familienname:")), "{}", named.report);
    let any_code = doctor(&["--no-build", "--samples", "1", "--any-code", &file]);
    assert_eq!(any_code.code, 0, "{}", any_code.report);
    assert_eq!(any_code.section("Codelisten"), "Hinweis: 0 von 4 sind da");
}

/// Judges that refuse everything, or accept everything, in place of those of the machine.
#[cfg(unix)]
#[test]
fn a_judge_that_disagrees_is_an_error_unless_the_better_one_agrees() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = file(folder.path(), "a.xsd", &xsd("", "<xs:element name='a' type='xs:int'/>"));
    let programs = folder.path().join("programme");
    fs::create_dir(&programs).unwrap();
    let program = |name: &str, text: &str| {
        let path = file(&programs, name, &format!("#!/bin/sh\n{text}\n"));
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
    };
    let ask = || {
        let output = Command::new(env!("CARGO_BIN_EXE_xsozial-codegen"))
            .args(["doctor", "--no-build", "--samples", "2", &path])
            .env("PATH", format!("{}:/usr/bin:/bin", programs.display()))
            .output()
            .unwrap();
        (String::from_utf8(output.stdout).unwrap(), output.status.code())
    };
    let refuses = "for name; do case $name in 0*.xml) echo \"$name:1: element a: Schemas validity error : No.\" >&2;; esac; done; exit 3";
    program("xmllint", refuses);
    let agrees = "for list; do :; done; sed '/fehlerhaft/s/.*/invalid\t1\t1\tcvc\tcvc: No./; /^0/s/.*/valid\t0\t0\t\t/' \"$list\"; echo";
    program("java", agrees);
    let (report, code) = ask();
    assert_eq!(code, Some(0), "{report}");
    assert!(
        report.contains(
            "Urteile von libxml2    Hinweis: 0 von 2 Urteilen sind gleich; 1 von 1 fehlerhaften Nachrichten werden \
             abgelehnt\n    0000-0000.xml: No."
        ),
        "{report}"
    );
    assert!(report.contains("Xerces urteilt über sie wie xsozial"), "{report}");
    // Who accepts what is faulty disagrees as well.
    let accepts = "for name; do case $name in *.xml) echo \"$name validates\" >&2;; esac; done; exit 0";
    program("xmllint", accepts);
    let (report, code) = ask();
    assert_eq!(code, Some(0), "{report}");
    assert!(
        report.contains(
            "Urteile von libxml2    Hinweis: 2 von 2 Urteilen sind gleich; 0 von 1 fehlerhaften Nachrichten werden \
             abgelehnt\n    ../fehlerhaft/0000-0000.xml: wird angenommen; erwartet: XF0001 "
        ),
        "{report}"
    );
    program(
        "java",
        "for list; do :; done; sed 's/.*/valid\t0\t0\t\t/' \"$list\"; echo",
    );
    let (report, code) = ask();
    assert_eq!(code, Some(1), "{report}");
    for judge in [
        "Urteile von libxml2    FEHLER: 2 von 2",
        "Urteile von Xerces     FEHLER: 2 von 2",
    ] {
        assert!(report.contains(judge), "{report}");
    }
    program("xmllint", refuses);
    program(
        "java",
        "for list; do :; done; sed 's/.*/invalid\t1\t1\tcvc\tcvc: No./' \"$list\"; echo",
    );
    let (report, code) = ask();
    assert_eq!(code, Some(1), "{report}");
    assert!(report.contains("Urteile von libxml2    FEHLER: 0 von 2"), "{report}");
    assert!(
        report.contains(
            "Urteile von Xerces     FEHLER: 0 von 2 Urteilen sind gleich; 1 von 1 fehlerhaften Nachrichten werden \
             abgelehnt\n    0000-0000.xml: cvc: No."
        ),
        "{report}"
    );
    program("xmllint", "echo 'a.xsd:1: parser error : broken' >&2; exit 5");
    program("java", "echo 'module jdk.compiler not found' >&2; exit 1");
    let (report, code) = ask();
    assert_eq!(code, Some(0), "{report}");
    assert!(
        report.contains("Urteile von Xerces     entfällt: java (JDK) ist nicht installiert"),
        "{report}"
    );
    assert!(
        report.contains("kann die Schemas nicht laden; seine Meldung:\n    broken"),
        "{report}"
    );
}

/// The sets that are one delivery each: those with a list of their messages.
fn sets(corpora: &Path) -> Vec<PathBuf> {
    let mut sets: Vec<_> = fs::read_dir(corpora)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    sets.retain(|set| set.join("messages.tsv").is_file());
    sets.sort();
    sets
}

/// The report counts as many messages as the set's own list has in the namespaces that are shown; at least as many where
/// not all are shown.
fn require_messages(call: &Call, set: &Path) {
    let table = fs::read_to_string(set.join("messages.tsv")).unwrap();
    let rows = table.lines().skip(1).filter_map(|line| line.split('\t').next());
    let shown: Vec<&str> = call
        .report
        .lines()
        .map(str::trim)
        .filter(|line| rows.clone().any(|uri| uri == *line))
        .collect();
    if shown.is_empty() {
        return;
    }
    let expected = rows.filter(|uri| shown.contains(uri)).count();
    let told: usize = call.section("    Nachrichten:").parse().unwrap();
    let is_cut = call.report.contains(" weitere");
    assert!(
        told == expected || (is_cut && told > expected),
        "{}: {told}, {expected}",
        set.display()
    );
}

#[test]
fn the_archive_of_each_published_set_gets_a_right_report() {
    let Some(corpora) = corpora() else { return };
    let folder = tempfile::tempdir().unwrap();
    for set in sets(&corpora) {
        let name = set.file_name().unwrap().to_str().unwrap();
        let archive = folder.path().join(format!("{name}.zip"));
        zip(&set, &archive);
        let call = doctor(&["--no-build", "--samples", "2", archive.to_str().unwrap()]);
        assert_eq!(call.code, 0, "{}", call.report);
        let files = call.section("Schemas");
        assert!(
            files.starts_with("in Ordnung:") && files.ends_with("nichts davon wird abgelehnt"),
            "{name}: {files}"
        );
        require_messages(&call, &set);
        let messages = call.section("Musternachrichten");
        if messages.contains(" 0 Nachrichten") {
            assert_eq!(
                call.section("Urteile von Xerces"),
                "entfällt: es gibt keine Nachrichten"
            );
            continue;
        }
        let number: usize = messages.split_whitespace().find_map(|word| word.parse().ok()).unwrap();
        assert!(number > 0 && messages.starts_with("in Ordnung:"), "{name}: {messages}");
        for (program, title) in [("xmllint", "Urteile von libxml2"), ("javac", "Urteile von Xerces")] {
            let verdicts = call.section(title);
            let expected = format!("in Ordnung: {number} von {number} Urteilen sind gleich; ");
            assert!(
                !has(program) || verdicts.starts_with(&expected),
                "{name}: {title}: {}",
                call.report
            );
        }
        if has("xmllint") {
            // Three documents of one namespace are imported there; libxml2 keeps the first of them alone.
            let unloadable = call.section("Laden mit libxml2");
            let is_trap = name == "xbau-2.3";
            assert_eq!(
                unloadable.starts_with("Hinweis: 19 von 39"),
                is_trap,
                "{name}: {unloadable}"
            );
            assert_eq!(unloadable.starts_with("in Ordnung"), !is_trap, "{name}: {unloadable}");
            assert_eq!(call.report.contains("      xsd/xbau-baukasten.xsd"), is_trap, "{name}");
        }
    }
}

#[test]
fn an_archive_of_several_schemas_says_that_each_is_one_of_its_own() {
    let Some(corpora) = corpora() else { return };
    let folder = tempfile::tempdir().unwrap();
    let archive = folder.path().join("xfall.zip");
    zip(&corpora.join("xfall-fim"), &archive);
    let call = doctor(&["--no-build", archive.to_str().unwrap()]);
    assert_eq!(call.code, 1);
    assert!(
        call.report.contains("XM0103") && call.report.contains("doctor DATEI.xsd"),
        "{}",
        call.report
    );
    for file in fs::read_dir(corpora.join("xfall-fim/xsd")).unwrap() {
        let file = file.unwrap().path();
        if file.is_file() {
            let call = doctor(&["--no-build", "--samples", "2", file.to_str().unwrap()]);
            assert_eq!(call.code, 0, "{}", call.report);
        }
    }
    let lists = folder.path().join("listen.zip");
    zip(&corpora.join("codelists-destatis-dvdv-xbau"), &lists);
    let call = doctor(&["--no-build", lists.to_str().unwrap()]);
    assert_eq!(call.code, 1);
    assert!(
        call.section("Lieferung").starts_with("FEHLER: XI0001"),
        "{}",
        call.report
    );
}

/// The whole of it, with Cargo: what is built stays in the target folder, where the next run finds it.
#[test]
fn a_whole_run_builds_the_code_and_takes_the_messages_through_it() {
    let Some(corpora) = corpora() else { return };
    let folder = tempfile::tempdir().unwrap();
    let archive = folder.path().join("xberufsbildung.zip");
    zip(&corpora.join("xberufsbildung-0.6"), &archive);
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("doctor");
    let call = doctor(&[
        "--samples",
        "20",
        "--runtime",
        concat!(env!("CARGO_MANIFEST_DIR"), "/../xsozial-model"),
        "--target-dir",
        target.to_str().unwrap(),
        archive.to_str().unwrap(),
    ]);
    assert_eq!(call.code, 0, "{}", call.report);
    assert!(call.section("Rust-Code").contains("gebaut in"), "{}", call.report);
    let trip = "in Ordnung: 100 von 100 Nachrichten wurden gelesen, geschrieben und gleich wieder gelesen";
    assert_eq!(call.section("Rundreise"), trip);
    // What is faulty is refused by all, and by the generated code with the code that is expected.
    let told = call.section("Fehlerbeispiele");
    let number: usize = told.split_whitespace().find_map(|word| word.parse().ok()).unwrap();
    let expected = format!(
        "in Ordnung: {number} Nachrichten mit je einem Fehler; {number} lehnt der erzeugte Code mit dem erwarteten Befund ab"
    );
    assert_eq!(told, expected, "{}", call.report);
    assert!(number >= 100, "{told}");
    for (program, title) in [("xmllint", "Urteile von libxml2"), ("javac", "Urteile von Xerces")] {
        let refused = format!("{number} von {number} fehlerhaften Nachrichten werden abgelehnt");
        assert!(
            !has(program) || call.section(title).ends_with(&refused),
            "{}",
            call.report
        );
    }
}

/// libxml2 checks no references: what it lets pass there is told and no fault.
#[test]
fn what_libxml2_is_known_to_let_pass_is_labelled() {
    if !has("xmllint") {
        eprintln!("skipped: xmllint is not installed");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let content = "<xs:element name='a'><xs:complexType><xs:attribute name='id' type='xs:ID' use='required'/>
        <xs:attribute name='zu' type='xs:IDREF' use='required'/></xs:complexType></xs:element>";
    let path = file(folder.path(), "a.xsd", &xsd("", content));
    let call = doctor(&["--no-build", "--samples", "2", &path]);
    assert_eq!(call.code, 0, "{}", call.report);
    let libxml2 = call.section("Urteile von libxml2");
    assert!(
        libxml2.starts_with("in Ordnung: 2 von 2 Urteilen sind gleich; "),
        "{}",
        call.report
    );
    let known = "1 mit falschen Kennungen oder Verweisen (xs:ID, xs:IDREF) nimmt es bekanntlich an.";
    assert!(call.report.contains(known), "{}", call.report);
}
