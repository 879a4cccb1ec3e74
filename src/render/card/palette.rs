//! The colours of a picture: paper and ink, slate and ochre. None of them judges, and none alone tells anything.

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Dark ink on light paper.
    #[default]
    Light,
    /// Light ink on dark paper.
    Dark,
}

impl Theme {
    /// Both, as they are offered.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// A colour as SVG writes it.
    pub(super) fn colour(self, ink: Ink) -> &'static str {
        match (self, ink) {
            (Self::Light, Ink::Paper) => "#fbf9f4",
            (Self::Light, Ink::Text) => "#1e2630",
            (Self::Light, Ink::Muted) => "#56606d",
            (Self::Light, Ink::Rule) => "#dcd6c8",
            (Self::Light, Ink::Slate) => "#3b5268",
            (Self::Light, Ink::Ochre) => "#8a5a0a",
            (Self::Dark, Ink::Paper) => "#171c22",
            (Self::Dark, Ink::Text) => "#eef0f2",
            (Self::Dark, Ink::Muted) => "#a6b0bc",
            (Self::Dark, Ink::Rule) => "#363f4a",
            (Self::Dark, Ink::Slate) => "#a3bad0",
            (Self::Dark, Ink::Ochre) => "#e0b35e",
        }
    }
}

/// What a colour is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ink {
    Paper,
    Text,
    Muted,
    /// Lines that only divide.
    Rule,
    Slate,
    Ochre,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance (WCAG 2.2).
    fn luminance(colour: &str) -> f64 {
        let channel = |at: usize| {
            let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
            match value <= 0.04045 {
                true => value / 12.92,
                false => ((value + 0.055) / 1.055).powf(2.4),
            }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }

    #[test]
    fn everything_that_is_read_has_contrast() {
        for theme in Theme::ALL {
            let paper = luminance(theme.colour(Ink::Paper));
            for ink in [Ink::Text, Ink::Muted, Ink::Slate, Ink::Ochre] {
                let ink_luminance = luminance(theme.colour(ink));
                let (light, dark) = (paper.max(ink_luminance), paper.min(ink_luminance));
                let contrast = (light + 0.05) / (dark + 0.05);
                assert!(contrast >= 4.5, "{theme:?} {ink:?}: {contrast:.2}");
            }
        }
    }
}
