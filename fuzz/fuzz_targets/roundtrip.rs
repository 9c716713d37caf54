//! See `xsozial_fuzz::roundtrip`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| xsozial_fuzz::roundtrip::run(bytes));
