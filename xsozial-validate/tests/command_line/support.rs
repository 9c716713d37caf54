//! Calls of the built program.

use std::{
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

pub(crate) const SCHEMA: &str = "standard/xsd";

/// What a call wrote, and how it ended.
pub(crate) struct Call {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

pub(crate) fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data")
}

pub(crate) fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xsozial-validate"));
    command.current_dir(data()).env_remove("NO_COLOR");
    // What the developer has installed must not matter.
    command.env("XSOZIAL_STORE", "gibt/es/nicht");
    command
}

/// Calls the program beside the test data.
pub(crate) fn call(arguments: &[&str]) -> Call {
    ended(&program().args(arguments).output().unwrap())
}

/// Checks against the test schema.
pub(crate) fn check(arguments: &[&str]) -> Call {
    call(&[&["check", "--schema", SCHEMA], arguments].concat())
}

/// The same with a document on the standard input.
pub(crate) fn check_with_input(arguments: &[&str], input: &[u8]) -> Call {
    let mut child = program()
        .args(["check", "--schema", SCHEMA])
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that refuses its arguments does not read.
    let _ = child.stdin.take().unwrap().write_all(input);
    ended(&child.wait_with_output().unwrap())
}

pub(crate) fn ended(output: &Output) -> Call {
    Call {
        code: output.status.code().unwrap(),
        stdout: String::from_utf8(output.stdout.clone()).unwrap(),
        stderr: String::from_utf8(output.stderr.clone()).unwrap(),
    }
}

/// The lines of `--format jsonl`.
pub(crate) fn objects(call: &Call) -> Vec<serde_json::Value> {
    call.stdout
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// The names of all formats.
pub(crate) fn formats() -> impl Iterator<Item = &'static str> {
    xsozial_validate::format::Format::ALL.iter().map(|format| format.name())
}
