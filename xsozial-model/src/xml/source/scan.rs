//! The token that begins at a place, in text that may go on: the one tokeniser of slices and streams.

use super::{
    input::Ending,
    plain::plain,
    tokens::{Found, TokenKind, fault_of, kind_of, longest, mismatched_end},
};
use quick_xml::{Reader, errors::IllFormedError, events::Event};
use xsozial_schema::{Code, Fault, Reason, limits::Limits};

/// What begins at a place.
pub(super) enum Scanned {
    /// A token that stays the same, whatever follows the text.
    Whole(Found),
    /// Something that reaches to the end of the text. What it is if nothing follows.
    Open(Result<Found, Fault>),
    /// Something wrong, whatever follows the text; where it ends.
    Refused(Fault, usize),
}

/// Why there is no token.
pub(super) struct Refusal {
    pub(super) fault: Fault,
    /// Whether the fault is where the readable text ends, not where the token begins.
    pub(super) is_at_end: bool,
}

/// What begins at `start`. `open` is the name of the innermost open element.
pub(super) fn scan(text: &str, start: usize, open: Option<&str>) -> Scanned {
    match plain(text.as_bytes(), start, open.map(str::as_bytes)) {
        Some(found) if found.kind == TokenKind::Text && found.end == text.len() => Scanned::Open(Ok(found)),
        Some(found) => Scanned::Whole(found),
        None => scan_other(text, start, open),
    }
}

/// Reads what has not the plain form, and finds out what is wrong with what is wrong.
fn scan_other(text: &str, start: usize, open: Option<&str>) -> Scanned {
    let mut reader = Reader::from_reader(text.as_bytes().get(start..).unwrap_or_default());
    // Which end tag belongs to which start tag is known here.
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_unmatched_ends = true;
    let event = reader.read_event();
    let length = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
    let end = start.saturating_add(length).min(text.len());
    let event = match event {
        Ok(event) => event,
        Err(error)
            if has_run_out(
                &error,
                reader.get_ref(),
                text.len().saturating_sub(start),
                end == text.len(),
            ) =>
        {
            return Scanned::Open(Err(fault_of(&error, true)));
        }
        Err(error) => return Scanned::Refused(fault_of(&error, false), end),
    };
    let (kind, name_length) = kind_of(&event);
    let found = Found { kind, end, name_length };
    match event {
        Event::Eof => Scanned::Open(Ok(found)),
        Event::End(tag) if open != Some(tag.name().as_ref()) => Scanned::Refused(mismatched_end(), end),
        _ => Scanned::Whole(found),
    }
}

/// Whether quick-xml refused something because the text ends in it, not because of what stands there. `rest` is what it left of a
/// text of this length.
fn has_run_out(error: &quick_xml::Error, rest: &[u8], length: usize, is_at_end: bool) -> bool {
    match error {
        // Markup that does not end is left where it is, while the position goes to the end of the text.
        quick_xml::Error::Syntax(_) => rest.len() == length && (matches!(rest, [b'<'] | [b'<', b'!']) || is_at_end),
        quick_xml::Error::IllFormed(IllFormedError::UnclosedReference) => rest.is_empty(),
        _ => false,
    }
}

impl Scanned {
    /// The token, if nothing more is read; `rest` is the text from its beginning on.
    pub(super) fn conclude(self, start: usize, rest: &str, ending: Ending, limits: &Limits) -> Result<Found, Refusal> {
        let limit = longest(rest.as_bytes(), limits);
        let at_start = |fault| Refusal {
            fault,
            is_at_end: false,
        };
        match self {
            Self::Whole(found) => Ok(found),
            Self::Open(_) if rest.len() > limit => Err(at_start(Fault::new(Code::Limit))),
            Self::Refused(_, end) if end.saturating_sub(start) > limit => Err(at_start(Fault::new(Code::Limit))),
            Self::Refused(fault, _) => Err(at_start(fault)),
            Self::Open(outcome) => match ending {
                Ending::Malformed => Err(Refusal {
                    fault: Fault::new(Code::Encoding),
                    is_at_end: true,
                }),
                Ending::Unreadable(kind) => Err(at_start(Fault::because(Code::Unreadable, Reason::of_io(kind)))),
                Ending::Open | Ending::Whole => outcome.map_err(at_start),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn describe(scanned: Scanned) -> Option<Result<Found, Code>> {
        match scanned {
            Scanned::Whole(found) => Some(Ok(found)),
            Scanned::Refused(fault, _) => Some(Err(fault.code)),
            Scanned::Open(_) => None,
        }
    }

    #[test]
    fn what_is_cut_is_open_and_nothing_else() {
        for token in [
            "<a>",
            "<a b='>'/>",
            "</a>",
            "</a >",
            "&amp;",
            "<!-- > -->",
            "<![CDATA[ ]> ]]>",
            "<?p ? > ?>",
            "<!DOCTYPE a [<!ENTITY b '>'>]>",
        ] {
            for end in 0..token.len() {
                assert!(
                    describe(scan(&token[..end], 0, Some("a"))).is_none(),
                    "{}",
                    &token[..end]
                );
            }
            let found = describe(scan(token, 0, Some("a"))).unwrap().unwrap();
            assert_eq!(found.end, token.len(), "{token}");
        }
    }

    #[test]
    fn a_short_doctype_before_a_tag_that_is_cut_is_refused_as_before_a_whole_one() {
        for text in ["<!DOCT>", "<!DOCT><", "<!DOCT><!", "<!DOCT><a"] {
            assert_eq!(describe(scan(text, 0, None)), Some(Err(Code::Doctype)), "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_follows_changes_nothing(text in "[<>/!?\\[\\]&;a'\" -]{1,12}|<[!?/]?[-\\[]{0,2}[a>\\[\\] -]{0,12}", end in 0usize..24) {
            let end = end.min(text.len());
            if let Some(decided) = describe(scan(&text[..end], 0, Some("a"))) {
                prop_assert_eq!(Some(decided), describe(scan(&text, 0, Some("a"))));
            }
        }
    }
}
