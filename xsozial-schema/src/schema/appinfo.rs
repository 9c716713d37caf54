//! The little that is needed of application information, which the schema keeps as XML text.

/// The first text between two tags of XML text, its references resolved; `None` where there is none.
pub fn first_text(xml: &str) -> Option<String> {
    xml.split('>')
        .filter_map(|piece| piece.split_once('<').map_or(Some(piece), |(text, _)| Some(text)))
        .map(str::trim)
        .find(|text| !text.is_empty())
        .map(resolve_references)
}

/// The text of the first element with this local name.
pub(super) fn text_of(xml: &str, local: &str) -> Option<String> {
    let mut pieces = xml.split('<');
    let piece = pieces.find(|piece| {
        let name = piece
            .split(|end: char| end.is_whitespace() || matches!(end, '>' | '/'))
            .next();
        name.is_some_and(|name| name.rsplit(':').next() == Some(local) && !name.is_empty())
    })?;
    let (tag, text) = piece.split_once('>')?;
    let text = text.trim();
    (!tag.ends_with('/') && !text.is_empty()).then(|| resolve_references(text))
}

fn resolve_references(text: &str) -> String {
    let mut resolved = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        resolved.push_str(before);
        let reference = after.split_once(';');
        if let Some((character, after)) = reference.and_then(|(name, rest)| Some((resolve(name)?, rest))) {
            resolved.push(character);
            rest = after;
        } else {
            resolved.push('&');
            rest = after;
        }
    }
    resolved.push_str(rest);
    resolved
}

fn resolve(name: &str) -> Option<char> {
    match name {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix('x') {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{first_text, text_of};

    #[test]
    fn the_first_text_is_found_and_its_references_resolved() {
        assert_eq!(
            first_text("<a>\n <b>Ja &amp; nein</b><c>x</c></a>").as_deref(),
            Some("Ja & nein")
        );
        assert_eq!(first_text("nur Text").as_deref(), Some("nur Text"));
        assert_eq!(
            first_text("<a>&#228;&#xDF;&unbekannt;</a>").as_deref(),
            Some("äß&unbekannt;")
        );
        assert_eq!(first_text("<a/> <b></b>"), None);
        assert_eq!(first_text(""), None);
    }
    #[test]
    fn the_text_of_an_element_is_found_by_its_local_name() {
        assert_eq!(
            text_of("<x:a/><a/><b>c</b><x:title lang='de'>Ja &amp; nein</x:title>", "title").as_deref(),
            Some("Ja & nein")
        );
        assert_eq!(text_of("<untertitle>x</untertitle><title/>", "title"), None);
        assert_eq!(text_of("", "title"), None);
    }
}
