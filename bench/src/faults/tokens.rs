//! Tags and texts of a document, as far as comparing two documents needs them.

use std::ops::Range;

/// A tag, a comment, an instruction, or a text that is not blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
}

/// The tokens of a well-formed document.
pub fn tokens(document: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut place = 0;
    while place < document.len() {
        let end = end_of_token(document, place);
        if !document[place..end].trim().is_empty() {
            tokens.push(Token { range: place..end });
        }
        place = end;
    }
    tokens
}

fn end_of_token(document: &str, place: usize) -> usize {
    let rest = &document[place..];
    let (end, length) = if rest.starts_with("<!--") {
        (rest.find("-->"), 3)
    } else if rest.starts_with("<![CDATA[") {
        (rest.find("]]>"), 3)
    } else if rest.starts_with("<?") {
        (rest.find("?>"), 2)
    } else if rest.starts_with('<') {
        (end_of_tag(rest), 1)
    } else {
        (rest.find('<'), 0)
    };
    end.map_or(document.len(), |end| place + end + length)
}

fn end_of_tag(tag: &str) -> Option<usize> {
    let mut quote = None;
    tag.bytes().position(|byte| {
        match (quote, byte) {
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            (None, b'>') => return true,
            _ => {}
        }
        false
    })
}

/// The first token of `changed` that `original` does not have at the same place. `None`: the tokens are the same. The order
/// of attributes, the notation of empty elements, comments and instructions do not count.
pub fn first_difference(original: &str, changed: &str) -> Option<Token> {
    let known = pieces(original);
    pieces(changed)
        .into_iter()
        .enumerate()
        .find(|(number, (piece, _))| known.get(*number).is_none_or(|(known, _)| known != piece))
        .map(|(_, (_, token))| token)
}

/// What is compared: the parts of a tag in any order, or a text. An empty element counts as two tags.
fn pieces(document: &str) -> Vec<(Vec<&str>, Token)> {
    let mut pieces = Vec::new();
    for token in tokens(document) {
        let text = &document[token.range.clone()];
        if text.starts_with("<!--") || text.starts_with("<?") {
            continue;
        }
        let Some(tag) = text.strip_prefix('<').and_then(|text| text.strip_suffix('>')) else {
            pieces.push((vec![text], token));
            continue;
        };
        let (tag, is_empty) = match tag.strip_suffix('/') {
            Some(tag) => (tag, true),
            None => (tag, false),
        };
        let mut parts: Vec<&str> = tag.split_ascii_whitespace().collect();
        let name = parts.first().copied();
        parts.sort_unstable();
        pieces.push((parts, token.clone()));
        if is_empty {
            pieces.push((vec!["/"], token));
        } else if let Some((part, _)) = pieces.last_mut()
            && name.is_some_and(|name| name.starts_with('/'))
        {
            *part = vec!["/"];
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_tags_and_texts() {
        let document = "<?x?><a b='>'>\n <c>t</c><!-- < --></a>";
        let found: Vec<_> = tokens(document)
            .into_iter()
            .map(|token| &document[token.range])
            .collect();
        assert_eq!(found, ["<?x?>", "<a b='>'>", "<c>", "t", "</c>", "<!-- < -->", "</a>"]);
    }

    #[test]
    fn the_first_difference_is_found() {
        let [original, changed] = [
            "<?xml version='1.0'?><a x='1' y='2'><b/><c/></a>",
            "<a y='2' x='1'>\n<c></c></a>",
        ];
        let token = first_difference(original, changed).unwrap();
        assert_eq!(&changed[token.range], "<c>");
        assert_eq!(first_difference(original, "<a x='1' y='2'> <b></b> <c/> </a>"), None);
    }
}
