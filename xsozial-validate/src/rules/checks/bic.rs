//! BIC: form and country.
//!
//! Source: ISO 9362:2022 (business identifier code), ISO 3166-1 (codes of countries).

/// What is wrong with a BIC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Defect {
    /// Neither 8 nor 11 characters.
    Length,
    /// Something else than capital letters and digits, or no letters where the country stands.
    Form,
    /// Characters 5 and 6 are no country.
    Country,
}

/// Whether a text has the form of a BIC. Whether a bank has it, nobody can tell without a register.
///
/// ```
/// use xsozial_validate::rules::checks::bic::{Defect, check};
/// assert_eq!(check("MARKDEF1100"), Ok(()));
/// assert_eq!(check("MARKQQF1100"), Err(Defect::Country));
/// ```
pub fn check(text: &str) -> Result<(), Defect> {
    let bytes = text.as_bytes();
    if !matches!(text.chars().count(), 8 | 11) {
        return Err(Defect::Length);
    }
    let is_form = bytes
        .iter()
        .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    let country = text
        .get(4..6)
        .filter(|country| country.bytes().all(|byte| byte.is_ascii_uppercase()));
    match country {
        Some(country) if is_form => {
            let is_known = COUNTRIES.split(' ').any(|known| known == country);
            if is_known { Ok(()) } else { Err(Defect::Country) }
        }
        _ => Err(Defect::Form),
    }
}

/// The codes of ISO 3166-1 alpha-2, and XK, which banks use for Kosovo.
const COUNTRIES: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT \
    BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM \
    FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO \
    JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT \
    MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA \
    SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US \
    UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW";

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_values() {
        // Published by their central banks.
        for good in ["MARKDEFF", "MARKDEFFXXX", "NABAATWW", "SNBZCHZZXXX", "BDFEFR2T"] {
            assert_eq!(check(good), Ok(()), "{good}");
        }
        for (bad, defect) in [
            ("", Defect::Length),
            ("MARKDEFFXX", Defect::Length),
            ("MARK DE FF", Defect::Length),
            ("markdeff", Defect::Form),
            ("MARK1EFF", Defect::Form),
            ("MARKDEÄF", Defect::Form),
            ("MARKDE F", Defect::Form),
            ("MARKZZFF", Defect::Country),
        ] {
            assert_eq!(check(bad), Err(defect), "{bad}");
        }
    }

    #[test]
    fn there_are_249_countries_and_kosovo_in_order() {
        let countries: Vec<&str> = COUNTRIES.split(' ').collect();
        assert_eq!(countries.len(), 250);
        assert!(countries.windows(2).all(|pair| pair[0] < pair[1]));
    }

    proptest! {
        #[test]
        fn letters_digits_and_a_country_are_right(bank in "[A-Z]{4}", place in "[A-Z0-9]{2}", branch in "([A-Z0-9]{3})?") {
            prop_assert_eq!(check(&format!("{bank}DE{place}{branch}")), Ok(()));
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,12}") {
            let _ = check(&text);
        }
    }
}
