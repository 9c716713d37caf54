//! One open element.

use super::{About, Expects};
use xsozial_schema::{
    Code,
    content::Cursor,
    schema::{ComplexType, Element, ElementContent, SimpleTypeId, SourceLocation, ValueConstraint},
};

/// What an element holds.
#[derive(Clone, Copy)]
pub(super) enum Holds<'v> {
    /// Elements, and text between them if it is mixed.
    Elements(&'v ElementContent),
    /// A value.
    Value(SimpleTypeId),
    /// Nothing; content breaks the rule of this code.
    Nothing(Code),
    /// Whatever there is has been reported already.
    Ignored,
}

/// A fault of a start tag that what the element holds may follow from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Doubt {
    Nothing,
    /// `xsi:nil` is wrong: whoever wrote it left the element empty.
    Nil,
    /// `xsi:type` is wrong: the type that was meant may have further elements and attributes.
    Type,
}

/// An open element.
#[derive(Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub(super) struct Frame<'v> {
    /// Its declaration; `None` where a wildcard admits it without.
    pub(super) element: Option<&'v Element>,
    /// Its type, where that is complex.
    pub(super) complex_type: Option<&'v ComplexType>,
    pub(super) holds: Holds<'v>,
    /// Where its content stands.
    pub(super) cursor: Cursor,
    /// Text where only elements may stand: reported once for each run of text.
    pub(super) has_stray_text: bool,
    /// So many elements that do not belong here stand in the place of missing ones: both are one fault.
    pub(super) stand_ins: u16,
    pub(super) doubt: Doubt,
    /// The value is base64, and no rule needs it as a whole.
    pub(super) is_binary: bool,
    /// A child has come.
    pub(super) has_children: bool,
    /// An observer that watches some types alone watches this one.
    pub(super) is_watched: bool,
}

impl<'v> Frame<'v> {
    #[inline]
    pub(super) fn expects(&self) -> Expects {
        match self.holds {
            Holds::Elements(content) if content.mixed => Expects::Anything,
            Holds::Elements(_) => Expects::Elements,
            _ if self.has_children => Expects::Anything,
            Holds::Value(_) if self.is_binary => Expects::Binary,
            Holds::Value(_) | Holds::Nothing(_) => Expects::Text,
            Holds::Ignored => Expects::Anything,
        }
    }

    /// Whether the text of a mixed element must be compared with a fixed value.
    #[inline]
    pub(super) fn is_fixed_mixed(&self) -> bool {
        matches!(
            self.element.and_then(|element| element.constraint.as_ref()),
            Some(ValueConstraint::Fixed(_))
        )
    }

    /// The element, for a finding about what it holds.
    pub(super) fn about(&self) -> About<'v> {
        let component = match (self.complex_type, self.element) {
            (Some(complex_type), _) => complex_type.source,
            (None, Some(element)) => element.source,
            (None, None) => SourceLocation::BUILT_IN,
        };
        About {
            component,
            annotation: self.annotation(),
        }
    }

    pub(super) fn annotation(&self) -> Option<&'v xsozial_schema::schema::Annotation> {
        let element = self.element.map(|element| &element.annotation);
        let complex_type = self.complex_type.map(|complex_type| &complex_type.annotation);
        [element, complex_type]
            .into_iter()
            .flatten()
            .find(|annotation| !annotation.documentation.is_empty())
    }
}
