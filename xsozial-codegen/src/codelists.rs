//! Code lists that were given beside the schema, for the names of codes.

use crate::Error;
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};
use xsozial_schema::{
    genericode::{CodeList, GenericodeError},
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
    pub(crate) unreadable: Vec<GenericodeError>,
    /// All files that were read.
    pub(crate) files: Vec<PathBuf>,
}

impl Codelists {
    /// Reads all `.xml` files of these folders and their subfolders.
    pub(crate) fn read(folders: &[PathBuf]) -> Result<Self, Error> {
        let mut lists = Self::default();
        for folder in folders {
            for file in xml_files(folder)? {
                lists.add(folder, file)?;
            }
        }
        Ok(lists)
    }

    fn add(&mut self, folder: &Path, file: PathBuf) -> Result<(), Error> {
        let bytes = fs::read(&file).map_err(|source| Error::File {
            path: file.clone(),
            source,
        })?;
        let name = file
            .strip_prefix(folder)
            .unwrap_or(&file)
            .to_string_lossy()
            .replace('\\', "/");
        match CodeList::from_bytes(&bytes, &name) {
            Ok(list) => {
                let versions = self.lists.entry(list.identification.canonical_uri.clone()).or_default();
                versions
                    .entry(list.identification.version.clone())
                    .or_insert_with(|| Arc::new(list));
            }
            Err(error) => self.unreadable.push(error),
        }
        self.files.push(file);
        Ok(())
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

/// The files in the order of their paths, so that the output does not depend on the file system.
fn xml_files(folder: &Path) -> Result<Vec<PathBuf>, Error> {
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
                .is_some_and(|extension| extension.eq_ignore_ascii_case("xml"))
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
    use std::fs;
    use xsozial_schema::schema::{CodeBinding, CodeTyp};

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
    fn a_missing_folder_is_an_error() {
        assert!(Codelists::read(&["gibt/es/nicht".into()]).is_err());
    }
}
