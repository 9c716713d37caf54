//! Synthetic documents that break one rule: what every validator must refuse.
//!
//! A valid document is grown, and one thing in it changed. That it is invalid afterwards is what the schema's own automata
//! and value check say of that place; everything else stays as it was. Many other changes would break a rule as well: these
//! are those that clerks meet, and few enough to try them with every delivery.

mod change;
mod find;
mod value;

use super::{SampleError, Sampler, Size, grow::Grown, write::write};
use change::Change;
use std::collections::BTreeSet;
use xsozial_schema::{Code, schema::ElementId};

/// Documents are grown for deviants in these sizes; what the smallest shows is not looked for in the others.
const SOURCES: [(Size, u64); 3] = [(Size::Minimal, 0), (Size::Random, 2), (Size::Full, 1)];
/// Of larger documents no deviants are made: each is a whole document.
const MOST_ELEMENTS: usize = 2_000;

/// A document that breaks one rule.
pub(crate) struct Deviant {
    /// The document as UTF-8.
    pub(crate) document: Vec<u8>,
    /// The code of what is wrong with it.
    pub(crate) code: Code,
}

/// What has been broken before: no two deviants show the same.
type Seen = BTreeSet<find::Key>;

impl Sampler<'_> {
    /// At most so many documents with this root that break one rule each: kinds of rules in turn, no rule twice. None where
    /// no valid document can be made.
    pub(crate) fn deviants(&self, root: ElementId, most: usize) -> Result<Vec<Deviant>, SampleError> {
        let mut seen = Seen::new();
        let mut deviants = Vec::new();
        for (size, seed) in SOURCES {
            let Ok(mut grown) = self.grown(root, seed, size) else {
                continue;
            };
            if grown.tree.nodes.len() > MOST_ELEMENTS {
                continue;
            }
            let changes = find::changes(self.schema, &self.prefixes, &grown, &mut seen);
            for (change, code) in in_turn(changes, most - deviants.len()) {
                let document = self.changed(&mut grown, &change)?;
                deviants.push(Deviant { document, code });
            }
        }
        Ok(deviants)
    }

    /// The document with the change, which is taken back afterwards.
    fn changed(&self, grown: &mut Grown, change: &Change) -> Result<Vec<u8>, SampleError> {
        let undo = change.apply(&mut grown.tree);
        let document = write(self.schema, &self.prefixes, &grown.tree);
        undo.apply(&mut grown.tree);
        document
    }
}

/// So many of them, codes in turn: ten missing elements say less than one missing element and one wrong date.
fn in_turn(changes: Vec<(Change, Code)>, most: usize) -> Vec<(Change, Code)> {
    let mut by_code: Vec<(Code, Vec<(Change, Code)>)> = Vec::new();
    for change in changes.into_iter().rev() {
        match by_code.iter_mut().find(|(code, _)| *code == change.1) {
            Some((_, same)) => same.push(change),
            None => by_code.push((change.1, vec![change])),
        }
    }
    by_code.sort_by_key(|(code, _)| code.as_str());
    let mut taken = Vec::new();
    while taken.len() < most {
        let before = taken.len();
        let left = most - before;
        taken.extend(by_code.iter_mut().filter_map(|(_, same)| same.pop()).take(left));
        if taken.len() == before {
            break;
        }
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::super::Sampler;
    use std::collections::BTreeMap;
    use xsozial_schema::{Schema, xsd::Sources};

    const XSD: &str = r#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
        <xs:element name="antrag"><xs:complexType><xs:sequence>
          <xs:element name="eingang" type="xs:date"/><xs:element name="name"><xs:simpleType>
            <xs:restriction base="xs:string"><xs:minLength value="1"/><xs:maxLength value="20"/></xs:restriction>
          </xs:simpleType></xs:element>
          <xs:element name="anlage" type="xs:IDREF"/><xs:any namespace="urn:x" processContents="skip"/>
          </xs:sequence><xs:attribute name="art" use="required"><xs:simpleType><xs:restriction base="xs:token">
            <xs:enumeration value="neu"/></xs:restriction></xs:simpleType></xs:attribute>
          <xs:attribute name="kennung" type="xs:ID"/></xs:complexType></xs:element></xs:schema>"#;

    #[test]
    fn each_rule_is_broken_once_and_kinds_come_in_turn() {
        let schema = Schema::compile(Sources::new().bytes("a.xsd", XSD.as_bytes().to_vec())).unwrap();
        let sampler = Sampler::new(&schema);
        let root = sampler.roots()[0];
        let codes = |most| {
            let deviants = sampler.deviants(root, most).unwrap();
            let mut codes: BTreeMap<&str, usize> = BTreeMap::new();
            for deviant in deviants {
                *codes.entry(deviant.code.as_str()).or_default() += 1;
            }
            codes
        };
        let all = codes(100);
        // Each of the four children missing, or behind the next; the attribute; the values; the reference.
        for (code, least) in [
            ("XS0101", 3),
            ("XS0201", 1),
            ("XF0001", 1),
            ("XF0102", 1),
            ("XF0103", 1),
            ("XF0301", 1),
        ] {
            assert!(all.get(code).is_some_and(|&count| count >= least), "{code}: {all:?}");
        }
        assert!(all.contains_key("XD0102"), "{all:?}");
        let few = codes(all.len());
        assert!(few.values().all(|&count| count == 1), "{few:?}");
        assert_eq!(codes(0).len(), 0);
    }
}
