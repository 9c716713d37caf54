//! Changes to the text of a document. What they do not name stays as it is, byte for byte.

use std::ops::Range;

/// One change.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Edit {
    /// The bytes that go; empty where something is only put in.
    pub(super) range: Range<usize>,
    /// What comes in their place.
    pub(super) text: String,
}

impl Edit {
    pub(super) fn insert(place: usize, text: impl Into<String>) -> Self {
        Self::replace(place..place, text)
    }

    pub(super) fn replace(range: Range<usize>, text: impl Into<String>) -> Self {
        Self {
            range,
            text: text.into(),
        }
    }

    pub(super) fn remove(range: Range<usize>) -> Self {
        Self::replace(range, "")
    }
}

/// The text with these changes, none of which may overlap another; those at one place are made in their order.
pub(super) fn apply(text: &str, edits: &[Edit]) -> String {
    let mut order: Vec<&Edit> = edits.iter().collect();
    order.sort_by_key(|edit| (edit.range.start, edit.range.end));
    let mut changed = String::with_capacity(text.len() + edits.iter().map(|edit| edit.text.len()).sum::<usize>());
    let mut place = 0;
    for edit in order {
        changed.push_str(text.get(place..edit.range.start).unwrap_or_default());
        changed.push_str(&edit.text);
        place = edit.range.end;
    }
    changed.push_str(text.get(place..).unwrap_or_default());
    changed
}

/// A value as the text of an element or attribute may write it.
pub(super) fn escaped(value: &str) -> String {
    let mut escaped = String::with_capacity(value.len());
    for character in value.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&apos;"),
            '\t' => escaped.push_str("&#9;"),
            '\n' => escaped.push_str("&#10;"),
            '\r' => escaped.push_str("&#13;"),
            _ => escaped.push(character),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn changes_are_made_in_the_order_of_the_text() {
        let edits = [
            Edit::replace(4..5, "E"),
            Edit::insert(0, "<"),
            Edit::remove(1..3),
            Edit::insert(4, "-"),
        ];
        assert_eq!(apply("abcdef", &edits), "<ad-Ef");
    }

    proptest! {
        #[test]
        fn what_is_not_named_stays(text in "[a-zäöü]{0,20}", put in "[A-Z]{0,5}", at in 0_usize..21) {
            let place = text.char_indices().map(|(place, _)| place).nth(at).unwrap_or(text.len());
            let changed = apply(&text, &[Edit::insert(place, put.clone())]);
            prop_assert_eq!(format!("{}{put}{}", &text[..place], &text[place..]), changed);
        }

        #[test]
        fn escaped_values_are_read_as_they_were(value in "[ -~äß\\t\\n\\r]{0,20}") {
            let document = format!("<a b=\"{}\">{}</a>", escaped(&value), escaped(&value));
            let tree = roxmltree::Document::parse(&document).unwrap();
            prop_assert_eq!(tree.root_element().attribute("b"), Some(value.as_str()));
            prop_assert_eq!(tree.root_element().text().unwrap_or_default(), value.as_str());
        }
    }
}
