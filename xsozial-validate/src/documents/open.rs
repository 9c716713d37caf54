//! Documents opened for reading.

use super::{Foreign, Input, Obstacle, SourceLines};
use crate::{Finding, Judged, Standards, format::SourceLine};
use std::{
    fs::{self, File},
    io::{self, BufRead, BufReader, Cursor, Read, StdinLock},
    path::PathBuf,
};
use xsozial_schema::{Code, Fault, limits::Limits};

/// Documents up to this many bytes are read into memory, where checking is fastest; larger ones are streamed.
const LARGEST_IN_MEMORY: u64 = 4 << 20;

/// An open document.
pub(crate) enum Document<'i> {
    /// One in memory.
    Memory(Vec<u8>),
    /// A large file, or one whose size is not known.
    File(BufReader<File>, &'i PathBuf),
    /// The standard input.
    Stdin(StdinLock<'static>),
}

impl<'i> Document<'i> {
    /// Opens a document. The finding says why it cannot be opened, without its name.
    pub(crate) fn open(input: &'i Input) -> Result<Self, Box<Finding>> {
        let unreadable = |obstacle: Obstacle| Box::new(Finding::error(Fault::because(Code::Unreadable, obstacle)));
        match input {
            Input::File(path) => Self::open_file(path).map_err(|error| unreadable(error.into())),
            Input::Stdin => Ok(Self::Stdin(io::stdin().lock())),
            Input::Unusable { obstacle, .. } => Err(unreadable(*obstacle)),
        }
    }

    fn open_file(path: &'i PathBuf) -> io::Result<Self> {
        let mut file = File::open(path)?;
        let metadata = file.metadata()?;
        if !metadata.is_file() || metadata.len() > LARGEST_IN_MEMORY {
            return Ok(Self::File(BufReader::with_capacity(1 << 16, file), path));
        }
        let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or_default() + 1);
        file.read_to_end(&mut bytes)?;
        Ok(Self::Memory(bytes))
    }

    /// What the document is, where it cannot be XML.
    pub(crate) fn foreign(&mut self) -> Option<Foreign> {
        match self {
            Self::Memory(bytes) => Foreign::of(bytes),
            // What cannot be read is told by whoever reads on.
            Self::File(file, _) => file.fill_buf().ok().and_then(Foreign::of),
            Self::Stdin(stdin) => stdin.fill_buf().ok().and_then(Foreign::of),
        }
    }

    /// Reads the whole document.
    pub(crate) fn read_whole(self) -> Result<Vec<u8>, Box<Finding>> {
        let mut bytes = Vec::new();
        let read = match self {
            Self::Memory(bytes) => return Ok(bytes),
            Self::File(mut file, _) => file.read_to_end(&mut bytes),
            Self::Stdin(mut stdin) => stdin.read_to_end(&mut bytes),
        };
        match read {
            Ok(_) => Ok(bytes),
            Err(error) => Err(Box::new(Finding::error(Fault::because(
                Code::Unreadable,
                Obstacle::from(error),
            )))),
        }
    }

    /// Checks the document against its standard.
    pub(crate) fn judge<'s>(&mut self, standards: &'s Standards, limits: Limits) -> Judged<'s> {
        match self {
            Self::Memory(bytes) => standards.judge(bytes, limits),
            Self::File(file, _) => standards.judge_from(file, limits),
            Self::Stdin(stdin) => standards.judge_from(stdin, limits),
        }
    }

    /// The lines that the findings are about. The standard input cannot be read twice, and a file that is no longer there
    /// or whose encoding is not UTF-8 shows none.
    pub(crate) fn source_lines(&self, findings: &[Finding]) -> Vec<Option<SourceLine>> {
        match self {
            Self::Memory(bytes) => lines_of(Cursor::new(bytes), findings),
            Self::File(_, path) if fs::metadata(path).is_ok_and(|known| known.is_file()) => {
                File::open(path).map_or_else(|_| Vec::new(), |file| lines_of(file, findings))
            }
            Self::File(..) | Self::Stdin(_) => Vec::new(),
        }
    }
}

fn lines_of(document: impl Read + io::Seek, findings: &[Finding]) -> Vec<Option<SourceLine>> {
    let Some(mut lines) = SourceLines::of(document) else {
        return Vec::new();
    };
    findings
        .iter()
        .map(|finding| lines.at(finding.position()?.offset))
        .collect()
}
