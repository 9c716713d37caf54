//! The automaton accepts exactly what a regular expression for the same model accepts.

use super::{BuildError, Model, automaton};
use proptest::prelude::*;
use regex::Regex;

/// A content model over a few elements, in the notation of the tests.
fn model() -> impl Strategy<Value = String> {
    let element = prop::sample::select(vec!["a", "b", "c"]).prop_map(str::to_owned);
    let occurrence = || prop::sample::select(vec!["", "", "?", "*", "+", "{2,3}", "{0,2}", "{2,2}", "{2,*}", "{1,3}"]);
    element.prop_recursive(4, 12, 3, move |inner| {
        let member = (inner, occurrence()).prop_map(|(inner, occurrence)| {
            if inner.len() == 1 {
                format!("{inner}{occurrence}")
            } else {
                format!("({inner}){occurrence}")
            }
        });
        (prop::collection::vec(member, 1..4), any::<bool>())
            .prop_map(|(members, is_choice)| members.join(if is_choice { "|" } else { " " }))
    })
}

fn expression(model: &str) -> Regex {
    let body = model.replace(' ', "").replace(",*}", ",}");
    Regex::new(&format!("^(?:{body})$")).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn models_accept_what_they_say(text in model(), documents in prop::collection::vec("[abc]{0,8}", 12)) {
        let (model, particle) = Model::parse(&text);
        // Once with groups written out, and once with groups counted wherever that can be done.
        for counted_from in [None, Some(2)] {
            match automaton(Some(&particle), model.labels(), counted_from) {
                Ok(automaton) => {
                    let expression = expression(&text);
                    for document in &documents {
                        prop_assert_eq!(
                            model.run(&automaton, document).is_ok(),
                            expression.is_match(document),
                            "{} on {}", text, document
                        );
                    }
                }
                // A group whose rounds cannot be told from what is inside it is not counted.
                Err(BuildError::TooLarge | BuildError::CounterInRepeatedGroup { .. }) if counted_from.is_some() => {}
                Err(error) => prop_assert!(matches!(error, BuildError::Ambiguous { .. }), "{error}"),
            }
        }
    }
}
