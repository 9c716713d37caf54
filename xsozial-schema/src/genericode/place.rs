//! Where in a list the reader is.

/// The element that is open, as far as the reader cares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// `CodeList`
    List,
    /// `Annotation` of the list
    ListAnnotation,
    /// `Annotation/Description` of the list, home of the XÖV annotations
    Description,
    /// `Identification`
    Identification,
    /// `Identification/Agency`
    Agency,
    /// `ColumnSet`
    ColumnSet,
    /// `Column`
    Column,
    /// `Key`
    Key,
    /// `Annotation` or `AppInfo` of a column or key, home of the XÖV marks
    Marks(MarkOf),
    /// `SimpleCodeList`
    Rows,
    /// `Row`
    Row,
    /// `Value`
    Value,
    /// An element whose text is read
    Text(Field),
    /// Anything else
    Ignored,
}

/// What a mark belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MarkOf {
    Column,
    Key,
}

/// An element whose text is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    ShortName,
    LongName,
    Version,
    CanonicalUri,
    CanonicalVersionUri,
    AgencyShortName,
    AgencyLongName,
    ColumnShortName,
    ColumnLongName,
    /// An XÖV annotation of the list; its local name tells which.
    Annotation,
    /// `SimpleValue`
    Value,
}

impl Place {
    /// The place inside of a child element of genericode.
    pub(super) fn child(self, local_name: &str) -> Self {
        match (self, local_name) {
            (Self::List, "Annotation") => Self::ListAnnotation,
            (Self::List, "Identification") => Self::Identification,
            (Self::List, "ColumnSet") => Self::ColumnSet,
            (Self::List, "SimpleCodeList") => Self::Rows,
            (Self::ListAnnotation, "Description") => Self::Description,
            (Self::Identification, "ShortName") => Self::Text(Field::ShortName),
            (Self::Identification, "LongName") => Self::Text(Field::LongName),
            (Self::Identification, "Version") => Self::Text(Field::Version),
            (Self::Identification, "CanonicalUri") => Self::Text(Field::CanonicalUri),
            (Self::Identification, "CanonicalVersionUri") => Self::Text(Field::CanonicalVersionUri),
            (Self::Identification, "Agency") => Self::Agency,
            (Self::Agency, "ShortName") => Self::Text(Field::AgencyShortName),
            (Self::Agency, "LongName") => Self::Text(Field::AgencyLongName),
            (Self::ColumnSet, "Column") => Self::Column,
            (Self::ColumnSet, "Key") => Self::Key,
            (Self::Column, "ShortName") => Self::Text(Field::ColumnShortName),
            (Self::Column, "LongName") => Self::Text(Field::ColumnLongName),
            (Self::Column, "Annotation") => Self::Marks(MarkOf::Column),
            (Self::Key, "Annotation") => Self::Marks(MarkOf::Key),
            (Self::Marks(of), "AppInfo" | "Description") => Self::Marks(of),
            (Self::Rows, "Row") => Self::Row,
            (Self::Row, "Value") => Self::Value,
            (Self::Value, "SimpleValue") => Self::Text(Field::Value),
            _ => Self::Ignored,
        }
    }
}
