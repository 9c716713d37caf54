//! Generates the shipped standards whose features are on.

#[cfg(not(feature = "standards"))]
fn main() {}

#[cfg(feature = "standards")]
fn main() -> Result<(), xsozial_codegen::Error> {
    for (standard, is_wanted) in [("beispiel", cfg!(feature = "beispiel"))] {
        if is_wanted {
            xsozial_codegen::Generator::new()
                .schema(schemas().join(standard))
                .name(standard)
                .build_script()?;
        }
    }
    Ok(())
}

/// The schemas: packed with the crate, or beside it where links are not followed (a checkout on Windows).
#[cfg(feature = "standards")]
fn schemas() -> std::path::PathBuf {
    let package = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let packed = package.join("schemas");
    if packed.is_dir() {
        packed
    } else {
        package.join("../schemas")
    }
}
