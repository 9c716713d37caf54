//! What a value stands for, by the name of its element or attribute.

/// What a value stands for. It decides only which values are tried first: persons must be impossible ones, and nothing may
/// look like the number of a real account or person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::sample) enum Kind {
    /// Nothing that matters.
    Plain,
    /// A name of a person or thing.
    Name,
    /// A date or year of birth.
    Birth,
    /// A number or mark by which someone or something is known.
    Identifier,
    /// An item of a list: it may hold no space.
    Item,
}

/// Parts of names, in small letters, that tell of marks by which someone is known.
const IDENTIFIERS: &[&str] = &[
    "iban",
    "bic",
    "konto",
    "steuer",
    "versicherung",
    "ausweis",
    "nummer",
    "aktenzeichen",
    "kennung",
    "kennzeichen",
    "uuid",
];

impl Kind {
    /// The kind by the local name of the element or attribute.
    pub(in crate::sample) fn of(local: &str) -> Self {
        let local = local.to_lowercase();
        if IDENTIFIERS.iter().any(|part| local.contains(part)) {
            Self::Identifier
        } else if local.contains("geburt") && !local.contains("name") {
            Self::Birth
        } else if local.contains("name") {
            Self::Name
        } else {
            Self::Plain
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Kind;

    #[test]
    fn names_tell_what_values_stand_for() {
        for (local, kind) in [
            ("geburtsname", Kind::Name),
            ("Vorname", Kind::Name),
            ("datumDerGeburt", Kind::Birth),
            ("IBAN", Kind::Identifier),
            ("versicherungsnummer", Kind::Identifier),
            ("bemerkung", Kind::Plain),
        ] {
            assert_eq!(Kind::of(local), kind, "{local}");
        }
    }
}
