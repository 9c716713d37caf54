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
        "Lizenz unbekannt: Die Lieferung nennt keine",
        "licence unknown: the delivery names none",
    );
    let mut text = row(
        words("Lizenz", "Licence"),
        description.lizenz.as_deref().unwrap_or(unknown),
    );
    text += &row(
        words("Schemas", "Schemas"),
        &format!("{} {}", description.documents, words("Dateien", "files")),
    );
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
        Language::German => format!(
            "{used} verwendet, davon {} vorhanden, {} fehlen",
            used - missing.len(),
            missing.len()
        ),
        Language::English => format!(
            "{used} used, of which {} at hand, {} missing",
            used - missing.len(),
            missing.len()
        ),
    };
    let mut text = row(choose(language, "Codelisten", "Code lists"), &count);
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
    let messages = description.messages().count();
    let used = description.used_lists.len();
    let present = used - description.missing_lists().count();
    let _ = match language {
        Language::German => writeln!(text, "  {messages} Nachrichten, {present} von {used} Codelisten"),
        Language::English => writeln!(text, "  {messages} messages, {present} of {used} code lists"),
    };
    text
}
