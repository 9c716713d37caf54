//! The Leistungen (social services) that applications are made for: one table with a typed view.
//!
//! ```
//! use xsozial_model::leistung::Leistung;
//! let leistung = Leistung::by_leika("99107042000000").expect("in the table");
//! assert_eq!(leistung.code, "UVM");
//! assert_eq!(leistung.ozg, Some("10090"));
//! assert_eq!(leistung.teil, Some("uebernahmeMietrueckstaende"));
//! ```
//!
//! Sources: `schemas/xsozial-nachbau/QUELLEN.md`. What no source says is `None`, never a guess.

use std::sync::LazyLock;

/// How sure it is that a row of the table is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sicherheit {
    /// Read in a source that handles the real thing.
    Hoch,
    /// One indirect source.
    Mittel,
    /// Inferred.
    Niedrig,
}

/// One Leistung.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Leistung {
    /// The code in the Nachbau's list `urn:example:xsozial-nachbau:codeliste:leistung`. The project gave it.
    pub code: &'static str,
    /// Stable key for folders and file names, in lower case with hyphens.
    pub schluessel: &'static str,
    /// Title as people know it.
    pub titel: &'static str,
    /// Ids of the Leistungskatalog (LeiKa), 14 digits each; several, one or none known.
    pub leika: Vec<&'static str>,
    /// Id of the OZG-Umsetzungskatalog, where known.
    pub ozg: Option<&'static str>,
    /// The sections of the law that it rests on.
    pub rechtsgrundlage: Option<&'static str>,
    /// The element of its own part below `vorgang` in the Nachbau; `None` means that it has the common blocks alone.
    pub teil: Option<&'static str>,
    /// Its XFall schema, as a path below `schemas`.
    pub xfall: Option<&'static str>,
    /// Its profile of mandatory fields, as a path below `schemas`.
    pub profil: Option<&'static str>,
    /// How sure the row is.
    pub sicherheit: Sicherheit,
}

const TABLE: &str = include_str!(concat!(env!("OUT_DIR"), "/leistungen.tsv"));

static ALL: LazyLock<Vec<Leistung>> = LazyLock::new(|| rows().filter_map(Leistung::parse).collect());

/// The lines of the table that hold a Leistung: neither comments nor the names of the columns.
fn rows() -> impl Iterator<Item = &'static str> {
    TABLE.lines().filter(|line| !line.starts_with('#')).skip(1)
}

impl Leistung {
    /// All Leistungen, in the order of the table.
    pub fn all() -> &'static [Self] {
        &ALL
    }

    /// The Leistung of this code.
    pub fn by_code(code: &str) -> Option<&'static Self> {
        ALL.iter().find(|leistung| leistung.code == code)
    }

    /// The Leistung that this LeiKa id belongs to.
    pub fn by_leika(leika: &str) -> Option<&'static Self> {
        ALL.iter().find(|leistung| leistung.leika.contains(&leika))
    }

    /// The Leistung with this key.
    pub fn by_schluessel(schluessel: &str) -> Option<&'static Self> {
        ALL.iter().find(|leistung| leistung.schluessel == schluessel)
    }

    fn parse(line: &'static str) -> Option<Self> {
        let mut columns = line.split('\t');
        let mut next = || columns.next();
        let known = |text: &'static str| (text != "-").then_some(text);
        let leistung = Self {
            code: next()?,
            schluessel: next()?,
            titel: next()?,
            leika: known(next()?).map(|ids| ids.split(' ').collect()).unwrap_or_default(),
            ozg: known(next()?),
            rechtsgrundlage: known(next()?),
            teil: known(next()?),
            xfall: known(next()?),
            profil: known(next()?),
            sicherheit: match next()? {
                "H" => Sicherheit::Hoch,
                "M" => Sicherheit::Mittel,
                "L" => Sicherheit::Niedrig,
                _ => return None,
            },
        };
        columns.next().is_none().then_some(leistung)
    }
}

#[cfg(test)]
mod tests {
    use super::{Leistung, rows};
    use std::collections::BTreeSet;

    #[test]
    fn every_row_of_the_table_is_read() {
        assert_eq!(Leistung::all().len(), rows().count());
        assert!(Leistung::all().len() >= 15);
    }

    #[test]
    fn codes_keys_and_leika_ids_belong_to_one_leistung_each() {
        let all = Leistung::all();
        let codes: BTreeSet<_> = all.iter().map(|one| one.code).collect();
        let keys: BTreeSet<_> = all.iter().map(|one| one.schluessel).collect();
        assert_eq!((codes.len(), keys.len()), (all.len(), all.len()));
        let leika: Vec<_> = all.iter().flat_map(|one| &one.leika).collect();
        assert_eq!(leika.iter().collect::<BTreeSet<_>>().len(), leika.len());
        assert!(
            leika
                .iter()
                .all(|id| id.len() == 14 && id.bytes().all(|byte| byte.is_ascii_digit()))
        );
        let ozg = all.iter().filter_map(|one| one.ozg);
        assert!(ozg.into_iter().all(|id| id.len() == 5));
    }

    #[test]
    fn a_leistung_is_found_by_each_of_its_ids() {
        for leistung in Leistung::all() {
            assert_eq!(Leistung::by_code(leistung.code), Some(leistung));
            assert_eq!(Leistung::by_schluessel(leistung.schluessel), Some(leistung));
            for id in &leistung.leika {
                assert_eq!(Leistung::by_leika(id), Some(leistung));
            }
        }
        assert_eq!(Leistung::by_leika("-"), None);
        assert_eq!(Leistung::by_code("XXX"), None);
    }
}
