//! Why a document could not be read or written.

use super::Position;
use std::fmt;
use xsozial_schema::{Code, Fault, Language};

/// A document could not be read or written: which rule it breaks, and where.
///
/// It never holds document content; values are described by their shape. It is one pointer wide.
///
/// `Display` is one line in German: `12:7 XS0101 Ein Pflichtelement fehlt; … (/Q{urn:a}nachricht[1])`.
#[derive(Clone, PartialEq, Eq)]
pub struct Error(Box<Details>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Details {
    fault: Fault,
    position: Option<Position>,
    path: String,
    component: Option<String>,
}

impl Error {
    /// An error without a place.
    pub fn new(fault: Fault) -> Self {
        Self(Box::new(Details {
            fault,
            position: None,
            path: String::new(),
            component: None,
        }))
    }

    /// The same error at this place of the document.
    #[must_use]
    pub fn at(mut self, position: Position) -> Self {
        self.0.position = Some(position);
        self
    }

    /// The same error without a position, where the text is not the user's.
    #[must_use]
    pub(super) fn without_position(mut self) -> Self {
        self.0.position = None;
        self
    }

    /// The same error in the element or attribute of this path.
    #[must_use]
    pub fn on(mut self, path: String) -> Self {
        self.0.path = path;
        self
    }

    /// The same error with the schema component whose rule is broken: `file.xsd:line`; empty text is none.
    #[must_use]
    pub fn by(mut self, component: String) -> Self {
        self.0.component = (!component.is_empty()).then_some(component);
        self
    }

    /// The code of the broken rule.
    pub fn code(&self) -> Code {
        self.0.fault.code
    }

    /// What is wrong.
    pub fn fault(&self) -> &Fault {
        &self.0.fault
    }

    /// Where in the tree: `/Q{uri}local[1]/Q{uri}child[2]/@attribute`. Each index counts siblings of the same name.
    /// Empty where no element has begun.
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// Where in the text; `None` when a document is written.
    pub fn position(&self) -> Option<Position> {
        self.0.position
    }

    /// Line from 1; 0 when a document is written.
    pub fn line(&self) -> u32 {
        self.0.position.map_or(0, |position| position.line)
    }

    /// Column in characters from 1; 0 when a document is written.
    pub fn column(&self) -> u32 {
        self.0.position.map_or(0, |position| position.column)
    }

    /// Bytes before the place in the document as UTF-8; 0 when a document is written.
    pub fn offset(&self) -> u64 {
        self.0.position.map_or(0, |position| position.offset)
    }

    /// The schema component whose rule is broken, as `file.xsd:line`.
    pub fn component(&self) -> Option<&str> {
        self.0.component.as_deref()
    }

    /// The message for people, without code and place.
    pub fn message(&self, language: Language) -> String {
        self.0.fault.message(language)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(position) = self.0.position {
            write!(formatter, "{}:{} ", position.line, position.column)?;
        }
        write!(formatter, "{} {}", self.code(), self.message(Language::German))?;
        if !self.0.path.is_empty() {
            write!(formatter, " ({})", self.0.path)?;
        }
        if let Some(component) = &self.0.component {
            write!(formatter, " [{component}]")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn display_is_one_line_with_place_code_message_and_path() {
        let error = Error::new(Fault::new(Code::Empty));
        assert_eq!(error.to_string(), "XD0003 Das Dokument ist leer");
        let error = Error::new(Fault::named(Code::RootUnknown, "a"))
            .at(Position {
                offset: 9,
                line: 2,
                column: 3,
            })
            .on("/a[1]".to_owned())
            .by("a.xsd:7".to_owned());
        let text = error.to_string();
        assert!(text.starts_with("2:3 XS0103 "), "{text}");
        assert!(text.ends_with(": a (/a[1]) [a.xsd:7]"), "{text}");
        assert!(!text.contains('\n'));
        assert_eq!((error.line(), error.column(), error.offset()), (2, 3, 9));
    }

    #[test]
    fn it_is_one_pointer_wide() {
        assert_eq!(size_of::<Result<(), Error>>(), size_of::<usize>());
    }
}
