//! From text to value for any simple type, lists and unions included.

use crate::{
    schema::{Schema, SimpleType, SimpleTypeId, Variety},
    value::{PrefixResolver, Value, items},
};

impl Value {
    /// Reads a value of any simple type; `text` may still need the type's white-space handling. Only lexical forms are
    /// looked at, no facets: of a union's members the first whose form fits takes the value. `types` is the table of
    /// a schema's simple types, which need not be complete beyond the type and those it is made of.
    ///
    /// Values of enumerations and bounds are made with it, and the values compared with them.
    pub fn parse_as(
        types: &[SimpleType],
        simple_type: SimpleTypeId,
        text: &str,
        prefixes: &dyn PrefixResolver,
    ) -> Option<Self> {
        let known = types.get(simple_type.index())?;
        match &known.variety {
            Variety::Atomic => Self::parse(known.builtin, &known.facets.white_space.normalise(text), prefixes),
            Variety::List(item) => items(text)
                .map(|text| Self::parse_as(types, *item, text, prefixes))
                .collect::<Option<_>>()
                .map(Self::List),
            Variety::Union(members) => members
                .iter()
                .find_map(|&member| Self::parse_as(types, member, text, prefixes)),
        }
    }
}

impl Schema {
    /// Reads a value of a simple type by its lexical form, see [`Value::parse_as`]. For identity constraints.
    pub fn parse_value(&self, simple_type: SimpleTypeId, text: &str, prefixes: &dyn PrefixResolver) -> Option<Value> {
        Value::parse_as(&self.simple_types, simple_type, text, prefixes)
    }

    /// Whether two texts stand for the same value of a simple type, as a fixed value demands: `1.0` is the decimal `1`.
    /// Each text comes with the namespaces that are in scope where it stands.
    pub fn is_same_value(
        &self,
        simple_type: SimpleTypeId,
        left: (&str, &dyn PrefixResolver),
        right: (&str, &dyn PrefixResolver),
    ) -> bool {
        let left = self.parse_value(simple_type, left.0, left.1);
        left.is_some() && left == self.parse_value(simple_type, right.0, right.1)
    }
}
