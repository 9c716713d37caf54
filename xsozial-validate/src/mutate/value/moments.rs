//! Dates, times and durations beside bounds.

use xsozial_schema::facet::Facets;

/// Values that lie far on either side of most bounds.
const FAR: &[&str] = &[
    "0001-01-01",
    "9999-12-31",
    "0001-01-01T00:00:00",
    "9999-12-31T23:59:59",
    "0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59Z",
    "0001",
    "9999",
    "0001-01",
    "9999-12",
    "--01-01",
    "--12-31",
    "--01",
    "--12",
    "---01",
    "---31",
    "00:00:00",
    "23:59:59",
    "P0D",
    "-P9999Y",
    "P9999Y",
];

/// Moments around the bounds of the type, where it has any.
pub(super) fn made(facets: &Facets, fitting: &str) -> Vec<String> {
    let bounds = [
        &facets.min_inclusive,
        &facets.max_inclusive,
        &facets.min_exclusive,
        &facets.max_exclusive,
    ];
    let texts: Vec<&str> = bounds
        .into_iter()
        .flatten()
        .map(|facet| facet.value.text.as_str())
        .collect();
    if texts.is_empty() {
        return Vec::new();
    }
    let mut made: Vec<String> = FAR.iter().map(|&text| text.to_owned()).collect();
    for text in texts.into_iter().chain([fitting]) {
        made.extend([1, -1, 100, -100].iter().filter_map(|&years| in_years(text, years)));
    }
    made
}

/// The same moment so many years later, where the text begins with a year of four digits.
fn in_years(text: &str, years: i32) -> Option<String> {
    let (year, rest) = text.split_at_checked(4)?;
    let year = year.parse::<i32>().ok()?.checked_add(years)?;
    (1..=9999).contains(&year).then(|| format!("{year:04}{rest}"))
}

#[cfg(test)]
mod tests {
    use super::in_years;

    #[test]
    fn years_are_counted_where_there_is_one() {
        assert_eq!(in_years("1999-12-31", 1).as_deref(), Some("2000-12-31"));
        assert_eq!(in_years("0001", -1), None);
        assert_eq!(in_years("--12-31", 1), None);
        assert_eq!(in_years("ÄÖÜ", 1), None);
    }
}
