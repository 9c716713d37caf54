//! Xerces, the one inside the JDK, by a small Java program that the JDK compiles as it starts it.

use super::{EntrySchema, Judgement, LIMIT};
use crate::{
    Error,
    doctor::{
        process,
        workplace::{self, Workplace},
    },
};
use std::{path::Path, process::Command};

const PROGRAM: &str = "java";
const SOURCE: &str = include_str!("Xerces.java");

/// What Xerces says of the messages.
pub(super) fn judge(
    schema: &EntrySchema,
    (messages, names): (&Path, &[String]),
    work: &Workplace,
) -> Result<Judgement, Error> {
    let folder = work.folder("xerces")?;
    let (source, list) = (folder.join("Xerces.java"), folder.join("nachrichten.txt"));
    workplace::write(&source, SOURCE)?;
    workplace::write(&list, names.join("\n"))?;
    let mut command = Command::new(PROGRAM);
    command.args(["-Duser.language=en", "-Djdk.xml.maxOccurLimit=0"]);
    command.arg(&source).arg(&schema.schema).arg(&schema.catalog).arg(&list);
    let Some(ended) = process::run(command.current_dir(messages), &folder, LIMIT)? else {
        return Ok(Judgement::Absent);
    };
    if !ended.succeeded() {
        // A machine without the compiler of the JDK has no judge either.
        let has_compiler = !ended.errors.contains("jdk.compiler");
        return Ok(if has_compiler {
            Judgement::Unusable(complaint(&ended.errors))
        } else {
            Judgement::Absent
        });
    }
    let refused = names.iter().zip(ended.output.lines()).filter_map(|(name, line)| {
        let words = line.splitn(5, '\t').last().unwrap_or_default();
        (!line.starts_with("valid\t")).then(|| (name.clone(), words.to_owned()))
    });
    Ok(Judgement::Refused(refused.collect()))
}

/// The message of the exception, without the places in the Java program and on this machine.
fn complaint(said: &str) -> String {
    let mut lines = said.lines();
    let exception = lines.find(|line| line.contains("xception") || line.contains("Error"));
    let line = exception.or(said.lines().next()).unwrap_or("keine Meldung");
    let words = line
        .split_once("columnNumber: ")
        .and_then(|(_, rest)| rest.split_once("; "));
    words.map_or(line, |(_, words)| words).to_owned()
}

#[cfg(test)]
mod tests {
    use super::complaint;

    #[test]
    fn the_words_of_the_exception_are_told() {
        let said = "Warnung\nException in thread \"main\" org.xml.sax.SAXParseException; systemId: file:/a.xsd; lineNumber: 3; \
                    columnNumber: 14; src-resolve: Cannot resolve.\n\tat java.xml/x\n";
        assert_eq!(complaint(said), "src-resolve: Cannot resolve.");
        assert_eq!(
            complaint("java.lang.OutOfMemoryError: Java heap space"),
            "java.lang.OutOfMemoryError: Java heap space"
        );
        assert_eq!(complaint(""), "keine Meldung");
    }
}
