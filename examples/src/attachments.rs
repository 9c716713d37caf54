//! Sums over attachments.

use sha2::{Digest, Sha256, Sha512};
use xsozial_model::{
    value::HexBinary,
    xfall_nachbau::behaelter::xfn,
    xml::Attachment,
    xsozial_nachbau::xsn::{Anlage, AnlageAuswahl},
};

/// SHA-256 in lower-case hexadecimal, as the Nachbau wants it.
pub fn sha256(bytes: &[u8]) -> String {
    let sum = HexBinary::from(Sha256::digest(bytes).to_vec());
    sum.to_string().to_lowercase()
}

/// The line about an attachment of a message of the Nachbau.
pub fn describe(anlage: &Anlage) -> String {
    match &anlage.auswahl {
        AnlageAuswahl::DateinameUndSha256UndInhalt(file) => {
            let is_right = file.inhalt.bytes().map(|bytes| sha256(bytes) == file.sha256);
            line(&file.dateiname, &file.inhalt, "SHA-256", is_right)
        }
        AnlageAuswahl::Verweis(elsewhere) => format!("{}: liegt außerhalb der Nachricht", elsewhere.dateiname),
        _ => "Anlage einer Form, die dieses Programm nicht kennt".to_owned(),
    }
}

/// The line about an attachment of an envelope.
pub fn describe_xfall(anlage: &xfn::Anlage) -> String {
    let (algorithm, is_right) = match (&anlage.auswahl, anlage.inhalt.bytes()) {
        (xfn::AnlageAuswahl::Sha512(told), Some(bytes)) => ("SHA-512", Some(is_sum::<Sha512>(told, bytes))),
        (xfn::AnlageAuswahl::Sha256(told), Some(bytes)) => ("SHA-256", Some(is_sum::<Sha256>(told, bytes))),
        _ => ("Prüfsumme", None),
    };
    line(&anlage.dateiname, &anlage.inhalt, algorithm, is_right)
}

/// SHA-512 over an attachment, as the envelope wants it.
pub fn sha512(bytes: &[u8]) -> HexBinary {
    HexBinary::from(Sha512::digest(bytes).to_vec())
}

fn is_sum<D: Digest>(told: &HexBinary, bytes: &[u8]) -> bool {
    told.as_bytes() == D::digest(bytes).as_slice()
}

fn line(name: &str, content: &Attachment, algorithm: &str, is_right: Option<bool>) -> String {
    let verdict = match is_right {
        Some(true) => "stimmt",
        Some(false) => "STIMMT NICHT",
        None => "nicht geprüft",
    };
    format!("{name}: {} Bytes, {algorithm} {verdict}", content.size())
}
