//! `xsozial.toml`: what would otherwise be said with every call.

mod code_name;
mod names;

use super::{CheckArguments, Error, LanguageName, XdatenfelderArguments};
use crate::{Level, Severities, format::Format};
use code_name::CodeName;
use names::{FormatName, LevelName};
use serde::Deserialize;
use std::{
    collections::BTreeMap,
    fs,
    io::ErrorKind,
    path::{Path, PathBuf},
};
use toml::Spanned;
use xsozial_schema::xdatenfelder::Shape;

/// What the file is called where it is looked for.
pub const FILE_NAME: &str = "xsozial.toml";

/// What `xsozial.toml` says. The command line beats it. Paths are those from the folder of the file.
///
/// ```toml
/// language = "de"
/// format = "text"
/// schemas = ["schemas/xwasser-1.0.0.zip"]
/// catalog = "schemas/catalog.xml"
/// profiles = ["profile/wohngeld.toml"]
///
/// [stores]
/// codelists = ["codelisten"]
///
/// [store]
/// path = "standards"
///
/// [xdatenfelder]
/// shape = "A"
/// names = ["antrag.xdf3.xml"]
/// any-code = false
///
/// [severity]
/// XF0201 = "warning" # error, warning, info or off
/// ```
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Configuration {
    /// The language of the findings.
    pub language: Option<LanguageName>,
    /// How findings are written.
    pub format: Option<Format>,
    /// XSDs, folders, archives, or a schema.bin.
    pub schemas: Vec<PathBuf>,
    /// An OASIS catalog.
    pub catalog: Option<PathBuf>,
    /// Profiles of mandatory fields.
    pub profiles: Vec<PathBuf>,
    /// Genericode lists: files, folders, archives.
    pub codelists: Vec<PathBuf>,
    /// The folder of installed standards.
    pub store: Option<PathBuf>,
    /// What is to be known of XDatenfelder files.
    pub xdatenfelder: XdatenfelderArguments,
    /// How much codes weigh.
    pub severities: Severities,
}

/// The file as it is written.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    language: Option<LanguageName>,
    format: Option<FormatName>,
    #[serde(default)]
    schemas: Vec<PathBuf>,
    catalog: Option<PathBuf>,
    #[serde(default)]
    profiles: Vec<PathBuf>,
    #[serde(default)]
    stores: Stores,
    #[serde(default)]
    store: Store,
    #[serde(default)]
    xdatenfelder: Xdatenfelder,
    #[serde(default)]
    severity: BTreeMap<CodeName, Spanned<LevelName>>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stores {
    #[serde(default)]
    codelists: Vec<PathBuf>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Store {
    path: Option<PathBuf>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Xdatenfelder {
    shape: Option<Shape>,
    #[serde(default)]
    names: Vec<PathBuf>,
    #[serde(default)]
    any_code: bool,
}

impl Configuration {
    /// What this file says; without one what `xsozial.toml` in the current folder says, if it is there.
    pub fn find(named: Option<&Path>) -> Result<Self, Error> {
        let path = named.unwrap_or(Path::new(FILE_NAME));
        match fs::read_to_string(path) {
            Ok(text) => Self::parse(&text, path),
            Err(error) if named.is_none() && error.kind() == ErrorKind::NotFound => Ok(Self::default()),
            Err(source) => Err(Error::Unreadable {
                path: path.to_owned(),
                source,
            }),
        }
    }

    /// Says for the command line what it does not say itself.
    pub(super) fn complete(&mut self, arguments: &mut CheckArguments) {
        if arguments.schemas.is_empty() {
            arguments.schemas.append(&mut self.schemas);
            // What is said of its own schemas holds for these alone.
            let (said, own) = (&mut arguments.xdatenfelder, &mut self.xdatenfelder);
            said.shape = said.shape.or(own.shape);
            said.any_code |= own.any_code;
            said.names.append(&mut own.names);
        }
        if arguments.codelists.is_empty() {
            arguments.codelists.append(&mut self.codelists);
        }
        if arguments.profiles.is_empty() {
            arguments.profiles.append(&mut self.profiles);
        }
        arguments.catalog = arguments.catalog.take().or_else(|| self.catalog.take());
        arguments.store = arguments.store.take().or_else(|| self.store.take());
        arguments.format = arguments.format.or(self.format);
        arguments.lang = arguments.lang.or(self.language);
    }

    /// Reads a file that lies at this path. What it says that has no meaning is refused, with its line.
    pub fn parse(text: &str, path: &Path) -> Result<Self, Error> {
        let refused = |at: Option<usize>, reason: String| Error::Configuration {
            path: path.to_owned(),
            line: at.map_or(1, |at| line_of(text, at)),
            reason,
        };
        let file: File = toml::from_str(text).map_err(|error| {
            let at = error.span().map(|span| span.start);
            refused(at, error.message().replace('\n', " "))
        })?;
        let mut severities = Severities::default();
        for (code, level) in file.severity {
            let at = Some(level.span().start);
            let level: Level = level.into_inner().into();
            let set = severities.set(code.into(), level);
            set.map_err(|error| refused(at, error.to_string()))?;
        }
        let folder = path.parent().unwrap_or(Path::new(""));
        let placed = |paths: Vec<PathBuf>| paths.into_iter().map(|path| folder.join(path)).collect();
        Ok(Self {
            language: file.language,
            format: file.format.map(Format::from),
            schemas: placed(file.schemas),
            catalog: file.catalog.map(|path| folder.join(path)),
            profiles: placed(file.profiles),
            codelists: placed(file.stores.codelists),
            store: file.store.path.map(|path| folder.join(path)),
            xdatenfelder: XdatenfelderArguments {
                shape: file.xdatenfelder.shape,
                names: placed(file.xdatenfelder.names),
                any_code: file.xdatenfelder.any_code,
            },
            severities,
        })
    }
}

/// The line, counted from 1, of this byte.
fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|&byte| byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use xsozial_schema::{Code, Severity};

    fn parse(text: &str) -> Result<Configuration, String> {
        Configuration::parse(text, Path::new("amt/xsozial.toml")).map_err(|error| error.to_string())
    }

    #[test]
    fn every_key_is_read_and_paths_start_at_the_file() {
        let read = parse(
            "language = \"en\"\nformat = \"sarif\"\nschemas = [\"a.xsd\"]\ncatalog = \"c.xml\"\nprofiles = [\"p.toml\"]\n\
             [stores]\ncodelists = [\"listen\", \"/alle/listen\"]\n[store]\npath = \"standards\"\n\
             [xdatenfelder]\nshape = \"B\"\nnames = [\"n.xml\"]\nany-code = true\n[severity]\nXF0201 = \"warning\"\nXS0102 = \"off\"\n",
        )
        .unwrap();
        assert_eq!(read.language, Some(LanguageName::En));
        assert_eq!(read.format, Some(Format::Sarif));
        assert_eq!(read.schemas, [Path::new("amt/a.xsd")]);
        assert_eq!(read.catalog.as_deref(), Some(Path::new("amt/c.xml")));
        assert_eq!(read.profiles, [Path::new("amt/p.toml")]);
        assert_eq!(read.codelists, [Path::new("amt/listen"), Path::new("/alle/listen")]);
        assert_eq!(read.store.as_deref(), Some(Path::new("amt/standards")));
        let xdatenfelder = read.xdatenfelder;
        assert_eq!((xdatenfelder.shape, xdatenfelder.any_code), (Some(Shape::B), true));
        assert_eq!(xdatenfelder.names, [Path::new("amt/n.xml")]);
        let weights = [Code::Pattern, Code::ElementUnexpected, Code::Length]
            .map(|code| read.severities.weigh(code, Severity::Error));
        assert_eq!(weights, [Some(Severity::Warning), None, Some(Severity::Error)]);
    }

    #[test]
    fn what_has_no_meaning_is_refused_with_file_and_line() {
        for (text, line, word) in [
            ("\nsprache = \"de\"\n", 2, "sprache"),
            ("language = \"fr\"\n", 1, "fr"),
            ("\n\nformat = \"xml\"\n", 3, "xml"),
            ("[severity]\nXS9999 = \"error\"\n", 2, "XS9999"),
            ("[severity]\n\nXF0201 = \"schlimm\"\n", 3, "schlimm"),
            ("[severity]\nXF0201 = 1\n", 2, "integer"),
            ("[severity]\nXF0201 = \"off\"\nXD0001 = \"off\"\n", 3, "XD0001"),
            ("[stores]\nlisten = []\n", 2, "listen"),
            ("[store]\n# x\npfad = \"a\"\n", 3, "pfad"),
            ("[laden]\n", 1, "laden"),
            ("[xdatenfelder]\nshape = \"C\"\n", 2, "C"),
            ("[xdatenfelder]\nform = \"A\"\n", 2, "form"),
            ("language = \"de\"\nlanguage = \"en\"\n", 2, "duplicate"),
            ("format = \n", 1, ""),
        ] {
            let refused = parse(text).unwrap_err();
            let place = format!("xsozial.toml:{line}: ");
            assert!(
                refused.contains(&place) && refused.contains(word),
                "{text:?}: {refused}"
            );
            assert!(!refused.contains('\n'), "{refused}");
        }
    }
}
