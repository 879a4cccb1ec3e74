//! The fonts of pictures, and the width of a text in them: text is shaped exactly as it will be drawn.
//!
//! System fonts are not used, so that a picture is the same everywhere (`data/fonts/README.md`).

use std::sync::Arc;

use harfrust::{FontRef, GlyphBuffer, ShapeOptions, ShaperData, UnicodeBuffer};
use once_cell::sync::Lazy;
use resvg::usvg::fontdb::{Database, Source};

/// The font files, in the order of the faces.
static FILES: [&[u8]; 4] = [
    include_bytes!("../../../data/fonts/serif.ttf"),
    include_bytes!("../../../data/fonts/sans.ttf"),
    include_bytes!("../../../data/fonts/sans-semibold.ttf"),
    include_bytes!("../../../data/fonts/naskh.ttf"),
];

/// One of the fonts. The order is that of `FILES`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Face {
    /// For claims and questions.
    Serif,
    /// For everything else.
    Sans,
    /// For names and standing.
    Semibold,
    /// For texts with Arabic letters, which no other face has.
    Naskh,
}

impl Face {
    /// Its family and weight in SVG.
    pub(super) fn family_and_weight(self) -> (&'static str, u16) {
        match self {
            Self::Serif => ("Sumber Serif", 400),
            Self::Sans => ("Sumber Sans", 400),
            Self::Semibold => ("Sumber Sans", 600),
            Self::Naskh => ("Sumber Naskh", 400),
        }
    }

    /// The font, ready for shaping.
    fn font(self) -> Option<&'static Font> {
        FONTS.get(self as usize)?.as_ref()
    }
}

/// A font that is ready for shaping.
struct Font {
    font: FontRef<'static>,
    data: ShaperData,
}

/// The fonts, in the order of the faces.
static FONTS: Lazy<[Option<Font>; 4]> = Lazy::new(|| {
    FILES.map(|bytes| {
        let font = FontRef::from_index(bytes, 0).ok()?;
        let data = ShaperData::new(&font);
        Some(Font { font, data })
    })
});

/// The width of a text, in pixels if its size is in pixels.
pub(super) fn width(text: &str, face: Face, size: f32) -> f32 {
    let Some(font) = face_of(text, face).font() else {
        return 0.0;
    };
    let advances = |run| {
        let shaped = shaped(font, run);
        let all = shaped.glyph_positions().iter().map(|one| one.x_advance);
        all.sum::<i32>()
    };
    // Font units are integers; a glyph is at most a few thousand wide, so the sum is exact enough as `f32`.
    let units = runs(text).into_iter().map(advances).sum::<i32>() as f32;
    units * size / font.data.shaper(&font.font).build().units_per_em() as f32
}

/// The parts of a text that are shaped each for itself, so that Arabic letters join beside others, too.
fn runs(text: &str) -> Vec<&str> {
    let (mut runs, mut start, mut before) = (Vec::new(), 0, None);
    for (at, letter) in text.char_indices().filter(|(_, one)| one.is_alphabetic()) {
        let arabic = is_arabic(letter);
        if before.is_some_and(|before| before != arabic) {
            runs.extend(text.get(start..at));
            start = at;
        }
        before = Some(arabic);
    }
    runs.extend(text.get(start..));
    runs
}

/// The face in which a text is drawn: the wanted one, unless it has Arabic letters.
pub(super) fn face_of(text: &str, wanted: Face) -> Face {
    match text.contains(is_arabic) {
        true => Face::Naskh,
        false => wanted,
    }
}

/// Whether a letter is in the face for Arabic.
fn is_arabic(letter: char) -> bool {
    matches!(letter, '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{8a0}'..='\u{8ff}')
}

/// The first letter of a text that no font has, so that it cannot be drawn.
pub(super) fn missing(text: &str) -> Option<char> {
    let drawn = |letter: &char| {
        let letter = letter.to_string();
        let font = face_of(&letter, Face::Sans).font();
        let shaped = font.map(|font| shaped(font, &letter));
        shaped.is_some_and(|shaped| shaped.glyph_infos().iter().all(|one| one.glyph_id != 0))
    };
    text.chars()
        .find(|letter| letter.is_alphabetic() && !drawn(letter))
}

fn shaped(font: &Font, text: &str) -> GlyphBuffer {
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.guess_segment_properties();
    font.data
        .shaper(&font.font)
        .build()
        .shape(buffer, ShapeOptions::new())
}

static DATABASE: Lazy<Arc<Database>> = Lazy::new(|| {
    let mut database = Database::new();
    for bytes in FILES {
        database.load_font_source(Source::Binary(Arc::new(bytes)));
    }
    Arc::new(database)
});

/// The fonts for the SVG renderer.
pub(super) fn database() -> Arc<Database> {
    DATABASE.clone()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_font_is_read_and_found_by_its_name() {
        let faces = [Face::Serif, Face::Sans, Face::Semibold, Face::Naskh];
        for (face, found) in faces.into_iter().zip(database().faces()) {
            let text = if face == Face::Naskh {
                "العربية"
            } else {
                "Sumber"
            };
            assert!(width(text, face, 20.0) > 40.0, "{face:?}");
            let (family, weight) = face.family_and_weight();
            assert_eq!(
                (found.families[0].0.as_str(), found.weight.0),
                (family, weight)
            );
        }
    }

    #[test]
    fn arabic_letters_join_beside_others() {
        let width = |text| width(text, Face::Naskh, 20.0);
        let apart = width("known on 30 ") + width("سبتمبر 2024");
        assert!((width("known on 30 سبتمبر 2024") - apart).abs() < 0.01);
    }

    #[test]
    fn every_sign_of_the_phrases_has_a_glyph() {
        let signs = "AZazĀžЖя†«»“”’–—…≥≤·½€№\u{202f}";
        for face in [Face::Serif, Face::Sans, Face::Semibold] {
            let shaped = shaped(face.font().unwrap(), signs);
            let missing = shaped.glyph_infos().iter().filter(|one| one.glyph_id == 0);
            assert_eq!(missing.count(), 0, "{face:?}");
        }
    }
}
