//! What generated code leans on beside [`xml`](crate::xml): its stored schema.

use xsozial_schema::Schema;

/// Decodes the schema that was stored beside generated code.
///
/// # Panics
///
/// When the bytes are not those that `xsozial-codegen` stored for this version of the runtime. They are part of the
/// program, not input: the tests of the crate that holds them find this at once.
#[expect(clippy::panic, reason = "the bytes are part of the program")]
pub fn embedded_schema(bytes: &[u8]) -> Schema {
    match Schema::from_bytes(bytes) {
        Ok(schema) => schema,
        Err(error) => panic!("{error}"),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    #[should_panic(expected = "no compiled schema")]
    fn damaged_bytes_are_found_at_once() {
        super::embedded_schema(b"no schema");
    }
}
