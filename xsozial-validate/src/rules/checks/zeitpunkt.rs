//! Points in time as messages tell them: with milliseconds and time zone.
//!
//! Source: XÖV Basisnachricht, element `erstellungszeitpunkt` of the Nachrichtenkopf (in prose).

/// What a point in time lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Defect {
    /// There are less than three digits behind the seconds.
    Milliseconds,
    /// There is no time zone.
    Zone,
    /// There are neither milliseconds nor a time zone.
    MillisecondsAndZone,
}

/// Whether a value of `xs:dateTime` has milliseconds and a time zone. More digits than three are as good.
///
/// ```
/// use xsozial_validate::rules::checks::zeitpunkt::{Defect, check};
/// assert_eq!(check("2026-04-14T20:56:56.123+02:00"), Ok(()));
/// assert_eq!(check("2026-04-14T20:56:56Z"), Err(Defect::Milliseconds));
/// ```
pub fn check(date_time: &str) -> Result<(), Defect> {
    let time = date_time.split_once('T').map_or("", |(_, time)| time);
    let (clock, has_zone) = match time.find(['Z', '+', '-']) {
        Some(end) => (&time[..end], true),
        None => (time, false),
    };
    let fraction = clock.split_once('.').map_or("", |(_, fraction)| fraction);
    let has_milliseconds = fraction.len() >= 3;
    match (has_milliseconds, has_zone) {
        (true, true) => Ok(()),
        (false, true) => Err(Defect::Milliseconds),
        (true, false) => Err(Defect::Zone),
        (false, false) => Err(Defect::MillisecondsAndZone),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_values() {
        for (value, expected) in [
            ("2026-04-14T20:56:56.000Z", Ok(())),
            ("-2026-04-14T20:56:56.123456-05:00", Ok(())),
            ("2026-04-14T20:56:56.12Z", Err(Defect::Milliseconds)),
            ("2026-04-14T20:56:56+01:00", Err(Defect::Milliseconds)),
            ("2026-04-14T20:56:56.123", Err(Defect::Zone)),
            ("2026-04-14T20:56:56", Err(Defect::MillisecondsAndZone)),
            ("", Err(Defect::MillisecondsAndZone)),
        ] {
            assert_eq!(check(value), expected, "{value}");
        }
    }

    proptest! {
        #[test]
        fn parts_decide(digits in "[0-9]{0,9}", zone in "(Z|[+-][01][0-9]:[0-5][0-9])?") {
            let point = if digits.is_empty() { "" } else { "." };
            let value = format!("2026-01-31T23:59:59{point}{digits}{zone}");
            let is_right = digits.len() >= 3 && !zone.is_empty();
            prop_assert_eq!(check(&value).is_ok(), is_right);
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,40}") {
            let _ = check(&text);
        }
    }
}
