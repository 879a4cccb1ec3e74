//! Links between pages: always relative, so that the pages work at any address.

use super::route::{self, Route};
use super::{Form, Options};
use crate::commands::View;
use crate::facts::{Facts, Lang};
use crate::query::{Key, Query};

/// The links of one page.
pub(super) struct Links<'a> {
    facts: &'a Facts,
    /// The relative path from the page to the root.
    root: String,
    options: Options<'a>,
}

impl<'a> Links<'a> {
    /// The links of the page at a path.
    pub(super) fn new(facts: &'a Facts, path: &str, options: Options<'a>) -> Self {
        // A server of files shows its page for status 404 at any depth.
        let base = options
            .public_url
            .filter(|_| path == super::NOT_FOUND && options.form == Form::Files);
        let depth = path.matches('/').count().saturating_sub(1);
        Self {
            facts,
            root: base.map_or("../".repeat(depth), |base| format!("{base}/")),
            options,
        }
    }

    /// The link to the first page of a route.
    pub(super) fn to(&self, route: &Route) -> String {
        self.to_path(&route.path(1))
    }

    /// The link to a path.
    pub(super) fn to_path(&self, path: &str) -> String {
        let link = format!("{}{}", self.root, self.below_root(path));
        if link.is_empty() {
            "./".to_owned()
        } else {
            link
        }
    }

    /// The link to the list of several dossiers, in the folder above.
    pub(super) fn to_list(&self) -> String {
        match self.options.form {
            Form::Served => format!("{}../", self.root),
            Form::Files => format!("{}../{}", self.root, file("/")),
        }
    }

    /// The link to a query's page; `None` if it has no page here.
    pub(super) fn to_query(&self, query: &Query, lang: Lang) -> Option<String> {
        let has_page = self.options.form == Form::Served || route::is_listed(self.facts, query);
        let lang = query.lang(self.facts).unwrap_or(lang);
        let mut query = query.clone().without(Key::Lang);
        // A page has the short answer and everything below it.
        if query.get(Key::View) == Some(View::Full.name()) {
            query = query.without(Key::View);
        }
        let route = Route::Answer(lang, query.clone());
        has_page.then(|| self.to_path(&route.path(query.page())))
    }

    /// The absolute address of a path, if the address of the site is known.
    pub(super) fn absolute(&self, path: &str) -> Option<String> {
        let base = self.options.public_url?;
        Some(format!("{base}/{}", self.below_root(path)))
    }

    /// The absolute address of a path, or else the link to it.
    pub(super) fn absolute_or_relative(&self, path: &str) -> String {
        self.absolute(path).unwrap_or_else(|| self.to_path(path))
    }

    fn below_root(&self, path: &str) -> String {
        match self.options.form {
            Form::Served => path.trim_start_matches('/').to_owned(),
            Form::Files => file(path),
        }
    }
}

/// The file of the page at a path, relative to the folder of the site.
pub fn file(path: &str) -> String {
    let file = path.trim_start_matches('/');
    let name = file.rsplit('/').next().unwrap_or_default();
    if name.is_empty() {
        format!("{file}index.html")
    } else if name.contains('.') {
        file.to_owned()
    } else {
        format!("{file}.html")
    }
}
