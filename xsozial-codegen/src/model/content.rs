//! Content models: from particles to fields, with a type for each choice and for each sequence that may be absent or
//! repeated.

use super::{
    complex::required_name,
    data::{Cardinality, Choice, Docs, Field, FieldSource, Item, Record, TypePath, ValueType},
    planner::Planner,
};
use crate::{
    Error,
    naming::{Scope, field_name, type_name},
};
use std::ops::Range;
use xsozial_schema::schema::{ComplexTypeId, ElementContent, LeafTerm, Particle, Term};

/// Most elements that the name of a choice's sequence branch lists.
const MOST_NAMED_ELEMENTS: usize = 3;

/// Plans the content model of one complex type.
pub(super) struct ContentPlanner<'p, 's, 'c> {
    planner: &'p mut Planner<'s>,
    owner: &'p TypePath,
    content: &'c ElementContent,
    items: Vec<Item>,
}

impl<'p, 's, 'c> ContentPlanner<'p, 's, 'c> {
    /// A planner for the content of the type `owner`.
    pub(super) fn new(planner: &'p mut Planner<'s>, owner: &'p TypePath, content: &'c ElementContent) -> Self {
        Self {
            planner,
            owner,
            content,
            items: Vec::new(),
        }
    }

    /// The types of the model's parts, in the order of the schema.
    pub(super) fn into_items(self) -> Vec<Item> {
        self.items
    }

    /// The fields of the type itself.
    pub(super) fn root_fields(&mut self, particle: &Particle, scope: &mut Scope) -> Result<Vec<Field>, Error> {
        match &particle.term {
            Term::Sequence(children) | Term::All(children) if particle.occurrence.is_once() => {
                self.fields(children, 1, scope)
            }
            _ => Ok(vec![self.field(particle, 0, scope)?]),
        }
    }

    /// Plans a type that is nothing but a choice.
    pub(super) fn choice_type(mut self, id: ComplexTypeId, docs: Docs, particle: &Particle) -> Result<(), Error> {
        let Term::Choice(children) = &particle.term else {
            return Ok(());
        };
        let branches = self.branches(children, 1)?;
        let choice = Item::Choice(Choice {
            name: self.owner.name.clone(),
            docs,
            complex_type: Some(id),
            depth: 0,
            branches,
        });
        self.planner.add(&self.owner.module, choice);
        for item in self.items {
            self.planner.add(&self.owner.module, item);
        }
        Ok(())
    }

    fn fields(&mut self, particles: &[Particle], depth: u8, scope: &mut Scope) -> Result<Vec<Field>, Error> {
        particles
            .iter()
            .map(|particle| self.field(particle, depth, scope))
            .collect()
    }

    fn field(&mut self, particle: &Particle, depth: u8, scope: &mut Scope) -> Result<Field, Error> {
        let mut field = match &particle.term {
            Term::Leaf(leaf) => self.leaf(*leaf)?,
            Term::Sequence(children) | Term::All(children) => self.group(children, depth)?,
            Term::Choice(children) => self.choice(children, depth)?,
        };
        field.cardinality = cardinality(particle);
        field.name = scope.claim(&field_name(&field.name));
        Ok(field)
    }

    /// A field for an element or wildcard. Its name is still the XML name.
    fn leaf(&self, index: u32) -> Result<Field, Error> {
        let planner = &*self.planner;
        let term = self.content.leaves.get(index as usize).map(|leaf| leaf.term);
        Ok(match term {
            Some(LeafTerm::Element(id)) => {
                let element = planner.schema.element(id);
                let local = planner.schema.names.local(element.name).to_owned();
                let (value_type, source) = match planner.substitution_type(id) {
                    Some(members) => (members, FieldSource::Substitution(index)),
                    None => (planner.element_type(id)?, FieldSource::Element(index, id)),
                };
                Field {
                    name: planner.schema.readable_name(element.name).to_owned(),
                    json_name: Some(local),
                    docs: planner.element_docs(element),
                    value_type,
                    cardinality: Cardinality::One,
                    boxed: false,
                    source,
                }
            }
            Some(LeafTerm::Wildcard(_)) | None => Field {
                name: "andere".to_owned(),
                json_name: None,
                docs: remark("Beliebige Elemente, die der Typ an dieser Stelle zulässt."),
                value_type: ValueType::Xml("AnyElement"),
                cardinality: Cardinality::One,
                boxed: false,
                source: FieldSource::Wildcard(index),
            },
        })
    }

    /// A branch of a choice, or a part of mixed content, that is a single element or wildcard.
    pub(super) fn leaf_branch(&mut self, index: u32, scope: &mut Scope) -> Result<Field, Error> {
        let mut branch = self.leaf(index)?;
        branch.name = scope.claim(&type_name(&branch.name));
        Ok(branch)
    }

    /// A field for a sequence that is not part of its parent's: a struct of its own.
    fn group(&mut self, children: &[Particle], depth: u8) -> Result<Field, Error> {
        let name = self.claim("Gruppe");
        self.group_named(name, children, depth)
    }

    fn group_named(&mut self, name: String, children: &[Particle], depth: u8) -> Result<Field, Error> {
        let leaves = leaves_of(children);
        let place = self.reserve();
        let fields = self.fields(children, depth + 1, &mut Scope::default())?;
        let mut record = Record {
            name: name.clone(),
            docs: remark(&format!("Ein Teil von [`{}`].", self.owner.name)),
            complex_type: None,
            group: Some((leaves.clone(), depth)),
            constants: Vec::new(),
            fields,
            required: None,
        };
        record.required = required_name(self.planner, &self.owner.module, &record);
        self.items[place] = Item::Record(record);
        let docs = remark(&format!("Zusammen: {}.", self.list_of_names(&leaves)));
        Ok(self.part("gruppe", name, docs, FieldSource::Group(leaves, depth)))
    }

    /// A field for a choice: an enum of its own.
    fn choice(&mut self, children: &[Particle], depth: u8) -> Result<Field, Error> {
        let name = self.claim("Auswahl");
        let place = self.reserve();
        let branches = self.branches(children, depth + 1)?;
        self.items[place] = Item::Choice(Choice {
            name: name.clone(),
            docs: remark(&format!("Eine Auswahl in [`{}`].", self.owner.name)),
            complex_type: None,
            depth,
            branches,
        });
        let leaves = leaves_of(children);
        let docs = remark(&format!("Zur Auswahl: {}.", self.list_of_names(&leaves)));
        Ok(self.part("auswahl", name, docs, FieldSource::Choice(leaves, depth)))
    }

    /// The branches of a choice; `depth` is that of groups inside it.
    fn branches(&mut self, children: &[Particle], depth: u8) -> Result<Vec<Field>, Error> {
        let mut scope = Scope::default();
        children
            .iter()
            .map(|particle| {
                let mut branch = match &particle.term {
                    Term::Leaf(leaf) => self.leaf(*leaf)?,
                    Term::Choice(children) => self.choice(children, depth)?,
                    Term::Sequence(children) | Term::All(children) => {
                        let elements = self.list_of_elements(children);
                        let name = self.claim(&type_name(&elements));
                        let group = self.group_named(name, children, depth)?;
                        Field {
                            name: elements,
                            ..group
                        }
                    }
                };
                // A branch that is chosen is there; one that may be absent makes the choice itself optional.
                branch.cardinality = if particle.occurrence.is_repeated() {
                    Cardinality::Many { mandatory: true }
                } else {
                    Cardinality::One
                };
                branch.name = scope.claim(&type_name(&branch.name));
                Ok(branch)
            })
            .collect()
    }

    /// A sequence is named after its elements: `Vorname`, `Nachname` → `vornameUndNachname`.
    fn list_of_elements(&self, children: &[Particle]) -> String {
        let names = self.local_names(&leaves_of(children));
        match names.as_slice() {
            [first, _, ..] if names.len() > MOST_NAMED_ELEMENTS => format!("{first}_UndWeitere"),
            _ => names.join("_Und_"),
        }
    }

    /// The names of leaves, as documentation.
    fn list_of_names(&self, leaves: &Range<u32>) -> String {
        let names = self.local_names(leaves);
        let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
        names.join(", ")
    }

    fn local_names(&self, leaves: &Range<u32>) -> Vec<&str> {
        let schema = self.planner.schema;
        let places = leaves.start as usize..leaves.end as usize;
        let leaves = self.content.leaves.get(places).unwrap_or_default();
        leaves
            .iter()
            .map(|leaf| match leaf.term {
                LeafTerm::Element(element) => schema.readable_name(schema.element(element).name),
                LeafTerm::Wildcard(_) => "andere",
            })
            .collect()
    }

    fn claim(&mut self, suffix: &str) -> String {
        let wanted = format!("{}{suffix}", self.owner.name);
        self.planner.names.claim(&self.owner.module, &wanted)
    }

    /// A place for an item that must stand before those inside it.
    fn reserve(&mut self) -> usize {
        let nothing = Choice {
            name: String::new(),
            docs: Docs::default(),
            complex_type: None,
            depth: 0,
            branches: Vec::new(),
        };
        self.items.push(Item::Choice(nothing));
        self.items.len() - 1
    }

    fn part(&self, field: &str, name: String, docs: Docs, source: FieldSource) -> Field {
        Field {
            name: field.to_owned(),
            json_name: None,
            docs,
            value_type: ValueType::Generated(TypePath {
                module: self.owner.module.clone(),
                name,
            }),
            cardinality: Cardinality::One,
            boxed: false,
            source,
        }
    }
}

/// Whether a particle can be satisfied by nothing at all.
pub(super) fn is_emptiable(particle: &Particle) -> bool {
    particle.occurrence.min == 0
        || match &particle.term {
            Term::Leaf(_) => false,
            Term::Sequence(children) | Term::All(children) => children.iter().all(is_emptiable),
            Term::Choice(children) => children.iter().any(is_emptiable),
        }
}

fn cardinality(particle: &Particle) -> Cardinality {
    if particle.occurrence.is_repeated() {
        Cardinality::Many {
            mandatory: !is_emptiable(particle),
        }
    } else if is_emptiable(particle) {
        Cardinality::Optional
    } else {
        Cardinality::One
    }
}

/// The leaves below these particles. They are contiguous, since leaves are numbered in the order of the schema.
fn leaves_of(particles: &[Particle]) -> Range<u32> {
    let bounds = particles.iter().map(|particle| match &particle.term {
        Term::Leaf(leaf) => *leaf..leaf + 1,
        Term::Sequence(children) | Term::Choice(children) | Term::All(children) => leaves_of(children),
    });
    bounds
        .reduce(|one, other| one.start.min(other.start)..one.end.max(other.end))
        .unwrap_or_default()
}

fn remark(text: &str) -> Docs {
    Docs {
        remark: Some(text.to_owned()),
        ..Docs::default()
    }
}
