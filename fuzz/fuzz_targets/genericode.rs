//! See `xsozial_fuzz::genericode`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| xsozial_fuzz::genericode::run(bytes));
