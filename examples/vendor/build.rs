//! Generates the types of the delivery.

use std::{env, path::PathBuf};

/// The delivery as it was downloaded. This one is invented; put the official one beside it and change this line.
const DELIVERY: &str = "lieferung/beispiel-0.1.zip";

fn main() -> Result<(), xsozial_codegen::Error> {
    // For a try with another delivery, without a change: XSOZIAL_LIEFERUNG=/path/to/delivery.zip cargo run -- …
    println!("cargo:rerun-if-env-changed=XSOZIAL_LIEFERUNG");
    let delivery = env::var_os("XSOZIAL_LIEFERUNG").map_or_else(|| DELIVERY.into(), PathBuf::from);
    xsozial_codegen::Generator::new()
        .schema(delivery)
        .name("lieferung")
        .build_script()?;
    Ok(())
}
