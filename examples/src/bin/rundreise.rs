//! The main job, on the small schema set: schemas → crate → built program → document → Rust → document.
//!
//! `cargo run -p xsozial-examples --bin rundreise`
#![expect(clippy::print_stdout, reason = "the program tells what happens")]

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};
use xsozial_codegen::Generator;

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let schemas = workspace.join("schemas/beispiel");
    let out = workspace.join("target/rundreise");
    generate(&workspace, &schemas, &out)?;
    build(&workspace, &out)?;
    let sample = schemas.join("beispiele/antrag.xml");
    println!("reading {}", shown(&sample));
    if !run(&workspace, &out, &sample)? {
        return Err("the sample was refused".into());
    }
    let faulty = spoil(&sample, &out)?;
    println!("reading the same with an impossible month");
    if run(&workspace, &out, &faulty)? {
        return Err("the faulty sample was accepted".into());
    }
    println!("done; the written document: {}", shown(&out.join("written.xml")));
    Ok(())
}

fn generate(workspace: &Path, schemas: &Path, out: &Path) -> Result<(), Failure> {
    let started = Instant::now();
    let generated = Generator::new()
        .schema(schemas)
        .name("beispiel")
        .runtime(workspace.join("xsozial-model"))
        .out_dir(out)
        .generate_crate()?;
    println!(
        "generated {} files from {} in {:?}:",
        generated.files.len(),
        shown(schemas),
        started.elapsed()
    );
    for file in &generated.files {
        println!("  {}", file.path.display());
    }
    Ok(())
}

/// Adds the program and builds it, into this workspace's own target folder and with its profile: what is built already of the
/// packages that it depends on is used again.
fn build(workspace: &Path, out: &Path) -> Result<(), Failure> {
    let started = Instant::now();
    fs::copy(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("template/main.rs"),
        out.join("src/main.rs"),
    )?;
    let manifest = out.join("Cargo.toml");
    let text = fs::read_to_string(&manifest)?;
    if !text.contains("[workspace]") {
        fs::write(
            &manifest,
            text + "\n# Stands by itself, below another workspace.\n[workspace]\n",
        )?;
    }
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
    fs::copy(lock, out.join("Cargo.lock"))?;
    let built = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--manifest-path"])
        .arg(&manifest)
        .env("CARGO_TARGET_DIR", target(workspace))
        .env("CARGO_PROFILE_DEV_DEBUG", "line-tables-only")
        .status()?;
    if !built.success() {
        return Err("the generated crate does not build".into());
    }
    println!("built it in {:?}", started.elapsed());
    Ok(())
}

/// Where cargo builds to.
fn target(workspace: &Path) -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace.join("target"), PathBuf::from)
}

fn run(workspace: &Path, out: &Path, document: &Path) -> Result<bool, Failure> {
    let program = target(workspace)
        .join("debug")
        .join(format!("beispiel{}", std::env::consts::EXE_SUFFIX));
    Ok(Command::new(program)
        .arg(document)
        .arg(out.join("written.xml"))
        .status()?
        .success())
}

/// A copy of the sample in which a month is no month.
fn spoil(sample: &Path, out: &Path) -> Result<PathBuf, Failure> {
    let faulty = out.join("faulty.xml");
    fs::write(&faulty, fs::read_to_string(sample)?.replacen("2026-02<", "2026-20<", 1))?;
    Ok(faulty)
}

/// The path from the workspace on, as a reader of the output knows it.
fn shown(path: &Path) -> String {
    let text = path.to_string_lossy().replace('\\', "/");
    text.rsplit_once("/../")
        .map_or(text.clone(), |(_, rest)| rest.to_owned())
}
