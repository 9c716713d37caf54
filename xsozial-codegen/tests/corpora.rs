//! Published deliveries: what is generated for them is within its bounds.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod published;

use published::corpora;
use std::path::Path;
use xsozial_codegen::{Generated, Generator};

/// Most lines that a delivery of the size of XWasser may come out at.
const MOST_LINES: usize = 25_000;

fn generate(delivery: &Path, output: &Path) -> Generated {
    let generator = Generator::new()
        .schema(delivery.join("xsd"))
        .codelists(delivery.join("codelists"));
    generator.name("delivery").out_dir(output).generate_crate().unwrap()
}

#[test]
fn deliveries_are_generated_within_their_bounds_and_always_alike() {
    let Some(corpora) = corpora() else { return };
    for name in ["xwasser-1.0.0", "xschule-1.2"] {
        let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let generated = generate(&corpora.join(name), one.path());
        assert!(generated.unreadable_codelists.is_empty(), "{name}");
        let sources = generated
            .files
            .iter()
            .filter(|file| file.path.extension().is_some_and(|extension| extension == "rs"));
        let lines: usize = sources
            .map(|file| file.contents.split(|&byte| byte == b'\n').count() - 1)
            .sum();
        assert!(lines <= MOST_LINES, "{name}: {lines} lines");
        assert!(
            generated.files == generate(&corpora.join(name), other.path()).files,
            "{name}"
        );
    }
}
