//! Groups and choices inside one content model.

use super::{child, complex, round_trip};
use xsozial_model::xml::{Content, Error, Frame, Reader, Writer};

#[derive(Debug, PartialEq)]
pub(super) struct Gruppen {
    a: i32,
    pub(super) bc: Vec<(Vec<i32>, Option<i32>)>,
    auswahl: Option<Auswahl>,
    g: Option<i32>,
}

#[derive(Debug, PartialEq)]
pub(super) enum Auswahl {
    D(i32),
    Ef(i32, i32),
}

impl Content for Gruppen {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Error> {
        let mut frame = reader.begin(complex("Gruppen"))?;
        let (mut a, mut bc, mut auswahl, mut g) = (None, Vec::new(), None, None);
        while let Some(slot) = reader.next(&mut frame)? {
            match slot {
                0 => a = Some(reader.value()?),
                1..=2 => {
                    reader.enter_group(&mut frame);
                    bc.push(read_bc(reader, &mut frame)?);
                }
                3..=5 => {
                    reader.enter_group(&mut frame);
                    auswahl = Some(read_auswahl(reader, &mut frame)?);
                }
                6 => g = Some(reader.value()?),
                _ => return Err(reader.unexpected_slot()),
            }
        }
        Ok(Self {
            a: reader.required(a)?,
            bc,
            auswahl,
            g,
        })
    }

    fn write(&self, writer: &mut Writer<'_>) -> Result<(), Error> {
        writer.element(child("Gruppen", "a"), &self.a)?;
        for (b, c) in &self.bc {
            writer.elements(child("Gruppen", "b"), b)?;
            writer.optional_element(child("Gruppen", "c"), c)?;
        }
        match &self.auswahl {
            Some(Auswahl::D(d)) => writer.element(child("Gruppen", "d"), d)?,
            Some(Auswahl::Ef(e, f)) => {
                writer.element(child("Gruppen", "e"), e)?;
                writer.element(child("Gruppen", "f"), f)?;
            }
            None => {}
        }
        writer.optional_element(child("Gruppen", "g"), &self.g)
    }
}

fn read_bc(reader: &mut Reader<'_>, frame: &mut Frame) -> Result<(Vec<i32>, Option<i32>), Error> {
    let (mut b, mut c) = (Vec::new(), None);
    while let Some(slot) = reader.next_in_group(frame, 1, 1..3)? {
        match slot {
            1 => b.push(reader.value()?),
            2 => c = Some(reader.value()?),
            _ => return Err(reader.unexpected_slot()),
        }
    }
    Ok((b, c))
}

fn read_auswahl(reader: &mut Reader<'_>, frame: &mut Frame) -> Result<Auswahl, Error> {
    let (mut d, mut e, mut f) = (None, None, None);
    while let Some(slot) = reader.next_in_group(frame, 1, 3..6)? {
        match slot {
            3 => d = Some(reader.value()?),
            4 => e = Some(reader.value()?),
            5 => f = Some(reader.value()?),
            _ => return Err(reader.unexpected_slot()),
        }
    }
    match d {
        Some(d) => Ok(Auswahl::D(d)),
        None => Ok(Auswahl::Ef(reader.required(e)?, reader.required(f)?)),
    }
}

#[test]
fn groups_end_where_they_begin_anew() {
    let value = |tags: &str| {
        let elements = tags.chars().map(|tag| format!("<t:{tag}>1</t:{tag}>"));
        let content = elements.collect::<Vec<_>>().concat();
        let value: Gruppen = round_trip("gruppen", "", &content);
        value
    };
    assert_eq!(value("a").bc, []);
    let groups = value("abbcbbbcg").bc;
    let shape: Vec<_> = groups.iter().map(|(b, c)| (b.len(), c.is_some())).collect();
    assert_eq!(shape, [(2, true), (2, false), (1, true)]);
    assert_eq!(value("abd").auswahl, Some(Auswahl::D(1)));
    assert_eq!(value("aefg").auswahl, Some(Auswahl::Ef(1, 1)));
    assert_eq!(value("abcefg").g, Some(1));
}
