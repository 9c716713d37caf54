//! Hilfe zur Weiterführung des Haushalts as a message of the Nachbau: built, written, checked, read again, shown.
//!
//! `cargo run -p xsozial-examples --bin haushalt`
#![expect(clippy::print_stdout, reason = "the program is a clerk's screen")]

use xsozial_examples::{Failure, nachbau, round_trip};
use xsozial_model::xsozial_nachbau::xsn::{
    AndereAngehoerige, Antrag0010, Haushalt, Haushaltsfuehrung, Haushaltshilfe, Person, VorgangAuswahl,
    VorrangigeLeistung, WeiterfuehrungHaushalt, Zeitraum, ZuVersorgendesKind, codelisten as liste,
};

fn main() -> Result<(), Failure> {
    print!("{}", round_trip::of_message("weiterfuehrung-haushalt", &antrag()?)?);
    Ok(())
}

fn antrag() -> Result<Antrag0010, Failure> {
    let mut antrag = nachbau::antrag(
        "4d1f2c70-8f0e-4b8e-9d53-2b6f4f7f1a10",
        liste::CodeLeistung::HILFE_ZUR_WEITERFUEHRUNG_DES_HAUSHALTS,
        VorgangAuswahl::WeiterfuehrungHaushalt(weiterfuehrung()?),
        personen(),
    )?;
    let mut haushalt = Haushalt::default();
    haushalt.anzahl_personen = Some(2.into());
    haushalt.mitglied = vec!["p1".to_owned(), "p2".to_owned()];
    antrag.haushalt = Some(haushalt);
    antrag.unterkunft = Some(nachbau::mietwohnung("480.00")?);
    antrag.einkommen = vec![nachbau::einkommen(
        "p1",
        liste::CodeEinkommensart::KRANKENGELD,
        "990.40",
    )?];
    antrag.vermoegen = vec![nachbau::bankguthaben(None)?];
    // The own part refers to its attachment by this id.
    antrag.anlage = vec![nachbau::anlage(
        "attest",
        liste::CodeDokumentart::AERZTLICHES_ATTEST,
        "attest.txt",
        b"Ein erfundenes Attest.\n",
    )];
    Ok(antrag)
}

fn weiterfuehrung() -> Result<WeiterfuehrungHaushalt, Failure> {
    let mut bisher = Haushaltsfuehrung::new(liste::CodeHaushaltsausfall::KRANKHEIT.into());
    bisher.person = Some("p1".to_owned());
    let mut andere = AndereAngehoerige::new(false);
    andere.begruendung = Some("Im Haushalt lebt außer ihm nur das Kind.".to_owned());
    let mut zeitraum = Zeitraum::default();
    zeitraum.beginn = Some("2026-03-09".parse()?);
    zeitraum.ende = Some("2026-04-19".parse()?);

    let mut teil = WeiterfuehrungHaushalt::new(true, bisher, andere, zeitraum, true);
    let mut kind = ZuVersorgendesKind::new("p2");
    kind.betreuungsbedarf = Some("Nach der Schule, bis 18 Uhr.".to_owned());
    teil.zu_versorgendes_kind = vec![kind];
    let mut krankenkasse = VorrangigeLeistung::new(liste::CodeVorrangstelle::KRANKENKASSE.into(), true);
    krankenkasse.abgelehnt = Some(true);
    teil.vorrangige_leistung = vec![krankenkasse];
    let mut hilfe = Haushaltshilfe::new(liste::CodeHaushaltshilfe::PRIVATPERSON.into());
    hilfe.art_der_hilfe = Some("Einkaufen, Kochen, Wäsche".to_owned());
    hilfe.stunden_pro_woche = Some("12.5".parse()?);
    hilfe.kosten_pro_stunde = Some("15.00".parse()?);
    teil.hilfe = Some(hilfe);
    teil.attest = Some("attest".to_owned());
    Ok(teil)
}

/// The applicant and his child.
fn personen() -> Vec<Person> {
    let erste = liste::CodeVerhaeltnis::ERSTE_ANTRAGSTELLENDE_PERSON;
    let mut vater = nachbau::person("p1", "Ümit", "Nirgends", "1891-05-17", erste);
    vater.geschlecht = Some(nachbau::geschlecht(liste::CodeGeschlecht::MAENNLICH));
    let mut kind = nachbau::person("p2", "Zoë", "Nirgends", "1913-07", liste::CodeVerhaeltnis::KIND);
    kind.geschlecht = Some(nachbau::geschlecht(liste::CodeGeschlecht::WEIBLICH));
    vec![vater, kind]
}
