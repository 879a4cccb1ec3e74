//! The application's own settings at Discord: what the bot wants of them, and what differs.
//!
//! It sends nothing. Shapes as in <https://discord.com/developers/docs/resources/application>.

use serde_json::{Map, Value, json};

use super::limits::{self, clip};
use crate::facts::{Lang, Text};
use crate::phrases::Phrases;
use crate::render::clean;

/// The scope that installs the commands. The bot needs no other, and no permission.
pub const SCOPE: &str = "applications.commands";

/// Where an application can be installed: GUILD_INSTALL and USER_INSTALL.
const INSTALL_KINDS: [&str; 2] = ["0", "1"];

/// The application as Discord has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Application {
    /// Its id, which is no secret.
    pub id: u64,
    /// Its name.
    pub name: String,
    /// What its profile says; empty if nobody wrote it.
    pub description: String,
    /// What it is about, at most five words or so.
    pub tags: Vec<String>,
    /// The key that proves that a request comes from Discord, in hexadecimal digits.
    pub public_key: String,
    /// The address that Discord calls instead of using the gateway.
    pub endpoint: Option<String>,
    /// How it is installed, by kind.
    install: Value,
    /// Whether the button to install it leads to an address of its own.
    has_own_link: bool,
}

impl Application {
    /// Reads Discord's application object; `None` if it is not one.
    pub fn read(value: &Value) -> Option<Self> {
        let text = |field: &str| clean::line(value[field].as_str().unwrap_or_default());
        let tags = value["tags"].as_array().into_iter().flatten();
        Some(Self {
            id: value["id"].as_str()?.parse().ok()?,
            name: text("name"),
            description: text("description"),
            tags: tags
                .filter_map(|tag| Some(clean::line(tag.as_str()?)))
                .collect(),
            public_key: text("verify_key"),
            endpoint: Some(text("interactions_endpoint_url")).filter(|url| !url.is_empty()),
            install: value["integration_types_config"].clone(),
            has_own_link: value["custom_install_url"].is_string(),
        })
    }

    /// The link that adds the application to a server or to a person's account
    /// (<https://discord.com/developers/docs/resources/application#install-links>).
    pub fn invite(&self) -> String {
        let id = self.id;
        format!("https://discord.com/oauth2/authorize?client_id={id}")
    }

    /// Whether a public key, as somebody copied it, is the application's.
    pub fn has_key(&self, key: &str) -> bool {
        key.trim().eq_ignore_ascii_case(&self.public_key)
    }

    /// Whether a change was made.
    pub fn has(&self, change: &Change) -> bool {
        match change {
            Change::Description(text) => *text == self.description,
            Change::Tags(tags) => same(tags, &self.tags),
            Change::Install(_) => self.wanted_install().is_none(),
            Change::Endpoint(endpoint) => *endpoint == self.endpoint,
        }
    }

    /// How it has to be installed, if it cannot be installed with [`SCOPE`] on servers and by people. Other scopes and
    /// permissions stay as they are.
    fn wanted_install(&self) -> Option<Value> {
        let params = |kind: &str| &self.install[kind]["oauth2_install_params"];
        let is_right = |kind: &&str| scopes(params(kind)).any(|scope| scope == SCOPE);
        if INSTALL_KINDS.iter().all(is_right) {
            return None;
        }
        let wanted = INSTALL_KINDS.map(|kind| {
            let others = scopes(params(kind)).filter(|scope| *scope != SCOPE);
            let scopes: Vec<&str> = others.chain([SCOPE]).collect();
            // Discord writes permissions as text and reads them as a number.
            let permissions = params(kind)["permissions"].as_str();
            let permissions: u64 = permissions
                .and_then(|number| number.parse().ok())
                .unwrap_or(0);
            let params = json!({"scopes": scopes, "permissions": permissions});
            (kind.to_owned(), json!({ "oauth2_install_params": params }))
        });
        Some(Value::Object(Map::from_iter(wanted)))
    }
}

/// The scopes of install params.
fn scopes(params: &Value) -> impl Iterator<Item = &str> {
    let list = params["scopes"].as_array().into_iter().flatten();
    list.filter_map(Value::as_str)
}

/// What is wanted of the application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Its description by language, the deployment's first.
    pub descriptions: Vec<String>,
    /// Its tags by language, the deployment's first.
    pub tags: Vec<Vec<String>>,
    /// Whether to replace a description and tags that somebody wrote by hand.
    pub replace: bool,
    /// The endpoint: one to set, none, or `None` to leave it as it is.
    pub endpoint: Option<Option<String>>,
}

impl Wanted {
    /// What is wanted for the facts with this title, in the language of the deployment, if it has one.
    pub fn of(title: &Text, lang: Option<Lang>) -> Self {
        let all = title.languages();
        let lang = lang.map_or(all.first(), |lang| all.nearest(lang));
        let languages = || [lang].into_iter().chain(all.others(lang));
        let description = |lang: Lang| {
            let values = [("title", title.get(lang))];
            let text = Phrases::of(lang).format("application-description", &values);
            clip(&clean::line(&text), limits::APPLICATION_DESCRIPTION)
        };
        let tags = |lang: Lang| {
            let tags = Phrases::of(lang).text("application-tags");
            tags.split(", ").map(str::to_owned).collect()
        };
        Self {
            descriptions: languages().map(description).collect(),
            tags: languages().map(tags).collect(),
            replace: false,
            endpoint: None,
        }
    }
}

/// One setting that is going to change, with its new value.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// The description.
    Description(String),
    /// The tags.
    Tags(Vec<String>),
    /// How it is installed.
    Install(Value),
    /// The endpoint, or none.
    Endpoint(Option<String>),
}

/// A setting that stays as somebody wrote it by hand, with the value that would take its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// The description.
    Description(String),
    /// The tags.
    Tags(Vec<String>),
}

/// What is going to change, and what stays because somebody wrote it by hand.
pub fn compare(now: &Application, wanted: &Wanted) -> (Vec<Change>, Vec<Kept>) {
    let (mut changes, mut kept) = (Vec::new(), Vec::new());
    if let Some(new) = wanted
        .descriptions
        .first()
        .filter(|new| **new != now.description)
    {
        let by_hand =
            !now.description.is_empty() && !wanted.descriptions.contains(&now.description);
        if by_hand && !wanted.replace {
            kept.push(Kept::Description(new.clone()));
        } else {
            changes.push(Change::Description(new.clone()));
        }
    }
    if let Some(new) = wanted.tags.first().filter(|new| !same(new, &now.tags)) {
        let ours = |tags: &Vec<String>| same(tags, &now.tags);
        let by_hand = !now.tags.is_empty() && !wanted.tags.iter().any(ours);
        if by_hand && !wanted.replace {
            kept.push(Kept::Tags(new.clone()));
        } else {
            changes.push(Change::Tags(new.clone()));
        }
    }
    changes.extend(now.wanted_install().map(Change::Install));
    if let Some(endpoint) = wanted.endpoint.as_ref().filter(|one| **one != now.endpoint) {
        changes.push(Change::Endpoint(endpoint.clone()));
    }
    (changes, kept)
}

/// Whether two lists have the same tags, in any order.
fn same(one: &[String], other: &[String]) -> bool {
    one.len() == other.len() && one.iter().all(|tag| other.contains(tag))
}

/// The body of the call that makes these changes
/// (<https://discord.com/developers/docs/resources/application#edit-current-application>).
pub fn body(now: &Application, changes: &[&Change]) -> Value {
    let mut body = Map::new();
    for change in changes {
        let (field, value) = match change {
            Change::Description(text) => ("description", json!(text)),
            Change::Tags(tags) => ("tags", json!(tags)),
            Change::Install(kinds) => {
                // The profile's button to add the application; it can also lead to an address of its own.
                if !now.has_own_link {
                    let params = kinds[INSTALL_KINDS[0]]["oauth2_install_params"].clone();
                    body.insert("install_params".to_owned(), params);
                }
                ("integration_types_config", kinds.clone())
            }
            Change::Endpoint(endpoint) => ("interactions_endpoint_url", json!(endpoint)),
        };
        body.insert(field.to_owned(), value);
    }
    Value::Object(body)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An application with these settings on top of those of a new one.
    fn application(settings: &Value) -> Application {
        let mut all = json!({"id": "1", "name": "Sumber", "description": "", "verify_key": "ab"});
        let settings = settings.as_object().unwrap().clone();
        all.as_object_mut().unwrap().extend(settings);
        Application::read(&all).unwrap()
    }

    fn wanted() -> Wanted {
        Wanted {
            descriptions: vec!["ours".to_owned(), "milik kita".to_owned()],
            tags: vec![vec!["a".to_owned(), "b".to_owned()], vec!["c".to_owned()]],
            replace: false,
            endpoint: None,
        }
    }

    #[test]
    fn the_texts_of_the_bot_fit_in_every_language() {
        for length in [30, 500] {
            let title = [Lang::En, Lang::Id].map(|lang| (lang, "a".repeat(length)));
            let title = title.into_iter().collect();
            for lang in [Lang::En, Lang::Id] {
                let wanted = Wanted::of(&title, Some(lang));
                assert_eq!(wanted.descriptions.len(), 2);
                for description in &wanted.descriptions {
                    let length = description.chars().count();
                    assert!((100..=400).contains(&length), "{description}");
                }
                for tags in &wanted.tags {
                    assert!((1..=5).contains(&tags.len()));
                    assert!(tags.iter().all(|tag| tag.chars().count() <= 20));
                }
            }
        }
    }

    #[test]
    fn only_what_differs_changes() {
        let right =
            json!({"oauth2_install_params": {"scopes": ["bot", SCOPE], "permissions": "8"}});
        let now = application(&json!({
            "description": "ours", "tags": ["b", "a"], "interactions_endpoint_url": "https://x.example",
            "integration_types_config": {"0": right, "1": right},
        }));
        assert_eq!(compare(&now, &wanted()), (Vec::new(), Vec::new()));
        let other = Wanted {
            endpoint: Some(now.endpoint.clone()),
            ..wanted()
        };
        assert_eq!(compare(&now, &other).0, Vec::new());
        let none = Wanted {
            endpoint: Some(None),
            ..wanted()
        };
        let (changes, _) = compare(&now, &none);
        assert_eq!(changes, [Change::Endpoint(None)]);
        let changes: Vec<&Change> = changes.iter().collect();
        assert_eq!(
            body(&now, &changes),
            json!({"interactions_endpoint_url": null})
        );
    }

    #[test]
    fn what_is_in_another_language_is_not_by_hand() {
        let now = application(&json!({"description": "milik kita", "tags": ["c"]}));
        let (changes, kept) = compare(&now, &wanted());
        assert_eq!(changes[0], Change::Description("ours".to_owned()));
        assert_eq!((changes.len(), kept.len()), (3, 0));
        let now = application(&json!({"description": "mine", "tags": ["x"]}));
        let (changes, kept) = compare(&now, &wanted());
        assert_eq!((changes.len(), kept.len()), (1, 2));
    }

    #[test]
    fn what_is_no_application_is_not_read() {
        for wrong in [json!(null), json!([]), json!({"id": 1}), json!({"id": "x"})] {
            assert_eq!(Application::read(&wrong), None, "{wrong}");
        }
    }
}
