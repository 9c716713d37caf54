//! How to get the schema of a document that names its standard.

/// Namespaces of XSozial-basis: this, and the version with `_` for each dot.
const XSOZIAL_BASIS: &str = "https://portalverbund.d-nrw.de/efa/XSozial-basis/Version_";
/// The Kennung of XSozial-basis.
const KENNUNG: &str = "urn:xoev-de:d-nrw:standard:xsozialbasis";
/// Longer versions are no versions.
const LONGEST_VERSION: usize = 20;

/// The commands that install the schema of this namespace, whatever version it names; `None` where the namespace does not
/// tell its standard.
pub(super) fn commands(namespace: &str) -> Option<[String; 2]> {
    let version = namespace.strip_prefix(XSOZIAL_BASIS)?;
    let version = version.trim_end_matches('/');
    let is_version = version
        .split('_')
        .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    if !is_version || version.len() > LONGEST_VERSION {
        return None;
    }
    let version = version.replace('_', ".");
    Some([
        format!("xsozial-codegen fetch {KENNUNG}_{version}"),
        format!("xsozial-codegen add xsozialbasis_{version}.zip"),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_names_the_version_of_the_namespace() {
        for (path, version) in [
            ("2_4_0", "2.4.0"),
            ("2_2", "2.2"),
            ("3_0_0", "3.0.0"),
            ("10_11_12", "10.11.12"),
        ] {
            let [fetch, _] = commands(&format!("{XSOZIAL_BASIS}{path}")).unwrap();
            assert_eq!(fetch, format!("xsozial-codegen fetch {KENNUNG}_{version}"));
        }
        for path in ["", "2__4", "2_x", "2_4_0/mehr", "1_1_1_1_1_1_1_1_1_1_1"] {
            assert_eq!(commands(&format!("{XSOZIAL_BASIS}{path}")), None, "{path}");
        }
        assert_eq!(commands("urn:example:a"), None);
    }
}
