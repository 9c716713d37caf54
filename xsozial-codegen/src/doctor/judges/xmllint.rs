//! libxml2, by its program `xmllint`.

use super::{EntrySchema, Judgement, LIMIT, entry_schema::uri_of};
use crate::{
    Error,
    doctor::{
        process::{self, Ended},
        workplace::{self, Workplace},
    },
};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
    process::Command,
};

const PROGRAM: &str = "xmllint";
/// `xmllint` ends so when it cannot compile the schema.
const SCHEMA_REFUSED: i32 = 5;
/// As many documents as fit a command line everywhere.
const BATCH: usize = 200;

/// The delivered files that libxml2 cannot load by themselves, with its first words. `None`: it is not installed.
pub(super) fn unloadable(schema: &EntrySchema, work: &Workplace) -> Result<Option<Vec<(String, String)>>, Error> {
    let folder = work.folder("urteile")?;
    // Some document, so that there is something to check; what it comes to does not matter.
    workplace::write(&folder.join("leer.xml"), "<leer/>")?;
    let mut unloadable = Vec::new();
    for (shown, path) in &schema.documents {
        let names = ["leer.xml".to_owned()];
        let Some(ended) = run(path, schema, &names, (&folder, work))? else {
            return Ok(None);
        };
        if ended.status.and_then(|status| status.code()) == Some(SCHEMA_REFUSED) {
            unloadable.push((shown.clone(), complaint(&ended)));
        }
    }
    Ok(Some(unloadable))
}

/// What libxml2 says of the messages.
pub(super) fn judge(
    schema: &EntrySchema,
    (messages, names): (&Path, &[String]),
    work: &Workplace,
) -> Result<Judgement, Error> {
    let mut refused = Vec::new();
    for batch in names.chunks(BATCH) {
        let Some(ended) = run(&schema.schema, schema, batch, (messages, work))? else {
            return Ok(Judgement::Absent);
        };
        match ended.status.and_then(|status| status.code()) {
            // The documents are valid, or some are not.
            Some(0 | 1 | 3 | 4) => refused.extend(parse(&ended.errors, batch)),
            _ => return Ok(Judgement::Unusable(complaint(&ended))),
        }
    }
    Ok(Judgement::Refused(refused))
}

fn run(
    schema: &Path,
    entry: &EntrySchema,
    names: &[String],
    (folder, work): (&Path, &Workplace),
) -> Result<Option<Ended>, Error> {
    let mut command = Command::new(PROGRAM);
    command.args(["--noout", "--nonet", "--schema"]).arg(schema).args(names);
    command
        .env("XML_CATALOG_FILES", uri_of(&entry.catalog))
        .current_dir(folder);
    process::run(&mut command, &work.folder("urteile")?, LIMIT)
}

/// The first error that it tells, without the paths of this machine.
fn complaint(ended: &Ended) -> String {
    let mut lines = ended.errors.lines();
    let error = lines
        .find_map(|line| line.split_once(" error : "))
        .map(|(_, words)| words);
    error
        .or(ended.errors.lines().next())
        .unwrap_or("keine Meldung")
        .to_owned()
}

/// Reads lines like `a.xml:12: element a: Schemas validity error : Element 'a': …` and `a.xml validates`.
fn parse(said: &str, names: &[String]) -> Vec<(String, String)> {
    let mut valid = BTreeSet::new();
    let mut errors: BTreeMap<&str, &str> = BTreeMap::new();
    for line in said.lines() {
        if let Some(name) = line.strip_suffix(" validates") {
            valid.insert(name);
        } else if let Some((place, words)) = line.split_once(" error : ")
            && let Some((name, _)) = place.split_once(':')
        {
            errors.entry(name).or_insert(words);
        }
    }
    let refused = names.iter().filter(|name| !valid.contains(name.as_str()));
    refused
        .map(|name| {
            (
                name.clone(),
                errors.get(name.as_str()).copied().unwrap_or("?").to_owned(),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn whatever_is_not_called_valid_is_refused() {
        let said = "a.xml:3: element b: Schemas validity error : Element 'b': This element is not expected.\n\
                    a.xml:9: element c: Schemas validity error : Element 'c': No.\na.xml fails to validate\nb.xml validates\n";
        let refused = parse(said, &["a.xml", "b.xml", "c.xml"].map(str::to_owned));
        let expected = [("a.xml", "Element 'b': This element is not expected."), ("c.xml", "?")];
        assert_eq!(
            refused,
            expected.map(|(name, words)| (name.to_owned(), words.to_owned()))
        );
    }
}
