//! Names of enumeration values.

use super::{camel, identifier::type_name};

/// The name of the variant for an enumeration value.
pub(crate) fn variant_of_value(value: &str) -> String {
    if value.trim().is_empty() {
        return "Leer".to_owned();
    }
    let spelt = spell_leading_sign(value);
    if camel(&spelt).is_empty() {
        return value.chars().map(sign_name).collect();
    }
    type_name(&spelt)
}

/// A sign before a number is part of its meaning: `-1` is not `1`.
fn spell_leading_sign(value: &str) -> String {
    let mut characters = value.chars();
    match (characters.next(), characters.next()) {
        (Some(sign @ ('+' | '-' | '<' | '>')), Some(_)) => format!("{} {}", sign_name(sign), &value[1..]),
        _ => value.to_owned(),
    }
}

fn sign_name(sign: char) -> String {
    let name = match sign {
        '+' => "Plus",
        '-' | '–' | '−' => "Minus",
        '*' => "Stern",
        '/' => "Schraegstrich",
        '.' => "Punkt",
        ',' => "Komma",
        ':' => "Doppelpunkt",
        ';' => "Semikolon",
        '?' => "Fragezeichen",
        '!' => "Ausrufezeichen",
        '=' => "Gleich",
        '<' => "Kleiner",
        '>' => "Groesser",
        '%' => "Prozent",
        '&' => "Und",
        '#' => "Raute",
        '_' => "Unterstrich",
        '(' => "KlammerAuf",
        ')' => "KlammerZu",
        ' ' => "",
        other => return format!("Zeichen{:04X}", u32::from(other)),
    };
    name.to_owned()
}

#[cfg(test)]
mod tests {
    use super::variant_of_value;
    use proptest::prelude::*;

    #[test]
    fn variants_are_named_after_the_value() {
        assert_eq!(variant_of_value("ledig"), "Ledig");
        assert_eq!(variant_of_value("1010"), "Wert1010");
        assert_eq!(variant_of_value("1.1"), "Wert1_1");
        assert_eq!(variant_of_value("11"), "Wert11");
        assert_eq!(variant_of_value("-1"), "Minus1");
        assert_eq!(variant_of_value("<5"), "Kleiner5");
        assert_eq!(variant_of_value("+"), "Plus");
        assert_eq!(variant_of_value(""), "Leer");
        assert_eq!(variant_of_value("§§"), "Zeichen00A7Zeichen00A7");
        assert_eq!(variant_of_value("https://example.org/a"), "HttpsExampleOrgA");
    }

    proptest! {
        #[test]
        fn every_value_gives_an_identifier(value in ".{0,40}") {
            let name = variant_of_value(&value);
            prop_assert!(syn::parse_str::<syn::Ident>(&name).is_ok(), "{}", name);
        }
    }
}
