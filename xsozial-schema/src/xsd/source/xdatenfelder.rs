//! XDatenfelder files among the documents: each becomes the schema document that a converter would make of it, whose places
//! are those of the XDatenfelder file.

use super::{
    DocumentSet, Sources,
    doctype::PlainText,
    document::LoadedDocument,
    read::{hash, hexadecimal},
};
use crate::{
    files,
    genericode::CodeList,
    schema::SchemaData,
    xdatenfelder::{self, Datenschema, MissingCodelists, Options, Shape, XdatenfelderError, XdatenfelderProblem},
    xsd::XsdError,
};
use std::{path::PathBuf, sync::Arc};

/// What the caller wants of XDatenfelder files.
#[derive(Clone, Debug, Default)]
pub(super) struct Settings {
    pub(super) options: Options,
    /// Files that are there for their names alone.
    names: Vec<PathBuf>,
}

impl Sources {
    /// The shape of the schemas that XDatenfelder files become; [`Shape::A`] without it.
    #[must_use]
    pub fn shape(mut self, shape: Shape) -> Self {
        self.xdatenfelder.options.shape = shape;
        self
    }

    /// Adds code lists that XDatenfelder files refer to. All other documents leave code lists to their readers.
    #[must_use]
    pub fn codelists(mut self, codelists: impl IntoIterator<Item = Arc<CodeList>>) -> Self {
        self.xdatenfelder.options.codelists.extend(codelists);
        self
    }

    /// What is to be done about code lists of XDatenfelder files that are not at hand; without it the files are refused.
    #[must_use]
    pub fn missing_codelists(mut self, missing: MissingCodelists) -> Self {
        self.xdatenfelder.options.missing_codelists = missing;
        self
    }

    /// Adds an XDatenfelder file for its names, help texts and rules alone: the structure comes from an XSD whose element
    /// names are the file's ids.
    #[must_use]
    pub fn names(mut self, path: impl Into<PathBuf>) -> Self {
        self.xdatenfelder.names.push(path.into());
        self
    }
}

impl Settings {
    /// Reads the files that are there for their names alone.
    pub(super) fn read_names(&self) -> Result<Vec<Datenschema>, XsdError> {
        let read = |path: &PathBuf| {
            let shown = path.file_name().map_or_else(
                || path.display().to_string(),
                |name| name.to_string_lossy().into_owned(),
            );
            let schema = Datenschema::from_bytes(&files::read(path, &path.display().to_string())?, &shown)?;
            Ok(schema.with_known_codes(&self.options)?)
        };
        self.names.iter().map(read).collect()
    }

    /// The files that are there for their names alone.
    pub(super) fn name_files(&self) -> impl Iterator<Item = PathBuf> {
        self.names
            .iter()
            .map(|path| path.canonicalize().unwrap_or_else(|_| path.clone()))
    }
}

/// The schema document that a file becomes.
pub(super) fn translate(
    schema: Datenschema,
    plain: PlainText,
    bytes: &[u8],
    options: &Options,
) -> Result<LoadedDocument, XdatenfelderError> {
    let (schema, xsd) = schema.translated(options)?;
    Ok(LoadedDocument {
        path: schema.datei.clone(),
        copies: Vec::new(),
        bytes: Some(bytes.into()),
        positions: plain.positions.of_another_text(plain.text, &xsd.origins),
        // Code lists and shape decide about documents as much as the file does.
        sha256: hexadecimal(&hash(xsd.text.as_bytes())),
        text: xsd.text,
        target_namespace: Some(xsd.namespace),
        references: Vec::new(),
        builtin: false,
        datenschema: Some(Arc::new(schema)),
    })
}

impl DocumentSet {
    /// Adds to the compiled schema what the XDatenfelder files say beside their XSD.
    pub(in crate::xsd) fn describe(&self, data: &mut SchemaData) -> Result<(), XsdError> {
        for document in &self.documents {
            if let Some(schema) = &document.datenschema {
                xdatenfelder::describe(data, schema, document.target_namespace.as_deref());
            }
        }
        for schema in &self.names {
            if !xdatenfelder::describe(data, schema, None) {
                return Err(XdatenfelderError::of_file(&schema.datei, XdatenfelderProblem::NoNameFits).into());
            }
        }
        Ok(())
    }
}
