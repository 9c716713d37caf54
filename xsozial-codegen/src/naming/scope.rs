//! Names that are already taken.

use std::collections::BTreeSet;

/// The names of one module, struct or enum.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scope {
    taken: BTreeSet<String>,
}

impl Scope {
    /// Whether nobody has this name yet.
    pub(crate) fn is_free(&self, name: &str) -> bool {
        !self.taken.contains(name)
    }

    /// Gives out the wanted name, or the name with the lowest free number from 2.
    pub(crate) fn claim(&mut self, wanted: &str) -> String {
        if self.taken.insert(wanted.to_owned()) {
            return wanted.to_owned();
        }
        let divider = if wanted.ends_with(|last: char| last.is_ascii_digit()) {
            "_"
        } else {
            ""
        };
        // A raw identifier keeps its meaning only as long as it is the keyword itself.
        let stem = wanted.strip_prefix("r#").unwrap_or(wanted);
        let mut number = 2_u32;
        loop {
            let numbered = format!("{stem}{divider}{number}");
            if self.taken.insert(numbered.clone()) {
                return numbered;
            }
            number += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Scope;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    #[test]
    fn who_comes_later_gets_a_number() {
        let mut scope = Scope::default();
        assert_eq!(scope.claim("Rolle"), "Rolle");
        assert_eq!(scope.claim("Rolle"), "Rolle2");
        assert_eq!(scope.claim("Rolle2"), "Rolle2_2");
        assert_eq!(scope.claim("Rolle"), "Rolle3");
        assert_eq!(scope.claim("r#type"), "r#type");
        assert_eq!(scope.claim("r#type"), "type2");
    }

    proptest! {
        #[test]
        fn no_name_is_given_twice(wanted in prop::collection::vec("[ab]{1,2}[12]?", 0..40)) {
            let mut scope = Scope::default();
            let given: BTreeSet<String> = wanted.iter().map(|name| scope.claim(name)).collect();
            prop_assert_eq!(given.len(), wanted.len());
        }
    }
}
