//! What `sumber links` says of the addresses, in plain text: a line for each that needs a look, and a line for all.

use super::finding::Finding;
use super::walk::{End, Moved, Walked};
use crate::facts::{AddressKind, is_hidden};

/// The longest piece of somebody else's text that is shown, in code points.
const LONGEST: usize = 100;

/// What to know about an address; empty if all is as the file says.
pub fn report(finding: &Finding<'_>) -> String {
    let mut said: Vec<String> = Vec::new();
    said.extend(state(finding));
    let marked = finding.target.uses.iter();
    let mut marked = marked.filter(|one| one.kind == AddressKind::Original);
    if finding.is_page() && marked.any(|one| one.source.gone.is_some()) {
        said.push("is there again, though marked as gone".to_owned());
    }
    if let Some(title) = &finding.title {
        said.push(format!("has another title now: “{}”", safe(title)));
    }
    for quote in &finding.missing {
        let (words, claim) = (safe(&quote.words), &quote.claim);
        said.push(format!("no longer has the words “{words}” of {claim}"));
    }
    if finding.unsearched {
        said.push("could not be searched for its quotations".to_owned());
    }
    if said.is_empty() {
        return String::new();
    }
    let names: Vec<String> = finding.target.uses.iter().map(name).collect();
    let head = format!(
        "{}: {}\n",
        names.join(", "),
        safe_whole(finding.target.url.as_str())
    );
    let lines = said.into_iter().map(|one| format!("  {one}\n"));
    [head].into_iter().chain(lines).collect()
}

fn name(one: &super::plan::Use) -> String {
    match one.kind {
        AddressKind::Original => one.source.id.clone(),
        AddressKind::Archived => format!("{} (archived)", one.source.id),
    }
}

/// How it answered, unless it is there as before.
fn state(finding: &Finding<'_>) -> Option<String> {
    let to = finding.walked.moved.as_ref();
    let to = |words: &str| match to {
        Some(Moved { to, for_good: _ }) => format!("{words} {}", safe_whole(to.as_str())),
        None => words.to_owned(),
    };
    Some(match &finding.walked.end {
        End::Page(_) => match finding.walked.moved.as_ref()?.for_good {
            true => to("moved for good to"),
            false => to("leads for now to"),
        },
        End::Status(status) if finding.is_gone() => format!("gone ({status})"),
        End::Status(status) => format!("not known: it answers with {status}"),
        End::Elsewhere => to("moved to a host that is not in the file, and was not asked:"),
        End::FrontPage => to("probably gone: it leads to the front page"),
        End::Private => to("not asked: it leads to this machine or a private network:"),
        End::Astray => "not known: it leads in a circle or to no address".to_owned(),
        End::Silent => "not known: no answer in time".to_owned(),
        End::Unreachable(why) => format!("not known: no connection ({})", safe(why)),
    })
}

/// Why there is no page to read at an address; `None` if there is one.
pub fn no_page(walked: &Walked) -> Option<String> {
    let to = walked
        .moved
        .as_ref()
        .map(|moved| safe_whole(moved.to.as_str()));
    let to = to.unwrap_or_default();
    Some(match &walked.end {
        End::Page(body) if body.is_text() => return None,
        End::Page(body) => {
            let kind = safe(body.media_type.split(';').next().unwrap_or_default());
            format!("it is {kind}, and no page that says something of itself")
        }
        End::Status(status) => format!("it answers with {status}"),
        End::Elsewhere => {
            format!("it leads to another host, which was not asked; if you mean that, name {to}")
        }
        End::FrontPage => {
            format!("it leads to the front page {to}, so that the page is probably gone")
        }
        End::Private => {
            "it leads to this machine or a private network, and was not asked".to_owned()
        }
        End::Astray => "it leads in a circle or to no address".to_owned(),
        End::Silent => "no answer in time".to_owned(),
        End::Unreachable(why) => format!("no connection ({})", safe(why)),
    })
}

/// How many addresses there are, and how they are.
pub fn summary(findings: &[Finding<'_>]) -> String {
    let count = |is: &dyn Fn(&Finding<'_>) -> bool| findings.iter().filter(|one| is(one)).count();
    let moved = |one: &Finding<'_>| {
        one.walked.moved.is_some() && matches!(one.walked.end, End::Page(_) | End::Elsewhere)
    };
    let there = |one: &Finding<'_>| one.is_page() && !moved(one);
    format!(
        "addresses: {} · there: {} · moved: {} · gone: {} · not known: {} · with another text: {}\n",
        findings.len(),
        count(&there),
        count(&moved),
        count(&|one| one.is_gone()),
        count(&|one| !(there(one) || moved(one) || one.is_gone())),
        count(&|one| one.has_changed()),
    )
}

/// Somebody else's text for a terminal, cut if it is long.
fn safe(text: &str) -> String {
    let text = safe_whole(text);
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text,
    }
}

fn safe_whole(text: &str) -> String {
    text.chars().filter(|letter| !is_hidden(*letter)).collect()
}
