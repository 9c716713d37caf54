//! From an XML name to the name that Rust code gives it, collisions aside.

use super::{
    keyword,
    words::{camel, snake},
};

/// Longest constant name that is made from a description, in characters.
const LONGEST_CONSTANT: usize = 60;

/// The name of a type or variant.
pub(crate) fn type_name(name: &str) -> String {
    keyword::escape_type(with_letter_first(camel(name), "Wert"))
}

/// The name of a field.
pub(crate) fn field_name(name: &str) -> String {
    keyword::escape(with_letter_first(snake(name), "wert_"))
}

/// The name of an associated constant. Long descriptions are cut after a whole word.
pub(crate) fn constant_name(description: &str) -> String {
    let mut name = snake(description).to_ascii_uppercase();
    if name.len() > LONGEST_CONSTANT {
        let end = name[..=LONGEST_CONSTANT].rfind('_').unwrap_or(LONGEST_CONSTANT);
        name.truncate(end);
    }
    with_letter_first(name, "WERT_")
}

/// The name of the module of a namespace: its usual prefix, else the last part of its URI that holds a letter.
pub(crate) fn module_name(prefix: &str, uri: &str) -> String {
    let last_part = || {
        uri.split(['/', ':', '#'])
            .rev()
            .find(|part| part.contains(|character: char| character.is_alphabetic()))
            .unwrap_or("ohne_namensraum")
    };
    let name = if prefix.is_empty() { last_part() } else { prefix };
    keyword::escape_module(with_letter_first(snake(name), "modul_"))
}

fn with_letter_first(name: String, before: &str) -> String {
    if name.starts_with(|first: char| first.is_ascii_alphabetic()) {
        name
    } else if name.is_empty() {
        before.trim_end_matches('_').to_owned()
    } else {
        before.to_owned() + &name
    }
}

#[cfg(test)]
mod tests {
    use super::{constant_name, field_name, module_name, type_name};
    use proptest::prelude::*;

    #[test]
    fn names_are_german_and_escaped() {
        assert_eq!(field_name("type"), "r#type");
        assert_eq!(field_name("_"), "wert");
        assert_eq!(type_name("String"), "StringType");
        assert_eq!(constant_name("männlich"), "MAENNLICH");
        assert_eq!(constant_name("2 Personen"), "WERT_2_PERSONEN");
        assert_eq!(constant_name(""), "WERT");
    }

    #[test]
    fn long_descriptions_end_after_a_whole_word() {
        let name = constant_name(&"Bereitstellung einer Versorgung ".repeat(9));
        assert_eq!(name, "BEREITSTELLUNG_EINER_VERSORGUNG_BEREITSTELLUNG_EINER");
    }

    #[test]
    fn modules_are_named_by_prefix_then_by_uri() {
        assert_eq!(module_name("bn-g2g", "urn:x"), "bn_g2g");
        assert_eq!(module_name("", "urn:example:Anträge:1.0"), "antraege");
        assert_eq!(module_name("", ""), "ohne_namensraum");
        assert_eq!(module_name("aux", "urn:x"), "aux_");
    }

    proptest! {
        #[test]
        fn every_name_is_an_identifier(name in ".{0,40}") {
            for identifier in [type_name(&name), field_name(&name), constant_name(&name), module_name(&name, &name)] {
                prop_assert!(syn::parse_str::<syn::Ident>(&identifier).is_ok(), "{}", identifier);
            }
        }
    }
}
