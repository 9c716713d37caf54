//! Attachments: bytes in memory, or a sink that takes them as a stream.

use super::{
    read, read_with,
    support::{NAMESPACE, summary},
    write, write_with,
};
use std::{
    io,
    sync::{Arc, Mutex},
};
use xsozial_model::xml::{Attachment, AttachmentSink, AttachmentStore, AttachmentWriter, ReadOptions, WriteOptions};

/// Attachments, each with the path that it came from.
type Stored = Arc<Mutex<Vec<(String, Vec<u8>)>>>;

/// Keeps attachments in memory.
#[derive(Default)]
struct Memory(Stored);

struct MemoryWriter(String, Vec<u8>, Stored);

impl AttachmentSink for Memory {
    fn begin(&self, path: &str) -> io::Result<Box<dyn AttachmentWriter>> {
        Ok(Box::new(MemoryWriter(path.to_owned(), Vec::new(), self.0.clone())))
    }
}

impl AttachmentWriter for MemoryWriter {
    fn write(&mut self, chunk: &[u8]) -> io::Result<()> {
        self.1.extend_from_slice(chunk);
        Ok(())
    }

    fn end(self: Box<Self>) -> io::Result<String> {
        let mut stored = self.2.lock().unwrap();
        stored.push((self.0, self.1));
        Ok((stored.len() - 1).to_string())
    }
}

impl AttachmentStore for Memory {
    fn open(&self, id: &str) -> io::Result<Box<dyn io::Read>> {
        let place: usize = id.parse().unwrap();
        Ok(Box::new(io::Cursor::new(self.0.lock().unwrap()[place].1.clone())))
    }
}

#[test]
fn attachments_are_bytes_or_go_to_the_sink() {
    let bytes: Vec<u8> = (0..200_000_u32).map(|number| (number % 251) as u8).collect();
    let text = write("anlage", &Attachment::Bytes(bytes.clone()));
    let kept: Attachment = read(&text.replace("AAEC", "AA\n <!-- c -->EC"));
    assert_eq!(kept.bytes(), Some(&bytes[..]));
    assert_eq!(format!("{kept:?}"), "Bytes(200000 bytes)");

    let memory = Arc::new(Memory::default());
    let options = ReadOptions {
        attachments: Some(memory.clone()),
        ..ReadOptions::default()
    };
    let handle: Attachment = read_with(&text, &options).unwrap();
    assert_eq!((handle.size(), handle.bytes()), (200_000, None));
    assert_eq!(
        memory.0.lock().unwrap()[0],
        (format!("/Q{{{NAMESPACE}}}anlage[1]"), bytes)
    );
    let options = WriteOptions {
        attachments: Some(memory),
        ..WriteOptions::default()
    };
    assert!(write_with("anlage", &handle, &options).unwrap().ends_with(&text));
    let lost = write_with("anlage", &handle, &WriteOptions::default()).unwrap_err();
    assert_eq!(
        (lost.code().as_str(), lost.path()),
        ("XE0001", format!("/Q{{{NAMESPACE}}}anlage[1]").as_str())
    );
}

#[test]
fn attachments_that_are_no_base64_are_refused() {
    for content in ["AAE", "A&amp;A=", "AA==AA==", "AAEC*", "AB=="] {
        let text = format!("<anlage xmlns='{NAMESPACE}'>{content}</anlage>");
        let error = read_with::<Attachment>(&text, &ReadOptions::default()).unwrap_err();
        assert_eq!(error.code().as_str(), "XF0001", "{content}");
        assert_eq!(error.path(), format!("/Q{{{NAMESPACE}}}anlage[1]"));
    }
    let child = format!("<anlage xmlns='{NAMESPACE}'>AAEC<b/></anlage>");
    let error = read_with::<Attachment>(&child, &ReadOptions::default()).unwrap_err();
    assert_eq!(summary(&error).0, "XS0106");
    let empty: Attachment = read(&format!("<anlage xmlns='{NAMESPACE}'/>"));
    assert_eq!(empty.size(), 0);
}
