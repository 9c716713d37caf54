//! Differences in words.

use super::{Change, ChangeKind};
use crate::Language;

/// The difference in a sentence.
pub(super) fn message(change: &Change, language: Language) -> String {
    let title = change.kind.title(language);
    let mut text = title.to_owned();
    if !change.place.is_empty() {
        text = format!("{text}: {}", change.place);
    }
    match change.kind {
        ChangeKind::Added | ChangeKind::Removed => text,
        ChangeKind::Renamed => format!("{text}: {} → {}", change.before, change.after),
        ChangeKind::Tightened | ChangeKind::Loosened | ChangeKind::Changed => {
            let none = match language {
                Language::German => "(nichts)",
                Language::English => "(nothing)",
            };
            let shown = |value: &str| {
                if value.is_empty() {
                    none.to_owned()
                } else {
                    value.to_owned()
                }
            };
            let separator = if change.place.is_empty() { ":" } else { "," };
            format!(
                "{text}{separator} {}: {} → {}",
                change.rule,
                shown(&change.before),
                shown(&change.after)
            )
        }
    }
}
