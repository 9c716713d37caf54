//! The one place that decides about Rust names.
//!
//! The rule, in full:
//!
//! 1. **Words.** A name is cut into words at every character that is neither letter nor digit (dots, hyphens,
//!    underscores, spaces). Umlauts are transliterated (`ä` → `ae`, `ß` → `ss`), other accented Latin letters lose their
//!    accent, any further letter becomes `U` and its code point. German words are kept, nothing is abbreviated.
//! 2. **Types, modules of one, variants** are written in upper camel case; capitals inside a word are kept
//!    (`vorgang.transportieren.2010` → `VorgangTransportieren2010`, `probeID_ausLabor` → `ProbeIDAusLabor`). Where two
//!    words meet in digits an underscore stays (`1.1` → `1_1`), so that `1.1` and `11` differ.
//! 3. **Fields and modules** are written in snake case; a new word also begins where a capital follows a small letter
//!    and where a run of capitals ends (`IDNummer` → `id_nummer`). Constants are the same in capitals.
//! 4. **Keywords** become raw identifiers (`type` → `r#type`); the four that cannot (`self`, `Self`, `super`, `crate`) and
//!    file names that Windows reserves get an underscore. Types named as one of the prelude (`String`, `Option`, …) get the
//!    suffix `Type`.
//! 5. **Enumeration values** are named after the value, never after its documentation: a value that begins with a digit
//!    gets `Wert` before it (`1010` → `Wert1010`), the empty value is `Leer`, a value of signs alone is spelt (`+` →
//!    `Plus`).
//! 6. **Anonymous types** are named after the type (or anonymous type, or global element) that holds them and their
//!    element or attribute: `Probe`, `ergebnis` → `ProbeErgebnis`. Parts of content models are named after their type:
//!    `…Auswahl` (choice), `…Gruppe` (optional or repeated sequence), `…Inhalt` (mixed content), `…Variante` (a type and
//!    those derived from it by extension), `…Required` (arguments of a constructor).
//! 7. **Labels.** Where an element's name is a mere id and the schema tells what people call it (FIM, from an XDatenfelder
//!    file), that label takes the place of the XML name in the rules above. The anonymous type of such an element is named
//!    after the label alone, and after its holder and the label where that name is taken: a form says `Geburtsdatum` once
//!    for each person. Named types, attributes, enumeration values and JSON keep the XML names.
//! 8. **Collisions.** Within one scope (module, struct, enum) names are given in a fixed order: named types, then global
//!    elements, then everything else in the order of the schema. Among named types one whose XML name is already its Rust
//!    name comes first, then the order of the XML names. Who comes later gets the lowest free number from 2, set off by
//!    an underscore after a digit (`rolle` beside `Rolle` → `Rolle2`, `Typ3` → `Typ3_2`).

mod identifier;
mod keyword;
mod scope;
mod value;
mod words;

pub(crate) use identifier::{constant_name, field_name, module_name, type_name};
pub(crate) use scope::Scope;
pub(crate) use value::variant_of_value;
pub(crate) use words::{camel, serde_camel, serde_variant};
