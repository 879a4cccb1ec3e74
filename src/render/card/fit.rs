//! Fitting texts: smaller in steps first, then cut between words with "…". Nothing is wider than its room.

use unicode_segmentation::UnicodeSegmentation;

use super::letters::{Face, width};

/// What stands where something was left out.
const ELLIPSIS: &str = "…";

/// From one line to the next, in sizes.
pub(super) const LEADING: f32 = 1.26;

/// Most of a text that is looked at: more could not be read at any size.
const MOST_GRAPHEMES: usize = 1_500;

/// A text in lines, at the size at which it fits.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Block {
    pub(super) lines: Vec<String>,
    pub(super) size: f32,
}

impl Block {
    /// From the top of its first line to the bottom of its last.
    pub(super) fn height(&self) -> f32 {
        self.size * LEADING * self.lines.len() as f32
    }
}

/// A text at the first of some sizes at which it fits into a room; at the last it is cut.
pub(super) fn block(text: &str, face: Face, sizes: &[f32], room: (f32, f32)) -> Block {
    let (wide, high) = room;
    let text = readable(text);
    let mut last = Block {
        lines: Vec::new(),
        size: 0.0,
    };
    for size in sizes.iter().copied() {
        let lines = wrapped(&text, face, size, wide);
        last = Block { lines, size };
        if last.height() <= high {
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

/// The same on one line.
pub(super) fn line(text: &str, face: Face, sizes: &[f32], wide: f32) -> (String, f32) {
    let text = readable(text);
    let fits = |size: &&f32| width(&text, face, **size) <= wide;
    match sizes.iter().find(fits) {
        Some(size) => (text, *size),
        None => {
            let size = sizes.last().copied().unwrap_or_default();
            (cut(&text, face, size, wide), size)
        }
    }
}

/// A text without what could not be read anyway.
fn readable(text: &str) -> String {
    match text.grapheme_indices(true).nth(MOST_GRAPHEMES) {
        Some((at, _)) => format!("{}{ELLIPSIS}", text.get(..at).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// A text in lines; a word that is wider than a line is broken.
fn wrapped(text: &str, face: Face, size: f32, wide: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut open = String::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let longer = match open.is_empty() {
            true => word.to_owned(),
            false => format!("{open} {word}"),
        };
        if width(&longer, face, size) <= wide {
            open = longer;
            continue;
        }
        if !open.is_empty() {
            lines.push(std::mem::take(&mut open));
        }
        let mut pieces = broken(word, face, size, wide);
        open = pieces.pop().unwrap_or_default();
        lines.extend(pieces);
    }
    if !open.is_empty() {
        lines.push(open);
    }
    lines
}

/// A word in pieces that fit.
fn broken(word: &str, face: Face, size: f32, wide: f32) -> Vec<String> {
    if width(word, face, size) <= wide {
        return vec![word.to_owned()];
    }
    let mut pieces = vec![String::new()];
    for grapheme in word.graphemes(true) {
        let Some(open) = pieces.last_mut() else {
            continue;
        };
        let longer = format!("{open}{grapheme}");
        match open.is_empty() || width(&longer, face, size) <= wide {
            true => *open = longer,
            false => pieces.push(grapheme.to_owned()),
        }
    }
    pieces
}

/// The beginning of a text that does not fit, with "…": whole words where one fits.
fn cut(text: &str, face: Face, size: f32, wide: f32) -> String {
    let mut kept = String::new();
    for word in text.split(' ') {
        let longer = format!("{kept}{}{word}", if kept.is_empty() { "" } else { " " });
        if width(&format!("{longer}{ELLIPSIS}"), face, size) > wide {
            break;
        }
        kept = longer;
    }
    if kept.is_empty() {
        for grapheme in text.graphemes(true) {
            if width(&format!("{kept}{grapheme}{ELLIPSIS}"), face, size) > wide {
                break;
            }
            kept.push_str(grapheme);
        }
    }
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
        assert!(cut.lines[1].ends_with("text…") || cut.lines[1].ends_with("without…"), "{cut:?}");
    }

    #[test]
    fn a_word_wider_than_its_room_is_broken() {
        let text = "Donaudampfschifffahrtsgesellschaftskapitän";
        let fitted = block(text, Face::Sans, &[30.0], (200.0, 500.0));
        assert_eq!(fitted.lines.concat(), text);
        assert!(fitted.lines.iter().all(|line| width(line, Face::Sans, 30.0) <= 200.0));
        let (line, _) = line(text, Face::Sans, &[30.0], 200.0);
        assert!(line.ends_with('…') && width(&line, Face::Sans, 30.0) <= 200.0);
    }
}
