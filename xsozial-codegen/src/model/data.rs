//! The data of a plan.

use std::ops::Range;
use xsozial_schema::{
    NameId, NamespaceId,
    schema::{CodeTyp, ComplexTypeId, ElementId},
};

/// Everything that is generated for a schema.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    /// One module for each namespace that has types, in the order of their names.
    pub(crate) modules: Vec<Module>,
    /// The variants of `Document`.
    pub(crate) roots: Vec<Root>,
}

/// The module of one namespace.
#[derive(Clone, Debug)]
pub(crate) struct Module {
    /// Its name.
    pub(crate) name: String,
    /// The namespace's URI; empty for no namespace.
    pub(crate) uri: String,
    /// Its types, in the order of the schema.
    pub(crate) items: Vec<Item>,
    /// The marker types of its code types.
    pub(crate) code_lists: Vec<CodeList>,
}

/// A type in a module.
#[derive(Clone, Debug)]
pub(crate) enum Item {
    /// A struct.
    Record(Record),
    /// An enum for a choice.
    Choice(Choice),
    /// An enum for the parts of mixed content.
    Mixed(Mixed),
    /// An enum for an enumeration.
    Enumeration(Enumeration),
    /// An alias for a code.
    Code(CodeAlias),
    /// An enum of a type and the types derived from it by extension.
    Variants(Variants),
    /// An enum of the elements of a substitution group.
    Substitution(Substitution),
    /// A struct around the content of a global element.
    Wrapper(Wrapper),
}

/// Where a generated type is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct TypePath {
    /// The module's name.
    pub(crate) module: String,
    /// The type's name.
    pub(crate) name: String,
}

/// The type of a value in generated code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ValueType {
    /// A generated type.
    Generated(TypePath),
    /// A type of the standard library, named without path.
    Plain(&'static str),
    /// A type in `xsozial_model::value`.
    Value(&'static str),
    /// A type in `xsozial_model::xml`.
    Xml(&'static str),
    /// `xs:list`
    List(Box<ValueType>),
    /// The content of an element that may be `xsi:nil`.
    Nillable(Box<ValueType>),
}

/// How often a field's value stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cardinality {
    /// Exactly once.
    One,
    /// At most once.
    Optional,
    /// Any number of times.
    Many {
        /// Whether it must stand at least once.
        mandatory: bool,
    },
}

impl Cardinality {
    /// Whether a value without this field is invalid.
    pub(crate) fn is_mandatory(self) -> bool {
        matches!(self, Self::One | Self::Many { mandatory: true })
    }
}

/// What stands above a type, field or variant for people to read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Docs {
    /// The schema's documentation.
    pub(crate) documentation: Vec<String>,
    /// A remark of the generator, already in Markdown.
    pub(crate) remark: Option<String>,
    /// The XML name.
    pub(crate) xml_name: Option<String>,
    /// The name of the simple type whose values it has.
    pub(crate) type_name: Option<String>,
    /// The value that holds where the document is silent.
    pub(crate) default: Option<String>,
}

/// Where the value of a field comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum FieldSource {
    /// An attribute: its place among the type's attribute uses, and its name.
    Attribute(u32, NameId),
    /// An element: its leaf and its declaration.
    Element(u32, ElementId),
    /// The head of a substitution group, or one of its members: the head's leaf.
    Substitution(u32),
    /// A wildcard: its leaf.
    Wildcard(u32),
    /// A choice inside the content model: its leaves and its depth.
    Choice(Range<u32>, u8),
    /// A sequence inside the content model: its leaves and its depth.
    Group(Range<u32>, u8),
    /// The text of simple content.
    Text,
    /// The parts of mixed content.
    Mixed,
    /// What `xs:anyAttribute` admits.
    OtherAttributes,
    /// The restriction that the document named by `xsi:type`.
    XsiType,
}

/// A field of a struct, or a variant of an enum for a choice.
#[derive(Clone, Debug)]
pub(crate) struct Field {
    /// Its Rust name.
    pub(crate) name: String,
    /// Its name in JSON; while the plan is made the local XML name, where it has one.
    pub(crate) json_name: Option<String>,
    /// Its documentation.
    pub(crate) docs: Docs,
    /// The type of one value.
    pub(crate) value_type: ValueType,
    /// How often it stands.
    pub(crate) cardinality: Cardinality,
    /// Whether one value is boxed.
    pub(crate) boxed: bool,
    /// Where its value comes from.
    pub(crate) source: FieldSource,
}

/// A fixed attribute: a constant of its type.
#[derive(Clone, Debug)]
pub(crate) struct FixedAttribute {
    /// Name of the constant.
    pub(crate) constant: String,
    /// Its place among the type's attribute uses.
    pub(crate) index: u32,
    /// Name of the attribute.
    pub(crate) name: NameId,
    /// The value.
    pub(crate) value: String,
    /// Its documentation.
    pub(crate) docs: Docs,
}

/// A struct.
#[derive(Clone, Debug)]
pub(crate) struct Record {
    /// Its name.
    pub(crate) name: String,
    /// Its documentation.
    pub(crate) docs: Docs,
    /// The complex type that it stands for; `None` for a part of a content model.
    pub(crate) complex_type: Option<ComplexTypeId>,
    /// For a part of a content model: its leaves and its depth.
    pub(crate) group: Option<(Range<u32>, u8)>,
    /// Its fixed attributes.
    pub(crate) constants: Vec<FixedAttribute>,
    /// Its fields, in the order of the document.
    pub(crate) fields: Vec<Field>,
    /// Name of the struct that holds the constructor's arguments, when there are too many to tell apart by place.
    pub(crate) required: Option<String>,
}

/// An enum for a choice.
#[derive(Clone, Debug)]
pub(crate) struct Choice {
    /// Its name.
    pub(crate) name: String,
    /// Its documentation.
    pub(crate) docs: Docs,
    /// The complex type that it stands for; `None` for a part of a content model.
    pub(crate) complex_type: Option<ComplexTypeId>,
    /// Its depth in the content model.
    pub(crate) depth: u8,
    /// Its branches.
    pub(crate) branches: Vec<Field>,
}

/// An enum for the parts of mixed content.
#[derive(Clone, Debug)]
pub(crate) struct Mixed {
    /// Its name.
    pub(crate) name: String,
    /// Its documentation.
    pub(crate) docs: Docs,
    /// The variant for text.
    pub(crate) text: String,
    /// One variant for each leaf.
    pub(crate) branches: Vec<Field>,
}

/// An enum for an enumeration.
#[derive(Clone, Debug)]
pub(crate) struct Enumeration {
    /// Its name.
    pub(crate) name: String,
    /// Its documentation.
    pub(crate) docs: Docs,
    /// The values in the order of the schema.
    pub(crate) variants: Vec<EnumerationVariant>,
}

/// One value of an enumeration.
#[derive(Clone, Debug)]
pub(crate) struct EnumerationVariant {
    /// Its Rust name.
    pub(crate) name: String,
    /// The value.
    pub(crate) text: String,
    /// Its documentation.
    pub(crate) docs: Docs,
}

/// An alias for a code type.
#[derive(Clone, Debug)]
pub(crate) struct CodeAlias {
    /// Its name, which is also that of its marker.
    pub(crate) name: String,
    /// Its documentation.
    pub(crate) docs: Docs,
}

/// The marker of a code type.
#[derive(Clone, Debug)]
pub(crate) struct CodeList {
    /// Its name, the same as the alias'.
    pub(crate) name: String,
    /// The complex type.
    pub(crate) complex_type: ComplexTypeId,
    /// Who knows the codes.
    pub(crate) typ: CodeTyp,
    /// Long name of the list; empty when the schema is silent.
    pub(crate) title: String,
    /// URI of the list, where it is fixed.
    pub(crate) list_uri: Option<String>,
    /// Version of the list, where it is fixed.
    pub(crate) list_version: Option<String>,
    /// The codes, if they are known and few.
    pub(crate) constants: Vec<CodeConstant>,
}

/// A constant for a code.
#[derive(Clone, Debug)]
pub(crate) struct CodeConstant {
    /// Its name.
    pub(crate) name: String,
    /// The code.
    pub(crate) code: String,
    /// What the code means.
    pub(crate) description: String,
}

/// An enum of a type and the types derived from it by extension.
#[derive(Clone, Debug)]
pub(crate) struct Variants {
    /// Its name.
    pub(crate) name: String,
    /// Its documentation.
    pub(crate) docs: Docs,
    /// The types.
    pub(crate) alternatives: Vec<Alternative>,
}

/// Where a generated type keeps the `xsi:type` that names a restriction of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum KeptXsiType {
    /// It has no restriction that a document could name.
    Nowhere,
    /// In a public field.
    Field,
    /// In a `Code`, which tells it.
    Code,
}

/// One type of [`Variants`].
#[derive(Clone, Debug)]
pub(crate) struct Alternative {
    /// Name of the variant.
    pub(crate) name: String,
    /// The type's name in the schema.
    pub(crate) xml_name: String,
    /// The complex type.
    pub(crate) complex_type: ComplexTypeId,
    /// The generated type.
    pub(crate) path: TypePath,
    /// Whether it is the declared type itself, which needs no `xsi:type`.
    pub(crate) is_base: bool,
    /// Whether the generated type keeps an `xsi:type` of its own, which it then writes.
    pub(crate) kept_xsi_type: KeptXsiType,
    /// Whether it is boxed.
    pub(crate) boxed: bool,
}

/// An enum of the elements of a substitution group.
#[derive(Clone, Debug)]
pub(crate) struct Substitution {
    /// Its name.
    pub(crate) name: String,
    /// Its documentation.
    pub(crate) docs: Docs,
    /// One variant for each element. Their sources name the element; their leaf is that of whoever names the head.
    pub(crate) branches: Vec<Field>,
}

/// A struct around the content of a global element whose type other elements share.
#[derive(Clone, Debug)]
pub(crate) struct Wrapper {
    /// Its name.
    pub(crate) name: String,
    /// Its documentation.
    pub(crate) docs: Docs,
    /// What it holds.
    pub(crate) value_type: ValueType,
    /// Whether that is boxed.
    pub(crate) boxed: bool,
}

/// A variant of `Document`.
#[derive(Clone, Debug)]
pub(crate) struct Root {
    /// Name of the variant.
    pub(crate) name: String,
    /// The element's name in the schema.
    pub(crate) xml_name: String,
    /// The element.
    pub(crate) element: ElementId,
    /// The type of its content.
    pub(crate) path: TypePath,
    /// The namespaces of the names that a document of this root can hold.
    pub(crate) namespaces: Vec<NamespaceId>,
    /// Its name in JSON.
    pub(crate) json_name: String,
}
