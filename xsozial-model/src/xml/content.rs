//! What generated code implements.

use super::{Error, Reader, Unmasked, Writer};
use xsozial_schema::{
    Schema,
    schema::{ComplexTypeId, ElementId},
};

/// The content of an element: what stands behind its name, up to its end tag.
pub trait Content: Sized {
    /// Reads the element whose start tag was read last, through its end tag.
    fn read(reader: &mut Reader<'_>) -> Result<Self, Error>;

    /// Writes attributes and content of the element whose name was written last.
    fn write(&self, writer: &mut Writer<'_>) -> Result<(), Error>;
}

/// Content of a complex type of a schema.
pub trait Complex: Content {
    /// The type in the schema.
    const TYPE: ComplexTypeId;

    /// The schema.
    fn schema() -> &'static Schema;

    /// The value with its content in the clear, for `Debug`. The value's own `Debug` shows no content.
    fn unmasked(&self) -> Unmasked<'_, Self> {
        Unmasked(self)
    }
}

/// A type that stands for a whole document. [`root_methods!`](crate::root_methods) gives it its methods.
pub trait RootContent: Sized {
    /// The schema.
    fn schema() -> &'static Schema;

    /// Reads the root element, whose start tag was read last and which is declared so.
    /// An element that is none of the type's is an [`unknown_root`](Reader::unknown_root).
    fn read_root(reader: &mut Reader<'_>, element: ElementId) -> Result<Self, Error>;

    /// Writes the root element with [`Writer::root`].
    fn write_root(&self, writer: &mut Writer<'_>) -> Result<(), Error>;
}

/// Gives a type that implements [`RootContent`](crate::xml::RootContent) the methods `from_xml`, `from_reader`,
/// `to_xml` and `to_writer`.
#[macro_export]
macro_rules! root_methods {
    ($type:ty) => {
        impl $type {
            /// Reads a document strictly: whatever the schema forbids is an error. Only its identity constraints (`xs:key`,
            /// `xs:keyref`, `xs:unique`) are not checked here; `xsozial_validate::read_validated` checks them too.
            pub fn from_xml(document: &[u8]) -> ::core::result::Result<Self, $crate::xml::Error> {
                $crate::xml::from_xml(document, &::core::default::Default::default())
            }

            /// Reads a document from a stream.
            pub fn from_reader(
                document: impl ::std::io::BufRead,
                options: &$crate::xml::ReadOptions,
            ) -> ::core::result::Result<Self, $crate::xml::Error> {
                $crate::xml::from_reader(document, options)
            }

            /// Writes the document in UTF-8.
            pub fn to_xml(&self) -> ::core::result::Result<::std::vec::Vec<u8>, $crate::xml::Error> {
                $crate::xml::to_xml(self, &::core::default::Default::default())
            }

            /// Writes the document in UTF-8 to a stream.
            pub fn to_writer(
                &self,
                output: impl ::std::io::Write,
                options: &$crate::xml::WriteOptions,
            ) -> ::core::result::Result<(), $crate::xml::Error> {
                $crate::xml::to_writer(self, output, options)
            }
        }
    };
}
