//! `explain`: what a code means.

use super::{Error, ExplainArguments, Outcome};
use crate::explain::{Explanation, write_explanation, write_list};
use std::io::{self, Write};
use xsozial_schema::Code;

/// Explains the code that the arguments name, or lists all codes.
pub(super) fn explain(arguments: &ExplainArguments, writer: &mut dyn Write) -> Result<Outcome, Error> {
    let language = arguments.lang.into();
    let written = match &arguments.code {
        None => write_list(language, writer),
        Some(text) => {
            let explanation = Code::from_text(&text.to_ascii_uppercase()).and_then(Explanation::of);
            let unknown = || Error::UnknownCode { code: text.clone() };
            write_explanation(explanation.ok_or_else(unknown)?, language, writer)
        }
    };
    match written.and_then(|()| writer.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Outcome::Clean),
        written => Ok(written.map(|()| Outcome::Clean)?),
    }
}
