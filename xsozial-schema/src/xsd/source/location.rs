//! What a `schemaLocation` or a reference in a catalog says, before anything is looked up.

use std::path::{Component, Path, PathBuf};

/// A location as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Location<'a> {
    /// Relative to the document that holds it.
    Relative(&'a str),
    /// A file of this machine, by absolute path or `file:` URL.
    Local(PathBuf),
    /// Anything that only a network could reach, and names that are no places.
    Remote,
}

impl<'a> Location<'a> {
    /// Sorts out a location. Paths that name another machine (`//host/…`, `\\host\…`) are remote, since opening them
    /// would be a network access.
    pub(super) fn of(location: &'a str) -> Self {
        if location.starts_with("//") || location.starts_with(r"\\") {
            return Self::Remote;
        }
        if let Some((scheme, rest)) = scheme(location) {
            let local = scheme
                .eq_ignore_ascii_case("file")
                .then(|| file_url_path(rest))
                .flatten();
            return local.map_or(Self::Remote, Self::Local);
        }
        let path = Path::new(location);
        if path.is_absolute() || path.has_root() || has_drive(location) {
            return Self::Local(path.to_owned());
        }
        Self::Relative(location)
    }
}

/// The scheme of a URL and what follows its colon. A single letter is a drive, not a scheme.
fn scheme(location: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = location.split_once(':')?;
    let letters = scheme.len() > 1 && scheme.starts_with(|first: char| first.is_ascii_alphabetic());
    let rest_fits = scheme
        .chars()
        .all(|character| character.is_ascii_alphanumeric() || "+-.".contains(character));
    (letters && rest_fits).then_some((scheme, rest))
}

fn has_drive(path: &str) -> bool {
    matches!(path.as_bytes(), [letter, b':', ..] if letter.is_ascii_alphabetic())
}

/// `file:/path`, `file:///path`, `file://localhost/path`; `None` when another host is named.
fn file_url_path(rest: &str) -> Option<PathBuf> {
    let path = match rest.strip_prefix("//") {
        Some(rest) => rest.strip_prefix("localhost").unwrap_or(rest),
        None => rest,
    };
    if !path.starts_with('/') || path.starts_with("//") {
        return None;
    }
    let path = percent_decoded(path);
    // `/C:/…` is how URLs write drives.
    let without_slash = path.get(1..).filter(|path| has_drive(path));
    Some(PathBuf::from(without_slash.unwrap_or(&path)))
}

/// The text with `%20` and the like decoded; unchanged when the result is not UTF-8.
pub(super) fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let digits = (byte == b'%').then(|| text.get(at + 1..at + 3)).flatten();
        if let Some(value) = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            decoded.push(value);
            at += 3;
        } else {
            decoded.push(byte);
            at += 1;
        }
    }
    String::from_utf8(decoded).unwrap_or_else(|_| text.to_owned())
}

/// The spellings under which a relative location may be found: as it is written, percent-decoded, and with the
/// backslashes that some tools write.
pub(super) fn spellings(location: &str) -> Vec<String> {
    let mut spellings = vec![location.to_owned()];
    for other in [percent_decoded(location), percent_decoded(location).replace('\\', "/")] {
        if !spellings.contains(&other) {
            spellings.push(other);
        }
    }
    spellings
}

/// The last segment of a path or URL, without query and fragment, percent-decoded; `None` when it is empty.
pub(super) fn file_name(location: &str) -> Option<String> {
    let path = location.split(['?', '#']).next().unwrap_or_default();
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
    (!name.is_empty()).then(|| percent_decoded(name))
}

/// A relative path with `/` taken from a folder; `.` and `..` are resolved as in URLs, without asking the file system.
pub(super) fn join_folder(folder: &Path, relative: &str) -> PathBuf {
    let mut path = folder.to_owned();
    for segment in relative.split('/') {
        match segment {
            "" | "." => {}
            ".." => {
                path.pop();
            }
            segment => path.push(segment),
        }
    }
    path
}

/// The path of a document inside an archive, or the name of one in memory, that `relative` means in the document `base`;
/// `None` when it leads out.
pub(super) fn join_packed(base: &str, relative: &str) -> Option<String> {
    let mut segments: Vec<&str> = base.split('/').collect();
    segments.pop();
    for segment in relative.split('/') {
        match segment {
            "" | "." => {}
            ".." => {
                segments.pop()?;
            }
            segment => segments.push(segment),
        }
    }
    Some(segments.join("/"))
}

/// The way from a folder to a path, with `/` and `..`; the file name alone when there is none (another drive).
pub(super) fn relative_path(from: &Path, to: &Path) -> String {
    let from: Vec<Component<'_>> = from.components().collect();
    let to: Vec<Component<'_>> = to.components().collect();
    let common = from.iter().zip(&to).take_while(|(left, right)| left == right).count();
    let text = |component: &Component<'_>| component.as_os_str().to_string_lossy().into_owned();
    if common == 0 {
        return to.last().map(text).unwrap_or_default();
    }
    let up = from[common..].iter().map(|_| "..".to_owned());
    let down = to[common..].iter().map(text);
    up.chain(down).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn locations_that_need_a_network_are_remote() {
        for location in [
            "http://example.org/a.xsd",
            "HTTPS://example.org/a.xsd",
            "urn:example:a",
            "//host/share/a.xsd",
            r"\\host\share\a.xsd",
            "file://host/share/a.xsd",
            "file:////host/share/a.xsd",
            "ftp:a.xsd",
        ] {
            assert_eq!(Location::of(location), Location::Remote, "{location}");
        }
    }

    #[test]
    fn files_are_local_and_the_rest_is_relative() {
        let local = |location| match Location::of(location) {
            Location::Local(path) => path,
            other => panic!("{location}: {other:?}"),
        };
        assert_eq!(local("file:///a%20b/c.xsd"), Path::new("/a b/c.xsd"));
        assert_eq!(local("file:/a/c.xsd"), Path::new("/a/c.xsd"));
        assert_eq!(local("file://localhost/a/c.xsd"), Path::new("/a/c.xsd"));
        assert_eq!(local("file:///C:/a/c.xsd"), Path::new("C:/a/c.xsd"));
        assert_eq!(local("/a/c.xsd"), Path::new("/a/c.xsd"));
        for location in ["a.xsd", "../a.xsd", "./b/a.xsd", "", "a b:c.xsd"] {
            assert_eq!(Location::of(location), Location::Relative(location));
        }
    }

    #[test]
    fn file_names_of_urls_and_paths() {
        assert_eq!(
            file_name("http://example.org/x/a.xsd?v=1#top").as_deref(),
            Some("a.xsd")
        );
        assert_eq!(file_name(r"..\b%C3%BC.xsd").as_deref(), Some("bü.xsd"));
        assert_eq!(file_name("http://example.org/x/"), None);
    }

    #[test]
    fn paths_inside_archives_do_not_lead_out() {
        assert_eq!(join_packed("x/y/a.xsd", "../b.xsd").as_deref(), Some("x/b.xsd"));
        assert_eq!(join_packed("a.xsd", "./b.xsd").as_deref(), Some("b.xsd"));
        assert_eq!(join_packed("a.xsd", "../b.xsd"), None);
        assert_eq!(
            join_packed("http://example.org/x/a.xsd", "b.xsd").as_deref(),
            Some("http://example.org/x/b.xsd")
        );
    }

    #[test]
    fn relative_paths_go_up_and_down() {
        assert_eq!(relative_path(Path::new("/a/b"), Path::new("/a/b/c/d.xsd")), "c/d.xsd");
        assert_eq!(relative_path(Path::new("/a/b"), Path::new("/a/x/d.xsd")), "../x/d.xsd");
    }

    proptest! {
        #[test]
        fn any_location_is_survived(location in "\\PC{0,40}") {
            let _ = (Location::of(&location), file_name(&location), spellings(&location));
            prop_assert!(!join_packed("a/b.xsd", &location).is_some_and(|path| path.split('/').any(|part| part == "..")));
        }
    }
}
