//! From the arguments to the documents.

use super::Obstacle;
use std::{
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

/// The documents that the arguments name, in their order: a file is one, `-` the standard input, and a folder all files
/// `*.xml` in it and below it, sorted by path. Links to folders are not followed.
pub(crate) fn inputs(arguments: &[PathBuf]) -> Vec<Input> {
    let mut inputs = Vec::new();
    for argument in arguments {
        if argument.as_os_str() == "-" {
            inputs.push(Input::Stdin);
        } else if argument.is_dir() {
            of_folder(argument, &mut inputs);
        } else {
            inputs.push(Input::File(argument.clone()));
        }
    }
    inputs
}

fn of_folder(folder: &Path, inputs: &mut Vec<Input>) {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    let before = inputs.len();
    while let Some(folder) = open.pop() {
        if let Err(error) = read_folder(&folder, &mut found, &mut open) {
            let obstacle = error.into();
            inputs.push(Input::Unusable { folder, obstacle });
        }
    }
    // A folder without documents is a slip, and silence would be read as "all valid".
    if found.is_empty() && inputs.len() == before {
        inputs.push(Input::Unusable {
            folder: folder.to_owned(),
            obstacle: Obstacle::EmptyFolder,
        });
    }
    found.sort();
    inputs.extend(found.into_iter().map(Input::File));
}

fn read_folder(folder: &Path, found: &mut Vec<PathBuf>, open: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        if entry.file_type()?.is_dir() {
            open.push(path);
        } else if is_xml(&path) && !path.is_dir() {
            found.push(path);
        }
    }
    Ok(())
}

fn is_xml(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("xml"))
}
