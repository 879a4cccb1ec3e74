//! Claims from linked data in the words of schema.org: a `ClaimReview` is what the checker says, with its rating as its
//! words; a `Claim` is what its author says.

use super::Options;
use super::dossier::Dossier;
use super::item::{Found, Item, sources};
use super::json::{Kind, Node, read};
use super::name::{kebab, language};
use super::original::{Original, Place};
use super::record::Draft;
use crate::facts::problem::Problem;

/// Whether a text in JSON is linked data rather than a bibliography.
pub(super) fn is_linked_data(text: &str) -> bool {
    text.contains("\"@context\"") || text.contains("\"@type\"")
}

/// The claims of a text and the sources they need.
pub(super) fn drafts(
    dossier: &Dossier,
    original: &Original,
    options: &Options,
    problems: &mut Vec<Problem>,
) -> Vec<Draft> {
    let root = match read(original) {
        Ok(root) => root,
        Err(problem) => {
            problems.push(problem);
            return Vec::new();
        }
    };
    let mut nodes = Vec::new();
    gather(&root, &mut nodes);
    if nodes.is_empty() {
        let place = Place {
            span: root.span.start..root.span.start,
            label: "".into(),
        };
        let what = "there is no ClaimReview and no Claim here";
        problems.push(original.error(&place, what, "give the linked data of a page with one."));
    }
    let mut drafts = Vec::new();
    for (number, node) in nodes.iter().enumerate() {
        let label = format!("{} {}", kind(node), number + 1);
        let place = Place {
            span: node.span.clone(),
            label: label.into(),
        };
        let mut reading = Reading {
            dossier,
            original,
            options,
            root: &root,
            node,
            place,
            problems,
        };
        drafts.extend(reading.claim());
    }
    drafts
}

/// What a node is, without the address of the vocabulary.
fn kind(node: &Node) -> String {
    let types = node.get("@type").each().iter().filter_map(Node::text);
    let short = types.map(|name| {
        name.rsplit(['/', ':'])
            .next()
            .unwrap_or_default()
            .to_owned()
    });
    let wanted = ["ClaimReview", "Claim"];
    short
        .into_iter()
        .find(|name| wanted.contains(&name.as_str()))
        .unwrap_or_default()
}

/// The reviews and claims of a text; a claim inside a review belongs to that.
fn gather<'n>(node: &'n Node, nodes: &mut Vec<&'n Node>) {
    match &node.value {
        _ if !kind(node).is_empty() => nodes.push(node),
        Kind::Object(entries) => entries.iter().for_each(|(_, inside)| gather(inside, nodes)),
        Kind::Array(members) => members.iter().for_each(|inside| gather(inside, nodes)),
        Kind::Leaf(_) => {}
    }
}

/// The node with an id, anywhere in the text.
fn with_id<'n>(node: &'n Node, id: &str) -> Option<&'n Node> {
    match &node.value {
        Kind::Object(entries) => {
            let own = entries.len() > 1 && node.get("@id").text().is_some_and(|one| one == id);
            let inside = || entries.iter().find_map(|(_, inside)| with_id(inside, id));
            if own { Some(node) } else { inside() }
        }
        Kind::Array(members) => members.iter().find_map(|inside| with_id(inside, id)),
        Kind::Leaf(_) => None,
    }
}

struct Reading<'r> {
    dossier: &'r Dossier,
    original: &'r Original,
    options: &'r Options,
    root: &'r Node,
    node: &'r Node,
    place: Place,
    problems: &'r mut Vec<Problem>,
}

impl<'r> Reading<'r> {
    fn at(&self, node: &Node) -> Place {
        match node.is_given() {
            true => self.place.within(node.span.clone()),
            false => self.place.clone(),
        }
    }

    /// A node, or the one that it names.
    fn followed(&self, node: &'r Node) -> &'r Node {
        let named = node
            .get("@id")
            .text()
            .and_then(|id| with_id(self.root, &id));
        named.unwrap_or(node)
    }

    fn lacks(&mut self, draft: &mut Draft, what: &str, help: &str) {
        draft.is_broken = true;
        let problem = self
            .original
            .error(&self.place, format!("there is no {what}"), help);
        self.problems.push(problem);
    }

    fn claim(&mut self) -> Vec<Draft> {
        let node = self.node;
        let is_review = kind(node) == "ClaimReview";
        let mut draft = Draft::new("claim", self.place.clone());
        let authors: Vec<&Node> = node
            .get("author")
            .each()
            .iter()
            .map(|author| self.followed(author))
            .collect();
        let item = match is_review {
            true => self.page(),
            false => self.appearance(),
        };
        let stated = node.get(if is_review { "claimReviewed" } else { "text" });
        let words = stated
            .text()
            .or_else(|| node.get("name").text())
            .unwrap_or_default();
        let by = authors
            .first()
            .and_then(|author| author.get("name").text())
            .unwrap_or_default();
        let id = kebab(&format!("{by} {words}"));
        draft.put("id", id, &self.place);
        match &self.options.topic {
            Some(topic) => draft.put("topics", vec![topic.as_str()], &self.place),
            None => self.lacks(
                &mut draft,
                "topic",
                "name with --topic the one that the claims are for.",
            ),
        }
        draft.put(
            "kind",
            if is_review { "assesses" } else { "asserts" },
            &self.place,
        );
        self.by(&mut draft, &authors);
        if is_review {
            self.claimant(&mut draft);
        }
        match found(node.get("datePublished")) {
            Some((date, span)) => {
                let place = self.place.within(span);
                draft.put("said.when", day(&date), &place);
                draft.put("said.basis", "stated", &place);
            }
            None => self.lacks(
                &mut draft,
                "datePublished",
                "without a day the claim is left out.",
            ),
        }
        let tongue = self.tongue();
        self.text(&mut draft, stated, &words, tongue.as_deref(), is_review);
        draft.put("recorded", self.options.today.to_string(), &self.place);
        let Some(item) = item else {
            let what = if is_review { "url" } else { "appearance" };
            self.lacks(
                &mut draft,
                what,
                "without a place where it can be read the claim is left out.",
            );
            return vec![draft];
        };
        self.with_source(draft, item)
    }

    /// Who says it: the speakers whom the dossier has under these names.
    fn by(&mut self, draft: &mut Draft, authors: &[&Node]) {
        if authors.is_empty() {
            self.lacks(
                draft,
                "author",
                "without somebody who says it the claim is left out.",
            );
        }
        for (number, author) in authors.iter().enumerate() {
            match self.speaker(author) {
                Some(id) => draft.put(&format!("by.{number}"), id, &self.at(author)),
                None => {
                    draft.is_broken = true;
                    let name = name_of(author);
                    let what = format!("no speaker is called “{name}”");
                    let help = "add them first: sumber add speaker; an alias is enough.";
                    let problem = self.original.error(&self.at(author), what, help);
                    self.problems.push(problem);
                }
            }
        }
    }

    fn speaker(&self, node: &Node) -> Option<String> {
        let urn = node.get("@id").text().unwrap_or_default();
        let own = urn
            .rsplit(':')
            .next()
            .filter(|id| self.dossier.get("speaker", id).is_some());
        own.map(str::to_owned)
            .or_else(|| self.dossier.speaker_named(&name_of(node)))
    }

    /// Whom the checker speaks of: cited, if the dossier has them.
    fn claimant(&mut self, draft: &mut Draft) {
        let reviewed = self.followed(self.node.get("itemReviewed"));
        let claimants = reviewed.get("author").each().iter();
        let claimants: Vec<&Node> = claimants.map(|one| self.followed(one)).collect();
        if claimants.is_empty() {
            let what = "the review names nobody who made the claim";
            let help = "it is written without `citing`.";
            self.problems
                .push(self.original.warning(&self.at(reviewed), what, help));
        }
        let mut known = Vec::new();
        for claimant in claimants {
            match self.speaker(claimant) {
                Some(id) => known.push(id),
                None => {
                    let what = format!("no speaker is called “{}”", name_of(claimant));
                    let help = "it is written without `citing`; add them, and name them there.";
                    self.problems
                        .push(self.original.warning(&self.at(claimant), what, help));
                }
            }
        }
        if !known.is_empty() {
            draft.put("citing", known, &self.at(reviewed));
        }
    }

    fn tongue(&self) -> Option<String> {
        let given = self.node.get("inLanguage");
        let given = given.text().or_else(|| given.get("alternateName").text());
        given
            .map(|code| language(&code))
            .or_else(|| self.options.language.clone())
    }

    /// The sentence: of a review, the words that it reviews and those of its rating.
    fn text(
        &mut self,
        draft: &mut Draft,
        stated: &Node,
        words: &str,
        tongue: Option<&str>,
        is_review: bool,
    ) {
        let rating = self.node.get("reviewRating");
        let rated = ["alternateName", "name", "ratingExplanation"]
            .iter()
            .find_map(|key| found(rating.get(key)));
        if is_review && rated.is_none() {
            self.lacks(
                draft,
                "rating in words",
                "a number alone says nothing: give reviewRating an alternateName.",
            );
        }
        let tagged = |code: &str| {
            let mut each = stated.each().iter();
            each.find(|one| one.get("@language").text().is_some_and(|tag| tag == code))
        };
        for code in &self.dossier.languages {
            let text = match tagged(code) {
                Some(one) => one.get("@value").text(),
                None => Some(words.to_owned()).filter(|words| {
                    !words.is_empty() && tongue.is_some_and(|tongue| same(tongue, code))
                }),
            };
            let text = match (text, &rated) {
                (Some(text), Some((rating, _))) if is_review => {
                    Some(format!("“{text}”: “{rating}”"))
                }
                (text, _) => text,
            };
            match text {
                Some(text) => draft.put(&format!("text.{code}"), text, &self.at(stated)),
                None => {
                    let what = format!("text in {code}");
                    let help = "give it inLanguage or name its language with --language; what it does not say in this language, add by hand with sumber add claim.";
                    self.lacks(draft, &what, help);
                }
            }
        }
    }

    /// The page of a review as a source. Its title is the reviewed claim, unless it says its own.
    fn page(&self) -> Option<Item> {
        let mut item = self.item(self.node)?;
        let author = self
            .node
            .get("author")
            .each()
            .first()
            .map(|author| self.followed(author));
        item.publisher = found(self.followed(self.node.get("publisher")).get("name"))
            .or_else(|| found(author?.get("name")));
        item.title = item.title.or_else(|| {
            let (words, span) = found(self.node.get("claimReviewed"))?;
            Some((format!("[{words}]"), span))
        });
        Some(item)
    }

    /// Where a claim appeared.
    fn appearance(&self) -> Option<Item> {
        let places = ["firstAppearance", "appearance"]
            .iter()
            .flat_map(|key| self.node.get(key).each());
        let mut items = places.filter_map(|place| self.item(self.followed(place)));
        items.next()
    }

    fn item(&self, node: &Node) -> Option<Item> {
        let mut item = Item::new(self.at(node));
        item.url = found(node.get("url"))
            .or_else(|| found(node.get("url").get("@id")))
            .or_else(|| found(node.get("@id")))
            .or_else(|| found(node))
            .filter(|(url, _)| url.starts_with("http"));
        item.url.as_ref()?;
        let kind = node.get("@type").text().unwrap_or_default();
        let csl_type = if kind == "NewsArticle" {
            "article-newspaper"
        } else {
            "webpage"
        };
        item.csl_type = Some((csl_type.to_owned(), node.span.clone()));
        item.title = found(node.get("headline")).or_else(|| found(node.get("name")));
        item.publisher = found(self.followed(node.get("publisher")).get("name"));
        item.issued = found(node.get("datePublished")).map(|(text, span)| (day(&text), span));
        item.language = found(node.get("inLanguage")).map(|(text, span)| (language(&text), span));
        Some(item)
    }

    /// A claim with its source, which the dossier may have already.
    fn with_source(&mut self, mut draft: Draft, item: Item) -> Vec<Draft> {
        let url = item.url.as_ref().map_or("", |(url, _)| url.as_str());
        let known = self.dossier.source_at(url).map(str::to_owned);
        let (made, _) = sources(
            self.dossier,
            self.original,
            vec![item],
            self.options,
            self.problems,
        );
        let id = known
            .or_else(|| Some(made.first()?.id().to_owned()))
            .unwrap_or_default();
        draft.put("evidence.0.source", id, &self.place);
        draft.put("evidence.0.role", "origin", &self.place);
        made.into_iter().chain([draft]).collect()
    }
}

fn found(node: &Node) -> Option<Found> {
    Some((node.text()?, node.span.clone()))
}

fn name_of(node: &Node) -> String {
    node.get("name")
        .text()
        .or_else(|| node.text())
        .unwrap_or_default()
}

/// Whether two codes are of one language: `en-GB` and `en`.
fn same(one: &str, other: &str) -> bool {
    let primary = |code: &str| code.split('-').next().unwrap_or_default().to_owned();
    primary(one) == primary(other)
}

/// The day of a date with a time.
fn day(text: &str) -> String {
    text.split('T').next().unwrap_or_default().to_owned()
}
