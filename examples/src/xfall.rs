//! The XFall envelope: it is the same for every Leistung.

use crate::{Failure, attachments::sha512};
use xsozial_model::{
    leistung::Leistung,
    value::QName,
    xfall_nachbau::behaelter::xfn::{
        Anlage, AnlageAuswahl, Anlagen, Antragsteller, Behaelter, Fachdaten, Kopf, Leistung as LeistungImBehaelter,
    },
    xml::{AnyElement, AnyNode, RootContent},
};

/// Puts Fachdaten and attachments into an envelope. `leistung` is the key of the Leistung in the project's table
/// ([`Leistung::by_schluessel`]).
pub fn behaelter<T: RootContent>(
    leistung: &str,
    uuid: &str,
    antragsteller: Antragsteller,
    fachdaten: &T,
    anlagen: Vec<Anlage>,
) -> Result<Behaelter, Failure> {
    let kopf = Kopf::new(
        uuid,
        "2026-03-02T09:30:00.000+01:00".parse()?,
        "Erfundenes Portal",
        "Erfundenes Sozialamt",
    );
    let leistung = Leistung::by_schluessel(leistung).ok_or("the Leistung is not in the table")?;
    let mut gewuenscht = LeistungImBehaelter::new(leistung.titel);
    gewuenscht.leistungsschluessel = leistung.leika.first().map(|&leika| leika.to_owned());
    gewuenscht.rechtsgrundlage = leistung.rechtsgrundlage.map(str::to_owned);
    let fachdaten = Fachdaten::new(AnyElement::from_document(fachdaten)?);
    let mut behaelter = Behaelter::new(kopf, gewuenscht, antragsteller, fachdaten);
    behaelter.anlagen = Some(Anlagen::new(anlagen));
    Ok(behaelter)
}

/// An attachment of the envelope, with its sum. The Fachdaten refer to it by its id.
pub fn anlage(id: &str, dateiname: &str, inhalt: &[u8]) -> Anlage {
    let sum = AnlageAuswahl::Sha512(sha512(inhalt));
    Anlage::new(id, dateiname, "text/plain", sum, inhalt.to_vec().into())
}

/// A field of the Fachdaten that says which attachment is meant. FIM leaves the form of such fields open (`xs:anyType`), so the
/// value is an element of the field's own name.
pub fn verweis(namespace: &str, feld: &str, anlage: &str) -> Result<AnyElement, Failure> {
    let name = QName::new(namespace, feld, "xfd").ok_or("no name of an element")?;
    let mut element = AnyElement::new(name);
    element.children.push(AnyNode::Text(anlage.to_owned()));
    Ok(element)
}
