//! Documents that libxml2 and Xerces disagree about. They are not published; those that can be made again from what the table
//! says are: the messages themselves, and values with white space around.

use super::Set;
use std::fs;

impl Set {
    /// How many documents were checked, and which were judged differently from Xerces.
    pub(crate) fn check_disagreements(&self) -> (usize, Vec<String>) {
        let table = fs::read_to_string(self.corpus.mutants_folder.join("../disagree.tsv")).unwrap();
        let (mut checked, mut wrong) = (0, Vec::new());
        for line in table.lines() {
            let cells: Vec<&str> = line.split('\t').collect();
            let [set, _, from, mutation, _, xerces, ..] = cells.as_slice() else {
                continue;
            };
            if *set != self.corpus.name {
                continue;
            }
            let original = fs::read_to_string(self.corpus.folder.join("instances").join(from)).unwrap();
            let documents = match mutation.strip_prefix("space around ") {
                Some(local) => spaced(&original, local),
                None if *mutation == "unchanged" => vec![original],
                None => continue,
            };
            for document in documents {
                checked += 1;
                let is_valid = self.validator.is_valid(document.as_bytes());
                if is_valid != (*xerces == "xerces=valid") {
                    wrong.push(line.to_owned());
                }
            }
        }
        (checked, wrong)
    }
}

/// The document with white space around the value of each element of this name, one at a time.
fn spaced(document: &str, local: &str) -> Vec<String> {
    let mut documents = Vec::new();
    let end_tags = document.match_indices("</").filter(|(place, _)| {
        let name = document[place + 2..].split('>').next().unwrap_or_default();
        name.rsplit(':').next() == Some(local)
    });
    for (end, _) in end_tags {
        let start = document[..end].rfind('>').map_or(0, |place| place + 1);
        if !document[start..end].trim().is_empty() {
            let (before, value, after) = (&document[..start], &document[start..end], &document[end..]);
            documents.push(format!("{before} \n {value}\t{after}"));
        }
    }
    documents
}
