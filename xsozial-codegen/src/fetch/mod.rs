//! The subcommand `fetch`: deliveries from the XRepository, installed like any other.
//!
//! A delivery is three answers: what the XRepository says of the version, the archive of the schemas, and the archive of
//! the code lists in their current versions. They are downloaded into a folder of their own; only when all of it was read
//! does it become part of the cache, and only when the schemas compile is it installed.

mod arguments;
mod cache;
mod client;
mod error;
mod kennung;
mod metadata;
mod progress;

pub use arguments::FetchArguments;
pub use error::{FetchError, NotFoundReason};

use crate::{
    Error,
    cli::Done,
    installed::{self, choose},
};
use cache::{Cache, Download};
use client::{Client, Expected, Found};
use kennung::VersionKennung;
use metadata::Metadata;
use progress::Progress;
use std::{io::Write, thread};
use xsozial_schema::{
    Language,
    store::{Delivery, Store},
};

/// Fetches and installs the deliveries that the arguments name, one after the other.
pub(crate) fn fetch(arguments: &FetchArguments, output: &mut dyn Write) -> Result<Done, Error> {
    let store = installed::store(&arguments.store)?;
    let client = Client::new(arguments)?;
    let mut done = Done::default();
    for text in &arguments.kennungen {
        let job = Job {
            arguments,
            client: &client,
            kennung: VersionKennung::parse(text, || client.versions(text))?,
        };
        done.warnings.extend(job.run(&store, output)?);
    }
    Ok(done)
}

/// One delivery.
struct Job<'a> {
    arguments: &'a FetchArguments,
    client: &'a Client,
    kennung: VersionKennung,
}

impl Job<'_> {
    fn run(&self, store: &Store, output: &mut dyn Write) -> Result<Vec<String>, Error> {
        let cache = Cache::open(self.arguments, self.client.base(), &self.kennung)?;
        let metadata = Metadata::read(&self.client.metadata(&self.kennung.full())?, &self.kennung.full())?;
        let download = self.download(&cache, &metadata)?;
        let mut delivery = Delivery::read(std::slice::from_ref(&download.schemas), None)?;
        if !download.lacks_lists {
            delivery = delivery.with_lists(&download.lists)?;
        }
        download.keep(&metadata);
        installed::install(store, &delivery, self.arguments.lang.into(), output)?;
        Ok(self.warnings(&download, &delivery))
    }

    /// Schemas and code lists, from the cache or the network; the two are asked for at the same time.
    fn download<'c>(&self, cache: &'c Cache, metadata: &Metadata) -> Result<Download<'c>, Error> {
        let mut download = cache.begin(metadata)?;
        let progress = Progress::new();
        let get = |path: &str, is_cached: bool, target: &std::path::Path| -> Result<Found, FetchError> {
            if is_cached {
                return Ok(Found::Yes);
            }
            self.client.download(path, Expected::Zip, target, &progress)
        };
        let (schemas, lists) = thread::scope(|scope| {
            let lists = scope.spawn(|| get(&self.kennung.lists_path(), download.has_lists, &download.lists));
            let schemas = get(&self.kennung.schemas_path(), download.has_schemas, &download.schemas);
            (schemas, lists.join())
        });
        drop(progress);
        if let Found::No(reason) = schemas? {
            return Err(FetchError::NotFound {
                what: self.kennung.schemas_path(),
                reason,
            }
            .into());
        }
        // A standard without code lists has no archive of them.
        let lists = lists.unwrap_or(Err(FetchError::Stopped))?;
        download.lacks_lists = matches!(lists, Found::No(_));
        Ok(download)
    }

    fn warnings(&self, download: &Download<'_>, delivery: &Delivery) -> Vec<String> {
        let language = self.arguments.lang.into();
        let mut warnings: Vec<String> = delivery
            .broken_lists
            .iter()
            .map(|list| match language {
                Language::German => format!("die Codeliste {} kam defekt an und fehlt: {}", list.file, list.reason),
                Language::English => format!(
                    "the code list {} arrived broken and is missing: {}",
                    list.file, list.reason
                ),
            })
            .collect();
        if download.lacks_lists {
            let text = choose(
                language,
                "das XRepository liefert zu diesem Standard keine Codelisten",
                "the XRepository delivers no code lists for this standard",
            );
            warnings.push(format!("{}: {text}", self.kennung.full()));
        }
        warnings
    }
}
