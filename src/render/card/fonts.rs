//! The fonts of the pictures, and how wide a text stands in them: shaped as it will be drawn, not guessed.
//!
//! No font of the system is used, so that a picture is the same everywhere (`data/fonts/README.md`).

use std::sync::Arc;

use harfrust::{FontRef, ShapeOptions, ShaperData, UnicodeBuffer};
use once_cell::sync::Lazy;
use resvg::usvg::fontdb::{Database, Source};

static SERIF: &[u8] = include_bytes!("../../../data/fonts/serif.ttf");
static SANS: &[u8] = include_bytes!("../../../data/fonts/sans.ttf");
static SEMIBOLD: &[u8] = include_bytes!("../../../data/fonts/sans-semibold.ttf");

/// One of the fonts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Face {
    /// For what is said and asked.
    Serif,
    /// For everything around it.
    Sans,
    /// For names and standing.
    Semibold,
}

impl Face {
    /// Its family and weight in SVG.
    pub(super) fn family_and_weight(self) -> (&'static str, u16) {
        match self {
            Self::Serif => ("Sumber Serif", 400),
            Self::Sans => ("Sumber Sans", 400),
            Self::Semibold => ("Sumber Sans", 600),
        }
    }

    fn read(self) -> Option<&'static Read> {
        match self {
            Self::Serif => &*READ_SERIF,
            Self::Sans => &*READ_SANS,
            Self::Semibold => &*READ_SEMIBOLD,
        }
        .as_ref()
    }
}

/// A font made ready for shaping.
struct Read {
    font: FontRef<'static>,
    data: ShaperData,
}

static READ_SERIF: Lazy<Option<Read>> = Lazy::new(|| Read::of(SERIF));
static READ_SANS: Lazy<Option<Read>> = Lazy::new(|| Read::of(SANS));
static READ_SEMIBOLD: Lazy<Option<Read>> = Lazy::new(|| Read::of(SEMIBOLD));

impl Read {
    fn of(bytes: &'static [u8]) -> Option<Self> {
        let font = FontRef::from_index(bytes, 0).ok()?;
        let data = ShaperData::new(&font);
        Some(Self { font, data })
    }
}

/// How wide a text stands, in the unit of its size.
pub(super) fn width(text: &str, face: Face, size: f32) -> f32 {
    let Some(read) = face.read() else {
        return 0.0;
    };
    let shaper = read.data.shaper(&read.font).build();
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.guess_segment_properties();
    let shaped = shaper.shape(buffer, ShapeOptions::new());
    let advances = shaped.glyph_positions().iter().map(|one| one.x_advance);
    // Fonts count in whole units, at most some thousand to a glyph.
    let units = advances.sum::<i32>() as f32;
    units * size / shaper.units_per_em() as f32
}

static DATABASE: Lazy<Arc<Database>> = Lazy::new(|| {
    let mut database = Database::new();
    for bytes in [SERIF, SANS, SEMIBOLD] {
        database.load_font_source(Source::Binary(Arc::new(bytes)));
    }
    Arc::new(database)
});

/// The three fonts, for drawing.
pub(super) fn database() -> Arc<Database> {
    DATABASE.clone()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_font_is_read_and_found_by_its_name() {
        let faces = [Face::Serif, Face::Sans, Face::Semibold];
        for (face, found) in faces.into_iter().zip(database().faces()) {
            assert!(width("Sumber", face, 20.0) > 40.0, "{face:?}");
            let (family, weight) = face.family_and_weight();
            assert_eq!(
                (found.families[0].0.as_str(), found.weight.0),
                (family, weight)
            );
        }
    }

    #[test]
    fn every_sign_of_the_phrases_has_a_glyph() {
        let signs = "AZazĀžЖя†«»“”’–—…≥≤·½€№";
        for face in [Face::Serif, Face::Sans, Face::Semibold] {
            let read = face.read().unwrap();
            let shaper = read.data.shaper(&read.font).build();
            let mut buffer = UnicodeBuffer::new();
            buffer.push_str(signs);
            buffer.guess_segment_properties();
            let shaped = shaper.shape(buffer, ShapeOptions::new());
            let missing = shaped.glyph_infos().iter().filter(|one| one.glyph_id == 0);
            assert_eq!(missing.count(), 0, "{face:?}");
        }
    }
}
