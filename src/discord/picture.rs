//! The picture of a reply: its file name and what it shows. `serve` draws it.

use crate::answer::Answer;
use crate::query::{Key, Query};
use crate::render::card::{self, Card, Look, Theme};

/// A picture that is sent with a reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Its file name, such as `claim-clock-runs-again.png`.
    pub filename: String,
    /// What it shows.
    pub card: Card,
}

/// Most code points of a picture's file name, without its extension.
const FILENAME_MAX: usize = 80;

impl Picture {
    /// The picture of an answer in Discord's default dark theme, with the address of the answer's page in its corner;
    /// `None` if there is nothing to draw.
    pub(super) fn new(answer: &Answer, page: Option<&str>) -> Option<Self> {
        let look = Look {
            theme: Theme::Dark,
            address: page,
        };
        Some(Self {
            filename: filename(&answer.query),
            card: card::draw(answer, look)?,
        })
    }
}

/// The command and its subject, in ASCII letters, digits and hyphens.
fn filename(query: &Query) -> String {
    let subjects = [Key::Claim, Key::Topic, Key::Name].map(|key| query.get(key));
    let parts = std::iter::once(query.command.as_str()).chain(subjects.into_iter().flatten());
    let name = parts.collect::<Vec<&str>>().join("-");
    let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    let name: String = name.chars().map(plain).take(FILENAME_MAX).collect();
    format!("{name}.png")
}
