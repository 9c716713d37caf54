//! A schema set in one folder, for peers that know no catalogs.

use super::Failure;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Copies the schema documents of a folder and its folders into one, changed so that they find each other there by their
/// file names alone and need no document type declaration. Returns the path of the one with this name.
pub fn flatten_schemas(schemas: &Path, target: &Path, entry: &str) -> Result<PathBuf, Failure> {
    fs::create_dir_all(target)?;
    copy(schemas, target)?;
    Ok(target.join(entry))
}

fn copy(folder: &Path, target: &Path) -> Result<(), Failure> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        match path.file_name() {
            Some(_) if path.is_dir() => copy(&path, target)?,
            Some(name) if path.extension().is_some_and(|extension| extension == "xsd") => {
                let text = fs::read_to_string(&path)?;
                fs::write(target.join(name), with_local_references(&without_doctype(&text)))?;
            }
            _ => {}
        }
    }
    Ok(())
}

/// The document without its document type declaration.
fn without_doctype(text: &str) -> String {
    let declaration = text.find("<!DOCTYPE").and_then(|start| {
        let end = text[start..].find("]>")?;
        Some(start..start + end + "]>".len())
    });
    match declaration {
        Some(range) => [&text[..range.start], &text[range.end..]].concat(),
        None => text.to_owned(),
    }
}

/// The document with the file names alone in its references to others.
fn with_local_references(text: &str) -> String {
    const REFERENCE: &str = "schemaLocation=\"";
    let mut parts = text.split(REFERENCE);
    let mut result = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (location, rest) = part.split_once('"').unwrap_or((part, ""));
        let name = location.rsplit('/').next().unwrap_or(location);
        result.extend([REFERENCE, name, "\"", rest]);
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_keep_the_file_name() {
        let text = "<a schemaLocation=\"http://host/x/y.xsd\" b=\"c\"/><d schemaLocation=\"z.xsd\"/>";
        assert_eq!(
            with_local_references(text),
            "<a schemaLocation=\"y.xsd\" b=\"c\"/><d schemaLocation=\"z.xsd\"/>"
        );
    }

    #[test]
    fn the_document_type_declaration_is_left_out() {
        assert_eq!(
            without_doctype("<?xml?><!DOCTYPE a [ <!ENTITY b 'c'> ]><a/>"),
            "<?xml?><a/>"
        );
        assert_eq!(without_doctype("<a/>"), "<a/>");
    }
}
