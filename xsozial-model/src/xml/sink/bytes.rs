//! Documents as bytes in UTF-8.

use super::{
    EventSink,
    escape::{push_attribute, push_text},
};
use crate::xml::Error;
use std::io::{self, Write};
use xsozial_schema::{Code, Fault, Reason};

/// So many bytes are collected before they are written out.
const BLOCK: usize = 64 << 10;

/// Makes bytes of a document: UTF-8 with an XML declaration.
pub struct ByteSink<W> {
    out: W,
    buffer: Vec<u8>,
    /// The buffer is written out when it is longer than this.
    block: usize,
    indentation: Option<u8>,
    /// The start tag of the innermost element still lacks its `>`.
    is_tag_open: bool,
    /// For each open element: whether white space may not be added any more.
    levels: Vec<bool>,
}

impl ByteSink<io::Sink> {
    /// Keeps the bytes in memory, for [`into_bytes`](Self::into_bytes).
    pub fn in_memory(indentation: Option<u8>) -> Self {
        Self::over(io::sink(), usize::MAX, indentation)
    }

    /// The bytes written.
    pub fn into_bytes(self) -> Vec<u8> {
        self.buffer
    }
}

impl<W: Write> ByteSink<W> {
    /// Writes the bytes out in blocks.
    pub fn new(out: W, indentation: Option<u8>) -> Self {
        Self::over(out, BLOCK, indentation)
    }

    fn over(out: W, block: usize, indentation: Option<u8>) -> Self {
        Self {
            out,
            buffer: Vec::new(),
            block,
            indentation,
            is_tag_open: false,
            levels: Vec::new(),
        }
    }

    #[inline]
    fn close_tag(&mut self) {
        if self.is_tag_open {
            self.is_tag_open = false;
            self.buffer.push(b'>');
        }
    }

    fn write_out(&mut self) -> Result<(), Error> {
        let result = self.out.write_all(&self.buffer);
        self.buffer.clear();
        result.map_err(|error| unwritable(&error))
    }

    /// Begins a new line where that adds nothing to the content; `depth` counts the elements around it.
    fn break_line(&mut self, depth: usize) {
        if let Some(indentation) = self.indentation
            && self.levels.last().is_none_or(|&keeps_space| !keeps_space)
        {
            self.buffer.push(b'\n');
            let length = self.buffer.len() + depth * usize::from(indentation);
            self.buffer.resize(length, b' ');
        }
    }
}

fn unwritable(error: &io::Error) -> Error {
    Error::new(Fault::because(Code::Unreadable, Reason::of_io(error.kind())))
}

impl<W: Write> EventSink for ByteSink<W> {
    fn begin(&mut self) -> Result<(), Error> {
        self.buffer
            .extend_from_slice(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        if self.indentation.is_none() {
            self.buffer.push(b'\n');
        }
        Ok(())
    }

    #[inline]
    fn start(&mut self, name: &str, keeps_space: bool) -> Result<(), Error> {
        self.close_tag();
        if self.indentation.is_some() {
            self.break_line(self.levels.len());
            let inherited = self.levels.last().is_some_and(|&keeps_space| keeps_space);
            self.levels.push(keeps_space || inherited);
        }
        self.buffer.push(b'<');
        self.buffer.extend_from_slice(name.as_bytes());
        self.is_tag_open = true;
        Ok(())
    }

    #[inline]
    fn attribute(&mut self, name: &str, value: &str) -> Result<(), Error> {
        self.buffer.push(b' ');
        self.buffer.extend_from_slice(name.as_bytes());
        self.buffer.extend_from_slice(b"=\"");
        push_attribute(value, &mut self.buffer).map_err(Error::new)?;
        self.buffer.push(b'"');
        Ok(())
    }

    #[inline]
    fn text(&mut self, text: &str) -> Result<(), Error> {
        if text.is_empty() {
            return Ok(());
        }
        self.close_tag();
        if let Some(keeps_space) = self.levels.last_mut() {
            *keeps_space = true;
        }
        push_text(text, &mut self.buffer).map_err(Error::new)?;
        if self.buffer.len() > self.block {
            self.write_out()?;
        }
        Ok(())
    }

    #[inline]
    fn end(&mut self, name: &str) -> Result<(), Error> {
        if self.is_tag_open {
            self.is_tag_open = false;
            self.buffer.extend_from_slice(b"/>");
            self.levels.pop();
        } else {
            if self.indentation.is_some() {
                self.break_line(self.levels.len().saturating_sub(1));
                self.levels.pop();
            }
            self.buffer.extend_from_slice(b"</");
            self.buffer.extend_from_slice(name.as_bytes());
            self.buffer.push(b'>');
        }
        if self.buffer.len() > self.block {
            self.write_out()?;
        }
        Ok(())
    }

    fn finish(&mut self) -> Result<(), Error> {
        if self.indentation.is_some() {
            self.buffer.push(b'\n');
        }
        if self.block < usize::MAX {
            self.write_out()?;
            self.out.flush().map_err(|error| unwritable(&error))?;
        }
        Ok(())
    }
}
