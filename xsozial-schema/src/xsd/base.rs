//! The base schemas of XÖV standards that are built in.
//!
//! Most XÖV standards import the same few documents: Code, Basisnachricht, the DIN 91379 datatypes, `xml.xsd`. Some deliveries leave
//! them out, because their addresses are public. Nothing is ever fetched, so documents of the same namespaces are built in:
//! written anew, **they work alike and are not official** (funktionsgleich, nicht amtlich); tests compare each with what was
//! published. [`Sources`](super::Sources) takes one where nothing else supplies its namespace, and never beside a supplied one. A
//! compiled schema tells which it was made from, see
//! [`SchemaDocument::is_builtin`](crate::schema::SchemaDocument::is_builtin).

/// A base schema that is built in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct BaseDocument {
    /// Its file name, that of the published document.
    pub file: &'static str,
    /// Its target namespace.
    pub namespace: &'static str,
    /// What it is, in the words of XÖV.
    pub label: &'static str,
    /// The document.
    pub text: &'static str,
}

macro_rules! documents {
    ($($file:literal, $namespace:literal, $label:literal;)*) => {
        &[$(BaseDocument {
            file: $file,
            namespace: $namespace,
            label: $label,
            text: include_str!(concat!(env!("OUT_DIR"), "/", $file)),
        }),*]
    };
}

/// All base schemas that are built in.
///
/// ```
/// use xsozial_schema::xsd::base;
/// let code = base::DOCUMENTS.iter().find(|document| document.file == "xoev-code.xsd");
/// assert_eq!(code.map(|document| document.namespace), Some("http://xoev.de/schemata/code/1_0"));
/// ```
pub const DOCUMENTS: &[BaseDocument] = documents! {
    "xoev-code.xsd", "http://xoev.de/schemata/code/1_0", "XÖV-Basisdatentyp Code 1.0";
    "xoev-basisnachricht-g2g_1.1.xsd", "http://xoev.de/schemata/basisnachricht/g2g/1_1", "XÖV-Basisnachricht G2G 1.1";
    "xoev-basisnachricht-unqualified-g2g_1.1.xsd", "http://xoev.de/schemata/basisnachricht/unqualified/g2g/1_1",
        "XÖV-Basisnachricht G2G 1.1, Elemente ohne Namensraum";
    "xoev-basisnachricht-behoerde_1.1.xsd", "http://xoev.de/schemata/basisnachricht/behoerde/1_1",
        "XÖV-Basisnachricht 1.1, Behörde";
    "xoev-basisnachricht-kommunikation_1.1.xsd", "http://xoev.de/schemata/basisnachricht/kommunikation/1_1",
        "XÖV-Basisnachricht 1.1, Kommunikation";
    "din-norm-91379-datatypes.xsd", "urn:xoev-de:kosit:xoev:datentyp:din-91379_2022-08", "Datentypen der DIN 91379:2022-08";
    "latinchars.xsd", "http://xoev.de/latinchars/1_1/datatypes", "Lateinische Zeichen in Unicode 1.1";
    "xml.xsd", "http://www.w3.org/XML/1998/namespace", "Attribute, die XML selbst kennt";
    "xmldsig-core-schema.xsd", "http://www.w3.org/2000/09/xmldsig#", "XML-Signatur";
};

/// The built-in document of this file name.
pub(super) fn named(file: &str) -> Option<&'static BaseDocument> {
    DOCUMENTS.iter().find(|document| document.file == file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Schema, xsd::Sources};
    use std::path::Path;

    #[test]
    fn the_table_holds_every_document_and_says_what_it_says() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schemas/xoev-basis");
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), DOCUMENTS.len());
        for document in DOCUMENTS {
            assert_eq!(
                std::fs::read_to_string(folder.join(document.file)).unwrap(),
                document.text,
                "{}",
                document.file
            );
            let sources = Sources::new().bytes(document.file, document.text.as_bytes().to_vec());
            let set = sources.load().unwrap();
            assert_eq!(set.documents[0].target_namespace.as_deref(), Some(document.namespace));
        }
    }

    #[test]
    fn a_schema_that_imports_all_of_them_by_dead_addresses_compiles() {
        let imports = DOCUMENTS.iter().fold(String::new(), |text, document| {
            let namespace = document.namespace;
            text + &format!("<xs:import namespace='{namespace}' schemaLocation='https://example.org/x.xsd'/>")
        });
        let text = format!(
            "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:a'>{imports}<xs:element name='a'/></xs:schema>"
        );
        let sources = Sources::new().bytes("a.xsd", text.into_bytes());
        assert_eq!(
            sources.clone().without_builtin_base().load().unwrap_err().code(),
            "XL0202"
        );
        let schema = Schema::compile(sources).unwrap();
        let builtin: Vec<bool> = schema.documents.iter().map(|document| document.is_builtin).collect();
        assert_eq!(builtin.iter().filter(|it| **it).count(), DOCUMENTS.len());
        assert!(!builtin[0]);
    }
}
