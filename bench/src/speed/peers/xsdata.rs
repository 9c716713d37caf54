//! xsdata: a Python model, read and written with lxml by a program that is kept running. It checks neither facets nor
//! occurrence.

use crate::speed::{Candidate, Operation, worker::Worker};
use std::{path::Path, process::Command};

/// Reading and writing with the model in this folder, beside which its Python environment lies; see
/// [`crate::generated::peers::Xsdata`].
pub(super) fn candidates(folder: &Path) -> Vec<Candidate> {
    let candidate = |name, operation: Operation| {
        let folder = folder.to_owned();
        Candidate::peer(name, operation, move || {
            let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("python/xsdata_speed.py");
            let mut command = Command::new(folder.join("venv/bin/python"));
            command.args(["-W", "ignore"]).arg(program);
            Worker::start(command.arg(operation.name()).arg(&folder))
        })
    };
    vec![
        candidate("xsdata: read", Operation::Read),
        candidate("xsdata: write", Operation::Write),
    ]
}
