//! Start tags: names resolved, attribute values normalised, in buffers that are used again.

use super::{
    attribute_value::normalise,
    characters::{is_space, shown, split_qname},
    event::ElementStart,
    name_cache::{NameCache, ResolvedName},
    prefixes::{BindingId, Prefixes},
};
use std::ops::Range;
use xsozial_schema::{Code, Fault, NameId, NamespaceId, names::Names};

/// From this number of attributes on, duplicates are found by sorting.
const MANY: usize = 16;

/// What is wrong inside a start tag, and at which byte of it.
pub(super) struct TagFault {
    pub(super) fault: Fault,
    pub(super) place: usize,
}

impl TagFault {
    fn new(fault: Fault, place: usize) -> Self {
        Self { fault, place }
    }

    fn not_xml(reason: (&'static str, &'static str), place: usize) -> Self {
        Self::new(Fault::because(Code::NotXml, reason), place)
    }
}

/// An attribute as it stands in the tag.
pub(super) struct RawAttribute {
    pub(super) qname: Range<usize>,
    /// Where the value is: in the tag, or in [`StartTag::values`] where it had to be changed.
    value: Range<usize>,
    is_changed: bool,
    pub(super) resolved: ResolvedName,
}

/// The start tag that was read last.
pub(super) struct StartTag {
    pub(super) attributes: Vec<RawAttribute>,
    values: String,
    pub(super) name_length: usize,
    pub(super) resolved: ResolvedName,
    pub(super) has_instance_attributes: bool,
    element_names: NameCache,
    attribute_names: NameCache,
}

const UNRESOLVED: ResolvedName = ResolvedName {
    name: NameId::UNKNOWN,
    namespace: NamespaceId::UNKNOWN,
    binding: BindingId::NONE,
    local_start: 0,
};

impl StartTag {
    pub(super) fn new() -> Self {
        Self {
            attributes: Vec::new(),
            values: String::new(),
            name_length: 0,
            resolved: UNRESOLVED,
            has_instance_attributes: false,
            element_names: NameCache::new(256),
            attribute_names: NameCache::new(64),
        }
    }

    /// Declarations went out of scope: what names mean may have changed.
    pub(super) fn forget_names(&mut self) {
        self.element_names.clear();
        self.attribute_names.clear();
    }

    pub(super) fn summary(&self) -> ElementStart {
        ElementStart {
            name: self.resolved.name,
            namespace: self.resolved.namespace,
            attribute_count: self.attributes.len(),
            has_instance_attributes: self.has_instance_attributes,
        }
    }

    /// Reads what is between `<` and `>` or `/>`: a name of that length, and attributes. The element has been entered in
    /// `prefixes`.
    #[inline]
    pub(super) fn read(
        &mut self,
        tag: &str,
        name_length: usize,
        prefixes: &mut Prefixes,
        names: &Names,
    ) -> Result<(), TagFault> {
        self.attributes.clear();
        self.has_instance_attributes = false;
        self.name_length = name_length;
        if self.name_length == 0 {
            return Err(TagFault::not_xml(("ein Name ist fehlerhaft", "a name is malformed"), 0));
        }
        if self.name_length < tag.len() {
            self.values.clear();
            self.scan(tag)?;
            self.resolve_attributes(tag, prefixes, names)?;
        }
        self.resolve_name(tag, prefixes, names)
    }

    /// A start tag begins that comes in parts. The name stands at the beginning of the tag's text.
    pub(super) fn begin(&mut self, name_length: usize) {
        self.attributes.clear();
        self.values.clear();
        self.has_instance_attributes = false;
        self.name_length = name_length;
    }

    /// An attribute of a tag that comes in parts: where its name stands in the tag's text, and its value.
    pub(super) fn push_given(&mut self, qname: Range<usize>, value: &str) {
        let before = self.values.len();
        self.values.push_str(value);
        self.attributes.push(RawAttribute {
            qname,
            value: before..self.values.len(),
            is_changed: true,
            resolved: UNRESOLVED,
        });
    }

    /// All parts of the tag have come; `tag` is its text.
    pub(super) fn finish(&mut self, tag: &str, prefixes: &mut Prefixes, names: &Names) -> Result<(), TagFault> {
        if !self.attributes.is_empty() {
            self.resolve_attributes(tag, prefixes, names)?;
        }
        self.resolve_name(tag, prefixes, names)
    }

    #[inline]
    fn resolve_name(&mut self, tag: &str, prefixes: &Prefixes, names: &Names) -> Result<(), TagFault> {
        let qname = &tag[..self.name_length];
        self.resolved = match self.element_names.get(qname) {
            Some(resolved) => resolved,
            None => resolve(qname, true, &mut self.element_names, prefixes, names)
                .map_err(|fault| TagFault::new(fault, 0))?,
        };
        Ok(())
    }

    fn resolve_attributes(&mut self, tag: &str, prefixes: &mut Prefixes, names: &Names) -> Result<(), TagFault> {
        self.declare(tag, prefixes, names)?;
        for attribute in &mut self.attributes {
            let qname = &tag[attribute.qname.clone()];
            attribute.resolved = match self.attribute_names.get(qname) {
                Some(resolved) => resolved,
                None => resolve(qname, false, &mut self.attribute_names, prefixes, names)
                    .map_err(|fault| TagFault::new(fault, attribute.qname.start))?,
            };
            self.has_instance_attributes |= attribute.resolved.namespace == NamespaceId::XSI;
        }
        let key = |attribute: &RawAttribute| {
            let local = attribute.qname.start + attribute.resolved.local_start as usize;
            (
                prefixes.uri(attribute.resolved.binding),
                &tag[local..attribute.qname.end],
            )
        };
        // Two names of the schema differ where their numbers do; only others are compared as text.
        let is_known = |attribute: &RawAttribute| attribute.resolved.name != NameId::UNKNOWN;
        if let [first, second] = &self.attributes[..]
            && is_known(first)
            && is_known(second)
            && first.resolved.name != second.resolved.name
        {
            return Ok(());
        }
        match first_duplicate(&self.attributes, key) {
            Some(place) => Err(TagFault::new(
                Fault::new(Code::AttributeDuplicate),
                self.attributes[place].qname.start,
            )),
            None => Ok(()),
        }
    }

    /// Parts the tag behind the element's name into attributes.
    fn scan(&mut self, tag: &str) -> Result<(), TagFault> {
        let bytes = tag.as_bytes();
        let mut place = self.name_length;
        loop {
            let start = skip_spaces(bytes, place);
            if start == bytes.len() {
                return Ok(());
            }
            if start == place {
                return Err(TagFault::not_xml(
                    (
                        "vor einem Attribut fehlt ein Leerzeichen",
                        "white space is missing before an attribute",
                    ),
                    place,
                ));
            }
            let Some(equals) = memchr::memchr(b'=', &bytes[start..]).map(|length| start + length) else {
                return Err(TagFault::not_xml(
                    ("ein Attribut hat keinen Wert", "an attribute has no value"),
                    start,
                ));
            };
            // White space inside the name is found when the name is resolved.
            let name_end = start + bytes[start..equals].trim_ascii_end().len();
            let quote_place = skip_spaces(bytes, equals + 1);
            let Some(&quote @ (b'"' | b'\'')) = bytes.get(quote_place) else {
                return Err(TagFault::not_xml(
                    (
                        "der Wert eines Attributs steht nicht in Anführungszeichen",
                        "an attribute's value is not quoted",
                    ),
                    start,
                ));
            };
            let value_start = quote_place + 1;
            let Some(length) = memchr::memchr(quote, &bytes[value_start..]) else {
                return Err(TagFault::not_xml(
                    (
                        "der Wert eines Attributs endet nicht",
                        "an attribute's value is not closed",
                    ),
                    start,
                ));
            };
            place = value_start + length + 1;
            self.push(tag, start..name_end, value_start..value_start + length)?;
        }
    }

    fn push(&mut self, tag: &str, qname: Range<usize>, value: Range<usize>) -> Result<(), TagFault> {
        let before = self.values.len();
        let is_changed = normalise(&tag[value.clone()], &mut self.values)
            .map_err(|(fault, place)| TagFault::new(fault, value.start + place))?;
        self.attributes.push(RawAttribute {
            qname,
            value: if is_changed { before..self.values.len() } else { value },
            is_changed,
            resolved: UNRESOLVED,
        });
        Ok(())
    }

    /// Takes the namespace declarations out of the attributes.
    fn declare(&mut self, tag: &str, prefixes: &mut Prefixes, names: &Names) -> Result<(), TagFault> {
        let prefix_of = |attribute: &RawAttribute| -> Option<Range<usize>> {
            let qname = &tag[attribute.qname.clone()];
            let rest = qname.strip_prefix("xmlns")?;
            let is_declaration = rest.is_empty() || rest.starts_with(':');
            is_declaration.then(|| (attribute.qname.end - rest.trim_start_matches(':').len())..attribute.qname.end)
        };
        let mut declarations = Vec::new();
        if self.attributes.iter().all(|attribute| prefix_of(attribute).is_none()) {
            return Ok(());
        }
        for (place, attribute) in self.attributes.iter().enumerate() {
            let Some(prefix) = prefix_of(attribute) else { continue };
            let prefix = &tag[prefix];
            if attribute.qname.len() > "xmlns".len() && split_qname(&tag[attribute.qname.clone()]).is_none() {
                return Err(TagFault::not_xml(
                    ("ein Name ist fehlerhaft", "a name is malformed"),
                    attribute.qname.start,
                ));
            }
            prefixes.declare(prefix, self.value(tag, place), names).map_err(|_| {
                TagFault::new(
                    Fault::because(
                        Code::Prefix,
                        (
                            "die Deklaration verwendet ein reserviertes Präfix oder einen reservierten Namensraum",
                            "the declaration uses a reserved prefix or namespace",
                        ),
                    ),
                    attribute.qname.start,
                )
            })?;
            declarations.push((prefix, attribute.qname.start));
        }
        if let Some(place) = first_duplicate(&declarations, |&(prefix, _)| ("", prefix)) {
            return Err(TagFault::new(
                Fault::new(Code::AttributeDuplicate),
                declarations[place].1,
            ));
        }
        self.attributes.retain(|attribute| prefix_of(attribute).is_none());
        self.forget_names();
        Ok(())
    }

    /// The value of an attribute; `tag` is the tag's text.
    pub(super) fn value<'v>(&'v self, tag: &'v str, attribute: usize) -> &'v str {
        let Some(attribute) = self.attributes.get(attribute) else {
            return "";
        };
        let text = if attribute.is_changed { &self.values } else { tag };
        text.get(attribute.value.clone()).unwrap_or_default()
    }
}

fn skip_spaces(bytes: &[u8], place: usize) -> usize {
    bytes[place.min(bytes.len())..]
        .iter()
        .position(|&byte| !is_space(byte))
        .map_or(bytes.len(), |count| place + count)
}

fn resolve(
    qname: &str,
    is_element: bool,
    cache: &mut NameCache,
    prefixes: &Prefixes,
    names: &Names,
) -> Result<ResolvedName, Fault> {
    let (prefix, local) = qname.split_once(':').unwrap_or(("", qname));
    // A default namespace is for elements alone.
    let binding = if prefix.is_empty() && !is_element {
        Some(BindingId::NONE)
    } else {
        prefixes.find(prefix)
    };
    let namespace = binding.map_or(NamespaceId::UNKNOWN, |binding| prefixes.namespace(binding));
    let name = if namespace == NamespaceId::UNKNOWN {
        NameId::UNKNOWN
    } else {
        names.lookup(namespace, local)
    };
    // A name that the schema knows is well-formed; only others are looked at. A prefix that is bound was looked at then.
    let has_empty_prefix = prefix.is_empty() && local.len() < qname.len();
    if (name == NameId::UNKNOWN || has_empty_prefix) && split_qname(qname).is_none() {
        return Err(Fault::because(
            Code::NotXml,
            ("ein Name ist fehlerhaft", "a name is malformed"),
        ));
    }
    let Some(binding) = binding else {
        return Err(Fault::named(Code::Prefix, shortened(prefix)));
    };
    let resolved = ResolvedName {
        name,
        namespace,
        binding,
        local_start: u32::try_from(qname.len() - local.len()).unwrap_or(u32::MAX),
    };
    cache.insert(qname, resolved);
    Ok(resolved)
}

/// A name, or a namespace, short enough for a message and on one line.
pub fn shortened(name: &str) -> String {
    const LONGEST: usize = 100;
    let mut characters = name.chars().map(shown);
    let mut short: String = characters.by_ref().take(LONGEST).collect();
    if characters.next().is_some() {
        short.push('…');
    }
    short
}

/// The first of the items whose key stood before.
fn first_duplicate<'k, T>(items: &[T], key: impl Fn(&T) -> (&'k str, &'k str)) -> Option<usize> {
    if items.len() < 2 {
        return None;
    }
    if items.len() <= MANY {
        return (1..items.len()).find(|&place| items[..place].iter().any(|before| key(before) == key(&items[place])));
    }
    let mut order: Vec<usize> = (0..items.len()).collect();
    order.sort_by_key(|&place| (key(&items[place]), place));
    order
        .windows(2)
        .filter(|pair| key(&items[pair[0]]) == key(&items[pair[1]]))
        .map(|pair| pair[1])
        .min()
}
