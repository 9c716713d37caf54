//! `explain`: what a code means.

use super::{Error, ExplainArguments, Outcome};
use crate::explain::{Explanation, write_explanation, write_list, write_remedy};
use std::io::{self, Write};
use xsozial_schema::{Code, Remedy};

/// Explains the code that the arguments name, or lists all codes.
pub(super) fn explain(arguments: &ExplainArguments, writer: &mut dyn Write) -> Result<Outcome, Error> {
    let language = arguments.lang.into();
    let written = match &arguments.code {
        None => write_list(language, writer),
        Some(text) => {
            let code = text.to_ascii_uppercase();
            match (Code::from_text(&code).and_then(Explanation::of), Remedy::of(&code)) {
                (Some(explanation), _) => write_explanation(explanation, language, writer),
                (None, Some(remedy)) => write_remedy(remedy, language, writer),
                (None, None) => return Err(Error::UnknownCode { code: text.clone() }),
            }
        }
    };
    match written.and_then(|()| writer.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Outcome::Clean),
        written => Ok(written.map(|()| Outcome::Clean)?),
    }
}
