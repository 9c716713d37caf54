//! What generated code leans on beside [`xml`](crate::xml): its stored schema, and a `Debug` that shows no content.

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

/// Gives a generated type a `Debug` that prints its name and how long its lists are, never content.
#[macro_export]
macro_rules! masked_debug {
    ($name:ident { $($list:ident),* }) => {
        impl ::core::fmt::Debug for $name {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                formatter
                    .debug_struct(stringify!($name))
                    $(.field(stringify!($list), &self.$list.len()))*
                    .finish_non_exhaustive()
            }
        }
    };
}

#[cfg(test)]
mod tests {
    struct Person {
        vornamen: Vec<&'static str>,
    }

    masked_debug!(Person { vornamen });

    #[test]
    fn debug_shows_counts_and_no_content() {
        let person = Person {
            vornamen: vec!["Ada", "Grace"],
        };
        assert_eq!(format!("{person:?}"), "Person { vornamen: 2, .. }");
    }

    #[test]
    #[should_panic(expected = "no compiled schema")]
    fn damaged_bytes_are_found_at_once() {
        super::embedded_schema(b"no schema");
    }
}
