//! The colors of a picture: paper and ink, slate and ochre. No color expresses a judgement, and none carries meaning
//! alone.

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
    /// Both themes, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// A color, as SVG writes it.
    pub(super) fn hex(self, color: Color) -> &'static str {
        match (self, color) {
            (Self::Light, Color::Paper) => "#fbf9f4",
            (Self::Light, Color::Text) => "#1e2630",
            (Self::Light, Color::Muted) => "#56606d",
            (Self::Light, Color::Rule) => "#dcd6c8",
            (Self::Light, Color::Slate) => "#3b5268",
            (Self::Light, Color::Ochre) => "#8a5a0a",
            (Self::Dark, Color::Paper) => "#171c22",
            (Self::Dark, Color::Text) => "#eef0f2",
            (Self::Dark, Color::Muted) => "#a6b0bc",
            (Self::Dark, Color::Rule) => "#363f4a",
            (Self::Dark, Color::Slate) => "#a3bad0",
            (Self::Dark, Color::Ochre) => "#e0b35e",
        }
    }
}

/// The use of a color.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Color {
    Paper,
    Text,
    Muted,
    /// For dividing lines.
    Rule,
    Slate,
    Ochre,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance (WCAG 2.2).
    fn luminance(color: &str) -> f64 {
        let channel = |at: usize| {
            let value = f64::from(u8::from_str_radix(&color[at..at + 2], 16).unwrap()) / 255.0;
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
            let paper = luminance(theme.hex(Color::Paper));
            for color in [Color::Text, Color::Muted, Color::Slate, Color::Ochre] {
                let color_luminance = luminance(theme.hex(color));
                let (light, dark) = (paper.max(color_luminance), paper.min(color_luminance));
                let contrast = (light + 0.05) / (dark + 0.05);
                assert!(contrast >= 4.5, "{theme:?} {color:?}: {contrast:.2}");
            }
        }
    }
}
