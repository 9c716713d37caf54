//! What a schema, group or field says of itself, as documentation.

use super::model::{Angaben, Datenfeld, Element, Praezisierung, Regel};

/// The documentation of an element: one text for each thing that it says.
pub(super) fn of_element(element: &Element) -> Vec<String> {
    let angaben = element.angaben();
    let mut texts = of_angaben(angaben);
    if let Element::Feld(feld) = element {
        texts.extend(of_field(feld));
    }
    texts.extend(angaben.regeln.iter().map(of_rule));
    texts
}

fn of_angaben(angaben: &Angaben) -> Vec<String> {
    let mut texts = vec![angaben.name.clone()];
    if let Some(bezeichnung) = angaben.bezeichnung.as_ref().filter(|text| **text != angaben.name) {
        texts.push(format!("Bezeichnung: {bezeichnung}"));
    }
    texts.extend(angaben.beschreibung.iter().cloned());
    texts.extend(angaben.definition.iter().map(|text| format!("Definition: {text}")));
    texts.extend(angaben.hilfetexte.iter().map(|text| format!("Hilfe: {text}")));
    texts.extend(angaben.bezug.iter().map(|text| format!("Bezug: {text}")));
    texts
}

fn of_field(feld: &Datenfeld) -> Vec<String> {
    let mut texts = Vec::new();
    let is_label = feld.feldart == super::Feldart::Label;
    let before = if is_label { "Text" } else { "Vorbelegung" };
    texts.extend(feld.inhalt.iter().map(|text| format!("{before}: {text}")));
    texts.extend(of_bounds(&feld.praezisierung));
    texts.extend(feld.max_size.iter().map(|size| format!("Höchstens {size} Bytes.")));
    if !feld.media_types.is_empty() {
        texts.push(format!("Dateiarten: {}", feld.media_types.join(", ")));
    }
    texts
}

fn of_bounds(bounds: &Praezisierung) -> Option<String> {
    let number = |name: &str, value: Option<u64>| value.map(|value| format!("{name} {value}"));
    let text = |name: &str, value: &Option<String>| value.as_ref().map(|value| format!("{name} {value}"));
    let known = [
        number("minLength", bounds.min_length),
        number("maxLength", bounds.max_length),
        text("minValue", &bounds.min_value),
        text("maxValue", &bounds.max_value),
        text("pattern", &bounds.pattern),
    ];
    let others = bounds.weitere.iter().map(|(name, value)| format!("{name} {value}"));
    let all: Vec<String> = known.into_iter().flatten().chain(others).collect();
    (!all.is_empty()).then(|| format!("Präzisierung: {}", all.join(", ")))
}

fn of_rule(regel: &Regel) -> String {
    let mut text = format!("Regel {}: {}", regel.identifikation.id, regel.name);
    for part in &regel.texte {
        text.push('\n');
        text.push_str(part);
    }
    if let Some(skript) = &regel.skript {
        text.push_str("\nSkript: ");
        text.push_str(skript);
    }
    text
}
