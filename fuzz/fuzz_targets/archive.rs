//! See `xsozial_fuzz::archive`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| xsozial_fuzz::archive::run(bytes));
