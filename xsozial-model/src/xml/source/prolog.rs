//! What stands beside elements: the XML declaration, comments, processing instructions.

use super::{
    characters::{is_space, split_qname},
    encoding::{Encoding, declaration_part},
};
use xsozial_schema::{Code, Fault};

fn not_xml(reason: (&'static str, &'static str)) -> Fault {
    Fault::because(Code::NotXml, reason)
}

/// Checks the content of a comment: no two hyphens, none at its end (XML 1.0, production 15).
pub(super) fn check_comment(text: &str) -> Result<(), Fault> {
    if text.ends_with('-') || memchr::memmem::find(text.as_bytes(), b"--").is_some() {
        return Err(not_xml((
            "ein Kommentar enthält zwei Bindestriche hintereinander",
            "a comment holds two hyphens",
        )));
    }
    Ok(())
}

/// Checks a processing instruction: its target is a name other than `xml` (XML 1.0, production 17).
pub(super) fn check_instruction(text: &str) -> Result<(), Fault> {
    let end = text.bytes().position(is_space).unwrap_or(text.len());
    let target = &text[..end];
    let is_name = split_qname(target).is_some_and(|(prefix, _)| prefix.is_empty());
    if !is_name || target.eq_ignore_ascii_case("xml") {
        return Err(not_xml((
            "das Ziel einer Verarbeitungsanweisung ist kein Name oder reserviert",
            "the target of a processing instruction is no name or reserved",
        )));
    }
    Ok(())
}

/// Checks the XML declaration, the text between `<?xml` and `?>` (XML 1.0, production 23), against the encoding in use.
pub(super) fn check_declaration(text: &str, encoding: Encoding) -> Result<(), Fault> {
    let malformed = || not_xml(("die XML-Deklaration ist fehlerhaft", "the XML declaration is malformed"));
    let (name, version, mut rest) = declaration_part(text).ok_or_else(malformed)?;
    let is_version = version
        .strip_prefix("1.")
        .is_some_and(|minor| !minor.is_empty() && minor.bytes().all(|byte| byte.is_ascii_digit()));
    if name != "version" || !is_version {
        return Err(malformed());
    }
    if let Some(("encoding", label, after)) = declaration_part(rest) {
        if !Encoding::names(label).contains(&encoding) {
            return Err(Fault::new(Code::Encoding));
        }
        rest = after;
    }
    if let Some(("standalone", "yes" | "no", after)) = declaration_part(rest) {
        rest = after;
    }
    if rest.bytes().all(is_space) {
        Ok(())
    } else {
        Err(malformed())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declarations_have_a_fixed_order() {
        let check = |text| check_declaration(text, Encoding::Utf8).map_err(|fault| fault.code);
        assert_eq!(check(" version='1.0'"), Ok(()));
        assert_eq!(check(" version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\" "), Ok(()));
        assert_eq!(check(" version='1.0' encoding='UTF-16'"), Err(Code::Encoding));
        assert_eq!(check(" version='1.0' encoding='nowhere'"), Err(Code::Encoding));
        for bad in [
            "",
            " version='2.0'",
            " encoding='utf-8'",
            " version='1.0' standalone='maybe'",
            " version='1.0' standalone='yes' encoding='utf-8'",
            " version='1.0'encoding='utf-8'",
            " version=1.0",
        ] {
            assert_eq!(check(bad), Err(Code::NotXml), "{bad}");
        }
        assert_eq!(
            check_declaration(" version='1.0' encoding='UTF-16'", Encoding::Utf16Be),
            Ok(())
        );
    }

    #[test]
    fn comments_and_instructions_have_their_rules() {
        assert!(check_comment(" a - b ").is_ok());
        assert!(check_comment("a--b").is_err());
        assert!(check_comment("a-").is_err());
        assert!(check_instruction("a b=c").is_ok());
        for bad in ["", " a", "XML", "a:b", "1"] {
            assert!(check_instruction(bad).is_err(), "{bad}");
        }
    }
}
