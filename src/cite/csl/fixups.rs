//! Corrections to hayagriva's output: no doubled punctuation, nothing lost, the genre next to the title, no
//! quotation marks around supplied titles.
//!
//! They change hayagriva's punctuation around the placeholders; title, publisher and address are inserted last.

use once_cell::sync::Lazy;
use regex::Regex;

use crate::cite::{item, quotes};
use crate::facts::{Source, pattern::pattern};

/// Placeholders for title, publisher and address: two private-use characters, which no fact file may contain,
/// and the object replacement character.
pub(super) const TITLE: &str = "\u{e000}";
pub(super) const PUBLISHER: &str = "\u{e001}";
pub(super) const ADDRESS: &str = "\u{fffc}";

static TWO_STOPS: Lazy<Regex> = Lazy::new(|| pattern(r"([^.])\.\.([^.]|$)"));
static COMMA_CLOSED: Lazy<Regex> = Lazy::new(|| pattern(r"[,;]\s*([)\]])"));
/// A title in quotation marks, with the stop or comma that a style puts inside them.
static QUOTED: Lazy<Regex> = Lazy::new(|| pattern("[“‘](\u{e000})([.,]?)[”’]"));
/// A genre after the date, as APA prints it if there is no author before the title.
static GENRE_LATE: Lazy<Regex> =
    Lazy::new(|| pattern("^(\u{e000})\\.? (\\([^()]*\\))\\. (\\[[^\\[\\]]+\\])\\."));
static DAY_LAST: Lazy<Regex> = Lazy::new(|| pattern(r"^(.*?)(\p{Alphabetic}+\.?) (\d{1,2})$"));

/// The corrected reference; `None` if it lacks the first author, the title, the publisher or the address.
pub(super) fn apply(text: &str, source: &Source) -> Option<String> {
    let lost = |placeholder: &&str| !text.contains(*placeholder);
    let address = source.address().map(|_| ADDRESS);
    if [TITLE, PUBLISHER].iter().chain(&address).any(lost) {
        return None;
    }
    if let Some(first) = source.authors.first()
        && !text.contains(first.listed())
    {
        return None;
    }
    let mut title = item::title(source);
    let text = item::on_one_line(text);
    let mut out = GENRE_LATE.replace(&text, "$1 $3. $2.").into_owned();
    if !source.title_own {
        out = QUOTED.replace_all(&out, "$1$2").into_owned();
    } else if out.contains(&format!("“{TITLE}")) {
        title = quotes::within(&title);
        // The style's stop or comma stands within the title's own last mark, unless a sign stands there already.
        for stop in ['.', ','] {
            let after = format!("{TITLE}{stop}");
            if let Some(inner) = title.strip_suffix('’').filter(|_| out.contains(&after)) {
                let signed = inner.ends_with(['?', '!', '…', '.', ',']);
                let stop = if signed {
                    String::new()
                } else {
                    stop.to_string()
                };
                title = format!("{inner}{stop}’");
                out = out.replace(&after, TITLE);
            }
        }
    }
    for (placeholder, name) in [(TITLE, &title), (PUBLISHER, &source.publisher)] {
        if name.ends_with(['.', '?', '!', '…']) {
            out = out.replace(&format!("{placeholder}."), placeholder);
        }
    }
    let out = COMMA_CLOSED.replace_all(&out, "$1");
    let out = TWO_STOPS.replace_all(&out, "$1.$2");
    let out = out.replace(TITLE, &title);
    let out = out.replace(PUBLISHER, &source.publisher);
    Some(out.replace(ADDRESS, source.address().unwrap_or_default()))
}

/// Changes `Oktober 19` to `19 Oktober`, the Indonesian order.
pub(super) fn day_first(date: &mut String) {
    *date = DAY_LAST.replace(date, "$1$3 $2").into_owned();
}
