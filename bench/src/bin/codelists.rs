//! `cargo run --release -p xsozial-bench --bin codelists`: how fast code lists load, how much memory they take, and which share
//! of validation the checking of codes is. See `docs/benchmarks.md`.
#![allow(clippy::print_stdout, clippy::print_stderr)]

use std::{
    error::Error,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
    sync::Arc,
};
use xsozial_bench::{
    codelists::{LoadedList, generated_list, load_stored, published_lists, share_of_codes, with_named_versions},
    corpus::{Corpus, shared_folder, workspace_root},
    memory::peak_of_process,
    speed::{LARGE, enlarge},
};
use xsozial_schema::{Schema, xsd::Sources};
use xsozial_validate::{CodelistOptions, Options, Validator};

const USAGE: &str = "\
usage: codelists                     the tables
       codelists stored [FILE...]    loads stored lists in a process of their own and prints its peak in bytes
       codelists validate WITH DOC [TIMES]
                                     validates a document, for a profiler; WITH: none, published, or named (the published
                                     lists, and each in every version that the document names)";

/// The set that the documents of `shared/bench` are messages of.
const SET: &str = "xwasser-1.0.0";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some(shared) = shared_folder()? else { return Ok(()) };
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => {
            loading(&shared)?;
            checking(&shared)
        }
        ["stored", ref files @ ..] => {
            let loaded = load_stored(files)?;
            println!("{}", peak_of_process().ok_or("only Linux tells the peak of a process")?);
            drop(loaded);
            Ok(())
        }
        ["validate", with, document] => validate(&shared, with, Path::new(document), 1),
        ["validate", with, document, times] => validate(&shared, with, Path::new(document), times.parse()?),
        _ => Err(USAGE.into()),
    }
}

/// Loading: the published lists AGS and RS, and one that is made up.
fn loading(shared: &Path) -> Result<(), Box<dyn Error>> {
    println!(
        "| list | rows | XML in ms | stored in ms | stored bytes | memory of the process in MB, without any list |"
    );
    println!("|---|---|---|---|---|---|");
    let folder = target_folder().join("codelists");
    std::fs::create_dir_all(&folder)?;
    let empty = peak(&[])?;
    let published = shared.join("corpora/codelists-destatis-dvdv-xbau");
    let mut lists = Vec::new();
    for name in ["ags_2026-06-30", "rs_2026-06-30"] {
        let file = format!("urn_de_bund_destatis_bevoelkerungsstatistik_schluessel_{name}.xml");
        lists.push((name, std::fs::read(published.join(file))?));
    }
    lists.push(("made up", generated_list(100_000)));
    for (name, xml) in lists {
        let loaded = LoadedList::measure(&xml)?;
        let path = folder.join(format!("{name}.bin"));
        std::fs::write(&path, &loaded.stored)?;
        let memory = peak(&[path])?;
        println!("| {name} | {loaded} | {} | {} |", megabytes(memory), megabytes(empty));
    }
    Ok(())
}

/// The peak of a process that loads these stored lists.
fn peak(files: &[PathBuf]) -> Result<u64, Box<dyn Error>> {
    let output = Command::new(std::env::current_exe()?)
        .arg("stored")
        .args(files)
        .output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().parse()?)
}

/// Checking codes: the share of the time that validation with all lists takes.
fn checking(shared: &Path) -> Result<(), Box<dyn Error>> {
    println!(
        "\n| document | lists | without lists in µs | with all lists in µs | share of codes |\n|---|---|---|---|---|"
    );
    let corpus = Corpus::new(shared, SET);
    let schema = Arc::new(Schema::compile(
        Sources::new().schema(corpus.schemas()).catalog(corpus.catalog()),
    )?);
    let all = Arc::new(published_lists(shared)?);
    for document in documents(shared)? {
        let text = std::fs::read_to_string(&document)?;
        let named = Arc::new(with_named_versions(&all, &text)?);
        let name = document.file_name().unwrap_or_default().to_string_lossy();
        for (what, lists) in [("all published", &all), ("and every version that it names", &named)] {
            let without = without_words(Validator::new(Arc::clone(&schema)));
            let with = without
                .clone()
                .with_codelists(Arc::clone(lists), CodelistOptions::default());
            println!(
                "| {name} | {what} | {} |",
                share_of_codes(&without, &with, text.as_bytes())
            );
        }
    }
    Ok(())
}

/// The look-ups are measured, not what findings cost: they are counted, and not put into words.
fn without_words(validator: Validator) -> Validator {
    validator.with_options(Options {
        most_findings: 0,
        ..Options::default()
    })
}

fn documents(shared: &Path) -> Result<[PathBuf; 3], Box<dyn Error>> {
    let [small, medium] = ["small.xml", "medium.xml"].map(|name| shared.join("bench").join(name));
    let large = target_folder().join("large.xml");
    if !large.is_file() {
        std::fs::create_dir_all(target_folder())?;
        enlarge(&medium, &large, LARGE)?;
    }
    Ok([small, medium, large])
}

/// Validates a document, for a profiler that counts instructions.
fn validate(shared: &Path, with: &str, document: &Path, times: u32) -> Result<(), Box<dyn Error>> {
    let corpus = Corpus::new(shared, SET);
    let schema = Schema::compile(Sources::new().schema(corpus.schemas()).catalog(corpus.catalog()))?;
    let text = std::fs::read_to_string(document)?;
    // The lists are loaded whether or not they are used, so that two runs differ by the check alone.
    let all = published_lists(shared)?;
    let named = with_named_versions(&all, &text)?;
    let validator = without_words(Validator::new(schema));
    let validator = match with {
        "none" => validator,
        "published" => validator.with_codelists(Arc::new(all), CodelistOptions::default()),
        "named" => validator.with_codelists(Arc::new(named), CodelistOptions::default()),
        _ => return Err(USAGE.into()),
    };
    for _ in 1..times {
        validator.report(text.as_bytes());
    }
    println!("{}", validator.report(text.as_bytes()).left_out());
    Ok(())
}

/// `bench` in the folder that cargo builds into.
fn target_folder() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace_root().join("target"), PathBuf::from);
    target.join("bench")
}

/// Megabytes (10⁶ bytes) with one digit behind the point.
fn megabytes(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100_000);
    format!("{}.{}", tenths / 10, tenths % 10)
}
