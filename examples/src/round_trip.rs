//! The way of a document: written, checked and read again in one pass, compared, shown.
//!
//! Begin here to see how the crates are used together; the programs in `src/bin` are about building the values.

use crate::{Failure, attachments, office::Office, summary::Summary};
use std::fmt::Write;
use xsozial_model::{
    leistung::Leistung,
    xfall_nachbau::behaelter::{self, xfn::Behaelter},
    xml::RootContent,
    xsozial_nachbau::xsn::Antrag0010,
};
use xsozial_schema::Language;

/// Sends a message of the Nachbau round, and answers what the clerk sees of it. **The answer holds document content.**
///
/// `leistung` is the key of the Leistung in the project's table ([`Leistung::by_schluessel`]).
pub fn of_message(leistung: &str, antrag: &Antrag0010) -> Result<String, Failure> {
    let document = antrag.to_xml()?;

    let leistung = Leistung::by_schluessel(leistung).ok_or("the Leistung is not in the table")?;
    let office = Office::for_nachbau(leistung)?;
    let reading = office.take_in::<Antrag0010>(&document);
    let mut screen = office.report("antrag.xml", &reading)?;
    let advice = reading.recommendation.advice;
    writeln!(screen, "{}", advice.sentence(Language::German))?;

    // The report holds no document content, so it may stand in an error.
    let again = reading.value.ok_or_else(|| screen.clone())?;
    must_be_equal(&again, antrag)?;
    writeln!(
        screen,
        "Gelesen wie geschrieben: {} Bytes\n\n{}",
        document.len(),
        leistung.titel
    )?;
    write!(screen, "{}", Summary::new(reading.fields.iter(), &office.codelists))?;
    let anlagen = again.anlage.iter().map(attachments::describe);
    write_list(&mut screen, "Anlagen", anlagen)?;
    Ok(screen)
}

/// Sends an XFall envelope round, and its Fachdaten. **The answer holds document content.**
///
/// The Fachdaten have a schema of their own, which that of the envelope does not know: they are checked by themselves.
pub fn of_envelope<T: RootContent + PartialEq>(behaelter: &Behaelter, fachdaten: &T) -> Result<String, Failure> {
    let document = behaelter.to_xml()?;

    let office = Office::for_xfall(behaelter::schema())?;
    let reading = office.take_in::<Behaelter>(&document);
    let mut screen = office.report("behaelter.xml", &reading)?;
    let again = reading.value.ok_or_else(|| screen.clone())?;
    must_be_equal(&again, behaelter)?;

    let department = Office::for_xfall(T::schema())?;
    let inside = again.fachdaten.andere.to_xml(T::schema())?;
    let inner = department.take_in::<T>(&inside);
    screen.push_str(&department.report("fachdaten.xml", &inner)?);
    must_be_equal(&inner.value.ok_or_else(|| screen.clone())?, fachdaten)?;
    writeln!(screen, "Gelesen wie geschrieben: {} Bytes\n\nBehälter", document.len())?;

    // The Fachdaten are shown by their own schema, which knows their labels.
    let envelope = reading
        .fields
        .iter()
        .filter(|field| !field.path().contains("}fachdaten[1]/"));
    write!(screen, "{}", Summary::new(envelope, &office.codelists))?;
    writeln!(screen, "{}", again.leistung.bezeichnung)?;
    write!(screen, "{}", Summary::new(inner.fields.iter(), &department.codelists))?;
    let anlagen = again.anlagen.iter().flat_map(|anlagen| &anlagen.anlage);
    write_list(&mut screen, "Anlagen", anlagen.map(attachments::describe_xfall))?;
    Ok(screen)
}

fn must_be_equal<T: PartialEq>(read: &T, written: &T) -> Result<(), Failure> {
    if read == written {
        Ok(())
    } else {
        Err("what was read is not what was written".into())
    }
}

fn write_list(screen: &mut String, title: &str, lines: impl Iterator<Item = String>) -> Result<(), Failure> {
    writeln!(screen, "{title}")?;
    for line in lines {
        writeln!(screen, "  {line}")?;
    }
    Ok(())
}
