//! From the file to a [`Datenschema`].

use super::{
    error::{XdatenfelderError, XdatenfelderProblem as Problem},
    field,
    model::{Angaben, Anzahl, Datenfeldgruppe, Datenschema, Element, Identifikation, Regel, Struktur, Version},
    node::{File, Parts, text_of},
};
use crate::xsd::{PlainText, XsdError, parse, plain_text};
use roxmltree::{Document, Node};

/// Groups deeper inside one another than this are no form; it also bounds the recursion over them.
const DEEPEST: usize = 30;

/// What the namespaces of all editions begin with.
pub(super) const NAMESPACE: &str = "urn:xoev-de:fim:standard:xdatenfelder_";
const EDITIONS: &[(&str, Version)] = &[
    ("urn:xoev-de:fim:standard:xdatenfelder_2", Version::V2),
    ("urn:xoev-de:fim:standard:xdatenfelder_3.0.0", Version::V3),
];

/// What stands in the schema, in groups and in fields of version 2.
const ANGABEN_2: &[&str] = &[
    "identifikation",
    "name",
    "bezeichnungEingabe",
    "bezeichnungAusgabe",
    "beschreibung",
    "definition",
    "bezug",
    "status",
    "gueltigAb",
    "gueltigBis",
    "fachlicherErsteller",
    "versionshinweis",
    "freigabedatum",
    "veroeffentlichungsdatum",
];
/// The same in version 3.
const ANGABEN_3: &[&str] = &[
    "identifikation",
    "name",
    "beschreibung",
    "definition",
    "freigabestatus",
    "statusGesetztAm",
    "statusGesetztDurch",
    "gueltigAb",
    "gueltigBis",
    "versionshinweis",
    "veroeffentlichungsdatum",
    "letzteAenderung",
];
const SCHEMA_2: &[&str] = &[
    "hilfetext",
    "ableitungsmodifikationenStruktur",
    "ableitungsmodifikationenRepraesentation",
];
const SCHEMA_3: &[&str] = &[
    "bezeichnung",
    "hilfetext",
    "ableitungsmodifikationenStruktur",
    "ableitungsmodifikationenRepraesentation",
    "dokumentsteckbrief",
];
/// What groups and fields have beside the schema.
const BAUSTEIN_2: &[&str] = &["schemaelementart", "hilfetextEingabe", "hilfetextAusgabe"];
const BAUSTEIN_3: &[&str] = &[
    "bezeichnungEingabe",
    "bezeichnungAusgabe",
    "schemaelementart",
    "hilfetextEingabe",
    "hilfetextAusgabe",
];
const REGEL_2: &[&str] = &["script"];
const REGEL_3: &[&str] = &[
    "identifikation",
    "name",
    "beschreibung",
    "freitextRegel",
    "fachlicherErsteller",
    "letzteAenderung",
    "typ",
    "skript",
];
/// What may stand often in version 3.
const MANY_3: &[&str] = &["bezug", "relation", "stichwort"];

/// `freigabestatus` (urn:xoev-de:xprozess:codeliste:status).
const FREIGABESTATUS: &[(&str, ())] = &[
    ("1", ()),
    ("2", ()),
    ("3", ()),
    ("4", ()),
    ("5", ()),
    ("6", ()),
    ("7", ()),
    ("8", ()),
];
const SCHEMAELEMENTART: &[(&str, ())] = &[("ABS", ()), ("HAR", ()), ("RNG", ())];

/// Whether a document is, or tries to be, an XDatenfelder file.
pub(crate) fn is_xdatenfelder(root: Node<'_, '_>) -> bool {
    root.tag_name()
        .namespace()
        .is_some_and(|uri| uri.starts_with(NAMESPACE))
}

/// Reads an XDatenfelder file.
pub(super) fn read(bytes: &[u8], name: &str) -> Result<Datenschema, XsdError> {
    let plain = plain_text(bytes, name)?;
    let document = parse(&plain, name)?;
    Ok(read_document(&document, &plain, name)?)
}

/// Reads a parsed XDatenfelder file.
pub(crate) fn read_document(
    document: &Document<'_>,
    plain: &PlainText,
    name: &str,
) -> Result<Datenschema, XdatenfelderError> {
    let root = document.root_element();
    let namespace = root.tag_name().namespace().unwrap_or_default();
    let edition = EDITIONS.iter().find(|(known, _)| *known == namespace);
    let mut file = File {
        name,
        plain,
        fassung: Version::V3,
        namespace,
    };
    let message = root
        .tag_name()
        .name()
        .strip_prefix("xdatenfelder.")
        .and_then(|name| name.split('.').next());
    let unknown = || Problem::UnknownMessage {
        root: root.tag_name().name().to_owned(),
        namespace: namespace.to_owned(),
    };
    let (Some(&(_, fassung)), Some(kind)) = (edition, message.and_then(message_kind)) else {
        return Err(file.error(root, unknown()));
    };
    file.fassung = fassung;
    let parts = file.parts(root, &["header", kind], &[])?;
    let header = file.parts(
        file.child(&parts, "header")?,
        &["nachrichtID", "erstellungszeitpunkt"],
        &[],
    )?;
    file.required(&header, "erstellungszeitpunkt")?;
    let body = file.child(&parts, kind)?;
    let wurzel = match kind {
        "stammdatenschema" => Element::Schema(gruppe(&file, body, &mut Vec::new())?),
        _ => element(&file, body, &mut Vec::new())?,
    };
    if wurzel.angaben().identifikation.version.is_empty() {
        return Err(file.error(body, Problem::Missing("version")));
    }
    Ok(Datenschema {
        datei: name.to_owned(),
        fassung,
        nachricht_id: file.required(&header, "nachrichtID")?,
        wurzel,
    })
}

/// What a message is about, by the second part of its name.
fn message_kind(name: &str) -> Option<&'static str> {
    ["stammdatenschema", "datenfeldgruppe", "datenfeld"]
        .into_iter()
        .find(|kind| *kind == name)
}

/// A group or field. `open` are the groups around it.
fn element(file: &File<'_>, node: Node<'_, '_>, open: &mut Vec<Identifikation>) -> Result<Element, XdatenfelderError> {
    match node.tag_name().name() {
        "datenfeld" => Ok(Element::Feld(Box::new(field::read(file, node)?))),
        _ => Ok(Element::Gruppe(gruppe(file, node, open)?)),
    }
}

/// The schema or a group.
fn gruppe(
    file: &File<'_>,
    node: Node<'_, '_>,
    open: &mut Vec<Identifikation>,
) -> Result<Datenfeldgruppe, XdatenfelderError> {
    let is_schema = node.tag_name().name() == "stammdatenschema";
    let own: &[&str] = match (is_schema, file.fassung) {
        (true, Version::V2) => SCHEMA_2,
        (true, Version::V3) => SCHEMA_3,
        (false, _) => &["art"],
    };
    let parts = angaben_parts(file, node, !is_schema, own, &["regel", "struktur"])?;
    let angaben = angaben(file, &parts)?;
    let identifikation = angaben.identifikation.clone();
    if open.contains(&identifikation) {
        return Err(file.error(node, Problem::Cycle(identifikation.id)));
    }
    if open.len() >= DEEPEST {
        return Err(file.error(node, Problem::TooDeep(DEEPEST)));
    }
    let auswahl = file.known_code(&parts, "art", &[("X", true)])?.unwrap_or_default();
    open.push(identifikation);
    let struktur: Result<_, _> = parts.all("struktur").map(|part| struktur(file, part, open)).collect();
    open.pop();
    Ok(Datenfeldgruppe {
        angaben,
        auswahl,
        struktur: struktur?,
    })
}

fn struktur(
    file: &File<'_>,
    node: Node<'_, '_>,
    open: &mut Vec<Identifikation>,
) -> Result<Struktur, XdatenfelderError> {
    let parts = file.parts(node, &["anzahl", "enthaelt"], &["bezug"])?;
    let text = file.required(&parts, "anzahl")?;
    let anzahl = anzahl(&text).ok_or_else(|| file.error(parts.get("anzahl").unwrap_or(node), Problem::Anzahl(text)))?;
    let enthaelt = file.child(&parts, "enthaelt")?;
    let inside = file.parts(enthaelt, &["datenfeld", "datenfeldgruppe"], &[])?;
    let child = match (inside.get("datenfeld"), inside.get("datenfeldgruppe")) {
        (Some(_), Some(second)) => {
            return Err(file.error(second, Problem::Duplicate("datenfeld or datenfeldgruppe".to_owned())));
        }
        (Some(child), None) | (None, Some(child)) => child,
        (None, None) => return Err(file.error(enthaelt, Problem::Missing("datenfeld or datenfeldgruppe"))),
    };
    Ok(Struktur {
        anzahl,
        bezug: parts.texts("bezug"),
        enthaelt: element(file, child, open)?,
        fundstelle: file.place(node),
    })
}

/// `min:max`; `None` for anything else.
fn anzahl(text: &str) -> Option<Anzahl> {
    let (min, max) = text.split_once(':')?;
    let number = |text: &str| {
        let text = text.trim();
        text.bytes()
            .all(|byte| byte.is_ascii_digit())
            .then(|| text.parse().ok())?
    };
    let min = number(min)?;
    let max = match max.trim() {
        "*" => None,
        max => Some(number(max)?),
    };
    max.is_none_or(|max| min <= max).then_some(Anzahl { min, max })
}

/// The children of the schema, a group or a field: what all have in common, and what is their own.
pub(super) fn angaben_parts<'n, 'i>(
    file: &File<'_>,
    node: Node<'n, 'i>,
    is_baustein: bool,
    own: &[&'static str],
    many: &[&'static str],
) -> Result<Parts<'n, 'i>, XdatenfelderError> {
    let (common, baustein, common_many): (_, _, &[&'static str]) = match file.fassung {
        Version::V2 => (ANGABEN_2, BAUSTEIN_2, &[]),
        Version::V3 => (ANGABEN_3, BAUSTEIN_3, MANY_3),
    };
    let baustein = if is_baustein { baustein } else { &[] };
    file.parts(node, &[common, baustein, own].concat(), &[common_many, many].concat())
}

/// What the schema, a group or a field says of itself.
pub(super) fn angaben(file: &File<'_>, parts: &Parts<'_, '_>) -> Result<Angaben, XdatenfelderError> {
    file.known_code(parts, "freigabestatus", FREIGABESTATUS)?;
    file.known_code(parts, "schemaelementart", SCHEMAELEMENTART)?;
    let mut hilfetexte = parts.texts("hilfetext");
    for name in ["hilfetextEingabe", "hilfetextAusgabe"] {
        hilfetexte.extend(parts.text(name).filter(|text| !hilfetexte.contains(text)));
    }
    let regeln: Result<_, _> = parts.all("regel").map(|node| regel(file, node)).collect();
    Ok(Angaben {
        identifikation: identifikation(file, file.child(parts, "identifikation")?)?,
        name: file.required(parts, "name")?,
        bezeichnung: parts.text("bezeichnungEingabe").or_else(|| parts.text("bezeichnung")),
        beschreibung: parts.text("beschreibung"),
        definition: parts.text("definition"),
        bezug: parts.texts("bezug"),
        hilfetexte,
        regeln: regeln?,
        fundstelle: file.place(parts.node()),
    })
}

/// Id and version, which become part of element names.
pub(super) fn identifikation(file: &File<'_>, node: Node<'_, '_>) -> Result<Identifikation, XdatenfelderError> {
    let parts = file.parts(node, &["id", "version"], &[])?;
    let id = file.required(&parts, "id")?;
    let version = parts.text("version").unwrap_or_default();
    let wrong = |what: &'static str, text: &str| {
        let text = text.chars().take(40).collect();
        Err(file.error(parts.get(what).unwrap_or(node), Problem::Identification { what, text }))
    };
    let is_id = id.starts_with(|first: char| first.is_ascii_alphabetic())
        && id.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && id.len() <= 40;
    if !is_id {
        return wrong("id", &id);
    }
    let is_number = |part: &str| !part.is_empty() && part.len() <= 8 && part.bytes().all(|byte| byte.is_ascii_digit());
    if !version.is_empty() && !version.split('.').all(is_number) {
        return wrong("version", &version);
    }
    Ok(Identifikation { id, version })
}

fn regel(file: &File<'_>, node: Node<'_, '_>) -> Result<Regel, XdatenfelderError> {
    let parts = match file.fassung {
        Version::V2 => file.parts(node, &[ANGABEN_2, REGEL_2].concat(), &[])?,
        Version::V3 => file.parts(node, REGEL_3, &["bezug", "stichwort", "param", "ziel", "fehler"])?,
    };
    let texte = ["freitextRegel", "beschreibung", "definition"]
        .into_iter()
        .filter_map(|name| parts.text(name));
    let fehler = parts
        .all("fehler")
        .filter_map(text_of)
        .map(|text| format!("Meldung: {text}"));
    Ok(Regel {
        identifikation: identifikation(file, file.child(&parts, "identifikation")?)?,
        name: file.required(&parts, "name")?,
        texte: texte.chain(fehler).collect(),
        skript: parts.text("script").or_else(|| parts.text("skript")),
    })
}
