//! The look of the page.

/// The look of the page: it loads nothing, and nothing in it needs escaping.
pub(super) const STYLE: &str = include_str!("style.css");

#[cfg(test)]
mod tests {
    use super::STYLE;

    /// The relative luminance of a colour (WCAG 2.1, definition of "relative luminance").
    fn luminance(colour: &str) -> f64 {
        let part = |place: usize| {
            let value = f64::from(u8::from_str_radix(&colour[place..place + 2], 16).unwrap()) / 255.0;
            if value <= 0.03928 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
    }

    #[test]
    fn every_colour_of_text_stands_out_from_every_background() {
        let colours = |property: &str| -> Vec<&str> {
            let uses = STYLE.match_indices(property).filter(|(place, _)| {
                STYLE[..*place].ends_with([' ', '{', ';']) && STYLE[place + property.len()..].starts_with(": #")
            });
            uses.map(|(place, _)| &STYLE[place + property.len() + 2..][..7])
                .collect()
        };
        let (texts, backgrounds) = (colours("color"), colours("background"));
        assert!(texts.len() >= 7 && backgrounds.len() == 2, "{texts:?} {backgrounds:?}");
        for text in texts {
            for background in &backgrounds {
                let contrast = (luminance(background) + 0.05) / (luminance(text) + 0.05);
                assert!(contrast >= 7.0, "{text} on {background}: {contrast:.1}");
            }
        }
    }

    #[test]
    fn the_style_loads_nothing_and_needs_no_escaping() {
        assert!(!STYLE.contains("url(") && !STYLE.contains("@import"));
        assert!(!STYLE.contains(['<', '>', '&', '"', '\'']));
    }
}
