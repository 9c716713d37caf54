//! Where a finding is, as people read it.

/// A path without namespaces and without counting where there is one: `antrag › person 2 › name`.
pub(super) fn readable(path: &str) -> String {
    let mut steps = Vec::new();
    let mut rest = path;
    while let Some(start) = rest.strip_prefix('/') {
        // A namespace may hold slashes.
        let name_at = match start.find('}') {
            Some(end) if start.starts_with("Q{") || start.starts_with("@Q{") => end + 1,
            _ => 0,
        };
        let end = start[name_at..].find('/').map_or(start.len(), |end| name_at + end);
        let sign = if start.starts_with('@') && name_at > 0 { "@" } else { "" };
        let (name, count) = match start[name_at..end].split_once('[') {
            Some((name, count)) => (name, count.trim_end_matches(']')),
            None => (&start[name_at..end], "1"),
        };
        let count = if count == "1" {
            String::new()
        } else {
            format!(" {count}")
        };
        steps.push(format!("{sign}{name}{count}"));
        rest = &start[end..];
    }
    steps.join(" › ")
}

#[cfg(test)]
mod tests {
    use super::readable;

    #[test]
    fn paths_are_read_without_namespaces() {
        for (path, text) in [
            (
                "/Q{urn:a}antrag[1]/Q{http://x/y}person[2]/name[1]",
                "antrag › person 2 › name",
            ),
            ("/a[1]/@nummer", "a › @nummer"),
            ("/a[1]/@Q{urn:b/c}nummer", "a › @nummer"),
            ("", ""),
            ("/Q{unbeendet", "Q{unbeendet"),
        ] {
            assert_eq!(readable(path), text);
        }
    }
}
