//! What was measured of each set.

use std::{fmt, time::Duration};

/// One set.
pub(crate) struct Row {
    pub(crate) set: String,
    pub(crate) lines: usize,
    pub(crate) generating: Duration,
    pub(crate) building: Duration,
    pub(crate) instances: usize,
    pub(crate) mutants: usize,
    pub(crate) samples: usize,
    /// Reading, writing and judging all documents.
    pub(crate) checking: Duration,
    pub(crate) complaints: usize,
}

/// All sets.
#[derive(Default)]
pub(crate) struct Table(pub(crate) Vec<Row>);

impl fmt::Display for Table {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            formatter,
            "{:<45} {:>6} {:>10} {:>7} {:>9} {:>7} {:>9} {:>7} {:>10}",
            "set", "lines", "generate s", "build s", "instances", "mutants", "synthetic", "check s", "complaints"
        )?;
        self.0.iter().try_for_each(|row| writeln!(formatter, "{row}"))
    }
}

impl fmt::Display for Row {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{:<45} {:>6} {:>10.1} {:>7.1} {:>9} {:>7} {:>9} {:>7.1} {:>10}",
            self.set,
            self.lines,
            self.generating.as_secs_f64(),
            self.building.as_secs_f64(),
            self.instances,
            self.mutants,
            self.samples,
            self.checking.as_secs_f64(),
            self.complaints
        )
    }
}
