//! Lays the table of Leistungen where the crate finds it, and generates the shipped standards whose features are on.

use std::{env, error::Error, fs, path::PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    let table = schemas().join("leistungen.tsv");
    println!("cargo:rerun-if-changed={}", table.display());
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("Cargo sets OUT_DIR")?);
    fs::copy(&table, out.join("leistungen.tsv"))?;
    #[cfg(feature = "standards")]
    standards()?;
    Ok(())
}

/// Each standard is the folder of its name, with the code lists that lie in it.
#[cfg(feature = "standards")]
fn standards() -> Result<(), xsozial_codegen::Error> {
    // The standards import these; what a standard does not import is not generated.
    println!("cargo:rerun-if-changed={}", schemas().join("xoev-basis").display());
    for (standard, is_wanted) in [
        ("beispiel", cfg!(feature = "beispiel")),
        ("xsozial-nachbau", cfg!(feature = "xsozial-nachbau")),
    ] {
        if is_wanted {
            let folder = schemas().join(standard);
            let mut generator = xsozial_codegen::Generator::new().schema(&folder).name(standard);
            if folder.join("codelisten").is_dir() {
                generator = generator.codelists(folder.join("codelisten"));
            }
            generator.build_script()?;
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
fn schemas() -> PathBuf {
    let package = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let packed = package.join("schemas");
    if packed.is_dir() {
        packed
    } else {
        package.join("../schemas")
    }
}
