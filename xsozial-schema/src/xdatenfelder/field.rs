//! Fields.

use super::{
    error::{XdatenfelderError, XdatenfelderProblem as Problem},
    model::{CodelisteReferenz, Datenfeld, Datentyp, Feldart, Version, Wert},
    node::{File, Parts},
    praezisierung,
    read::{angaben, angaben_parts, identifikation},
};
use roxmltree::Node;

const FELDARTEN: &[(&str, Feldart)] = &[
    ("input", Feldart::Input),
    ("select", Feldart::Select),
    ("label", Feldart::Label),
    ("hidden", Feldart::Hidden),
    ("locked", Feldart::Locked),
];
const DATENTYPEN: &[(&str, Datentyp)] = &[
    ("text", Datentyp::Text),
    ("text_latin", Datentyp::TextLatin),
    ("date", Datentyp::Date),
    ("time", Datentyp::Time),
    ("datetime", Datentyp::DateTime),
    ("bool", Datentyp::Bool),
    ("num", Datentyp::Num),
    ("num_int", Datentyp::NumInt),
    ("num_currency", Datentyp::NumCurrency),
    ("file", Datentyp::File),
    ("obj", Datentyp::Obj),
];
const VORBEFUELLUNG: &[(&str, ())] = &[("keine", ()), ("optional", ()), ("verpflichtend", ())];

const FELD_2: &[&str] = &["feldart", "datentyp", "praezisierung", "inhalt", "codelisteReferenz"];
const FELD_3: &[&str] = &[
    "feldart",
    "datentyp",
    "praezisierung",
    "inhalt",
    "vorbefuellung",
    "werte",
    "codelisteReferenz",
    "codeKey",
    "nameKey",
    "helpKey",
    "maxSize",
];

/// Reads a field.
pub(super) fn read(file: &File<'_>, node: Node<'_, '_>) -> Result<Datenfeld, XdatenfelderError> {
    let (own, many): (_, &[&'static str]) = match file.fassung {
        Version::V2 => (FELD_2, &["regel"]),
        Version::V3 => (FELD_3, &["regel", "mediaType"]),
    };
    let parts = angaben_parts(file, node, true, own, many)?;
    file.known_code(&parts, "vorbefuellung", VORBEFUELLUNG)?;
    let missing = |name: &'static str| file.error(parts.get(name).unwrap_or(node), Problem::Missing(name));
    Ok(Datenfeld {
        angaben: angaben(file, &parts)?,
        feldart: file
            .known_code(&parts, "feldart", FELDARTEN)?
            .ok_or_else(|| missing("feldart"))?,
        datentyp: file
            .known_code(&parts, "datentyp", DATENTYPEN)?
            .ok_or_else(|| missing("datentyp"))?,
        praezisierung: match parts.get("praezisierung") {
            Some(node) => praezisierung::read(file, node)?,
            None => super::Praezisierung::default(),
        },
        inhalt: parts.text("inhalt"),
        werte: match parts.get("werte") {
            Some(node) => werte(file, node)?,
            None => Vec::new(),
        },
        codeliste: codeliste(file, &parts)?,
        max_size: parts.text("maxSize"),
        media_types: parts.texts("mediaType"),
    })
}

fn werte(file: &File<'_>, node: Node<'_, '_>) -> Result<Vec<Wert>, XdatenfelderError> {
    let parts = file.parts(node, &[], &["wert"])?;
    parts
        .all("wert")
        .map(|node| {
            let parts = file.parts(node, &["code", "name", "hilfe"], &[])?;
            Ok(Wert {
                code: collapsed(&file.required(&parts, "code")?),
                name: parts.text("name").unwrap_or_default(),
                hilfe: parts.text("hilfe"),
                fundstelle: file.place(node),
            })
        })
        .collect()
}

/// Codes are tokens.
fn collapsed(code: &str) -> String {
    code.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

fn codeliste(file: &File<'_>, field: &Parts<'_, '_>) -> Result<Option<CodelisteReferenz>, XdatenfelderError> {
    let Some(node) = field.get("codelisteReferenz").filter(Node::has_children) else {
        return Ok(None);
    };
    let names = ["canonicalIdentification", "version", "canonicalVersionUri"];
    let (id, reference) = match file.fassung {
        Version::V2 => {
            let parts = file.parts(node, &["identifikation", "genericodeIdentification"], &[])?;
            let id = match parts.get("identifikation") {
                Some(node) => identifikation(file, node)?.id,
                None => String::new(),
            };
            let inside = file.child(&parts, "genericodeIdentification")?;
            (id, file.parts(inside, &names, &[])?)
        }
        Version::V3 => (String::new(), file.parts(node, &names, &[])?),
    };
    let text = |name: &str| reference.text(name).unwrap_or_default();
    let (uri, version_uri) = (text("canonicalIdentification"), text("canonicalVersionUri"));
    if uri.is_empty() && version_uri.is_empty() {
        // An empty reference is none.
        return Ok(None);
    }
    Ok(Some(CodelisteReferenz {
        id,
        uri,
        version: text("version"),
        version_uri,
        code_key: field.text("codeKey"),
        name_key: field.text("nameKey"),
        help_key: field.text("helpKey"),
    }))
}
