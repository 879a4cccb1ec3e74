//! Where linked data can be read: the page of a review, or where a claim appeared.

use super::item::Item;
use super::item_source::sources;
use super::json::Node;
use super::name::language;
use super::record::Draft;
use super::review_reading::{Reading, day, found};

impl Reading<'_> {
    /// The page of a review as a source. Its title is the reviewed claim, unless it says its own.
    pub(super) fn page(&self) -> Option<Item> {
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
    pub(super) fn appearance(&self) -> Option<Item> {
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
    pub(super) fn with_source(&mut self, mut draft: Draft, item: Item) -> Vec<Draft> {
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
