//! The table that the measuring program prints.

use super::{
    BenchDocument, Measurement,
    bars::{BARS, Bar},
};
use std::fmt;

/// Speeds and ratios of all subjects on all documents.
#[derive(Debug)]
pub struct Report {
    /// Name and size of each document.
    documents: Vec<(String, usize)>,
    /// For each document the measurements of all subjects, in one order.
    measurements: Vec<Vec<Measurement>>,
}

impl Report {
    /// A report of these measurements, one list for each document.
    pub fn new(documents: &[BenchDocument], measurements: Vec<Vec<Measurement>>) -> Self {
        let documents = documents
            .iter()
            .map(|document| (document.name.clone(), document.bytes.len()))
            .collect();
        Self {
            documents,
            measurements,
        }
    }

    /// The subjects, in the order of the table.
    fn subjects(&self) -> impl Iterator<Item = (usize, &str)> {
        let first = self.measurements.first().map_or(&[][..], Vec::as_slice);
        first.iter().map(|measurement| measurement.subject.as_str()).enumerate()
    }

    /// Which bars are reached, one a line.
    fn write_bars(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for bar in BARS {
            for (measurements, (document, _)) in self.measurements.iter().zip(&self.documents) {
                if let Some(ratio) = bar.ratio(document, measurements) {
                    let reached = if ratio >= bar.least { "reached" } else { "MISSED" };
                    let Bar { own, peer, least, .. } = bar;
                    writeln!(
                        formatter,
                        "{reached}: {ratio:.2} (bar {least}): {own} / {peer}, {document}"
                    )?;
                }
            }
        }
        Ok(())
    }
}

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "| MB/s (ratio to the first line) |")?;
        for (name, bytes) in &self.documents {
            write!(formatter, " {name}, {bytes} bytes |")?;
        }
        writeln!(formatter, "\n|---|{}", "---|".repeat(self.documents.len()))?;
        for (index, subject) in self.subjects() {
            write!(formatter, "| {subject} |")?;
            for measurements in &self.measurements {
                let measurement = &measurements[index];
                match (measurement.speed(), measurement.ratio_to(&measurements[0])) {
                    (speed, _) if speed.is_nan() => write!(formatter, " – |")?,
                    (speed, ratio) => write!(formatter, " {speed:.0} ({ratio:.2}) |")?,
                }
            }
            writeln!(formatter)?;
        }
        self.write_bars(formatter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_holds_speed_and_ratio_for_each_document() {
        let measurement = |subject: &str, speed| Measurement {
            subject: subject.to_owned(),
            speeds: vec![speed],
        };
        let document = BenchDocument {
            name: "small".to_owned(),
            bytes: vec![0; 7],
        };
        let report = Report::new(
            &[document],
            vec![vec![
                measurement("a", 200.0),
                measurement("b", 100.0),
                measurement("c", f64::NAN),
            ]],
        );
        let text = report.to_string();
        assert!(text.contains(" small, 7 bytes |"), "{text}");
        assert!(text.contains("| a | 200 (1.00) |"), "{text}");
        assert!(text.contains("| b | 100 (0.50) |"), "{text}");
        assert!(text.contains("| c | – |"), "{text}");
    }
}
