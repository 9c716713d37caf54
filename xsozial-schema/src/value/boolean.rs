//! `xs:boolean` (part 2, section 3.2.2) is Rust's `bool`.

/// Reads `true`, `false`, `1` or `0`.
pub fn parse_boolean(text: &str) -> Option<bool> {
    match text {
        "true" | "1" => Some(true),
        "false" | "0" => Some(false),
        _ => None,
    }
}

/// The canonical form.
pub const fn boolean_text(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}
