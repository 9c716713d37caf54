//! What codes mean to people.

use super::{Field, fields::Content};
use xsozial_schema::{
    codelists::CodelistStore,
    schema::{CodeBinding, SimpleTypeId, TypeRef},
};

impl Field<'_> {
    /// What a code means to people: the name that the schema gives an enumerated value, else the one in the code list that the
    /// code belongs to (XÖV Handbuch, Code-Typen 1 to 4). `None` for what is no code, for a code without a name, and where the
    /// list is not at hand.
    ///
    /// ```no_run
    /// # fn example(fields: &xsozial_validate::intake::Fields, codelists: &xsozial_schema::codelists::CodelistStore) {
    /// for field in fields.iter() {
    ///     let shown = field.meaning(codelists).unwrap_or_else(|| field.text().to_owned());
    ///     println!("{}: {shown}", field.labels().join(" › "));
    /// }
    /// # }
    /// ```
    pub fn meaning(&self, codelists: &CodelistStore) -> Option<String> {
        match self.entry.content {
            Content::Typed(simple_type, _) => self
                .enumerated(simple_type)
                .or_else(|| self.listed(simple_type, codelists)),
            Content::Structure(_) | Content::Raw | Content::Binary { .. } => None,
        }
    }

    /// Whether it is the part of an XÖV code that holds the code itself.
    pub fn is_code(&self) -> bool {
        self.code_binding().is_some()
    }

    /// The name that the schema gives an enumerated value.
    fn enumerated(&self, simple_type: SimpleTypeId) -> Option<String> {
        let facets = self.fields.schema.facets(simple_type);
        let text = facets.white_space.normalise(self.text());
        let known = facets.enumeration.iter().find(|value| value.text == text)?;
        known.meaning()
    }

    /// The name in the code list.
    fn listed(&self, simple_type: SimpleTypeId, codelists: &CodelistStore) -> Option<String> {
        let (binding, code_element) = self.code_binding()?;
        let said = |attribute| self.attribute_of(code_element, attribute);
        let uri = binding.list_uri.as_deref().or_else(|| said("listURI"))?;
        let version = binding.list_version.as_deref().or_else(|| said("listVersionID"))?;
        let facets = self.fields.schema.facets(simple_type);
        let code = facets.white_space.normalise(self.text());
        codelists.get(uri.trim(), version.trim()).iter().find_map(|stored| {
            let list = &stored.list;
            let column = list.code_column(Some(&binding.code_column))?;
            let row = list.find(column, &code)?;
            list.value(row, list.name_column(column)?).map(str::to_owned)
        })
    }

    /// What the schema says of the list, and the element that names it: the one around the code.
    fn code_binding(&self) -> Option<(&CodeBinding, u32)> {
        let schema = &self.fields.schema;
        if self.entry.attribute.is_some() || !self.fields.nodes.is_called(self.entry.node, "code", schema) {
            return None;
        }
        let parent = self.fields.nodes.parent(self.entry.node)?;
        let Some(TypeRef::Complex(id)) = self.fields.nodes.type_ref(parent) else {
            return None;
        };
        Some((schema.complex_type(id).code.as_ref()?, parent))
    }

    /// An attribute of an element around this one. Its fields stand before all that the element holds, and those of the elements
    /// in it behind them.
    fn attribute_of(&self, node: u32, local: &str) -> Option<&str> {
        let before = self.fields.entries.get(..self.place)?.iter().rev();
        let mut own = before.take_while(|entry| entry.node >= node);
        let found = own.find(|entry| {
            let name = entry.attribute.map(|name| self.fields.slice(name.local));
            entry.node == node && name == Some(local)
        })?;
        Some(self.fields.slice(found.text))
    }
}
