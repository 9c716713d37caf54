//! Why nothing could be generated.

use std::{fmt, io, path::PathBuf};

/// Why nothing could be generated. `Display` says in plain words what to do about it, and so does `Debug`, which is what Cargo
/// shows of a build script that returns the error from `main`.
#[derive(thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// No schema was given.
    #[error("no schema was given; name an XSD, a folder or a ZIP archive")]
    NoSchema,
    /// No output folder was given.
    #[error("no output folder was given")]
    NoOutput,
    /// The name is none that Cargo accepts.
    #[error("{name:?} is no name of a crate; use small letters, digits, hyphens and underscores, a letter first")]
    CrateName {
        /// The name.
        name: String,
    },
    /// The schemas could not be read or compiled.
    #[error(transparent)]
    Schema(#[from] xsozial_schema::xsd::XsdError),
    /// An archive of code lists, or a single list, could not be used.
    #[error("{code} {error}", code = .0.code(), error = .0)]
    Codelists(#[from] xsozial_schema::codelists::StoreError),
    /// A file could not be read or written.
    #[error("{}: {source}", path.display())]
    File {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A file that the generator did not make stands in its way.
    #[error("{} was not made by xsozial-codegen and is left as it is; choose another output folder", path.display())]
    ForeignFile {
        /// Which file.
        path: PathBuf,
    },
    /// The output could not be written.
    #[error("the output cannot be written: {kind}", kind = .0.kind())]
    Output(#[from] io::Error),
    /// The compiled schema could not be stored.
    #[error("the compiled schema could not be stored: {0}")]
    Store(#[from] xsozial_schema::schema::LoadError),
    /// No synthetic document could be made.
    #[error(transparent)]
    Sample(#[from] crate::sample::SampleError),
    /// A delivery could not be installed, or the store not be used.
    #[error("{code} {error}", code = .0.code(), error = .0)]
    Installed(#[from] xsozial_schema::store::StoreError),
    /// A delivery could not be fetched.
    #[cfg(feature = "fetch")]
    #[error("{code} {error}", code = .0.code(), error = .0)]
    Fetch(#[from] crate::FetchError),
    /// Nobody says where the store is.
    #[error(
        "the folder for your data is not known; name the store with --store DIR or in the environment variable \
         XSOZIAL_STORE"
    )]
    NoStoreFolder,
    /// Nothing that is installed has this name.
    #[error("nothing that is installed is called {name:?}{}", among(installed, "; installed: "))]
    NotInstalled {
        /// What was asked for.
        name: String,
        /// The full names of what is installed.
        installed: Vec<String>,
    },
    /// Several installed deliveries have this name, where one is wanted.
    #[error(
        "{name:?} means several installed deliveries; name one of them{}",
        among(installed, ": ")
    )]
    SeveralInstalled {
        /// What was asked for.
        name: String,
        /// Their full names.
        installed: Vec<String>,
    },
    /// The generated code is no Rust. This is an error of the generator.
    #[error("internal error, please report it: the generated code is no Rust ({0})")]
    Syntax(#[from] syn::Error),
    /// An error of the generator.
    #[error("internal error, please report it: {what} ({place})")]
    Internal {
        /// What happened.
        what: &'static str,
        /// Where in the schema: `file.xsd:line`.
        place: String,
    },
}

/// `code: words`, as a person reads it who sees the output of a build script.
impl fmt::Debug for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (code, words) = (self.code(), self.to_string());
        if words.starts_with(code) {
            formatter.write_str(&words)
        } else {
            write!(formatter, "{code} {words}")
        }
    }
}

fn among(names: &[String], begin: &str) -> String {
    if names.is_empty() {
        String::new()
    } else {
        format!("{begin}{}", names.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_build_script_that_fails_shows_words_and_no_structure() {
        let refused = crate::Generator::new()
            .schema("fehlt/xbeispiel.zip")
            .name("xbeispiel")
            .out_dir("fehlt")
            .generate()
            .unwrap_err();
        let shown = format!("{refused:?}");
        assert!(
            shown.starts_with("XL0002 fehlt/xbeispiel.zip: cannot be read"),
            "{shown}"
        );
        let shown = format!("{:?}", Error::NoOutput);
        assert_eq!(shown, format!("{} {}", Error::NoOutput.code(), Error::NoOutput));
    }
}
