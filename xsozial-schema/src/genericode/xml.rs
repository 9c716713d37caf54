//! What quick-xml says, in terms of code lists.

use super::error::GenericodeProblem;
use quick_xml::{
    Error, XmlVersion,
    errors::{IllFormedError, SyntaxError},
    events::BytesStart,
};
use std::borrow::Cow;

/// The value of an attribute without a prefix.
pub(super) fn attribute<'a>(tag: &'a BytesStart<'_>, name: &str) -> Result<Option<Cow<'a, str>>, GenericodeProblem> {
    let malformed = || GenericodeProblem::NotXml("an attribute is malformed or stands twice");
    let Some(attribute) = tag.try_get_attribute(name).map_err(|_| malformed())? else {
        return Ok(None);
    };
    let value = attribute.normalized_value(XmlVersion::Implicit1_0);
    value.map(Some).map_err(|_| malformed())
}

/// The problem behind an error of quick-xml, whose own message may hold content of the file.
pub(super) fn problem(error: &Error) -> GenericodeProblem {
    GenericodeProblem::NotXml(match error {
        Error::Syntax(SyntaxError::InvalidBangMarkup) => "unknown markup after `<!`",
        Error::IllFormed(IllFormedError::MismatchedEndTag { .. } | IllFormedError::UnmatchedEndTag(_)) => {
            "an end tag does not match its start tag"
        }
        Error::Syntax(_) | Error::IllFormed(IllFormedError::MissingEndTag(_)) => return GenericodeProblem::Truncated,
        Error::IllFormed(_) => "the markup is malformed",
        Error::InvalidAttr(_) => "an attribute is malformed or stands twice",
        Error::Escape(_) => "a character reference is malformed",
        Error::Namespace(_) => "a namespace declaration is not allowed",
        _ => "the file cannot be read as XML",
    })
}
