//! What arrived of a document of one fault.

use super::Set;
use roxmltree::{Document, Node};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};
use xsozial_validate::intake::Intake;

/// Values by their paths and their texts without white space around them, with their numbers.
type Leaves = BTreeMap<(String, String), usize>;

impl Set {
    /// Asserts that intake reads every value of every well-formed document. How many documents and values there were.
    pub(crate) fn check_fields(&self) -> (usize, usize) {
        let (mut documents, mut leaves) = (0, 0);
        for mutant in &self.mutants {
            let text = fs::read_to_string(&mutant.path).unwrap();
            let Ok(document) = Document::parse(&text) else { continue };
            let intake = self.validator.intake(text.as_bytes());
            let name = format!("{} ({})", mutant.path.display(), mutant.mutation);
            let expected = leaves_of(&document);
            assert_eq!(
                difference(&expected, &fields_of(&intake, &expected)),
                Vec::<String>::new(),
                "{name}"
            );
            assert_eq!(
                intake.report,
                self.validator.report(text.as_bytes()),
                "{name}: who looks on must not change what is found"
            );
            documents += 1;
            leaves += expected.values().sum::<usize>();
        }
        (documents, leaves)
    }
}

/// The values that are not the same number of times on both sides.
fn difference(expected: &Leaves, found: &Leaves) -> Vec<String> {
    let leaves: BTreeSet<_> = expected.keys().chain(found.keys()).collect();
    let differs = |leaf: &&(String, String)| expected.get(*leaf) != found.get(*leaf);
    let differing = leaves.into_iter().filter(differs);
    differing
        .map(|leaf| {
            format!(
                "{leaf:?}: {:?} times in place of {:?}",
                found.get(leaf),
                expected.get(leaf)
            )
        })
        .collect()
}

/// Each element that holds no elements, each that holds text beside them, and each attribute.
fn leaves_of(document: &Document<'_>) -> Leaves {
    let mut leaves = Leaves::new();
    let mut pending = vec![(document.root_element(), String::new())];
    while let Some((element, parent)) = pending.pop() {
        let path = format!("{parent}/{}[{}]", expanded(element), occurrence(element));
        for attribute in element.attributes() {
            if attribute.namespace() != Some("http://www.w3.org/2001/XMLSchema-instance") {
                let uri = attribute
                    .namespace()
                    .map_or_else(String::new, |uri| format!("Q{{{uri}}}"));
                let path = format!("{path}/@{uri}{}", attribute.name());
                *leaves.entry((path, attribute.value().trim().to_owned())).or_default() += 1;
            }
        }
        let text: String = element
            .children()
            .filter_map(|child| child.is_text().then(|| child.text()).flatten())
            .collect();
        let is_leaf = !element.children().any(|child| child.is_element());
        if is_leaf || !text.trim().is_empty() {
            *leaves.entry((path.clone(), text.trim().to_owned())).or_default() += 1;
        }
        pending.extend(
            element
                .children()
                .filter(Node::is_element)
                .map(|child| (child, path.clone())),
        );
    }
    leaves
}

fn expanded(element: Node<'_, '_>) -> String {
    let name = element.tag_name();
    name.namespace()
        .map_or_else(|| name.name().to_owned(), |uri| format!("Q{{{uri}}}{}", name.name()))
}

fn occurrence(element: Node<'_, '_>) -> usize {
    let before = element.prev_siblings().skip(1);
    1 + before
        .filter(|sibling| sibling.is_element() && sibling.tag_name() == element.tag_name())
        .count()
}

/// The fields. Attachments are not kept: they have the expected text, if its length is right.
fn fields_of(intake: &Intake, expected: &Leaves) -> Leaves {
    let mut leaves = Leaves::new();
    for field in intake.fields.iter() {
        let path = field.path();
        let text = match field.binary_characters() {
            None => field.text().trim().to_owned(),
            Some(length) => {
                let mut known = expected.keys().filter(|(known, _)| *known == path);
                let attachment = known.find(|(_, text)| text.chars().count() <= length);
                attachment.map(|(_, text)| text.clone()).unwrap_or_default()
            }
        };
        *leaves.entry((path, text)).or_default() += 1;
    }
    leaves
}
