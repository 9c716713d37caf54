//! UUIDs: form, variant and version.
//!
//! Source: RFC 9562 (May 2024), which replaces RFC 4122; sections 4 to 5.

use uuid::{Uuid, Variant};

/// What is wrong with a UUID.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Defect {
    /// Not 32 hexadecimal digits in groups of 8, 4, 4, 4 and 12 with hyphens between them.
    Form,
    /// All bits are 0 or all are 1: these two stand for no UUID at all (sections 5.9 and 5.10).
    Special,
    /// The bits of the variant (the 17th digit, which must be 8, 9, a or b) are not those of the RFC.
    Variant,
    /// The version (the 13th digit) is none of 1 to 8.
    Version,
}

/// Whether a text is a UUID by the RFC.
///
/// ```
/// use xsozial_validate::rules::checks::uuid::{Defect, check};
/// assert_eq!(check("f81d4fae-7dec-11d0-a765-00a0c91e6bf6"), Ok(()));
/// assert_eq!(check("f81d4fae-7dec-01d0-a765-00a0c91e6bf6"), Err(Defect::Version));
/// ```
pub fn check(text: &str) -> Result<(), Defect> {
    // The crate reads other forms as well (braces, no hyphens, `urn:uuid:`), whose lengths differ.
    if text.len() != 36 {
        return Err(Defect::Form);
    }
    let uuid = Uuid::try_parse(text).map_err(|_| Defect::Form)?;
    if uuid.is_nil() || uuid.is_max() {
        Err(Defect::Special)
    } else if uuid.get_variant() != Variant::RFC4122 {
        Err(Defect::Variant)
    } else if !(1..=8).contains(&uuid.get_version_num()) {
        Err(Defect::Version)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_values() {
        // The examples of RFC 9562, appendix A and B.
        for good in [
            "C232AB00-9414-11EC-B3C8-9F6BDECED846",
            "5df41881-3aed-3515-88a7-2f4a814cf09e",
            "919108f7-52d1-4320-9bac-f847db4148a8",
            "2ed6657d-e927-568b-95e1-2665a8aea6a2",
            "1EC9414C-232A-6B00-B3C8-9F6BDECED846",
            "017F22E2-79B0-7CC3-98C4-DC0C0C07398F",
            "2489E9AD-2EE2-8E00-8EC9-32D5F69181C0",
        ] {
            assert_eq!(check(good), Ok(()), "{good}");
        }
        for (bad, defect) in [
            ("", Defect::Form),
            ("919108f752d143209bacf847db4148a8", Defect::Form),
            ("{919108f7-52d1-4320-9bac-f847db4148a8}", Defect::Form),
            ("919108f7-52d1-4320-9bac-f847db4148ag", Defect::Form),
            ("919108f75-2d1-4320-9bac-f847db4148a8", Defect::Form),
            ("00000000-0000-0000-0000-000000000000", Defect::Special),
            ("ffffffff-ffff-ffff-ffff-ffffffffffff", Defect::Special),
            ("919108f7-52d1-4320-0bac-f847db4148a8", Defect::Variant),
            ("919108f7-52d1-4320-cbac-f847db4148a8", Defect::Variant),
            ("919108f7-52d1-9320-9bac-f847db4148a8", Defect::Version),
        ] {
            assert_eq!(check(bad), Err(defect), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn the_digits_of_version_and_variant_decide(
            digits in proptest::collection::vec(0_u8..16, 32), version in 0_u8..16, variant in 0_u8..16,
        ) {
            let mut digits = digits;
            (digits[12], digits[16]) = (version, variant);
            let mut text: String = digits.iter().map(|&digit| char::from_digit(digit.into(), 16).unwrap()).collect();
            for place in [20, 16, 12, 8] {
                text.insert(place, '-');
            }
            let is_right = (1..=8).contains(&version) && (8..12).contains(&variant);
            prop_assert_eq!(check(&text).is_ok(), is_right);
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,40}") {
            let _ = check(&text);
        }
    }
}
