//! Related queries, offered as buttons or links.

use schemars::JsonSchema;
use serde::Serialize;

use crate::facts::{Lang, Topic};
use crate::query::Query;

/// A related query, offered as a button or link.
#[derive(Clone, Debug)]
pub struct Action {
    /// The text of the button.
    pub label: String,
    /// A different text for pages, where readers do not type commands.
    pub title: Option<String>,
    /// The query that it asks.
    pub query: Query,
    /// What kind of action it is.
    pub kind: ActionKind,
}

/// What an action leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ActionKind {
    /// Another view of the same topic.
    View,
    /// The view that is already shown.
    Here,
    /// The long form of the same answer.
    More,
    /// Another part of the same long list.
    Part,
    /// The sources of the same answer.
    Sources,
    /// The same answer in another language.
    Language,
    /// The same query to another dossier.
    Dossier,
    /// A query that the reader may have meant.
    Suggestion,
}

impl Action {
    /// An action that leads to another view, or stands for the view that is shown (`here`).
    pub fn view(label: impl Into<String>, query: Query, here: bool) -> Self {
        let kind = if here {
            ActionKind::Here
        } else {
            ActionKind::View
        };
        Self {
            kind,
            ..Self::suggestion(label, query)
        }
    }

    /// An action that shows the same answer in another language.
    pub fn language(label: impl Into<String>, query: Query) -> Self {
        Self {
            kind: ActionKind::Language,
            ..Self::suggestion(label, query)
        }
    }

    /// An action for a query that the reader may have meant.
    pub fn suggestion(label: impl Into<String>, query: Query) -> Self {
        Self {
            label: label.into(),
            title: None,
            query,
            kind: ActionKind::Suggestion,
        }
    }

    /// The same action of another kind.
    #[must_use]
    pub fn of_kind(self, kind: ActionKind) -> Self {
        Self { kind, ..self }
    }

    /// The same action, labelled with a topic's command and titled with the topic's title.
    #[must_use]
    pub fn to_topic(mut self, topic: &Topic, lang: Lang) -> Self {
        self.label = format!("/{}", topic.id);
        self.title = Some(topic.title.get(lang).to_owned());
        self
    }
}
