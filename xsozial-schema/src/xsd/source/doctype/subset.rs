//! The declarations of an internal subset that a schema document may rely on.

use super::{DoctypeFault, cursor::Cursor};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// An attribute with a default or fixed value.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct AttributeDefault<'a> {
    pub(super) name: &'a str,
    /// The value as it stands in the declaration, references included.
    pub(super) value: &'a str,
}

/// Attribute defaults and general entities. Of several declarations of one name the first is binding (XML 1.0, sections
/// 3.3 and 4.2).
#[derive(Debug, Default)]
pub(super) struct Declarations<'a> {
    /// By the element's name as it is written, prefix included.
    pub(super) attributes: FxHashMap<&'a str, Vec<AttributeDefault<'a>>>,
    /// Replacement texts by entity name.
    pub(super) entities: FxHashMap<&'a str, String>,
}

/// Reads the internal subset. Parameter entities, external entities, element types and notations are passed over.
pub(super) fn read(text: &str, range: Range<usize>) -> Result<Declarations<'_>, DoctypeFault> {
    let mut cursor = Cursor::new(text.get(..range.end).unwrap_or_default(), range.start);
    let mut declarations = Declarations::default();
    loop {
        cursor.skip_space();
        let start = cursor.at();
        let read = match cursor.peek() {
            None => return Ok(declarations),
            Some(b'%') => cursor.eat("%").then(|| cursor.until(";")).flatten().map(drop),
            Some(_) if cursor.eat("<!--") => cursor.until("-->").map(drop),
            Some(_) if cursor.eat("<?") => cursor.until("?>").map(drop),
            Some(_) if cursor.eat("<!ENTITY") => read_entity(&mut cursor, &mut declarations),
            Some(_) if cursor.eat("<!ATTLIST") => read_attributes(&mut cursor, &mut declarations),
            Some(_) if cursor.eat("<!ELEMENT") || cursor.eat("<!NOTATION") => cursor.skip_declaration(),
            Some(_) => None,
        };
        read.ok_or(DoctypeFault::Malformed(
            start,
            "a declaration in the DOCTYPE is malformed",
        ))?;
    }
}

fn read_entity<'a>(cursor: &mut Cursor<'a>, declarations: &mut Declarations<'a>) -> Option<()> {
    cursor.skip_space();
    if cursor.peek() == Some(b'%') {
        return cursor.skip_declaration();
    }
    let name = cursor.name()?;
    cursor.skip_space();
    if let Some(value) = cursor.literal() {
        declarations
            .entities
            .entry(name)
            .or_insert_with(|| with_characters(value));
    }
    // What follows the name of an external entity is skipped with it.
    cursor.skip_declaration()
}

fn read_attributes<'a>(cursor: &mut Cursor<'a>, declarations: &mut Declarations<'a>) -> Option<()> {
    cursor.skip_space();
    let defaults = declarations.attributes.entry(cursor.name()?).or_default();
    loop {
        cursor.skip_space();
        if cursor.eat(">") {
            return Some(());
        }
        let name = cursor.name()?;
        skip_attribute_type(cursor)?;
        cursor.skip_space();
        if cursor.eat("#REQUIRED") || cursor.eat("#IMPLIED") {
            continue;
        }
        cursor.eat("#FIXED");
        cursor.skip_space();
        let value = cursor.literal()?;
        if defaults.iter().all(|default| default.name != name) {
            defaults.push(AttributeDefault { name, value });
        }
    }
}

fn skip_attribute_type(cursor: &mut Cursor<'_>) -> Option<()> {
    cursor.skip_space();
    cursor.eat("NOTATION");
    cursor.skip_space();
    if cursor.eat("(") {
        cursor.until(")").map(drop)
    } else {
        cursor.name().map(drop)
    }
}

/// Character references in the value of an entity are replaced where it is declared (XML 1.0, section 4.5). Whatever is
/// no proper reference stays, and is found where the entity is used.
fn with_characters(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(start) = rest.find("&#") {
        let (before, reference) = rest.split_at(start);
        text += before;
        if let Some((character, length)) = character_reference(reference) {
            text.push(character);
            rest = &reference[length..];
        } else {
            text += "&#";
            rest = &reference[2..];
        }
    }
    text + rest
}

fn character_reference(text: &str) -> Option<(char, usize)> {
    let end = text.find(';')?;
    let digits = text.get(2..end)?;
    let code = match digits.strip_prefix('x') {
        Some(digits) => u32::from_str_radix(digits, 16),
        None => digits.parse(),
    };
    Some((char::from_u32(code.ok()?)?, end + 1))
}
