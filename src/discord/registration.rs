//! The commands as Discord registers them, and whether the registered ones differ.
//!
//! It sends nothing. Shapes as in
//! <https://discord.com/developers/docs/interactions/application-commands#application-command-object>.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::Value;

use super::limits::{self, clip};
use super::localizations::{Localizations, locales, localizations, localized};
use crate::commands::{self, Choice, Listing, OptionKind};
use crate::facts::{Lang, Languages, Shelf};
use crate::query::Key;
use crate::render::discord::CommandIds;

/// A command. Its default language is English; the names of slash commands are the same in every language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CommandPayload {
    /// CHAT_INPUT, or MESSAGE for a message command, which has no description and no options.
    #[serde(rename = "type")]
    pub kind: u8,
    /// Without the slash.
    pub name: String,
    /// The same in other languages.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub name_localizations: Localizations,
    /// At most 100 code points.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// The same in other languages.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub description_localizations: Localizations,
    /// Its options, the required ones first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<OptionPayload>,
    /// Where it can be installed: GUILD_INSTALL, USER_INSTALL.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub integration_types: Option<[u8; 2]>,
    /// Where it can be used: GUILD, BOT_DM, PRIVATE_CHANNEL.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contexts: Option<[u8; 3]>,
}

/// An option of a command.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OptionPayload {
    /// STRING or BOOLEAN.
    #[serde(rename = "type")]
    pub kind: u8,
    /// The same in every language.
    pub name: String,
    /// At most 100 code points.
    pub description: String,
    /// The same in other languages.
    pub description_localizations: Localizations,
    /// Whether the command cannot be sent without it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub required: bool,
    /// The only values it accepts, if they are limited.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<ChoicePayload>,
    /// Whether the bot offers values while a user types.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub autocomplete: bool,
    /// Most code points of its value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_length: Option<usize>,
}

/// A value of an option.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChoicePayload {
    /// What is shown, at most 100 code points.
    pub name: String,
    /// The same in other languages.
    pub name_localizations: Localizations,
    /// What is sent, at most 100 code points.
    pub value: String,
}

const CHAT_INPUT: u8 = 1;
const MESSAGE: u8 = 3;
const STRING: u8 = 3;
const BOOLEAN: u8 = 5;

/// Where commands are registered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Everywhere the bot is installed.
    Global,
    /// On one server only, where Discord updates commands at once.
    Guild(u64),
}

/// Every command, in the order in which they are shown; never more than Discord takes.
pub fn commands<'a>(of: impl Into<Listing<'a>>, scope: Scope) -> Vec<CommandPayload> {
    // Discord accepts these two lists for global commands only.
    let global = scope == Scope::Global;
    let listed = commands::list(of).into_iter();
    listed
        .map(|command| CommandPayload {
            integration_types: global.then_some([0, 1]),
            contexts: global.then_some([0, 1, 2]),
            ..registered(command)
        })
        .collect()
}

/// A command without the lists that only global commands have.
fn registered(command: commands::Command) -> CommandPayload {
    match command.on_messages {
        Some(name) => CommandPayload {
            kind: MESSAGE,
            name: clip(name.first(), limits::NAME),
            name_localizations: localizations(&name, limits::NAME),
            ..CommandPayload::default()
        },
        None => CommandPayload {
            kind: CHAT_INPUT,
            name: command.name,
            description: clip(command.description.first(), limits::DESCRIPTION),
            description_localizations: localizations(&command.description, limits::DESCRIPTION),
            options: command.options.into_iter().map(option).collect(),
            ..CommandPayload::default()
        },
    }
}

/// Whether there is a message command with this name, which is in the default language.
pub(super) fn is_message_command(shelf: &Shelf, name: &str) -> bool {
    let listed = commands::list(shelf).into_iter();
    let mut names = listed.filter_map(|command| command.on_messages);
    names.any(|one| one.first() == name)
}

fn option(option: commands::CommandOption) -> OptionPayload {
    let (kind, offers, typed) = match option.takes {
        OptionKind::OneOf(offers) => (STRING, offers, false),
        OptionKind::Words => (STRING, Vec::new(), true),
        OptionKind::Flag => (BOOLEAN, Vec::new(), false),
    };
    OptionPayload {
        kind,
        name: option.key.name().to_owned(),
        description: clip(option.description.first(), limits::DESCRIPTION),
        description_localizations: localizations(&option.description, limits::DESCRIPTION),
        required: option.required,
        choices: choices(offers, option.description.default_lang()),
        autocomplete: typed,
        max_length: typed.then_some(match option.key {
            Key::Query | Key::Question => limits::WORDS,
            _ => limits::CHOICE_VALUE,
        }),
    }
}

/// Offers as choices, at most 25, without those that Discord would refuse. Their default names are in `lang`.
pub(super) fn choices(offers: Vec<Choice>, lang: Lang) -> Vec<ChoicePayload> {
    // All offers of a dossier are in the same languages.
    let (mut languages, mut spoken) = (Languages::default(), Vec::new());
    let choice = |Choice { value, label }: Choice| {
        if languages != label.languages() {
            languages = label.languages();
            spoken = locales(&languages);
        }
        ChoicePayload {
            name: clip(label.get(lang), limits::CHOICE_NAME),
            name_localizations: localized(&label, &spoken, limits::CHOICE_NAME),
            value,
        }
    };
    let is_valid = |choice: &ChoicePayload| {
        let length = choice.value.chars().count();
        !choice.name.is_empty() && (1..=limits::CHOICE_VALUE).contains(&length)
    };
    let choices = offers.into_iter().map(choice).filter(is_valid);
    choices.take(limits::CHOICES).collect()
}

/// The ids of the slash commands among registered commands, as Discord lists them.
pub fn ids(registered: &Value) -> CommandIds {
    let listed = registered.as_array().into_iter().flatten();
    let slash = listed.filter(|one| name(one).0 == u64::from(CHAT_INPUT));
    let named = slash.filter_map(|one| {
        let name = one["name"].as_str()?.to_owned();
        Some((name, one["id"].as_str()?.parse().ok()?))
    });
    named.collect()
}

/// Whether the registered commands, fetched with their localizations, differ from ours.
///
/// Only fields that can be set count; one that we leave out counts with its default, so that what somebody set by hand
/// is a difference. Fields that Discord adds and the order of the commands do not count.
pub fn differs(ours: &[CommandPayload], registered: &Value) -> bool {
    let ours = serde_json::to_value(ours).unwrap_or_default();
    let (Some(ours), Some(theirs)) = (sorted(&ours), sorted(registered)) else {
        return true;
    };
    ours.len() != theirs.len() || ours.iter().zip(theirs).any(|pair| !same(pair.0, pair.1))
}

/// Whether two scopes have a command in common, which people then see twice.
pub fn overlap(one: &Value, other: &Value) -> bool {
    let names: BTreeSet<(u64, String)> = list(one).iter().map(name).collect();
    list(other)
        .iter()
        .any(|command| names.contains(&name(command)))
}

fn sorted(list: &Value) -> Option<Vec<&Value>> {
    let mut list: Vec<&Value> = list.as_array()?.iter().collect();
    list.sort_by_key(|command| name(command));
    Some(list)
}

/// What tells a command from the others of its scope: its type and its name.
fn name(command: &Value) -> (u64, String) {
    let kind = command["type"].as_u64().unwrap_or(CHAT_INPUT.into());
    (kind, command["name"].to_string())
}

/// The fields of commands, options and choices that can be set and compared as they are
/// (<https://discord.com/developers/docs/interactions/application-commands#application-command-object>). The deprecated
/// `dm_permission` and `default_permission` are left to `contexts` and `default_member_permissions`.
const VALUES: [&str; 15] = [
    "type",
    "name",
    "name_localizations",
    "description",
    "description_localizations",
    "default_member_permissions",
    "nsfw",
    "required",
    "channel_types",
    "min_value",
    "max_value",
    "min_length",
    "max_length",
    "autocomplete",
    "value",
];

/// Those that hold a list of objects, whose order matters.
const LISTS: [&str; 2] = ["options", "choices"];

/// Those that Discord fills in if they are left out; their order does not matter.
const FILLED_IN: [&str; 2] = ["integration_types", "contexts"];

/// Whether two commands, options or choices are equal in all that can be set.
fn same(ours: &Value, theirs: &Value) -> bool {
    let values = VALUES.iter().all(|field| {
        let (ours, theirs) = (&ours[field], &theirs[field]);
        is_default(ours) && is_default(theirs) || ours == theirs
    });
    let lists = LISTS.iter().all(|field| {
        let (ours, theirs) = (list(&ours[field]), list(&theirs[field]));
        ours.len() == theirs.len() && ours.iter().zip(theirs).all(|pair| same(pair.0, pair.1))
    });
    let filled_in = FILLED_IN.iter().all(|field| {
        let (ours, theirs) = (&ours[field], &theirs[field]);
        ours.is_null() || unordered(ours) == unordered(theirs)
    });
    values && lists && filled_in
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn unordered(value: &Value) -> BTreeSet<String> {
    list(value).iter().map(Value::to_string).collect()
}

/// Whether a field has its default value.
fn is_default(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Array(list) => list.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        Value::String(text) => text.is_empty(),
        Value::Bool(true) | Value::Number(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::facts::Facts;
    use crate::facts::file::{Part, read};

    fn facts() -> Facts {
        let text = include_str!("../../tests/fixtures/facts/valid.toml");
        let part = Part {
            name: "valid.toml".into(),
            text: text.into(),
        };
        read(&[part]).unwrap().facts
    }

    /// Our commands as Discord returns them: with added fields, without empty ones.
    fn as_registered(scope: Scope) -> Value {
        let mut commands = serde_json::to_value(commands(&facts(), scope)).unwrap();
        for (at, command) in commands.as_array_mut().unwrap().iter_mut().enumerate() {
            let command = command.as_object_mut().unwrap();
            command.insert("id".into(), json!((at + 1).to_string()));
            command.insert("version".into(), json!("12"));
            command.insert("application_id".into(), json!("1"));
            command.insert("default_member_permissions".into(), json!(null));
            command.insert("nsfw".into(), json!(false));
            command.entry("name_localizations").or_insert(json!(null));
            command.entry("description").or_insert(json!(""));
            command.insert("dm_permission".into(), json!(true));
            command.insert("handler".into(), json!(1));
            command.insert("global_popularity_rank".into(), json!(3));
            command.insert("integration_types".into(), json!([1, 0]));
            command.entry("contexts").or_insert(json!(null));
            let options = command.get_mut("options").and_then(Value::as_array_mut);
            for option in options.into_iter().flatten() {
                let option = option.as_object_mut().unwrap();
                option.entry("required").or_insert(json!(false));
                option.insert("name_localizations".into(), json!({}));
                option.insert("new_field".into(), json!({"of": ["Discord"]}));
                let choices = option.get_mut("choices").and_then(Value::as_array_mut);
                for choice in choices.into_iter().flatten() {
                    choice["emoji"] = json!("new");
                }
            }
        }
        commands
    }

    #[test]
    fn commands_have_what_discord_wants() {
        let commands = commands(&facts(), Scope::Global);
        let bridge = serde_json::to_value(&commands[0]).unwrap();
        assert_eq!(bridge["name"], "bridge");
        assert_eq!(bridge["type"], 1);
        assert_eq!(bridge["integration_types"], json!([0, 1]));
        assert_eq!(bridge["contexts"], json!([0, 1, 2]));
        assert_eq!(
            bridge["description_localizations"]["id"],
            "Siapa mengatakan apa tentang jembatan di Eastport"
        );
        let option = |name: &str| {
            let options = bridge["options"].as_array().unwrap();
            let found = options.iter().find(|option| option["name"] == name);
            found.unwrap().clone()
        };
        assert_eq!(option("view")["type"], 3);
        assert_eq!(option("view")["choices"][3]["value"], "denials");
        assert!(option("view")["choices"][3]["name_localizations"]["id"].is_string());
        assert!(option("view").get("autocomplete").is_none());
        assert_eq!(option("as_of")["autocomplete"], true);
        assert!(option("as_of").get("choices").is_none());
        assert_eq!(option("share")["type"], 5);
    }

    #[test]
    fn a_command_on_messages_is_only_a_name() {
        let commands = commands(&facts(), Scope::Global);
        let related = commands.iter().find(|one| one.kind == MESSAGE).unwrap();
        let related = serde_json::to_value(related).unwrap();
        let expected = json!({
            "type": 3, "name": "Related facts", "name_localizations": {"id": "Fakta terkait"},
            "integration_types": [0, 1], "contexts": [0, 1, 2],
        });
        assert_eq!(related, expected);
        assert!(is_message_command(&facts().into(), "Related facts"));
        assert!(!is_message_command(&facts().into(), "related"));
    }

    #[test]
    fn what_a_command_needs_comes_first() {
        for command in commands(&facts(), Scope::Global) {
            let required = command.options.iter().map(|option| option.required);
            assert!(required.is_sorted_by(|a, b| a >= b), "{}", command.name);
            let needs = command.options.iter().any(|option| option.required);
            assert_eq!(
                needs,
                ["ask", "search", "claim", "who"].contains(&command.name.as_str())
            );
        }
    }

    #[test]
    fn everything_fits() {
        let longest = |text: &str, others: &Localizations| {
            let lengths = others.values().map(|text| text.chars().count());
            lengths
                .chain([text.chars().count()])
                .max()
                .unwrap_or_default()
        };
        let commands = commands(&facts(), Scope::Global);
        assert!(commands.len() <= limits::COMMANDS);
        for command in commands {
            let mut total = command.name.len();
            total += longest(&command.description, &command.description_localizations);
            assert!(command.options.len() <= limits::OPTIONS);
            for option in command.options {
                assert!(option.name.len() <= limits::NAME);
                total += option.name.len();
                total += longest(&option.description, &option.description_localizations);
                for choice in option.choices {
                    total += longest(&choice.name, &choice.name_localizations) + choice.value.len();
                }
            }
            assert!(total <= limits::COMMAND_TEXT, "{}: {total}", command.name);
        }
    }

    #[test]
    fn what_discord_adds_is_not_a_difference() {
        for scope in [Scope::Global, Scope::Guild(7)] {
            let ours = commands(&facts(), scope);
            assert!(!differs(&ours, &as_registered(scope)), "{scope:?}");
        }
    }

    #[test]
    fn any_change_is_a_difference() {
        let ours = commands(&facts(), Scope::Global);
        let check = |change: fn(&mut Value)| {
            let mut registered = as_registered(Scope::Global);
            change(&mut registered);
            assert!(differs(&ours, &registered), "{registered}");
        };
        check(|all| all[0]["description"] = json!("x"));
        check(|all| all[0]["description_localizations"]["id"] = json!("x"));
        check(|all| all[0]["description_localizations"]["de"] = json!("x"));
        check(|all| all[0]["description_localizations"] = json!(null));
        check(|all| all[0]["contexts"] = json!([0]));
        check(|all| all[0]["integration_types"] = json!(null));
        check(|all| all[0]["nsfw"] = json!(true));
        check(|all| all[0]["default_member_permissions"] = json!("0"));
        check(|all| all[0]["options"][0]["choices"][0]["value"] = json!("x"));
        check(|all| all[0]["options"].as_array_mut().unwrap().swap(0, 1));
        check(|all| drop(all[0]["options"].as_array_mut().unwrap().pop()));
        check(|all| all[0]["options"][1]["autocomplete"] = json!(false));
        check(|all| all[0]["options"][1]["min_length"] = json!(2));
        check(|all| all[0]["options"][1]["channel_types"] = json!([0]));
        check(|all| all[0]["options"][1]["options"] = json!([{"type": 3}]));
        check(|all| all[0]["type"] = json!(2));
        check(|all| {
            let related = all.as_array_mut().unwrap().last_mut().unwrap();
            related["name_localizations"] = json!(null);
        });
        check(|all| all.as_array_mut().unwrap().clear());
        check(|all| {
            all.as_array_mut()
                .unwrap()
                .push(json!({"name": "old", "type": 1}))
        });
        check(|all| *all = json!({"message": "no"}));
    }

    #[test]
    fn a_command_of_both_scopes_is_there_twice() {
        let (global, guild) = (as_registered(Scope::Global), as_registered(Scope::Guild(7)));
        assert!(overlap(&global, &guild));
        assert!(!overlap(&global, &json!([])));
        // A message command and a slash command may share a name.
        assert!(!overlap(
            &global,
            &json!([{"type": 1, "name": "Related facts"}])
        ));
        assert!(overlap(&global, &json!([{"name": "bridge"}])));
    }

    #[test]
    fn each_choice_is_in_the_languages_of_its_dossier() {
        let offer = |langs: &[Lang]| Choice {
            value: "a".into(),
            label: langs
                .iter()
                .map(|lang| (*lang, lang.code().to_owned()))
                .collect(),
        };
        let french = Lang::of("fr").unwrap();
        let both = [Lang::En, Lang::Id];
        let offers = [&both[..], &[french, Lang::En], &[Lang::Id], &both];
        let choices = super::choices(offers.map(offer).into(), Lang::En);
        let localized = choices.iter().map(|one| {
            let names = one.name_localizations.iter();
            names
                .map(|(locale, name)| format!("{locale}={name}"))
                .collect::<Vec<_>>()
        });
        let english = vec!["en-GB=en".to_owned(), "en-US=en".to_owned()];
        let indonesian = vec!["id=id".to_owned()];
        let expected = [indonesian.clone(), english, Vec::new(), indonesian];
        assert_eq!(localized.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn choices_that_discord_would_refuse_are_left_out() {
        let offer = |value: &str, label: &str| Choice {
            value: value.into(),
            label: [(Lang::En, label.to_owned())].into_iter().collect(),
        };
        let long = "x".repeat(101);
        let choices = super::choices(
            vec![
                offer("", "a"),
                offer(&long, "b"),
                offer("c", " "),
                offer("d", &long),
            ],
            Lang::Id,
        );
        assert_eq!(choices.len(), 1);
        assert_eq!(choices[0].name.chars().count(), 100);
        assert_eq!(
            super::choices(vec![offer("a", "a"); 30], Lang::En).len(),
            25
        );
    }
}
