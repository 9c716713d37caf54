//! Generates a module for every schema in `../xsd` and `../xdatenfelder`: a file is a schema, a folder is one of several
//! documents.

use std::{
    env,
    error::Error,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};
use xsozial_codegen::Generator;

fn main() -> Result<(), Box<dyn Error>> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut schemas = fs::read_dir(tests.join("xsd"))?
        .chain(fs::read_dir(tests.join("xdatenfelder"))?)
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<PathBuf>, std::io::Error>>()?;
    schemas.sort();
    let (mut modules, mut cases) = (String::new(), String::new());
    for schema in &schemas {
        let name = schema
            .file_stem()
            .and_then(|name| name.to_str()?.split('.').next())
            .ok_or("a name that is not UTF-8")?;
        Generator::new().schema(schema).name(name).build_script()?;
        writeln!(
            modules,
            "#[doc = \"Generated for `{name}`.\"]\npub mod {name} {{ include!(concat!(env!(\"OUT_DIR\"), \"/{name}.rs\")); }}"
        )?;
        writeln!(cases, "    case!({name}),")?;
    }
    let text = format!("{modules}\n/// All schemas.\npub const CASES: &[Case] = &[\n{cases}];\n");
    fs::write(Path::new(&env::var("OUT_DIR")?).join("modules.rs"), text)?;
    for folder in ["xsd", "xdatenfelder"] {
        println!("cargo:rerun-if-changed={}", tests.join(folder).display());
    }
    Ok(())
}
