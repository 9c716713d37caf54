//! The order of a list's versions.

use std::cmp::Ordering;

/// Whether a version is older (`Less`) or newer than another, as far as their texts tell: runs of digits are compared as
/// numbers, everything else as text. So `2.9` comes before `2.10`, and dates in their usual form are in order.
///
/// ```
/// use std::cmp::Ordering;
/// use xsozial_schema::codelists::compare_versions;
/// assert_eq!(compare_versions("2.9", "2.10"), Ordering::Less);
/// assert_eq!(compare_versions("2024-08-01", "2023-12-31"), Ordering::Greater);
/// ```
pub fn compare_versions(version: &str, other: &str) -> Ordering {
    let (mut left, mut right) = (version, other);
    loop {
        let ordering = match (take_run(&mut left), take_run(&mut right)) {
            (None, None) => return version.cmp(other),
            (None, Some(_)) => Ordering::Less,
            (Some(_), None) => Ordering::Greater,
            (Some(left), Some(right)) => compare_runs(left, right),
        };
        if ordering != Ordering::Equal {
            return ordering;
        }
    }
}

/// Takes the digits, or all that is no digit, from the beginning.
fn take_run<'v>(rest: &mut &'v str) -> Option<&'v str> {
    let is_number = rest.chars().next()?.is_ascii_digit();
    let end = rest.find(|character: char| character.is_ascii_digit() != is_number);
    let (run, after) = rest.split_at(end.unwrap_or(rest.len()));
    *rest = after;
    Some(run)
}

fn compare_runs(left: &str, right: &str) -> Ordering {
    let is_number = |run: &str| run.starts_with(|character: char| character.is_ascii_digit());
    if !is_number(left) || !is_number(right) {
        return left.cmp(right);
    }
    let [left, right] = [left, right].map(|run| run.trim_start_matches('0'));
    left.len().cmp(&right.len()).then(left.cmp(right))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn published_versions_are_in_order() {
        for versions in [
            &["", "1", "1.0", "1.1", "2", "2.9", "2.10", "10", "157"][..],
            &["2010-04-01", "2019-07-31", "2026-01-31", "2026-04-30"],
            &["20230118-0", "20240110-0", "20240925-0", "20240925-1"],
            &["1", "2021-07-31"],
        ] {
            assert!(
                versions.is_sorted_by(|left, right| compare_versions(left, right) == Ordering::Less),
                "{versions:?}"
            );
        }
    }

    proptest! {
        #[test]
        fn it_is_an_order(versions in proptest::collection::vec("[0-3.a-]{0,4}", 3)) {
            let [a, b, c] = [&versions[0], &versions[1], &versions[2]];
            prop_assert_eq!(compare_versions(a, b), compare_versions(b, a).reverse());
            prop_assert_eq!(compare_versions(a, b) == Ordering::Equal, a == b);
            if compare_versions(a, b).is_le() && compare_versions(b, c).is_le() {
                prop_assert!(compare_versions(a, c).is_le());
            }
        }
    }
}
