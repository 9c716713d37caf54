//! From the arguments to the documents.

use super::Obstacle;
use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

/// A document to check, or an argument that gives none.
#[derive(Debug)]
pub(crate) enum Input {
    /// A file.
    File(PathBuf),
    /// The standard input.
    Stdin,
    /// A folder whose documents cannot be found.
    Unusable {
        /// The folder.
        folder: PathBuf,
        /// Why.
        obstacle: Obstacle,
    },
}

impl Input {
    /// What the document is called.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::File(path) | Self::Unusable { folder: path, .. } => path.display().to_string(),
            Self::Stdin => "-".to_owned(),
        }
    }
}

/// The arguments name the standard input more than once. It can be read once, and its empty rest is no document.
#[derive(Debug)]
pub(crate) struct StdinTwice;

/// The documents that the arguments name, in their order: a file is one, `-` the standard input, and a folder all files
/// `*.xml` in it and below it, sorted by path. Links to folders are not followed.
pub(crate) fn inputs(arguments: &[PathBuf]) -> Result<Vec<Input>, StdinTwice> {
    let is_stdin = |argument: &&PathBuf| argument.as_os_str() == "-";
    if arguments.iter().filter(is_stdin).count() > 1 {
        return Err(StdinTwice);
    }
    let mut inputs = Vec::new();
    for argument in arguments {
        if is_stdin(&argument) {
            inputs.push(Input::Stdin);
        } else if argument.is_dir() {
            of_folder(argument, &mut inputs);
        } else {
            inputs.push(Input::File(argument.clone()));
        }
    }
    Ok(inputs)
}

fn of_folder(folder: &Path, inputs: &mut Vec<Input>) {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        if let Err(error) = read_folder(&folder, &mut found, &mut open) {
            found.insert(folder, Some(error.into()));
        }
    }
    // A folder without documents is a slip, and silence would be read as "all valid".
    if found.is_empty() {
        found.insert(folder.to_owned(), Some(Obstacle::EmptyFolder));
    }
    inputs.extend(found.into_iter().map(|(path, obstacle)| match obstacle {
        None => Input::File(path),
        Some(obstacle) => Input::Unusable { folder: path, obstacle },
    }));
}

/// Adds the documents of a folder to those found, and its folders to those that are still to be read.
fn read_folder(
    folder: &Path,
    found: &mut BTreeMap<PathBuf, Option<Obstacle>>,
    open: &mut Vec<PathBuf>,
) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        if entry.file_type()?.is_dir() {
            open.push(path);
        } else if is_xml(&path) && !path.is_dir() {
            found.insert(path, None);
        }
    }
    Ok(())
}

fn is_xml(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("xml"))
}
