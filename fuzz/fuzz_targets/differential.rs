//! See `xsozial_fuzz::differential`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| xsozial_fuzz::differential::run(bytes));
