//! STUB
use crate::xsd::XsdError;
use std::path::PathBuf;
/// s
#[derive(Default)]
pub struct Sources(Vec<PathBuf>);
impl Sources {
    /// s
    pub fn new() -> Self {
        Self::default()
    }
    /// s
    pub fn schema(mut self, p: impl Into<PathBuf>) -> Self {
        self.0.push(p.into());
        self
    }
    /// s
    pub fn load(self) -> Result<DocumentSet, XsdError> {
        let mut documents = Vec::new();
        for dir in self.0 {
            for e in std::fs::read_dir(dir).unwrap() {
                let p = e.unwrap().path();
                if p.extension().is_some_and(|e| e == "xsd") {
                    let text = std::fs::read_to_string(&p).unwrap();
                    let tree = roxmltree::Document::parse_with_options(
                        &text,
                        roxmltree::ParsingOptions {
                            allow_dtd: true,
                            ..Default::default()
                        },
                    )
                    .unwrap();
                    let t = tree.root_element().attribute("targetNamespace").map(str::to_owned);
                    drop(tree);
                    documents.push(LoadedDocument {
                        path: p.file_name().unwrap().to_string_lossy().into_owned(),
                        text,
                        sha256: String::new(),
                        version: None,
                        target_namespace: t,
                        references: vec![],
                    });
                }
            }
        }
        documents.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(DocumentSet { documents })
    }
}
/// s
pub struct DocumentSet {
    /// s
    pub documents: Vec<LoadedDocument>,
}
/// s
pub struct LoadedDocument {
    /// s
    pub path: String,
    /// s
    pub text: String,
    /// s
    pub sha256: String,
    /// s
    pub version: Option<String>,
    /// s
    pub target_namespace: Option<String>,
    /// s
    pub references: Vec<Reference>,
}
impl LoadedDocument {
    /// s
    pub fn line_column(&self, offset: usize) -> (u32, u32) {
        (u32::try_from(self.text[..offset].matches('\n').count()).unwrap() + 1, 1)
    }
}
/// s
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum ReferenceKind {
    /// s
    Include,
    /// s
    Import,
    /// s
    Redefine,
}
/// s
pub struct Reference {
    /// s
    pub kind: ReferenceKind,
    /// s
    pub line: u32,
    /// s
    pub resolved: Vec<usize>,
}
