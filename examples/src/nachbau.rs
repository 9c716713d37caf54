//! What every message of the Nachbau has: a head, persons, addresses.

use crate::{Failure, attachments::sha256};
use xsozial_model::xsozial_nachbau::{
    bn_uq_g2g::{self, BehoerdeType},
    xsn::{
        AllgemeinerName, Anlage, AnlageAuswahl, AnlageDateinameUndSha256UndInhalt, Anschrift, AnschriftInland,
        Antrag0010, CodeGeschlecht, CodeStaatsangehoerigkeit, Dritte, DrittePerson, Einkommen, Einkommensangabe,
        Gebaeude, Geburt, IdentifikationNachricht, Mietkosten, Nachrichtenkopf, NameNatuerlichePerson,
        NichtNatuerlichePerson, Person, Staatsangehoerigkeit, Unterkunft, Verhaeltnis, Vermoegen, Vermoegensangabe,
        Vorgang, VorgangAuswahl, codelisten,
    },
};

/// An application that somebody makes for himself, with what is mandatory in every one: the head, whose UUID is `uuid`, the
/// Leistung by its code, its own part, and the persons, the applicant first.
pub fn antrag(uuid: &str, leistung: &str, teil: VorgangAuswahl, personen: Vec<Person>) -> Result<Antrag0010, Failure> {
    let antragsteller = personen.first().map(|person| person.id.clone());
    let mut vorgang = Vorgang::new(
        format!("V-{leistung}-0001"),
        leistung.into(),
        "2026-03-01".parse()?,
        codelisten::CodeAntragstellung::ICH_FUER_MICH_SELBST.into(),
        antragsteller.into_iter().collect(),
    );
    vorgang.auswahl = Some(teil);
    let kopf = kopf(uuid)?;
    Ok(Antrag0010::new("xsozial-examples", "xsozial", kopf, vorgang, personen))
}

/// The head of a message from an invented portal to an invented office.
fn kopf(uuid: &str) -> Result<Nachrichtenkopf, Failure> {
    let behoerde = |kennung, name| {
        let dvdv = bn_uq_g2g::CodeVerzeichnisdienstType::new("DVDV").with_list_version("1");
        BehoerdeType::new(dvdv, kennung, name)
    };
    Ok(Nachrichtenkopf::new(
        IdentifikationNachricht::new(
            uuid,
            codelisten::CodeNachrichtentyp::ANTRAG.into(),
            "2026-03-02T09:30:00.000+01:00".parse()?,
        ),
        behoerde("bsp:00000000", "Sozialamt Erfundenhausen"),
        behoerde("bsp:00000001", "Portal Erfundenhausen"),
    ))
}

/// An invented address in a place that does not exist.
pub fn anschrift(strasse: &str, hausnummer: &str) -> Anschrift {
    let mut gebaeude = Gebaeude::new("00000", "Erfundenhausen");
    gebaeude.strasse = Some(strasse.to_owned());
    gebaeude.teilnummer_der_hausnummer = Some(hausnummer.to_owned());
    Anschrift::AnschriftInland(AnschriftInland::Gebaeude(gebaeude))
}

/// A person who cannot be. `verhaeltnis` is how she stands to the first applicant, a code of the list.
pub fn person(id: &str, vorname: &str, familienname: &str, geboren: &str, verhaeltnis: &str) -> Person {
    let name = NameNatuerlichePerson::new(AllgemeinerName::new(familienname), AllgemeinerName::new(vorname));
    let mut person = Person::new(id, name);
    let mut geburt = Geburt::default();
    geburt.datum = Some(geboren.to_owned());
    person.geburt = Some(geburt);
    person.verhaeltnis = Some(Verhaeltnis::new(verhaeltnis.into()));
    person.anschrift = Some(anschrift("Nirgendweg", "0a"));
    person
}

/// German nationality, in the version of the list that the Nachbau has an extract of.
pub fn deutsch() -> Staatsangehoerigkeit {
    Staatsangehoerigkeit::new(CodeStaatsangehoerigkeit::new("000").with_list_version("2024-08-01"))
}

/// An attachment inside the message, with its sum.
pub fn anlage(id: &str, dokumentart: &str, dateiname: &str, inhalt: &[u8]) -> Anlage {
    let file = AnlageDateinameUndSha256UndInhalt::new(dateiname, sha256(inhalt), inhalt.to_vec().into());
    let mut anlage = Anlage::new(dokumentart.into(), AnlageAuswahl::DateinameUndSha256UndInhalt(file));
    anlage.id = Some(id.to_owned());
    anlage.medientyp = Some("text/plain".to_owned());
    anlage
}

/// A code of the list `geschlecht`, whose version each document names.
pub fn geschlecht(code: &str) -> CodeGeschlecht {
    CodeGeschlecht::new(code).with_list_version("1")
}

/// Who lets the flat: a third party, which other parts of the message refer to by its id.
pub fn vermieterin(id: &str) -> Dritte {
    let mut firma = NichtNatuerlichePerson::default();
    firma.name = Some("Luftschloss Wohnbau".to_owned());
    firma.anschrift = Some(anschrift("Luftschlossallee", "1"));
    let vermietung = codelisten::CodeDritttyp::VERMIETUNG.into();
    Dritte::new(id, vermietung, DrittePerson::NichtNatuerlichePerson(firma))
}

/// A rented flat, and what it costs a month.
pub fn mietwohnung(warmmiete: &str) -> Result<Unterkunft, Failure> {
    let mut kosten = Mietkosten::default();
    kosten.warmmiete = Some(warmmiete.parse()?);
    let mut unterkunft = Unterkunft::default();
    unterkunft.wohnsituation = Some(codelisten::CodeWohnsituation::MIETWOHNUNG.into());
    unterkunft.mietkosten = Some(kosten);
    Ok(unterkunft)
}

/// The one income of a person: its kind, a code of the list, and what is left of it a month.
pub fn einkommen(person: &str, art: &str, netto: &str) -> Result<Einkommen, Failure> {
    let mut angabe = Einkommensangabe::new(art.into(), true);
    angabe.netto = Some(netto.parse()?);
    let mut einkommen = Einkommen::new(person);
    einkommen.angabe = vec![angabe];
    Ok(einkommen)
}

/// A bank balance, or that there is none.
pub fn bankguthaben(wert: Option<&str>) -> Result<Vermoegen, Failure> {
    let art = codelisten::CodeVermoegensart::BANKGUTHABEN.into();
    let mut guthaben = Vermoegensangabe::new(art, wert.is_some());
    guthaben.wert = wert.map(str::parse).transpose()?;
    let mut vermoegen = Vermoegen::default();
    vermoegen.angabe = vec![guthaben];
    Ok(vermoegen)
}
