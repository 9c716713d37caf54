//! A valid document costs no allocation per event: ten times the elements take no more than a few growing buffers.
#![allow(
    clippy::unwrap_used,
    unsafe_code,
    reason = "a counting allocator cannot be written without unsafe code"
)]

use std::{
    alloc::{GlobalAlloc, Layout, System},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};
use xsozial_schema::{Schema, codelists::CodelistStore, xsd::Sources};
use xsozial_validate::{CodelistOptions, Validator, profile::Profile, rules::RuleOptions};

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
        <xs:element name="fixed"><xs:complexType><xs:sequence><xs:element name="code" type="xs:token"/>
            <xs:element name="name" type="xs:string"/></xs:sequence>
            <xs:attribute name="listURI" fixed="urn:l"/><xs:attribute name="listVersionID" fixed="1"/></xs:complexType></xs:element>
        <xs:element name="open"><xs:complexType><xs:sequence><xs:element name="code" type="xs:token"/></xs:sequence>
            <xs:attribute name="listURI" use="required"/><xs:attribute name="listVersionID" use="required"/></xs:complexType></xs:element>
    </xs:sequence><xs:attribute name="kind" type="xs:token" use="required"/><xs:attribute name="list" fixed="urn:l"/></xs:complexType>
    <xs:simpleType name="name"><xs:restriction base="xs:string"><xs:pattern value="\p{Lu}[\p{L} \-]*"/><xs:maxLength value="40"/></xs:restriction></xs:simpleType>
    <xs:simpleType name="state"><xs:restriction base="xs:token"><xs:enumeration value="a"/><xs:enumeration value="b"/></xs:restriction></xs:simpleType>
</xs:schema>"#;

fn document(persons: usize) -> Vec<u8> {
    let mut document = "<t:r xmlns:t='urn:t' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'>".to_owned();
    for _ in 0..persons {
        document.push_str(
            "\n  <person kind='x' list='urn:l'><name>Änne Łucja</name><birth>1890-02-28</birth><amount>12.50</amount>\
             <state>a</state><note>siehe <u>unten</u> &amp; oben</note><file>aGFsbG8=</file>\
             <fixed><code> 1\n</code><name>eins</name></fixed>\
             <open listURI='urn:l' listVersionID='1'><code>2</code></open></person>",
        );
    }
    document.push_str("</t:r>");
    document.into_bytes()
}

const LIST: &str = r#"<gc:CodeList xmlns:gc="http://docs.oasis-open.org/codelist/ns/genericode/1.0/"><Identification>
    <Version>1</Version><CanonicalUri>urn:l</CanonicalUri></Identification>
    <ColumnSet><Column Id="code" Use="required"/><Column Id="name" Use="required"/><Key Id="k"><ColumnRef Ref="code"/></Key></ColumnSet>
    <SimpleCodeList><Row><Value><SimpleValue>1</SimpleValue></Value><Value><SimpleValue>eins</SimpleValue></Value></Row>
    <Row><Value><SimpleValue>2</SimpleValue></Value><Value><SimpleValue>zwei</SimpleValue></Value></Row></SimpleCodeList>
    </gc:CodeList>"#;

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
fn a_valid_document_costs_no_allocation_per_event_with_and_without_lists_rules_and_profiles() {
    let schema = || Schema::compile(Sources::new().bytes("t.xsd", SCHEMA.as_bytes().to_vec())).unwrap();
    costs_no_allocation_per_event(&Validator::new(schema()));
    let mut lists = CodelistStore::new();
    lists.add_bytes("l.xml", LIST);
    let lists = Arc::new(lists);
    let with_lists = Validator::new(schema()).with_codelists(lists, CodelistOptions::default());
    costs_no_allocation_per_event(&with_lists);
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
