//! Synthetic messages to try the delivery with.

use super::{
    report::{Section, State, title},
    workplace::{self, Workplace},
};
use crate::{
    Error,
    installed::{counted, messages_count},
    sample::{Sampler, Size},
};
use std::path::PathBuf;
use xsozial_schema::{Language, Schema, schema::ElementId, store::Description};

/// Synthetic messages on disk.
pub(super) struct Samples {
    /// The folder that holds them.
    pub(super) folder: PathBuf,
    /// Their names in it.
    pub(super) names: Vec<String>,
}

/// Makes so many messages of each root: the smallest, a full one, the others random.
pub(super) fn make(
    sampler: &Sampler<'_>,
    schema: &Schema,
    roots: &[ElementId],
    count: u64,
    (work, language): (&Workplace, Language),
) -> Result<(Samples, Section), Error> {
    let folder = work.folder("nachrichten")?;
    let mut names = Vec::new();
    let mut lacking = Vec::new();
    for (index, &root) in roots.iter().enumerate() {
        for number in 0..count {
            let size = match number {
                0 => Size::Minimal,
                1 => Size::Full,
                _ => Size::Random,
            };
            match sampler.document(root, number, size) {
                Ok(document) => {
                    // Names of elements may differ by the case of letters alone.
                    let name = format!("{index:04}-{number:04}.xml");
                    workplace::write(&folder.join(&name), document)?;
                    names.push(name);
                }
                Err(error) => {
                    let name = schema.names.local(schema.element(root).name);
                    lacking.push(format!("{name}: {error}"));
                    break;
                }
            }
        }
    }
    // A delivery of building blocks has none; that nothing was tried is worth a note.
    let state = if lacking.is_empty() && !names.is_empty() {
        State::Good
    } else {
        State::Note
    };
    let (messages, roots, few) = (names.len(), roots.len(), lacking.len());
    let messages = messages_count(messages, language);
    let roots = counted(
        roots,
        language,
        ("Wurzelelement", "root element"),
        ("Wurzelelementen", "root elements"),
    );
    let summary = match language {
        Language::German if few == 0 => format!("{messages} aus {roots}"),
        Language::German => format!("{messages} aus {roots}; zu {few} gelangen nicht alle"),
        Language::English if few == 0 => format!("{messages} of {roots}"),
        Language::English => format!("{messages} of {roots}; of {few} not all could be made"),
    };
    let name = title(language, "Musternachrichten", "Synthetic messages");
    let section = Section::new(name, state, summary).with(lacking, language);
    Ok((Samples { folder, names }, section))
}

/// Why nothing was tried with messages.
pub(super) fn none(language: Language) -> &'static str {
    title(language, "es gibt keine Nachrichten", "there are no messages")
}

/// The roots of the delivery's own namespaces.
pub(super) fn own_roots(sampler: &Sampler<'_>, schema: &Schema, description: &Description) -> Vec<ElementId> {
    let own: Vec<&str> = description.messages().map(|(uri, _)| uri).collect();
    let mut roots = sampler.roots();
    roots.retain(|&root| {
        let name = schema.element(root).name;
        own.contains(&schema.names.uri(schema.names.namespace_of(name)))
    });
    roots
}
