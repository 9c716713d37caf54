//! Elements: which one, of which type, nil or not.

use super::{DEPTH_LIMIT, ELEMENT_LIMIT, Growth, Turn, text_slot};
use crate::sample::{
    SampleError, Size, explain,
    lists::ListedCode,
    tree::{NodeId, NodeName, Text},
};
use xsozial_schema::schema::{ComplexTypeId, Content, Element, ElementId, TypeRef, ValueConstraint};

/// How likely a random document uses a variant, leaves a default value to the schema, or has a nil element.
const VARIANT_PERCENT: usize = 40;
const SILENT_PERCENT: usize = 50;
const NIL_PERCENT: usize = 15;

impl Growth<'_, '_> {
    /// Adds the element, or one that may stand in for it.
    pub(super) fn element_or_member(
        &mut self,
        id: ElementId,
        parent: NodeId,
        size: Size,
        code: Option<&ListedCode>,
    ) -> Result<(), SampleError> {
        let weights = self.ground.weights;
        let members = self.ground.variants.members(id).iter().copied();
        let members: Vec<_> = members.filter(|&member| weights.element(member).is_finite()).collect();
        let member = self.variant(&members, Turn::Member(id), size, |&member| weights.element(member));
        let member = member.ok_or_else(|| explain::element(self.ground, id))?;
        self.element(member, Some(parent), size, code)
    }

    /// Adds the element itself.
    pub(super) fn element(
        &mut self,
        id: ElementId,
        parent: Option<NodeId>,
        size: Size,
        code: Option<&ListedCode>,
    ) -> Result<(), SampleError> {
        let declaration = self.ground.schema.element(id);
        if self.depth >= DEPTH_LIMIT || self.tree.nodes.len() >= ELEMENT_LIMIT {
            return Err(self.too_large(declaration.source));
        }
        let weights = self.ground.weights;
        let types = self.ground.variants.types(id);
        let possible: Vec<TypeRef> = types
            .iter()
            .copied()
            .filter(|&type_ref| weights.of_type(type_ref).is_finite() || has_value(declaration, type_ref))
            .collect();
        let size = if self.is_over_budget(size) { Size::Minimal } else { size };
        // The smallest form names no type where it need not.
        let weigh = |&type_ref: &TypeRef| (weights.of_type(type_ref), type_ref != declaration.type_ref);
        let chosen = self.variant(&possible, Turn::Type(id), size, weigh);
        let must_be_nil = chosen.is_none() && declaration.is_nillable && weights.element(id).is_finite();
        let chosen = if must_be_nil { types.first().copied() } else { chosen };
        let type_ref = chosen.ok_or_else(|| explain::element(self.ground, id))?;
        let node = self.tree.add(parent, NodeName::Known(declaration.name), Some(id));
        let may_be_nil = declaration.is_nillable && declaration.constraint.is_none();
        self.tree.nodes[node].named_type = (type_ref != declaration.type_ref).then_some(type_ref);
        self.tree.nodes[node].is_nil =
            must_be_nil || (may_be_nil && size == Size::Random && self.random.chance(NIL_PERCENT));
        self.depth += 1;
        let filled = match type_ref {
            TypeRef::Simple(_) => self.text(node, declaration, type_ref, size, code),
            TypeRef::Complex(complex) => self.complex(node, declaration, complex, size),
        };
        self.depth -= 1;
        filled
    }

    /// One of several things that may stand at a place, the usual one first.
    fn variant<T: Copy, W: Ord>(
        &mut self,
        variants: &[T],
        turn: Turn,
        size: Size,
        weigh: impl Fn(&T) -> W,
    ) -> Option<T> {
        if variants.len() < 2 {
            return variants.first().copied();
        }
        match size {
            Size::Minimal => variants.iter().min_by_key(|&variant| weigh(variant)).copied(),
            Size::Full => {
                let turn = self.turn(turn);
                variants.get(turn % variants.len()).copied()
            }
            Size::Random if self.random.chance(VARIANT_PERCENT) => self.random.pick(variants).copied(),
            Size::Random => variants.first().copied(),
        }
    }

    fn complex(
        &mut self,
        node: NodeId,
        declaration: &Element,
        id: ComplexTypeId,
        size: Size,
    ) -> Result<(), SampleError> {
        let schema = self.ground.schema;
        let complex_type = schema.complex_type(id);
        let size = match size {
            Size::Full if !self.filled.insert(id) => Size::Minimal,
            size => size,
        };
        let binding = complex_type.code.as_ref();
        let code = binding.and_then(|binding| self.ground.lists.choose(binding, self.random));
        self.attributes(node, complex_type, size, code.as_ref(), declaration.source)?;
        if self.tree.nodes[node].is_nil {
            return Ok(());
        }
        match &complex_type.content {
            Content::Empty => Ok(()),
            Content::Simple(simple) => self.text(node, declaration, TypeRef::Simple(*simple), size, code.as_ref()),
            Content::Elements(content) => {
                if content.mixed {
                    let text = match declaration.constraint.as_ref().and_then(ValueConstraint::fixed) {
                        Some(fixed) => fixed,
                        None if size == Size::Minimal => "",
                        None => "Synthetischer Text",
                    };
                    self.tree.nodes[node].text = Some(Text {
                        simple_type: None,
                        content: text.to_owned(),
                        is_fixed: true,
                    });
                    // An element with a fixed value has no children (part 1, section 3.3.4, clause 5.2.2.1).
                    if declaration
                        .constraint
                        .as_ref()
                        .is_some_and(|value| value.fixed().is_some())
                    {
                        return Ok(());
                    }
                }
                match &content.particle {
                    Some(particle) => self.particle(node, content, particle, size, code.as_ref()),
                    None => Ok(()),
                }
            }
        }
    }

    /// The text of an element of a simple type or with simple content.
    fn text(
        &mut self,
        node: NodeId,
        declaration: &Element,
        type_ref: TypeRef,
        size: Size,
        code: Option<&ListedCode>,
    ) -> Result<(), SampleError> {
        let TypeRef::Simple(id) = type_ref else { return Ok(()) };
        if self.tree.nodes[node].is_nil {
            return Ok(());
        }
        let is_field = self.ground.field_names.elements.contains(&declaration.name);
        let is_silent = match size {
            Size::Minimal => true,
            Size::Full => false,
            Size::Random => self.random.chance(SILENT_PERCENT),
        };
        let is_usable = self.ground.weights.is_usable(id);
        let value = match &declaration.constraint {
            Some(ValueConstraint::Fixed(fixed)) => Text::constant(id, fixed),
            Some(ValueConstraint::Default(_)) if is_silent && !is_field => Text::constant(id, ""),
            Some(ValueConstraint::Default(default)) if !is_usable || (!is_field && size == Size::Full) => {
                Text::constant(id, default)
            }
            _ => {
                let local = self.ground.schema.names.local(declaration.name);
                self.value(id, local, (size, text_slot(node)), code, declaration.source)?
            }
        };
        self.tree.nodes[node].text = Some(value);
        Ok(())
    }
}

/// Whether the declaration itself says a value of the type.
fn has_value(declaration: &Element, type_ref: TypeRef) -> bool {
    declaration.constraint.is_some() && matches!(type_ref, TypeRef::Simple(_))
}
