//! Explanations as text.

use super::{Explanation, Party};
use crate::format::choose;
use std::io::{self, Write};
use xsozial_schema::{Code, Language, Remedy};

/// Lines of running text are at most this many characters long.
const WIDTH: usize = 96;

/// Writes all codes with their titles, one a line: those of findings, then those of errors that keep the work from being
/// done.
pub fn write_list(language: Language, writer: &mut dyn Write) -> io::Result<()> {
    for code in Code::ALL {
        writeln!(writer, "{code}  {}", code.title(language))?;
    }
    for remedy in Remedy::all() {
        writeln!(writer, "{}  {}", remedy.code, remedy.title(language))?;
    }
    Ok(())
}

/// Writes what a code of an error means that keeps the work from being done, and what to do about it.
pub fn write_remedy(remedy: &Remedy, language: Language, writer: &mut dyn Write) -> io::Result<()> {
    writeln!(writer, "{}  {}", remedy.code, remedy.title(language))?;
    writeln!(writer, "\n{}", choose(language, "Was zu tun ist", "What to do"))?;
    for line in wrapped(remedy.help(language)) {
        writeln!(writer, "  {line}")?;
    }
    Ok(())
}

/// Writes an explanation.
pub fn write_explanation(explanation: &Explanation, language: Language, writer: &mut dyn Write) -> io::Result<()> {
    let code = explanation.code;
    writeln!(writer, "{code}  {}", code.title(language))?;
    writeln!(writer, "\n{}", choose(language, "Ursache", "Cause"))?;
    for line in wrapped(explanation.cause.text(language)) {
        writeln!(writer, "  {line}")?;
    }
    for (title, text) in [
        (
            choose(language, "Regel im Schema (Beispiel)", "Rule in the schema (example)"),
            explanation.schema,
        ),
        (choose(language, "Falsch", "Wrong"), Some(explanation.wrong)),
        (choose(language, "Richtig", "Right"), Some(explanation.right)),
    ] {
        if let Some(text) = text {
            writeln!(writer, "\n{title}")?;
            for line in text.lines() {
                writeln!(writer, "  {line}")?;
            }
        }
    }
    let title = choose(language, "Wer behebt es meist", "Who usually mends it");
    writeln!(writer, "\n{title}")?;
    for &party in explanation.mended_by {
        writeln!(writer, "  {}", Party::name(party, language))?;
    }
    Ok(())
}

/// The lines of a text that is broken between words.
fn wrapped(text: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut length = 0;
    for word in text.split_whitespace() {
        let characters = word.chars().count();
        if length > 0 && length + 1 + characters > WIDTH {
            lines.push(String::new());
            length = 0;
        }
        if let Some(line) = lines.last_mut() {
            if length > 0 {
                line.push(' ');
                length += 1;
            }
            line.push_str(word);
            length += characters;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_wrapped_between_words_and_nothing_is_lost() {
        for explanation in Explanation::all() {
            let lines = wrapped(explanation.cause.german);
            assert!(lines.iter().all(|line| line.chars().count() <= WIDTH));
            assert_eq!(lines.join(" "), explanation.cause.german);
        }
        assert_eq!(wrapped(&"ä".repeat(200)).len(), 1);
    }
}
