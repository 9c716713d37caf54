//! What is to be known of a delivery beside its files.

use crate::xdatenfelder::{MissingCodelists, Shape};
use std::path::PathBuf;

/// What is to be known of a delivery beside its files. All but the catalog is about XDatenfelder files; an entry of a store
/// remembers it.
///
/// ```no_run
/// use xsozial_schema::{store::{Delivery, DeliveryOptions}, xdatenfelder::Shape};
/// let options = DeliveryOptions { codelists: vec!["codelisten".into()], shape: Shape::B, ..DeliveryOptions::default() };
/// let delivery = Delivery::read_with(&["antrag.xdf3.xml".into()], &options)?;
/// # Ok::<(), xsozial_schema::store::StoreError>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct DeliveryOptions {
    /// An OASIS catalog that says where imported schemas lie.
    pub catalog: Option<PathBuf>,
    /// Folders, archives or files of code lists, beside those of the delivery.
    pub codelists: Vec<PathBuf>,
    /// XDatenfelder files that are there for their names alone; the structure comes from an XSD of the delivery.
    pub names: Vec<PathBuf>,
    /// The shape of the schema that XDatenfelder files stand for.
    pub shape: Shape,
    /// What is to be done about code lists of XDatenfelder files that are not at hand.
    pub missing_codelists: MissingCodelists,
}
