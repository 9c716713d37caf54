//! IBAN: form, check digits, and the length and structure that the country prescribes.
//!
//! Source: ISO 13616-1 and the IBAN registry that SWIFT keeps for it; check digits by ISO 7064 (MOD 97-10).

use iban::{Iban, ParseBaseIbanError, ParseIbanError};

/// What is wrong with an IBAN.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Defect {
    /// Not two letters, two digits and up to 30 letters and digits; letters are capitals.
    Form,
    /// There are blanks: the form on paper. In data there are none.
    Blanks,
    /// The check digits do not fit the rest.
    CheckDigits,
    /// The check digits fit, but in this country account numbers have another length or other parts.
    Structure,
}

/// Whether a text is an IBAN. Of a country that the registry does not hold only form and check digits are checked.
///
/// ```
/// use xsozial_validate::rules::checks::iban::{Defect, check};
/// assert_eq!(check("DE89370400440532013000"), Ok(()));
/// assert_eq!(check("DE98370400440532013000"), Err(Defect::CheckDigits));
/// ```
pub fn check(text: &str) -> Result<(), Defect> {
    match text.parse::<Iban>() {
        Ok(_) | Err(ParseIbanError::UnknownCountry(_)) if text.contains(' ') => Err(Defect::Blanks),
        Ok(_) | Err(ParseIbanError::UnknownCountry(_)) => Ok(()),
        Err(ParseIbanError::InvalidBaseIban { source }) => match source {
            ParseBaseIbanError::InvalidFormat => Err(Defect::Form),
            ParseBaseIbanError::InvalidChecksum => Err(Defect::CheckDigits),
        },
        Err(ParseIbanError::InvalidBban(_)) => Err(Defect::Structure),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_values() {
        // The examples of the IBAN registry.
        for good in [
            "DE89370400440532013000",
            "AT611904300234573201",
            "CH9300762011623852957",
            "FR1420041010050500013M02606",
            "GB29NWBK60161331926819",
            "NL91ABNA0417164300",
            "NO9386011117947",
            "PL61109010140000071219812874",
            "TR330006100519786457841326",
            "MT84MALT011000012345MTLCAST001S",
        ] {
            assert_eq!(check(good), Ok(()), "{good}");
        }
        for (bad, defect) in [
            ("", Defect::Form),
            ("DE", Defect::Form),
            ("de89370400440532013000", Defect::Form),
            ("DE89-3704-0044-0532-0130-00", Defect::Form),
            ("DE89 3704 0044 0532 0130 00", Defect::Blanks),
            ("DE89370400440532013001", Defect::CheckDigits),
            ("DE89370440040532013000", Defect::CheckDigits),
            // A German account number that is too short, with check digits that fit.
            ("DE5137040044053201300", Defect::Structure),
        ] {
            assert_eq!(check(bad), Err(defect), "{bad}");
        }
    }

    /// The check digits of ISO 7064, MOD 97-10, by the book: country and zeros behind, letters as two digits.
    fn check_digits(country: &str, account: &str) -> u32 {
        let text = format!("{account}{country}00");
        let remainder = text.chars().fold(0, |remainder, character| {
            let value = character.to_digit(36).unwrap();
            let shift = if value > 9 { 100 } else { 10 };
            (remainder * shift + value) % 97
        });
        98 - remainder
    }

    proptest! {
        #[test]
        fn an_account_with_its_check_digits_is_right_and_with_others_wrong(account in "[0-9]{18}", other in 2_u32..99) {
            let digits = check_digits("DE", &account);
            prop_assert_eq!(check(&format!("DE{digits:02}{account}")), Ok(()));
            if other != digits {
                prop_assert_eq!(check(&format!("DE{other:02}{account}")), Err(Defect::CheckDigits));
            }
        }

        #[test]
        fn other_lengths_are_wrong_in_germany(account in "[0-9]{1,17}|[0-9]{19,30}") {
            let digits = check_digits("DE", &account);
            let text = format!("DE{digits:02}{account}");
            prop_assert!(check(&text).is_err());
        }

        #[test]
        fn a_wrong_digit_or_a_swap_is_found(account in "[0-9]{18}", place in 0_usize..17, digit in 1_u8..10) {
            let digits = check_digits("DE", &account);
            let mut wrong = account.clone().into_bytes();
            wrong[place] = b'0' + (wrong[place] - b'0' + digit) % 10;
            let wrong = String::from_utf8(wrong).unwrap();
            prop_assert_eq!(check(&format!("DE{digits:02}{wrong}")), Err(Defect::CheckDigits));
            let mut swapped = account.clone().into_bytes();
            swapped.swap(place, place + 1);
            let swapped = String::from_utf8(swapped).unwrap();
            let expected = if swapped == account { Ok(()) } else { Err(Defect::CheckDigits) };
            prop_assert_eq!(check(&format!("DE{digits:02}{swapped}")), expected);
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,40}") {
            let _ = check(&text);
        }
    }
}
