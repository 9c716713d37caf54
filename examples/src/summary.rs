//! The clerk's screen: each value with its label, codes by their names.
//!
//! **It prints document content, on purpose.** It is what a clerk who may see the application sees. It is no log: nothing of it
//! belongs into a log file, an error message or a support ticket. What may stand there is the report, which holds no content.

use std::fmt;
use xsozial_schema::{codelists::CodelistStore, value::Value};
use xsozial_validate::intake::Field;

/// What a clerk reads of a document, as text: a tree of labels, with the values behind them.
pub struct Summary<'f> {
    fields: Vec<Field<'f>>,
    codelists: &'f CodelistStore,
}

impl<'f> Summary<'f> {
    /// The summary of these fields, in their order.
    pub fn new(fields: impl Iterator<Item = Field<'f>>, codelists: &'f CodelistStore) -> Self {
        Self {
            fields: fields.collect(),
            codelists,
        }
    }

    /// A value as a clerk reads it.
    fn shown(&self, field: Field<'_>) -> String {
        if let Some(characters) = field.binary_characters() {
            return format!("{characters} Zeichen Base64");
        }
        if let Some(meaning) = field.meaning(self.codelists) {
            return meaning;
        }
        let text = field.text().trim();
        match field.value() {
            _ if !field.is_valid() && field.is_expected() => format!("{text} (so nicht vorgesehen)"),
            _ if field.is_code() => format!("{text} (steht in keiner Codeliste, die bereitliegt)"),
            Some(Value::Boolean(is_so)) => yes_or_no(is_so),
            // Shape A of FIM has texts in place of truth values.
            Some(Value::String(text)) if text == "true" || text == "false" => yes_or_no(text == "true"),
            Some(Value::Date(date)) => format!("{:02}.{:02}.{}", date.day(), date.month(), date.year()),
            Some(Value::Decimal(_)) => text.replace('.', ","),
            _ => text.to_owned(),
        }
    }
}

impl fmt::Display for Summary<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut before: Vec<String> = Vec::new();
        // The element of the code that was shown last: its name, if it gives one, has been shown.
        let mut code = None;
        for &field in &self.fields {
            let (mut steps, mut labels) = (steps(&field.path()), field.labels());
            let name = steps.pop().unwrap_or_default();
            if is_about_a_list(&name) || code.as_ref() == Some(&steps) {
                continue;
            }
            code = field.is_code().then(|| steps.clone());
            let mut label = labels.pop().unwrap_or_default();
            if field.is_code() {
                // The code stands for the element around it.
                steps.pop();
                label = labels.pop().unwrap_or_default();
            }
            let known = (before.iter().zip(&steps))
                .take_while(|(one, other)| one == other)
                .count();
            // The root says nothing that the clerk does not know.
            for (depth, heading) in labels.iter().enumerate().take(steps.len()).skip(known.max(1)) {
                writeln!(formatter, "{:1$}{heading}", "", 2 * depth)?;
            }
            let value = self.shown(field);
            writeln!(formatter, "{:1$}{label}: {value}", "", 2 * steps.len())?;
            before = steps;
        }
        Ok(())
    }
}

fn yes_or_no(is_so: bool) -> String {
    if is_so { "ja" } else { "nein" }.to_owned()
}

/// What a document says of code lists is for programs.
fn is_about_a_list(step: &str) -> bool {
    matches!(step, "@listURI" | "@listVersionID")
}

/// The steps of a path as findings have it: `/Q{uri}local[1]/…`. A namespace may hold slashes.
fn steps(path: &str) -> Vec<String> {
    let mut steps = Vec::new();
    let mut is_in_uri = false;
    for character in path.chars() {
        match character {
            '{' => is_in_uri = true,
            '}' => is_in_uri = false,
            '/' if !is_in_uri => {
                steps.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(step) = steps.last_mut() {
            step.push(character);
        }
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::steps;

    #[test]
    fn slashes_in_namespaces_part_no_steps() {
        let found = steps("/Q{http://example.org/a}b[1]/c[2]/@d");
        assert_eq!(found, ["Q{http://example.org/a}b[1]", "c[2]", "@d"]);
        assert!(steps("").is_empty());
    }
}
