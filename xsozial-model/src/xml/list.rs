//! Values of list types.

use super::simple::{Checked, PrefixResolver, Simple};

/// A value of a list type: values separated by white space (XML Schema part 2, section 2.5.1.2).
#[derive(Clone, PartialEq, Default)]
pub struct List<T>(pub Vec<T>);
