//! Übernahme von Mietrückständen as a message of the Nachbau: built, written, checked, read again, shown.
//!
//! `cargo run -p xsozial-examples --bin mietrueckstaende`
#![expect(clippy::print_stdout, reason = "the program is a clerk's screen")]

use xsozial_examples::{Failure, nachbau, round_trip};
use xsozial_model::xsozial_nachbau::xsn::{
    Antrag0010, Bankverbindung, BankverbindungAuswahl, BankverbindungIbanUndBic, Erklaerung, FruehereMietrueckstaende,
    Mietschulden, Mietverfahren, Person, Raeumungstermin, UebernahmeMietrueckstaende, Vermieter, VorgangAuswahl,
    Wohnungsverlust, codelisten as liste,
};

fn main() -> Result<(), Failure> {
    print!("{}", round_trip::of_message("uebernahme-mietrueckstaende", &antrag()?)?);
    Ok(())
}

fn antrag() -> Result<Antrag0010, Failure> {
    let mut antrag = nachbau::antrag(
        "56eb9550-aee7-47a3-8a0e-249955e3d3d7",
        liste::CodeLeistung::UEBERNAHME_VON_MIETRUECKSTAENDEN,
        VorgangAuswahl::UebernahmeMietrueckstaende(mietrueckstaende()?),
        vec![person()],
    )?;
    antrag.dritte = vec![nachbau::vermieterin("d1")];
    antrag.vermieter = Some(vermietung());
    antrag.unterkunft = Some(nachbau::mietwohnung("560.50")?);
    antrag.vermoegen = vec![nachbau::bankguthaben(Some("310.25"))?];
    antrag.anlage = vec![
        nachbau::anlage(
            "a1",
            liste::CodeDokumentart::MIETVERTRAG,
            "mietvertrag.txt",
            b"Ein erfundener Mietvertrag.\n",
        ),
        nachbau::anlage(
            "a2",
            liste::CodeDokumentart::NACHWEIS_UEBER_MIETSCHULDEN,
            "mahnung.txt",
            b"Eine erfundene Mahnung.\n",
        ),
    ];
    let mut erklaerung = Erklaerung::default();
    erklaerung.bestaetigung = Some(true);
    antrag.erklaerung = Some(erklaerung);
    Ok(antrag)
}

fn person() -> Person {
    let erste = liste::CodeVerhaeltnis::ERSTE_ANTRAGSTELLENDE_PERSON;
    let mut person = nachbau::person("p1", "Änne", "Unmöglich", "1890-02-28", erste);
    person.geschlecht = Some(nachbau::geschlecht(liste::CodeGeschlecht::WEIBLICH));
    person
}

fn mietrueckstaende() -> Result<UebernahmeMietrueckstaende, Failure> {
    let mut schulden = Mietschulden::new("1121.00".parse()?);
    schulden.grund = Some(liste::CodeMietschuldengrund::MONATLICHE_MIETE_WURDE_NICHT_GEZAHLT.into());
    schulden.angabe_zur_mietzahlung = Some("Der Lohn kam zwei Monate zu spät.".to_owned());

    let mut verfahren = Mietverfahren::new(true);
    verfahren.mahnung = Some(true);
    verfahren.kuendigung = Some(true);
    let mut termin = Raeumungstermin::new(true);
    termin.datum = Some("2026-05-04".parse()?);
    verfahren.raeumungstermin = Some(termin);

    let mut teil = UebernahmeMietrueckstaende::new(
        true,
        false,
        schulden,
        verfahren,
        FruehereMietrueckstaende::new(false),
        Wohnungsverlust::new(false),
    );
    teil.drohende_obdachlosigkeit = Some(true);
    teil.begruendung = Some("Ohne die Übernahme ist die Wohnung verloren.".to_owned());
    Ok(teil)
}

fn vermietung() -> Vermieter {
    let mut konto = Bankverbindung::default();
    konto.kontoinhaber = Some("Luftschloss Wohnbau".to_owned());
    let iban = BankverbindungIbanUndBic::new("DE09000000000000000001");
    konto.auswahl = Some(BankverbindungAuswahl::IbanUndBic(iban));
    let mut vermieter = Vermieter::new("d1");
    vermieter.bankverbindung = Some(konto);
    vermieter
}
