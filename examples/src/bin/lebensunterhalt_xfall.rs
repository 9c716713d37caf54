//! Hilfe zum Lebensunterhalt as XFall: Fachdaten of the Nachbau in an envelope with an attachment.
//!
//! `cargo run -p xsozial-examples --bin lebensunterhalt_xfall`
#![expect(clippy::print_stdout, reason = "the program is a clerk's screen")]

use xsozial_examples::{Failure, round_trip, xfall};
use xsozial_model::xfall_nachbau::{
    behaelter::xfn::Antragsteller,
    hilfe_zum_lebensunterhalt::xfd::{
        AntragstellendePerson, Bankverbindung, BedarfFuerUnterkunftUndHeizung, Direktzahlung, Einkommen, Familienstand,
        FruehereLeistungen, Geburtsdatum, Geschlecht, Haushalt, Haushaltsmitglied, HaushaltsmitgliedGeburtsdatum,
        HaushaltsmitgliedGeschlecht, HilfeZumLebensunterhaltNachbau, HilfeZumLebensunterhaltNachbauRequired,
        Krankenversicherung, NachweiseZurHilfeZumLebensunterhalt, StrassenanschriftImInland,
        VerhaeltnisZurAntragstellendenPerson, Vermoegen, VermoegenRequired, WerHilfeZumLebensunterhaltBeantragt,
        WofuerDirektGezahltWird,
    },
};

/// The namespace of the Fachdaten, and the id of the field that refers to the attachment.
const NAMESPACE: &str = "urn:xoev-de:xfall:standard:fim-s99000000002_0.1.0";
const KONTOAUSZUEGE: &str = "F99000000248";

fn main() -> Result<(), Failure> {
    let fachdaten = fachdaten()?;
    let behaelter = xfall::behaelter(
        "hilfe-zum-lebensunterhalt",
        "ad6b0b27-6ae1-4ab5-8c33-f1c2b1b0a9d4",
        Antragsteller::new("Beispiel-Unmöglich", "Zoë"),
        &fachdaten,
        vec![xfall::anlage(
            "anlage-1",
            "kontoauszuege.txt",
            b"Erfundene Kontoauszuege.\n",
        )],
    )?;
    print!("{}", round_trip::of_envelope(&behaelter, &fachdaten)?);
    Ok(())
}

fn fachdaten() -> Result<HilfeZumLebensunterhaltNachbau, Failure> {
    let mut krankenversicherung = Krankenversicherung::new(true);
    krankenversicherung.krankenkasse = Some("Erfundene Krankenkasse".to_owned());
    let mut konto = Bankverbindung::new("Zoë Beispiel-Unmöglich");
    konto.iban = Some("DE09000000000000000001".to_owned());

    let mut fachdaten = HilfeZumLebensunterhaltNachbau::from(HilfeZumLebensunterhaltNachbauRequired {
        wer_hilfe_zum_lebensunterhalt_beantragt: WerHilfeZumLebensunterhaltBeantragt::Selbst,
        antragstellende_person: person()?,
        fruehere_leistungen: FruehereLeistungen::new(false),
        haushalt: haushalt(),
        bedarf_fuer_unterkunft_und_heizung: unterkunft()?,
        krankenversicherung,
        vermoegen: vermoegen(),
        bankverbindung: konto,
        mitwirkungspflichten_zur_kenntnis_genommen: true,
        einverstaendnis_und_bestaetigung_der_angaben: true,
    });
    let mut einkommen = Einkommen::default();
    einkommen.kinderleistungen = Some(true);
    fachdaten.einkommen = Some(einkommen);
    let mut miete = Direktzahlung::new(WofuerDirektGezahltWird::Miete);
    miete.empfaenger_der_direktzahlung = Some("Luftschloss Wohnbau".to_owned());
    fachdaten.direktzahlung = vec![miete];
    let mut nachweise = NachweiseZurHilfeZumLebensunterhalt::default();
    nachweise.kontoauszuege_der_letzten_sechs_monate = vec![xfall::verweis(NAMESPACE, KONTOAUSZUEGE, "anlage-1")?];
    fachdaten.nachweise_zur_hilfe_zum_lebensunterhalt = Some(nachweise);
    Ok(fachdaten)
}

fn person() -> Result<AntragstellendePerson, Failure> {
    let mut geburt = Geburtsdatum::new(1900.into());
    geburt.geburtsmonat = Some(12.into());
    let mut anschrift = StrassenanschriftImInland::new("Nirgendweg", "00000", "Erfundenhausen");
    anschrift.hausnummer = Some("0a".to_owned());
    let mut person = AntragstellendePerson::new("Zoë", "Beispiel-Unmöglich", geburt, Geschlecht::W, anschrift);
    person.familienstand = Some(Familienstand::Verwitwet);
    person.familienstand_seit = Some("1920-09-01".parse()?);
    person.erwerbsgemindert = Some(true);
    Ok(person)
}

fn haushalt() -> Haushalt {
    let kind = Haushaltsmitglied::new(
        "Unmöglich",
        "Kim",
        HaushaltsmitgliedGeburtsdatum::new(1913.into()),
        HaushaltsmitgliedGeschlecht::D,
        VerhaeltnisZurAntragstellendenPerson::Kind,
    );
    let mut haushalt = Haushalt::new(false);
    haushalt.haushaltsmitglied = vec![kind];
    haushalt
}

fn unterkunft() -> Result<BedarfFuerUnterkunftUndHeizung, Failure> {
    let mut bedarf = BedarfFuerUnterkunftUndHeizung::default();
    bedarf.groesse_der_wohnung_in_quadratmetern = Some("41.5".parse()?);
    bedarf.kaltmiete = Some("310.00".parse()?);
    bedarf.gesamtkosten_der_unterkunft = Some("395.00".parse()?);
    Ok(bedarf)
}

/// Fields of one type are given by name: equal-typed arguments would swap unnoticed.
fn vermoegen() -> Vermoegen {
    Vermoegen::from(VermoegenRequired {
        bargeld_vorhanden: false,
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
    })
}
