//! Changes of a document and their combination.

use std::ops::Range;

/// One change of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What is replaced, in bytes of the original.
    pub replaced: Range<usize>,
    /// By what.
    pub by: String,
}

impl Change {
    /// The smallest change that leads from one text to the other; `None` if they are equal.
    pub fn between(original: &str, changed: &str) -> Option<Self> {
        if original == changed {
            return None;
        }
        let mut start = common(original.bytes(), changed.bytes());
        while !original.is_char_boundary(start) || !changed.is_char_boundary(start) {
            start -= 1;
        }
        start = tag_start(original, start);
        let mut end = common(original[start..].bytes().rev(), changed[start..].bytes().rev());
        while !original.is_char_boundary(original.len() - end) || !changed.is_char_boundary(changed.len() - end) {
            end -= 1;
        }
        Some(Self {
            replaced: start..original.len() - end,
            by: changed[start..changed.len() - end].to_owned(),
        })
    }
}

/// Texts that differ within a tag's name differ from the tag on.
fn tag_start(text: &str, place: usize) -> usize {
    match text[..place].rfind(['<', '>', ' ']) {
        Some(found) if text[found..].starts_with('<') => found,
        _ => place,
    }
}

fn common(left: impl Iterator<Item = u8>, right: impl Iterator<Item = u8>) -> usize {
    left.zip(right).take_while(|(left, right)| left == right).count()
}

/// A document with several changes.
#[derive(Clone, Debug)]
pub struct Combined {
    /// The document.
    pub text: String,
    /// For each change where it stands in the document.
    pub places: Vec<Range<usize>>,
    /// What each of them replaced in the original.
    replaced: Vec<Range<usize>>,
}

impl Combined {
    /// Where a place of the document that has only the change of this number is in the one that has all.
    pub fn locate(&self, number: usize, place: usize) -> usize {
        let (own, replaced) = (&self.places[number], &self.replaced[number]);
        let length = own.len();
        if place >= replaced.start && place < replaced.start + length {
            return own.start + (place - replaced.start);
        }
        let original = if place < replaced.start {
            place
        } else {
            place - length + replaced.len()
        };
        let mut moved = original;
        for (place, replaced) in self.places.iter().zip(&self.replaced) {
            if replaced.end <= original {
                moved = moved + place.len() - replaced.len();
            }
        }
        moved
    }
}

/// Makes several changes in one document. `None` if the places that they replace, widened by the tags around them, meet.
pub fn combine(original: &str, changes: &[&Change]) -> Option<Combined> {
    let mut ordered: Vec<(usize, &Change)> = changes.iter().copied().enumerate().collect();
    ordered.sort_by_key(|(_, change)| change.replaced.start);
    let mut combined = Combined {
        text: String::new(),
        places: vec![0..0; changes.len()],
        replaced: changes.iter().map(|change| change.replaced.clone()).collect(),
    };
    let mut done = 0;
    let mut barrier = 0;
    for (number, change) in ordered {
        if widened(original, change).start < barrier {
            return None;
        }
        combined.text.push_str(&original[done..change.replaced.start]);
        let start = combined.text.len();
        combined.text.push_str(&change.by);
        combined.places[number] = start..combined.text.len();
        done = change.replaced.end;
        barrier = widened(original, change).end;
    }
    combined.text.push_str(&original[done..]);
    Some(combined)
}

/// What a change replaces, with the tags before and behind it: changes that share a tag are not independent.
fn widened(original: &str, change: &Change) -> Range<usize> {
    let start = original[..change.replaced.start].rfind('<').unwrap_or(0);
    let end = original[change.replaced.end..]
        .find('>')
        .map_or(original.len(), |end| change.replaced.end + end + 1);
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_that_lie_apart_are_combined() {
        let original = "<a><b>1</b><c>2</c><d>3</d></a>";
        let one = Change::between(original, "<a><b>x</b><c>2</c><d>3</d></a>").unwrap();
        let other = Change::between(original, "<a><b>1</b><c>2</c></a>").unwrap();
        let combined = combine(original, &[&other, &one]).unwrap();
        assert_eq!(combined.text, "<a><b>x</b><c>2</c></a>");
        assert_eq!(&combined.text[combined.places[1].clone()], "x");
        // `</a>` of the second document, and the `x`.
        assert_eq!(combined.locate(1, 27), combined.text.len() - 4);
        assert_eq!(&combined.text[combined.locate(1, 6)..][..1], "x");
        assert_eq!(combined.locate(0, 6), combined.locate(1, 6));
        let near = Change::between(original, "<a><c>2</c><d>3</d></a>").unwrap();
        assert!(combine(original, &[&near, &one]).is_none());
        assert_eq!(Change::between(original, original), None);
    }
}
