//! How many Schematron rules lie with a schema. They are counted so that the output can say that they were not run.

use std::{
    collections::BTreeSet,
    fs::{self, File},
    io::BufReader,
    path::{Path, PathBuf},
};
use xsozial_model::xml::{Error, Event, EventSource, StreamSource};
use xsozial_schema::{limits::Limits, names::Names};

/// The namespace of Schematron (ISO/IEC 19757-3, clause 5.1).
const NAMESPACE: &str = "http://purl.oclc.org/dsdl/schematron";

/// Folders are searched this deep.
const DEEPEST: usize = 4;

/// Counts the `rule` elements of the files `*.sch` in folders called `schematron` in or beside the folders of these
/// schemas, as the XRepository delivers them. Archives are not searched. A file that cannot be read counts nothing.
pub(super) fn count_rules(schemas: &[PathBuf]) -> usize {
    let mut files = BTreeSet::new();
    for schema in schemas {
        let folder = if schema.is_dir() {
            Some(schema.as_path())
        } else {
            schema.parent()
        };
        for base in [folder, folder.and_then(Path::parent)].into_iter().flatten() {
            for child in children(base).filter(|child| is_called(child.file_name(), "schematron")) {
                collect(&child, DEEPEST, &mut files);
            }
        }
    }
    files.iter().map(|file| count(file).unwrap_or_default()).sum()
}

fn collect(folder: &Path, depth: usize, files: &mut BTreeSet<PathBuf>) {
    for path in children(folder) {
        if path.is_dir() {
            if depth > 0 {
                collect(&path, depth - 1, files);
            }
        } else if is_called(path.extension(), "sch")
            // The same file by two ways counts once.
            && let Ok(path) = path.canonicalize()
        {
            files.insert(path);
        }
    }
}

fn children(folder: &Path) -> impl Iterator<Item = PathBuf> {
    // The folder of a plain file name is the empty path.
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
}

fn is_called(name: Option<&std::ffi::OsStr>, wanted: &str) -> bool {
    name.is_some_and(|name| name.eq_ignore_ascii_case(wanted))
}

fn count(file: &Path) -> Option<usize> {
    let mut names = Names::new();
    let namespace = names.intern_namespace(NAMESPACE);
    let rule = names.intern(namespace, "rule");
    let document = BufReader::new(File::open(file).ok()?);
    let mut source = StreamSource::new(document, &names, Limits::default());
    let mut rules = 0;
    let mut read = || -> Result<bool, Error> {
        match source.next()? {
            Event::Start(start) => rules += usize::from(start.name == rule),
            Event::EndOfDocument => return Ok(false),
            Event::Text(_) | Event::End => {}
        }
        Ok(true)
    };
    while read().ok()? {}
    Some(rules)
}
