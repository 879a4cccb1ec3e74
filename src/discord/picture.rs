//! The picture that comes with an answer, and the name of its file.
//!
//! `render::card` draws it; `serve` turns it into pixels.

use super::reply::Picture;
use crate::answer::Answer;
use crate::query::{Key, Query};
use crate::render::card::{self, Look, Theme};

/// Most characters of a picture's file name, without its ending.
const NAME_MAX: usize = 80;

/// The picture of an answer, dark like most people's Discord, with the address of the answer's page in its corner;
/// `None` if the answer has none.
pub(super) fn of(answer: &Answer, page: Option<&str>) -> Option<Picture> {
    let look = Look {
        theme: Theme::Dark,
        address: page,
    };
    Some(Picture {
        filename: filename(&answer.query),
        card: card::draw(answer, look)?,
    })
}

/// The command and what it is asked about, in letters that every file name may have.
fn filename(query: &Query) -> String {
    let named = [Key::Claim, Key::Topic, Key::Name];
    let named = named.iter().filter_map(|key| query.get(*key));
    let parts: Vec<&str> = std::iter::once(query.command.as_str())
        .chain(named)
        .collect();
    let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    let name: String = parts.join("-").chars().map(plain).take(NAME_MAX).collect();
    format!("{name}.png")
}
