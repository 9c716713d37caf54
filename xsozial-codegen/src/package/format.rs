//! Tokens as text that a person would write.

use crate::Error;
use proc_macro2::TokenStream;

/// The tokens as formatted text, with an empty line before every item that stands on its own.
pub(super) fn pretty(tokens: TokenStream) -> Result<String, Error> {
    let file = syn::parse2(tokens)?;
    Ok(prettyplease::unparse(&file))
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
