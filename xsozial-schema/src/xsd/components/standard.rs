//! What a document says of its standard.

use crate::{names::XS_NAMESPACE, schema::StandardInfo};
use roxmltree::Node;

/// What the document's own `appinfo` says of its standard, if anything.
pub(super) fn standard_info(root: Node<'_, '_>) -> Option<StandardInfo> {
    let appinfo = root
        .children()
        .filter(|child| child.has_tag_name((XS_NAMESPACE, "annotation")))
        .flat_map(|child| child.children())
        .filter(|child| child.has_tag_name((XS_NAMESPACE, "appinfo")));
    let mut info = StandardInfo::default();
    let mut is_standard = false;
    for part in appinfo.flat_map(|appinfo| appinfo.children().filter(Node::is_element)) {
        let text = |name: &str| {
            let child = part
                .children()
                .find(|child| child.is_element() && child.tag_name().name() == name);
            child
                .and_then(|child| child.text())
                .unwrap_or_default()
                .trim()
                .to_owned()
        };
        match part.tag_name().name() {
            "standard" => {
                is_standard = true;
                info.name = text("nameLang");
                info.kennung = text("kennung");
                if info.lizenz.is_empty() {
                    info.lizenz = text("lizenz");
                }
            }
            "versionStandard" => {
                info.version = text("version");
                let lizenz = text("lizenz");
                if !lizenz.is_empty() {
                    info.lizenz = lizenz;
                }
            }
            _ => {}
        }
    }
    is_standard.then_some(info)
}
