//! Names that Rust or a file system keeps for itself.

/// Keywords of Rust, strict and reserved, that may be written as raw identifiers.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum",
    "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move",
    "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Keywords that may not be written as raw identifiers.
const PATH_KEYWORDS: &[&str] = &["self", "Self", "super", "crate", "_"];

/// File names that mean a device on Windows, and those that Cargo and rustc give a meaning.
const FILE_NAMES: &[&str] = &["con", "prn", "aux", "nul", "lib", "main", "mod"];

/// Types and variants that generated code names without a path.
const PRELUDE: &[&str] = &[
    "ComplexTypeId",
    "ElementId",
    "NameId",
    "NamespaceId",
    "Box",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Drop",
    "Eq",
    "Err",
    "From",
    "Into",
    "None",
    "Ok",
    "Option",
    "PartialEq",
    "Result",
    "Self",
    "Send",
    "Sized",
    "Some",
    "String",
    "Sync",
    "ToString",
    "Vec",
];

/// Escapes a name in snake case.
pub(super) fn escape(name: String) -> String {
    if PATH_KEYWORDS.contains(&name.as_str()) {
        name + "_"
    } else if KEYWORDS.contains(&name.as_str()) {
        format!("r#{name}")
    } else {
        name
    }
}

/// Escapes the name of a module, which is also the name of a file.
pub(super) fn escape_module(name: String) -> String {
    let is_device = matches!(
        name.as_bytes(),
        [b'c', b'o', b'm', b'0'..=b'9'] | [b'l', b'p', b't', b'0'..=b'9']
    );
    let reserved = [PATH_KEYWORDS, KEYWORDS, FILE_NAMES].concat();
    if is_device || reserved.contains(&name.as_str()) {
        name + "_"
    } else {
        name
    }
}

/// Escapes the name of a type or variant.
pub(super) fn escape_type(name: String) -> String {
    if PRELUDE.contains(&name.as_str()) {
        name + "Type"
    } else {
        name
    }
}

#[cfg(test)]
mod tests {
    use super::{KEYWORDS, escape, escape_module, escape_type};

    #[test]
    fn keywords_become_raw_identifiers_that_rust_accepts() {
        for &keyword in KEYWORDS {
            let name = escape(keyword.to_owned());
            assert!(syn::parse_str::<syn::Ident>(&name).is_ok(), "{name}");
        }
        assert_eq!(escape("self".to_owned()), "self_");
        assert_eq!(escape("strasse".to_owned()), "strasse");
    }

    #[test]
    fn modules_avoid_device_names_and_types_the_prelude() {
        assert_eq!(escape_module("con".to_owned()), "con_");
        assert_eq!(escape_module("com1".to_owned()), "com1_");
        assert_eq!(escape_module("type".to_owned()), "type_");
        assert_eq!(escape_module("xwas".to_owned()), "xwas");
        assert_eq!(escape_type("Option".to_owned()), "OptionType");
    }
}
