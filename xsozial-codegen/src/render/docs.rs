//! Documentation of the schema as rustdoc.

use crate::model::Docs;
use proc_macro2::TokenStream;
use quote::quote;

/// The documentation as attributes; one for each line, so that it is printed as `///`.
pub(super) fn attributes(docs: &Docs) -> TokenStream {
    let lines = lines(docs).into_iter().map(|line| {
        let line = if line.is_empty() { line } else { format!(" {line}") };
        quote!(#[doc = #line])
    });
    quote!(#(#lines)*)
}

/// The documentation as lines of Markdown: paragraphs of the schema, the generator's remark, the XML name.
fn lines(docs: &Docs) -> Vec<String> {
    let mut paragraphs: Vec<Vec<String>> = docs.documentation.iter().flat_map(|text| paragraphs(text)).collect();
    paragraphs.extend(docs.remark.iter().map(|remark| vec![remark.clone()]));
    let origin = origin(docs);
    if !origin.is_empty() {
        paragraphs.push(vec![origin]);
    }
    paragraphs.join(&String::new())
}

fn origin(docs: &Docs) -> String {
    let mut parts = Vec::new();
    parts.extend(docs.xml_name.as_ref().map(|name| format!("XML: {}", code(name))));
    parts.extend(docs.type_name.as_ref().map(|name| format!("Datentyp: {}", code(name))));
    parts.extend(docs.default.as_ref().map(|value| format!("Vorgabe: {}", code(value))));
    parts.join(" · ")
}

/// The paragraphs of a text. Lines of one paragraph are joined, for schema documents are indented and wrapped at will;
/// items of lists keep a line of their own.
fn paragraphs(text: &str) -> Vec<Vec<String>> {
    let mut paragraphs = Vec::new();
    let mut paragraph: Vec<String> = Vec::new();
    for line in text.lines().map(str::trim) {
        if line.is_empty() {
            paragraphs.push(std::mem::take(&mut paragraph));
        } else {
            match paragraph.last_mut() {
                Some(last) if !is_list_item(line) => {
                    last.push(' ');
                    last.push_str(&escape(line));
                }
                _ => paragraph.push(escape(line)),
            }
        }
    }
    paragraphs.push(paragraph);
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}

fn is_list_item(line: &str) -> bool {
    let number = line.trim_start_matches(|character: char| character.is_ascii_digit());
    let is_numbered = number.len() < line.len() && (number.starts_with(". ") || number.starts_with(") "));
    is_numbered || ["- ", "* ", "+ ", "• "].iter().any(|mark| line.starts_with(mark))
}

/// A line that Markdown shows as it is: signs with a meaning are escaped, addresses become links.
pub(super) fn escape(line: &str) -> String {
    let mut escaped = String::with_capacity(line.len() + 8);
    // At the start of a line these begin headings, quotations, rules and tables; before a space `-` and `*` begin items.
    let opens_block = |first: char| match first {
        '#' | '=' | '>' | '|' => true,
        '-' | '+' => !is_list_item(line),
        _ => false,
    };
    if line.starts_with(opens_block) {
        escaped.push('\\');
    }
    let body = line.strip_prefix("* ");
    if body.is_some() {
        escaped.push_str("* ");
    }
    for (index, word) in body.unwrap_or(line).split(' ').enumerate() {
        if index > 0 {
            escaped.push(' ');
        }
        push_word(word, &mut escaped);
    }
    escaped
}

fn push_word(word: &str, escaped: &mut String) {
    let Some(start) = word.find("http://").or_else(|| word.find("https://")) else {
        push_escaped(word, escaped);
        return;
    };
    let (before, address) = word.split_at(start);
    let is_part = |character: char| character.is_ascii_alphanumeric() || "-._~:/?#@!$&'*+,;=%".contains(character);
    let end = address.find(|character| !is_part(character)).unwrap_or(address.len());
    let bare = address[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'']);
    push_escaped(before, escaped);
    escaped.push('<');
    escaped.push_str(bare);
    escaped.push('>');
    push_escaped(&address[bare.len()..], escaped);
}

fn push_escaped(text: &str, escaped: &mut String) {
    for character in text.chars() {
        match character {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '~' | '&' | '|' | '$' => {
                escaped.push('\\');
                escaped.push(character);
            }
            _ if is_invisible(character) => escaped.push(' '),
            _ => escaped.push(character),
        }
    }
}

/// Control characters, and the marks of writing direction that rustc refuses in comments.
fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// A text as code, fenced by more backticks than it holds.
pub(super) fn code(text: &str) -> String {
    let text: String = text
        .chars()
        .map(|character| if is_invisible(character) { ' ' } else { character })
        .collect();
    if text.trim().is_empty() {
        return "der leere Wert".to_owned();
    }
    let longest = text
        .split(|character| character != '`')
        .map(str::len)
        .max()
        .unwrap_or_default();
    if longest == 0 {
        return format!("`{text}`");
    }
    let fence = "`".repeat(longest + 1);
    format!("{fence} {text} {fence}")
}

#[cfg(test)]
mod tests {
    use super::{code, lines};
    use crate::model::Docs;

    fn documented(text: &str) -> Vec<String> {
        lines(&Docs {
            documentation: vec![text.to_owned()],
            xml_name: Some("a:b".to_owned()),
            ..Docs::default()
        })
    }

    #[test]
    fn paragraphs_stay_and_wrapped_lines_are_joined() {
        assert_eq!(
            documented("  Eins\n      zwei\n\n\n   drei  "),
            ["Eins zwei", "", "drei", "", "XML: `a:b`"]
        );
        assert_eq!(documented(" \n "), ["XML: `a:b`"]);
    }

    #[test]
    fn lists_keep_their_lines() {
        assert_eq!(
            documented("Werte:\n- ja\n- nein\n 1. eins")[..4],
            ["Werte:", "- ja", "- nein", "1. eins"]
        );
    }

    #[test]
    fn markdown_and_html_are_escaped() {
        assert_eq!(
            documented("Liste[0] <b> `x` a_b & *c*")[0],
            "Liste\\[0\\] \\<b\\> \\`x\\` a\\_b \\& \\*c\\*"
        );
        assert_eq!(documented("# kein Titel")[0], "\\# kein Titel");
        assert_eq!(documented("--- keine Linie")[0], "\\--- keine Linie");
        assert_eq!(documented("a\u{202E}b")[0], "a b");
    }

    #[test]
    fn addresses_become_links() {
        assert_eq!(
            documented("Siehe (https://example.org/a_b?c=1).")[0],
            "Siehe (<https://example.org/a_b?c=1>)."
        );
    }

    #[test]
    fn code_is_fenced_by_more_backticks_than_it_holds() {
        assert_eq!(code("a"), "`a`");
        assert_eq!(code("a``b"), "``` a``b ```");
        assert_eq!(code(""), "der leere Wert");
    }
}
