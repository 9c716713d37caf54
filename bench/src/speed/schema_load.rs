//! How long it takes until a compiled schema is at hand.

use super::Failure;
use std::{
    fmt,
    hint::black_box,
    path::Path,
    time::{Duration, Instant},
};
use xsozial_schema::{Schema, xsd::Sources};

/// The medians of loading a schema in its two ways.
#[derive(Clone, Copy, Debug)]
pub struct SchemaLoad {
    /// From the schema documents on disk.
    pub compile: Duration,
    /// From `schema.bin` in memory.
    pub decode: Duration,
    /// The size of `schema.bin`.
    pub bytes: usize,
}

impl SchemaLoad {
    /// Loads the schemas of a folder this often in each way.
    pub fn measure(schemas: &Path, rounds: u32) -> Result<Self, Failure> {
        let compile = || Ok::<_, Failure>(Schema::compile(Sources::new().schema(schemas))?);
        let stored = compile()?.to_bytes()?;
        Ok(Self {
            compile: median_time(rounds, compile)?,
            decode: median_time(rounds, || Ok(Schema::from_bytes(&stored)?))?,
            bytes: stored.len(),
        })
    }
}

fn median_time<T>(rounds: u32, work: impl Fn() -> Result<T, Failure>) -> Result<Duration, Failure> {
    let once = |_| {
        let start = Instant::now();
        drop(black_box(work()?));
        Ok::<_, Failure>(start.elapsed())
    };
    let mut times = (0..rounds.max(1)).map(once).collect::<Result<Vec<_>, _>>()?;
    times.sort_unstable();
    Ok(times[times.len() / 2])
}

impl fmt::Display for SchemaLoad {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let milliseconds = |duration: Duration| duration.as_secs_f64() * 1e3;
        write!(
            formatter,
            "schema from XSD in {:.1} ms, from schema.bin ({} bytes) in {:.2} ms",
            milliseconds(self.compile),
            self.bytes,
            milliseconds(self.decode)
        )
    }
}
