//! The codes of one document.

use super::{
    check::CodelistCheck,
    code_type::{Attribute, CodeType, Part, Target},
    gaps::{Gap, Gaps},
    memo::{Memo, Outcome},
    words,
};
use crate::engine::{Desk, Observer, Opened, Value};
use std::{borrow::Cow, ops::Range};
use xsozial_model::xml::StartElement;
use xsozial_schema::{Schema, Severity, schema::TypeRef, value::WhiteSpace};

/// Observes the codes of one document: it is told of the elements of code types, and of the values of their children.
pub(super) struct CodelistObserver<'v> {
    pub(super) check: &'v CodelistCheck,
    pub(super) schema: &'v Schema,
    /// The open elements that are codes.
    open: Vec<OpenCode<'v>>,
    gaps: Gaps<'v>,
    /// By number of the code type; empty until one is needed.
    memos: Vec<Memo>,
    /// The lists of which has been told what is wrong with them.
    told: Vec<usize>,
}

/// An open element that is a code.
pub(super) struct OpenCode<'v> {
    pub(super) code_type: &'v CodeType,
    /// The list, in all contents that claim to be it; empty where it is not at hand.
    pub(super) lists: Range<usize>,
    /// List and row of the code, once it is found.
    found: Option<(usize, usize)>,
    /// A name that came before its code.
    early_name: String,
}

impl<'v> CodelistObserver<'v> {
    pub(super) fn new(check: &'v CodelistCheck, schema: &'v Schema) -> Self {
        Self {
            check,
            schema,
            open: Vec::new(),
            gaps: Gaps::default(),
            memos: Vec::new(),
            told: Vec::new(),
        }
    }

    /// An element of a code type begins.
    fn begin_code(&mut self, code_type: &'v CodeType, start: &StartElement<'_>, desk: &mut Desk<'_>) {
        let lists = match &code_type.target {
            Target::Enumerated(lists) | Target::Fixed(lists) => Some(lists.clone()),
            Target::ListMissing | Target::VersionMissing => self.lists(code_type, "", "", desk),
            // Where an attribute is absent, that has been found.
            Target::Named => {
                attribute(start, &code_type.list_version).and_then(|version| self.lists(code_type, "", version, desk))
            }
            Target::Open => match [&code_type.list_uri, &code_type.list_version].map(|wanted| attribute(start, wanted))
            {
                [Some(uri), Some(version)] => self.lists(code_type, uri, version, desk),
                _ => None,
            },
        };
        if lists.is_none() && desk.pass_over() {
            return;
        }
        self.open.push(OpenCode {
            code_type,
            lists: lists.unwrap_or_default(),
            found: None,
            early_name: String::new(),
        });
    }

    /// The list of a code, of which the document says this, word for word; `None` when it is not at hand.
    #[inline]
    fn lists(
        &mut self,
        code_type: &'v CodeType,
        uri: &str,
        version: &str,
        desk: &mut Desk<'_>,
    ) -> Option<Range<usize>> {
        let memo = self.memos.get(code_type.number);
        let outcome = match memo.and_then(|memo| memo.recall(uri, version)) {
            Some(outcome) => outcome,
            None => self.look_up(code_type, uri, version, desk),
        };
        match outcome {
            Outcome::Lists(lists) => Some(lists),
            Outcome::Gap(number) => {
                self.gaps.count(number);
                None
            }
        }
    }

    /// Looks the list up in the store and remembers it.
    fn look_up(&mut self, code_type: &'v CodeType, uri: &str, version: &str, desk: &mut Desk<'_>) -> Outcome {
        let store = &self.check.store;
        let (said, named) = ((uri, version), [uri, version].map(collapsed));
        let (uri, version) = (named[0].as_ref(), named[1].as_ref());
        let (versions, said_uri) = match code_type.target {
            Target::Open => (store.range(uri), Some(uri)),
            _ => (code_type.versions.clone(), None),
        };
        let is_named = matches!(code_type.target, Target::Open | Target::Named);
        let is_it = |list: &usize| self.check.list(*list).version() == version;
        let outcome = if versions.is_empty() {
            Outcome::Gap(self.gaps.number(Gap::list(code_type, said_uri), desk))
        } else if let Some(first) = versions.clone().find(|list| is_named && is_it(list)) {
            let count = (first..versions.end).take_while(is_it).count();
            Outcome::Lists(first..first + count)
        } else {
            let gap = Gap::version(code_type, versions, is_named.then_some(version));
            Outcome::Gap(self.gaps.number(gap, desk))
        };
        if self.memos.is_empty() {
            self.memos.resize_with(self.check.code_type_count(), Memo::default);
        }
        if let Some(memo) = self.memos.get_mut(code_type.number) {
            memo.remember(said.0, said.1, outcome.clone());
        }
        outcome
    }

    fn check_code(&mut self, text: &str, desk: &mut Desk<'_>) {
        let Some(open) = self.open.last_mut() else { return };
        let code = collapsed(text);
        let mut has_column = false;
        for list in open.lists.clone() {
            let Some(column) = open.code_type.columns[list].code else {
                continue;
            };
            has_column = true;
            if let Some(row) = self.check.list(list).list.find(column, &code) {
                open.found = Some((list, row));
                break;
            }
        }
        if open.found.is_none() && has_column && matches!(open.code_type.target, Target::Enumerated(_)) {
            // The schema says that it is right.
            return;
        }
        if open.lists.clone().any(|list| self.check.is_flawed(list)) || !has_column {
            self.tell_defects(desk);
        }
        let Some(open) = self.open.last_mut() else { return };
        if open.found.is_none() && has_column {
            if desk.wants_words(Severity::Error) {
                desk.report(words::unknown_code(self.check, self.schema, open, &code));
            }
        } else if !open.early_name.is_empty() {
            let name = std::mem::take(&mut open.early_name);
            self.check_name(&name, desk);
        }
    }

    fn check_name(&mut self, text: &str, desk: &mut Desk<'_>) {
        let Some(open) = self.open.last_mut() else { return };
        let Some((list, row)) = open.found else {
            text.clone_into(&mut open.early_name);
            return;
        };
        let Some(column) = open.code_type.columns[list].name else {
            return;
        };
        let names = &self.check.list(list).list;
        if !names.holds(row, column, text) && names.value(row, column).is_some() {
            let name = collapsed(text);
            if !names.holds(row, column, &name)
                && !is_another_name(self.check, open, &name)
                && desk.wants_words(Severity::Warning)
            {
                desk.report(words::other_name(self.check, self.schema, open, list, &name));
            }
        }
    }

    /// Tells once what is wrong with the lists of the current code.
    #[cold]
    fn tell_defects(&mut self, desk: &mut Desk<'_>) {
        let Some(open) = self.open.last() else { return };
        let first = open.lists.start;
        if open.lists.is_empty() || self.told.contains(&first) {
            return;
        }
        self.told.push(first);
        for remark in words::defects(self.check, self.schema, open) {
            desk.report(remark);
        }
    }
}

impl Observer for CodelistObserver<'_> {
    fn begin(&mut self, opened: &Opened<'_>, desk: &mut Desk<'_>) {
        if let Some(TypeRef::Complex(id)) = opened.type_ref
            && let Some(code_type) = self.check.code_type(id)
        {
            self.begin_code(code_type, &opened.start, desk);
        }
    }

    fn value(&mut self, value: &Value<'_>, desk: &mut Desk<'_>) {
        let Some(open) = self.open.last() else { return };
        // What breaks a rule of the schema has been found.
        if open.lists.is_empty() || !value.is_valid {
            return;
        }
        match open.code_type.part(value.name) {
            Part::Code => self.check_code(value.text, desk),
            Part::Name => self.check_name(value.text, desk),
            Part::Other => {}
        }
    }

    fn leave(&mut self, _: &mut Desk<'_>) {
        self.open.pop();
    }

    fn finish(&mut self, desk: &mut Desk<'_>) {
        for (gap, place) in self.gaps.take() {
            if desk.wants_words(self.check.severity_of_gaps()) {
                let remark = words::gap(self.check, self.schema, &gap);
                desk.report_at(place, remark);
            }
        }
    }
}

/// What an attribute says word for word, or the schema in its stead.
#[inline]
fn attribute<'a>(start: &StartElement<'a>, wanted: &'a Attribute) -> Option<&'a str> {
    match start.find(wanted.name).and_then(|place| start.attribute(place)) {
        Some(attribute) => Some(attribute.value),
        None => wanted.default.as_deref(),
    }
}

/// The text as `xs:token` has it, and as the lists do.
#[inline]
fn collapsed(text: &str) -> Cow<'_, str> {
    WhiteSpace::Collapse.normalise(text)
}

/// Lists have names in several languages, and there may be several lists of one URI and version: any of their values will do.
#[cold]
fn is_another_name(check: &CodelistCheck, open: &OpenCode<'_>, name: &str) -> bool {
    let Some((list, row)) = open.found else { return false };
    let code = |list: usize| open.code_type.columns[list].code;
    let Some(text) = code(list).and_then(|column| check.list(list).list.value(row, column)) else {
        return false;
    };
    open.lists.clone().any(|other| {
        let (list, column) = (&check.list(other).list, code(other));
        let row = column.and_then(|column| list.find(column, text));
        row.is_some_and(|row| {
            (0..list.columns.len()).any(|column| Some(column) != code(other) && list.holds(row, column, name))
        })
    })
}
