//! What the linked data of a page (JSON-LD, in terms of schema.org) says of it.

use serde_json::Value;

use super::said;
use super::said::{AUTHOR, FAMILY_GIVEN, INSTITUTION, PERSON, SEVERAL, Said, TYPE, UNREADABLE};
use crate::visits::decoded;

/// The types of what a page may be, each with its type in CSL.
const TYPES: [(&str, &str); 16] = [
    ("NewsArticle", "article-newspaper"),
    ("ReportageNewsArticle", "article-newspaper"),
    ("AnalysisNewsArticle", "article-newspaper"),
    ("AskPublicNewsArticle", "article-newspaper"),
    ("BackgroundNewsArticle", "article-newspaper"),
    ("OpinionNewsArticle", "article-newspaper"),
    ("ReviewNewsArticle", "article-newspaper"),
    ("LiveBlogPosting", "article-newspaper"),
    ("BlogPosting", "post-weblog"),
    ("SocialMediaPosting", "post"),
    ("DiscussionForumPosting", "post"),
    ("ScholarlyArticle", "article-journal"),
    ("Report", "report"),
    ("Article", "webpage"),
    ("TechArticle", "webpage"),
    ("WebPage", "webpage"),
];

/// The last of these is what every page is; others say more.
const WEB_PAGE: &str = "WebPage";

/// Adds what the blocks say of the page at an address. A block that cannot be read is told.
pub(super) fn read(blocks: &[&str], address: &str, out: &mut Said) {
    let mut values = Vec::new();
    for block in blocks {
        match serde_json::from_str::<Value>(block) {
            Ok(value) => values.push(value),
            Err(why) => say(out, UNREADABLE, &why.to_string()),
        }
    }
    let mut nodes = Vec::new();
    values.iter().for_each(|value| collect(value, &mut nodes));
    let articles = articles(&nodes);
    let mut own = articles.iter().filter(|node| is_at(node, address));
    let article = match (own.next(), articles.as_slice()) {
        (Some(own), _) => own,
        (None, [only]) => only,
        (None, []) => return,
        (None, several) => {
            let count = format!("{} things, none of which is this address", several.len());
            return say(out, SEVERAL, &count);
        }
    };
    Reader { nodes: &nodes }.read(article, out);
}

/// Adds a statement; texts in linked data are often written as in HTML.
fn say(out: &mut Said, key: &str, value: &str) {
    said::say(out, key, &decoded(value));
}

/// The objects of a value: itself, members of lists and of a graph.
fn collect<'v>(value: &'v Value, nodes: &mut Vec<&'v Value>) {
    match value {
        Value::Array(members) => members.iter().for_each(|one| collect(one, nodes)),
        Value::Object(_) => {
            nodes.push(value);
            if let Some(graph) = value.get("@graph") {
                collect(graph, nodes);
            }
        }
        _ => {}
    }
}

/// What the page may be: if there is anything else, not what says only that it is a page.
fn articles<'v>(nodes: &[&'v Value]) -> Vec<&'v Value> {
    let typed = nodes
        .iter()
        .copied()
        .filter(|node| csl_type(node).is_some());
    let (pages, articles): (Vec<_>, Vec<_>) = typed.partition(|node| has_type(node, WEB_PAGE));
    match articles.is_empty() {
        true => pages,
        false => articles,
    }
}

fn has_type(node: &Value, name: &str) -> bool {
    each(&node["@type"]).any(|one| one.as_str() == Some(name))
}

fn csl_type(node: &Value) -> Option<&'static str> {
    let mut types = TYPES.iter().filter(|(name, _)| has_type(node, name));
    types.next().map(|(_, csl)| *csl)
}

/// The members of a list, or the one value.
fn each(value: &Value) -> impl Iterator<Item = &Value> {
    let members = match value {
        Value::Array(members) => members.as_slice(),
        Value::Null => &[],
        one => std::slice::from_ref(one),
    };
    members.iter()
}

/// Whether a node says that it is at an address.
fn is_at(node: &Value, address: &str) -> bool {
    let whole = |text: &str| {
        let text = text.split('#').next().unwrap_or_default();
        let text = text
            .trim_start_matches("https:")
            .trim_start_matches("http:");
        text.trim_end_matches('/').to_owned()
    };
    let main = &node["mainEntityOfPage"];
    let mut places = [&node["url"], main, &main["@id"], &node["@id"]].into_iter();
    places.any(|place| {
        place
            .as_str()
            .is_some_and(|place| whole(place) == whole(address))
    })
}

struct Reader<'v> {
    nodes: &'v [&'v Value],
}

impl<'v> Reader<'v> {
    /// The node that a value refers to by its id, else the value.
    fn followed(&self, value: &'v Value) -> &'v Value {
        let id = value["@id"].as_str().filter(|_| value["name"].is_null());
        let mut named = self.nodes.iter().filter(|node| node["@id"].as_str() == id);
        id.and_then(|_| named.next()).unwrap_or(&value)
    }

    fn read(&self, article: &'v Value, out: &mut Said) {
        let text = |value: &'v Value| each(value).next().and_then(Value::as_str);
        let name = |value: &'v Value| match value {
            Value::String(name) => Some(name.as_str()),
            other => text(&self.followed(other)["name"]),
        };
        let mut tell = |key: &str, value: Option<&str>| say(out, key, value.unwrap_or_default());
        tell(TYPE, csl_type(article));
        tell(
            "linked headline",
            text(&article["headline"]).or_else(|| text(&article["name"])),
        );
        tell(
            "linked publisher",
            each(&article["publisher"]).next().and_then(name),
        );
        tell("linked datePublished", text(&article["datePublished"]));
        let language = each(&article["inLanguage"]).next();
        let language =
            language.and_then(|one| one.as_str().or_else(|| text(&one["alternateName"])));
        tell("linked inLanguage", language);
        for author in each(&article["author"]) {
            self.author(author, out);
        }
    }

    fn author(&self, author: &'v Value, out: &mut Said) {
        let author = match author {
            Value::String(name) => return say(out, AUTHOR, name),
            other => self.followed(other),
        };
        let part = |key: &str| author[key].as_str().unwrap_or_default().trim();
        let (family, given) = (part("familyName"), part("givenName"));
        let is_person = has_type(author, "Person");
        let name = each(&author["name"]).next().and_then(Value::as_str);
        let name = name.unwrap_or_default();
        match (is_person, family.is_empty()) {
            (true, false) => say(out, FAMILY_GIVEN, &format!("{family}, {given}")),
            (true, true) => say(out, PERSON, name),
            (false, _) if author["@type"].is_null() => say(out, AUTHOR, name),
            (false, _) => say(out, INSTITUTION, name),
        }
    }
}
