use super::*;
use proptest::prelude::*;
use std::{fs, path::Path};
use xsozial_schema::{Schema, xsd::Sources};

/// The data type's pattern as a published schema document has it, compiled by the kernel; `None` where the shared test data is
/// absent.
fn published() -> Option<(Schema, [xsozial_schema::schema::SimpleTypeId; 5])> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../shared/corpora/xwasser-1.0.0/xsd/_remote/din-norm-91379-datatypes.xsd");
    let Ok(bytes) = fs::read(&path) else {
        assert!(
            std::env::var("CI").as_deref() != Ok("true"),
            "{} is missing",
            path.display()
        );
        return None;
    };
    let schema = Schema::compile(Sources::new().bytes("din.xsd", bytes)).unwrap();
    let ids = DataType::ALL.map(|data_type| {
        let name = format!("datatype{}", data_type.letter());
        let found = schema
            .simple_types
            .iter()
            .position(|known| known.name.is_some_and(|known| schema.names.local(known) == name));
        xsozial_schema::schema::SimpleTypeId::new(u32::try_from(found.unwrap()).unwrap())
    });
    Some((schema, ids))
}

fn matches(schema: &Schema, id: xsozial_schema::schema::SimpleTypeId, text: &str) -> bool {
    schema.check_value(id, text, &xsozial_schema::value::NoPrefixes).is_ok()
}

#[test]
fn tables_are_in_order() {
    assert!(CHARACTERS.windows(2).all(|pair| pair[0].1 < pair[1].0));
    assert!(CHARACTERS.iter().all(|&(first, last, _)| first <= last));
    assert!(SEQUENCES.windows(2).all(|pair| pair[0].0 < pair[1].0));
    for (_, endings) in SEQUENCES {
        assert!(
            endings
                .windows(2)
                .all(|pair| pair[0].chars().count() >= pair[1].chars().count())
        );
    }
}

/// Every character of the Basic Multilingual Plane is compared for each data type; beyond, every one for the largest, and of
/// the others each 97th, because a debug build takes long for a million of them.
#[test]
fn every_character_is_judged_as_by_the_published_patterns() {
    let Some((schema, ids)) = published() else { return };
    let compare = |data_type: DataType| {
        let is_compared = |code: &u32| *code <= 0xFFFF || data_type == DataType::E || code.is_multiple_of(97);
        let characters = (0..=0x10_FFFF).filter(is_compared).filter_map(char::from_u32);
        for character in characters.filter(|&character| is_xml(character)) {
            let mut buffer = [0; 4];
            let text = character.encode_utf8(&mut buffer);
            let expected = matches(&schema, ids[data_type as usize], text);
            let code = u32::from(character);
            assert_eq!(check(text, data_type).is_ok(), expected, "{data_type:?} U+{code:04X}");
        }
    };
    std::thread::scope(|scope| {
        for data_type in DataType::ALL {
            let compare = &compare;
            scope.spawn(move || compare(data_type));
        }
    });
}

/// XML 1.0, production 2.
fn is_xml(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

#[test]
fn every_letter_with_every_combining_character_is_judged_as_by_the_published_patterns() {
    let Some((schema, ids)) = published() else { return };
    let letters = (0..0x2200)
        .filter_map(char::from_u32)
        .filter(|&letter| !data_types_of(letter).is_empty());
    let combining: Vec<char> = ('\u{300}'..='\u{36F}').collect();
    let id = ids[DataType::A as usize];
    for letter in letters.filter(|&letter| data_types_of(letter).contains(DataType::A)) {
        for &mark in &combining {
            let text: String = [letter, mark].iter().collect();
            assert_eq!(
                check(&text, DataType::A).is_ok(),
                matches(&schema, id, &text),
                "{text:?}"
            );
        }
    }
    for (base, endings) in SEQUENCES {
        for ending in *endings {
            for mark in ["", "\u{304}", "\u{306}", "h", "H", "x"] {
                let text = format!("{base}{ending}{mark}");
                for data_type in DataType::ALL {
                    let expected = matches(&schema, ids[data_type as usize], &text);
                    assert_eq!(check(&text, data_type).is_ok(), expected, "{text:?}");
                }
            }
        }
    }
}

#[test]
fn a_violation_names_the_character_its_place_and_where_it_is_allowed() {
    let violation = check("Ωmega", DataType::C).unwrap_err();
    assert_eq!((violation.character, violation.place), ('Ω', 1));
    assert_eq!(violation.allowed_in.to_string(), "D, E");
    let violation = check("K\u{35F}hali\u{F001}", DataType::E).unwrap_err();
    assert_eq!((violation.place, violation.allowed_in), (7, DataTypes::NONE));
    assert_eq!(violation.allowed_in.to_string(), "–");
    let violation = check("zwei\nZeilen", DataType::D).unwrap_err();
    assert_eq!(violation.allowed_in.to_string(), "C, E");
    assert_eq!(check("zwei\nZeilen", DataType::C), Ok(()));
    assert!(!format!("{violation:?}").contains("Zeilen"));
}

#[test]
fn a_combining_character_must_follow_its_letter() {
    assert_eq!(check("C\u{328}\u{306}a", DataType::A), Ok(()));
    let violation = check("u\u{308}", DataType::E).unwrap_err();
    assert_eq!((violation.character, violation.place), ('\u{308}', 2));
}

/// Characters that matter: of the standard, combining, and foreign ones.
fn characters() -> impl Strategy<Value = String> {
    let character = prop_oneof![
        proptest::sample::select(SEQUENCES.iter().map(|&(base, _)| base).collect::<Vec<_>>()),
        proptest::char::range('\u{300}', '\u{36F}'),
        proptest::char::range(' ', '\u{24F}'),
        proptest::char::range('\u{1E00}', '\u{1EFF}'),
        proptest::char::range('\u{370}', '\u{4FF}'),
        any::<char>(),
    ];
    proptest::collection::vec(character, 0..8).prop_map(|characters| characters.into_iter().collect())
}

proptest! {
    #[test]
    fn what_conforms_is_normalised(text in characters()) {
        for data_type in DataType::ALL {
            if check(&text, data_type).is_ok() {
                prop_assert!(super::super::normalisation::is_nfc(&text));
            }
        }
    }

    #[test]
    fn each_data_type_holds_what_a_smaller_one_holds(text in characters()) {
        use DataType::{A, B, C, D, E};
        for (smaller, larger) in [(A, B), (B, C), (C, E), (B, D), (D, E)] {
            prop_assert!(check(&text, smaller).is_err() || check(&text, larger).is_ok());
        }
    }

    #[test]
    fn the_place_is_that_of_the_character(text in characters()) {
        if let Err(violation) = check(&text, DataType::C) {
            prop_assert_eq!(text.chars().nth(violation.place - 1), Some(violation.character));
            prop_assert!(!violation.allowed_in.contains(DataType::C));
        }
    }
}
