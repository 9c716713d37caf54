//! Notation declarations (part 1, section 3.12).

use super::{Aside, context::Context};
use crate::{
    NameId,
    schema::{Annotation, SourceLocation},
    xsd::fault::SchemaFault,
};
use roxmltree::Node;

/// A notation declaration.
#[derive(Clone, PartialEq)]
pub(in crate::xsd) struct NotationComponent {
    pub(in crate::xsd) name: NameId,
    pub(in crate::xsd) public: Option<String>,
    pub(in crate::xsd) system: Option<String>,
    pub(in crate::xsd) annotation: Aside<Annotation>,
    pub(in crate::xsd) source: Aside<SourceLocation>,
}

/// Reads `xs:notation`.
pub(super) fn read_notation(context: &mut Context<'_>, node: Node<'_, '_>) -> Result<NotationComponent, SchemaFault> {
    context.only_attributes(node, &["name", "public", "system"])?;
    if let Some(child) = context.children(node)?.first() {
        let name = child.tag_name().name();
        return Err(context.invalid(*child, format!("xs:{name} inside xs:notation")));
    }
    if !node.has_attribute("public") && !node.has_attribute("system") {
        return Err(context.invalid(node, "xs:notation has neither a public nor a system identifier"));
    }
    let identifier = |attribute: &str| node.attribute(attribute).map(|text| text.trim().to_owned());
    Ok(NotationComponent {
        name: context.global_name(node)?,
        public: identifier("public"),
        system: identifier("system"),
        annotation: context.annotation(node),
        source: Aside(context.source(node)),
    })
}
