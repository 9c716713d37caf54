//! A valid document costs no allocation per event: ten times the elements take no more than a few growing buffers.
#![allow(
    clippy::unwrap_used,
    unsafe_code,
    reason = "a counting allocator cannot be written without unsafe code"
)]

use std::{
    alloc::{GlobalAlloc, Layout, System},
    sync::atomic::{AtomicUsize, Ordering},
};
use xsozial_schema::{Schema, xsd::Sources};
use xsozial_validate::{Validator, profile::Profile, rules::RuleOptions};

struct Counting;

static ALLOCATIONS: AtomicUsize = AtomicUsize::new(0);

// SAFETY: every call is passed on to the system's allocator unchanged.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATIONS.fetch_add(1, Ordering::Relaxed);
        // SAFETY: the caller keeps the contract of `alloc`.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        // SAFETY: the caller keeps the contract of `dealloc`.
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        ALLOCATIONS.fetch_add(1, Ordering::Relaxed);
        // SAFETY: the caller keeps the contract of `realloc`.
        unsafe { System.realloc(pointer, layout, size) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

const SCHEMA: &str = r#"
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t">
    <xs:element name="r"><xs:complexType><xs:sequence>
        <xs:element name="person" type="t:person" maxOccurs="unbounded"/>
    </xs:sequence></xs:complexType></xs:element>
    <xs:complexType name="person"><xs:sequence>
        <xs:element name="name" type="t:name"/>
        <xs:element name="birth" type="xs:date"/>
        <xs:element name="amount" type="xs:decimal"/>
        <xs:choice><xs:element name="state" type="t:state"/><xs:element name="other" type="xs:string"/></xs:choice>
        <xs:element name="note" minOccurs="0"><xs:complexType mixed="true"><xs:sequence>
            <xs:any processContents="lax" minOccurs="0" maxOccurs="unbounded"/>
        </xs:sequence></xs:complexType></xs:element>
        <xs:element name="file" type="xs:base64Binary"/>
    </xs:sequence><xs:attribute name="kind" type="xs:token" use="required"/><xs:attribute name="list" fixed="urn:l"/></xs:complexType>
    <xs:simpleType name="name"><xs:restriction base="xs:string"><xs:pattern value="\p{Lu}[\p{L} \-]*"/><xs:maxLength value="40"/></xs:restriction></xs:simpleType>
    <xs:simpleType name="state"><xs:restriction base="xs:token"><xs:enumeration value="a"/><xs:enumeration value="b"/></xs:restriction></xs:simpleType>
</xs:schema>"#;

fn document(persons: usize) -> Vec<u8> {
    let mut document = "<t:r xmlns:t='urn:t' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'>".to_owned();
    for _ in 0..persons {
        document.push_str(
            "\n  <person kind='x' list='urn:l'><name>Änne Łucja</name><birth>1890-02-28</birth><amount>12.50</amount>\
             <state>a</state><note>siehe <u>unten</u> &amp; oben</note><file>aGFsbG8=</file></person>",
        );
    }
    document.push_str("</t:r>");
    document.into_bytes()
}

fn allocations(work: impl FnOnce()) -> usize {
    let before = ALLOCATIONS.load(Ordering::Relaxed);
    work();
    ALLOCATIONS.load(Ordering::Relaxed) - before
}

const PROFILE: &str = "
    name = 'p'
    [[field]]
    path = 'r/person/name'
    when = { path = 'r/person/state', equals = 'a' }
    [[field]]
    path = 'r/person/@kind'
    [[field]]
    path = 'r/person/file'
    when = { path = 'r/person/other', present = false }";

/// One test alone, because allocations of all threads are counted.
#[test]
fn a_valid_document_costs_no_allocation_per_event_with_and_without_rules_and_profiles() {
    let schema = || Schema::compile(Sources::new().bytes("t.xsd", SCHEMA.as_bytes().to_vec())).unwrap();
    costs_no_allocation_per_event(&Validator::new(schema()));
    let validator = Validator::new(schema()).with_rules(RuleOptions::default());
    costs_no_allocation_per_event(&validator);
    let profile = Profile::from_toml(PROFILE, "p.toml", validator.schema()).unwrap();
    costs_no_allocation_per_event(&validator.with_profile(profile));
}

fn costs_no_allocation_per_event(validator: &Validator) {
    let [few, many] = [100, 10_000].map(document);
    assert_eq!(validator.report(&few).findings, []);
    for (name, validate) in [
        (
            "slice",
            &(|document: &[u8]| validator.is_valid(document)) as &dyn Fn(&[u8]) -> bool,
        ),
        ("stream", &|document: &[u8]| {
            validator.report_from(document).findings.is_empty()
        }),
    ] {
        let few = allocations(|| assert!(validate(&few)));
        let many = allocations(|| assert!(validate(&many)));
        assert!(many <= few + 20, "{name}: {few} and {many} allocations");
    }
}
