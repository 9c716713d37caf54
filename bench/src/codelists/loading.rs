//! Loading lists in their two forms.

use std::{
    error::Error,
    fmt::{self, Write},
    fs,
    hint::black_box,
    path::Path,
    time::{Duration, Instant},
};
use xsozial_schema::{
    codelists::CodelistStore,
    genericode::{CodeList, StoredListError},
};

/// How often a list is loaded; the median counts.
const ROUNDS: usize = 21;

/// How long a list takes to load.
pub struct LoadedList {
    /// How many rows it has.
    pub rows: usize,
    /// From its genericode file in memory.
    pub parse: Duration,
    /// From its stored form in memory, with a first look-up.
    pub open: Duration,
    /// The stored form.
    pub stored: Vec<u8>,
}

impl LoadedList {
    /// Loads a genericode file, and its stored form, several times.
    pub fn measure(xml: &[u8]) -> Result<Self, Box<dyn Error>> {
        let list = CodeList::from_bytes(xml, "list.xml")?;
        let column = list.code_column(None).ok_or("the list has no codes")?;
        let stored = list.to_stored();
        let parse = median(|| drop(black_box(CodeList::from_bytes(xml, "list.xml"))));
        // As for bytes that the program itself holds: they are used in place, without a copy.
        let bytes: &'static [u8] = Box::leak(stored.clone().into_boxed_slice());
        let open = median(|| {
            let list = CodeList::from_stored(bytes);
            let _ = black_box(list.map(|list| list.find(column, "no such code")));
        });
        if CodeList::from_stored(bytes)? != list {
            return Err("the stored list differs from the parsed one".into());
        }
        Ok(Self {
            rows: list.row_count(),
            parse,
            open,
            stored,
        })
    }
}

impl fmt::Display for LoadedList {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let milliseconds = |duration: Duration| duration.as_secs_f64() * 1e3;
        write!(
            formatter,
            "{} | {:.1} | {:.2} | {}",
            self.rows,
            milliseconds(self.parse),
            milliseconds(self.open),
            self.stored.len()
        )
    }
}

fn median(work: impl Fn()) -> Duration {
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[ROUNDS / 2]
}

/// Loads stored lists from files.
pub fn load_stored(files: &[&str]) -> Result<Vec<CodeList>, Box<dyn Error>> {
    let load = |path: &&str| -> Result<CodeList, Box<dyn Error>> {
        let list = CodeList::from_stored(fs::read(path)?).map_err(|error: StoredListError| error.to_string())?;
        let column = list.code_column(None).ok_or("the list has no codes")?;
        black_box(list.find(column, "no such code"));
        Ok(list)
    };
    files.iter().map(load).collect()
}

/// A made-up list with so many rows: twelve digits, a name and, in every tenth row, a note.
pub fn generated_list(rows: usize) -> Vec<u8> {
    let mut text = r#"<gc:CodeList xmlns:gc="http://docs.oasis-open.org/codelist/ns/genericode/1.0/"><Identification>
<ShortName>beispiel</ShortName><Version>1</Version><CanonicalUri>urn:beispiel:groß</CanonicalUri></Identification><ColumnSet>
<Column Id="code" Use="required"/><Column Id="name" Use="required"/><Column Id="hinweis" Use="optional"/>
<Key Id="codeKey"><ColumnRef Ref="code"/></Key></ColumnSet><SimpleCodeList>"#
        .to_owned();
    for row in 0..rows {
        let note = if row % 10 == 0 {
            "<Value><SimpleValue>nicht mehr gebräuchlich</SimpleValue></Value>"
        } else {
            ""
        };
        // Writing to a string does not fail.
        let _ = writeln!(
            text,
            "<Row><Value><SimpleValue>{:012}</SimpleValue></Value><Value><SimpleValue>Musterort {row} an der Aue</SimpleValue>\
             </Value>{note}</Row>",
            row * 7_919
        );
    }
    (text + "</SimpleCodeList></gc:CodeList>").into_bytes()
}

/// All lists that are published beside the workspace.
pub fn published_lists(shared: &Path) -> Result<CodelistStore, Box<dyn Error>> {
    let mut store = CodelistStore::new();
    for entry in fs::read_dir(shared.join("corpora"))? {
        let folder = entry?.path();
        let is_of_lists = folder
            .file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with("codelists"));
        for lists in [folder.join("codelists"), folder] {
            if lists.is_dir() && (is_of_lists || lists.ends_with("codelists")) {
                store.add_path(&lists)?;
            }
        }
    }
    Ok(store)
}
