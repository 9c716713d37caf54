//! Keys of municipalities: the Amtlicher Gemeindeschlüssel (AGS) and the Regionalschlüssel (RS, ARS).
//!
//! Source: Statistisches Bundesamt, Gemeindeverzeichnis: Land (2 digits), Regierungsbezirk (1), Kreis (2), in the RS
//! Gemeindeverband (4), Gemeinde (3).

use super::is_digits;

/// What is wrong with a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Defect {
    /// Not 8 digits (AGS) or 12 digits (RS).
    Form,
    /// The first two digits are no Land: they are not 01 to 16.
    Land,
}

/// Whether a text has the form of an Amtlicher Gemeindeschlüssel.
///
/// ```
/// use xsozial_validate::rules::checks::gemeindeschluessel::{Defect, check_ags};
/// assert_eq!(check_ags("05315000"), Ok(()));
/// assert_eq!(check_ags("5315000"), Err(Defect::Form));
/// ```
pub fn check_ags(text: &str) -> Result<(), Defect> {
    check(text, 8)
}

/// Whether a text has the form of a Regionalschlüssel.
///
/// ```
/// use xsozial_validate::rules::checks::gemeindeschluessel::{Defect, check_regionalschluessel};
/// assert_eq!(check_regionalschluessel("053150000000"), Ok(()));
/// assert_eq!(check_regionalschluessel("173150000000"), Err(Defect::Land));
/// ```
pub fn check_regionalschluessel(text: &str) -> Result<(), Defect> {
    check(text, 12)
}

fn check(text: &str, length: usize) -> Result<(), Defect> {
    if !is_digits(text, length) {
        Err(Defect::Form)
    } else if ("01"..="16").contains(&&text[..2]) {
        Ok(())
    } else {
        Err(Defect::Land)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_values() {
        for good in ["01001000", "11000000", "16077056"] {
            assert_eq!(check_ags(good), Ok(()), "{good}");
        }
        for (bad, defect) in [
            ("", Defect::Form),
            ("1001000", Defect::Form),
            ("010010001", Defect::Form),
            ("0100100A", Defect::Form),
            ("01 001 000", Defect::Form),
            ("00001000", Defect::Land),
            ("17001000", Defect::Land),
        ] {
            assert_eq!(check_ags(bad), Err(defect), "{bad}");
        }
        assert_eq!(check_regionalschluessel("110000000000"), Ok(()));
        assert_eq!(check_regionalschluessel("11000000"), Err(Defect::Form));
    }

    proptest! {
        #[test]
        fn the_land_decides(land in 0_u32..100, rest in "[0-9]{6}", more in "[0-9]{4}") {
            let is_land = (1..=16).contains(&land);
            prop_assert_eq!(check_ags(&format!("{land:02}{rest}")).is_ok(), is_land);
            prop_assert_eq!(check_regionalschluessel(&format!("{land:02}{rest}{more}")).is_ok(), is_land);
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,12}") {
            let _ = check_ags(&text);
            let _ = check_regionalschluessel(&text);
        }
    }
}
