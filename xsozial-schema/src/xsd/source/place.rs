//! Where a schema document lies.

use super::location;
use std::path::{Path, PathBuf};

/// Where a schema document lies: on disk, or in one of the packages (archives, documents in memory).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Place {
    /// Absolute path, by which it was reached.
    File(PathBuf),
    /// A document of a package.
    Packed {
        /// Index of the package.
        package: usize,
        /// Path or name in it.
        path: String,
    },
}

impl Place {
    /// The last part of the path.
    pub(super) fn file_name(&self) -> String {
        match self {
            Self::File(path) => path
                .file_name()
                .map_or_else(String::new, |name| name.to_string_lossy().into_owned()),
            Self::Packed { path, .. } => location::file_name(path).unwrap_or_default(),
        }
    }

    /// The folder, of a document on disk.
    pub(super) fn folder(&self) -> Option<&Path> {
        match self {
            Self::File(path) => path.parent(),
            Self::Packed { .. } => None,
        }
    }

    /// How many folders lie between two documents: the nearest of several versions is the one meant.
    pub(super) fn distance(&self, other: &Self) -> usize {
        match (self, other) {
            (Self::File(one), Self::File(other)) => {
                let one: Vec<_> = one.components().rev().skip(1).collect();
                let other: Vec<_> = other.components().rev().skip(1).collect();
                steps(one.iter().rev(), other.iter().rev())
            }
            (Self::Packed { package: one, path }, Self::Packed { package, path: other }) if one == package => {
                let folder = |path: &str| path.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
                steps(folder(path).split('/'), folder(other).split('/'))
            }
            _ => usize::MAX,
        }
    }
}

fn steps<T: PartialEq>(one: impl Iterator<Item = T> + Clone, other: impl Iterator<Item = T> + Clone) -> usize {
    let common = one
        .clone()
        .zip(other.clone())
        .take_while(|(left, right)| left == right)
        .count();
    one.count() + other.count() - 2 * common
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_folder_is_nearest() {
        let file = |path: &str| Place::File(PathBuf::from(path));
        assert_eq!(file("/a/b/x.xsd").distance(&file("/a/b/y.xsd")), 0);
        assert_eq!(file("/a/b/x.xsd").distance(&file("/a/b/c/y.xsd")), 1);
        assert_eq!(file("/a/b/x.xsd").distance(&file("/a/d/y.xsd")), 2);
        let packed = |package, path: &str| Place::Packed {
            package,
            path: path.to_owned(),
        };
        assert_eq!(packed(0, "a/x.xsd").distance(&packed(0, "a/y.xsd")), 0);
        assert_eq!(packed(0, "a/x.xsd").distance(&packed(1, "a/y.xsd")), usize::MAX);
    }
}
