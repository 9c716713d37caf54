//! Lays the base schemas where the crate finds them.

use std::{env, error::Error, fs, path::PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=build.rs");
    if env::var_os("CARGO_FEATURE_XSD").is_none() {
        return Ok(());
    }
    let folder = base_schemas();
    println!("cargo:rerun-if-changed={}", folder.display());
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("Cargo sets OUT_DIR")?);
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        println!("cargo:rerun-if-changed={}", path.display());
        fs::copy(&path, out.join(path.file_name().ok_or("a file has a name")?))?;
    }
    Ok(())
}

/// The base schemas: packed with the crate, or beside it where links are not followed (a checkout on Windows).
fn base_schemas() -> PathBuf {
    let package = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let packed = package.join("schemas/xoev-basis");
    if packed.is_dir() {
        packed
    } else {
        package.join("../schemas/xoev-basis")
    }
}
