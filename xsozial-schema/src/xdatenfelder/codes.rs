//! Codes of select fields: those in the file, and those of the lists beside it.

use super::{
    MissingCodelists, Options,
    error::{XdatenfelderError, XdatenfelderProblem as Problem},
    model::{CodelisteReferenz, Datenfeld, Datenschema, Element, Feldart, Fundstelle, Wert},
};
use crate::genericode::CodeList;
use std::collections::BTreeMap;

/// Codes that all fields together may have. A list of 100,000 municipalities in ten fields is far below.
const MOST_CODES: usize = 4_000_000;

/// The file with the codes of its select fields in place.
pub(super) fn resolved(mut schema: Datenschema, options: &Options) -> Result<Datenschema, XdatenfelderError> {
    let mut codes_left = MOST_CODES;
    match fill(&mut schema.wurzel, options, &mut codes_left) {
        Ok(()) => Ok(schema),
        Err((place, problem)) => Err(XdatenfelderError::at(&schema, place, problem)),
    }
}

fn fill(root: &mut Element, options: &Options, codes_left: &mut usize) -> Result<(), (Fundstelle, Problem)> {
    let mut open = vec![root];
    while let Some(element) = open.pop() {
        match element {
            Element::Schema(gruppe) | Element::Gruppe(gruppe) => {
                open.extend(gruppe.struktur.iter_mut().map(|part| &mut part.enthaelt));
            }
            Element::Feld(feld) if feld.feldart == Feldart::Select => {
                let place = feld.angaben.fundstelle;
                feld.werte = merged(codes(feld, options).map_err(|problem| (place, problem))?);
                let too_large = Problem::TooLarge {
                    what: "codes in all select fields together",
                    limit: MOST_CODES,
                };
                *codes_left = codes_left.checked_sub(feld.werte.len()).ok_or((place, too_large))?;
            }
            Element::Feld(_) => {}
        }
    }
    Ok(())
}

fn codes(feld: &Datenfeld, options: &Options) -> Result<Vec<Wert>, Problem> {
    let any_code = options.missing_codelists == MissingCodelists::AnyCode;
    if !feld.werte.is_empty() {
        return Ok(feld.werte.clone());
    }
    let Some(reference) = &feld.codeliste else {
        return if any_code {
            Ok(Vec::new())
        } else {
            Err(Problem::NoCodes)
        };
    };
    match find(reference, options)? {
        Some(list) => of_list(list, reference, feld.angaben.fundstelle),
        None if any_code => Ok(Vec::new()),
        None => Err(Problem::MissingCodelist(shown(reference))),
    }
}

/// The list that a reference means, by the URI of its version, or by its URI and version.
fn find<'o>(reference: &CodelisteReferenz, options: &'o Options) -> Result<Option<&'o CodeList>, Problem> {
    let lists = || options.codelists.iter().map(|list| &**list);
    if !reference.version_uri.is_empty()
        && let Some(list) = lists().find(|list| list.identification.canonical_version_uri == reference.version_uri)
    {
        return Ok(Some(list));
    }
    if reference.uri.is_empty() {
        return Ok(None);
    }
    let mut same = lists().filter(|list| list.identification.canonical_uri == reference.uri);
    if !reference.version.is_empty() {
        return Ok(same.find(|list| list.identification.version == reference.version));
    }
    let versions: BTreeMap<&str, &CodeList> = same.map(|list| (list.identification.version.as_str(), list)).collect();
    if versions.len() > 1 {
        let uri = reference.uri.clone();
        let versions = versions.into_keys().collect::<Vec<_>>().join(", ");
        return Err(Problem::SeveralVersions { uri, versions });
    }
    Ok(versions.into_values().next())
}

fn of_list(list: &CodeList, reference: &CodelisteReferenz, place: Fundstelle) -> Result<Vec<Wert>, Problem> {
    let lacks = |what: String| Problem::Codelist {
        list: shown(reference),
        what,
    };
    let code_column = list.code_column(reference.code_key.as_deref());
    let code_column = code_column.ok_or_else(|| lacks(column_text(reference.code_key.as_deref(), "of codes")))?;
    let named = |key: &Option<String>| match key {
        Some(key) => list
            .column(key)
            .map(Some)
            .ok_or_else(|| lacks(column_text(Some(key), ""))),
        None => Ok(None),
    };
    let name_column = named(&reference.name_key)?.or_else(|| list.name_column(code_column));
    let help_column = named(&reference.help_key)?;
    let text = |row, column: Option<usize>| column.and_then(|column| list.value(row, column)).map(str::to_owned);
    let werte: Vec<Wert> = (0..list.row_count())
        .filter_map(|row| {
            Some(Wert {
                code: text(row, Some(code_column))?,
                name: text(row, name_column).unwrap_or_default(),
                hilfe: text(row, help_column),
                fundstelle: place,
            })
        })
        .collect();
    if werte.is_empty() {
        return Err(lacks("codes".to_owned()));
    }
    Ok(werte)
}

fn column_text(key: Option<&str>, otherwise: &str) -> String {
    key.map_or_else(|| format!("column {otherwise}"), |key| format!("column `{key}`"))
}

fn shown(reference: &CodelisteReferenz) -> String {
    let name = if !reference.version_uri.is_empty() {
        reference.version_uri.clone()
    } else if reference.version.is_empty() {
        reference.uri.clone()
    } else {
        format!("{}_{}", reference.uri, reference.version)
    };
    if reference.id.is_empty() {
        name
    } else {
        format!("{name} ({})", reference.id)
    }
}

/// Each code once. Published lists have codes that stand twice; such a code means either of the two.
fn merged(werte: Vec<Wert>) -> Vec<Wert> {
    let mut places = rustc_hash::FxHashMap::default();
    let mut merged: Vec<Wert> = Vec::with_capacity(werte.len());
    for wert in werte {
        if let Some(&place) = places.get(&wert.code) {
            let known: &mut Wert = &mut merged[place];
            if known.name != wert.name {
                known.name.push_str(" / ");
                known.name.push_str(&wert.name);
            }
        } else {
            places.insert(wert.code.clone(), merged.len());
            merged.push(wert);
        }
    }
    merged
}
