//! See `xsozial_fuzz::validate`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| xsozial_fuzz::validate::run(bytes));
