//! Writing files without harming others.

use super::GeneratedFile;
use crate::{Error, render::MARK};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// First bytes of every stored schema.
const SCHEMA_MAGIC: &[u8] = b"xsozial";

/// Writes the files below a folder. A file that is already as it should be is not touched, so that nothing is built anew
/// without need; a file that this generator did not write is left alone and is an error. Nothing is ever deleted.
pub(crate) fn write_files(folder: &Path, files: &[GeneratedFile]) -> Result<(), Error> {
    let mut changed = Vec::new();
    for file in files {
        let path = folder.join(&file.path);
        match fs::read(&path) {
            Ok(present) if present == file.contents => {}
            Ok(present) if is_ours(&present) => changed.push((path, file)),
            Ok(_) => return Err(Error::ForeignFile { path }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => changed.push((path, file)),
            Err(source) => return Err(Error::File { path, source }),
        }
    }
    for (path, file) in changed {
        write(&path, &file.contents)?;
    }
    Ok(())
}

fn is_ours(contents: &[u8]) -> bool {
    let first_line = contents.split(|&byte| byte == b'\n').next().unwrap_or_default();
    let has_mark = first_line.windows(MARK.len()).any(|window| window == MARK.as_bytes());
    has_mark || contents.starts_with(SCHEMA_MAGIC)
}

fn write(path: &Path, contents: &[u8]) -> Result<(), Error> {
    let failed = |path: &Path, source| Error::File {
        path: PathBuf::from(path),
        source,
    };
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|source| failed(folder, source))?;
    }
    fs::write(path, contents).map_err(|source| failed(path, source))
}

#[cfg(test)]
mod tests {
    use super::write_files;
    use crate::{Error, package::GeneratedFile, render::MARK};
    use std::fs;

    #[test]
    fn own_files_are_replaced_and_foreign_ones_left() {
        let folder = tempfile::tempdir().unwrap();
        let file = |contents: String| vec![GeneratedFile::new("src/a.rs", contents)];
        write_files(folder.path(), &file(format!("// {MARK}.\n1"))).unwrap();
        write_files(folder.path(), &file(format!("// {MARK}.\n2"))).unwrap();
        let path = folder.path().join("src/a.rs");
        assert!(fs::read_to_string(&path).unwrap().ends_with('2'));

        fs::write(&path, "mine").unwrap();
        let refused = write_files(folder.path(), &file(format!("// {MARK}.\n3")));
        assert!(matches!(refused, Err(Error::ForeignFile { .. })));
        assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
    }

    #[test]
    fn a_file_that_is_as_it_should_be_is_not_touched() {
        let folder = tempfile::tempdir().unwrap();
        let files = [GeneratedFile::new("a.rs", "same")];
        write_files(folder.path(), &files).unwrap();
        let before = fs::metadata(folder.path().join("a.rs")).unwrap().modified().unwrap();
        write_files(folder.path(), &files).unwrap();
        let after = fs::metadata(folder.path().join("a.rs")).unwrap().modified().unwrap();
        assert_eq!(before, after);
    }
}
