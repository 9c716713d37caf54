//! A line of the table, before and after it is known whether its program can be used.

use super::{Failure, Operation, Subject};
use std::fmt;

type Make = Box<dyn FnOnce() -> Result<Box<dyn Subject>, Failure>>;

/// A subject by its name, made only when it is measured: its memory is asked for in a process of its own.
pub struct Candidate {
    pub(super) name: String,
    pub(super) operation: Operation,
    pub(super) is_own: bool,
    state: State,
}

enum State {
    Planned(Make),
    Ready(Box<dyn Subject>),
    Unable(String),
}

impl Candidate {
    /// Ours. Its failure ends the measurement.
    pub fn own<S: Subject + 'static>(
        name: &str,
        operation: Operation,
        make: impl FnOnce() -> Result<S, Failure> + 'static,
    ) -> Self {
        Self {
            is_own: true,
            ..Self::peer(name, operation, make)
        }
    }

    /// Another program. When it fails, the report says why, and the others go on.
    pub fn peer<S: Subject + 'static>(
        name: &str,
        operation: Operation,
        make: impl FnOnce() -> Result<S, Failure> + 'static,
    ) -> Self {
        Self {
            name: name.to_owned(),
            operation,
            is_own: false,
            state: State::Planned(Box::new(|| Ok(Box::new(make()?)))),
        }
    }

    /// Another program that cannot do it, for this reason.
    pub fn unable(name: &str, operation: Operation, reason: &str) -> Self {
        Self {
            name: name.to_owned(),
            operation,
            is_own: false,
            state: State::Unable(reason.to_owned()),
        }
    }

    /// The subject, made at the first call.
    pub(super) fn subject(&mut self) -> Result<&mut dyn Subject, String> {
        if matches!(self.state, State::Planned(_)) {
            let planned = std::mem::replace(&mut self.state, State::Unable(String::new()));
            if let State::Planned(make) = planned {
                self.state = match make() {
                    Ok(subject) => State::Ready(subject),
                    Err(error) => State::Unable(error.to_string()),
                };
            }
        }
        match &mut self.state {
            State::Ready(subject) => Ok(subject.as_mut()),
            State::Unable(reason) => Err(reason.clone()),
            State::Planned(_) => Err("it was not made".to_owned()),
        }
    }
}

impl fmt::Debug for Candidate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Candidate({}, {})", self.name, self.operation.name())
    }
}
