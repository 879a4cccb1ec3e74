//! The sources that items of a bibliography become.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Options;
use super::dossier::Dossier;
use super::item::{Found, Item, Name, supplied};
use super::name::{kebab, language};
use super::original::{Original, Place};
use super::record::Draft;
use crate::facts::problem::Problem;

/// The sources of items. Those that the dossier has, by their address or by key and title, are left out, and counted.
pub(super) fn sources(
    dossier: &Dossier,
    original: &Original,
    items: Vec<Item>,
    options: &Options,
    problems: &mut Vec<Problem>,
) -> (Vec<Draft>, usize) {
    let mut taken: BTreeSet<String> = dossier.all_ids("source").into_iter().collect();
    let mut families = BTreeSet::new();
    let (mut drafts, mut there) = (Vec::new(), 0);
    for item in items {
        if item.is_in(dossier) {
            there += 1;
            continue;
        }
        let id = item.source_id(&mut taken);
        let mut making = Making {
            dossier,
            original,
            problems,
            item: &item,
        };
        let draft = making.source(id, &mut families, options);
        drafts.push(draft);
    }
    (drafts, there)
}

struct Making<'m> {
    dossier: &'m Dossier,
    original: &'m Original,
    problems: &'m mut Vec<Problem>,
    item: &'m Item,
}

impl Making<'_> {
    fn place(&self, span: &Range<usize>) -> Place {
        self.item.place.within(span.clone())
    }

    fn source(
        &mut self,
        id: Option<(String, Place)>,
        families: &mut BTreeSet<String>,
        options: &Options,
    ) -> Draft {
        let item = self.item;
        let mut draft = Draft::new("source", item.place.clone());
        match &id {
            Some((id, place)) => draft.put("id", id.as_str(), place),
            None => self.lacks(&mut draft, "id", "give the item a key in letters a to z."),
        }
        self.put(
            &mut draft,
            "type",
            &item.csl_type,
            "say what it is: article-newspaper, webpage, report ….",
        );
        self.title(&mut draft);
        self.authors(&mut draft);
        self.put(
            &mut draft,
            "publisher",
            &item.publisher,
            "add the newspaper, site or publisher.",
        );
        self.family(&mut draft, families);
        for (key, found) in [
            ("issued", &item.issued),
            ("accessed", &item.accessed),
            ("url", &item.url),
        ] {
            if let Some((text, span)) = found {
                draft.put(key, text.as_str(), &self.place(span));
            }
        }
        if item.is_inferred && item.issued.is_some() {
            draft.put("issued_basis", "inferred", &item.place);
        }
        match (&item.language, &options.language) {
            (Some((text, span)), _) => draft.put("language", language(text), &self.place(span)),
            (None, Some(code)) => draft.put("language", code.as_str(), &item.place),
            (None, None) => {
                let help = "add it to the item, or name with --language the language of all that have none.";
                self.lacks(&mut draft, "language", help);
            }
        }
        draft
    }

    fn authors(&self, draft: &mut Draft) {
        for (number, (name, span)) in self.item.authors.iter().enumerate() {
            let place = self.place(span);
            let mut put = |key: &str, text: &str| {
                draft.put(&format!("author.{number}.{key}"), text, &place);
            };
            match name {
                Name::Institution(name) => put("name", name),
                Name::Person(family, given) if given.is_empty() => put("family", family),
                Name::Person(family, given) => {
                    put("family", family);
                    put("given", given);
                }
            }
        }
    }

    /// The title. One in square brackets was supplied; its page has none or another.
    fn title(&mut self, draft: &mut Draft) {
        let Some((text, span)) = &self.item.title else {
            return self.lacks(draft, "title", "add it to the item.");
        };
        let place = self.place(span);
        match supplied(text) {
            Some(inner) => {
                draft.put("title", inner, &place);
                draft.put("title_own", false, &place);
            }
            None => draft.put("title", text.as_str(), &place),
        }
    }

    /// The house behind the publisher: that of its other sources, or one named after it, of which it tells.
    fn family(&mut self, draft: &mut Draft, families: &mut BTreeSet<String>) {
        let Some((publisher, span)) = &self.item.publisher else {
            return;
        };
        let place = self.place(span);
        if let Some(family) = self.dossier.family_of(publisher) {
            draft.put("family", family, &place);
            return;
        }
        let family = kebab(publisher);
        if family.is_empty() {
            let help = "write the source into the dossier by hand, with an id for the house behind its publisher.";
            return self.lacks(draft, "family", help);
        }
        if families.insert(family.clone()) {
            let what = format!("the family “{family}” is named after the publisher");
            let help = "papers of one owner share a family: give them one in the dossier, or they count as two.";
            self.problems
                .push(self.original.warning(&place, what, help));
        }
        draft.put("family", family, &place);
    }

    fn put(&mut self, draft: &mut Draft, key: &str, found: &Option<Found>, help: &str) {
        match found {
            Some((text, span)) => draft.put(key, text.as_str(), &self.place(span)),
            None => self.lacks(draft, key, help),
        }
    }

    fn lacks(&mut self, draft: &mut Draft, what: &str, help: &str) {
        draft.is_broken = true;
        let (what, help) = match self.item.is_page {
            true => (
                format!("the page does not say its {what}"),
                "look for it there, and add the source by hand: see below.",
            ),
            false => (format!("the item has no {what}"), help),
        };
        let problem = self.original.error(&self.item.place, what, help);
        self.problems.push(problem);
    }
}
