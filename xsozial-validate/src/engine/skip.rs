//! Parts of a document that are not checked.

use super::Engine;
use xsozial_model::xml::{EventSource, StartElement};

/// A subtree that is read over.
pub(super) struct Skip {
    /// Open elements, the first one included.
    depth: u32,
    /// Whether what it holds would be checked if it stood in its right place: then its IDs exist.
    is_faulty: bool,
    /// Text of an element that gives an ID.
    id: Option<String>,
}

/// Why a subtree is read over.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Reason {
    /// The schema says nothing of it (`processContents="skip"`).
    Admitted,
    /// It should not be there, or its type is not known.
    Faulty,
}

impl Skip {
    pub(super) fn text(&mut self, text: &str) {
        if let Some(id) = &mut self.id {
            id.push_str(text);
        }
    }
}

impl Engine<'_> {
    /// Reads over the element whose start tag was read last. Its step of the path has been entered.
    pub(super) fn begin_skip<S: EventSource + ?Sized>(&mut self, reason: Reason, source: &S) {
        self.skip = Some(Skip {
            depth: 0,
            is_faulty: reason == Reason::Faulty,
            id: None,
        });
        self.identities.skip(reason == Reason::Faulty);
        self.start_skipped(source);
    }

    pub(super) fn start_skipped<S: EventSource + ?Sized>(&mut self, source: &S) {
        let start = source.start_element();
        let Some(skip) = &mut self.skip else { return };
        skip.depth += 1;
        skip.id = None;
        if skip.is_faulty {
            self.note_ids(start);
        }
        self.tell_begin(None, None, source);
    }

    /// The IDs of an element that is read over exist.
    fn note_ids(&mut self, start: StartElement<'_>) {
        for attribute in start.attributes() {
            if self.id_names.is_attribute(attribute.name) {
                self.ids.note(attribute.value);
            }
        }
        if self.id_names.is_element(start.local())
            && let Some(skip) = &mut self.skip
        {
            skip.id = Some(String::new());
        }
    }

    /// An element ends. `true`: it was read over.
    pub(super) fn end_skipped<S: EventSource + ?Sized>(&mut self, source: &S) -> bool {
        if self.skip.is_none() {
            return false;
        }
        self.tell_leave(source);
        let Some(skip) = &mut self.skip else { return false };
        if let Some(id) = skip.id.take() {
            self.ids.note(&id);
        }
        skip.depth = skip.depth.saturating_sub(1);
        if skip.depth == 0 {
            self.skip = None;
        }
        self.path.leave();
        true
    }
}
