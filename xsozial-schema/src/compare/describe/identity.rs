//! What identity constraints say.

use super::Describer;
use crate::schema::{IdentityId, IdentityKind, IdentityPath, IdentityStep};

impl Describer<'_> {
    /// The name of an identity constraint's rule, and what it says.
    pub(super) fn identity(&self, id: IdentityId) -> (String, String) {
        let identity = self.schema.identity(id);
        let name = self.name(identity.name);
        let (kind, target) = match identity.kind {
            IdentityKind::Key => ("key", String::new()),
            IdentityKind::Unique => ("unique", String::new()),
            IdentityKind::KeyReference(key) => (
                "keyref",
                format!(" refers to {}", self.name(self.schema.identity(key).name)),
            ),
        };
        let fields: Vec<String> = identity.fields.iter().map(|field| self.paths(field)).collect();
        let rule = format!("{}: {}{target}", self.paths(&identity.selector), fields.join(", "));
        (format!("{kind} {name}"), rule)
    }

    fn paths(&self, paths: &[IdentityPath]) -> String {
        let paths: Vec<String> = paths.iter().map(|path| self.path(path)).collect();
        paths.join(" | ")
    }

    fn path(&self, path: &IdentityPath) -> String {
        let steps: Vec<String> = path
            .steps
            .iter()
            .map(|step| match *step {
                IdentityStep::Child(name) => self.name(name),
                IdentityStep::AnyChildOf(namespace) => format!("Q{{{}}}*", self.namespace(namespace)),
                IdentityStep::AnyChild => "*".to_owned(),
                IdentityStep::Attribute(name) => format!("@{}", self.name(name)),
                IdentityStep::AnyAttributeOf(namespace) => format!("@Q{{{}}}*", self.namespace(namespace)),
                IdentityStep::AnyAttribute => "@*".to_owned(),
            })
            .collect();
        let start = if path.descendant { ".//" } else { "" };
        format!(
            "{start}{}",
            if steps.is_empty() {
                ".".to_owned()
            } else {
                steps.join("/")
            }
        )
    }
}
