//! Matching selectors and fields against the names of open elements (XML Schema part 1, section 3.11.6).

use xsozial_schema::{
    NameId, NamespaceId,
    names::Names,
    schema::{IdentityPath, IdentityStep},
};

/// How a path ends.
#[derive(Clone, Copy)]
pub(super) enum Ending {
    /// At an element.
    Element,
    /// At the attributes of an element.
    Attribute(IdentityStep),
}

/// Where a path leads from an element: `chain` are the names below that element, down to the current one.
pub(super) fn leads_to(path: &IdentityPath, chain: &[NameId], names: &Names) -> Option<Ending> {
    let (steps, ending) = match path.steps.split_last() {
        Some((last, before)) if is_attribute(*last) => (before, Ending::Attribute(*last)),
        _ => (&path.steps[..], Ending::Element),
    };
    let tail = if path.descendant {
        chain.get(chain.len().checked_sub(steps.len())?..)?
    } else {
        chain
    };
    let matches = tail.len() == steps.len()
        && steps.iter().zip(tail).all(|(step, &name)| match *step {
            IdentityStep::Child(wanted) => wanted == name,
            IdentityStep::AnyChildOf(namespace) => names.namespace_of(name) == namespace,
            IdentityStep::AnyChild => true,
            _ => false,
        });
    matches.then_some(ending)
}

fn is_attribute(step: IdentityStep) -> bool {
    matches!(
        step,
        IdentityStep::Attribute(_) | IdentityStep::AnyAttributeOf(_) | IdentityStep::AnyAttribute
    )
}

/// Whether a step takes an attribute.
pub(super) fn takes_attribute(step: IdentityStep, name: NameId, namespace: NamespaceId) -> bool {
    match step {
        IdentityStep::Attribute(wanted) => wanted == name,
        IdentityStep::AnyAttributeOf(wanted) => wanted == namespace,
        IdentityStep::AnyAttribute => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_lead_from_the_scope_down() {
        let mut names = Names::new();
        let [a, b, c] = ["a", "b", "c"].map(|local| names.intern(NamespaceId::NONE, local));
        let path = |descendant, steps: &[IdentityStep]| IdentityPath {
            descendant,
            steps: steps.to_vec(),
        };
        let is_element =
            |path: &IdentityPath, chain: &[NameId]| matches!(leads_to(path, chain, &names), Some(Ending::Element));
        let own = path(false, &[]);
        assert!(is_element(&own, &[]));
        assert!(!is_element(&own, &[a]));
        let child = path(false, &[IdentityStep::Child(a), IdentityStep::Child(b)]);
        assert!(is_element(&child, &[a, b]));
        assert!(!is_element(&child, &[c, a, b]));
        let below = path(true, &[IdentityStep::Child(a), IdentityStep::AnyChild]);
        assert!(is_element(&below, &[c, a, b]));
        assert!(!is_element(&below, &[a]));
        let attribute = path(true, &[IdentityStep::Child(a), IdentityStep::AnyAttribute]);
        assert!(matches!(
            leads_to(&attribute, &[c, a], &names),
            Some(Ending::Attribute(_))
        ));
        assert!(leads_to(&attribute, &[a, c], &names).is_none());
    }
}
