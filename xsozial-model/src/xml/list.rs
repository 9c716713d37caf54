//! Values of list types.

use super::Simple;
use std::{
    fmt,
    ops::{Deref, DerefMut},
};
use xsozial_schema::{facet::Checked, schema::SimpleTypeId, value::PrefixResolver};

/// A value of a list type: values separated by white space (XML Schema part 2, section 2.5.1.2).
///
/// `Debug` tells the number of values alone.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(transparent))]
pub struct List<T>(pub Vec<T>);

impl<T: Simple> Simple for List<T> {
    fn from_checked(checked: &Checked<'_>, prefixes: &dyn PrefixResolver) -> Option<Self> {
        let item = |text: &str, member: SimpleTypeId| {
            let checked = Checked {
                text: text.into(),
                member,
                enumeration: None,
            };
            T::from_checked(&checked, prefixes)
        };
        checked
            .text
            .split_ascii_whitespace()
            .map(|text| item(text, checked.member))
            .collect::<Option<_>>()
            .map(Self)
    }

    fn write_text(&self, out: &mut String) {
        for (place, value) in self.0.iter().enumerate() {
            if place > 0 {
                out.push(' ');
            }
            value.write_text(out);
        }
    }
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> From<Vec<T>> for List<T> {
    fn from(values: Vec<T>) -> Self {
        Self(values)
    }
}

impl<T> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        Self(values.into_iter().collect())
    }
}

impl<T> Deref for List<T> {
    type Target = Vec<T>;

    fn deref(&self) -> &Vec<T> {
        &self.0
    }
}

impl<T> DerefMut for List<T> {
    fn deref_mut(&mut self) -> &mut Vec<T> {
        &mut self.0
    }
}

impl<T> fmt::Debug for List<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "List({} values)", self.0.len())
    }
}
