//! Names of modules and types.

use super::{
    data::TypePath,
    reach::{Holder, Reached},
};
use crate::naming::{Scope, module_name, type_name};
use std::collections::BTreeMap;
use xsozial_schema::{
    NameId, NamespaceId, Schema,
    schema::{ComplexTypeId, ElementId, SimpleTypeId, TypeRef},
};

/// All names of modules and types that are known before any item is planned.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    modules: BTreeMap<NamespaceId, String>,
    scopes: BTreeMap<String, Scope>,
    complex: BTreeMap<ComplexTypeId, TypePath>,
    enumerations: BTreeMap<SimpleTypeId, TypePath>,
    wrappers: BTreeMap<ElementId, TypePath>,
    variants: BTreeMap<ComplexTypeId, TypePath>,
    substitutions: BTreeMap<ElementId, TypePath>,
}

/// A component that waits for its name.
#[derive(Clone, Copy)]
enum Named {
    Complex(ComplexTypeId),
    Enumeration(SimpleTypeId),
}

/// Names everything by the rule of [`crate::naming`].
pub(crate) fn assign(schema: &Schema, reached: &Reached) -> Names {
    let mut names = Names {
        modules: name_modules(schema),
        ..Names::default()
    };
    names.name_declared_types(schema, reached);
    names.name_global_elements(schema, reached);
    for &id in reached.complex.keys() {
        names.name_anonymous(schema, reached, id);
    }
    names.name_anonymous_enumerations(schema, reached);
    names.name_variants(reached);
    names.name_substitutions(schema, reached);
    names
}

/// Modules are named in the order of the namespaces' URIs, so that the order of reading does not matter.
fn name_modules(schema: &Schema) -> BTreeMap<NamespaceId, String> {
    let mut namespaces: Vec<NamespaceId> = schema.names.namespaces().collect();
    namespaces.sort_by_key(|&namespace| schema.names.uri(namespace));
    let mut scope = Scope::default();
    namespaces
        .into_iter()
        .filter(|namespace| !matches!(*namespace, NamespaceId::XS | NamespaceId::XSI))
        .map(|namespace| {
            let (prefix, uri) = (schema.names.prefix(namespace), schema.names.uri(namespace));
            (namespace, scope.claim(&module_name(prefix, uri)))
        })
        .collect()
}

impl Names {
    /// The path of a complex type's struct, enum or alias.
    pub(crate) fn complex(&self, id: ComplexTypeId) -> Option<&TypePath> {
        self.complex.get(&id)
    }

    /// The path of an enumeration's enum.
    pub(crate) fn enumeration(&self, id: SimpleTypeId) -> Option<&TypePath> {
        self.enumerations.get(&id)
    }

    /// The path of the struct around a global element's content.
    pub(crate) fn wrapper(&self, element: ElementId) -> Option<&TypePath> {
        self.wrappers.get(&element)
    }

    /// The path of the enum of a type and its extensions.
    pub(crate) fn variants(&self, base: ComplexTypeId) -> Option<&TypePath> {
        self.variants.get(&base)
    }

    /// The path of the enum of a head and the members of its substitution group.
    pub(crate) fn substitution(&self, head: ElementId) -> Option<&TypePath> {
        self.substitutions.get(&head)
    }

    /// All modules with their namespaces.
    pub(crate) fn modules(&self) -> impl Iterator<Item = (NamespaceId, &str)> {
        self.modules.iter().map(|(&namespace, name)| (namespace, name.as_str()))
    }

    /// Gives out a further name in a module.
    pub(crate) fn claim(&mut self, module: &str, wanted: &str) -> String {
        self.scopes.entry(module.to_owned()).or_default().claim(wanted)
    }

    fn module_of(&self, schema: &Schema, name: NameId) -> String {
        let namespace = schema.names.namespace_of(name);
        self.modules.get(&namespace).cloned().unwrap_or_default()
    }

    /// The path of an anonymous type. That of an element with a label needs no holder in its name while it is alone.
    fn anonymous_path(&mut self, schema: &Schema, holder: Holder) -> TypePath {
        let (module, wanted) = self.wanted(schema, holder);
        let label = match holder {
            Holder::Member(_, name) => schema.label(name).map(type_name),
            Holder::Global(_) | Holder::Content(_) | Holder::None => None,
        };
        let scope = self.scopes.entry(module.clone()).or_default();
        let wanted = label.filter(|label| scope.is_free(label)).unwrap_or(wanted);
        self.path(module, &wanted)
    }

    fn path(&mut self, module: String, wanted: &str) -> TypePath {
        let name = self.claim(&module, wanted);
        TypePath { module, name }
    }

    fn name_declared_types(&mut self, schema: &Schema, reached: &Reached) {
        let complex = reached
            .complex
            .keys()
            .filter_map(|&id| Some((schema.complex_type(id).name?, Named::Complex(id))));
        let enumerations = reached
            .enumerations
            .keys()
            .filter_map(|&id| Some((schema.simple_type(id).name?, Named::Enumeration(id))));
        let mut declared: Vec<(NameId, Named)> = complex.chain(enumerations).collect();
        declared.sort_by_key(|&(name, _)| {
            let local = schema.names.local(name);
            (
                type_name(local) != local,
                local,
                schema.names.uri(schema.names.namespace_of(name)),
            )
        });
        for (name, named) in declared {
            let path = self.path(self.module_of(schema, name), &type_name(schema.names.local(name)));
            match named {
                Named::Complex(id) => drop(self.complex.insert(id, path)),
                Named::Enumeration(id) => drop(self.enumerations.insert(id, path)),
            }
        }
    }

    /// A root's anonymous type has the name of its element; a shared type is wrapped in a struct of that name.
    fn name_global_elements(&mut self, schema: &Schema, reached: &Reached) {
        for &root in &reached.roots {
            let element = schema.element(root);
            let wanted = type_name(schema.readable_name(element.name));
            let module = self.module_of(schema, element.name);
            match element.type_ref {
                TypeRef::Complex(id) if is_root_type(schema, reached, id) => {
                    if schema.complex_type(id).name.is_none() {
                        let path = self.path(module, &wanted);
                        self.complex.insert(id, path);
                    }
                }
                TypeRef::Complex(_) | TypeRef::Simple(_) => {
                    let path = self.path(module, &wanted);
                    self.wrappers.insert(root, path);
                }
            }
        }
    }

    /// Names an anonymous type after its holder, which is named first.
    fn name_anonymous(&mut self, schema: &Schema, reached: &Reached, id: ComplexTypeId) {
        // Nesting of anonymous types follows the nesting of the schema document; an explicit stack keeps it off ours.
        let mut waiting = vec![id];
        while let Some(&current) = waiting.last() {
            if self.complex.contains_key(&current) {
                waiting.pop();
                continue;
            }
            let holder = reached.complex.get(&current).copied().unwrap_or(Holder::None);
            match holder {
                Holder::Member(owner, _) | Holder::Content(owner)
                    if !waiting.contains(&owner)
                        && !self.complex.contains_key(&owner)
                        && schema.complex_type(owner).name.is_none() =>
                {
                    waiting.push(owner);
                }
                _ => {
                    let path = self.anonymous_path(schema, holder);
                    self.complex.insert(current, path);
                }
            }
        }
    }

    fn name_anonymous_enumerations(&mut self, schema: &Schema, reached: &Reached) {
        for (&id, &holder) in &reached.enumerations {
            if !self.enumerations.contains_key(&id) {
                let path = self.anonymous_path(schema, holder);
                self.enumerations.insert(id, path);
            }
        }
    }

    fn name_variants(&mut self, reached: &Reached) {
        for (&base, extensions) in &reached.variants {
            if let (Some(path), false) = (self.complex.get(&base).cloned(), extensions.is_empty()) {
                let variants = self.path(path.module, &format!("{}Variante", path.name));
                self.variants.insert(base, variants);
            }
        }
    }

    fn name_substitutions(&mut self, schema: &Schema, reached: &Reached) {
        for &head in &reached.substitutions {
            let name = schema.element(head).name;
            let wanted = format!("{}Ersetzung", type_name(schema.readable_name(name)));
            let path = self.path(self.module_of(schema, name), &wanted);
            self.substitutions.insert(head, path);
        }
    }

    /// Module and wanted name of an anonymous type with this holder.
    fn wanted(&self, schema: &Schema, holder: Holder) -> (String, String) {
        match holder {
            Holder::Global(element) => {
                let name = schema.element(element).name;
                (self.module_of(schema, name), type_name(schema.readable_name(name)))
            }
            Holder::Member(owner, name) => {
                let (module, owner) = self.owner(schema, owner);
                (module, owner + &type_name(schema.readable_name(name)))
            }
            Holder::Content(owner) => {
                let (module, owner) = self.owner(schema, owner);
                (module, owner + "Wert")
            }
            Holder::None => (String::new(), "Anonym".to_owned()),
        }
    }

    /// Module and name of a type that holds others. A base that no document needs has no path, but a name.
    fn owner(&self, schema: &Schema, owner: ComplexTypeId) -> (String, String) {
        match (self.complex.get(&owner), schema.complex_type(owner).name) {
            (Some(path), _) => (path.module.clone(), path.name.clone()),
            (None, Some(name)) => (self.module_of(schema, name), type_name(schema.names.local(name))),
            (None, None) => (String::new(), String::new()),
        }
    }
}

/// Whether a global element's type is itself the variant of `Document`: a plain struct that no other global element has.
pub(crate) fn is_root_type(schema: &Schema, reached: &Reached, id: ComplexTypeId) -> bool {
    let users = reached
        .roots
        .iter()
        .filter(|&&root| schema.element(root).type_ref == TypeRef::Complex(id));
    let is_plain = users.clone().count() == 1 && users.clone().all(|&root| !schema.element(root).is_nillable);
    is_plain
        && reached.complex.contains_key(&id)
        && reached.variants.get(&id).is_none_or(Vec::is_empty)
        && !super::derivation::is_code(schema, id)
}
