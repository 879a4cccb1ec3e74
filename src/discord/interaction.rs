//! Reads Discord's interaction payloads: only the fields that the bot uses, all of them optional.
//!
//! No payload is refused: missing and odd fields are left out, unknown kinds are kept as unknown, and `discord` decides
//! what to reply. Nothing is longer than Discord allows, so that no reply takes longer because of it. Field names as in
//! <https://discord.com/developers/docs/interactions/receiving-and-responding>.

mod lenient;
mod message_text;
mod payload;

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde_json::Value;

use super::limits;
use crate::query::{CUSTOM_ID_MAX, Query};
use crate::render::discord::message::EPHEMERAL;
use lenient::Scalar;
use payload::{Data, Given, Member, Message, Payload};

/// MANAGE_MESSAGES and USE_EXTERNAL_APPS (<https://discord.com/developers/docs/topics/permissions>).
const MANAGE_MESSAGES: u64 = 1 << 13;
const USE_EXTERNAL_APPS: u64 = 1 << 50;

/// The context GUILD (<https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-context-types>).
const GUILD: u64 = 0;

/// The option types SUB_COMMAND and SUB_COMMAND_GROUP, which have options instead of a value.
const SUBCOMMANDS: [u64; 2] = [1, 2];

/// Most code points that are read of a name: one more than Discord allows, so that no name becomes another by being cut.
const NAME_MAX: usize = limits::NAME + 1;

/// An interaction that waits for a reply.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Interaction {
    /// Its snowflake; without it, the gateway cannot send a reply.
    pub id: Option<u64>,
    /// The token with which the reply is sent.
    pub token: Token,
    /// The language of the user's client, such as `en-GB`.
    pub locale: Option<String>,
    /// The language of the server, if there is one.
    pub guild_locale: Option<String>,
    /// The application's id, needed to change its messages.
    pub application: Option<u64>,
    /// The channel's id.
    pub channel: Option<u64>,
    /// The user's id. It is never logged, and kept only in the button that removes a shared answer.
    pub user: Option<u64>,
    /// Whether the user may delete other people's messages in this channel.
    pub moderates: bool,
    /// Whether Discord makes every reply ephemeral here.
    pub forced_ephemeral: bool,
    /// What was done.
    pub kind: Kind,
}

/// What the user did.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Discord checks that the bot is there.
    Ping,
    /// A slash command.
    Command(Command),
    /// A command from the menu of a message.
    MessageCommand(MessageCommand),
    /// A command from the menu of a user; the bot registers none.
    UserCommand,
    /// A press on a button, or a choice from a select menu.
    Component(Component),
    /// A command of which an option is being typed.
    Autocomplete(Command),
    /// A submitted modal.
    Modal,
    /// A kind that did not exist when this was written.
    #[default]
    Unknown,
}

/// A slash command as it was sent, or as far as it has been typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Command {
    /// Its name; empty if it was missing.
    pub name: String,
    /// The options that were filled in.
    pub options: Vec<OptionValue>,
}

/// A command used on a message. The message's text is only for the reply and never printed.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct MessageCommand {
    /// The command's name.
    pub name: String,
    /// All readable text of the message, each on a line of its own.
    pub text: String,
}

impl fmt::Debug for MessageCommand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MessageCommand(…)")
    }
}

/// An option that was filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct OptionValue {
    /// Its name.
    pub name: String,
    /// Its value as text, whatever its JSON type; `None` if it has none, like a subcommand.
    pub value: Option<String>,
    /// Whether this is the option being typed.
    pub focused: bool,
}

/// A press on a button, or a choice from a select menu.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Component {
    /// The `custom_id` of the button, or the value of the first chosen entry.
    pub custom_id: String,
    /// Whether its message is ephemeral.
    pub ephemeral: bool,
    /// The id of its message.
    pub message: Option<u64>,
}

/// The token of one interaction, valid for 15 minutes. It does not print.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// The token itself, only for the address of the reply.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

impl Interaction {
    /// The slash command that asks a query, so that other surfaces can show the reply to it.
    pub fn asking(query: &Query) -> Self {
        let option = |(key, value): (crate::query::Key, &str)| OptionValue {
            name: key.name().to_owned(),
            value: Some(cut(value, limits::WORDS)),
            focused: false,
        };
        Self {
            kind: Kind::Command(Command {
                name: cut(&query.command, NAME_MAX),
                options: query.options().map(option).collect(),
            }),
            ..Self::default()
        }
    }

    /// Reads a payload. Every JSON value gives an interaction.
    pub fn read(payload: &Value) -> Self {
        Payload::deserialize(payload).map_or_else(|_| Self::default(), |payload| Self::of(&payload))
    }

    /// Reads the body of a request; `None` if it is not JSON with a type, which may be one that did not exist when this
    /// was written.
    pub fn parse(body: &[u8]) -> Option<Self> {
        let payload: Payload<'_> = serde_json::from_str(str::from_utf8(body).ok()?).ok()?;
        match payload.kind {
            Scalar::Text(_) | Scalar::Number(_) => Some(Self::of(&payload)),
            Scalar::Bool(_) | Scalar::None => None,
        }
    }

    fn of(payload: &Payload<'_>) -> Self {
        let (data, member) = (&payload.data, &payload.member);
        let kind = match (payload.kind.number(), data.kind.number()) {
            (Some(1), _) => Kind::Ping,
            // CHAT_INPUT, which is also the default, and MESSAGE
            // (<https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-types>).
            (Some(2), None | Some(1)) => Kind::Command(command(data)),
            (Some(2), Some(3)) => Kind::MessageCommand(message_command(data)),
            (Some(2), _) => Kind::UserCommand,
            (Some(3), _) => Kind::Component(component(data, &payload.message)),
            (Some(4), _) => Kind::Autocomplete(command(data)),
            (Some(5), _) => Kind::Modal,
            _ => Kind::Unknown,
        };
        Self {
            id: payload.id.number().filter(|id| *id > 0),
            token: Token(text(&payload.token).unwrap_or_default()),
            locale: text(&payload.locale),
            guild_locale: text(&payload.guild_locale),
            application: payload.application.number(),
            channel: payload.channel.number(),
            user: member.user.id.number().or(payload.user.id.number()),
            moderates: has_permission(member, MANAGE_MESSAGES),
            forced_ephemeral: is_forced_ephemeral(payload),
            kind,
        }
    }
}

/// Whether Discord makes every reply ephemeral: on a server where only the user has installed the bot and may not use
/// such apps in public (<https://discord.com/developers/docs/topics/permissions>, USE_EXTERNAL_APPS).
fn is_forced_ephemeral(payload: &Payload<'_>) -> bool {
    let owners = &payload.owners;
    let by_user_only = owners.user.0 && !owners.server.0;
    let on_server = match payload.context.number() {
        Some(context) => context == GUILD,
        None => payload.guild.text().is_some(),
    };
    by_user_only && on_server && !has_permission(&payload.member, USE_EXTERNAL_APPS)
}

fn has_permission(member: &Member<'_>, permission: u64) -> bool {
    let permissions = member.permissions.number();
    permissions.is_some_and(|permissions| permissions & permission != 0)
}

fn command(data: &Data<'_>) -> Command {
    let option = |option: &Given<'_>| {
        let kind = option.kind.number();
        let nested = kind.is_some_and(|kind| SUBCOMMANDS.contains(&kind));
        let value = option.value.text().filter(|_| !nested);
        OptionValue {
            name: name(&option.name),
            value: value.map(|value| cut(&value, limits::WORDS)),
            focused: option.focused == Scalar::Bool(true),
        }
    };
    Command {
        name: name(&data.name),
        options: data.options.0.iter().map(option).collect(),
    }
}

/// The target message is the one named by `target_id`, or the first one if that is missing.
fn message_command(data: &Data<'_>) -> MessageCommand {
    let messages = data.resolved.messages.as_object();
    let message = messages.and_then(|messages| {
        let target = data.target.text().unwrap_or_default();
        messages.get(&*target).or_else(|| messages.values().next())
    });
    MessageCommand {
        name: name(&data.name),
        text: message.map(message_text::read).unwrap_or_default(),
    }
}

fn component(data: &Data<'_>, message: &Message<'_>) -> Component {
    let chosen = data.values.0.iter().find_map(Scalar::text);
    let custom_id = chosen.or_else(|| data.custom_id.text());
    Component {
        // A longer one is not one of the bot's.
        custom_id: custom_id
            .filter(|id| id.chars().nth(CUSTOM_ID_MAX).is_none())
            .unwrap_or_default()
            .into_owned(),
        ephemeral: message.flags.number().unwrap_or_default() & u64::from(EPHEMERAL) != 0,
        message: message.id.number(),
    }
}

/// The name of a command or option; empty if it is missing.
fn name(name: &Scalar<'_>) -> String {
    cut(&name.text().unwrap_or_default(), NAME_MAX)
}

/// A text of its own.
fn text(scalar: &Scalar<'_>) -> Option<String> {
    scalar.text().map(Cow::into_owned)
}

/// The beginning of a text.
fn cut(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}

#[cfg(test)]
pub(crate) mod tests {
    //! Payloads as Discord sends them, and odd ones that stricter readers refuse.

    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    /// A payload with these fields on top of an id and a token.
    fn read(extra: Value) -> Interaction {
        let mut payload =
            json!({"id": "1311000000000000001", "application_id": "1", "token": "tok"});
        if let (Some(payload), Value::Object(extra)) = (payload.as_object_mut(), extra) {
            payload.extend(extra);
        }
        Interaction::read(&payload)
    }

    fn option(name: &str, value: &str) -> OptionValue {
        OptionValue {
            name: name.into(),
            value: Some(value.into()),
            focused: false,
        }
    }

    #[test]
    fn every_kind_is_told_apart() {
        let check = |kind: Value, expected: fn(&Kind) -> bool| {
            let read = read(json!({"type": kind, "data": {}}));
            assert!(expected(&read.kind), "type {kind}: {:?}", read.kind);
        };
        check(json!(1), |kind| *kind == Kind::Ping);
        check(json!(2), |kind| matches!(kind, Kind::Command(_)));
        check(json!(3), |kind| matches!(kind, Kind::Component(_)));
        check(json!(4), |kind| matches!(kind, Kind::Autocomplete(_)));
        check(json!(5), |kind| *kind == Kind::Modal);
        check(json!(6), |kind| *kind == Kind::Unknown);
        check(json!("2"), |kind| matches!(kind, Kind::Command(_)));
        check(json!(-1), |kind| *kind == Kind::Unknown);
        check(json!(null), |kind| *kind == Kind::Unknown);
        check(json!([2]), |kind| *kind == Kind::Unknown);
    }

    #[test]
    fn harmless_changes_do_not_lose_a_command() {
        let plain = json!({"id": "9", "name": "bridge", "type": 1,
        "options": [{"name": "view", "type": 3, "value": "denials"}]});
        let changes = [
            json!({}),
            json!({"attachment_size_limit": 99_999_999_999_u64, "entitlements": null, "context": 77}),
            json!({"channel": {"type": 99, "name": null}, "channel_id": 12, "version": "x"}),
            json!({"authorizing_integration_owners": {"0": "0", "future": [1]}, "locale": "xx-YY"}),
            json!({"member": {"user": {"avatar": "short", "public_flags": 1_u64 << 40}, "permissions": "x"}}),
            json!({"user": 5, "guild_id": 81384788765712384_u64, "guild": "none", "message": "none"}),
            json!({"id": 1311000000000000001_u64}),
        ];
        for change in changes {
            let shown = change.to_string();
            let mut payload = json!({"type": 2, "data": plain.clone()});
            payload
                .as_object_mut()
                .unwrap()
                .extend(change.as_object().unwrap().clone());
            let read = read(payload);
            let Kind::Command(command) = &read.kind else {
                panic!("{shown}: {:?}", read.kind);
            };
            assert_eq!(command.name, "bridge", "{shown}");
            assert_eq!(command.options, [option("view", "denials")], "{shown}");
            assert_eq!(read.id, Some(1311000000000000001), "{shown}");
            assert_eq!(read.token.expose(), "tok", "{shown}");
        }
    }

    #[test]
    fn option_values_are_text_whatever_they_were() {
        let check = |value: Value, expected: Option<&str>| {
            let option = json!([{"name": "x", "type": 4, "value": value}]);
            let Kind::Command(command) = read(json!({"type": 2, "data": {"options": option}})).kind
            else {
                panic!("not a command");
            };
            assert_eq!(command.options[0].value.as_deref(), expected, "{value}");
        };
        check(json!("18 Oct"), Some("18 Oct"));
        check(json!(2010), Some("2010"));
        check(json!(2010.0), Some("2010"));
        check(json!(1.5), Some("1.5"));
        check(json!(true), Some("true"));
        check(json!(null), None);
        check(json!({"a": 1}), None);
    }

    #[test]
    fn nothing_is_longer_than_discord_allows() {
        let long = "x".repeat(1_000_000);
        let options: Vec<Value> = (0..100)
            .map(|_| json!({"name": long, "value": long}))
            .collect();
        for kind in [2, 4] {
            let data = json!({"name": long, "options": options});
            let (Kind::Command(command) | Kind::Autocomplete(command)) =
                read(json!({"type": kind, "data": data})).kind
            else {
                panic!("not a command");
            };
            assert_eq!((command.name.len(), command.options.len()), (33, 25));
            let option = &command.options[24];
            assert_eq!(
                (option.name.len(), option.value.as_ref().unwrap().len()),
                (33, 2_000)
            );
        }
        let cut = "open /bridge".to_owned() + &" ".repeat(89);
        for data in [
            json!({"custom_id": cut}),
            json!({"custom_id": "x", "values": [cut]}),
        ] {
            let Kind::Component(press) = read(json!({"type": 3, "data": data})).kind else {
                panic!("not a press");
            };
            assert_eq!(press.custom_id, "", "{data}");
        }
        let query = Query::new(&long).with(crate::query::Key::Query, &long);
        let Kind::Command(command) = Interaction::asking(&query).kind else {
            panic!("not a command");
        };
        let value = command.options[0].value.as_ref().unwrap();
        assert_eq!((command.name.len(), value.len()), (33, 2_000));
    }

    #[test]
    fn odd_options_spoil_no_others() {
        let options = json!([7, null, {"value": "nameless"}, {"name": "sub", "type": 1, "options": []},
        {"name": "group", "type": 2}, {"name": "view", "type": 99, "value": "x", "focused": "yes"}]);
        let Kind::Command(command) =
            read(json!({"type": 2, "data": {"name": "t", "options": options}})).kind
        else {
            panic!("not a command");
        };
        assert_eq!(command.options.len(), 6);
        assert_eq!(
            command.options[3],
            OptionValue {
                name: "sub".into(),
                ..OptionValue::default()
            }
        );
        assert_eq!(command.options[5], option("view", "x"));
    }

    #[test]
    fn typing_may_be_partial_anywhere() {
        let options = json!([{"name": "year", "type": 4, "value": "20"},
        {"name": "as_of", "type": 3, "value": 2024, "focused": true}, {"name": "lang", "type": 3}]);
        let Kind::Autocomplete(command) =
            read(json!({"type": 4, "data": {"name": "bridge", "options": options}})).kind
        else {
            panic!("not typing");
        };
        assert_eq!(command.options[0], option("year", "20"));
        assert!(command.options[1].focused);
        assert_eq!(command.options[1].value.as_deref(), Some("2024"));
        assert_eq!(command.options[2].value, None);
    }

    #[test]
    fn a_press_carries_its_button_or_the_first_choice() {
        let press = |data: Value, message: Value| match read(
            json!({"type": 3, "data": data, "message": message}),
        )
        .kind
        {
            Kind::Component(press) => (press.custom_id, press.ephemeral),
            other => panic!("{other:?}"),
        };
        let button = json!({"custom_id": "open /bridge", "component_type": 2});
        assert_eq!(
            press(button.clone(), json!({"flags": 64})),
            ("open /bridge".into(), true)
        );
        assert_eq!(
            press(button.clone(), json!({"flags": 32832, "type": 999})),
            ("open /bridge".into(), true)
        );
        assert_eq!(
            press(
                button.clone(),
                json!({"flags": 0, "components": [{"type": 17}]})
            ),
            ("open /bridge".into(), false)
        );
        assert_eq!(press(button, json!(null)), ("open /bridge".into(), false));
        let menu =
            json!({"custom_id": "more", "component_type": 3, "values": [null, "open /tower"]});
        assert_eq!(press(menu, json!({})), ("open /tower".into(), false));
        let empty = json!({"custom_id": "more", "values": []});
        assert_eq!(press(empty, json!({})), ("more".into(), false));
        assert_eq!(press(json!({}), json!({})), (String::new(), false));
    }

    #[test]
    fn what_is_missing_is_missing() {
        let read = Interaction::read(&json!({"type": 2, "id": "not a number", "locale": "id"}));
        assert_eq!((read.id, read.token.expose()), (None, ""));
        assert_eq!(
            (read.locale.as_deref(), read.guild_locale),
            (Some("id"), None)
        );
        assert!(matches!(read.kind, Kind::Command(_)));
        for payload in [
            json!(null),
            json!(3),
            json!("x"),
            json!([1, "t"]),
            json!({}),
        ] {
            assert_eq!(Interaction::read(&payload), Interaction::default());
        }
    }

    #[test]
    fn a_token_does_not_print() {
        let shown = format!(
            "{:?}",
            read(json!({"type": 2, "data": {}, "token": "aW50ZXI"}))
        );
        assert!(!shown.contains("aW50ZXI"), "{shown}");
    }

    #[test]
    fn what_one_may_do_where_is_read_off_the_payload() {
        let check = |extra: Value, user: Option<u64>, moderates: bool, forced_ephemeral: bool| {
            let read = read(extra.clone());
            let found = (read.user, read.moderates, read.forced_ephemeral);
            assert_eq!(found, (user, moderates, forced_ephemeral), "{extra}");
        };
        let member =
            |permissions: u64| json!({"user": {"id": "7"}, "permissions": permissions.to_string()});
        let personal = json!({"1": "7"});
        check(json!({"user": {"id": "7"}}), Some(7), false, false);
        check(
            json!({"guild_id": "5", "member": member(1 << 13)}),
            Some(7),
            true,
            false,
        );
        check(
            json!({"guild_id": "5", "member": member(0), "authorizing_integration_owners": {"0": "5"}}),
            Some(7),
            false,
            false,
        );
        check(
            json!({"context": 0, "member": member(0), "authorizing_integration_owners": personal}),
            Some(7),
            false,
            true,
        );
        check(
            json!({"guild_id": "5", "member": member(1 << 50), "authorizing_integration_owners": personal}),
            Some(7),
            false,
            false,
        );
        check(
            json!({"context": 0, "authorizing_integration_owners": {"0": "5", "1": "7"}}),
            None,
            false,
            false,
        );
        check(
            json!({"context": 2, "user": {"id": 7}, "authorizing_integration_owners": personal}),
            Some(7),
            false,
            false,
        );
        check(
            json!({"context": 0, "member": 5, "authorizing_integration_owners": personal}),
            None,
            false,
            true,
        );
        check(
            json!({"authorizing_integration_owners": [1]}),
            None,
            false,
            false,
        );
    }

    #[test]
    fn a_message_is_read_with_its_command() {
        let message = |data: Value| match read(json!({"type": 2, "data": data})).kind {
            Kind::MessageCommand(command) => (command.name, command.text),
            other => panic!("{other:?}"),
        };
        let messages = json!({"messages": {"5": {"content": "other"}, "9": {"content": "this"}}});
        assert_eq!(
            message(
                json!({"type": 3, "name": "Related facts", "target_id": "9", "resolved": messages})
            ),
            ("Related facts".into(), "this\n".into())
        );
        assert_eq!(
            message(json!({"type": 3, "target_id": 404, "resolved": messages})).1,
            "other\n"
        );
        assert_eq!(
            message(json!({"type": "3", "resolved": []})),
            (String::new(), String::new())
        );
        assert_eq!(
            read(json!({"type": 2, "data": {"type": 2}})).kind,
            Kind::UserCommand
        );
    }

    /// Any JSON, in which the field names that the bot reads are more frequent than by chance.
    pub(crate) fn any_json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            (-1_i64..9).prop_map(Value::from),
            Just(Value::from(64)),
            any::<f64>().prop_map(Value::from),
            "\\PC{0,12}".prop_map(Value::from),
            "(open |share )?/?(bridge|tower)?( ?(view|page|lang|x):(denials|id|9)?)?"
                .prop_map(Value::from),
        ];
        let name = prop_oneof![
            proptest::sample::select(vec![
                "id",
                "token",
                "type",
                "data",
                "name",
                "options",
                "value",
                "focused",
                "custom_id",
                "values",
                "message",
                "flags",
                "locale",
                "guild_locale",
            ])
            .prop_map(str::to_owned),
            "\\PC{0,6}",
        ];
        leaf.prop_recursive(5, 64, 8, move |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
                proptest::collection::vec((name.clone(), inner), 0..8)
                    .prop_map(|fields| Value::Object(fields.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn no_json_makes_it_panic(payload in any_json()) {
            let _ = Interaction::read(&payload);
        }
    }
}
