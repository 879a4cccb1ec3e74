//! The picture that comes with an answer, and what it is called.
//!
//! What is on it is for `render::card`; it becomes pixels in `serve`.

use super::reply::Picture;
use crate::answer::Answer;
use crate::facts::Facts;
use crate::query::{Key, Query};
use crate::render::card::{self, Look, Theme};

/// Most code points of a picture's name, without its ending.
const NAME_MAX: usize = 80;

/// The picture of an answer, dark as most people's Discord, with the address of the answer's page in its corner;
/// `None` where there is nothing to draw.
pub(super) fn of(facts: &Facts, answer: &Answer, page: Option<&str>) -> Option<Picture> {
    let look = Look {
        theme: Theme::Dark,
        address: page,
    };
    Some(Picture {
        filename: filename(&answer.query),
        card: card::of(facts, &answer.query, answer.lang, look)?,
    })
}

/// The command and what it was asked about, in letters that any file may have.
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
