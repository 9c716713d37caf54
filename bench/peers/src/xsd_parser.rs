//! xsd-parser: a generated model with its own reader and writer over quick-xml. Facets are not checked.

use xsd_parser_types::quick_xml::{
    DeserializeSync, Error, IoReader, SerializeSync, SliceReader, WithDeserializer, WithSerializer, Writer,
};
use xsozial_bench::speed::{Candidate, Operation, TypedRead, TypedWrite};

/// Reading and writing of the type of the root element, which has this name with its prefix.
pub fn candidates<T>(root: &'static str) -> Vec<Candidate>
where
    T: WithDeserializer + WithSerializer + 'static,
{
    let write = move |value: &T| {
        let mut written = Vec::new();
        value.serialize(root, &mut Writer::new(&mut written))?;
        Ok::<_, Error>(written)
    };
    vec![
        Candidate::peer("xsd-parser: read", Operation::Read, || {
            Ok(TypedRead::new(read::<T>).with_file(|file| {
                T::deserialize(&mut IoReader::new(file))?;
                Ok(())
            }))
        }),
        Candidate::peer("xsd-parser: write", Operation::Write, move || {
            Ok(TypedWrite::new(read::<T>, write))
        }),
    ]
}

fn read<T: WithDeserializer>(xml: &[u8]) -> Result<T, Error> {
    T::deserialize(&mut SliceReader::from_bytes(xml))
}
