//! Which documents a reference means whose location leads nowhere.

use super::{
    catalog::Catalog,
    delivery::{BUILTIN, Delivery, MEMORY},
    document::ReferenceKind,
    library::Library,
    location::{self, Location},
    place::Place,
    read,
    siblings::Siblings,
};

/// What a reference asks for.
#[derive(Debug)]
pub(super) struct Wanted<'a> {
    /// The document that asks.
    pub(super) document: usize,
    /// Where it lies.
    pub(super) place: &'a Place,
    pub(super) kind: ReferenceKind,
    /// The target namespaces that fit.
    pub(super) namespaces: Vec<Option<&'a str>>,
    pub(super) location: Option<&'a str>,
    /// The location as an absolute URL, where the asking document's own URL is known.
    pub(super) url: Option<String>,
    /// The file name of the location.
    pub(super) name: Option<String>,
}

impl Wanted<'_> {
    /// Whether the file name must fit too. A namespace tells a document; the absence of one does not, and neither does the
    /// asking document's own.
    fn needs_name(&self) -> bool {
        self.kind != ReferenceKind::Import || self.namespaces == [None]
    }
}

/// Where documents are searched, and what is known of them.
pub(super) struct Search<'a> {
    pub(super) delivery: &'a Delivery,
    pub(super) catalog: &'a Catalog,
    pub(super) library: &'a Library,
    pub(super) siblings: &'a mut Siblings,
}

impl Search<'_> {
    /// The places of the documents meant; empty when there are none. The order is that of precedence: what was given (or
    /// reached from there, under that file name), the catalog, what lies beside the document, what was reached in any way.
    pub(super) fn find(&mut self, wanted: &Wanted<'_>) -> Vec<Place> {
        let given = choose(wanted, self.shelved(wanted, true));
        if !given.is_empty() {
            return given;
        }
        let reached = self.shelved(wanted, false);
        let named = choose_named(wanted, &reached);
        if let Some(named) = named.or_else(|| self.in_catalog(wanted)) {
            return vec![named];
        }
        let beside = self.beside(wanted);
        if beside.is_empty() {
            choose(wanted, reached)
        } else {
            beside
        }
    }

    /// The built-in base documents meant: those that were given as such, else those of the program.
    pub(super) fn find_builtin(&self, wanted: &Wanted<'_>) -> Vec<Place> {
        let fitting = self.delivery.builtin().filter(|(_, bytes)| {
            read::peek_namespace(bytes).is_some_and(|namespace| namespace.is_among(&wanted.namespaces))
        });
        let given: Vec<Place> = fitting.map(|(name, _)| builtin(name)).collect();
        if !given.is_empty() {
            return choose(wanted, given);
        }
        let known = self.delivery.base();
        let fitting = known.filter(|document| wanted.namespaces.contains(&Some(document.namespace)));
        choose(wanted, fitting.map(|document| builtin(document.file)).collect())
    }

    /// The documents already read that fit, given ones or the others.
    fn shelved(&self, wanted: &Wanted<'_>, given: bool) -> Vec<Place> {
        let documents = self.library.documents.iter().enumerate();
        let fitting = documents.filter(|(index, shelved)| {
            let namespace = shelved.document.target_namespace.as_deref();
            *index != wanted.document && shelved.given == given && wanted.namespaces.contains(&namespace)
        });
        fitting
            .flat_map(|(_, shelved)| shelved.places.iter().cloned())
            .collect()
    }

    fn in_catalog(&self, wanted: &Wanted<'_>) -> Option<Place> {
        let mut locations = wanted.location.into_iter().chain(wanted.url.as_deref());
        let location = locations.find_map(|location| self.catalog.location(location));
        let namespace = || self.catalog.namespace(wanted.namespaces.first().copied().flatten()?);
        let path = location.or_else(|| namespace().filter(|_| wanted.kind == ReferenceKind::Import))?;
        path.is_file().then_some(Place::File(path))
    }

    /// Beside and below the asking document first, then in and below the folders that were given.
    fn beside(&mut self, wanted: &Wanted<'_>) -> Vec<Place> {
        let own = wanted.place.folder();
        let folders: Vec<_> = own.into_iter().chain(self.delivery.folders()).collect();
        let names: &[Option<&str>] = match wanted.name.as_deref() {
            Some(name) if wanted.needs_name() => &[Some(name)],
            Some(name) => &[Some(name), None],
            None if wanted.needs_name() => &[],
            None => &[None],
        };
        for &name in names {
            for folder in &folders {
                let found = self.siblings.find(folder, &wanted.namespaces, name);
                let others = found.into_iter().filter(|place| place != wanted.place).collect();
                let chosen = choose(wanted, others);
                if !chosen.is_empty() {
                    return chosen;
                }
            }
        }
        Vec::new()
    }
}

fn builtin(name: &str) -> Place {
    Place::Packed {
        package: BUILTIN,
        path: name.to_owned(),
    }
}

/// The document at the place that a location names, when there is one; otherwise what was tried is noted.
pub(super) fn follow(place: &Place, location: &str, delivery: &Delivery, tried: &mut Vec<String>) -> Option<Place> {
    match (Location::of(location), place) {
        (Location::Remote, _) if delivery.packed(MEMORY, location).is_some() => Some(Place::Packed {
            package: MEMORY,
            path: location.to_owned(),
        }),
        (Location::Relative(relative), Place::File(path)) => {
            let folder = path.parent()?;
            let paths = location::spellings(relative).into_iter();
            let found = paths
                .map(|spelling| location::join_folder(folder, &spelling))
                .find(|path| path.is_file());
            if found.is_none() {
                tried.push(format!("the file `{location}` beside it (not there)"));
            }
            found.map(Place::File)
        }
        (Location::Local(path), Place::File(_)) => {
            let there = path.is_file();
            if !there {
                tried.push(format!("the file `{location}` (not there)"));
            }
            there.then_some(Place::File(path))
        }
        (_, Place::File(_)) => None,
        // What lies in a package does not lead out of it.
        (at, Place::Packed { package, path }) => {
            let relative = matches!(at, Location::Relative(_));
            let spellings = location::spellings(location).into_iter();
            let names = spellings.flat_map(|spelling| {
                let joined = if relative {
                    location::join_packed(path, &spelling)
                } else {
                    None
                };
                joined.into_iter().chain([spelling])
            });
            let found = names.into_iter().find(|name| delivery.packed(*package, name).is_some());
            if found.is_none() && relative {
                tried.push(format!("the file `{location}` beside it (not there)"));
            }
            found.map(|path| Place::Packed {
                package: *package,
                path,
            })
        }
    }
}

/// Those with the file name that is asked for; without any, and unless the name is needed, all. Of several versions under
/// one file name the nearest is meant.
fn choose(wanted: &Wanted<'_>, candidates: Vec<Place>) -> Vec<Place> {
    if let Some(named) = choose_named(wanted, &candidates) {
        return vec![named];
    }
    if wanted.needs_name() {
        return Vec::new();
    }
    let mut chosen: Vec<Place> = Vec::new();
    for candidate in candidates {
        let name = candidate.file_name();
        let rival = chosen
            .iter_mut()
            .find(|place| place.file_name().eq_ignore_ascii_case(&name));
        match rival {
            Some(rival) if closeness(wanted, &candidate) < closeness(wanted, rival) => *rival = candidate,
            Some(_) => {}
            None => chosen.push(candidate),
        }
    }
    chosen.sort();
    chosen
}

fn choose_named(wanted: &Wanted<'_>, candidates: &[Place]) -> Option<Place> {
    let name = wanted.name.as_deref()?;
    let named = candidates
        .iter()
        .filter(|place| place.file_name().eq_ignore_ascii_case(name));
    named.min_by_key(|place| closeness(wanted, place)).cloned()
}

fn closeness<'a>(wanted: &Wanted<'_>, place: &'a Place) -> (usize, &'a Place) {
    (wanted.place.distance(place), place)
}
