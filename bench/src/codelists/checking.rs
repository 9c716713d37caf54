//! What checking codes costs.

use std::{
    error::Error,
    fmt,
    hint::black_box,
    time::{Duration, Instant},
};
use xsozial_schema::codelists::CodelistStore;
use xsozial_validate::Validator;

/// How often both validators have their turn.
const ROUNDS: usize = 41;

/// Each turn takes about so long.
const TURN: Duration = Duration::from_millis(25);

/// The time that validation takes with and without lists.
pub struct Share {
    without: Duration,
    with: Duration,
    part: f64,
}

/// Validates a document with both validators in turns. The share is the median of those within a round.
pub fn share_of_codes(without: &Validator, with: &Validator, document: &[u8]) -> Share {
    let once = |validator: &Validator| {
        let start = Instant::now();
        black_box(validator.report(document));
        start.elapsed()
    };
    let first = once(without).min(once(without)).max(Duration::from_nanos(1));
    let repetitions = (TURN.as_nanos() / first.as_nanos()).clamp(1, 10_000);
    let repetitions = u32::try_from(repetitions).unwrap_or(1);
    let turn = |validator: &Validator| (0..repetitions).map(|_| once(validator)).sum::<Duration>() / repetitions;
    let mut rounds: Vec<(f64, Duration, Duration)> = (0..ROUNDS)
        .map(|_| {
            let (before, with, after) = (turn(without), turn(with), turn(without));
            let without = (before + after) / 2;
            (1.0 - without.as_secs_f64() / with.as_secs_f64(), without, with)
        })
        .collect();
    rounds.sort_by(|left, right| left.0.total_cmp(&right.0));
    let (share, without, with) = rounds[ROUNDS / 2];
    Share {
        without,
        with,
        part: share,
    }
}

impl fmt::Display for Share {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let microseconds = |duration: Duration| duration.as_secs_f64() * 1e6;
        write!(
            formatter,
            "{:.1} | {:.1} | {:.1} %",
            microseconds(self.without),
            microseconds(self.with),
            self.part * 100.0
        )
    }
}

/// The lists, and each of them also in every version that the document names of it, so that every code is looked up whose list
/// is at hand at all.
pub fn with_named_versions(store: &CodelistStore, document: &str) -> Result<CodelistStore, Box<dyn Error>> {
    let document = roxmltree::Document::parse(document)?;
    let mut all = store.clone();
    for node in document.descendants() {
        let (Some(uri), Some(version)) = (node.attribute("listURI"), node.attribute("listVersionID")) else {
            continue;
        };
        if let [.., newest] = store.versions(uri)
            && !version.is_empty()
            && all.get(uri, version).is_empty()
        {
            let mut list = newest.list.clone();
            version.clone_into(&mut list.identification.version);
            all.add_list(newest.path.clone(), list);
        }
    }
    Ok(all)
}
