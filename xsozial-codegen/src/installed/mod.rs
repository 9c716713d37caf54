//! The subcommands `add`, `list`, `show` and `remove`: deliveries in the store.

mod arguments;
mod text;

pub use arguments::{AddArguments, DeliveryArguments, LanguageName, ListArguments, NamedArguments, StoreArguments};
pub(crate) use text::{
    Detail, about, choose, counted, files, further_lists, installed_heading, list_name, messages_count,
};

use crate::{Error, cli::Done};
use etcetera::BaseStrategy;
use std::io::Write;
use xsozial_schema::{
    Language,
    store::{Delivery, Entry, Outcome, Selector, Store, StoreError},
};

/// The store that the arguments or the environment name.
pub(crate) fn store(arguments: &StoreArguments) -> Result<Store, Error> {
    let data_folder = || Some(etcetera::base_strategy::choose_native_strategy().ok()?.data_dir());
    Store::chosen(arguments.store.clone(), data_folder).ok_or(Error::NoStoreFolder)
}

/// Installs a delivery and says what it is.
pub(crate) fn add(arguments: &AddArguments, output: &mut dyn Write) -> Result<Done, Error> {
    let store = store(&arguments.store)?;
    let delivery = arguments.delivery.read()?;
    install(&store, &delivery, arguments.lang.into(), output)?;
    Ok(Done::default())
}

/// Adds a delivery that was read, and says what it is.
pub(crate) fn install(
    store: &Store,
    delivery: &Delivery,
    language: Language,
    output: &mut dyn Write,
) -> Result<(), Error> {
    let added = store.add(delivery)?;
    let heading = match added.outcome {
        Outcome::New => choose(language, "Installiert", "Installed"),
        Outcome::Same => choose(language, "War schon installiert", "Was installed already"),
        _ if delivery.names.is_empty() && delivery.lists.is_empty() => choose(
            language,
            "War schon installiert; die Codelisten wurden entfernt, denn diese Lieferung enthält keine",
            "Was installed already; its code lists were removed, for this delivery holds none",
        ),
        _ if delivery.names.is_empty() => choose(
            language,
            "War schon installiert; die Codelisten wurden ersetzt",
            "Was installed already; its code lists were replaced",
        ),
        _ => choose(
            language,
            "War schon installiert; Codelisten und Namen wurden ersetzt",
            "Was installed already; its code lists and names were replaced",
        ),
    };
    let text = format!("{heading}: {}", entry_text(&added.entry, Detail::Short, language));
    write(output, &text)
}

/// Lists what is installed, one line an entry.
pub(crate) fn list(arguments: &ListArguments, output: &mut dyn Write) -> Result<Done, Error> {
    let store = store(&arguments.store)?;
    let contents = store.contents()?;
    let language = arguments.lang.into();
    if contents.entries.is_empty() {
        let folder = store.folder().display();
        let text = match language {
            Language::German => {
                format!(
                    "Es ist nichts installiert ({folder}). Installieren: xsozial-codegen add LIEFERUNG.zip. Die Nachbauten von xsozial \
                     kennt xsozial-validate ohne das.\n"
                )
            }
            Language::English => {
                format!(
                    "Nothing is installed ({folder}). Install with: xsozial-codegen add DELIVERY.zip. The reconstructions (Nachbau) \
                     of xsozial are known to xsozial-validate without that.\n"
                )
            }
        };
        write(output, &text)?;
    }
    for entry in &contents.entries {
        write(output, &text::line(&entry.description, language))?;
    }
    Ok(with_damaged(&contents.damaged))
}

/// Shows all that is known of the entries of this name.
pub(crate) fn show(arguments: &NamedArguments, output: &mut dyn Write) -> Result<Done, Error> {
    let (_, entries) = named(arguments)?;
    for entry in &entries {
        write(output, &entry_text(entry, Detail::Full, arguments.lang.into()))?;
    }
    Ok(Done::default())
}

/// Removes the one entry of this name.
pub(crate) fn remove(arguments: &NamedArguments, output: &mut dyn Write) -> Result<Done, Error> {
    let (store, entries) = named(arguments)?;
    let [entry] = entries.as_slice() else {
        return Err(Error::SeveralInstalled {
            name: arguments.name.clone(),
            installed: entries.iter().map(Entry::name).collect(),
        });
    };
    store.remove(entry)?;
    let done = choose(arguments.lang.into(), "Entfernt", "Removed");
    write(output, &format!("{done}: {}\n", entry.name()))?;
    Ok(Done::default())
}

fn named(arguments: &NamedArguments) -> Result<(Store, Vec<Entry>), Error> {
    let store = store(&arguments.store)?;
    let selector: Selector = arguments.name.parse().unwrap_or_else(|never| match never {});
    let entries = store.find(&selector)?;
    if entries.is_empty() {
        let contents = store.contents()?;
        return Err(Error::NotInstalled {
            name: arguments.name.clone(),
            installed: contents.entries.iter().map(Entry::name).collect(),
        });
    }
    Ok((store, entries))
}

fn entry_text(entry: &Entry, detail: Detail, language: Language) -> String {
    let description = &entry.description;
    let folder = choose(language, "Ordner", "Folder");
    format!(
        "{}\n{}{}",
        installed_heading(description),
        text::describe(description, detail, language),
        text::row(folder, &entry.folder().display().to_string())
    )
}

fn with_damaged(damaged: &[StoreError]) -> Done {
    Done {
        warnings: damaged.iter().map(ToString::to_string).collect(),
        ..Done::default()
    }
}

pub(crate) fn write(output: &mut dyn Write, text: &str) -> Result<(), Error> {
    output.write_all(text.as_bytes()).map_err(Error::Output)
}
