//! How much the findings of a code weigh, where that is not the usual.

use std::{collections::BTreeMap, fmt};
use xsozial_schema::{Code, Severity};

/// What becomes of the findings of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// They are not reported, and do not count.
    Off,
    /// They are reported with this weight.
    As(Severity),
}

impl Level {
    /// All levels, from the heaviest to none.
    pub const ALL: [Self; 4] = [
        Self::As(Severity::Error),
        Self::As(Severity::Warning),
        Self::As(Severity::Info),
        Self::Off,
    ];

    /// The stable name: `error`, `warning`, `info` or `off`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::As(severity) => severity.as_str(),
        }
    }

    /// The level of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.as_str() == name)
    }
}

/// Why the weight of a code cannot be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FixedWeight(Code);

impl fmt::Display for FixedWeight {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code = self.0;
        write!(
            formatter,
            "{code} cannot be changed: after it a document is not read on, and nothing could be said of the rest"
        )
    }
}

impl std::error::Error for FixedWeight {}

/// How much the findings of single codes weigh in place of what they usually do.
///
/// **With a lowered code, `valid` no longer says what XML Schema says**; reports tell every change ([`Checked::overrides`]).
///
/// ```
/// use xsozial_schema::{Code, Severity};
/// use xsozial_validate::{Level, Severities};
/// let mut severities = Severities::default();
/// severities.set(Code::Pattern, Level::As(Severity::Warning))?;
/// assert!(severities.set(Code::NotXml, Level::Off).is_err());
/// # Ok::<(), xsozial_validate::FixedWeight>(())
/// ```
///
/// [`Checked::overrides`]: crate::format::Checked::overrides
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Severities {
    levels: BTreeMap<Code, Level>,
}

impl Severities {
    /// Changes the weight of a code. Refused for the codes after which a document is not read on (`XD00..`, `XE0001`,
    /// `XE0002`): a report without them would pass over what was never looked at.
    pub fn set(&mut self, code: Code, level: Level) -> Result<(), FixedWeight> {
        let ends_reading = code.as_str().starts_with("XD00") || matches!(code, Code::Unreadable | Code::Internal);
        if ends_reading {
            return Err(FixedWeight(code));
        }
        self.levels.insert(code, level);
        Ok(())
    }

    /// Whether nothing is changed.
    pub fn is_empty(&self) -> bool {
        self.levels.is_empty()
    }

    /// The changes, by code.
    pub fn iter(&self) -> impl Iterator<Item = (Code, Level)> {
        self.levels.iter().map(|(&code, &level)| (code, level))
    }

    /// Weighs the findings of a report that was made without.
    #[cfg(feature = "cli")]
    pub(crate) fn apply(&self, report: &mut crate::Report) {
        report.findings.retain_mut(|finding| {
            let weight = self.weigh(finding.code(), finding.severity());
            finding.severity = weight.unwrap_or(finding.severity);
            weight.is_some()
        });
    }

    /// How much a finding weighs that usually weighs so much; `None`: it is not reported.
    pub fn weigh(&self, code: Code, usual: Severity) -> Option<Severity> {
        match self.levels.get(&code) {
            None => Some(usual),
            Some(Level::As(severity)) => Some(*severity),
            Some(Level::Off) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_are_found_by_their_names() {
        for level in Level::ALL {
            assert_eq!(Level::from_name(level.as_str()), Some(level));
        }
        assert_eq!(Level::from_name("fatal"), None);
    }

    #[test]
    fn what_ends_the_reading_keeps_its_weight() {
        let mut severities = Severities::default();
        for &code in Code::ALL {
            let is_fixed = severities.set(code, Level::Off).is_err();
            let text = code.as_str();
            assert_eq!(
                is_fixed,
                text.starts_with("XD00") || text == "XE0001" || text == "XE0002",
                "{code}"
            );
        }
        assert_eq!(severities.weigh(Code::Pattern, Severity::Error), None);
        assert_eq!(severities.weigh(Code::NotXml, Severity::Error), Some(Severity::Error));
    }
}
