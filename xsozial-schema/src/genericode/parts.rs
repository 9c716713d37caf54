//! The parts of a list while it is read.

use super::{
    column::{Column, Key},
    defect::{Defect, DefectKind, push},
    error::GenericodeProblem,
    identification::{Annotations, Identification},
    keys,
    list::CodeList,
    place::{Field, MarkOf, Place},
    rows::Rows,
    xml::attribute,
};
use quick_xml::events::BytesStart;
use std::sync::OnceLock;

/// Most columns; published lists have fewer than twenty.
pub(super) const COLUMN_LIMIT: usize = 1024;

/// What was read so far.
#[derive(Default)]
pub(super) struct Parts {
    pub(super) identification: Identification,
    pub(super) annotations: Annotations,
    pub(super) columns: Vec<Column>,
    pub(super) keys: Vec<Key>,
    /// Columns of keys by name, for columns may come after keys: key, name, line.
    pub(super) key_columns: Vec<(usize, String, u32)>,
    pub(super) rows: Rows,
    pub(super) has_rows: bool,
    pub(super) defects: Vec<Defect>,
}

impl Parts {
    /// The place inside of an element of another namespace: XÖV annotations and marks are known by their local names,
    /// which are the same under the namespaces of all versions.
    pub(super) fn foreign(&mut self, parent: Place, local_name: &str) -> Place {
        match parent {
            Place::Description | Place::ListAnnotation if self.annotations.field(local_name).is_some() => {
                return Place::Text(Field::Annotation);
            }
            Place::Marks(MarkOf::Key) => {
                if let Some(key) = self.keys.last_mut() {
                    key.recommended |= matches!(local_name, "recommendedKeyColumn" | "empfohleneCodeSpalte");
                    key.marked_as_code |= local_name == "xoev-code";
                    key.marked_as_name |= local_name == "xoev-codename";
                }
            }
            Place::Marks(MarkOf::Column) => {
                if let Some(column) = self.columns.last_mut() {
                    column.marked_as_code |= local_name == "xoev-code";
                    column.marked_as_name |= local_name == "xoev-codename";
                }
            }
            _ => {}
        }
        Place::Ignored
    }

    /// The list, with what is wrong with it; `last_line` is that of the end of the file.
    pub(super) fn finish(self, last_line: u32) -> Result<CodeList, GenericodeProblem> {
        let mut list = self;
        if list.columns.is_empty() {
            return Err(GenericodeProblem::PartMissing("ColumnSet"));
        }
        if !list.has_rows {
            return Err(GenericodeProblem::PartMissing("SimpleCodeList"));
        }
        for (key, name, line) in list.key_columns {
            match list.columns.iter().position(|column| column.id == name) {
                Some(column) => list.keys[key].columns.push(column),
                None => push(&mut list.defects, DefectKind::ColumnUnknown { column: name }, line),
            }
        }
        if list.rows.len() == 0 {
            push(&mut list.defects, DefectKind::NoRows, last_line);
        }
        keys::find_defects(&list.columns, &list.keys, &list.rows, &mut list.defects);
        Ok(CodeList {
            indexes: list.columns.iter().map(|_| OnceLock::new()).collect(),
            identification: list.identification,
            annotations: list.annotations,
            columns: list.columns,
            keys: list.keys,
            defects: list.defects,
            rows: list.rows,
        })
    }
}

/// A column from its start tag.
pub(super) fn column(tag: &BytesStart<'_>, before: usize) -> Result<Column, GenericodeProblem> {
    if before >= COLUMN_LIMIT {
        return Err(GenericodeProblem::Limit);
    }
    let id = attribute(tag, "Id")?.filter(|id| !id.is_empty());
    Ok(Column {
        id: id.ok_or(GenericodeProblem::ColumnId)?.into_owned(),
        required: attribute(tag, "Use")?.as_deref() == Some("required"),
        ..Column::default()
    })
}
