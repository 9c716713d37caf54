//! Names of documents as references (RFC 3986).

use std::fmt::Write;

/// The name as a reference: a path from the root becomes a `file:` URI, any other stays relative. What has no place in a
/// path is written in per cent.
pub(super) fn of(name: &str) -> String {
    let path = name.replace('\\', "/");
    let path = path.strip_prefix("./").unwrap_or(&path);
    let is_drive = matches!(path.as_bytes(), [letter, b':', b'/', ..] if letter.is_ascii_alphabetic());
    let start = match path {
        _ if is_drive => "file:///",
        path if path.starts_with("//") => "file:",
        path if path.starts_with('/') => "file://",
        _ => "",
    };
    let mut uri = String::from(start);
    for (place, byte) in path.bytes().enumerate() {
        let is_kept = byte.is_ascii_alphanumeric() || b"-._~/!$&'()*+,;=@".contains(&byte);
        if is_kept || (is_drive && place == 1) {
            uri.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn names_become_references() {
        for (name, uri) in [
            ("antrag.xml", "antrag.xml"),
            ("./ein gang/größe.xml", "ein%20gang/gr%C3%B6%C3%9Fe.xml"),
            ("/daten/a.xml", "file:///daten/a.xml"),
            ("C:\\daten\\a#1.xml", "file:///C:/daten/a%231.xml"),
            ("\\\\server\\a.xml", "file://server/a.xml"),
            ("FALL:7?", "FALL%3A7%3F"),
            ("-", "-"),
        ] {
            assert_eq!(of(name), uri);
        }
    }
}
