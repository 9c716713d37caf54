//! The tool and its rules. Names and meanings are those of the standard; the section of each is named.

use super::result::{Text, level};
use crate::{explain::Explanation, format::words::choose};
use serde::Serialize;
use xsozial_schema::{Code, Language, Severity};

/// A tool (section 3.18).
#[derive(Serialize)]
pub(super) struct Tool {
    driver: Driver,
}

/// A tool component (section 3.19).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Driver {
    name: &'static str,
    version: &'static str,
    semantic_version: &'static str,
    information_uri: &'static str,
    rules: Vec<Rule>,
}

impl Driver {
    /// This tool, with the rules that were broken.
    pub(super) fn tool(rules: Vec<Rule>) -> Tool {
        Tool {
            driver: Self {
                name: env!("CARGO_PKG_NAME"),
                version: env!("CARGO_PKG_VERSION"),
                semantic_version: env!("CARGO_PKG_VERSION"),
                information_uri: env!("CARGO_PKG_REPOSITORY"),
                rules,
            },
        }
    }
}

/// A rule (reporting descriptor, section 3.49).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Rule {
    id: &'static str,
    short_description: Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    full_description: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<Help>,
    default_configuration: Configuration,
}

/// Help, as text and in Markdown (section 3.12).
#[derive(Serialize)]
struct Help {
    text: String,
    markdown: String,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

impl Rule {
    /// The rule of a code, with its explanation.
    pub(super) fn of(code: Code, language: Language) -> Self {
        let explanation = Explanation::of(code);
        Self {
            id: code.as_str(),
            short_description: Text {
                text: code.title(language).to_owned(),
            },
            full_description: explanation.map(|explanation| Text {
                text: explanation.cause.text(language).to_owned(),
            }),
            help: explanation.map(|explanation| Help::of(explanation, language)),
            default_configuration: Configuration {
                level: level(usual_severity(code)),
            },
        }
    }
}

/// What a code usually weighs: the schema decides, and so does a code that is not in its list; all else warns.
fn usual_severity(code: Code) -> Severity {
    let text = code.as_str();
    let warns = ["XR", "XP", "XC01", "XC02", "XC03"];
    if warns.iter().any(|start| text.starts_with(start)) {
        Severity::Warning
    } else {
        Severity::Error
    }
}

impl Help {
    fn of(explanation: &Explanation, language: Language) -> Self {
        let [wrong, right, mended] = choose(
            language,
            ["Falsch", "Richtig", "Wer behebt es meist"],
            ["Wrong", "Right", "Who usually mends it"],
        );
        let cause = explanation.cause.text(language);
        let parties: Vec<&str> = explanation.mended_by.iter().map(|party| party.name(language)).collect();
        let parties = parties.join(", ");
        Self {
            text: format!(
                "{cause}\n\n{wrong}:\n{}\n\n{right}:\n{}\n\n{mended}: {parties}",
                explanation.wrong, explanation.right
            ),
            markdown: format!(
                "{cause}\n\n**{wrong}**\n\n```xml\n{}\n```\n\n**{right}**\n\n```xml\n{}\n```\n\n**{mended}:** {parties}",
                explanation.wrong, explanation.right
            ),
        }
    }
}
