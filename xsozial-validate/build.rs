//! Packs the standards that ship with the program: schemas and code lists of each into one ZIP archive, as deliveries come.

#[cfg(not(feature = "nachbau"))]
fn main() {
    println!("cargo:rerun-if-changed=build.rs");
}

#[cfg(feature = "nachbau")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo:rerun-if-changed=build.rs");
    packing::pack("xsozial-nachbau")?;
    packing::pack("xfall-nachbau")
}

#[cfg(feature = "nachbau")]
mod packing {
    use std::{
        collections::BTreeMap,
        env,
        error::Error,
        fmt::Write as _,
        fs::{self, File},
        io::Write,
        path::{Path, PathBuf},
    };
    use zip::{ZipWriter, write::SimpleFileOptions};

    /// Writes `STANDARD.zip`, and the profiles as the lines of a Rust array, `STANDARD.profile.rs`.
    pub(super) fn pack(standard: &str) -> Result<(), Box<dyn Error>> {
        let folder = folder(standard);
        let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("Cargo sets OUT_DIR")?);
        let mut files = BTreeMap::new();
        let mut profiles = String::new();
        collect(&folder, "", &mut files)?;
        let mut archive = ZipWriter::new(File::create(out.join(format!("{standard}.zip")))?);
        let options = SimpleFileOptions::default().compression_level(Some(9));
        for (name, path) in files {
            let bytes = fs::read(&path)?;
            if let Some(profile) = name
                .strip_prefix("profile/")
                .and_then(|name| name.strip_suffix(".toml"))
            {
                let text = String::from_utf8(bytes)?;
                writeln!(profiles, "({profile:?}, {text:?}),")?;
            } else {
                archive.start_file(name, options)?;
                archive.write_all(&bytes)?;
            }
        }
        archive.finish()?;
        fs::write(out.join(format!("{standard}.profile.rs")), format!("&[{profiles}]"))?;
        Ok(())
    }

    /// The schemas, code lists and profiles by their path in the folder. Samples, and the files that schemas were written of,
    /// are not among them.
    fn collect(folder: &Path, below: &str, files: &mut BTreeMap<String, PathBuf>) -> Result<(), Box<dyn Error>> {
        println!("cargo:rerun-if-changed={}", folder.display());
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let name = path
                .file_name()
                .ok_or("a file has a name")?
                .to_string_lossy()
                .into_owned();
            let extension = path.extension().unwrap_or_default();
            if path.is_dir() {
                if name != "beispiele" {
                    collect(&path, &format!("{below}{name}/"), files)?;
                }
            } else if extension == "xsd" || (!below.is_empty() && (extension == "xml" || extension == "toml")) {
                println!("cargo:rerun-if-changed={}", path.display());
                files.insert(format!("{below}{name}"), path);
            }
        }
        Ok(())
    }

    /// The standard: packed with the crate, or beside it where links are not followed (a checkout on Windows).
    fn folder(standard: &str) -> PathBuf {
        let package = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        let packed = package.join("schemas").join(standard);
        if packed.is_dir() {
            packed
        } else {
            package.join("../schemas").join(standard)
        }
    }
}
