//! genericode → [`CodeList`], in one pass over the file.

use super::{
    column::{DataType, Key},
    defect::{DefectKind, push},
    error::{GenericodeError, GenericodeProblem},
    list::CodeList,
    parts::{COLUMN_LIMIT, Parts, column},
    place::{Field, Place},
    rows::push_collapsed,
    xml::{attribute, problem},
};
use crate::decode::{DecodeError, decode};
use quick_xml::{
    NsReader,
    events::{BytesRef, BytesStart, Event},
    name::ResolveResult,
};

/// Namespace of genericode 1.0. Children of `CodeList` are usually in no namespace, sometimes in this one.
const GENERICODE: &str = "http://docs.oasis-open.org/codelist/ns/genericode/1.0/";

/// Deepest nesting of elements.
const DEPTH_LIMIT: usize = 256;

/// Reads a list; `path` names it in messages.
pub(super) fn read(bytes: &[u8], path: &str) -> Result<CodeList, GenericodeError> {
    let fail = |(line, problem)| GenericodeError {
        path: path.to_owned(),
        line,
        problem,
    };
    let text = decode(bytes).map_err(|error| {
        let line = match &error {
            DecodeError::Malformed { line, .. } => u32::try_from(*line).unwrap_or(u32::MAX),
            DecodeError::UnknownEncoding { .. } => 1,
        };
        fail((line, error.into()))
    })?;
    let mut pass = Pass::new(&text);
    pass.run().map_err(|problem| fail((pass.line(), problem)))?;
    let last_line = pass.line();
    pass.list.finish(last_line).map_err(|problem| fail((0, problem)))
}

/// One pass over the text of a file.
struct Pass<'a> {
    text: &'a str,
    reader: NsReader<&'a [u8]>,
    places: Vec<Place>,
    /// The text of the open field.
    field: String,
    /// The local name of the open annotation.
    annotation: String,
    /// Up to where lines were counted, and how many ends of lines stand there.
    counted: (usize, u32),
    /// The column of the value that is open, or was last.
    value_column: Option<usize>,
    started: bool,
    list: Parts,
}

type Step = Result<(), GenericodeProblem>;

impl<'a> Pass<'a> {
    fn new(text: &'a str) -> Self {
        let mut reader = NsReader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self {
            text,
            reader,
            places: Vec::new(),
            field: String::new(),
            annotation: String::new(),
            counted: (0, 0),
            value_column: None,
            started: false,
            list: Parts::default(),
        }
    }

    /// The line where the reader is.
    fn line(&mut self) -> u32 {
        let place = self.reader.buffer_position().max(self.reader.error_position());
        let place = usize::try_from(place).unwrap_or(usize::MAX).min(self.text.len());
        let (before, lines) = self.counted;
        if place > before {
            let more = memchr::memchr_iter(b'\n', &self.text.as_bytes()[before..place]).count();
            self.counted = (place, lines.saturating_add(u32::try_from(more).unwrap_or(u32::MAX)));
        }
        self.counted.1.saturating_add(1)
    }

    fn run(&mut self) -> Step {
        loop {
            match self.reader.read_event().map_err(|error| problem(&error))? {
                Event::Start(tag) => self.start(&tag)?,
                Event::End(_) => self.end()?,
                Event::Text(text) => self.text(&text.xml10_content())?,
                Event::CData(text) => self.text(&text.xml10_content())?,
                Event::GeneralRef(reference) => self.reference(&reference)?,
                Event::DocType(_) => return Err(GenericodeProblem::Doctype),
                Event::Comment(_) | Event::PI(_) | Event::Decl(_) | Event::Empty(_) => {}
                Event::Eof if !self.places.is_empty() => return Err(GenericodeProblem::Truncated),
                Event::Eof if !self.started => return Err(GenericodeProblem::Empty),
                Event::Eof => return Ok(()),
            }
        }
    }

    fn start(&mut self, tag: &BytesStart<'a>) -> Step {
        let (namespace, local_name) = self.reader.resolver().resolve_element(tag.name());
        let namespace = match namespace {
            ResolveResult::Bound(namespace) => namespace.into_inner(),
            ResolveResult::Unbound => "",
            ResolveResult::Unknown(_) => return Err(GenericodeProblem::NotXml("a namespace prefix is not declared")),
        };
        let local_name = local_name.into_inner();
        let Some(&parent) = self.places.last() else {
            self.places.push(Place::List);
            return root(namespace, local_name, std::mem::replace(&mut self.started, true));
        };
        if self.places.len() >= DEPTH_LIMIT {
            return Err(GenericodeProblem::Limit);
        }
        let place = if namespace.is_empty() || namespace == GENERICODE {
            parent.child(local_name)
        } else {
            self.list.foreign(parent, local_name)
        };
        self.places.push(place);
        if place == Place::Ignored {
            return self.ignored(parent, tag, local_name);
        }
        self.enter(place, tag, local_name)
    }

    /// What must be done at the start of an element that the reader knows.
    fn enter(&mut self, place: Place, tag: &BytesStart<'a>, local_name: &str) -> Step {
        match place {
            Place::Text(field) => {
                self.field.clear();
                if field == Field::Annotation {
                    local_name.clone_into(&mut self.annotation);
                }
            }
            Place::Column => {
                let column = column(tag, self.list.columns.len())?;
                if self.list.columns.iter().any(|earlier| earlier.id == column.id) {
                    return Err(GenericodeProblem::ColumnId);
                }
                self.list.columns.push(column);
            }
            Place::Key => {
                let line = self.line();
                let id = attribute(tag, "Id")?.unwrap_or_default().into_owned();
                self.list.keys.push(Key {
                    id,
                    line,
                    ..Key::default()
                });
            }
            Place::Rows => self.list.has_rows = true,
            Place::Row => {
                if self.list.columns.is_empty() {
                    return Err(GenericodeProblem::PartMissing("ColumnSet"));
                }
                let line = self.line();
                self.list.rows.begin(line)?;
                self.value_column = None;
            }
            Place::Value => self.enter_value(tag)?,
            _ => {}
        }
        Ok(())
    }

    /// Finds the column of a value: the one it names, else the one after the last value's.
    fn enter_value(&mut self, tag: &BytesStart<'a>) -> Step {
        let columns = &self.list.columns;
        let next = self.value_column.map_or(0, |column| column + 1);
        let reference = attribute(tag, "ColumnRef")?;
        let column = match &reference {
            None => (next < columns.len()).then_some(next),
            Some(id) if columns.get(next).is_some_and(|column| column.id == **id) => Some(next),
            Some(id) => columns.iter().position(|column| column.id == **id),
        };
        if column.is_none() {
            let kind = match reference {
                Some(column) => DefectKind::ColumnUnknown {
                    column: column.into_owned(),
                },
                None => DefectKind::ValueSurplus,
            };
            self.defect(kind);
        }
        // Beyond all columns, so that a value without a reference after a surplus one is surplus as well.
        self.value_column = Some(column.unwrap_or(COLUMN_LIMIT));
        Ok(())
    }

    /// What must be done at the start of an element that has no place of its own.
    fn ignored(&mut self, parent: Place, tag: &BytesStart<'a>, local_name: &str) -> Step {
        match (parent, local_name) {
            (Place::List, "ColumnSetRef") => return Err(GenericodeProblem::ColumnSetElsewhere),
            (Place::Column, "Data") => {
                let data_type = attribute(tag, "Type")?.map(|name| DataType::of(&name));
                let language = attribute(tag, "Lang")?.unwrap_or_default().into_owned();
                if let Some(column) = self.list.columns.last_mut() {
                    column.data_type = data_type.unwrap_or_default();
                    column.language = language;
                }
            }
            (Place::Key, "ColumnRef") => {
                let line = self.line();
                let key = self.list.keys.len().saturating_sub(1);
                let column = attribute(tag, "Ref")?.unwrap_or_default().into_owned();
                self.list.key_columns.push((key, column, line));
            }
            (Place::Value, "ComplexValue") => self.defect(DefectKind::ValueComplex),
            _ => {}
        }
        Ok(())
    }

    /// A character reference, or one to an entity that XML itself defines.
    fn reference(&mut self, reference: &BytesRef<'_>) -> Step {
        if let Some(character) = reference.resolve_char_ref().map_err(|error| problem(&error))? {
            return self.text(character.encode_utf8(&mut [0; 4]));
        }
        let text = quick_xml::escape::resolve_predefined_entity(reference);
        self.text(text.ok_or(GenericodeProblem::Entity)?)
    }

    fn text(&mut self, text: &str) -> Step {
        match self.places.last() {
            Some(Place::Text(_)) => self.field.push_str(text),
            None if !text.trim_ascii().is_empty() => {
                return Err(GenericodeProblem::NotXml("text outside of the root element"));
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self) -> Step {
        let Some(Place::Text(field)) = self.places.pop() else {
            return Ok(());
        };
        if field == Field::Value {
            return self.end_value();
        }
        let identification = &mut self.list.identification;
        let target = match field {
            Field::ShortName => Some(&mut identification.short_name),
            Field::LongName => Some(&mut identification.long_name),
            Field::Version => Some(&mut identification.version),
            Field::CanonicalUri => Some(&mut identification.canonical_uri),
            Field::CanonicalVersionUri => Some(&mut identification.canonical_version_uri),
            Field::AgencyShortName => Some(&mut identification.agency_short_name),
            Field::AgencyLongName => Some(&mut identification.agency_long_name),
            Field::ColumnShortName => self.list.columns.last_mut().map(|column| &mut column.short_name),
            Field::ColumnLongName => self.list.columns.last_mut().map(|column| &mut column.long_name),
            Field::Annotation => self.list.annotations.field(&self.annotation),
            Field::Value => None,
        };
        // Of several (long names in other languages, annotations of several versions) the first counts.
        if let Some(target) = target.filter(|target| target.is_empty()) {
            push_collapsed(&self.field, target);
        }
        Ok(())
    }

    fn end_value(&mut self) -> Step {
        let Some(column) = self.value_column.filter(|&column| column < self.list.columns.len()) else {
            return Ok(());
        };
        let row = self.list.rows.len().saturating_sub(1);
        if self.list.rows.value(row, column).is_some() {
            let column = self.list.columns[column].id.clone();
            self.defect(DefectKind::ValueTwice { column });
            return Ok(());
        }
        let column = u16::try_from(column).map_err(|_| GenericodeProblem::Limit)?;
        self.list.rows.push(column, &self.field)
    }

    fn defect(&mut self, kind: DefectKind) {
        let line = self.line();
        push(&mut self.list.defects, kind, line);
    }
}

/// Checks a root element; `second` says that there was one before.
fn root(namespace: &str, local_name: &str, second: bool) -> Step {
    if second {
        return Err(GenericodeProblem::NotXml("more than one root element"));
    }
    match local_name {
        "CodeList" if namespace == GENERICODE => Ok(()),
        "Fehler" => Err(GenericodeProblem::ServerError),
        _ => Err(GenericodeProblem::NotACodeList {
            root: local_name.chars().take(60).collect(),
            namespace: namespace.chars().take(120).collect(),
        }),
    }
}
