//! The little that the generator needs of application information, which the schema keeps as XML text.

/// The first text between two tags, its references resolved.
pub(crate) fn first_text(xml: &str) -> Option<String> {
    xml.split('>')
        .filter_map(|piece| piece.split_once('<').map_or(Some(piece), |(text, _)| Some(text)))
        .map(str::trim)
        .find(|text| !text.is_empty())
        .map(resolve_references)
}

fn resolve_references(text: &str) -> String {
    let mut resolved = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        resolved.push_str(before);
        let reference = after.split_once(';');
        match reference.and_then(|(name, rest)| Some((resolve(name)?, rest))) {
            Some((character, after)) => {
                resolved.push(character);
                rest = after;
            }
            None => {
                resolved.push('&');
                rest = after;
            }
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
    use super::first_text;

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
}
