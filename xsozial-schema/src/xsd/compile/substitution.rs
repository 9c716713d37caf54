//! Substitution groups (XML Schema part 1, sections 3.3.2 and 3.3.6).
//!
//! The global elements stand in the first places of the table, in the order of the documents, so an element's place among
//! the components is its id.

use super::Compiler;
use crate::{
    NameId,
    names::index_of,
    schema::{DerivationSet, ElementId, Leaf, LeafTerm},
    xsd::{components::ElementType, fault::SchemaFault},
};
use std::collections::VecDeque;

/// So many heads may stand one above the other.
const MOST_HEADS: usize = 100;

/// Who names whom as the head of its group.
#[derive(Default)]
pub(super) struct Groups {
    /// The head of each global element.
    heads: Vec<Option<ElementId>>,
    /// The direct members of each global element's group, in the order of the documents.
    members: Vec<Vec<ElementId>>,
}

impl Compiler<'_> {
    /// Finds out who is whose head. Groups in circles are refused.
    pub(super) fn read_groups(&mut self) -> Result<(), SchemaFault> {
        let components = self.components.elements.items();
        let mut groups = Groups {
            heads: Vec::with_capacity(components.len()),
            members: vec![Vec::new(); components.len()],
        };
        for (place, component) in components.iter().enumerate() {
            let head = match component.head {
                None => None,
                Some(name) => {
                    let known = self.element_ids.get(&name).copied();
                    Some(known.ok_or_else(|| self.unknown("element", name, component.source.0))?)
                }
            };
            if let Some(head) = head {
                groups.members[head.index()].push(ElementId::new(index_of(place)));
            }
            groups.heads.push(head);
        }
        for place in 0..components.len() {
            self.check_chain(&groups, place)?;
        }
        self.groups = groups;
        Ok(())
    }

    /// Follows the heads of an element to their end.
    fn check_chain(&self, groups: &Groups, place: usize) -> Result<(), SchemaFault> {
        let source = self.data.elements[place].source;
        let mut current = place;
        for _ in 0..=MOST_HEADS {
            match groups.heads[current] {
                None => return Ok(()),
                Some(head) if head.index() == place => {
                    return Err(self.invalid(source, "the element is a member of its own substitution group"));
                }
                Some(head) => current = head.index(),
            }
        }
        Err(SchemaFault::Unsupported {
            place: self.place(source),
            construct: format!("a chain of more than {MOST_HEADS} substitution groups"),
        })
    }

    /// The head whose type an element takes because it names none of its own.
    pub(super) fn type_giver(&self, place: usize) -> Option<ElementId> {
        let components = self.components.elements.items();
        let mut giver = None;
        let mut current = place;
        while components[current].element_type == ElementType::Absent
            && let Some(head) = self.groups.heads[current]
        {
            giver = Some(head);
            current = head.index();
        }
        giver
    }

    /// Tells every element who may stand in for it. All types must be compiled.
    pub(super) fn add_substitutes(&mut self) -> Result<(), SchemaFault> {
        for place in 0..self.groups.heads.len() {
            self.check_member(place)?;
        }
        for place in 0..self.groups.members.len() {
            if self.groups.members[place].is_empty() {
                continue;
            }
            let head = &self.data.elements[place];
            let members = self.members_of(place);
            let substitutes = members.into_iter().filter(|member| {
                let member = &self.data.elements[member.index()];
                !member.is_abstract && self.data.may_stand_in(member, head)
            });
            self.data.elements[place].substitutes = substitutes.collect();
        }
        Ok(())
    }

    /// A member's type is the head's or derived from it, by no step that the head's `final` forbids.
    fn check_member(&self, place: usize) -> Result<(), SchemaFault> {
        let Some(head) = self.groups.heads[place] else {
            return Ok(());
        };
        let (member, declaration) = (&self.data.elements[place], &self.data.elements[head.index()]);
        let final_for = self.components.elements.items()[head.index()].final_for;
        if self.data.is_derived(member.type_ref, declaration.type_ref, final_for) {
            return Ok(());
        }
        let head = self.data.names.expanded(declaration.name);
        let reason = if self
            .data
            .is_derived(member.type_ref, declaration.type_ref, DerivationSet::default())
        {
            format!("the element may not join the substitution group of {head}, whose final forbids the derivation")
        } else {
            format!("the type of the element is not derived from that of {head}, the head of its substitution group")
        };
        Err(self.invalid(member.source, reason))
    }

    /// All members of a group and of the groups of its members, abstract ones too, nearest first.
    fn members_of(&self, place: usize) -> Vec<ElementId> {
        let mut found = Vec::new();
        let mut open = VecDeque::from([place]);
        while let Some(place) = open.pop_front() {
            let members = &self.groups.members[place];
            found.extend_from_slice(members);
            open.extend(members.iter().map(|member| member.index()));
        }
        found
    }

    /// The abstract elements that a content model names, itself or through the groups of its elements.
    pub(super) fn abstract_elements(&self, leaves: &[Leaf]) -> Vec<NameId> {
        let named = leaves.iter().filter_map(|leaf| match leaf.term {
            LeafTerm::Element(id) if self.data.elements[id.index()].is_global => Some(id),
            LeafTerm::Element(_) | LeafTerm::Wildcard(_) => None,
        });
        let mut found: Vec<NameId> = named
            .flat_map(|id| self.members_of(id.index()).into_iter().chain([id]))
            .map(|id| &self.data.elements[id.index()])
            .filter(|element| element.is_abstract)
            .map(|element| element.name)
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}
