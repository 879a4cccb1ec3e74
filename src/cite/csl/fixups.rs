//! What comes out of a style, mended: nothing twice, nothing lost, a genre beside its title, supplied titles
//! without quotation marks.
//!
//! Titles and names stand as the fact file has them. A style that writes titles in capitals is not followed in
//! this, for hayagriva then makes "n.korea" of N.Korea.

use once_cell::sync::Lazy;
use regex::Regex;

use crate::cite::item;
use crate::facts::Source;

/// Stands for the address while the rest is mended.
pub(super) const ADDRESS: char = '\u{fffc}';
/// The same for the title and the publisher; characters for private use, which no fact file may hold.
const TITLE: char = '\u{e000}';
const PUBLISHER: char = '\u{e001}';

type Pattern = Lazy<Option<Regex>>;

static SPACES: Pattern = Lazy::new(|| Regex::new(r"\s{2,}").ok());
static TWO_STOPS: Pattern = Lazy::new(|| Regex::new(r"([^.])\.\.([^.]|$)").ok());
static COMMA_CLOSED: Pattern = Lazy::new(|| Regex::new(r"[,;]\s*([)\]])").ok());
/// A supplied title in quotation marks, with the sign that a style puts inside or behind them.
static QUOTED: Pattern = Lazy::new(|| Regex::new("[“‘](\u{e000})([.,]?)[”’]").ok());
/// A genre behind the date where no author stands before the title, as in APA.
static GENRE_LATE: Pattern =
    Lazy::new(|| Regex::new("^(\u{e000})\\.? (\\([^()]*\\))\\. (\\[[^\\[\\]]+\\])\\.").ok());
static DAY_LAST: Pattern = Lazy::new(|| Regex::new(r"^(.*?)(\p{Alphabetic}+\.?) (\d{1,2})$").ok());

fn replace(pattern: &Pattern, text: &str, with: &str) -> String {
    match pattern.as_ref() {
        Some(pattern) => pattern.replace_all(text, with).into_owned(),
        None => text.to_owned(),
    }
}

/// The mended reference; `None` if title, publisher or address is not in it.
pub(super) fn apply(text: &str, source: &Source) -> Option<String> {
    let title = item::title(source);
    let masked = mask(text, &title, TITLE)?;
    let masked = mask(&masked, &source.publisher, PUBLISHER)?;
    if source.url.is_some() && !masked.contains(ADDRESS) {
        return None;
    }
    let mut out = replace(&SPACES, masked.trim(), " ");
    out = replace(&GENRE_LATE, &out, "$1 $3. $2.");
    if !source.title_own {
        out = replace(&QUOTED, &out, "$1$2");
    }
    for (mark, name) in [(TITLE, &title), (PUBLISHER, &source.publisher)] {
        if name.ends_with(['.', '?', '!', '…']) {
            out = out.replace(&format!("{mark}."), &mark.to_string());
        }
    }
    out = replace(&COMMA_CLOSED, &out, "$1");
    out = replace(&TWO_STOPS, &out, "$1.$2");
    let title = if source.title_own && quoted(&out) {
        inner_quotes(&title)
    } else {
        title
    };
    let out = out
        .replace(TITLE, &title)
        .replace(PUBLISHER, &source.publisher);
    Some(out.replace(ADDRESS, source.url.as_deref().unwrap_or_default()))
}

/// `Oktober 19` as it is said in Indonesian: `19 Oktober`.
pub(super) fn day_first(date: &str) -> String {
    replace(&DAY_LAST, date, "$1$3 $2")
}

/// Whether the title stands in quotation marks.
fn quoted(text: &str) -> bool {
    text.contains(&format!("“{TITLE}"))
}

/// Straight quotation marks within others, by turns opening and closing.
fn inner_quotes(title: &str) -> String {
    let mut open = false;
    let turned = title.chars().map(|c| match c {
        '"' => {
            open = !open;
            if open { '‘' } else { '’' }
        }
        c => c,
    });
    turned.collect()
}

/// Puts a mark where a name stands as whole words, in whatever case.
fn mask(text: &str, name: &str, mark: char) -> Option<String> {
    let name: Vec<char> = name.chars().flat_map(char::to_lowercase).collect();
    let alone = |(start, _): (usize, char)| {
        let end = start + begins(&text[start..], &name)?;
        let before = text[..start].chars().next_back();
        let after = text[end..].chars().next();
        let whole =
            !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric);
        whole.then_some((start, end))
    };
    let (start, end) = text.char_indices().find_map(alone)?;
    let (before, after) = (&text[..start], &text[end..]);
    Some(format!("{before}{mark}{after}"))
}

/// How many bytes of a text are a name in small letters, if the text begins with it in whatever case.
fn begins(text: &str, name: &[char]) -> Option<usize> {
    let mut wanted = name.iter();
    for (at, letter) in text.char_indices() {
        if wanted.as_slice().is_empty() {
            return Some(at);
        }
        if letter
            .to_lowercase()
            .any(|small| wanted.next() != Some(&small))
        {
            return None;
        }
    }
    wanted.as_slice().is_empty().then_some(text.len())
}
