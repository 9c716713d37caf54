//! Normalisation Form C of Unicode, which DIN 91379 prescribes.
//!
//! Source: Unicode Standard Annex #15.

/// Whether a text is in Normalisation Form C.
///
/// ```
/// use xsozial_validate::rules::checks::normalisation::is_nfc;
/// assert!(is_nfc("Müller"));
/// assert!(!is_nfc("Mu\u{308}ller"));
/// ```
pub fn is_nfc(text: &str) -> bool {
    // Below U+0300 nothing combines.
    text.bytes().all(|byte| byte < 0xCC) || unicode_normalization::is_nfc(text)
}

/// The text in Normalisation Form C.
pub fn to_nfc(text: &str) -> String {
    unicode_normalization::UnicodeNormalization::nfc(text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_short_cut_changes_nothing(text in "\\PC{0,8}") {
            prop_assert_eq!(is_nfc(&text), text == to_nfc(&text));
        }

        #[test]
        fn what_was_normalised_is(text in "[a-zA-Z\u{300}-\u{36F}]{0,8}") {
            prop_assert!(is_nfc(&to_nfc(&text)));
        }
    }
}
