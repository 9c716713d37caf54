//! Where the parts of an element are in the text.

use super::edit::Edit;
use std::ops::Range;

/// Places in an element's bytes.
pub(super) struct Tag {
    /// The name in the start tag, prefix included.
    pub(super) name: Range<usize>,
    /// What stands between the tags; `None` where there is one tag alone.
    content: Option<Range<usize>>,
    /// Behind the last character that belongs to the start tag's attributes: before `>` or `/>`.
    end: usize,
    whole: Range<usize>,
}

impl Tag {
    /// The parts of the well-formed element at this place.
    pub(super) fn read(text: &str, whole: Range<usize>) -> Self {
        let bytes = text.get(whole.clone()).unwrap_or_default().as_bytes();
        let name_length = bytes
            .iter()
            .skip(1)
            .position(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | b'/' | b'>'))
            .unwrap_or(0);
        let close = closing_bracket(bytes);
        let is_single = close > 0 && bytes.get(close - 1) == Some(&b'/');
        let end_tag = bytes.windows(2).rposition(|pair| pair == b"</");
        let content = end_tag
            .filter(|_| !is_single)
            .map(|end| whole.start + close + 1..whole.start + end);
        Self {
            name: whole.start + 1..whole.start + 1 + name_length,
            content,
            end: whole.start + close - usize::from(is_single),
            whole,
        }
    }

    /// Puts an attribute behind the name.
    pub(super) fn add_attribute(&self, attribute: &str) -> Edit {
        Edit::insert(self.name.end, format!(" {attribute}"))
    }

    /// Puts something before the end tag.
    pub(super) fn append(&self, text: &str, addition: &str) -> Edit {
        match &self.content {
            Some(content) => Edit::insert(content.end, addition),
            None => self.open(text, addition),
        }
    }

    /// Replaces all that the element holds.
    pub(super) fn fill(&self, text: &str, filling: &str) -> Edit {
        match &self.content {
            Some(content) => Edit::replace(content.clone(), filling),
            None => self.open(text, filling),
        }
    }

    /// The name in the start tag, and in the end tag where there is one.
    pub(super) fn names(&self) -> impl Iterator<Item = Range<usize>> {
        let length = self.name.len();
        let end_tag = self
            .content
            .as_ref()
            .map(|content| content.end + 2..content.end + 2 + length);
        [self.name.clone()].into_iter().chain(end_tag)
    }

    fn open(&self, text: &str, filling: &str) -> Edit {
        let name = text.get(self.name.clone()).unwrap_or_default();
        Edit::replace(self.end..self.whole.end, format!(">{filling}</{name}>"))
    }
}

/// The place of the `>` that ends the start tag.
fn closing_bracket(bytes: &[u8]) -> usize {
    let mut quote = None;
    for (place, &byte) in bytes.iter().enumerate() {
        match (quote, byte) {
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            (None, b'>') => return place,
            _ => {}
        }
    }
    bytes.len().saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::{super::edit::apply, Tag};

    fn changed(element: &str, change: impl Fn(&Tag) -> super::Edit) -> String {
        let text = format!("<r>{element}</r>");
        let tag = Tag::read(&text, 3..3 + element.len());
        let changed = apply(&text, &[change(&tag)]);
        changed[3..changed.len() - 4].to_owned()
    }

    #[test]
    fn brackets_in_attributes_end_no_tag() {
        let append = |element: &str| changed(element, |tag| tag.append(&format!("<r>{element}</r>"), "x"));
        assert_eq!(append("<a b='>/>' c=\"'>\">t</a>"), "<a b='>/>' c=\"'>\">tx</a>");
        assert_eq!(append("<p:a b='/'/>"), "<p:a b='/'>x</p:a>");
        assert_eq!(append("<a />"), "<a >x</a>");
        assert_eq!(append("<a><a></a></a >"), "<a><a></a>x</a >");
    }

    #[test]
    fn attributes_are_put_behind_the_name() {
        assert_eq!(changed("<a/>", |tag| tag.add_attribute("b=''")), "<a b=''/>");
        assert_eq!(
            changed("<p:a\tc='1'>x</p:a>", |tag| tag.add_attribute("b=''")),
            "<p:a b=''\tc='1'>x</p:a>"
        );
    }

    #[test]
    fn filling_replaces_all() {
        let fill = |element: &str| changed(element, |tag| tag.fill(&format!("<r>{element}</r>"), "x"));
        assert_eq!(fill("<a>1<b/>2</a>"), "<a>x</a>");
        assert_eq!(fill("<a/>"), "<a>x</a>");
    }
}
