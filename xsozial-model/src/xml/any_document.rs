//! Documents inside documents: a typed value in a place that admits any element, and back.

use super::{
    AnyElement, ByteSink, DecodedDocument, Error, EventSink, ReadOptions, Reader, RootContent, SliceSource,
    WriteOptions, Writer, from_xml, to_xml,
};
use xsozial_schema::Schema;

impl AnyElement {
    /// The root element of a document, to be put where a wildcard admits it: the Fachdaten of an XFall envelope, say. The document
    /// is checked against its schema on the way. Attachments must be in memory.
    ///
    /// ```no_run
    /// # fn example<Antrag: xsozial_model::xml::RootContent + PartialEq>(antrag: Antrag) -> Result<(), xsozial_model::xml::Error> {
    /// use xsozial_model::xml::AnyElement;
    /// let element = AnyElement::from_document(&antrag)?;
    /// assert!(element.to_document::<Antrag>()? == antrag);
    /// # Ok(())
    /// # }
    /// ```
    pub fn from_document<T: RootContent>(document: &T) -> Result<Self, Error> {
        let written = to_xml(document, &WriteOptions::default())?;
        read(&written, T::schema()).map_err(Error::without_position)
    }

    /// The element as a document of its own, read as strictly as any other. Errors have a path and no position, for the text around
    /// the element is not known any more.
    pub fn to_document<T: RootContent>(&self) -> Result<T, Error> {
        let written = self.to_xml(T::schema())?;
        from_xml(&written, &ReadOptions::default()).map_err(Error::without_position)
    }

    /// The element as a document of its own, in UTF-8, whatever it holds: for a validator, or to be kept. Of `schema`, that of such
    /// documents, nothing but the names in errors is used.
    pub fn to_xml(&self, schema: &Schema) -> Result<Vec<u8>, Error> {
        let options = WriteOptions::default();
        let mut sink = ByteSink::in_memory(options.indentation);
        sink.begin()?;
        Writer::new(schema, &mut sink, &options).any(self)?;
        sink.finish()?;
        Ok(sink.into_bytes())
    }
}

fn read(document: &[u8], schema: &Schema) -> Result<AnyElement, Error> {
    let options = ReadOptions::default();
    let document = DecodedDocument::new(document);
    let mut source = SliceSource::new(&document, &schema.names, options.limits);
    let mut reader = Reader::new(schema, &mut source, &options);
    reader.root()?;
    let element = reader.any_element()?;
    reader.finish()?;
    Ok(element)
}
