//! Hilfe zum Lebensunterhalt as a message of the Nachbau: built, written, checked, read again, shown.
//!
//! `cargo run -p xsozial-examples --bin lebensunterhalt`
#![expect(clippy::print_stdout, reason = "the program is a clerk's screen")]

use xsozial_examples::{Failure, nachbau, round_trip};
use xsozial_model::xsozial_nachbau::xsn::{
    Antrag0010, Bankverbindung, BankverbindungAuswahl, BankverbindungIbanUndBic, Direktzahlung, Erklaerung, Haushalt,
    HilfeZumLebensunterhalt, Krankenversicherung, Person, Unterkunft, VorgangAuswahl, codelisten as liste,
};

fn main() -> Result<(), Failure> {
    print!("{}", round_trip::of_message("hilfe-zum-lebensunterhalt", &antrag()?)?);
    Ok(())
}

fn antrag() -> Result<Antrag0010, Failure> {
    let mut antrag = nachbau::antrag(
        "ad6b0b27-6ae1-4ab5-8c33-f1c2b1b0a9d4",
        liste::CodeLeistung::HILFE_ZUM_LEBENSUNTERHALT,
        VorgangAuswahl::HilfeZumLebensunterhalt(hilfe()?),
        personen()?,
    )?;
    antrag.dritte = vec![nachbau::vermieterin("d1")];
    let mut haushalt = Haushalt::default();
    haushalt.alleinlebend = Some(false);
    haushalt.mitglied = vec!["p1".to_owned(), "p2".to_owned()];
    antrag.haushalt = Some(haushalt);
    antrag.unterkunft = Some(unterkunft()?);
    antrag.einkommen = vec![nachbau::einkommen(
        "p1",
        liste::CodeEinkommensart::KINDERGELD,
        "255.00",
    )?];
    antrag.vermoegen = vec![nachbau::bankguthaben(None)?];
    antrag.bankverbindung = Some(konto());
    antrag.anlage = vec![nachbau::anlage(
        "a1",
        liste::CodeDokumentart::KONTOAUSZUEGE,
        "kontoauszuege.txt",
        b"Erfundene Kontoauszuege.\n",
    )];
    let mut erklaerung = Erklaerung::default();
    erklaerung.mitwirkungspflichten_gelesen = Some(true);
    erklaerung.aenderungen_werden_mitgeteilt = Some(true);
    antrag.erklaerung = Some(erklaerung);
    Ok(antrag)
}

fn hilfe() -> Result<HilfeZumLebensunterhalt, Failure> {
    let mut hilfe = HilfeZumLebensunterhalt::new(false, true, false);
    hilfe.erwerbsgemindert = Some(true);
    let mut miete = Direktzahlung::new(liste::CodeDirektzahlung::MIETE.into(), "d1");
    miete.betrag = Some("395.00".parse()?);
    hilfe.direktzahlung = vec![miete];
    hilfe.notlage = Some("Die Ersparnisse sind aufgebraucht.".to_owned());
    Ok(hilfe)
}

/// The applicant and her child.
fn personen() -> Result<Vec<Person>, Failure> {
    let erste = liste::CodeVerhaeltnis::ERSTE_ANTRAGSTELLENDE_PERSON;
    let mut mutter = nachbau::person("p1", "Zoë", "Beispiel-Unmöglich", "1892-12", erste);
    mutter.geschlecht = Some(nachbau::geschlecht(liste::CodeGeschlecht::WEIBLICH));
    mutter.staatsangehoerigkeit = vec![nachbau::deutsch()];
    let mut versicherung = Krankenversicherung::new(true);
    versicherung.krankenkasse = Some("Erfundene Krankenkasse".to_owned());
    versicherung.monatlicher_beitrag = Some("110.20".parse()?);
    mutter.krankenversicherung = Some(versicherung);

    let mut kind = nachbau::person("p2", "Kim", "Unmöglich", "1913-07-01", liste::CodeVerhaeltnis::KIND);
    kind.geschlecht = Some(nachbau::geschlecht(liste::CodeGeschlecht::DIVERS));
    kind.staatsangehoerigkeit = vec![nachbau::deutsch()];
    Ok(vec![mutter, kind])
}

fn unterkunft() -> Result<Unterkunft, Failure> {
    let mut unterkunft = nachbau::mietwohnung("395.00")?;
    unterkunft.wohnflaeche = Some("41.5".parse()?);
    Ok(unterkunft)
}

fn konto() -> Bankverbindung {
    let mut konto = Bankverbindung::default();
    konto.kontoinhaber = Some("Zoë Beispiel-Unmöglich".to_owned());
    let iban = BankverbindungIbanUndBic::new("DE09000000000000000001");
    konto.auswahl = Some(BankverbindungAuswahl::IbanUndBic(iban));
    konto
}
