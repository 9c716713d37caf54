//! What the commands about installed deliveries need to know.

use crate::cli::XdatenfelderArguments;
use clap::{Args, ValueEnum};
use std::path::PathBuf;
use xsozial_schema::{
    Language,
    store::{Delivery, DeliveryOptions, StoreError},
};

/// Where the store is.
#[derive(Clone, Debug, Default, Args)]
pub struct StoreArguments {
    /// The folder of installed deliveries. Without it: the environment variable XSOZIAL_STORE, else a folder among your own
    /// data, the same for xsozial-codegen and xsozial-validate.
    #[arg(long, value_name = "DIR")]
    pub store: Option<PathBuf>,
}

/// The delivery.
#[derive(Clone, Debug, Args)]
pub struct DeliveryArguments {
    /// The delivery: ZIP archives as the XRepository delivers them, folders, XSDs or XDatenfelder files (FIM). The archive or
    /// folder of the code lists can be named beside the schemas.
    #[arg(value_name = "PATH|ZIP", required = true)]
    pub paths: Vec<PathBuf>,
    /// An OASIS catalog that says where imported schemas lie.
    #[arg(long, value_name = "FILE")]
    pub catalog: Option<PathBuf>,
    /// A folder, archive or file of genericode lists that belong to the delivery. May be given several times.
    #[arg(long, value_name = "PATH")]
    pub codelists: Vec<PathBuf>,
    /// The XDatenfelder file that an XSD of mere ids was made of: fields get its names. May be given several times.
    #[arg(long, value_name = "FILE")]
    pub names: Vec<PathBuf>,
    /// What is to be known of XDatenfelder files.
    #[command(flatten)]
    pub xdatenfelder: XdatenfelderArguments,
}

impl DeliveryArguments {
    /// Reads the delivery.
    pub(crate) fn read(&self) -> Result<Delivery, StoreError> {
        let options = DeliveryOptions {
            catalog: self.catalog.clone(),
            codelists: self.codelists.clone(),
            names: self.names.clone(),
            shape: self.xdatenfelder.shape,
            missing_codelists: self.xdatenfelder.missing_codelists(),
        };
        Delivery::read_with(&self.paths, &options)
    }
}

/// What `add` needs to know.
#[derive(Debug, Args)]
pub struct AddArguments {
    /// The delivery.
    #[command(flatten)]
    pub delivery: DeliveryArguments,
    /// Where the store is.
    #[command(flatten)]
    pub store: StoreArguments,
    /// The language of the output.
    #[arg(long, value_name = "LANGUAGE", default_value = "de")]
    pub lang: LanguageName,
}

/// What `list` needs to know.
#[derive(Debug, Args)]
pub struct ListArguments {
    /// Where the store is.
    #[command(flatten)]
    pub store: StoreArguments,
    /// The language of the output.
    #[arg(long, value_name = "LANGUAGE", default_value = "de")]
    pub lang: LanguageName,
}

/// What `show` and `remove` need to know.
#[derive(Debug, Args)]
pub struct NamedArguments {
    /// Which delivery, as `list` names it: Kennung, with version where there are several, with @ and the beginning of the
    /// hash where there are several of one version. For the Kennung its last part is enough: xwasser_1.0.0.
    #[arg(value_name = "KENNUNG[_VERSION][@HASH]")]
    pub name: String,
    /// Where the store is.
    #[command(flatten)]
    pub store: StoreArguments,
    /// The language of the output.
    #[arg(long, value_name = "LANGUAGE", default_value = "de")]
    pub lang: LanguageName,
}

/// The names of the languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LanguageName {
    /// German.
    De,
    /// English.
    En,
}

impl From<LanguageName> for Language {
    fn from(name: LanguageName) -> Self {
        match name {
            LanguageName::De => Self::German,
            LanguageName::En => Self::English,
        }
    }
}
