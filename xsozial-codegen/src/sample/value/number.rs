//! Numbers within bounds and digits.

use super::{Proposals, Wish};
use crate::sample::{Size, random::Random};
use xsozial_schema::{
    facet::{Bound, Facet, Facets},
    value::Builtin,
};

/// How far from its lower bound a number is chosen at most, in units of the last digit before the point.
const SPAN: i128 = 999;
/// Most fraction digits that are computed with.
const MOST_DIGITS: u32 = 18;
/// How many numbers in a row are tried, and where values must differ.
const STEPS: i128 = 5;
const DISTINCT: i128 = 2_000;

/// Numbers of `xs:decimal` and the types derived from it.
pub(super) fn exact<'p>(builtin: Builtin, facets: &'p Facets, wish: &Wish<'_>, random: &mut Random) -> Proposals<'p> {
    let mut proposals: Vec<String> = Vec::new();
    let mut tails = Vec::new();
    for scale in scales(builtin, facets) {
        let Some((first, last)) = range(builtin, facets, scale) else {
            continue;
        };
        let near = first.saturating_add(SPAN * 10_i128.pow(scale)).min(last);
        let number = match (wish.size, random.below(4)) {
            (Size::Random, 0) => first,
            (Size::Random, 1) => last,
            _ => random.within(first, near),
        };
        proposals.extend([number, first, last].map(|number| text_of(number, scale)));
        let steps = if wish.is_distinct() { DISTINCT } else { STEPS };
        tails.push((1..=steps).map(move |step| text_of(first.saturating_add(step).min(last), scale)));
    }
    let bounds = bounds(facets).map(str::to_owned);
    Box::new(proposals.into_iter().chain(tails.into_iter().flatten()).chain(bounds))
}

/// The numbers of fraction digits to try.
fn scales(builtin: Builtin, facets: &Facets) -> Vec<u32> {
    if builtin != Builtin::Decimal {
        return vec![0];
    }
    let most = facets
        .fraction_digits
        .as_ref()
        .map_or(MOST_DIGITS, |facet| facet.value.min(MOST_DIGITS));
    let written = bounds(facets)
        .filter_map(|text| text.split_once('.'))
        .map(|(_, fraction)| fraction.len());
    let finest = written
        .max()
        .map_or(0, |digits| u32::try_from(digits).unwrap_or(MOST_DIGITS) + 1);
    let mut scales = vec![most.min(2), 0, 1, finest.min(most), most.min(6)];
    scales.retain(|&scale| scale <= most);
    let mut seen = Vec::new();
    scales.retain(|&scale| {
        !seen.contains(&scale) && {
            seen.push(scale);
            true
        }
    });
    scales
}

fn bounds(facets: &Facets) -> impl Iterator<Item = &str> {
    [
        &facets.min_inclusive,
        &facets.max_inclusive,
        &facets.min_exclusive,
        &facets.max_exclusive,
    ]
    .into_iter()
    .flatten()
    .map(|facet| facet.value.text.as_str())
}

/// The allowed numbers, in units of the last digit; `None` when there are none, or only such as cannot be computed with.
fn range(builtin: Builtin, facets: &Facets, scale: u32) -> Option<(i128, i128)> {
    let unit = 10_i128.pow(scale);
    let text = |facet: &Option<Facet<Bound>>| facet.as_ref().map(|facet| facet.value.text.clone());
    let (own_first, own_last) = own_range(builtin);
    let mut first = own_first.map(|bound| bound.saturating_mul(unit));
    let mut last = own_last.map(|bound| bound.saturating_mul(unit));
    let mut narrow = |from: Option<i128>, to: Option<i128>| {
        first = from.into_iter().chain(first).max();
        last = to.into_iter().chain(last).min();
    };
    if let Some(text) = text(&facets.min_inclusive) {
        let (whole, rest) = scaled(&text, scale)?;
        narrow(Some(whole + i128::from(rest)), None);
    }
    if let Some(text) = text(&facets.min_exclusive) {
        narrow(Some(scaled(&text, scale)?.0 + 1), None);
    }
    if let Some(text) = text(&facets.max_inclusive) {
        narrow(None, Some(scaled(&text, scale)?.0));
    }
    if let Some(text) = text(&facets.max_exclusive) {
        let (whole, rest) = scaled(&text, scale)?;
        narrow(None, Some(whole - i128::from(!rest)));
    }
    if let Some(digits) = &facets.total_digits {
        let most = 10_i128.checked_pow(digits.value).map_or(i128::MAX, |power| power - 1);
        narrow(Some(-most), Some(most));
    }
    let span = SPAN * unit;
    let (first, last) = match (first, last) {
        (None, None) => (0, span),
        (Some(first), None) => (first, first.saturating_add(span)),
        (None, Some(last)) => (last.saturating_sub(span), last),
        (Some(first), Some(last)) => (first, last),
    };
    // Around zero the positive numbers are the usual ones.
    let first = if first < 0 && last > 0 && own_first.is_none_or(|own| first <= own) {
        0
    } else {
        first
    };
    (first <= last).then_some((first, last))
}

/// What the built-in integer types hold.
fn own_range(builtin: Builtin) -> (Option<i128>, Option<i128>) {
    match builtin {
        Builtin::NonPositiveInteger => (None, Some(0)),
        Builtin::NegativeInteger => (None, Some(-1)),
        Builtin::NonNegativeInteger => (Some(0), None),
        Builtin::PositiveInteger => (Some(1), None),
        Builtin::Long => (Some(i64::MIN.into()), Some(i64::MAX.into())),
        Builtin::Int => (Some(i32::MIN.into()), Some(i32::MAX.into())),
        Builtin::Short => (Some(i16::MIN.into()), Some(i16::MAX.into())),
        Builtin::Byte => (Some(i8::MIN.into()), Some(i8::MAX.into())),
        Builtin::UnsignedLong => (Some(0), Some(u64::MAX.into())),
        Builtin::UnsignedInt => (Some(0), Some(u32::MAX.into())),
        Builtin::UnsignedShort => (Some(0), Some(u16::MAX.into())),
        Builtin::UnsignedByte => (Some(0), Some(u8::MAX.into())),
        _ => (None, None),
    }
}

/// A decimal number in units of its digit at `scale`, rounded down, and whether something was left over. `None` for
/// numbers that are too large to compute with.
fn scaled(text: &str, scale: u32) -> Option<(i128, bool)> {
    let (is_negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let kept: String = fraction
        .chars()
        .chain(std::iter::repeat('0'))
        .take(scale as usize)
        .collect();
    let rest = fraction.chars().skip(scale as usize).any(|digit| digit != '0');
    let amount: i128 = format!("0{whole}{kept}").parse().ok()?;
    // Far from the ends of the type, so that a unit more or less never overflows.
    let amount = Some(amount).filter(|&amount| amount < i128::MAX / 4)?;
    Some(match (is_negative, rest) {
        (false, rest) => (amount, rest),
        (true, false) => (-amount, false),
        (true, true) => (-amount - 1, true),
    })
}

fn text_of(number: i128, scale: u32) -> String {
    let unit = 10_u128.pow(scale);
    let sign = if number < 0 { "-" } else { "" };
    let amount = number.unsigned_abs();
    match scale {
        0 => format!("{sign}{amount}"),
        _ => format!(
            "{sign}{}.{:0width$}",
            amount / unit,
            amount % unit,
            width = scale as usize
        ),
    }
}

/// Numbers of `xs:float` and `xs:double`.
pub(super) fn floating<'p>(facets: &'p Facets, random: &mut Random) -> Proposals<'p> {
    let number = |facet: &Option<Facet<Bound>>| facet.as_ref().and_then(|facet| facet.value.text.parse::<f64>().ok());
    let first = number(&facets.min_inclusive).or_else(|| number(&facets.min_exclusive));
    let last = number(&facets.max_inclusive).or_else(|| number(&facets.max_exclusive));
    let mut between: Vec<f64> = match (first, last) {
        (Some(first), Some(last)) => vec![f64::midpoint(first, last), first + (last - first) / 10.0],
        (Some(first), None) => vec![first + 1.0, first * 2.0],
        (None, Some(last)) => vec![last - 1.0, last * 2.0],
        (None, None) => Vec::new(),
    };
    between.extend([1.5, 0.0, -1.5, 1000.0]);
    let start = random.below(usize::from(first.is_none() && last.is_none()) * 3 + 1);
    between.rotate_left(start);
    let numbered = (1..1000).map(|number| number.to_string());
    Box::new(
        between
            .into_iter()
            .map(|number| number.to_string())
            .chain(bounds(facets).map(str::to_owned))
            .chain(numbered),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_rounded_down_at_their_scale() {
        assert_eq!(scaled("1.25", 1), Some((12, true)));
        assert_eq!(scaled("-1.25", 1), Some((-13, true)));
        assert_eq!(scaled("-1.20", 1), Some((-12, false)));
        assert_eq!(scaled("+7", 2), Some((700, false)));
        assert_eq!(scaled(&"9".repeat(60), 0), None);
        assert_eq!(text_of(-5, 2), "-0.05");
        assert_eq!(text_of(1234, 2), "12.34");
    }
}
