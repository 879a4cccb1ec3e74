//! The fields of Discord's payloads that the bot uses, as they are in
//! <https://discord.com/developers/docs/interactions/receiving-and-responding>.

use serde_json::Value;

use super::lenient::{List, Presence, Scalar, object};
use crate::discord::limits;

object! {
    /// A whole payload.
    Payload {
        id: Scalar<'a> = "id",
        kind: Scalar<'a> = "type",
        token: Scalar<'a> = "token",
        locale: Scalar<'a> = "locale",
        guild_locale: Scalar<'a> = "guild_locale",
        application: Scalar<'a> = "application_id",
        channel: Scalar<'a> = "channel_id",
        guild: Scalar<'a> = "guild_id",
        context: Scalar<'a> = "context",
        owners: Owners<'a> = "authorizing_integration_owners",
        member: Member<'a> = "member",
        user: User<'a> = "user",
        message: Message<'a> = "message",
        data: Data<'a> = "data",
    }
}

object! {
    /// Who has installed the bot, by the kind of installation: a server and a user.
    Owners {
        server: Presence = "0",
        user: Presence = "1",
    }
}

object! {
    /// A user on a server.
    Member {
        user: User<'a> = "user",
        permissions: Scalar<'a> = "permissions",
    }
}

object! {
    /// A user.
    User {
        id: Scalar<'a> = "id",
    }
}

object! {
    /// The message whose button was pressed.
    Message {
        id: Scalar<'a> = "id",
        flags: Scalar<'a> = "flags",
    }
}

object! {
    /// What was done.
    Data {
        kind: Scalar<'a> = "type",
        name: Scalar<'a> = "name",
        options: List<Given<'a>, { limits::OPTIONS }> = "options",
        custom_id: Scalar<'a> = "custom_id",
        values: List<Scalar<'a>, { limits::OPTIONS }> = "values",
        target: Scalar<'a> = "target_id",
        resolved: Resolved<'a> = "resolved",
    }
}

object! {
    /// An option of a command.
    Given {
        kind: Scalar<'a> = "type",
        name: Scalar<'a> = "name",
        value: Scalar<'a> = "value",
        focused: Scalar<'a> = "focused",
    }
}

object! {
    /// What the ids in the data stand for.
    Resolved {
        messages: Value = "messages",
    }
}
