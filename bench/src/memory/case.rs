//! Which documents are measured.

use super::Generated;
use std::io::{Read, Write};

/// A document that is generated, and what its validation may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// Entries without IDs; the size is in bytes, about.
    Entries,
    /// Nodes with an ID and a reference each, of which half point forward, to any place; the size is in nodes.
    Ids,
    /// One element of base64 in lines of 76 characters; the size is in characters.
    Base64,
    /// The same element as text.
    Text,
}

/// What validation of a document may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowance {
    /// The size of the document, in the unit of its case.
    pub size: u64,
    /// The peak must stay below so many bytes.
    pub peak: u64,
}

const MEGABYTE: u64 = 1_000_000;
const BEGIN: &str = "<bestand xmlns='urn:example:bestand'>\n";
const END: &str = "</bestand>";

impl Case {
    /// All cases.
    pub const ALL: [Self; 4] = [Self::Entries, Self::Ids, Self::Base64, Self::Text];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Entries => "entries",
            Self::Ids => "ids",
            Self::Base64 => "base64",
            Self::Text => "text",
        }
    }

    /// The case of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|case| case.name() == name)
    }

    /// Size and peak as the project promises them.
    pub fn promised(self) -> Allowance {
        let (size, megabytes) = match self {
            Self::Entries => (1_000 * MEGABYTE, 30),
            Self::Ids => (5 * MEGABYTE, 250),
            Self::Base64 | Self::Text => (100 * MEGABYTE, 250),
        };
        Allowance {
            size,
            peak: megabytes * MEGABYTE,
        }
    }

    /// A size that a test can wait for, and the peak without the program's own code.
    pub fn small(self) -> Allowance {
        let (size, megabytes) = match self {
            Self::Entries => (20 * MEGABYTE, 2),
            Self::Ids => (MEGABYTE / 10, 9),
            Self::Base64 => (4 * MEGABYTE, 2),
            Self::Text => (4 * MEGABYTE, 8),
        };
        Allowance {
            size,
            peak: megabytes * MEGABYTE,
        }
    }

    /// What its size counts.
    pub fn unit(self) -> &'static str {
        match self {
            Self::Entries => "bytes",
            Self::Ids => "IDs with a reference each",
            Self::Base64 | Self::Text => "characters",
        }
    }

    /// The document of this size.
    pub fn document(self, size: u64) -> Box<dyn Read> {
        match self {
            Self::Entries => Box::new(Generated::new(BEGIN, END, size.div_ceil(ENTRY), entry)),
            Self::Ids => Box::new(Generated::new(BEGIN, END, size, move |number, out| {
                node(number, size, out);
            })),
            Self::Base64 => lines(size, "<anlage>", "</anlage></bestand>"),
            Self::Text => lines(size, "<text>", "</text></bestand>"),
        }
    }
}

/// The length of an entry, about.
const ENTRY: u64 = 130;

fn entry(number: u64, out: &mut Vec<u8>) {
    let (cents, day) = (number % 100, number % 28 + 1);
    put(
        out,
        format_args!(
            "  <eintrag nummer=\"{}\">\n    <name>Erika Musterfrau</name>\n    <betrag>{number}.{cents:02}</betrag>\n    \
             <datum>2026-02-{day:02}</datum>\n  </eintrag>\n",
            number + 1
        ),
    );
}

/// A node that refers to any other: every second one to one that comes later, if there is one.
fn node(number: u64, nodes: u64, out: &mut Vec<u8>) {
    let later = nodes - number - 1;
    let target = if number % 2 == 1 && later > 0 {
        number + 1 + scatter(number) % later
    } else {
        scatter(number) % (number + 1)
    };
    put(out, format_args!("<knoten id=\"k{number}\" verweis=\"k{target}\"/>\n"));
}

/// A number without visible order (the finaliser of SplitMix64).
fn scatter(number: u64) -> u64 {
    let mixed = number.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

/// One element of so many base64 characters, rounded up to whole lines of 76.
fn lines(size: u64, begin: &str, end: &'static str) -> Box<dyn Read> {
    const LINE: u64 = 76;
    let begin = [BEGIN, begin].concat();
    let line = |number: u64, out: &mut Vec<u8>| {
        const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let mut random = scatter(number);
        for _ in 0..LINE {
            out.push(DIGITS[(random % 64) as usize]);
            random = random.rotate_left(6);
        }
        out.push(b'\n');
    };
    Box::new(Generated::new(&begin, end, size.div_ceil(LINE), line))
}

fn put(out: &mut Vec<u8>, text: std::fmt::Arguments<'_>) {
    // A vector takes everything.
    let _ = out.write_fmt(text);
}
