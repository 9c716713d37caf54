//! Numbers beside bounds, and with a digit too many.

use super::LONGEST;
use xsozial_schema::facet::{Bound, Facet, Facets};

/// Numbers around the bounds of the type and around one that fits.
pub(super) fn made(facets: &Facets, fitting: &str) -> Vec<String> {
    let bounds = [
        &facets.min_inclusive,
        &facets.max_inclusive,
        &facets.min_exclusive,
        &facets.max_exclusive,
    ];
    let mut made = Vec::new();
    let bounds = bounds.into_iter().flatten().map(text_of);
    for text in bounds.chain([fitting]) {
        made.push(text.to_owned());
        made.extend([1, -1].iter().filter_map(|&delta| shifted(text, delta)));
        made.extend([10, -10, 1000, -1000].iter().filter_map(|&delta| shifted(text, delta)));
        made.push(format!("{text}0"));
        made.push(format!("{text}.1"));
        made.push(format!("{text}.9"));
        made.push(format!("-{text}"));
        made.extend(text.parse::<f64>().ok().into_iter().flat_map(floats));
    }
    made.extend(digits(facets, fitting));
    made
}

fn text_of(facet: &Facet<Bound>) -> &str {
    &facet.value.text
}

/// The decimal number that is so much larger in its last digit.
fn shifted(text: &str, delta: i128) -> Option<String> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let is_negative = whole.starts_with('-');
    let digits: i128 = format!("{whole}{fraction}").parse().ok()?;
    let sum = digits.checked_add(delta)?;
    let text = format!(
        "{:0width$}",
        sum.unsigned_abs(),
        width = whole.len() - usize::from(is_negative) + fraction.len()
    );
    let sign = if sum < 0 { "-" } else { "" };
    let (whole, fraction) = text.split_at(text.len().checked_sub(fraction.len())?);
    Some(match fraction {
        "" => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{fraction}"),
    })
}

fn floats(value: f64) -> [String; 4] {
    [value + 0.5, value - 0.5, value * 2.0 + 1.0, value * -2.0 - 1.0].map(|value| value.to_string())
}

/// Numbers with one digit more than allowed, in all or behind the point.
fn digits(facets: &Facets, fitting: &str) -> Vec<String> {
    let whole = fitting.split('.').next().unwrap_or("0");
    let count = |facet: &Option<Facet<u32>>| {
        let digits = facet.as_ref().map(|facet| facet.value)?;
        usize::try_from(digits).ok().filter(|&digits| digits as u64 <= LONGEST)
    };
    let mut made = Vec::new();
    if let Some(total) = count(&facets.total_digits) {
        let fraction = count(&facets.fraction_digits).unwrap_or(0).min(total);
        made.push("1".repeat(total + 1));
        made.push(format!("-{}", "1".repeat(total + 1)));
        made.push(format!("{}.{}", "1".repeat(total + 1 - fraction), "1".repeat(fraction)));
        made.push(format!("0.{}", "1".repeat(total + 1)));
        made.push(format!("1{}", "0".repeat(total)));
    }
    if let Some(fraction) = count(&facets.fraction_digits) {
        made.push(format!("{whole}.{}", "1".repeat(fraction + 1)));
        made.push(format!("0.{}1", "0".repeat(fraction)));
        made.push(format!("1.{}1", "0".repeat(fraction)));
    }
    made
}

#[cfg(test)]
mod tests {
    use super::shifted;

    #[test]
    fn the_next_number_has_as_many_fraction_digits() {
        let next = |text: &str, delta| shifted(text, delta).unwrap();
        assert_eq!(next("9.99", 1), "10.00");
        assert_eq!(next("0.01", -1), "0.00");
        assert_eq!(next("0", -1), "-1");
        assert_eq!(next("-0.01", 2), "0.01");
        assert_eq!(next("007", 1), "008");
        assert_eq!(shifted("keine", 1), None);
        assert_eq!(shifted("", 1), None);
    }
}
