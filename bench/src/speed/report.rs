//! The tables that the measuring program prints, in Markdown.

use super::{
    BenchDocument, Measurement,
    bars::{BARS, Bar},
};
use std::{fmt, time::Duration};

/// Speeds and ratios of all subjects on all documents, with what they take besides.
#[derive(Debug)]
pub struct Report {
    /// Name and size of each document.
    documents: Vec<(String, usize)>,
    /// For each document the measurements of all subjects, in one order.
    measurements: Vec<Vec<Measurement>>,
    /// How long each takes to load the schema.
    loads: Vec<Option<Duration>>,
    /// The peak of a process that works on the last document, in bytes.
    peaks: Vec<Option<u64>>,
}

impl Report {
    /// A report of these measurements, one list for each document; the other two lists have the order of the subjects.
    pub fn new(
        documents: &[BenchDocument],
        measurements: Vec<Vec<Measurement>>,
        loads: Vec<Option<Duration>>,
        peaks: Vec<Option<u64>>,
    ) -> Self {
        let documents = documents
            .iter()
            .map(|document| (document.name.clone(), document.bytes.len()))
            .collect();
        Self {
            documents,
            measurements,
            loads,
            peaks,
        }
    }

    /// The subjects, in the order of the table, as they were measured on the first document.
    fn subjects(&self) -> &[Measurement] {
        self.measurements.first().map_or(&[], Vec::as_slice)
    }

    /// Speed, load and memory of every subject.
    fn write_speeds(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "| MB/s (ratio to the first line) | does |")?;
        for (name, bytes) in &self.documents {
            write!(formatter, " {name}, {bytes} bytes |")?;
        }
        let largest = self.documents.last().map_or("", |(name, _)| name);
        writeln!(formatter, " schema load, ms | peak on {largest}, MB |")?;
        writeln!(formatter, "|---|---|{}---|---|", "---|".repeat(self.documents.len()))?;
        for (index, subject) in self.subjects().iter().enumerate() {
            write!(formatter, "| {} | {} |", subject.subject, subject.operation.name())?;
            for measurements in &self.measurements {
                let measurement = &measurements[index];
                let ratio = measurement.ratio_to(&measurements[0]);
                match (measurement.speed(), &measurement.failure) {
                    (_, Some(_)) => write!(formatter, " cannot |")?,
                    (speed, _) if speed.is_nan() => write!(formatter, " – |")?,
                    (speed, _) => write!(formatter, " {} ({ratio:.2}) |", rounded(speed))?,
                }
            }
            match self.loads.get(index).copied().flatten() {
                Some(time) => write!(formatter, " {:.1} |", time.as_secs_f64() * 1e3)?,
                None => write!(formatter, " – |")?,
            }
            match self.peaks.get(index).copied().flatten() {
                Some(bytes) => writeln!(formatter, " {} |", bytes.div_ceil(1_000_000))?,
                None => writeln!(formatter, " – |")?,
            }
        }
        Ok(())
    }

    /// How many times the speed of each peer the first of ours has that does the same.
    fn write_ratios(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "\n| ours by theirs | does |")?;
        for (name, _) in &self.documents {
            write!(formatter, " {name} |")?;
        }
        writeln!(formatter, "\n|---|---|{}", "---|".repeat(self.documents.len()))?;
        for (index, peer) in self.subjects().iter().enumerate().filter(|(_, peer)| !peer.is_own) {
            let mut ours = self.subjects().iter();
            let Some(own) = ours.position(|own| own.is_own && own.operation == peer.operation) else {
                continue;
            };
            let name = &self.subjects()[own].subject;
            write!(formatter, "| {name} / {} | {} |", peer.subject, peer.operation.name())?;
            for measurements in &self.measurements {
                match measurements[own].ratio_to(&measurements[index]) {
                    ratio if ratio.is_nan() => write!(formatter, " – |")?,
                    ratio => write!(formatter, " {ratio:.2} |")?,
                }
            }
            writeln!(formatter)?;
        }
        Ok(())
    }

    /// Why there are figures missing, each reason once.
    fn write_failures(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut told = Vec::new();
        for (measurements, (document, _)) in self.measurements.iter().zip(&self.documents) {
            for measurement in measurements {
                let Some(failure) = &measurement.failure else { continue };
                let reason = failure.split_whitespace().collect::<Vec<_>>().join(" ");
                if !told.contains(&(&measurement.subject, reason.clone())) {
                    let lead = if told.is_empty() { "\n" } else { "" };
                    writeln!(
                        formatter,
                        "{lead}- {}, {document}: cannot: {reason}",
                        measurement.subject
                    )?;
                    told.push((&measurement.subject, reason));
                }
            }
        }
        Ok(())
    }

    /// Which bars are reached.
    fn write_bars(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut is_first = true;
        for bar in BARS {
            for (measurements, (document, _)) in self.measurements.iter().zip(&self.documents) {
                if let Some(ratio) = bar.ratio(document, measurements) {
                    if std::mem::take(&mut is_first) {
                        writeln!(
                            formatter,
                            "\n| bar | document | at least | measured | |\n|---|---|---|---|---|"
                        )?;
                    }
                    let reached = if ratio >= bar.least { "reached" } else { "MISSED" };
                    let Bar { own, peer, least, .. } = bar;
                    writeln!(
                        formatter,
                        "| {own} / {peer} | {document} | {least} | {ratio:.2} | {reached} |"
                    )?;
                }
            }
        }
        Ok(())
    }
}

/// A speed with as many digits as say something.
fn rounded(speed: f64) -> String {
    if speed < 10.0 {
        format!("{speed:.1}")
    } else {
        format!("{speed:.0}")
    }
}

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write_speeds(formatter)?;
        self.write_ratios(formatter)?;
        self.write_failures(formatter)?;
        self.write_bars(formatter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::speed::{Operation, measure::measurement};

    fn report() -> String {
        let document = BenchDocument {
            name: "small".to_owned(),
            bytes: vec![0; 7],
        };
        let peer = |subject, speed: &[f64]| Measurement {
            is_own: false,
            ..measurement(subject, Operation::Validate, speed)
        };
        let measurements = vec![
            measurement("a", Operation::Validate, &[200.0]),
            peer("b", &[100.0]),
            peer("c", &[f64::NAN]),
            Measurement {
                failure: Some("no\n such  program".to_owned()),
                ..peer("d", &[])
            },
            peer("e", &[2.5]),
        ];
        let loads = vec![Some(Duration::from_micros(1_234)), None];
        Report::new(&[document], vec![measurements], loads, vec![None, Some(2_000_001)]).to_string()
    }

    #[test]
    fn a_line_holds_speed_and_ratio_for_each_document_with_load_and_memory() {
        let text = report();
        assert!(
            text.contains(" small, 7 bytes | schema load, ms | peak on small, MB |"),
            "{text}"
        );
        assert!(text.contains("| a | validate | 200 (1.00) | 1.2 | – |"), "{text}");
        assert!(text.contains("| b | validate | 100 (0.50) | – | 3 |"), "{text}");
        assert!(text.contains("| c | validate | – | – | – |"), "{text}");
        assert!(text.contains("| e | validate | 2.5 (0.01) | – | – |"), "{text}");
    }

    #[test]
    fn ours_is_compared_with_every_peer_that_does_the_same() {
        let text = report();
        assert!(text.contains("| a / b | validate | 2.00 |"), "{text}");
        assert!(text.contains("| a / c | validate | – |"), "{text}");
    }

    #[test]
    fn what_a_peer_cannot_do_is_said_with_its_reason() {
        let text = report();
        assert!(text.contains("| d | validate | cannot | – | – |"), "{text}");
        assert!(text.contains("\n- d, small: cannot: no such program\n"), "{text}");
    }
}
