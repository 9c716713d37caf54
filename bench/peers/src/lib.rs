//! Peers of xsozial that are heavy to build, one a file. Those that are light are in `bench/src/speed/peers`.

mod xoev_xwasser;
mod xsd_parser;

pub use xoev_xwasser::candidates as xoev_xwasser;
pub use xsd_parser::candidates as xsd_parser;
