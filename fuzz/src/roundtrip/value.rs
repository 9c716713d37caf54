//! Edits of a value, valid and invalid ones.

use crate::choices::Choices;
use xsozial_model::beispiel::{
    Document,
    bsp::{Antrag0001, Antrag0001Anlage},
    bspb::{Anschrift, AnschriftVariante, Erlaeuterung, ErlaeuterungInhalt, Person, PersonAuswahl},
};

/// Edits until the choices are used up.
pub(super) fn edit(value: &mut Document, choices: &mut Choices<'_>) {
    while !choices.is_empty() {
        match value {
            Document::Antrag0001(antrag) => edit_antrag(antrag, choices),
            Document::Quittung0002(quittung) => choices.text().clone_into(&mut quittung.aktenzeichen),
            _ => return,
        }
    }
}

fn edit_antrag(antrag: &mut Antrag0001, choices: &mut Choices<'_>) {
    match choices.byte() % 9 {
        0 => choices.text().clone_into(&mut antrag.antragsteller),
        1 => antrag.test = [None, Some(true), Some(false)][choices.below(3)],
        2 => edit_person(&mut antrag.person, choices),
        3 => edit_amounts(antrag, choices),
        4 => edit_mixed(&mut antrag.erlaeuterung, choices),
        5 => antrag.anlage.push(Antrag0001Anlage::new(
            choices.text(),
            choices.text().as_bytes().to_vec().into(),
        )),
        6 => antrag.erlaeuterung = None,
        7 => _ = antrag.person.pop(),
        _ => antrag.gruppe.reverse(),
    }
}

fn edit_person(persons: &mut Vec<Person>, choices: &mut Choices<'_>) {
    let index = choices.below(persons.len());
    let Some(person) = persons.get_mut(index) else {
        return;
    };
    match choices.byte() % 7 {
        0 => choices.text().clone_into(&mut person.id),
        1 => choices.text().clone_into(&mut person.familienname),
        2 => person.vorname.push(choices.text().to_owned()),
        3 => person.vorname.clear(),
        4 => person.auswahl = choices.text().parse().ok().map(PersonAuswahl::Geburtsjahr),
        5 => {
            let anschrift = Anschrift::new(choices.text(), choices.text());
            person.anschrift = Some(AnschriftVariante::Anschrift(anschrift));
        }
        _ => {
            let copy = person.clone();
            persons.push(copy);
        }
    }
}

fn edit_amounts(antrag: &mut Antrag0001, choices: &mut Choices<'_>) {
    let index = choices.below(antrag.gruppe.len());
    let Some(mut month) = antrag.gruppe.get(index).cloned() else {
        return;
    };
    if let Ok(amount) = choices.text().parse() {
        month.betrag = amount;
    }
    if let Ok(name) = choices.text().parse() {
        month.monat = name;
    }
    antrag.gruppe.push(month);
}

fn edit_mixed(mixed: &mut Option<Erlaeuterung>, choices: &mut Choices<'_>) {
    let Some(Erlaeuterung { content, .. }) = mixed else {
        return;
    };
    let text = choices.text().to_owned();
    // Two texts one after the other would be one when they are read.
    match content.last_mut() {
        Some(ErlaeuterungInhalt::Text(last)) if choices.byte().is_multiple_of(2) => last.push_str(&text),
        Some(ErlaeuterungInhalt::Text(_)) => content.push(ErlaeuterungInhalt::Betont(text)),
        _ => content.push(ErlaeuterungInhalt::Text(text)),
    }
}
