//! `sumber import --from`: a page of the web, got once, as a source.

use std::net::SocketAddr;
use std::path::Path;
use std::time::Duration;

use encoding_rs::Encoding;
use url::Url;

use super::{Stop, output};
use crate::draft::{self, Dossier, Options, Original};
use crate::serve::{Manners, fetch};
use crate::visits::{End, no_page};

/// How long one request may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// What the page at an address says of itself; `None` if there is none, which is shown.
///
/// # Errors
///
/// It is no address on the web.
pub(super) fn got(
    address: &str,
    local: Option<SocketAddr>,
    encoding: Option<&'static Encoding>,
) -> Result<Option<Original>, Stop> {
    let url = Url::parse(address).ok();
    let url = url.filter(|url| matches!(url.scheme(), "http" | "https"));
    let Some(mut url) = url else {
        return Err(Stop::Misused(format!(
            "“{address}” is no address that begins with https:// or http://"
        )));
    };
    url.set_fragment(None);
    let manners = Manners {
        pause: Duration::ZERO,
        patience: PATIENCE,
        local,
    };
    let walked = fetch(&url, manners).map_err(|why| Stop::Misused(why.to_string()))?;
    if let Some(why) = no_page(&walked) {
        output::show(&format!("{url}: {why}: nothing written\n"))?;
        return Ok(None);
    }
    let moved = walked.moved.filter(|moved| moved.for_good);
    let at = moved.map_or(url, |moved| moved.to);
    Ok(match &walked.end {
        End::Page(body) => Some(draft::read_page(at.as_str(), body, encoding)),
        _ => None,
    })
}

/// Shows the command that adds the source of a page by hand, with what the page says.
///
/// # Errors
///
/// It cannot be shown.
pub(super) fn show_command(
    dossier: &Dossier,
    original: &Original,
    settings: &Options,
    into: &Path,
) -> Result<(), Stop> {
    let into = quoted(&into.display().to_string());
    let mut command = format!("sumber add source --into {into}");
    for (key, value) in draft::answers_of_page(dossier, original, settings) {
        command += &format!(" {key}={}", quoted(&value));
    }
    output::show(&format!("to add what the page does not say:\n{command}\n"))
}

/// A text as one word of a shell.
fn quoted(text: &str) -> String {
    let plain = |one: char| one.is_ascii_alphanumeric() || "-_./:".contains(one);
    match text.chars().all(plain) && !text.is_empty() {
        true => text.to_owned(),
        false => format!("'{}'", text.replace('\'', "'\\''")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_one_word_whatever_it_holds() {
        assert_eq!(quoted("a-b/c:d"), "a-b/c:d");
        assert_eq!(
            quoted("The town's `clock` $(x)"),
            "'The town'\\''s `clock` $(x)'"
        );
        assert_eq!(quoted(""), "''");
    }
}
