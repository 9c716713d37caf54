//! What a content model demands of its particles: which must stand, how often they may, and where order matters.

use std::collections::BTreeSet;
use xsozial_schema::schema::{ElementContent, LeafTerm, Occurrence, Particle, Term};

/// What is demanded of one leaf of a content model.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Demands {
    /// Without it something is missing.
    pub(super) is_needed: bool,
    /// It may be one too many.
    pub(super) is_bounded: bool,
    /// It must not change places with a neighbour.
    pub(super) is_ordered: bool,
}

/// The demands on each leaf.
pub(super) fn demands(content: &ElementContent) -> Vec<Demands> {
    let mut demands = vec![Demands::default(); content.leaves.len()];
    if let Some(particle) = &content.particle {
        visit(particle, &mut Vec::new(), &mut demands);
    }
    let neighbours = Neighbours::of(content);
    for (leaf, demands) in demands.iter_mut().enumerate() {
        demands.is_ordered = u32::try_from(leaf).is_ok_and(|leaf| neighbours.is_ordered(leaf));
    }
    demands
}

/// How often a leaf may stand in a row.
pub(super) fn occurrence_of(content: &ElementContent, leaf: u32) -> Option<Occurrence> {
    let mut open: Vec<&Particle> = content.particle.iter().collect();
    while let Some(particle) = open.pop() {
        match &particle.term {
            Term::Leaf(known) if *known == leaf => return Some(particle.occurrence),
            Term::Leaf(_) => {}
            Term::Sequence(parts) | Term::Choice(parts) | Term::All(parts) => open.extend(parts),
        }
    }
    None
}

/// Whether a content model is a single choice.
pub(super) fn is_choice(content: &ElementContent) -> bool {
    content.particle.as_ref().is_some_and(|particle| match &particle.term {
        Term::Choice(_) => true,
        Term::Sequence(parts) => matches!(
            &parts[..],
            [Particle {
                term: Term::Choice(_),
                ..
            }]
        ),
        Term::Leaf(_) | Term::All(_) => false,
    })
}

fn visit<'p>(particle: &'p Particle, above: &mut Vec<&'p Particle>, demands: &mut [Demands]) {
    match &particle.term {
        Term::Leaf(leaf) => {
            if let Some(known) = demands.get_mut(*leaf as usize) {
                known.is_needed = is_needed(particle, above);
                known.is_bounded = is_bounded(particle, above);
            }
        }
        Term::Sequence(parts) | Term::Choice(parts) | Term::All(parts) => {
            above.push(particle);
            for part in parts {
                visit(part, above, demands);
            }
            above.pop();
        }
    }
}

/// Whether something is missing where the particle stands once too seldom.
fn is_needed(particle: &Particle, above: &[&Particle]) -> bool {
    if particle.occurrence.min == 0 {
        return false;
    }
    let Some((parent, above)) = above.split_last() else {
        return true;
    };
    match &parent.term {
        Term::Choice(branches) => !branches.iter().any(may_be_absent) && is_needed(parent, above),
        Term::Sequence(parts) | Term::All(parts) if parts.len() == 1 => is_needed(parent, above),
        Term::Sequence(_) | Term::All(_) | Term::Leaf(_) => true,
    }
}

/// Whether there is a number of repetitions that is one too many.
fn is_bounded(particle: &Particle, above: &[&Particle]) -> bool {
    if particle.occurrence.max.is_none() {
        return false;
    }
    let Some((parent, above)) = above.split_last() else {
        return true;
    };
    match &parent.term {
        Term::Choice(_) => is_bounded(parent, above),
        Term::Sequence(parts) | Term::All(parts) => {
            // Where the particle may stand alone in its group, the group's repetition takes what is too much for itself.
            let stands_alone = parts
                .iter()
                .all(|part| std::ptr::eq(part, particle) || may_be_absent(part));
            !stands_alone || is_bounded(parent, above)
        }
        Term::Leaf(_) => true,
    }
}

/// Whether nothing may stand for the particle.
fn may_be_absent(particle: &Particle) -> bool {
    particle.occurrence.min == 0
        || match &particle.term {
            Term::Leaf(_) => false,
            Term::Sequence(parts) | Term::All(parts) => parts.iter().all(may_be_absent),
            Term::Choice(branches) => branches.iter().any(may_be_absent),
        }
}

/// Which leaf may come right behind which.
struct Neighbours {
    pairs: BTreeSet<(u32, u32)>,
    /// Leaves that are elements.
    elements: BTreeSet<u32>,
}

impl Neighbours {
    fn of(content: &ElementContent) -> Self {
        let automaton = &content.automaton;
        let mut pairs = BTreeSet::new();
        // In an xs:all group everything may follow everything.
        if automaton.all.is_none() {
            for arrival in &automaton.transitions {
                let state = &automaton.states[arrival.target as usize];
                for next in &automaton.transitions[state.first as usize..state.end as usize] {
                    pairs.insert((arrival.leaf, next.leaf));
                }
            }
        }
        let is_element = |leaf: &u32| matches!(content.leaves[*leaf as usize].term, LeafTerm::Element(_));
        let leaves = 0..u32::try_from(content.leaves.len()).unwrap_or(u32::MAX);
        Self {
            pairs,
            elements: leaves.filter(is_element).collect(),
        }
    }

    /// Whether the second may come right behind the first, and never the other way round.
    fn have_order(&self, first: u32, second: u32) -> bool {
        first != second && self.pairs.contains(&(first, second)) && !self.pairs.contains(&(second, first))
    }

    fn is_ordered(&self, leaf: u32) -> bool {
        let mut others = self.elements.iter();
        self.elements.contains(&leaf)
            && others.any(|&other| self.have_order(leaf, other) || self.have_order(other, leaf))
    }
}

#[cfg(test)]
mod tests {
    use super::{Demands, demands};
    use xsozial_schema::{Schema, schema::Content, xsd::Sources};

    /// For each leaf of a model: `n`eeded, `b`ounded, `o`rdered.
    fn told(model: &str) -> Vec<String> {
        let schema = format!(
            "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>\
             <xs:complexType name='t'>{model}</xs:complexType></xs:schema>"
        );
        let schema = Schema::compile(Sources::new().bytes("t.xsd", schema.into_bytes())).unwrap();
        let Some(Content::Elements(content)) = schema.complex_types.last().map(|known| &known.content) else {
            panic!("no element content");
        };
        let tell = |demands: Demands| {
            let marks = [
                (demands.is_needed, 'n'),
                (demands.is_bounded, 'b'),
                (demands.is_ordered, 'o'),
            ];
            marks.iter().filter(|mark| mark.0).map(|mark| mark.1).collect()
        };
        demands(content).into_iter().map(tell).collect()
    }

    #[test]
    fn particles_of_a_sequence_must_stand_in_order_and_number() {
        let model = "<xs:sequence><xs:element name='a'/><xs:element name='b' minOccurs='0' maxOccurs='unbounded'/>\
                     <xs:element name='c' maxOccurs='2'/></xs:sequence>";
        assert_eq!(told(model), ["nbo", "o", "nbo"]);
    }

    #[test]
    fn a_branch_is_needed_where_no_other_may_be_empty() {
        let a = "<xs:element name='a'/>";
        let choice = |occurs: &str, other: &str| told(&format!("<xs:choice {occurs}>{a}{other}</xs:choice>"));
        assert_eq!(choice("", "<xs:element name='b'/>"), ["nb", "nb"]);
        assert_eq!(choice("", "<xs:element name='b' minOccurs='0'/>"), ["b", "b"]);
        assert_eq!(choice("minOccurs='0'", "<xs:element name='b'/>"), ["b", "b"]);
        assert_eq!(choice("maxOccurs='unbounded'", "<xs:element name='b'/>"), ["n", "n"]);
    }

    #[test]
    fn a_repeated_group_takes_what_may_stand_alone() {
        let group = |min: u8| {
            told(&format!(
                "<xs:sequence maxOccurs='unbounded'><xs:element name='a'/>\
                 <xs:element name='b' minOccurs='{min}'/></xs:sequence>"
            ))
        };
        assert_eq!(group(1), ["nb", "nb"]);
        assert_eq!(group(0), ["n", "b"]);
    }

    #[test]
    fn members_of_an_all_group_have_no_order() {
        let model = "<xs:all><xs:element name='a'/><xs:element name='b' minOccurs='0'/></xs:all>";
        assert_eq!(told(model), ["nb", "b"]);
    }
}
