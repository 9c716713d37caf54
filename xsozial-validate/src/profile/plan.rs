//! The fields of a profile as a tree over the elements of a schema, so that a document is followed with one look-up an element.

use super::{
    condition::Test,
    error::{ProfileError, ProfileErrorKind, line_of},
    file::{FieldEntry, ProfileFile},
    path::{ANY_ROOT, FieldPath},
    resolve::{Found, Resolver},
};
use toml::Spanned;
use xsozial_schema::{
    NameId, Schema,
    schema::{ElementId, SimpleTypeId},
    value::NoPrefixes,
};

/// Index of a [`Node`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct NodeId(u32);

impl NodeId {
    /// What stands above the roots.
    pub(super) const DOCUMENT: Self = Self(0);

    pub(super) fn index(self) -> usize {
        self.0 as usize
    }
}

/// An element that paths of the profile go through.
#[derive(Debug, Default)]
pub(super) struct Node {
    pub(super) children: Vec<(NameId, NodeId)>,
    /// The declarations that it may have.
    pub(super) elements: Vec<ElementId>,
    local: String,
    is_repeatable: bool,
    /// The demands that begin anew with each such element.
    pub(super) anchors: Vec<usize>,
    /// The demands whose condition begins anew with each such element.
    pub(super) scopes: Vec<usize>,
    /// The demands whose field stands below it, up to their anchor.
    pub(super) passes: Vec<usize>,
    /// What is looked for at this element.
    pub(super) targets: Vec<Target>,
    /// What can be decided no more when a part of this element is read over.
    pub(super) excused: Vec<(usize, Part)>,
}

/// A part of a demand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Field,
    Condition,
}

/// What is looked for at an element.
#[derive(Debug)]
pub(super) struct Target {
    pub(super) demand: usize,
    pub(super) part: Part,
    /// The attribute, by the names that it may have; empty for the element itself.
    pub(super) attributes: Vec<NameId>,
}

/// One field below one root.
#[derive(Debug)]
pub(super) struct Demand {
    /// Index of the field.
    pub(super) field: usize,
    /// The path, with the root's name in place of `*`.
    pub(super) path: String,
    /// The element of the field, or of its attribute.
    pub(super) target: NodeId,
    pub(super) attribute: Option<String>,
    pub(super) condition: Option<Test>,
}

/// All fields of a profile.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) nodes: Vec<Node>,
    pub(super) demands: Vec<Demand>,
}

/// A path in the tree: its elements from the root on, and its attribute.
struct Line {
    nodes: Vec<NodeId>,
    attributes: Vec<(NameId, SimpleTypeId)>,
}

/// A path in the schema: what each of its elements may be.
struct Route<'s> {
    root: &'s str,
    steps: Vec<Found>,
    attributes: Vec<(NameId, SimpleTypeId)>,
}

impl Plan {
    /// Finds the fields of a profile in a schema.
    pub(super) fn of(file: &ProfileFile, text: &str, path: &str, schema: &Schema) -> Result<Self, ProfileError> {
        let mut planner = Planner {
            text,
            path,
            resolver: Resolver::new(schema),
            plan: Self {
                nodes: vec![Node::default()],
                demands: Vec::new(),
            },
        };
        planner.check_standard(file)?;
        for (place, field) in file.fields.iter().enumerate() {
            planner.add(place, field)?;
        }
        Ok(planner.plan)
    }

    pub(super) fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.index()]
    }

    /// The node of a child element.
    #[inline]
    pub(super) fn child(&self, parent: NodeId, name: NameId) -> Option<NodeId> {
        let children = &self.node(parent).children;
        let found = children.iter().find(|&&(known, _)| known == name);
        found.map(|&(_, node)| node)
    }
}

struct Planner<'s> {
    text: &'s str,
    path: &'s str,
    resolver: Resolver<'s>,
    plan: Plan,
}

impl<'s> Planner<'s> {
    fn error<T>(&self, at: &Spanned<T>, kind: ProfileErrorKind) -> ProfileError {
        ProfileError::new(self.path, line_of(self.text, at.span().start), kind)
    }

    fn check_standard(&self, file: &ProfileFile) -> Result<(), ProfileError> {
        let found = &self.resolver.schema.standard.kennung;
        match &file.standard {
            Some(wanted) if wanted.get_ref() != found => {
                let kind = ProfileErrorKind::OtherStandard {
                    wanted: wanted.get_ref().clone(),
                    found: found.clone(),
                };
                Err(self.error(wanted, kind))
            }
            _ => Ok(()),
        }
    }

    fn add(&mut self, field: usize, entry: &FieldEntry) -> Result<(), ProfileError> {
        let routes = self.routes(&entry.path)?;
        let Some(when) = &entry.when else {
            for route in routes {
                let line = self.enter(&route);
                self.demand(field, &route, &line, None);
            }
            return Ok(());
        };
        let condition = when.get_ref();
        let test = Test::of(condition).ok_or_else(|| self.error(when, ProfileErrorKind::Condition))?;
        let conditions = self.routes(&condition.path)?;
        self.check_values(&condition.path, &conditions, &test)?;
        let mut is_used = false;
        for route in routes {
            if let Some(other) = conditions.iter().find(|other| other.root == route.root) {
                is_used = true;
                let line = self.enter(&route);
                let other = self.enter(other);
                self.demand(field, &route, &line, Some((test.clone(), other)));
            }
        }
        if is_used {
            return Ok(());
        }
        let kind = ProfileErrorKind::OtherMessage {
            path: entry.path.get_ref().clone(),
            condition: condition.path.get_ref().clone(),
        };
        Err(self.error(&condition.path, kind))
    }

    /// The ways of a path through the schema: one, or with `*` one for each root from which it exists.
    fn routes(&self, path: &Spanned<String>) -> Result<Vec<Route<'s>>, ProfileError> {
        let written = path.get_ref();
        let parsed = FieldPath::parse(written).map_err(|kind| self.error(path, kind))?;
        let first = parsed.elements[0];
        let mut routes = Vec::new();
        let mut furthest: Option<(usize, ProfileErrorKind)> = None;
        for (root, elements) in self.resolver.roots() {
            if first != ANY_ROOT && first != root {
                continue;
            }
            match self.follow(root, elements, &parsed, written) {
                Ok(route) => routes.push(route),
                Err((depth, kind)) if furthest.as_ref().is_none_or(|&(known, _)| known < depth) => {
                    furthest = Some((depth, kind));
                }
                Err(_) => {}
            }
        }
        if !routes.is_empty() {
            return Ok(routes);
        }
        let unknown_root = || ProfileErrorKind::UnknownStep {
            path: written.clone(),
            step: first.to_owned(),
            place: "as root of a message".to_owned(),
            nearest: self.resolver.nearest_roots(first),
        };
        let kind = furthest.map_or_else(unknown_root, |(_, kind)| kind);
        Err(self.error(path, kind))
    }

    fn follow(
        &self,
        root: &'s str,
        elements: Vec<ElementId>,
        path: &FieldPath<'_>,
        written: &str,
    ) -> Result<Route<'s>, (usize, ProfileErrorKind)> {
        let mut steps = vec![Found {
            elements,
            is_repeatable: false,
        }];
        let mut place = root.to_owned();
        let unknown = |step: String, place: &str, nearest| ProfileErrorKind::UnknownStep {
            path: written.to_owned(),
            step,
            place: format!("in {place}"),
            nearest,
        };
        for &step in &path.elements[1..] {
            let parents = &steps[steps.len() - 1].elements;
            let Some(found) = self.resolver.child(parents, step) else {
                let nearest = self.resolver.nearest_children(parents, step);
                return Err((steps.len(), unknown(step.to_owned(), &place, nearest)));
            };
            steps.push(found);
            place = format!("{place}/{step}");
        }
        let owners = &steps[steps.len() - 1].elements;
        let attributes = path
            .attribute
            .map_or_else(Vec::new, |name| self.resolver.attribute(owners, name));
        if let (Some(name), true) = (path.attribute, attributes.is_empty()) {
            let nearest = self.resolver.nearest_attributes(owners, name);
            return Err((steps.len(), unknown(format!("@{name}"), &place, nearest)));
        }
        Ok(Route {
            root,
            steps,
            attributes,
        })
    }

    /// A value that can never be there makes a condition that never holds: a misspelling.
    fn check_values(&self, path: &Spanned<String>, routes: &[Route<'_>], test: &Test) -> Result<(), ProfileError> {
        let Test::OneOf(values) = test else { return Ok(()) };
        let mut types: Vec<SimpleTypeId> = Vec::new();
        for route in routes {
            if route.attributes.is_empty() {
                types.extend(self.resolver.values(&route.steps[route.steps.len() - 1].elements));
            } else {
                types.extend(route.attributes.iter().map(|&(_, simple_type)| simple_type));
            }
        }
        let written = path.get_ref().clone();
        if types.is_empty() {
            return Err(self.error(path, ProfileErrorKind::NoValue { path: written }));
        }
        let schema = self.resolver.schema;
        let is_possible = |value: &String| {
            types
                .iter()
                .any(|&id| schema.check_value(id, value, &NoPrefixes).is_ok())
        };
        match values.iter().find(|value| !is_possible(value)) {
            Some(value) => {
                let kind = ProfileErrorKind::ImpossibleValue {
                    path: written,
                    value: value.clone(),
                };
                Err(self.error(path, kind))
            }
            None => Ok(()),
        }
    }

    /// Adds the elements of a route to the tree.
    fn enter(&mut self, route: &Route<'_>) -> Line {
        let mut parent = NodeId::DOCUMENT;
        let mut nodes = Vec::with_capacity(route.steps.len());
        for step in &route.steps {
            parent = self.node(parent, step);
            nodes.push(parent);
        }
        Line {
            nodes,
            attributes: route.attributes.clone(),
        }
    }

    fn node(&mut self, parent: NodeId, step: &Found) -> NodeId {
        let schema = self.resolver.schema;
        let names: Vec<NameId> = step.elements.iter().map(|&id| schema.element(id).name).collect();
        if let Some(known) = names.iter().find_map(|&name| self.plan.child(parent, name)) {
            return known;
        }
        let id = NodeId(u32::try_from(self.plan.nodes.len()).unwrap_or(u32::MAX));
        self.plan.nodes.push(Node {
            elements: step.elements.clone(),
            local: names
                .first()
                .map_or_else(String::new, |&name| schema.names.local(name).to_owned()),
            is_repeatable: step.is_repeatable,
            ..Node::default()
        });
        let children = &mut self.plan.nodes[parent.index()].children;
        for name in names {
            if children.iter().all(|&(known, _)| known != name) {
                children.push((name, id));
            }
        }
        id
    }

    fn demand(&mut self, field: usize, route: &Route<'_>, line: &Line, condition: Option<(Test, Line)>) {
        let demand = self.plan.demands.len();
        let above = holders(line);
        let anchor = self.nearest_repeatable(above);
        let target = line.nodes[line.nodes.len() - 1];
        let scope = condition.as_ref().map_or(anchor, |(_, other)| {
            let common = above.iter().zip(holders(other)).take_while(|(own, other)| own == other);
            self.nearest_repeatable(&above[..common.count()])
        });
        let attributes = |line: &Line| line.attributes.iter().map(|&(name, _)| name).collect::<Vec<_>>();
        let attribute = line
            .attributes
            .first()
            .map(|&(name, _)| self.resolver.schema.names.local(name).to_owned());
        let mut path: Vec<&str> = line.nodes.iter().map(|&id| self.plan.node(id).local.as_str()).collect();
        path[0] = route.root;
        let mut path = path.join("/");
        if let Some(attribute) = &attribute {
            path = format!("{path}/@{attribute}");
        }
        self.target(demand, Part::Field, target, attributes(line));
        for &id in line.nodes.iter().rev().skip_while(|&&id| id != target) {
            let node = &mut self.plan.nodes[id.index()];
            node.excused.push((demand, Part::Field));
            if id == anchor {
                node.anchors.push(demand);
                break;
            }
            if above.contains(&id) {
                node.passes.push(demand);
            }
        }
        self.plan.nodes[scope.index()].scopes.push(demand);
        let condition = condition.map(|(test, other)| {
            let looked_at = other.nodes[other.nodes.len() - 1];
            self.target(demand, Part::Condition, looked_at, attributes(&other));
            for &id in other.nodes.iter().rev() {
                self.plan.nodes[id.index()].excused.push((demand, Part::Condition));
                if id == scope {
                    break;
                }
            }
            test
        });
        self.plan.demands.push(Demand {
            field,
            path,
            target,
            attribute,
            condition,
        });
    }

    fn target(&mut self, demand: usize, part: Part, node: NodeId, attributes: Vec<NameId>) {
        self.plan.nodes[node.index()].targets.push(Target {
            demand,
            part,
            attributes,
        });
    }

    /// The nearest of these elements, given from the root on, that may stand more than once; or else the root.
    fn nearest_repeatable(&self, nodes: &[NodeId]) -> NodeId {
        let repeatable = nodes.iter().rev().find(|&&id| self.plan.node(id).is_repeatable);
        *repeatable.unwrap_or(&nodes[0])
    }
}

/// The elements that hold the field of a path: those above it; for an attribute its element as well.
fn holders(line: &Line) -> &[NodeId] {
    if line.attributes.is_empty() {
        &line.nodes[..line.nodes.len() - 1]
    } else {
        &line.nodes
    }
}
