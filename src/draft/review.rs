//! Claims from linked data in the words of schema.org: a `ClaimReview` is what the checker says, with its rating as its
//! words; a `Claim` is what its author says.

use super::Options;
use super::dossier::Dossier;
use super::json::{Kind, Node, read};
use super::name::{kebab, language};
use super::original::{Original, Place};
use super::record::Draft;
use super::review_reading::{Reading, day, found, name_of};
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
    let Some(root) = read(original, problems) else {
        return Vec::new();
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

impl<'r> Reading<'r> {
    fn claim(&mut self) -> Vec<Draft> {
        let node = self.node;
        let is_review = kind(node) == "ClaimReview";
        let mut draft = Draft::new("claim", self.place.clone());
        let stated = node.get(if is_review { "claimReviewed" } else { "text" });
        let words = found(stated).or_else(|| found(node.get("name")));
        let words = words.map_or(String::new(), |(words, _)| words);
        self.head(&mut draft, &words, is_review);
        if is_review {
            self.claimant(&mut draft);
        }
        self.said(&mut draft);
        let tongue = self.tongue();
        self.text(&mut draft, stated, &words, tongue.as_deref(), is_review);
        let today = self.options.today.to_string();
        draft.put("recorded", today, &self.place);
        let item = match is_review {
            true => self.page(),
            false => self.appearance(),
        };
        match item {
            Some(item) => self.with_source(draft, item),
            None => {
                let what = if is_review { "url" } else { "appearance" };
                let help = "without a place where it can be read the claim is left out.";
                self.lacks(&mut draft, what, help);
                vec![draft]
            }
        }
    }

    /// Its id, made from its author and its words, its topic, its kind and who says it.
    fn head(&mut self, draft: &mut Draft, words: &str, is_review: bool) {
        let authors = self.node.get("author").each().iter();
        let authors: Vec<&Node> = authors.map(|author| self.followed(author)).collect();
        let by = authors
            .first()
            .map_or(String::new(), |author| name_of(author));
        draft.put("id", kebab(&format!("{by} {words}")), &self.place);
        match &self.options.topic {
            Some(topic) => draft.put("topics", vec![topic.as_str()], &self.place),
            None => {
                let help = "name with --topic the one that the claims are for.";
                self.lacks(draft, "topic", help);
            }
        }
        let kind = if is_review { "assesses" } else { "asserts" };
        draft.put("kind", kind, &self.place);
        self.by(draft, &authors);
    }

    fn said(&mut self, draft: &mut Draft) {
        match found(self.node.get("datePublished")) {
            Some((date, span)) => {
                let place = self.place.within(span);
                draft.put("said.when", day(&date), &place);
                draft.put("said.basis", "stated", &place);
            }
            None => self.lacks(
                draft,
                "datePublished",
                "without a day the claim is left out.",
            ),
        }
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
}
