//! See `xsozial_fuzz::read`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| xsozial_fuzz::read::run(bytes));
