//! Interleaved rounds and medians.

use super::{BenchDocument, Failure, Subject};
use std::time::{Duration, Instant};

/// How long a subject works in one round, about: long enough for the clock, short enough for many rounds.
const ROUND: Duration = Duration::from_millis(40);

/// The speed of one subject on one document.
#[derive(Clone, Debug, PartialEq)]
pub struct Measurement {
    /// The subject.
    pub subject: String,
    /// Megabytes (10⁶ bytes) a second in each round.
    pub speeds: Vec<f64>,
}

impl Measurement {
    /// Megabytes (10⁶ bytes) a second, the median of all rounds. Not a number where a subject could not be told from what
    /// it needs besides.
    pub fn speed(&self) -> f64 {
        median(self.speeds.clone())
    }

    /// Speed by that of another subject in the same round, the median of all rounds: a slow hour of the machine does not
    /// change it.
    pub fn ratio_to(&self, other: &Self) -> f64 {
        let ratios = self.speeds.iter().zip(&other.speeds);
        median(ratios.map(|(own, other)| own / other).collect())
    }
}

/// Measures every subject on a document. In each round every subject has its turn, so that a slow moment of the machine
/// meets all of them.
pub fn measure(
    subjects: &mut [Box<dyn Subject>],
    document: &BenchDocument,
    rounds: u32,
) -> Result<Vec<Measurement>, Failure> {
    let mut repetitions = Vec::with_capacity(subjects.len());
    for subject in subjects.iter_mut() {
        let calibrated = calibrate(subject.as_mut(), document);
        let describe = |error| format!("{} on {}: {error}", subject.name(), document.name);
        repetitions.push(calibrated.map_err(describe)?);
    }
    let mut speeds = vec![Vec::with_capacity(rounds as usize); subjects.len()];
    for _ in 0..rounds.max(1) {
        for (index, subject) in subjects.iter_mut().enumerate() {
            speeds[index].push(speed(subject.as_mut(), document, repetitions[index])?);
        }
    }
    let named = subjects.iter().zip(speeds);
    Ok(named
        .map(|(subject, speeds)| Measurement {
            subject: subject.name(),
            speeds,
        })
        .collect())
}

/// Makes the subject ready, warms it up, and finds how often it can work in one round.
fn calibrate(subject: &mut dyn Subject, document: &BenchDocument) -> Result<u32, Failure> {
    subject.prepare(&document.bytes)?;
    subject.run(&document.bytes)?;
    let start = Instant::now();
    subject.run(&document.bytes)?;
    let once = start.elapsed().as_nanos().max(1);
    Ok(u32::try_from(ROUND.as_nanos() / once)
        .unwrap_or(u32::MAX)
        .clamp(1, 100_000))
}

/// Megabytes a second over some repetitions.
#[expect(clippy::cast_precision_loss, reason = "far more digits than the clock gives")]
fn speed(subject: &mut dyn Subject, document: &BenchDocument, repetitions: u32) -> Result<f64, Failure> {
    let (bytes, time) = subject.timed(&document.bytes, repetitions)?;
    if time.is_zero() {
        return Ok(f64::NAN);
    }
    Ok(bytes as f64 / 1e6 / time.as_secs_f64())
}

/// The middle one; of an even number the upper of the two. Not a number if one of them is none.
fn median(mut values: Vec<f64>) -> f64 {
    if values.iter().any(|value| value.is_nan()) {
        return f64::NAN;
    }
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Counting(u32);

    impl Subject for Counting {
        fn name(&self) -> String {
            "counting".to_owned()
        }

        fn run(&mut self, document: &[u8]) -> Result<usize, Failure> {
            self.0 += 1;
            std::thread::sleep(Duration::from_millis(20));
            Ok(document.len())
        }
    }

    struct Failing;

    impl Subject for Failing {
        fn name(&self) -> String {
            "failing".to_owned()
        }

        fn run(&mut self, _document: &[u8]) -> Result<usize, Failure> {
            Err("broken".into())
        }
    }

    fn document() -> BenchDocument {
        BenchDocument {
            name: "d".to_owned(),
            bytes: vec![b'a'; 20_000],
        }
    }

    #[test]
    fn speed_is_bytes_by_time() {
        let measured = measure(&mut [Box::new(Counting(0))], &document(), 3).unwrap();
        let speed = measured[0].speed();
        assert!(
            (0.05..=1.0).contains(&speed),
            "20 KB in 20 ms are at most 1 MB/s, not {speed}"
        );
    }

    #[test]
    fn a_failure_names_the_subject_and_the_document() {
        let error = measure(&mut [Box::new(Failing)], &document(), 1).unwrap_err();
        assert_eq!(error.to_string(), "failing on d: broken");
    }

    #[test]
    fn the_median_is_the_middle_value() {
        assert!((median(vec![9.0, 1.0, 5.0]) - 5.0).abs() < f64::EPSILON);
        assert!(median(Vec::new()).is_nan());
        assert!(median(vec![1.0, f64::NAN, 2.0]).is_nan());
    }

    #[test]
    fn ratios_are_taken_within_a_round() {
        let measurement = |speeds: &[f64]| Measurement {
            subject: String::new(),
            speeds: speeds.to_vec(),
        };
        let (own, other) = (measurement(&[2.0, 20.0, 8.0]), measurement(&[1.0, 10.0, 2.0]));
        assert!((own.ratio_to(&other) - 2.0).abs() < f64::EPSILON);
    }
}
