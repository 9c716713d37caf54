//! Documents that are no use, and odd ones that are.

use crate::support::{mutants, root, validator};
use xsozial_schema::Code;
use xsozial_validate::mutate::{MutateError, Mutator};

const BODY: &str =
    "<xs:element name='r'><xs:complexType><xs:sequence><xs:element name='a' type='xs:int'/></xs:sequence>
  <xs:attribute name='b'/></xs:complexType></xs:element>";

#[test]
fn only_valid_documents_are_taken() {
    let validator = validator(BODY);
    let mut mutator = Mutator::new(&validator);
    let latin = b"<?xml version='1.0' encoding='ISO-8859-1'?><t:r xmlns:t='urn:t' b='\xE4'><a>1</a></t:r>";
    assert_eq!(mutator.add("a", latin), Err(MutateError::NotUtf8));
    let invalid = root("<a>geheim</a>");
    let error = mutator.add("a", invalid.as_bytes()).unwrap_err();
    assert_eq!(error, MutateError::NotValid(Code::Lexical));
    assert!(!format!("{error} {error:?}").contains("geheim"));
    assert_eq!(mutator.add("a", b"<t:r"), Err(MutateError::NotValid(Code::Truncated)));
}

#[test]
fn without_documents_nothing_is_covered() {
    let validator = validator(BODY);
    let mutator = Mutator::new(&validator);
    assert_eq!(mutator.outcomes().count(), mutator.rules().len());
    assert!(mutator.rules().len() > 10);
}

#[test]
fn comments_brackets_and_marks_stay_where_they_are() {
    let document = "\u{FEFF}<?xml version='1.0'?><!-- <a> -->\r\n\
                    <t:r xmlns:t='urn:t' b = \"'>'/>\"  ><!-- x --> <a\t>1<?pi?></a\n> <!-- </t:r> --></t:r>\r\n";
    let mutants = mutants(BODY, &[document.to_owned()]);
    assert!(mutants.uncovered.is_empty(), "{:?}", mutants.uncovered);
    for mutant in &mutants.documents {
        assert!(mutant.starts_with("\u{FEFF}<?xml version='1.0'?><!-- <a> -->\r\n<t:r"));
        assert!(mutant.ends_with("<!-- </t:r> --></t:r>\r\n"));
    }
}
