//! Text layout: a text that does not fit gets smaller in steps and is then cut between words with "…".

use unicode_segmentation::UnicodeSegmentation;

use super::fonts::{Face, face_of, width};
use crate::render::weight::{self, ELLIPSIS};

/// The distance between two baselines, as a multiple of the font size.
pub(super) const LEADING: f32 = 1.26;

/// The maximum weight of a text; a longer one would not be readable at any size.
const MOST_READABLE: usize = 1_500;

/// A text broken into lines, with the font size at which it fits.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Block {
    pub(super) lines: Vec<String>,
    pub(super) size: f32,
}

impl Block {
    /// The height from the top of the first line to the bottom of the last line.
    pub(super) fn height(&self) -> f32 {
        self.size * LEADING * self.lines.len() as f32
    }
}

/// A text at the first of some sizes at which it fits into a box; it is cut if the last size does not fit.
pub(super) fn block(text: &str, face: Face, sizes: &[f32], room: (f32, f32)) -> Block {
    let (wide, high) = room;
    let text = weight::shorten(text, MOST_READABLE);
    let text = Measured::of(&text, face);
    let mut last = Block {
        lines: Vec::new(),
        size: 0.0,
    };
    for size in sizes.iter().copied() {
        let lines = text.wrapped(size, wide);
        last = Block { lines, size };
        if last.height() <= high {
            last.lines = balanced(&text, size, wide, last.lines);
            return last;
        }
    }
    let most = ((high / (last.size * LEADING)) as usize).max(1);
    if last.lines.len() > most {
        let rest = last.lines.split_off(most - 1).join(" ");
        last.lines.push(cut(&rest, face, last.size, wide));
    }
    last
}

/// A text on one line at the first of some sizes at which it fits; it is cut if the last size does not fit.
pub(super) fn line(text: &str, face: Face, sizes: &[f32], wide: f32) -> (String, f32) {
    let text = weight::shorten(text, MOST_READABLE);
    let fits = |size: &&f32| width(&text, face, **size) <= wide;
    match sizes.iter().find(fits) {
        Some(size) => (text, *size),
        None => {
            let size = sizes.last().copied().unwrap_or_default();
            (cut(&text, face, size, wide), size)
        }
    }
}

/// The first of some sizes at which each of some texts fits on a line; the last size if none does.
pub(super) fn size_for<'a>(
    texts: impl Iterator<Item = &'a str>,
    face: Face,
    sizes: &[f32],
    wide: f32,
) -> f32 {
    let fitted = texts.map(|text| line(text, face, sizes, wide).1);
    let first = sizes.first().copied().unwrap_or_default();
    fitted.fold(first, f32::min)
}

/// A text's words with their widths at size 1, so that the text is shaped only once for all sizes.
struct Measured<'a> {
    words: Vec<(&'a str, f32)>,
    space: f32,
    face: Face,
}

impl<'a> Measured<'a> {
    fn of(text: &'a str, face: Face) -> Self {
        let words = text.split(' ').filter(|word| !word.is_empty());
        let face = face_of(text, face);
        Self {
            words: words.map(|word| (word, width(word, face, 1.0))).collect(),
            space: width(" ", face, 1.0),
            face,
        }
    }

    /// The text broken into lines; a word that is wider than a line is broken, too.
    fn wrapped(&self, size: f32, wide: f32) -> Vec<String> {
        // A margin for kerning between a word and a space, which is always smaller.
        let most = wide / size - 0.1;
        let (mut lines, mut open, mut used) = (Vec::new(), String::new(), 0.0);
        for (word, needs) in &self.words {
            if !open.is_empty() && used + self.space + needs <= most {
                open.push(' ');
                open.push_str(word);
                used += self.space + needs;
                continue;
            }
            if !open.is_empty() {
                lines.push(std::mem::take(&mut open));
            }
            (open, used) = ((*word).to_owned(), *needs);
            if *needs > most {
                let mut pieces = broken(word, self.face, most);
                open = pieces.pop().unwrap_or_default();
                used = width(&open, self.face, 1.0);
                lines.extend(pieces);
            }
        }
        if !open.is_empty() {
            lines.push(open);
        }
        lines
    }
}

/// The same text in lines of nearly equal length, so that no word is alone on the last line.
fn balanced(text: &Measured<'_>, size: f32, wide: f32, lines: Vec<String>) -> Vec<String> {
    let (mut best, mut narrow, mut wide) = (lines, wide / 2.0, wide);
    if text.face != Face::Serif || best.len() < 2 {
        return best;
    }
    for _ in 0..6 {
        let middle = (narrow + wide) / 2.0;
        let lines = text.wrapped(size, middle);
        if lines.len() > best.len() {
            narrow = middle;
        } else {
            (best, wide) = (lines, middle);
        }
    }
    best
}

/// A word in pieces of at most `most` width at size 1.
fn broken(word: &str, face: Face, most: f32) -> Vec<String> {
    let (mut pieces, mut used) = (vec![String::new()], 0.0);
    for grapheme in word.graphemes(true) {
        let needs = width(grapheme, face, 1.0);
        match pieces.last_mut() {
            Some(open) if open.is_empty() || used + needs <= most => {
                open.push_str(grapheme);
                used += needs;
            }
            _ => {
                pieces.push(grapheme.to_owned());
                used = needs;
            }
        }
    }
    pieces
}

/// The beginning of a text that does not fit, with "…": whole words if at least one fits.
fn cut(text: &str, face: Face, size: f32, wide: f32) -> String {
    let most = wide / size - width(ELLIPSIS, face, 1.0) - 0.1;
    let space = width(" ", face, 1.0);
    let (mut end, mut at, mut used) = (0, 0, 0.0);
    for word in text.split(' ') {
        used += width(word, face, 1.0);
        if used > most {
            break;
        }
        end = at + word.len();
        at = end + 1;
        used += space;
    }
    let kept = match text.get(..end).unwrap_or_default() {
        "" => broken(text, face, most).swap_remove(0),
        words => words.to_owned(),
    };
    let kept = kept.trim_end_matches([',', ';', ':', '·', ' ', '…']);
    format!("{kept}{ELLIPSIS}")
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZES: [f32; 2] = [40.0, 20.0];

    #[test]
    fn a_text_gets_smaller_before_it_is_cut() {
        let fitted = |text: &str| block(text, Face::Serif, &SIZES, (300.0, 60.0));
        assert_eq!(fitted("A short text").size, 40.0);
        let longer = fitted("A text that is somewhat longer than the other");
        assert_eq!((longer.size, longer.lines.len()), (20.0, 2));
        let cut = fitted(&"A text without end ".repeat(40));
        assert_eq!((cut.size, cut.lines.len()), (20.0, 2));
        assert!(
            cut.lines[1].ends_with("text…") || cut.lines[1].ends_with("without…"),
            "{cut:?}"
        );
    }

    #[test]
    fn a_word_wider_than_its_room_is_broken() {
        let text = "Donaudampfschifffahrtsgesellschaftskapitän";
        let fitted = block(text, Face::Sans, &[30.0], (200.0, 500.0));
        assert_eq!(fitted.lines.concat(), text);
        assert!(
            fitted
                .lines
                .iter()
                .all(|line| width(line, Face::Sans, 30.0) <= 200.0)
        );
        let (line, _) = line(text, Face::Sans, &[30.0], 200.0);
        assert!(line.ends_with('…') && width(&line, Face::Sans, 30.0) <= 200.0);
    }
}
