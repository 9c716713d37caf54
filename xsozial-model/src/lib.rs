//! Runtime of the types that `xsozial-codegen` generates: strict XML reading and exact XML writing.
//!
//! Generated code is thin. The rules live in the compiled schema ([`schema::Schema`]); the [`xml::Reader`] steps its
//! automata and calls its value check, so the reader and the validator cannot disagree.
//!
//! ```ignore
//! // `xwasser` was generated from a delivery, see the crate `xsozial-codegen`.
//! match xwasser::Document::from_xml(bytes)? {
//!     xwasser::Document::VorgangTransportieren2010(message) => println!("{message:?}"), // shows counts, never content
//!     other => println!("{other:?}"),
//! }
//! ```
//!
//! Read a document with `Document::from_xml` or `Document::from_reader` of the generated code, or with [`xml::from_xml`] and
//! [`xml::from_reader`] for one type of message; write with `to_xml` and `to_writer`. [`xml::ReadOptions`] names the
//! tolerances, [`xml::AttachmentSink`] takes attachments as streams, and [`xml::Error`] says what is wrong, where, and by which
//! rule, without a word of the document.
//!
//! | feature | what it adds |
//! |---|---|
//! | `serde` | JSON of generated types, with the XML names as keys |
//! | `xsozial-nachbau` | [`xsozial_nachbau`](https://docs.rs/xsozial-model/latest/xsozial_model/xsozial_nachbau): our own reconstruction of an application for all Leistungen. Not XSozial-basis |
//! | `xfall-nachbau` | [`xfall_nachbau`](https://docs.rs/xsozial-model/latest/xsozial_model/xfall_nachbau): our own reconstruction of XFall for three Leistungen. Not XFall |
//! | `beispiel` | an invented standard, for tests and documentation alone |
//!
//! Values (decimals, dates with their zone, …) come from the kernel and are found under [`value`].

// Generated standards name the runtime as users' crates do.
#[cfg(feature = "standards")]
extern crate self as xsozial_model;

mod generated;

pub use generated::embedded_schema;
pub use xsozial_schema as schema;
pub use xsozial_schema::value;

pub mod leistung;
pub mod xml;

/// The invented test standard of `schemas/beispiel`. It is no standard and models no form of any office.
#[cfg(feature = "beispiel")]
#[allow(
    clippy::all,
    clippy::pedantic,
    missing_docs,
    unreachable_pub,
    reason = "generated code"
)]
pub mod beispiel {
    include!(concat!(env!("OUT_DIR"), "/beispiel.rs"));
}

/// The **Nachbau**: an application for all Leistungen, reconstructed from public sources in a namespace of its own
/// (`urn:example:xsozial-nachbau:antrag:0.1`).
///
/// It is **not XSozial-basis** and says nothing about it; its messages are always test messages (`test="true"` is a fixed
/// attribute that the writer sets). Use it to build and try software before the official delivery is at hand, then
/// generate from that delivery. Where each field comes from is told in its documentation and in
/// `schemas/xsozial-nachbau/QUELLEN.md`.
#[cfg(feature = "xsozial-nachbau")]
#[allow(
    clippy::all,
    clippy::pedantic,
    missing_docs,
    unreachable_pub,
    reason = "generated code"
)]
pub mod xsozial_nachbau {
    include!(concat!(env!("OUT_DIR"), "/xsozial-nachbau.rs"));
}

/// An invented reconstruction of XFall ("Nachbau", `schemas/xfall-nachbau`): an envelope, and the data of three Leistungen
/// generated from XDatenfelder files. It is no standard and says nothing about an official XFall schema.
#[cfg(feature = "xfall-nachbau")]
#[allow(
    clippy::all,
    clippy::pedantic,
    missing_docs,
    unreachable_pub,
    reason = "generated code"
)]
pub mod xfall_nachbau {
    /// The envelope: head, Leistung, applicant, data, attachments.
    pub mod behaelter {
        include!(concat!(env!("OUT_DIR"), "/xfall-nachbau-behaelter.rs"));
    }
    /// Hilfe zur Weiterführung des Haushalts (§ 70 SGB XII).
    pub mod haushaltshilfe {
        include!(concat!(env!("OUT_DIR"), "/xfall-nachbau-haushaltshilfe.rs"));
    }
    /// Hilfe zum Lebensunterhalt (§§ 27 ff. SGB XII).
    pub mod hilfe_zum_lebensunterhalt {
        include!(concat!(env!("OUT_DIR"), "/xfall-nachbau-hilfe-zum-lebensunterhalt.rs"));
    }
    /// Übernahme von Mietrückständen (§ 22 Abs. 8 SGB II, § 36 SGB XII).
    pub mod mietrueckstaende {
        include!(concat!(env!("OUT_DIR"), "/xfall-nachbau-mietrueckstaende.rs"));
    }
}
