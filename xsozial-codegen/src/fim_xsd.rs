//! `fim-xsd`: the XSD that a converter would make of an XDatenfelder file.

use crate::{Error, codelists::Codelists, inputs::Inputs};
use std::{fs, io::Write, path::Path};
use xsozial_schema::{
    xdatenfelder::{Datenschema, Options},
    xsd::XsdError,
};

/// Writes the XSD of the file to `out`, or to `output` where that is `-`. What is written compiles.
pub(crate) fn write(
    inputs: &Inputs,
    file: &Path,
    codelists: &Codelists,
    out: &Path,
    output: &mut dyn Write,
) -> Result<(), Error> {
    let at = |path: &Path| {
        let path = path.to_owned();
        move |source| Error::File { path, source }
    };
    let bytes = fs::read(file).map_err(at(file))?;
    let name = file
        .file_name()
        .map_or_else(|| file.to_string_lossy(), |name| name.to_string_lossy());
    let options = Options {
        shape: inputs.shape,
        codelists: codelists.shared().collect(),
        missing_codelists: inputs.missing_codelists,
    };
    let xsd = Datenschema::from_bytes(&bytes, &name)?
        .to_xsd(&options)
        .map_err(XsdError::from)?;
    // Patterns and bounds are read by the reader of XML Schema; its messages name the place in the XDatenfelder file.
    inputs.compile(codelists)?;
    if out == Path::new("-") {
        output.write_all(xsd.as_bytes()).map_err(at(out))
    } else {
        fs::write(out, xsd).map_err(at(out))
    }
}
