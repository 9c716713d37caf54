//! Interleaved rounds and medians.

use super::{BenchDocument, Candidate, Failure, Operation, Subject};
use std::time::{Duration, Instant};

/// How long a subject works in one round, about: long enough for the clock, short enough for many rounds.
const ROUND: Duration = Duration::from_millis(40);

/// The speed of one subject on one document.
#[derive(Clone, Debug, PartialEq)]
pub struct Measurement {
    /// The subject.
    pub subject: String,
    /// What it does.
    pub operation: Operation,
    /// Whether it is ours.
    pub is_own: bool,
    /// Megabytes (10⁶ bytes) a second in each round.
    pub speeds: Vec<f64>,
    /// Why there are none, where the subject cannot do it.
    pub failure: Option<String>,
}

impl Measurement {
    /// Megabytes (10⁶ bytes) a second, the median of all rounds. Not a number where a subject could not be told from what
    /// it needs besides, or cannot do it.
    pub fn speed(&self) -> f64 {
        median(self.speeds.clone())
    }

    /// Speed by that of another subject in the same round, the median of all rounds: a slow hour of the machine does not
    /// change it.
    pub fn ratio_to(&self, other: &Self) -> f64 {
        let ratios = self.speeds.iter().zip(&other.speeds);
        median(ratios.map(|(own, other)| own / other).collect())
    }

    /// The same measurement, but for this failure.
    fn failed(&self, failure: String) -> Self {
        Self {
            speeds: Vec::new(),
            failure: Some(failure),
            ..self.clone()
        }
    }
}

/// Measures every candidate on a document. In each round every one has its turn, so that a slow moment of the machine meets
/// all of them. A peer that fails is left out from there on; a failure of ours is an error.
pub fn measure(
    candidates: &mut [Candidate],
    document: &BenchDocument,
    rounds: u32,
) -> Result<Vec<Measurement>, Failure> {
    let mut measurements = Vec::with_capacity(candidates.len());
    let mut repetitions = Vec::with_capacity(candidates.len());
    for candidate in candidates.iter_mut() {
        let calibrated = calibrate(candidate, document);
        measurements.push(Measurement {
            subject: candidate.name.clone(),
            operation: candidate.operation,
            is_own: candidate.is_own,
            speeds: Vec::with_capacity(rounds as usize),
            failure: calibrated.as_ref().err().cloned(),
        });
        repetitions.push(calibrated.unwrap_or(0));
    }
    for _ in 0..rounds.max(1) {
        for (index, candidate) in candidates.iter_mut().enumerate() {
            let measurement = &mut measurements[index];
            if measurement.failure.is_none() {
                match speed(candidate, document, repetitions[index]) {
                    Ok(speed) => measurement.speeds.push(speed),
                    Err(failure) => *measurement = measurement.failed(failure),
                }
            }
        }
    }
    for measurement in &measurements {
        if let (true, Some(failure)) = (measurement.is_own, &measurement.failure) {
            return Err(format!("{} on {}: {failure}", measurement.subject, document.name).into());
        }
    }
    Ok(measurements)
}

/// Makes the subject ready, warms it up, and finds how often it can work in one round.
fn calibrate(candidate: &mut Candidate, document: &BenchDocument) -> Result<u32, String> {
    let subject = candidate.subject()?;
    let work = |subject: &mut dyn Subject| -> Result<Duration, Failure> {
        subject.prepare(&document.bytes)?;
        subject.run(&document.bytes)?;
        let start = Instant::now();
        subject.run(&document.bytes)?;
        Ok(start.elapsed())
    };
    let once = work(subject).map_err(|error| error.to_string())?.as_nanos().max(1);
    Ok(u32::try_from(ROUND.as_nanos() / once)
        .unwrap_or(u32::MAX)
        .clamp(1, 100_000))
}

/// Megabytes a second over some repetitions.
#[expect(clippy::cast_precision_loss, reason = "far more digits than the clock gives")]
fn speed(candidate: &mut Candidate, document: &BenchDocument, repetitions: u32) -> Result<f64, String> {
    let timed = candidate.subject()?.timed(&document.bytes, repetitions);
    let (bytes, time) = timed.map_err(|error| error.to_string())?;
    if time.is_zero() {
        return Ok(f64::NAN);
    }
    Ok(bytes as f64 / 1e6 / time.as_secs_f64())
}

/// How long each candidate takes to load its schema, the median of all rounds in which each has its turn; `None` where it
/// loads none, or cannot.
pub fn measure_loads(candidates: &mut [Candidate], rounds: u32) -> Vec<Option<Duration>> {
    let mut times = vec![Vec::new(); candidates.len()];
    for _ in 0..rounds.max(1) {
        for (times, candidate) in times.iter_mut().zip(candidates.iter_mut()) {
            let loaded = candidate.subject().ok().and_then(|subject| subject.load().ok());
            times.extend(loaded.flatten());
        }
    }
    times.into_iter().map(median_time).collect()
}

fn median_time(mut times: Vec<Duration>) -> Option<Duration> {
    times.sort_unstable();
    times.get(times.len() / 2).copied()
}

/// The middle one; of an even number the upper of the two. Not a number if one of them is none.
fn median(mut values: Vec<f64>) -> f64 {
    if values.iter().any(|value| value.is_nan()) {
        return f64::NAN;
    }
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

/// A measurement of ours, for tests.
#[cfg(test)]
pub(super) fn measurement(subject: &str, operation: Operation, speeds: &[f64]) -> Measurement {
    Measurement {
        subject: subject.to_owned(),
        operation,
        is_own: true,
        speeds: speeds.to_vec(),
        failure: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Counting(u32);

    impl Subject for Counting {
        fn run(&mut self, document: &[u8]) -> Result<usize, Failure> {
            self.0 += 1;
            std::thread::sleep(Duration::from_millis(20));
            Ok(document.len())
        }
    }

    struct Failing;

    impl Subject for Failing {
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
        let mut counting = [Candidate::own("counting", Operation::Read, || Ok(Counting(0)))];
        let measured = measure(&mut counting, &document(), 3).unwrap();
        let speed = measured[0].speed();
        assert!(
            (0.05..=1.0).contains(&speed),
            "20 KB in 20 ms are at most 1 MB/s, not {speed}"
        );
    }

    #[test]
    fn a_failure_of_ours_names_the_subject_and_the_document() {
        let mut failing = [Candidate::own("failing", Operation::Read, || Ok(Failing))];
        let error = measure(&mut failing, &document(), 1).unwrap_err();
        assert_eq!(error.to_string(), "failing on d: broken");
    }

    #[test]
    fn a_peer_that_fails_does_not_stop_the_others() {
        let mut candidates = [
            Candidate::peer("failing", Operation::Read, || Ok(Failing)),
            Candidate::peer("not made", Operation::Read, || Err::<Failing, _>("absent".into())),
            Candidate::unable("unable", Operation::Write, "never could"),
            Candidate::own("counting", Operation::Read, || Ok(Counting(0))),
        ];
        let measured = measure(&mut candidates, &document(), 2).unwrap();
        let failures: Vec<_> = measured
            .iter()
            .map(|measurement| measurement.failure.as_deref())
            .collect();
        assert_eq!(failures, [Some("broken"), Some("absent"), Some("never could"), None]);
        assert!(measured[0].speed().is_nan());
        assert_eq!(measured[3].speeds.len(), 2);
        assert_eq!(measure_loads(&mut candidates, 2), [None, None, None, None]);
    }

    #[test]
    fn the_median_is_the_middle_value() {
        assert!((median(vec![9.0, 1.0, 5.0]) - 5.0).abs() < f64::EPSILON);
        assert!(median(Vec::new()).is_nan());
        assert!(median(vec![1.0, f64::NAN, 2.0]).is_nan());
    }

    #[test]
    fn ratios_are_taken_within_a_round() {
        let (own, other) = (
            measurement("", Operation::Read, &[2.0, 20.0, 8.0]),
            measurement("", Operation::Read, &[1.0, 10.0, 2.0]),
        );
        assert!((own.ratio_to(&other) - 2.0).abs() < f64::EPSILON);
    }
}
