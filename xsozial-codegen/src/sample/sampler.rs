//! From a schema to documents.

use super::{
    SampleError, Size, explain,
    grow::{ELEMENT_LIMIT, Ground, Grown, Policy, grow},
    identity::{self, FieldNames},
    lists::Lists,
    prefixes::Prefixes,
    random::Random,
    references,
    value::{Kind, Values, Wish},
    variants::Variants,
    weight::Weights,
    write::write,
};
use xsozial_schema::{
    Schema,
    genericode::CodeList,
    schema::{ElementId, SimpleTypeId},
};

/// What is tried one after the other: documents whose references find nothing are made again with more IDs, then with
/// fewer references, then in other sizes.
const POLICIES: &[Policy] = &[
    Policy {
        all_ids: false,
        no_references: false,
    },
    Policy {
        all_ids: true,
        no_references: false,
    },
    Policy {
        all_ids: true,
        no_references: true,
    },
];
/// How often each of them is tried with other choices.
const ATTEMPTS: u64 = 4;

/// Makes synthetic documents of a schema: see the [module](super).
#[derive(Debug)]
pub struct Sampler<'s> {
    pub(super) schema: &'s Schema,
    pub(super) prefixes: Prefixes,
    variants: Variants,
    weights: Weights,
    weights_without_references: Weights,
    field_names: FieldNames,
    lists: Lists,
}

impl<'s> Sampler<'s> {
    /// Prepares documents of this schema. It looks for a value of every simple type, which takes some milliseconds.
    pub fn new(schema: &'s Schema) -> Self {
        let prefixes = Prefixes::of(schema);
        let variants = Variants::of(schema);
        let weights = Weights::of(schema, &variants, usable(schema, &prefixes));
        let weights_without_references = weights.without_references(schema, &variants);
        Self {
            schema,
            field_names: FieldNames::of(schema),
            lists: Lists::default(),
            prefixes,
            variants,
            weights,
            weights_without_references,
        }
    }

    /// Adds code lists: codes of the types that are bound to them are taken from them.
    #[must_use]
    pub fn codelists(mut self, lists: impl IntoIterator<Item = CodeList>) -> Self {
        for list in lists {
            self.lists.add(list);
        }
        self
    }

    /// The global elements that can be the root of a document, in the order of the schema's files and lines.
    pub fn roots(&self) -> Vec<ElementId> {
        let globals = self.schema.global_elements.iter().map(|(_, id)| id);
        let mut roots: Vec<ElementId> = globals.filter(|&id| !self.schema.element(id).is_abstract).collect();
        roots.sort_by_cached_key(|&id| {
            let element = self.schema.element(id);
            (element.source, self.schema.names.expanded(element.name))
        });
        roots
    }

    /// The roots of this name: a local name, which may be that of several, or `Q{uri}local`.
    pub fn roots_named(&self, name: &str) -> Result<Vec<ElementId>, SampleError> {
        let names = &self.schema.names;
        let mut roots = self.roots();
        roots.retain(|&root| {
            let known = self.schema.element(root).name;
            names.local(known) == name || names.expanded(known) == name
        });
        if roots.is_empty() {
            return Err(SampleError::NoRoot { name: name.to_owned() });
        }
        Ok(roots)
    }

    /// A document with this root as UTF-8. The same arguments give the same bytes.
    pub fn document(&self, root: ElementId, seed: u64, size: Size) -> Result<Vec<u8>, SampleError> {
        write(self.schema, &self.prefixes, &self.grown(root, seed, size)?.tree)
    }

    /// The tree of a document.
    pub(super) fn grown(&self, root: ElementId, seed: u64, size: Size) -> Result<Grown, SampleError> {
        let element = self.schema.element(root);
        if element.is_abstract || !self.weights.element(root).is_finite() {
            return Err(explain::element(self.ground(&self.weights), root));
        }
        if self.weights.element(root).exceeds(2 * ELEMENT_LIMIT) {
            return Err(SampleError::TooLarge {
                place: self.schema.describe_source(element.source),
            });
        }
        let mut first_error = None;
        for (size, policy) in plans(size) {
            for attempt in 0..ATTEMPTS {
                match self.attempt(root, (size, seed, policy), attempt) {
                    Err(error) if error.depends_on_choices() => _ = first_error.get_or_insert(error),
                    outcome => return outcome,
                }
            }
        }
        Err(first_error.unwrap_or_else(|| explain::element(self.ground(&self.weights), root)))
    }

    fn attempt(
        &self,
        root: ElementId,
        (size, seed, policy): (Size, u64, Policy),
        attempt: u64,
    ) -> Result<Grown, SampleError> {
        let name = self.schema.names.expanded(self.schema.element(root).name);
        let mut random = Random::new(seed, &name, attempt);
        let lighter = &self.weights_without_references;
        let weights = if policy.no_references && lighter.element(root).is_finite() {
            lighter
        } else {
            &self.weights
        };
        let ground = self.ground(weights);
        let mut grown = grow(ground, root, (size, seed, policy), &mut random)?;
        references::resolve(ground, &mut grown, &mut random)?;
        identity::resolve(ground, &mut grown.tree, &mut random)?;
        Ok(grown)
    }

    fn ground<'g>(&'g self, weights: &'g Weights) -> Ground<'g> {
        Ground {
            schema: self.schema,
            values: Values {
                schema: self.schema,
                prefixes: &self.prefixes,
            },
            variants: &self.variants,
            weights,
            lists: &self.lists,
            field_names: &self.field_names,
        }
    }
}

/// Sizes and policies to try: those that were asked for, then larger documents, in which more can carry an ID.
fn plans(size: Size) -> impl Iterator<Item = (Size, Policy)> {
    let larger: &[Size] = match size {
        Size::Minimal => &[Size::Random, Size::Full],
        Size::Random => &[Size::Minimal, Size::Full],
        Size::Full => &[Size::Random, Size::Minimal],
    };
    let asked = POLICIES.iter().map(move |&policy| (size, policy));
    let others = larger
        .iter()
        .flat_map(|&size| POLICIES[1..].iter().map(move |&policy| (size, policy)));
    asked.chain(others)
}

/// Whether a value of each simple type was found.
fn usable(schema: &Schema, prefixes: &Prefixes) -> Vec<bool> {
    let values = Values { schema, prefixes };
    let wish = Wish::new(Kind::Plain, Size::Full);
    let ids = (0..schema.simple_types.len()).map_while(|index| u32::try_from(index).ok().map(SimpleTypeId::new));
    ids.map(|id| values.find(id, &wish, &mut Random::new(0, "", 0)).is_some())
        .collect()
}
