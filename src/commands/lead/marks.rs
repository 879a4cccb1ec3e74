//! The numbers of sources within a text that is still being put together.

use super::super::statement::Composer;
use crate::answer::Span;
use crate::facts::Claim;

/// Stands for the number of a source within a text until [`spans`] takes it out: this character plus the number. It is
/// the first of Unicode's characters for private use, which have no meaning in any text.
const CITE: u32 = 0xE000;
/// The last of these characters.
const LAST_CITE: u32 = 0xF8FF;

/// The nearest source of each claim, as it stands in a text.
pub(super) fn cites(composer: &mut Composer<'_>, claims: &[&Claim]) -> String {
    let mut numbers: Vec<usize> = Vec::new();
    for claim in claims {
        for number in composer.cite(claim, 1) {
            if !numbers.contains(&number) {
                numbers.push(number);
            }
        }
    }
    marks(numbers)
}

pub(super) fn marks(numbers: impl IntoIterator<Item = usize>) -> String {
    let mark = |number: usize| char::from_u32(CITE + u32::try_from(number).ok()?);
    let marks: String = numbers.into_iter().filter_map(mark).collect();
    spaced((!marks.is_empty()).then_some(marks))
}

/// The text after a space; nothing if there is none.
pub(super) fn spaced(text: Option<String>) -> String {
    let text = text.filter(|text| !text.is_empty());
    text.map(|text| format!(" {text}")).unwrap_or_default()
}

/// A text with the numbers of its sources.
pub(super) fn spans(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut plain = String::new();
    for letter in text.chars() {
        match u32::from(letter) {
            mark @ CITE..=LAST_CITE => {
                if !plain.is_empty() {
                    spans.push(Span::Text(std::mem::take(&mut plain)));
                }
                spans.extend(usize::try_from(mark - CITE).map(Span::Cite));
            }
            _ => plain.push(letter),
        }
    }
    if !plain.is_empty() {
        spans.push(Span::Text(plain));
    }
    spans
}
