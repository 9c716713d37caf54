//! Points in time and durations.

use super::{Kind, Proposals, Wish};
use crate::sample::{Size, random::Random};
use xsozial_schema::{
    facet::{Bound, Facet, Facets},
    value::Builtin,
};

/// Years of birth: nobody who was born in the first ones lives.
const BIRTH_YEARS: &[i64] = &[1801, 1811, 1850, 1899, 1900, 1950, 2000, 1990, 2024];
/// Other years: far enough ahead to be recognised.
const YEARS: &[i64] = &[
    2099, 2098, 2050, 2030, 2026, 2024, 2000, 1990, 1950, 1900, 1801, 9999, 1,
];
/// Days of each month that are tried around a bound.
const DAYS: &[u32] = &[1, 2, 15, 28];
/// How many points in time are tried where values must differ.
const DISTINCT: i64 = 700;

/// A point in time; each type uses the parts it has.
#[derive(Clone, Copy)]
struct Moment {
    year: i64,
    month: u32,
    day: u32,
    hour: u32,
    minute: u32,
    second: u32,
}

/// Points in time of a primitive type: dates, times, and parts of them.
pub(super) fn moments<'p>(
    primitive: Builtin,
    facets: &'p Facets,
    wish: &Wish<'_>,
    random: &mut Random,
) -> Proposals<'p> {
    let mut years = if wish.kind == Kind::Birth { BIRTH_YEARS } else { YEARS }.to_vec();
    let is_varied = wish.size == Size::Random;
    if is_varied && wish.kind != Kind::Birth {
        years.rotate_left(random.below(3));
    }
    let mut chosen = |year| Moment {
        year,
        month: 1 + part(random, 12),
        day: 1 + part(random, 28),
        hour: part(random, 24),
        minute: part(random, 60),
        second: part(random, 60),
    };
    let usual: Vec<Moment> = years.into_iter().map(&mut chosen).collect();
    let start = chosen(1801);
    let distinct = if wish.is_distinct() { DISTINCT } else { 0 };
    let numbered = (0..distinct).map(move |number| counted(start, number));
    let around = bounds(facets).flat_map(around);
    let exact = bounds(facets).map(str::to_owned);
    let notations = notations(primitive, is_varied, random);
    let moments = usual.into_iter().chain(numbered).chain(around);
    let texts = moments.flat_map(move |moment| {
        let notations = notations.clone();
        notations
            .into_iter()
            .map(move |(fraction, zone)| write(primitive, moment, fraction, zone))
    });
    Box::new(texts.chain(exact))
}

fn part(random: &mut Random, count: u32) -> u32 {
    u32::try_from(random.below(count as usize)).unwrap_or(0)
}

/// The nth of many different moments, whatever part of it a type shows.
fn counted(start: Moment, number: i64) -> Moment {
    let turn = u32::try_from(number).unwrap_or(0);
    Moment {
        year: start.year + number,
        month: 1 + turn % 12,
        day: 1 + turn / 12 % 28,
        hour: turn / 60 % 24,
        minute: turn % 60,
        second: turn % 60,
    }
}

/// Fractions of seconds and time zones, the usual ones first: messages tell milliseconds and zone, dates have none.
fn notations(primitive: Builtin, is_varied: bool, random: &mut Random) -> Vec<(&'static str, &'static str)> {
    let mut notations = match primitive {
        Builtin::DateTime => vec![
            (".000", "Z"),
            ("", "Z"),
            ("", ""),
            (".000", "+01:00"),
            ("", "+01:00"),
            (".000", ""),
        ],
        Builtin::Time => vec![
            ("", ""),
            (".000", ""),
            ("", "Z"),
            (".000", "Z"),
            ("", "+01:00"),
            (".000", "+01:00"),
        ],
        _ => vec![("", ""), ("", "Z"), ("", "+01:00")],
    };
    if is_varied {
        random.shuffle(&mut notations);
    }
    notations
}

fn write(primitive: Builtin, moment: Moment, fraction: &str, zone: &str) -> String {
    let Moment {
        year,
        month,
        day,
        hour,
        minute,
        second,
    } = moment;
    let sign = if year < 0 { "-" } else { "" };
    let year = format!("{sign}{:04}", year.unsigned_abs());
    match primitive {
        Builtin::Time => format!("{hour:02}:{minute:02}:{second:02}{fraction}{zone}"),
        Builtin::Date => format!("{year}-{month:02}-{day:02}{zone}"),
        Builtin::GYearMonth => format!("{year}-{month:02}{zone}"),
        Builtin::GYear => format!("{year}{zone}"),
        Builtin::GMonthDay => format!("--{month:02}-{day:02}{zone}"),
        Builtin::GMonth => format!("--{month:02}{zone}"),
        Builtin::GDay => format!("---{day:02}{zone}"),
        _ => format!("{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{fraction}{zone}"),
    }
}

fn bounds(facets: &Facets) -> impl Iterator<Item = &str> {
    let bounds: [&Option<Facet<Bound>>; 4] = [
        &facets.min_inclusive,
        &facets.max_inclusive,
        &facets.min_exclusive,
        &facets.max_exclusive,
    ];
    bounds.into_iter().flatten().map(|facet| facet.value.text.as_str())
}

/// Moments near a bound: all months of its year and of the years beside it, and the hours of a day.
fn around(bound: &str) -> impl Iterator<Item = Moment> + use<> {
    let (sign, digits) = match bound.strip_prefix('-') {
        // `--12` and the like name no year.
        Some(rest) if !rest.starts_with('-') => (-1, rest),
        _ => (1, bound),
    };
    let end = digits
        .find(|character: char| !character.is_ascii_digit())
        .unwrap_or(digits.len());
    let year: i64 = digits[..end].parse().unwrap_or(2000);
    let year = sign * year.min(1_000_000);
    [0, 1, -1].into_iter().flat_map(move |step| {
        (1..=12).flat_map(move |month| {
            DAYS.iter().map(move |&day| Moment {
                year: year + step,
                month,
                day,
                hour: month * 2 - 1,
                minute: day,
                second: 0,
            })
        })
    })
}

/// Durations.
pub(super) fn durations<'p>(facets: &'p Facets, random: &mut Random) -> Proposals<'p> {
    let mut usual = ["P1D", "P1Y", "PT1H", "P2M", "P1Y2M3DT4H5M6S", "PT0.5S", "P0D", "-P1D"];
    usual[..5].rotate_left(random.below(5));
    let numbered = (1..500).flat_map(|number| {
        [
            format!("P{number}D"),
            format!("P{number}M"),
            format!("P{number}Y"),
            format!("PT{number}S"),
        ]
    });
    let bounds = bounds(facets).map(str::to_owned);
    Box::new(usual.into_iter().map(str::to_owned).chain(bounds).chain(numbered))
}
