//! Tokens as text that a person would write.

use crate::Error;
use proc_macro2::TokenStream;

/// The tokens as formatted text, with an empty line before every item that stands on its own.
pub(super) fn pretty(tokens: TokenStream) -> Result<String, Error> {
    let file = syn::parse2(tokens)?;
    Ok(with_empty_lines(&prettyplease::unparse(&file)))
}

/// Puts an empty line between items, and between functions of one `impl`, which the formatter sets solid.
fn with_empty_lines(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len() + text.len() / 32);
    let mut previous = "";
    for line in text.lines() {
        if needs_empty_line(previous, line) {
            spaced.push('\n');
        }
        spaced.push_str(line);
        spaced.push('\n');
        previous = line;
    }
    spaced
}

fn needs_empty_line(previous: &str, line: &str) -> bool {
    let closes = line.trim_start().starts_with(['}', ')', ']']);
    let is_import = |line: &str| line.trim_start().starts_with("use ");
    match indentation(line) {
        _ if closes || line.is_empty() || previous.is_empty() => false,
        0 => previous == "}" || (previous.ends_with(';') && !(is_import(previous) && is_import(line))),
        4 => previous == "    }" || (previous.ends_with(';') && is_import(previous)),
        8 => previous == "        }" && line.trim_start().starts_with("fn "),
        _ => false,
    }
}

fn indentation(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// The text one level further in. Generated code holds no text that spans lines.
pub(super) fn indented(text: &str) -> String {
    text.lines()
        .map(|line| {
            if line.is_empty() {
                "\n".to_owned()
            } else {
                format!("    {line}\n")
            }
        })
        .collect()
}
