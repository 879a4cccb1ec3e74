//! What the answer of an address means for the sources that have it.

use super::body::{Body, even, title};
use super::plan::{Quoted, Target};
use super::walk::{End, Walked};
use crate::facts::AddressKind;

/// What was found at an address.
#[derive(Debug)]
pub struct Finding<'a> {
    /// The address.
    pub target: &'a Target,
    /// How it answered.
    pub walked: Walked,
    /// The title of the page, if it is not that of its source.
    pub title: Option<String>,
    /// The quotations that do not stand there any more.
    pub missing: Vec<&'a Quoted>,
    /// Whether the text of the page could not be searched, or not to its end.
    pub unsearched: bool,
}

/// What the answer of an address means.
pub fn find(target: &Target, walked: Walked) -> Finding<'_> {
    let mut finding = Finding {
        target,
        walked,
        title: None,
        missing: Vec::new(),
        unsearched: false,
    };
    if let End::Page(body) = &finding.walked.end {
        let text = body.text();
        finding.title = changed_title(target, body, text.as_deref());
        let quotes = target.quotes.iter();
        let stands = |quote: &&Quoted| {
            let words = even(&quote.words);
            text.as_ref().is_some_and(|text| text.contains(&words))
        };
        let missing: Vec<&Quoted> = quotes.filter(|quote| !stands(quote)).collect();
        // Words that were not found may stand in the rest.
        finding.unsearched = !missing.is_empty() && (body.cut || text.is_none());
        if !finding.unsearched {
            finding.missing = missing;
        }
    }
    finding
}

/// The title of a page on which the title of none of its sources stands.
fn changed_title(target: &Target, body: &Body, text: Option<&str>) -> Option<String> {
    let plain = |text: &str| even(text).to_lowercase();
    let now = title(body)?;
    let (own, text) = (plain(&now), plain(text?));
    let originals = target
        .uses
        .iter()
        .filter(|one| one.kind == AddressKind::Original);
    let mut sources = originals.map(|one| &one.source).peekable();
    sources.peek()?;
    // A title that was supplied never stood there.
    let stands = sources.any(|source| {
        let known = plain(&source.title);
        !source.title_own || own.contains(&known) || known.contains(&own) || text.contains(&known)
    });
    (!stands).then_some(now)
}

impl Finding<'_> {
    /// Whether the server says that nothing is there any more.
    pub fn is_gone(&self) -> bool {
        matches!(self.walked.end, End::Status(404 | 410))
    }

    /// Whether there is a page, at this address or another.
    pub fn is_page(&self) -> bool {
        matches!(self.walked.end, End::Page(_))
    }

    /// Whether the page has another text than the file says.
    pub fn has_changed(&self) -> bool {
        self.title.is_some() || !self.missing.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use url::Url;

    use super::super::plan::Use;
    use super::*;
    use crate::facts::file::{Part, read};

    fn target(title: &str, quotes: &[&str]) -> Target {
        let text = include_str!("../../tests/fixtures/facts/valid.toml");
        let part = Part {
            name: "facts.toml".into(),
            text: text.replace("Minister: bridge is ready", title),
        };
        let facts = read(&[part]).unwrap().facts;
        let quotes = quotes.iter().map(|words| Quoted {
            claim: "bridge-ready".into(),
            words: (*words).into(),
        });
        Target {
            url: Url::parse("https://example.org/gazette/bridge").unwrap(),
            uses: vec![Use {
                source: Arc::clone(&facts.sources[0]),
                kind: AddressKind::Original,
            }],
            quotes: quotes.collect(),
        }
    }

    fn page(text: &str, cut: bool) -> Walked {
        Walked {
            end: End::Page(Body {
                media_type: "text/html".into(),
                bytes: text.into(),
                cut,
            }),
            moved: None,
        }
    }

    fn check(title: &str, text: &str, changed: Option<&str>) {
        let target = target(title, &[]);
        let finding = find(&target, page(text, false));
        assert_eq!(finding.title.as_deref(), changed, "{title}: {text}");
    }

    #[test]
    fn a_title_may_stand_in_the_title_or_in_the_text() {
        let own = "Minister: “bridge” is ready";
        check(
            own,
            "<title>Minister: \"bridge\" is READY | Gazette</title>",
            None,
        );
        check(
            own,
            "<title>Gazette</title><h1>Minister: 'x'</h1>",
            Some("Gazette"),
        );
        check(
            own,
            "<title>Gazette</title><h1>Minister: &quot;bridge&quot; is ready</h1>",
            None,
        );
        check(own, "<p>no title</p>", None);
    }

    #[test]
    fn a_quotation_that_is_not_found_is_missing_only_if_all_was_searched() {
        let target = target("T", &["it’s ready", "not yet"]);
        let text = "<title>T</title><p>It said <b>it's</b> ready.</p>";
        let finding = find(&target, page(text, false));
        assert_eq!(finding.missing, [&target.quotes[1]]);
        assert!(!finding.unsearched);
        let finding = find(&target, page(text, true));
        assert!(finding.unsearched && finding.missing.is_empty());
    }
}
