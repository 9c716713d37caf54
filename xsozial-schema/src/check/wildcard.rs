//! Elements that a wildcard admits (XML Schema part 1, section 3.10.4).

use crate::{
    NameId,
    schema::{ElementId, ProcessContents, Schema, WildcardId},
};

/// How an admitted element is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Admission {
    /// Against this declaration.
    Declared(ElementId),
    /// As one of type `xs:anyType`: its children and attributes where they are declared.
    Lax,
    /// Not at all.
    Skip,
}

impl Schema {
    /// How an element that a wildcard admits is checked; `None`: it needs a declaration and has none
    /// ([`Code::ElementUndeclared`](crate::Code::ElementUndeclared)). `has_type` says whether it has an `xsi:type`, which does
    /// instead of a declaration (section 3.3.4, schema-validity assessment).
    pub fn admit(&self, wildcard: WildcardId, name: NameId, has_type: bool) -> Option<Admission> {
        let process_contents = self.wildcard(wildcard).process_contents;
        if process_contents == ProcessContents::Skip {
            return Some(Admission::Skip);
        }
        match self.global_element(name) {
            Some(element) => Some(Admission::Declared(element)),
            None if has_type || process_contents == ProcessContents::Lax => Some(Admission::Lax),
            None => None,
        }
    }
}
