//! Übernahme von Mietrückständen as XFall: Fachdaten of the Nachbau in an envelope with two attachments.
//!
//! `cargo run -p xsozial-examples --bin mietrueckstaende_xfall`
#![expect(clippy::print_stdout, reason = "the program is a clerk's screen")]

use xsozial_examples::{Failure, round_trip, xfall};
use xsozial_model::xfall_nachbau::{
    behaelter::xfn::Antragsteller,
    mietrueckstaende::xfd::{
        Anschrift, AnschriftStrassenanschriftImInland, AntragstellendePerson, BankverbindungDesVermieters,
        BeantragendePerson, EinfuehrendeFragen, FruehereMietrueckstaende, Geburtsdatum, Geschlecht,
        GruendeUndRatenzahlung, GrundDerMietschulden, Haushalt, Mietkosten, MietrueckstaendeNachbau,
        MietrueckstaendeNachbauRequired, Mietschulden, Nachweise, StandDesVerfahrens, StrassenanschriftImInland,
        Vermietung, Vermoegen, VermoegenRequired, WerDenAntragStellt,
    },
};

/// The namespace of the Fachdaten, and the ids of the fields that refer to attachments.
const NAMESPACE: &str = "urn:xoev-de:xfall:standard:fim-s99000000001_0.1.0";
const MIETVERTRAG: &str = "F99000000118";
const NACHWEIS_DER_MIETSCHULDEN: &str = "F99000000119";

fn main() -> Result<(), Failure> {
    let fachdaten = fachdaten()?;
    let behaelter = xfall::behaelter(
        "uebernahme-mietrueckstaende",
        "56eb9550-aee7-47a3-8a0e-249955e3d3d7",
        Antragsteller::new("Unmöglich", "Änne"),
        &fachdaten,
        vec![
            xfall::anlage("anlage-1", "mietvertrag.txt", b"Ein erfundener Mietvertrag.\n"),
            xfall::anlage("anlage-2", "mahnung.txt", b"Eine erfundene Mahnung.\n"),
        ],
    )?;
    print!("{}", round_trip::of_envelope(&behaelter, &fachdaten)?);
    Ok(())
}

fn fachdaten() -> Result<MietrueckstaendeNachbau, Failure> {
    let mut einfuehrung = EinfuehrendeFragen::new(true, false);
    einfuehrung.drohende_obdachlosigkeit = Some(true);
    let mut fruehere = FruehereMietrueckstaende::new(false, false);
    fruehere.begruendung_des_antrags = Some("Ohne die Übernahme ist die Wohnung verloren.".to_owned());
    let mut gruende = GruendeUndRatenzahlung::default();
    gruende.grund_der_mietschulden = Some(GrundDerMietschulden::NichtGezahlt);
    gruende.miete_bezahlt_bis = Some("2025-11-30".parse()?);

    let mut fachdaten = MietrueckstaendeNachbau::from(MietrueckstaendeNachbauRequired {
        einfuehrende_fragen: einfuehrung,
        beantragende_person: BeantragendePerson::new(WerDenAntragStellt::Selbst),
        antragstellende_person: person(),
        haushalt: Haushalt::new(false),
        vermietung: vermietung()?,
        stand_des_verfahrens: verfahren()?,
        fruehere_mietrueckstaende: fruehere,
        vermoegen: vermoegen()?,
        nachweise: Nachweise::new(
            xfall::verweis(NAMESPACE, MIETVERTRAG, "anlage-1")?,
            xfall::verweis(NAMESPACE, NACHWEIS_DER_MIETSCHULDEN, "anlage-2")?,
        ),
        einverstaendnis_und_bestaetigung_der_angaben: true,
    });
    fachdaten.gruende_und_ratenzahlung = Some(gruende);
    Ok(fachdaten)
}

fn person() -> AntragstellendePerson {
    let mut geburt = Geburtsdatum::new(1900.into());
    geburt.geburtsmonat = Some(2.into());
    let mut anschrift = StrassenanschriftImInland::new("Nirgendweg", "00000", "Erfundenhausen");
    anschrift.hausnummer = Some("0a".to_owned());
    AntragstellendePerson::new("Unmöglich", "Änne", geburt, Geschlecht::W, anschrift)
}

fn vermietung() -> Result<Vermietung, Failure> {
    let anschrift = AnschriftStrassenanschriftImInland::new("Luftschlossallee", "00000", "Erfundenhausen");
    let mut konto = BankverbindungDesVermieters::default();
    konto.iban = Some("DE09000000000000000001".to_owned());
    let mut vermietung = Vermietung::new(
        Anschrift::StrassenanschriftImInland(anschrift),
        konto,
        Mietkosten::new("560.50".parse()?),
        Mietschulden::new("1121.00".parse()?),
    );
    vermietung.eingetragener_vermieter = Some("Luftschloss Wohnbau".to_owned());
    Ok(vermietung)
}

fn verfahren() -> Result<StandDesVerfahrens, Failure> {
    let mut verfahren = StandDesVerfahrens::new(true);
    verfahren.kuendigung = Some(true);
    verfahren.raeumungstermin = Some(true);
    verfahren.datum_des_raeumungstermins = Some("2026-05-04".parse()?);
    Ok(verfahren)
}

/// Fields of one type are given by name: equal-typed arguments would swap unnoticed.
fn vermoegen() -> Result<Vermoegen, Failure> {
    let mut vermoegen = Vermoegen::from(VermoegenRequired {
        bargeld_vorhanden: true,
        bankguthaben: true,
        sparguthaben: false,
        anderes_kontoguthaben: false,
        wertpapiere: false,
        schmuck: false,
        sonstiges_vermoegen: false,
        altersvorsorge_vorhanden: false,
        kapitallebensversicherung: false,
        hauseigentum: false,
        grundbesitz: false,
        uebertragungsvertraege: false,
    });
    vermoegen.hoehe_des_bargelds = Some("40.00".parse()?);
    Ok(vermoegen)
}
