//! xoev-xwasser: a model of XWasser written by hand, read and written by raxb. It keeps neither order nor occurrence, ignores
//! what it does not know, and puts its own version into the document for that of a code list.

use raxb::{de, ser};
use xoev_xwasser::model::transport::VorgangTransportieren2010;
use xsozial_bench::speed::{Candidate, Operation, TypedRead, TypedWrite};

/// Reading and writing of the one message that the model's root is.
pub fn candidates() -> Vec<Candidate> {
    let read = |xml: &[u8]| de::from_reader::<_, VorgangTransportieren2010>(xml);
    let write = |message: &VorgangTransportieren2010| ser::to_string(message).map(String::into_bytes);
    vec![
        Candidate::peer("xoev-xwasser (raxb): lax read", Operation::Read, move || {
            Ok(TypedRead::new(read).with_file(|file| {
                de::from_reader::<_, VorgangTransportieren2010>(file)?;
                Ok(())
            }))
        }),
        Candidate::peer("xoev-xwasser (raxb): write", Operation::Write, move || {
            Ok(TypedWrite::new(read, write))
        }),
    ]
}
