//! The syntax tree of a pattern.

use regex_syntax::hir::{Capture, Class, ClassUnicode, Hir, HirKind, Repetition};

/// A regular expression. Trees are made through [`Expression::alternation`] and [`Expression::concatenation`] only, so
/// that alternatives of single characters are always one class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Expression {
    /// The empty text.
    Empty,
    /// One character of a set.
    Class(ClassUnicode),
    /// One after the other.
    Concatenation(Vec<Expression>),
    /// One of them.
    Alternation(Vec<Expression>),
    /// An expression again and again.
    Repetition {
        inner: Box<Expression>,
        minimum: u32,
        /// `None` for no bound.
        maximum: Option<u32>,
    },
}

impl Expression {
    /// One of these; classes among them, however deep in alternations, become one class, which comes first.
    pub(super) fn alternation(branches: Vec<Self>) -> Self {
        let mut classes = Vec::new();
        let mut others = Vec::new();
        for branch in branches {
            let inner = match branch {
                Self::Alternation(inner) => inner,
                other => vec![other],
            };
            for branch in inner {
                match branch {
                    Self::Class(class) => classes.extend_from_slice(class.ranges()),
                    other => others.push(other),
                }
            }
        }
        if !classes.is_empty() {
            others.insert(0, Self::Class(ClassUnicode::new(classes)));
        }
        if others.len() == 1 {
            others.swap_remove(0)
        } else {
            Self::Alternation(others)
        }
    }

    /// These, one after the other.
    pub(super) fn concatenation(mut pieces: Vec<Self>) -> Self {
        match pieces.len() {
            0 => Self::Empty,
            1 => pieces.swap_remove(0),
            _ => Self::Concatenation(pieces),
        }
    }

    /// The expression for the regex engine, without anchors.
    pub(super) fn to_hir(&self) -> Hir {
        match self {
            Self::Empty => Hir::empty(),
            Self::Class(class) => Hir::class(Class::Unicode(class.clone())),
            Self::Concatenation(pieces) => Hir::concat(pieces.iter().map(Self::to_hir).collect()),
            Self::Alternation(branches) => Hir::alternation(branches.iter().map(Self::to_hir).collect()),
            Self::Repetition {
                inner,
                minimum,
                maximum,
            } => Hir::repetition(Repetition {
                min: *minimum,
                max: *maximum,
                greedy: true,
                sub: Box::new(match inner.to_hir() {
                    // Written as text for the engine, `(a+)?` would lose its group and become the lazy `a+?`.
                    sub if matches!(sub.kind(), HirKind::Repetition(_)) => Hir::capture(Capture {
                        index: 1,
                        name: None,
                        sub: Box::new(sub),
                    }),
                    sub => sub,
                }),
            }),
        }
    }

    /// About how many states the compiled expression has; never far too low.
    pub(super) fn estimated_states(&self) -> usize {
        let sum = |parts: &[Self]| {
            parts
                .iter()
                .fold(1, |sum: usize, part| sum.saturating_add(part.estimated_states()))
        };
        match self {
            Self::Empty => 1,
            // A range takes up to four bytes, and a few ranges of bytes for each.
            Self::Class(class) => class.ranges().len().saturating_mul(6),
            Self::Concatenation(parts) | Self::Alternation(parts) => sum(parts),
            Self::Repetition {
                inner,
                minimum,
                maximum,
            } => {
                let copies = maximum.unwrap_or(*minimum).max(1) as usize;
                inner.estimated_states().saturating_add(1).saturating_mul(copies)
            }
        }
    }
}
