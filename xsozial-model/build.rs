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
    if cfg!(feature = "xfall-nachbau") {
        xfall_nachbau()?;
    }
    Ok(())
}

/// One module for the envelope and one for each Leistung: their schemas know nothing of one another.
#[cfg(feature = "standards")]
fn xfall_nachbau() -> Result<(), xsozial_codegen::Error> {
    let folder = schemas().join("xfall-nachbau");
    for (name, file) in [
        ("xfall-nachbau-behaelter", "xfall-nachbau-behaelter.xsd"),
        ("xfall-nachbau-haushaltshilfe", "haushaltshilfe.xdf3.xml"),
        (
            "xfall-nachbau-hilfe-zum-lebensunterhalt",
            "hilfe-zum-lebensunterhalt.xdf3.xml",
        ),
        ("xfall-nachbau-mietrueckstaende", "mietrueckstaende.xdf3.xml"),
    ] {
        xsozial_codegen::Generator::new()
            .schema(folder.join(file))
            .codelists(folder.join("codelisten"))
            .name(name)
            .build_script()?;
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
