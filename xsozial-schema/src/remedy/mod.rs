//! What to do when the work itself could not be done: for every code of such an error a title and a help, in German and
//! English.
//!
//! Codes of findings are in [`crate::code`]; here are those of errors, of all crates of the family, so that one
//! `explain` knows them all. `XL`: loading schemas, `XM`: making the compiled schema, `XK`: loading code lists,
//! `XI`: installed deliveries, `XN`: the network, `XA`: the call of a command.

mod calls;
mod codelists;
mod components;
mod installed;
mod loading;
mod network;
mod xdatenfelder;

use crate::code::{Code, Language};

/// What an error of this code means, and what to do about it.
///
/// ```
/// use xsozial_schema::{Remedy, Language};
///
/// let remedy = Remedy::of("XM0103").ok_or("every code has one")?;
/// assert_eq!(remedy.title(Language::German), "Ein Bestandteil ist zweimal und verschieden deklariert");
/// # Ok::<(), &str>(())
/// ```
#[derive(Debug, PartialEq, Eq)]
pub struct Remedy {
    /// The code, such as `XL0003`.
    pub code: &'static str,
    title: [&'static str; 2],
    help: [&'static str; 2],
}

impl Remedy {
    /// The remedy for this code.
    pub fn of(code: &str) -> Option<&'static Self> {
        Self::all().find(|remedy| remedy.code == code)
    }

    /// The remedy for all codes, in the order of the codes within each group.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        [
            calls::CALLS,
            installed::INSTALLED,
            codelists::CODELISTS,
            loading::LOADING,
            xdatenfelder::XDATENFELDER,
            components::COMPONENTS,
            network::NETWORK,
        ]
        .into_iter()
        .flatten()
    }

    /// What has happened, without a period at the end.
    pub const fn title(&self, language: Language) -> &'static str {
        of_language(self.title, language)
    }

    /// What to do about it, in whole sentences.
    pub const fn help(&self, language: Language) -> &'static str {
        of_language(self.help, language)
    }
}

const fn of_language([german, english]: [&'static str; 2], language: Language) -> &'static str {
    match language {
        Language::German => german,
        Language::English => english,
    }
}

/// A row of the tables: the code, then title and help, each in German and in English.
const fn remedy(code: &'static str, title: [&'static str; 2], help: [&'static str; 2]) -> Remedy {
    Remedy { code, title, help }
}

/// An error with its code, as a command line tells it to its user: in English what the error says; in German the title,
/// what the error says (in English, for whoever mends it), and the help. The error's text may begin with the code.
///
/// ```
/// use xsozial_schema::{Language, told};
///
/// let error = "a.xsd:7: element b is declared in none of the schema documents";
/// assert_eq!(told("XM0102", error, Language::English), format!("XM0102 {error}"));
/// assert!(told("XM0102", error, Language::German).contains("Hilfe: "));
/// ```
pub fn told(code: &str, error: &str, language: Language) -> String {
    let error = error.strip_prefix(code).unwrap_or(error).trim_start();
    let remedy = Remedy::of(code);
    let title = match remedy {
        Some(remedy) => Some(remedy.title(language)),
        // Some findings keep the work from being done, too.
        None => Code::from_text(code).map(|code| code.title(language)),
    };
    let (Language::German, Some(title)) = (language, title) else {
        return format!("{code} {error}");
    };
    let help = remedy.map_or_else(String::new, |remedy| format!("\n    Hilfe: {}", remedy.help(language)));
    format!("{code} {title}\n    Einzelheiten (englisch): {error}{help}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_row_says_something_in_both_languages_and_no_code_stands_twice() {
        let mut seen = HashSet::new();
        for remedy in Remedy::all() {
            assert!(seen.insert(remedy.code), "{} stands twice", remedy.code);
            for language in [Language::German, Language::English] {
                let title = remedy.title(language);
                assert!(!title.is_empty() && !title.ends_with('.'), "{}: {title}", remedy.code);
                assert!(remedy.help(language).ends_with(['.', '!']), "{}", remedy.code);
            }
        }
    }

    #[test]
    fn german_output_tells_what_happened_in_german_first() {
        let told = told("XM0103", "type a …", Language::German);
        assert!(told.starts_with("XM0103 Ein Bestandteil"), "{told}");
        assert!(super::told("XP0101", "b", Language::German).len() > "XP0101 b".len());
        assert_eq!(super::told("XX9999", "b", Language::German), "XX9999 b");
        assert_eq!(super::told("XM0103", "XM0103 b", Language::English), "XM0103 b");
    }
}
