//! Checks of values beyond XML Schema: pure functions, which need neither schema nor document.
//!
//! None of their results holds the value, nor anything of it but the number of a character that does not belong there.

pub mod bic;
pub mod din91379;
pub mod gemeindeschluessel;
pub mod iban;
pub mod normalisation;
pub mod steuer_id;
pub mod uuid;
pub mod zeitpunkt;

/// Whether there are ASCII digits alone, and so many.
fn is_digits(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit())
}
