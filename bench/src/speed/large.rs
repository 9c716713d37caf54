//! A large document made from a medium one.

use super::Failure;
use std::{
    fs::{self, File},
    io::{BufWriter, Write},
    path::Path,
};

/// How large a large document is, about, in bytes.
pub const LARGE: usize = 20_000_000;

const BEGIN: &str = "<xwas:probe id=\"";
const END: &str = "</xwas:probe>";

/// The beginnings of the attribute `id` whose values are given out; the number follows.
const IDS: [&str; 2] = ["id=\"probe", "id=\"analyseergebnisParameter"];

/// Writes a document of about so many bytes: that of another, with its `probe` elements over and over again and their IDs
/// renumbered.
pub fn enlarge(document: &Path, large: &Path, bytes: usize) -> Result<(), Failure> {
    let text = fs::read_to_string(document)?;
    let (Some(start), Some(end)) = (text.find(BEGIN), text.rfind(END)) else {
        return Err("the document holds no element that could be repeated".into());
    };
    let end = end + END.len();
    let repeated = &text[start..end];
    let mut file = BufWriter::new(File::create(large)?);
    file.write_all(&text.as_bytes()[..start])?;
    for number in 0..bytes.div_ceil(repeated.len()) {
        writeln!(file, "{}", renumbered(repeated, number))?;
    }
    file.write_all(&text.as_bytes()[end..])?;
    Ok(file.flush()?)
}

/// The text with a number put into each ID.
fn renumbered(text: &str, number: usize) -> String {
    IDS.iter().fold(text.to_owned(), |text, begin| {
        text.replace(begin, &format!("{begin}{number}x"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_renumbered_and_references_are_not() {
        assert_eq!(
            renumbered("<xwas:probe id=\"probe1\" ref=\"probe1\"/>", 7),
            "<xwas:probe id=\"probe7x1\" ref=\"probe1\"/>"
        );
    }
}
