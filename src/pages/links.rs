//! Links from one page to another: always relative, so that the pages work wherever they are put.

use super::place::{self, Place};
use super::{Form, Options};
use crate::facts::{Facts, Lang};
use crate::query::{Key, Query};

/// The links of one page.
pub(super) struct Links<'a> {
    facts: &'a Facts,
    /// The way from the page to the root.
    up: String,
    options: Options<'a>,
}

impl<'a> Links<'a> {
    /// Those of the page at a path.
    pub(super) fn new(facts: &'a Facts, path: &str, options: Options<'a>) -> Self {
        let depth = path.matches('/').count().saturating_sub(1);
        // Whoever serves a folder of files shows this page at any depth.
        let base = options
            .public_url
            .filter(|_| path == super::LOST && options.form == Form::Files);
        Self {
            facts,
            up: base.map_or("../".repeat(depth), |base| format!("{base}/")),
            options,
        }
    }

    /// The link to a path.
    pub(super) fn to(&self, path: &str) -> String {
        let inside = match self.options.form {
            Form::Served => path.trim_start_matches('/').to_owned(),
            Form::Files => file(path),
        };
        match format!("{}{inside}", self.up) {
            here if here.is_empty() => "./".to_owned(),
            link => link,
        }
    }

    /// The link to a question's page; none where it has no page here.
    pub(super) fn asked(&self, query: &Query, lang: Lang) -> Option<String> {
        let here = self.options.form == Form::Served || place::is_listed(self.facts, query);
        let lang = query.lang().unwrap_or(lang);
        here.then(|| {
            self.to(&Place::Asked(lang, query.clone().without(Key::Lang)).path(query.page()))
        })
    }

    /// The whole address of a path, if it is known where the pages are.
    pub(super) fn whole(&self, path: &str) -> Option<String> {
        let base = self.options.public_url?;
        Some(match self.options.form {
            Form::Served => format!("{base}{path}"),
            Form::Files => format!("{base}/{}", file(path)),
        })
    }

    /// The whole address of a path, or else the link to it.
    pub(super) fn best(&self, path: &str) -> String {
        self.whole(path).unwrap_or_else(|| self.to(path))
    }
}

/// The name of the file that holds the page at a path, below the folder of the site.
pub fn file(path: &str) -> String {
    let inside = path.trim_start_matches('/');
    let name = inside.rsplit('/').next().unwrap_or_default();
    if name.is_empty() {
        format!("{inside}index.html")
    } else if name.contains('.') {
        inside.to_owned()
    } else {
        format!("{inside}.html")
    }
}
