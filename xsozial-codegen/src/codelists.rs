//! Code lists that were given beside the schema, for the names of codes.

use crate::Error;
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};
use xsozial_schema::{
    codelists::{CodelistStore, StoreError, StoreProblem, StoreProblemKind},
    genericode::CodeList,
    schema::CodeBinding,
};

/// Longest list whose codes become constants.
pub(crate) const MOST_CONSTANTS: usize = 60;

/// Short code lists by URI and version.
#[derive(Default)]
pub(crate) struct Codelists {
    /// URI → version → list; the first file in the order of paths counts.
    lists: BTreeMap<String, BTreeMap<String, Arc<CodeList>>>,
    /// Files that are no code lists; their codes stay without names.
    pub(crate) unreadable: Vec<StoreProblem>,
    /// All files that were read.
    pub(crate) files: Vec<PathBuf>,
}

impl Codelists {
    /// Reads folders (all `.xml` files and ZIP archives in them and below), ZIP archives and single lists. A folder without
    /// any file that could be a list is told and changes nothing: names of codes are an addition.
    pub(crate) fn read(paths: &[PathBuf]) -> Result<Self, Error> {
        let mut lists = Self::default();
        for path in paths {
            lists.add(path)?;
        }
        Ok(lists)
    }

    fn add(&mut self, path: &Path) -> Result<(), Error> {
        let store = match CodelistStore::load([path]) {
            Err(StoreError::NoList { path: shown }) if path.is_dir() => {
                self.unreadable.push(StoreProblem {
                    path: shown,
                    line: 0,
                    kind: StoreProblemKind::NoList,
                });
                return Ok(());
            }
            loaded => loaded?,
        };
        let mut stored: Vec<_> = store.lists().iter().collect();
        // Of two files with one list the first in the order of paths counts.
        stored.sort_by(|one, other| one.path.cmp(&other.path));
        for stored in stored {
            self.insert(stored.list.clone());
        }
        self.unreadable.extend_from_slice(store.problems());
        if path.is_dir() {
            self.files.extend(files_of(path)?);
        } else {
            self.files.push(path.to_owned());
        }
        Ok(())
    }

    fn insert(&mut self, list: CodeList) {
        let versions = self.lists.entry(list.identification.canonical_uri.clone()).or_default();
        versions
            .entry(list.identification.version.clone())
            .or_insert_with(|| Arc::new(list));
    }

    /// The lists themselves, in the order of URI and version.
    pub(crate) fn into_lists(self) -> impl Iterator<Item = CodeList> {
        let lists = self.lists.into_values().flat_map(BTreeMap::into_values);
        lists.map(Arc::unwrap_or_clone)
    }

    /// The lists, shared.
    pub(crate) fn shared(&self) -> impl Iterator<Item = Arc<CodeList>> {
        self.lists.values().flat_map(BTreeMap::values).cloned()
    }

    /// The codes and what they mean of the list that a code type is bound to; none when it is not at hand or long. A type
    /// that leaves the version to the document (type 3) has constants only when a single version is at hand.
    pub(crate) fn entries(&self, binding: &CodeBinding) -> Vec<(String, String)> {
        let versions = binding.list_uri.as_ref().and_then(|uri| self.lists.get(uri));
        let list = versions.and_then(|versions| match &binding.list_version {
            Some(version) => versions.get(version),
            None if versions.len() == 1 => versions.values().next(),
            None => None,
        });
        match list {
            Some(list) if list.row_count() <= MOST_CONSTANTS => entries(list, &binding.code_column),
            Some(_) | None => Vec::new(),
        }
    }
}

fn entries(list: &CodeList, code_column: &str) -> Vec<(String, String)> {
    let Some(code_column) = list.code_column(Some(code_column)) else {
        return Vec::new();
    };
    let name_column = list.name_column(code_column);
    (0..list.row_count())
        .filter_map(|row| {
            let code = list.value(row, code_column)?;
            let name = name_column
                .and_then(|column| list.value(row, column))
                .unwrap_or_default();
            Some((code.to_owned(), name.to_owned()))
        })
        .collect()
}

/// The files that lists are read from in the order of their paths, so that the output does not depend on the file system.
fn files_of(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut files = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        let failed = |source| Error::File {
            path: folder.clone(),
            source,
        };
        for entry in fs::read_dir(&folder).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            // Links are not followed: a folder may lead back to itself.
            let kind = entry.file_type().map_err(failed)?;
            let path = entry.path();
            if kind.is_dir() {
                open.push(path);
            } else if path
                .extension()
                .is_some_and(|extension| extension.eq_ignore_ascii_case("xml") || extension.eq_ignore_ascii_case("zip"))
            {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::Codelists;
    use std::{fs, io::Write as _};
    use xsozial_schema::schema::{CodeBinding, CodeTyp};
    use zip::{ZipWriter, write::SimpleFileOptions};

    const LIST: &str = r#"<gc:CodeList xmlns:gc="http://docs.oasis-open.org/codelist/ns/genericode/1.0/">
        <Identification><ShortName>a</ShortName><Version>1</Version><CanonicalUri>urn:a</CanonicalUri>
        <CanonicalVersionUri>urn:a_1</CanonicalVersionUri></Identification>
        <ColumnSet><Column Id="k" Use="required"><ShortName>k</ShortName><Data Type="string"/></Column>
        <Column Id="beschreibung" Use="required"><ShortName>b</ShortName><Data Type="string"/></Column>
        <Key Id="s"><ShortName>s</ShortName><ColumnRef Ref="k"/></Key></ColumnSet>
        <SimpleCodeList><Row><Value ColumnRef="k"><SimpleValue>1</SimpleValue></Value>
        <Value ColumnRef="beschreibung"><SimpleValue>eins</SimpleValue></Value></Row></SimpleCodeList></gc:CodeList>"#;

    fn binding(version: Option<&str>) -> CodeBinding {
        CodeBinding {
            typ: CodeTyp::Typ2,
            list_uri: Some("urn:a".to_owned()),
            list_version: version.map(str::to_owned),
            name: String::new(),
            code_column: String::new(),
        }
    }

    #[test]
    fn lists_are_found_by_uri_and_version_and_broken_files_told() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("mehr")).unwrap();
        fs::write(folder.path().join("mehr/a.xml"), LIST).unwrap();
        fs::write(folder.path().join("kaputt.xml"), "<Fehler/>").unwrap();
        fs::write(folder.path().join("liesmich.txt"), "kein XML").unwrap();
        let lists = Codelists::read(&[folder.path().to_owned()]).unwrap();
        let expected = vec![("1".to_owned(), "eins".to_owned())];
        assert_eq!(lists.entries(&binding(Some("1"))), expected);
        assert_eq!(lists.entries(&binding(None)), expected);
        assert!(lists.entries(&binding(Some("2"))).is_empty());
        assert_eq!(lists.unreadable.len(), 1);
        assert_eq!(lists.unreadable[0].path, "kaputt.xml");
        assert_eq!(lists.files.len(), 2);
    }

    #[test]
    fn an_archive_and_a_single_list_are_read_as_they_were_downloaded() {
        let folder = tempfile::tempdir().unwrap();
        let (archive, single) = (folder.path().join("listen.zip"), folder.path().join("a.xml"));
        let mut zip = ZipWriter::new(fs::File::create(&archive).unwrap());
        for (name, text) in [
            ("mehr/a.xml", LIST),
            ("mehr/a_fehlerhaft.xml", "<Fehler/>"),
            ("innen.zip", "PK"),
        ] {
            zip.start_file(name, SimpleFileOptions::default()).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        zip.finish().unwrap();
        fs::write(&single, LIST).unwrap();
        for path in [&archive, &single] {
            let lists = Codelists::read(std::slice::from_ref(path)).unwrap();
            assert_eq!(lists.entries(&binding(None)), [("1".to_owned(), "eins".to_owned())]);
            assert_eq!(lists.files, std::slice::from_ref(path));
        }
        let unreadable = Codelists::read(&[archive]).unwrap().unreadable;
        assert!(
            unreadable
                .iter()
                .any(|problem| problem.path.ends_with("a_fehlerhaft.xml"))
        );
        fs::write(&single, "PK kein Archiv").unwrap();
        assert_eq!(Codelists::read(&[single]).unwrap().unreadable.len(), 1);
    }

    #[test]
    fn a_missing_folder_is_an_error() {
        assert!(Codelists::read(&["gibt/es/nicht".into()]).is_err());
    }

    #[test]
    fn a_folder_without_lists_was_taken_without_a_word_and_an_archive_in_a_folder_passed_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = [folder.path().to_owned()];
        let lists = Codelists::read(&path).unwrap();
        assert_eq!((lists.unreadable[0].kind.code(), lists.unreadable.len()), ("XK0106", 1));
        let mut zip = ZipWriter::new(fs::File::create(folder.path().join("listen.zip")).unwrap());
        zip.start_file("a.xml", SimpleFileOptions::default()).unwrap();
        zip.write_all(LIST.as_bytes()).unwrap();
        zip.finish().unwrap();
        let lists = Codelists::read(&path).unwrap();
        assert_eq!(lists.entries(&binding(None)), [("1".to_owned(), "eins".to_owned())]);
        assert_eq!(lists.files, [folder.path().join("listen.zip")]);
    }
}
