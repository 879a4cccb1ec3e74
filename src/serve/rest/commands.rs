//! Calls about the commands that are registered.

use serde::Deserialize;
use serde_json::Value;
use serenity::http::{LightMethod, Request, Route};
use serenity::model::id::{ApplicationId, GuildId};

use super::{Failure, PATIENCE, Rest, read};
use crate::discord::registration::{CommandPayload, Scope};

impl Rest {
    /// The commands that are registered, with their texts in every language.
    pub(in crate::serve) async fn commands(
        &self,
        application: ApplicationId,
        scope: Scope,
    ) -> Result<Value, Failure> {
        let request = Request::new(commands(application, scope)?, LightMethod::Get)
            .params(Some(vec![("with_localizations", "true".to_owned())]));
        read(&self.call(request, PATIENCE).await?)
    }

    /// At most `most` of the servers that the bot is on.
    pub(in crate::serve) async fn guilds(&self, most: u8) -> Result<Vec<GuildId>, Failure> {
        #[derive(Deserialize)]
        struct Guild {
            id: GuildId,
        }
        let request = Request::new(Route::UserMeGuilds, LightMethod::Get)
            .params(Some(vec![("limit", most.to_string())]));
        let guilds: Vec<Guild> = read(&self.call(request, PATIENCE).await?)?;
        Ok(guilds.into_iter().map(|guild| guild.id).collect())
    }

    /// Registers these commands in place of all others, and returns them as Discord has them; `null` if that could not
    /// be read.
    pub(in crate::serve) async fn register(
        &self,
        application: ApplicationId,
        scope: Scope,
        list: &[CommandPayload],
    ) -> Result<Value, Failure> {
        let body = serde_json::to_vec(list).map_err(|_| Failure::Unreadable)?;
        let route = commands(application, scope)?;
        let request = Request::new(route, LightMethod::Put).body(Some(body));
        let registered = self.call(request, PATIENCE).await;
        let registered = registered.map_err(Failure::of_new_commands)?;
        Ok(serde_json::from_slice(&registered).unwrap_or_default())
    }
}

fn commands(application: ApplicationId, scope: Scope) -> Result<Route<'static>, Failure> {
    match scope {
        Scope::Global => Ok(Route::Commands {
            application_id: application,
        }),
        Scope::Guild(0) => Err(Failure::Unreadable),
        Scope::Guild(guild) => Ok(Route::GuildCommands {
            application_id: application,
            guild_id: GuildId::new(guild),
        }),
    }
}
