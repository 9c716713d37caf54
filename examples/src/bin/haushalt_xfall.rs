//! Hilfe zur Weiterführung des Haushalts as XFall: Fachdaten of the Nachbau in an envelope with an attachment.
//!
//! `cargo run -p xsozial-examples --bin haushalt_xfall`
#![expect(clippy::print_stdout, reason = "the program is a clerk's screen")]

use xsozial_examples::{Failure, round_trip, xfall};
use xsozial_model::xfall_nachbau::{
    behaelter::xfn::Antragsteller,
    haushaltshilfe::xfd::{
        AntragstellendePersonDerHaushaltshilfe, Bankverbindung, BenoetigteHilfe, EigenerHaushalt,
        EinkommenUndUnterkunft, Geburtsdatum, Geschlecht, HaushaltshilfeNachbau, HaushaltshilfeNachbauRequired,
        NachweiseZurHaushaltshilfe, StrassenanschriftImInland, VermoegenDerHaushaltshilfe, VorrangigeLeistungen,
        WarumDerHaushaltNichtWeitergefuehrtWerdenKann, WerDenHaushaltBisherGefuehrtHat, WerDieHilfeLeistet,
        ZuBetreuendesKind, ZuBetreuendesKindGeburtsdatum,
    },
};

/// The namespace of the Fachdaten, and the id of the field that refers to the attachment.
const NAMESPACE: &str = "urn:xoev-de:xfall:standard:fim-s99000000003_0.1.0";
const AERZTLICHES_ATTEST: &str = "F99000000284";

fn main() -> Result<(), Failure> {
    let fachdaten = fachdaten()?;
    let mut antragsteller = Antragsteller::new("Nirgends", "Ümit");
    antragsteller.geburtsjahr = Some("1900".parse()?);
    let behaelter = xfall::behaelter(
        "weiterfuehrung-haushalt",
        "4d1f2c70-8f0e-4b8e-9d53-2b6f4f7f1a10",
        antragsteller,
        &fachdaten,
        vec![xfall::anlage("attest", "attest.txt", b"Ein erfundenes Attest.\n")],
    )?;
    print!("{}", round_trip::of_envelope(&behaelter, &fachdaten)?);
    Ok(())
}

fn fachdaten() -> Result<HaushaltshilfeNachbau, Failure> {
    let mut einkommen = EinkommenUndUnterkunft::new(2.into(), "480.00".parse()?);
    einkommen.monatliches_krankengeld = Some("990.40".parse()?);
    let mut konto = Bankverbindung::new("Ümit Nirgends");
    konto.iban = Some("DE09000000000000000001".to_owned());
    Ok(HaushaltshilfeNachbau::from(HaushaltshilfeNachbauRequired {
        antragstellende_person_der_haushaltshilfe: person(),
        eigener_haushalt: haushalt(),
        benoetigte_hilfe: hilfe()?,
        vorrangige_leistungen: VorrangigeLeistungen::new(false, false, false),
        einkommen_und_unterkunft: einkommen,
        vermoegen_der_haushaltshilfe: VermoegenDerHaushaltshilfe::new(true, false, false, false),
        bankverbindung: konto,
        nachweise_zur_haushaltshilfe: NachweiseZurHaushaltshilfe::new(xfall::verweis(
            NAMESPACE,
            AERZTLICHES_ATTEST,
            "attest",
        )?),
        einverstaendnis_und_bestaetigung_der_angaben: true,
    }))
}

fn person() -> AntragstellendePersonDerHaushaltshilfe {
    let mut geburt = Geburtsdatum::new(1900.into());
    geburt.geburtstag = Some(17.into());
    geburt.geburtsmonat = Some(5.into());
    let anschrift = StrassenanschriftImInland::new("Nirgendweg", "00000", "Erfundenhausen");
    AntragstellendePersonDerHaushaltshilfe::new("Nirgends", "Ümit", geburt, Geschlecht::M, anschrift)
}

fn haushalt() -> EigenerHaushalt {
    let mut haushalt = EigenerHaushalt::new(
        true,
        WerDenHaushaltBisherGefuehrtHat::Selbst,
        WarumDerHaushaltNichtWeitergefuehrtWerdenKann::Krankheit,
        false,
    );
    let geburt = ZuBetreuendesKindGeburtsdatum::new(1913.into());
    haushalt.zu_betreuendes_kind = vec![ZuBetreuendesKind::new("Zoë", geburt)];
    haushalt
}

fn hilfe() -> Result<BenoetigteHilfe, Failure> {
    let mut hilfe = BenoetigteHilfe::new(
        WerDieHilfeLeistet::Privat,
        "Einkaufen, Kochen, Wäsche",
        "2026-03-09".parse()?,
    );
    hilfe.hilfe_voraussichtlich_benoetigt_bis = Some("2026-04-19".parse()?);
    hilfe.stunden_in_der_woche = Some("12.5".parse()?);
    Ok(hilfe)
}
