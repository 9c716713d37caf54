//! Code lists: how fast they load, how much memory they take, and what checking codes costs.

mod checking;
mod loading;

pub use checking::{Share, share_of_codes, with_named_versions};
pub use loading::{LoadedList, generated_list, load_stored, published_lists};
