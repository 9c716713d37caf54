//! What a delivery is, in words.

use std::fmt::Write;
use xsozial_schema::{
    Language,
    schema::builtin_notice,
    store::{Description, UsedList, XdatenfelderUse},
};

/// So many messages and lists are named where the rest is counted.
const FEW: usize = 12;
/// Columns for the names of rows.
const NAME_WIDTH: usize = 15;

/// How much is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Detail {
    /// The first messages and lists; the others are counted.
    Short,
    /// All of them.
    Full,
}

impl Detail {
    fn most(self) -> usize {
        match self {
            Self::Short => FEW,
            Self::Full => usize::MAX,
        }
    }
}

/// The text in the reader's language.
pub(crate) fn choose<T>(language: Language, german: T, english: T) -> T {
    match language {
        Language::German => german,
        Language::English => english,
    }
}

/// A number of something: the first two words where it is one, German and English, else the other two.
pub(crate) fn counted(number: usize, language: Language, one: (&str, &str), many: (&str, &str)) -> String {
    let (german, english) = if number == 1 { one } else { many };
    format!("{number} {}", choose(language, german, english))
}

/// So many files.
pub(crate) fn files(number: usize, language: Language) -> String {
    counted(number, language, ("Datei", "file"), ("Dateien", "files"))
}

/// So many messages.
pub(crate) fn messages_count(number: usize, language: Language) -> String {
    counted(number, language, ("Nachricht", "message"), ("Nachrichten", "messages"))
}

/// Name, version and full name.
pub(crate) fn installed_heading(description: &Description) -> String {
    match description.name.as_str() {
        "" => description.full_name(),
        name => format!("{name} {} ({})", description.version, description.full_name()),
    }
}

/// A row of a description.
pub(super) fn row(name: &str, text: &str) -> String {
    let padding = NAME_WIDTH.saturating_sub(name.chars().count());
    format!("  {name}:{:padding$}{text}\n", "")
}

fn further_row(text: &str) -> String {
    format!("   {:NAME_WIDTH$}{text}\n", "")
}

/// Licence, schemas, messages and code lists, a row each or several.
pub(crate) fn describe(description: &Description, detail: Detail, language: Language) -> String {
    let words = |german, english| choose(language, german, english);
    let mut text = about(description, detail, language);
    text += &lists(description, detail, language);
    if detail == Detail::Full {
        text += &row(words("Quelle", "Source"), &description.sources.join(", "));
        text += &row(words("Hinzugefügt", "Added"), &description.added);
        text += &row("SHA-256", &description.sha256);
    }
    text
}

/// Licence, schemas and messages.
pub(crate) fn about(description: &Description, detail: Detail, language: Language) -> String {
    let words = |german, english| choose(language, german, english);
    let unknown = words(
        "unbekannt: Die Lieferung nennt keine",
        "unknown: the delivery names none",
    );
    let mut text = row(
        words("Lizenz", "Licence"),
        description.lizenz.as_deref().unwrap_or(unknown),
    );
    text += &row(words("Schemas", "Schemas"), &files(description.documents, language));
    if let Some(xdatenfelder) = &description.xdatenfelder {
        text += &row("XDatenfelder", &how_read(xdatenfelder, language));
    }
    let builtin = description.builtin_documents.iter().map(String::as_str);
    let builtin = builtin_notice(builtin, language);
    text += &builtin.map_or_else(String::new, |it| row(words("Grundlagen", "Base schemas"), &it));
    text += &messages(description, detail, language);
    text
}

/// How XDatenfelder files are read.
fn how_read(xdatenfelder: &XdatenfelderUse, language: Language) -> String {
    let shape = xdatenfelder.shape;
    let mut text = match language {
        Language::German => format!("Form {shape}"),
        Language::English => format!("shape {shape}"),
    };
    if xdatenfelder.any_code {
        text += choose(
            language,
            "; wo eine Codeliste fehlt, ist jeder Code erlaubt (--any-code)",
            "; where a code list is missing, any code is admitted (--any-code)",
        );
    }
    let names: Vec<&str> = xdatenfelder.names.iter().map(|names| names.file.as_str()).collect();
    if !names.is_empty() {
        text += choose(language, "; Namen aus ", "; names from ");
        text += &names.join(", ");
    }
    text
}

fn messages(description: &Description, detail: Detail, language: Language) -> String {
    let mut text = String::new();
    let total = description.messages().count();
    let name = choose(language, "Nachrichten", "Messages");
    let mut namespace = None;
    for (number, (uri, root)) in description.messages().take(detail.most()).enumerate() {
        if number == 0 {
            text += &row(name, &total.to_string());
        }
        if namespace != Some(uri) {
            namespace = Some(uri);
            let none = choose(language, "ohne Namensraum", "without namespace");
            text += &further_row(if uri.is_empty() { none } else { uri });
        }
        text += &further_row(&format!("  {}", root.local));
    }
    if total == 0 {
        let none = choose(
            language,
            "keine: Das Schema erklärt kein Element, das Wurzel eines Dokuments sein kann",
            "none: the schema declares no element that can be the root of a document",
        );
        text += &row(name, none);
    }
    text + &rest(total, detail, language)
}

fn lists(description: &Description, detail: Detail, language: Language) -> String {
    let used = description.used_lists.len();
    let missing: Vec<&UsedList> = description.missing_lists().collect();
    let count = match language {
        Language::German => format!("{used} verwendet, davon {} vorhanden", used - missing.len()),
        Language::English => format!("{used} used, of which {} at hand", used - missing.len()),
    };
    let lacking = counted(missing.len(), language, ("fehlt", "missing"), ("fehlen", "missing"));
    let count = format!("{count}, {lacking}");
    let mut text = row(choose(language, "Codelisten", "Code lists"), &count);
    text += &further_lists(description, language).map_or_else(String::new, |further| further_row(&further));
    for list in missing.iter().take(detail.most()) {
        text += &further_row(&format!(
            "  {} {}",
            choose(language, "fehlt:", "missing:"),
            list_name(list, language)
        ));
    }
    text += &rest(missing.len(), detail, language);
    for broken in &description.broken_lists {
        let what = choose(language, "defekt:", "broken:");
        text += &further_row(&format!("  {what} {} ({})", broken.file, broken.reason));
    }
    if description.has_open_lists {
        text += &further_row(choose(
            language,
            "dazu Codes, deren Liste erst die Nachricht nennt (Code-Typ 4)",
            "and codes whose list the message names (Code type 4)",
        ));
    }
    text
}

/// How many lists came along beside those that are used. Without it a user whose lists are all of Code type 1 would take them
/// for overlooked.
pub(crate) fn further_lists(description: &Description, language: Language) -> Option<String> {
    let count = description.further_lists().count();
    let lists = counted(
        count,
        language,
        ("weitere Liste", "further list"),
        ("weitere Listen", "further lists"),
    );
    let reason = choose(
        language,
        "deren Codes das Schema selbst enthält (Code-Typ 1) oder die es nicht nennt",
        "whose codes the schema holds itself (Code type 1), or which it does not name",
    );
    (count > 0).then(|| format!("{} {lists}, {reason}", choose(language, "dazu", "and")))
}

/// The list with its version, as the XRepository calls it.
pub(crate) fn list_name(list: &UsedList, language: Language) -> String {
    match &list.version {
        Some(version) => format!("{}_{version}", list.uri),
        None => format!(
            "{} ({})",
            list.uri,
            choose(language, "ohne feste Version", "in no particular version")
        ),
    }
}

fn rest(total: usize, detail: Detail, language: Language) -> String {
    let left = total.saturating_sub(detail.most());
    if left == 0 {
        return String::new();
    }
    further_row(&match language {
        Language::German => format!("  … und {left} weitere"),
        Language::English => format!("  … and {left} more"),
    })
}

/// An entry in one line: full name, name, numbers.
pub(super) fn line(description: &Description, language: Language) -> String {
    let mut text = description.full_name();
    if !description.name.is_empty() {
        let _ = write!(text, "  {}", description.name);
    }
    let messages = messages_count(description.messages().count(), language);
    let used = description.used_lists.len();
    let present = used - description.missing_lists().count();
    let lists = counted(used, language, ("Codeliste", "code list"), ("Codelisten", "code lists"));
    let of = choose(language, "von", "of");
    let _ = writeln!(text, "  {messages}, {present} {of} {lists}");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_something_stands_in_the_singular() {
        assert_eq!(files(1, Language::German), "1 Datei");
        assert_eq!(files(0, Language::German), "0 Dateien");
        assert_eq!(messages_count(1, Language::English), "1 message");
        assert_eq!(messages_count(2, Language::English), "2 messages");
    }

    #[test]
    fn the_licence_row_does_not_repeat_its_own_name() {
        let text = about(&Description::default(), Detail::Short, Language::German);
        assert!(text.contains("Lizenz:         unbekannt"), "{text}");
    }
}
