//! The table that the measuring program prints.

use super::{BenchDocument, Measurement};
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
                let Measurement { speed, ratio, .. } = measurements[index];
                write!(formatter, " {speed:.0} ({ratio:.2}) |")?;
            }
            writeln!(formatter)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_holds_speed_and_ratio_for_each_document() {
        let measurement = |subject: &str, speed, ratio| Measurement {
            subject: subject.to_owned(),
            speed,
            ratio,
            repetitions: 1,
        };
        let document = BenchDocument {
            name: "small".to_owned(),
            bytes: vec![0; 7],
        };
        let report = Report::new(
            &[document],
            vec![vec![measurement("a", 200.0, 1.0), measurement("b", 100.0, 0.5)]],
        );
        let text = report.to_string();
        assert!(text.contains(" small, 7 bytes |"), "{text}");
        assert!(text.contains("| a | 200 (1.00) |"), "{text}");
        assert!(text.contains("| b | 100 (0.50) |"), "{text}");
    }
}
