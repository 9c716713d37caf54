//! The subcommand `sample`.

use super::{Sampler, Size};
use crate::{Error, codelists::Codelists};
use std::{
    collections::BTreeSet,
    fs,
    io::Write,
    path::{Path, PathBuf},
};
use xsozial_schema::{Schema, schema::ElementId};

/// Which documents are wanted.
pub(crate) struct Order {
    /// The root, as [`Sampler::roots_named`] understands it; `None` for every root.
    pub(crate) element: Option<String>,
    /// Seed of the first document; each further one of a root has the next.
    pub(crate) seed: u64,
    pub(crate) size: Size,
    /// Documents of each root.
    pub(crate) count: u64,
    /// Folder to write to; `None` for the output.
    pub(crate) folder: Option<PathBuf>,
}

/// Makes the documents and writes them, one file each or one after the other to the output.
pub(crate) fn write_samples(
    schema: &Schema,
    codelists: Codelists,
    order: &Order,
    output: &mut dyn Write,
) -> Result<(), Error> {
    let sampler = Sampler::new(schema).codelists(codelists.into_lists());
    let roots = match &order.element {
        Some(name) => sampler.roots_named(name)?,
        None => sampler.roots(),
    };
    let mut names = FileNames::default();
    for root in roots {
        let stem = names.stem(schema, root);
        for number in 0..order.count {
            let seed = order.seed.wrapping_add(number);
            let bytes = sampler.document(root, seed, order.size)?;
            match &order.folder {
                Some(folder) => write_file(folder, &format!("{stem}-{}-{seed}.xml", size_name(order.size)), &bytes)?,
                None => output.write_all(&bytes).map_err(|source| Error::File {
                    path: PathBuf::from("-"),
                    source,
                })?,
            }
        }
    }
    Ok(())
}

fn size_name(size: Size) -> &'static str {
    match size {
        Size::Minimal => "minimal",
        Size::Full => "full",
        Size::Random => "random",
    }
}

fn write_file(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), Error> {
    let path = folder.join(name);
    let failed = |source| Error::File {
        path: path.clone(),
        source,
    };
    fs::create_dir_all(folder).map_err(failed)?;
    fs::write(&path, bytes).map_err(failed)
}

/// Names of files: local names, told apart by a number where letters of another case or namespace are all that differs.
#[derive(Default)]
struct FileNames(BTreeSet<String>);

impl FileNames {
    fn stem(&mut self, schema: &Schema, root: ElementId) -> String {
        let local = schema.names.local(schema.element(root).name);
        let mut stem = local.to_owned();
        let mut number = 1;
        while !self.0.insert(stem.to_lowercase()) {
            number += 1;
            stem = format!("{local}-{number}");
        }
        stem
    }
}
