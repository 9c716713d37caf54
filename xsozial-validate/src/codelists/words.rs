//! What is said of codes and lists, without what stands in the document alone.

use super::{
    check::CodelistCheck,
    code_type::CodeType,
    gaps::{Gap, GapKind},
    observer::OpenCode,
};
use crate::{Rule, RuleKind, engine::Remark};
use std::ops::Range;
use xsozial_schema::{
    Code, Fault, Language, Schema, Severity,
    codelists::{StoreProblem, StoreProblemKind, StoredList, compare_versions},
    fault::TextShape,
    genericode::DefectKind,
};

/// Most versions that are listed.
const MOST_VERSIONS: usize = 8;

/// A remark on a code of this type.
fn remark(schema: &Schema, code_type: &CodeType, severity: Severity, code: Code, words: [String; 2]) -> Remark {
    let complex_type = schema.complex_type(code_type.id);
    let source = schema.describe_source(complex_type.source);
    let documentation = complex_type.annotation.documentation.join("\n");
    let [german, english] = words;
    Remark {
        severity,
        fault: Fault::worded(code, german, english),
        rule: (!source.is_empty()).then(|| Rule {
            kind: RuleKind::of(code),
            source,
        }),
        help: (!documentation.is_empty()).then_some(documentation),
    }
}

/// In both languages.
fn both(words: impl Fn(Language) -> String) -> [String; 2] {
    [Language::German, Language::English].map(words)
}

/// `„Ampel“ (urn:beispiel:ampel)`.
fn list_name(name: &str, uri: &str, language: Language) -> String {
    match (name.is_empty(), language) {
        (true, _) => uri.to_owned(),
        (false, Language::German) => format!("„{name}“ ({uri})"),
        (false, Language::English) => format!("“{name}” ({uri})"),
    }
}

/// The name of a list at hand: as the schema calls it, or as it calls itself.
fn stored_name(schema: &Schema, code_type: &CodeType, stored: &StoredList, language: Language) -> String {
    let binding = code_type.binding(schema).filter(|binding| binding.list_uri.is_some());
    let identification = &stored.list.identification;
    let names = [
        binding.map_or("", |binding| &binding.name),
        &identification.long_name,
        &identification.short_name,
    ];
    let name = names.into_iter().find(|name| !name.is_empty()).unwrap_or_default();
    list_name(name, stored.uri(), language)
}

/// The versions of these lists, each once.
fn versions(check: &CodelistCheck, lists: Range<usize>) -> Vec<&str> {
    let mut versions: Vec<&str> = lists.map(|list| check.list(list).version()).collect();
    versions.dedup();
    versions
}

/// `1, 2, 3`, of many the newest alone.
fn listed(versions: &[&str]) -> String {
    match versions.len().checked_sub(MOST_VERSIONS) {
        Some(older) if older > 0 => format!("… {}", versions[older..].join(", ")),
        _ => versions.join(", "),
    }
}

/// `„Ampel“ (urn:beispiel:ampel), Version 2`, of the list that the current code is looked for in.
fn subject(check: &CodelistCheck, schema: &Schema, open: &OpenCode<'_>) -> [String; 2] {
    let stored = check.list(open.lists.start);
    both(|language| {
        let name = stored_name(schema, open.code_type, stored, language);
        format!("{name}, Version {}", stored.version())
    })
}

/// Joins the parts of what is said.
fn joined(parts: impl IntoIterator<Item = [String; 2]>) -> [String; 2] {
    let (german, english): (Vec<_>, Vec<_>) = parts
        .into_iter()
        .map(|[german, english]| (german, english))
        .filter(|(german, _)| !german.is_empty())
        .unzip();
    [german.join("; "), english.join("; ")]
}

/// The code is in none of the lists that it is looked for in; other versions may have it.
#[cold]
pub(super) fn unknown_code(check: &CodelistCheck, schema: &Schema, open: &OpenCode<'_>, code: &str) -> Remark {
    let stored = check.list(open.lists.start);
    let with_code = versions_with(check, open, code);
    let is_older = |version: &&&str| compare_versions(version, stored.version()).is_lt();
    let older = with_code.iter().rfind(is_older);
    let newer = with_code.iter().find(|version| !is_older(version));
    let (found, other) = match (older, newer) {
        (None, None) => (Code::CodeUnknown, [String::new(), String::new()]),
        (Some(last), None) => (
            Code::CodeWithdrawn,
            [
                format!("zuletzt vorhanden in Version {last}"),
                format!("last there in version {last}"),
            ],
        ),
        (None, Some(first)) => (
            Code::CodeNotYet,
            [
                format!("vorhanden erst ab Version {first}"),
                format!("there from version {first} on"),
            ],
        ),
        (Some(_), Some(_)) => {
            let versions = listed(&with_code);
            (
                Code::CodeUnknown,
                [
                    format!("vorhanden nur in den Versionen {versions}"),
                    format!("there only in the versions {versions}"),
                ],
            )
        }
    };
    let shape = TextShape::of(code);
    let words = joined([
        subject(check, schema, open),
        other,
        both(|language| shape.describe(language)),
    ]);
    remark(schema, open.code_type, Severity::Error, found, words)
}

/// The other versions at hand that have the code, the oldest first.
fn versions_with<'c>(check: &'c CodelistCheck, open: &OpenCode<'_>, code: &str) -> Vec<&'c str> {
    let all = check.store.range(check.list(open.lists.start).uri());
    let has_code = |list: &usize| {
        let column = open.code_type.columns[*list].code;
        column.is_some_and(|column| check.list(*list).list.find(column, code).is_some())
    };
    let mut versions: Vec<&str> = all.filter(has_code).map(|list| check.list(list).version()).collect();
    versions.dedup();
    versions
}

/// The name is not what the list says of the code.
#[cold]
pub(super) fn other_name(
    check: &CodelistCheck,
    schema: &Schema,
    open: &OpenCode<'_>,
    list: usize,
    name: &str,
) -> Remark {
    let column = open.code_type.columns[list]
        .name
        .and_then(|column| check.list(list).list.columns.get(column))
        .map_or("", |column| column.id.as_str());
    let shape = TextShape::of(name);
    let words = joined([
        subject(check, schema, open),
        [format!("Spalte {column}"), format!("column {column}")],
        both(|language| shape.describe(language)),
    ]);
    remark(schema, open.code_type, Severity::Warning, Code::CodeNameDiffers, words)
}

/// What is wrong with the lists that the current code is looked for in.
#[cold]
pub(super) fn defects(check: &CodelistCheck, schema: &Schema, open: &OpenCode<'_>) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let mut add = |severity, what: [String; 2]| {
        let words = joined([subject(check, schema, open), what]);
        remarks.push(remark(schema, open.code_type, severity, Code::ListDefective, words));
    };
    let lists = || open.lists.clone().map(|list| (list, check.list(list)));
    if open.lists.len() > 1 {
        let paths: Vec<&str> = lists().map(|(_, stored)| stored.path.as_str()).collect();
        let paths = paths.join(", ");
        add(
            Severity::Warning,
            [
                format!("mehrere Dateien enthalten sie mit verschiedenem Inhalt: {paths}"),
                format!("several files hold it with different content: {paths}"),
            ],
        );
    }
    for (list, stored) in lists() {
        if open.code_type.columns[list].code.is_none() {
            let column = (open.code_type.binding(schema)).map_or("", |binding| binding.code_column.as_str());
            add(
                Severity::Warning,
                [
                    format!(
                        "{}: Die Spalte {column}, die das Schema nennt, fehlt; Codes wurden nicht geprüft",
                        stored.path
                    ),
                    format!(
                        "{}: the column {column} that the schema names is missing; codes were not checked",
                        stored.path
                    ),
                ],
            );
        }
        if let Some(first) = stored.list.defects.first() {
            let (path, line, count) = (&stored.path, first.line, stored.list.defects.len());
            add(
                Severity::Info,
                match count {
                    1 => [
                        format!("{path}, Zeile {line}: {}", defect(&first.kind)),
                        format!("{path}, {first}"),
                    ],
                    count => [
                        format!(
                            "{path}: {count} Mängel, der erste in Zeile {line}: {}",
                            defect(&first.kind)
                        ),
                        format!("{path}: {count} defects, the first in {first}"),
                    ],
                },
            );
        }
    }
    remarks
}

/// A defect in German.
fn defect(kind: &DefectKind) -> String {
    match kind {
        DefectKind::DuplicateKey { key, first_line } => {
            format!("der Schlüssel {key} steht schon in Zeile {first_line}")
        }
        DefectKind::IncompleteKey { key } => format!("der Schlüssel {key} ist leer"),
        DefectKind::ValueMissing { column } => format!("die Pflichtspalte {column} ist leer"),
        DefectKind::ValueTwice { column } => format!("die Spalte {column} hat zwei Werte"),
        DefectKind::ColumnUnknown { column } => format!("die Spalte {column} ist nicht definiert"),
        DefectKind::ValueSurplus => "mehr Werte als Spalten".to_owned(),
        DefectKind::ValueComplex => "ein ComplexValue wird nicht gelesen".to_owned(),
        DefectKind::NoRows => "keine Zeilen".to_owned(),
        other => format!("{other:?}"),
    }
}

/// A list or version is not at hand.
#[cold]
pub(super) fn gap(check: &CodelistCheck, schema: &Schema, gap: &Gap<'_>) -> Remark {
    let code_type = gap.code_type;
    let (code, what) = match &gap.kind {
        GapKind::List => (Code::ListMissing, missing_list(check, schema, gap)),
        GapKind::Version(at_hand) => (
            Code::ListVersionMissing,
            missing_version(check, schema, gap, at_hand.clone()),
        ),
        GapKind::Others => (
            Code::ListMissing,
            [
                "weitere Codelisten und Versionen, die nur das Dokument nennt".to_owned(),
                "more lists and versions that the document alone names".to_owned(),
            ],
        ),
    };
    let uses = match gap.uses {
        1 => [
            "1 Code wurde nicht geprüft".to_owned(),
            "1 code was not checked".to_owned(),
        ],
        uses => [
            format!("{uses} Codes wurden nicht geprüft"),
            format!("{uses} codes were not checked"),
        ],
    };
    remark(schema, code_type, check.severity_of_gaps(), code, joined([what, uses]))
}

fn missing_list(check: &CodelistCheck, schema: &Schema, gap: &Gap<'_>) -> [String; 2] {
    let binding = gap.code_type.binding(schema);
    let (Some(binding), None) = (binding, gap.named) else {
        let shape = gap.named.unwrap_or_default();
        return [
            format!(
                "sie steht nur im Dokument (listURI: {})",
                shape.describe(Language::German)
            ),
            format!(
                "the document alone names it (listURI: {})",
                shape.describe(Language::English)
            ),
        ];
    };
    let uri = binding.list_uri.as_deref().unwrap_or_default();
    let broken = broken_file(check.store.problems(), &binding.name, uri);
    let words = both(|language| {
        let name = list_name(&binding.name, uri, language);
        match &binding.list_version {
            Some(version) => format!("{name}, Version {version}"),
            None => name,
        }
    });
    let broken = broken.map_or([String::new(), String::new()], |problem| {
        let (path, code) = (&problem.path, problem.kind.code());
        [
            format!("die Datei {path} ist unbrauchbar ({code}), laden Sie die Liste noch einmal herunter"),
            format!("the file {path} is of no use ({code}), download the list again"),
        ]
    });
    joined([words, broken])
}

fn missing_version(check: &CodelistCheck, schema: &Schema, gap: &Gap<'_>, at_hand: Range<usize>) -> [String; 2] {
    let stored = check.list(at_hand.start);
    let versions = listed(&versions(check, at_hand));
    let fixed = gap
        .code_type
        .binding(schema)
        .and_then(|binding| binding.list_version.as_deref());
    both(|language| {
        let name = stored_name(schema, gap.code_type, stored, language);
        let needed = match (gap.named, fixed, language) {
            (None, Some(version), Language::German) => format!("verlangt: Version {version}"),
            (None, Some(version), Language::English) => format!("required: version {version}"),
            (shape, _, Language::German) => {
                let shape = shape.unwrap_or_default().describe(language);
                format!("die Version nennt nur das Dokument (listVersionID: {shape})")
            }
            (shape, _, Language::English) => {
                let shape = shape.unwrap_or_default().describe(language);
                format!("the document alone names the version (listVersionID: {shape})")
            }
        };
        match language {
            Language::German => format!("{name}; {needed}; vorhanden: {versions}"),
            Language::English => format!("{name}; {needed}; at hand: {versions}"),
        }
    })
}

/// The file that should have been this list, as far as its name tells: broken downloads are called by the list's name, with
/// or without the version, and `_fehlerhaft`.
fn broken_file<'p>(problems: &'p [StoreProblem], name: &str, uri: &str) -> Option<&'p StoreProblem> {
    let last = uri.rsplit([':', '/']).next().unwrap_or_default();
    let wanted = [name, uri, last].map(letters);
    problems.iter().find(|problem| {
        let is_broken = matches!(
            problem.kind,
            StoreProblemKind::NotAList(_) | StoreProblemKind::Unreadable(_)
        );
        let file = problem.path.rsplit('/').next().unwrap_or_default();
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        let found = letters(stem.strip_suffix("_fehlerhaft").unwrap_or(stem));
        is_broken
            && wanted.iter().any(|wanted| {
                let rest = found.strip_prefix(wanted.as_str());
                wanted.chars().count() > 2
                    && rest.is_some_and(|version| version.chars().all(|character| character.is_ascii_digit()))
            })
    })
}

/// The letters and digits of a text, in lower case.
fn letters(text: &str) -> String {
    text.chars()
        .filter(|character| character.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}
