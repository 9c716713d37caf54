//! The XFall Nachbau: an application written and read by its German names, and an envelope whose attachments stream.
#![cfg(feature = "xfall-nachbau")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

use sha2::{Digest, Sha256};
use std::{
    fs, io,
    path::Path,
    sync::{Arc, Mutex},
};
use xsozial_model::{
    xfall_nachbau::{behaelter, haushaltshilfe, hilfe_zum_lebensunterhalt, mietrueckstaende},
    xml::{AnyElement, Attachment, AttachmentSink, AttachmentStore, AttachmentWriter, ReadOptions, WriteOptions},
};

fn sample(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schemas/xfall-nachbau/beispiele");
    fs::read(folder.join(name)).unwrap()
}

/// Keeps the bytes of attachments, and how many pieces they came in.
#[derive(Clone, Default)]
struct Shelf(Arc<Mutex<Vec<Vec<u8>>>>);

impl AttachmentSink for Shelf {
    fn begin(&self, _path: &str) -> io::Result<Box<dyn AttachmentWriter>> {
        Ok(Box::new(Filling {
            shelf: self.clone(),
            bytes: Vec::new(),
        }))
    }
}

struct Filling {
    shelf: Shelf,
    bytes: Vec<u8>,
}

impl AttachmentWriter for Filling {
    fn write(&mut self, chunk: &[u8]) -> io::Result<()> {
        self.bytes.extend_from_slice(chunk);
        Ok(())
    }

    fn end(self: Box<Self>) -> io::Result<String> {
        let mut all = self.shelf.0.lock().unwrap();
        all.push(self.bytes);
        Ok((all.len() - 1).to_string())
    }
}

impl AttachmentStore for Shelf {
    fn open(&self, id: &str) -> io::Result<Box<dyn io::Read>> {
        let bytes = self.0.lock().unwrap()[id.parse::<usize>().unwrap()].clone();
        Ok(Box::new(io::Cursor::new(bytes)))
    }
}

#[test]
fn fields_have_the_names_that_people_use() {
    let mietrueckstaende::Document::MietrueckstaendeNachbau(mut antrag) =
        mietrueckstaende::Document::from_xml(&sample("mietrueckstaende-voll.xml")).unwrap()
    else {
        panic!("another root")
    };
    assert_eq!(antrag.antragstellende_person.familienname, "Muster");
    assert!(antrag.antragstellende_person.geburtsdatum.geburtstag.is_some());
    assert_eq!(antrag.vermietung.mietkosten.warmmiete.to_string(), "550.00");
    antrag.antragstellende_person.geburtsdatum.geburtstag = None;
    let written = antrag.to_xml().unwrap();
    assert!(mietrueckstaende::xfd::MietrueckstaendeNachbau::from_xml(&written).unwrap() == *antrag);
}

#[test]
fn every_sample_survives_reading_and_writing() {
    macro_rules! round_trip {
        ($module:ident, $name:expr) => {
            let document = $module::Document::from_xml(&sample($name)).unwrap();
            let written = document.to_xml().unwrap();
            assert!(
                $module::Document::from_xml(&written).unwrap() == document,
                "{}",
                $name
            );
            assert!(!format!("{document:?}").contains("Muster"));
        };
    }
    for kind in ["minimal", "voll"] {
        round_trip!(mietrueckstaende, &format!("mietrueckstaende-{kind}.xml"));
        round_trip!(
            hilfe_zum_lebensunterhalt,
            &format!("hilfe-zum-lebensunterhalt-{kind}.xml")
        );
        round_trip!(haushaltshilfe, &format!("haushaltshilfe-{kind}.xml"));
    }
    for name in ["mietrueckstaende", "hilfe-zum-lebensunterhalt", "haushaltshilfe"] {
        round_trip!(behaelter, &format!("behaelter-{name}.xml"));
    }
}

/// What a document says, whatever its prefixes and layout: a line each for an element, an attribute, a text.
fn infoset(text: &[u8]) -> Vec<String> {
    let text = std::str::from_utf8(text).unwrap();
    let document = roxmltree::Document::parse(text).unwrap();
    let mut lines = Vec::new();
    for node in document.descendants() {
        if node.is_element() {
            lines.push(format!("{} {:?}", node.ancestors().count(), node.tag_name()));
            let mut attributes: Vec<String> = node
                .attributes()
                .map(|it| format!("{:?}{} = {}", it.namespace(), it.name(), it.value()))
                .collect();
            attributes.sort();
            lines.extend(attributes);
        } else if let Some(text) = node.text().filter(|text| node.is_text() && !text.trim().is_empty()) {
            lines.push(text.to_owned());
        }
    }
    lines
}

#[test]
fn fachdaten_in_the_envelope_survive_the_types_with_attachments_in_memory_and_as_streams() {
    for name in ["mietrueckstaende", "hilfe-zum-lebensunterhalt", "haushaltshilfe"] {
        let text = sample(&format!("behaelter-{name}.xml"));
        let expected = infoset(&text);
        assert!(expected.iter().any(|line| line.contains("fim.S99")), "{name}");
        let in_memory = behaelter::Document::from_xml(&text).unwrap().to_xml().unwrap();
        assert!(infoset(&in_memory) == expected, "{name}: in memory");
        let shelf = Shelf::default();
        let reading = ReadOptions {
            attachments: Some(Arc::new(shelf.clone())),
            ..ReadOptions::default()
        };
        let document = behaelter::Document::from_reader(text.as_slice(), &reading).unwrap();
        assert_eq!(
            shelf.0.lock().unwrap().len(),
            1,
            "{name}: the attachment went to the sink"
        );
        let writing = WriteOptions {
            attachments: Some(Arc::new(shelf)),
            ..WriteOptions::default()
        };
        let mut streamed = Vec::new();
        document.to_writer(&mut streamed, &writing).unwrap();
        assert!(infoset(&streamed) == expected, "{name}: as a stream");
    }
}

/// No schema can hold a hash against an attachment; the handle tells the hash of what was read.
#[test]
fn a_hash_that_is_not_the_attachments_is_told_by_the_handle() {
    let is_right = |name: &str| {
        let options = ReadOptions {
            attachments: Some(Arc::new(Shelf::default())),
            ..ReadOptions::default()
        };
        let document = behaelter::Document::from_reader(sample(name).as_slice(), &options).unwrap();
        let behaelter::Document::Behaelter(inhalt) = &document else {
            panic!("another root")
        };
        let anlage = &inhalt.anlagen.as_ref().unwrap().anlage[0];
        let (Attachment::Handle(handle), behaelter::xfn::AnlageAuswahl::Sha256(told)) =
            (&anlage.inhalt, &anlage.auswahl)
        else {
            panic!("no stream, or another hash")
        };
        told.as_bytes() == handle.sha256
    };
    assert!(is_right("behaelter-haushaltshilfe.xml"));
    assert!(!is_right("fehler-behaelter-pruefsumme-falsch.xml"));
}

#[test]
fn attachments_of_the_envelope_stream_and_their_hash_is_known() {
    let shelf = Shelf::default();
    let options = ReadOptions {
        attachments: Some(Arc::new(shelf.clone())),
        ..ReadOptions::default()
    };
    let text = sample("behaelter-haushaltshilfe.xml");
    let document = behaelter::Document::from_reader(text.as_slice(), &options).unwrap();
    let behaelter::Document::Behaelter(inhalt) = &document else {
        panic!("another root")
    };
    let anlage = &inhalt.anlagen.as_ref().unwrap().anlage[0];
    let Attachment::Handle(handle) = &anlage.inhalt else {
        panic!("the bytes did not go to the sink")
    };
    let bytes = shelf.0.lock().unwrap()[0].clone();
    assert_eq!(handle.size, bytes.len() as u64);
    assert_eq!(handle.sha256, <[u8; 32]>::from(Sha256::digest(&bytes)));
    let behaelter::xfn::AnlageAuswahl::Sha256(told) = &anlage.auswahl else {
        panic!("the sample tells SHA-256")
    };
    assert_eq!(told.as_bytes(), handle.sha256);
    let mut written = Vec::new();
    let options = WriteOptions {
        attachments: Some(Arc::new(shelf)),
        ..WriteOptions::default()
    };
    document.to_writer(&mut written, &options).unwrap();
    assert!(behaelter::Document::from_xml(&written).unwrap() == behaelter::Document::from_xml(&text).unwrap());
}

fn fachdaten(behaelter: &behaelter::xfn::Behaelter) -> mietrueckstaende::Document {
    behaelter.fachdaten.andere.to_document().unwrap()
}

#[test]
fn fachdaten_go_into_the_envelope_and_come_out_of_it_as_they_were() {
    let antrag = mietrueckstaende::Document::from_xml(&sample("mietrueckstaende-voll.xml")).unwrap();
    let mut inhalt = behaelter::xfn::Behaelter::from_xml(&sample("behaelter-haushaltshilfe.xml")).unwrap();
    inhalt.fachdaten = behaelter::xfn::Fachdaten::new(AnyElement::from_document(&antrag).unwrap());
    let written = inhalt.to_xml().unwrap();
    let again = behaelter::xfn::Behaelter::from_xml(&written).unwrap();
    assert!(again == inhalt);
    assert!(fachdaten(&again) == antrag);
    // White space between elements is content in an element of any name, and none in the Fachdaten.
    let mut indented = Vec::new();
    let options = WriteOptions {
        indentation: Some(2),
        ..WriteOptions::default()
    };
    inhalt.to_writer(&mut indented, &options).unwrap();
    let again = behaelter::xfn::Behaelter::from_xml(&indented).unwrap();
    assert!(fachdaten(&again) == antrag);
}

#[test]
fn fachdaten_of_another_leistung_and_faulty_ones_are_refused_with_a_path_and_without_a_position() {
    let antrag = haushaltshilfe::Document::from_xml(&sample("haushaltshilfe-minimal.xml")).unwrap();
    let mut element = AnyElement::from_document(&antrag).unwrap();
    let other = element.to_document::<mietrueckstaende::Document>().unwrap_err();
    assert_eq!((other.code().as_str(), other.position()), ("XS0103", None));
    element.children.clear();
    let faulty = element.to_document::<haushaltshilfe::Document>().unwrap_err();
    assert_eq!((faulty.code().as_str(), faulty.position()), ("XS0101", None));
    assert!(faulty.path().starts_with("/Q{"), "{}", faulty.path());
}
