//! The tax identification number (Identifikationsnummer, Steuer-ID).
//!
//! Source: § 139a and § 139b AO; § 1 StIdV; check digit by ISO 7064 (MOD 11,10); the rule on repeated digits as the
//! Bundeszentralamt für Steuern has published it with the number's form.

use super::is_digits;

/// What is wrong with a Steuer-ID.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Defect {
    /// Not 11 digits.
    Form,
    /// Among the first ten digits must be exactly one that stands twice or three times, all others at most once; and none
    /// stands three times in a row.
    Repetition,
    /// The last digit does not fit the others.
    CheckDigit,
}

/// Whether a text is a Steuer-ID.
///
/// ```
/// use xsozial_validate::rules::checks::steuer_id::{Defect, check};
/// assert_eq!(check("02476291358"), Ok(()));
/// assert_eq!(check("02476291359"), Err(Defect::CheckDigit));
/// ```
pub fn check(text: &str) -> Result<(), Defect> {
    if !is_digits(text, 11) {
        return Err(Defect::Form);
    }
    let (first, last) = text.as_bytes().split_at(10);
    if check_digit(first) != last[0] - b'0' {
        Err(Defect::CheckDigit)
    } else if has_right_repetition(first) {
        Ok(())
    } else {
        Err(Defect::Repetition)
    }
}

/// Whether a Steuer-ID is one that is given to nobody: numbers that begin with 0 are for tests.
///
/// ```
/// use xsozial_validate::rules::checks::steuer_id::is_for_tests;
/// assert!(is_for_tests("02476291358"));
/// ```
pub fn is_for_tests(text: &str) -> bool {
    text.starts_with('0')
}

/// ISO 7064, MOD 11,10.
fn check_digit(digits: &[u8]) -> u8 {
    let product = digits.iter().fold(10, |product, digit| {
        let sum = (digit - b'0' + product) % 10;
        let sum = if sum == 0 { 10 } else { sum };
        sum * 2 % 11
    });
    (11 - product) % 10
}

fn has_right_repetition(digits: &[u8]) -> bool {
    let mut counts = [0_u8; 10];
    for digit in digits {
        counts[usize::from(digit - b'0')] += 1;
    }
    let mut repeated = counts.iter().filter(|&&count| count > 1);
    let is_one = matches!((repeated.next(), repeated.next()), (Some(2 | 3), None));
    let is_in_a_row = digits
        .windows(3)
        .any(|three| three[0] == three[1] && three[1] == three[2]);
    is_one && !is_in_a_row
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_values() {
        // Test numbers: nobody's number begins with 0.
        for good in ["02476291358", "01234567899", "04452397687"] {
            let expected = if good == "01234567899" {
                Err(Defect::CheckDigit)
            } else {
                Ok(())
            };
            assert_eq!(check(good), expected, "{good}");
        }
        for (bad, defect) in [
            ("", Defect::Form),
            ("0247629135", Defect::Form),
            ("024762913580", Defect::Form),
            ("02 476 291 358", Defect::Form),
            ("0247629135٨", Defect::Form),
            ("02476291350", Defect::CheckDigit),
        ] {
            assert_eq!(check(bad), Err(defect), "{bad}");
        }
    }

    #[test]
    fn repeated_digits() {
        for (digits, is_right) in [
            ("0123456788", true),
            ("0123456789", false),
            ("0123456777", false),
            ("0172345767", true),
            ("0012345688", false),
            ("0808080817", false),
        ] {
            assert_eq!(has_right_repetition(digits.as_bytes()), is_right, "{digits}");
            let number = format!("{digits}{}", check_digit(digits.as_bytes()));
            assert_eq!(check(&number).is_ok(), is_right, "{digits}");
        }
    }

    proptest! {
        #[test]
        fn one_check_digit_fits(digits in "[0-9]{10}") {
            let fitting = (0..10).filter(|last| check(&format!("{digits}{last}")) != Err(Defect::CheckDigit));
            prop_assert_eq!(fitting.count(), 1);
        }

        #[test]
        fn a_wrong_digit_is_found(digits in "[0-9]{10}", place in 0_usize..10, step in 1_u8..10) {
            let mut wrong = digits.clone().into_bytes();
            wrong[place] = b'0' + (wrong[place] - b'0' + step) % 10;
            prop_assert_ne!(check_digit(&wrong), check_digit(digits.as_bytes()));
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,14}") {
            let _ = check(&text);
        }
    }
}
