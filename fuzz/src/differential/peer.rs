//! xsd-schema, kept from ending the process.

use std::{
    cell::Cell,
    panic::{self, AssertUnwindSafe},
    sync::Once,
};
use xsd_schema::{
    SchemaSet, SchemaSetBuilder,
    validation::{CollectingValidationSink, SchemaValidator, ValidationFlags, drive_quick_xml_in},
};

/// A schema as xsd-schema has compiled it.
pub(super) struct Peer {
    schemas: &'static SchemaSet,
}

impl Peer {
    /// Compiles a schema; it is kept until the process ends.
    pub(super) fn new((name, text): (&str, &str)) -> Self {
        let compiled = SchemaSetBuilder::new()
            .add_source(text, name)
            .and_then(SchemaSetBuilder::compile);
        match compiled {
            Ok(compiled) => Self {
                schemas: Box::leak(Box::new(compiled.into_schema_set())),
            },
            Err(error) => panic!("xsd-schema does not compile {name}: {error}"),
        }
    }

    /// Its verdict: what is wrong, as it tells it. `None` when it panics.
    pub(super) fn verdict(&self, document: &[u8]) -> Option<Result<(), String>> {
        quietly(|| self.validate(document))
    }

    fn validate(&self, document: &[u8]) -> Result<(), String> {
        let flags = ValidationFlags::default() & !ValidationFlags::BUILD_PSVI_TYPED_VALUES;
        let validator = SchemaValidator::new(self.schemas, flags);
        let (mut errors, mut warnings) = (Vec::new(), Vec::new());
        let mut runtime = validator.start_run(CollectingValidationSink {
            errors: &mut errors,
            warnings: &mut warnings,
        });
        let outcome = drive_quick_xml_in(document, &mut runtime, self.schemas, &mut Vec::new());
        drop(runtime);
        outcome.map_err(|error| error.to_string())?;
        errors.first().map_or(Ok(()), |error| Err(error.to_string()))
    }
}

thread_local! {
    static IS_PEER: Cell<bool> = const { Cell::new(false) };
}

/// Runs something whose panics are not ours. libFuzzer ends the process in the panic hook, so that hook is passed over.
fn quietly<T>(run: impl FnOnce() -> T) -> Option<T> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let previous = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !IS_PEER.get() {
                previous(info);
            }
        }));
    });
    IS_PEER.set(true);
    let outcome = panic::catch_unwind(AssertUnwindSafe(run));
    IS_PEER.set(false);
    outcome.ok()
}
