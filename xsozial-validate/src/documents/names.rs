//! What documents are called in the output.

use super::Input;

/// What documents are called in the output: by their paths, or by an identifier that takes the place of every path.
#[derive(Clone, Debug)]
pub(crate) struct DocumentNames {
    identifier: Option<String>,
    are_many: bool,
}

impl DocumentNames {
    /// The names of so many documents.
    pub(crate) fn new(identifier: Option<String>, documents: usize) -> Self {
        Self {
            identifier,
            are_many: documents > 1,
        }
    }

    /// The name of the document at this place, counted from 0. Of several with an identifier, each has its number.
    pub(crate) fn name(&self, place: usize, input: &Input) -> String {
        match &self.identifier {
            None => input.name(),
            Some(identifier) if self.are_many => format!("{identifier}-{}", place + 1),
            Some(identifier) => identifier.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_takes_the_place_of_the_path_and_is_numbered_for_several() {
        let input = Input::File("muster.xml".into());
        assert_eq!(DocumentNames::new(None, 2).name(0, &input), "muster.xml");
        assert_eq!(DocumentNames::new(Some("F7".to_owned()), 1).name(0, &input), "F7");
        assert_eq!(DocumentNames::new(Some("F7".to_owned()), 2).name(1, &input), "F7-2");
        assert_eq!(DocumentNames::new(None, 1).name(0, &Input::Stdin), "-");
    }
}
