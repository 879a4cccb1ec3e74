//! Calls to Discord's HTTP interface: few, each with a time limit, none retried here.
//!
//! serenity names the routes and the headers. The calls themselves are made without its client,
//! which hides how long to wait and whose errors print the tokens in their addresses.

use std::fmt;
use std::time::Duration;

use reqwest::header::RETRY_AFTER;
use reqwest::redirect::Policy;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serenity::http::{LightMethod, Request, Route};
use serenity::model::id::{ApplicationId, GuildId, InteractionId};
use url::{Host, Url};

use super::Settings;
use super::secret::Secret;
use crate::discord::registration::{Command, Scope};

/// How long Discord may take over anything that nobody waits for.
const PATIENCE: Duration = Duration::from_secs(10);

/// Why a call came to nothing. It holds no address and no text that could hold a token.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Failure {
    /// Discord does not know the token.
    Token,
    /// An HTTP status other than success, Discord's own code if it gave one
    /// (<https://discord.com/developers/docs/topics/opcodes-and-status-codes#json>), and how long
    /// to wait if it said so.
    Refused {
        status: u16,
        code: Option<u64>,
        wait: Option<Duration>,
    },
    /// Nobody listens there, or the connection could not be made.
    Unreachable,
    /// The call may have arrived; no answer came in time or in full.
    NoAnswer,
    /// The answer is not what it should be.
    Unreadable,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Token => f.write_str("the token was refused"),
            Self::Refused {
                status,
                code: Some(code),
                wait: _,
            } => write!(f, "HTTP {status}, code {code}"),
            Self::Refused {
                status,
                code: None,
                wait: _,
            } => write!(f, "HTTP {status}"),
            Self::Unreachable => f.write_str("Discord cannot be reached"),
            Self::NoAnswer => f.write_str("Discord did not answer"),
            Self::Unreadable => f.write_str("Discord's answer cannot be read"),
        }
    }
}

/// Where the gateway is and how it may be used
/// (<https://discord.com/developers/docs/events/gateway#get-gateway-bot>).
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Gateway {
    /// Its address.
    pub(super) url: String,
    /// On how many connections Discord wants the bot.
    #[serde(default)]
    pub(super) shards: Option<u32>,
    /// How many sessions may be started.
    #[serde(default, rename = "session_start_limit")]
    pub(super) limit: SessionLimit,
}

/// How many sessions may be started
/// (<https://discord.com/developers/docs/events/gateway#session-start-limit-object>).
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(default)]
pub(super) struct SessionLimit {
    /// So many until the reset.
    pub(super) remaining: u64,
    /// In so many milliseconds.
    pub(super) reset_after: u64,
    /// So many at once every five seconds.
    pub(super) max_concurrency: u32,
}

impl Default for SessionLimit {
    fn default() -> Self {
        Self {
            remaining: 1_000,
            reset_after: 0,
            max_concurrency: 1,
        }
    }
}

/// Discord's HTTP interface, for one bot.
pub(super) struct Rest {
    client: reqwest::Client,
    authorization: Secret,
    api: Option<String>,
}

impl Rest {
    /// `None` if no client can be made at all.
    pub(super) fn new(settings: &Settings) -> Option<Self> {
        let mut client = reqwest::Client::builder().redirect(Policy::none());
        if settings.api.as_deref().is_some_and(is_here) {
            // A proxy for the way out cannot lead to this machine.
            client = client.no_proxy();
        }
        Some(Self {
            client: client.build().ok()?,
            authorization: Secret::new(&format!("Bot {}", settings.token.expose())),
            api: settings.api.clone(),
        })
    }

    /// Where the gateway is.
    pub(super) async fn gateway(&self) -> Result<Gateway, Failure> {
        let request = Request::new(Route::GatewayBot, LightMethod::Get);
        read(&self.call(request, PATIENCE).await?)
    }

    /// The application's id, which is also that of its bot where nothing else is known.
    pub(super) async fn application(&self) -> Result<ApplicationId, Failure> {
        #[derive(Deserialize)]
        struct Known {
            id: ApplicationId,
        }
        let get = |route| self.call(Request::new(route, LightMethod::Get), PATIENCE);
        let body = match get(Route::Oauth2ApplicationCurrent).await {
            Err(Failure::Refused { status: 404, .. }) => get(Route::UserMe).await,
            other => other,
        };
        read::<Known>(&body?).map(|known| known.id)
    }

    /// The commands that are registered, with their texts in every language.
    pub(super) async fn commands(
        &self,
        application: ApplicationId,
        scope: Scope,
    ) -> Result<Value, Failure> {
        let request = Request::new(commands(application, scope)?, LightMethod::Get)
            .params(Some(vec![("with_localizations", "true".to_owned())]));
        read(&self.call(request, PATIENCE).await?)
    }

    /// Registers these commands instead of all that were.
    pub(super) async fn register(
        &self,
        application: ApplicationId,
        scope: Scope,
        list: &[Command],
    ) -> Result<(), Failure> {
        let request = Request::new(commands(application, scope)?, LightMethod::Put)
            .body(Some(written(list)?));
        self.call(request, PATIENCE).await.map(drop)
    }

    /// Replies to an interaction, within a time limit.
    pub(super) async fn reply(
        &self,
        interaction: u64,
        token: &str,
        callback: &Value,
        limit: Duration,
    ) -> Result<(), Failure> {
        let route = Route::InteractionResponse {
            interaction_id: InteractionId::new(interaction.max(1)),
            token,
        };
        let request = Request::new(route, LightMethod::Post).body(Some(written(callback)?));
        self.call(request, limit).await.map(drop)
    }

    async fn call(&self, request: Request<'_>, limit: Duration) -> Result<Vec<u8>, Failure> {
        let api = self.api.as_deref();
        let request = request
            .build(&self.client, self.authorization.expose(), api)
            // The only part of a request that is not fixed is the token, which must fit a header.
            .map_err(|_| Failure::Token)?;
        let response = request.timeout(limit).send().await.map_err(|error| {
            if error.is_connect() {
                Failure::Unreachable
            } else {
                Failure::NoAnswer
            }
        })?;
        let status = response.status();
        let header = response.headers().get(RETRY_AFTER);
        let header = header.and_then(|seconds| seconds.to_str().ok()?.parse::<f64>().ok());
        let body = response.bytes().await.map_err(|_| Failure::NoAnswer)?;
        match status.as_u16() {
            200..=299 => Ok(body.to_vec()),
            401 => Err(Failure::Token),
            status => Err(refused(status, &body, header)),
        }
    }
}

/// Whether an address is on this machine.
fn is_here(address: &str) -> bool {
    let url = Url::parse(address).ok();
    match url.as_ref().and_then(Url::host) {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

/// Why Discord refused a call: its code, and how many seconds to wait, which stands in the body
/// (<https://discord.com/developers/docs/topics/rate-limits>) or, from a server before it, in a header.
fn refused(status: u16, body: &[u8], header: Option<f64>) -> Failure {
    let body: Value = serde_json::from_slice(body).unwrap_or_default();
    let seconds = body["retry_after"].as_f64().or(header);
    Failure::Refused {
        status,
        code: body["code"].as_u64().filter(|code| *code > 0),
        wait: seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok()),
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

fn read<'a, T: Deserialize<'a>>(body: &'a [u8]) -> Result<T, Failure> {
    serde_json::from_slice(body).map_err(|_| Failure::Unreadable)
}

fn written(body: &(impl Serialize + ?Sized)) -> Result<Vec<u8>, Failure> {
    serde_json::to_vec(body).map_err(|_| Failure::Unreadable)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_says_why_and_how_long_to_wait() {
        let check = |body: &str, header, code, seconds: Option<f64>| {
            let expected = Failure::Refused {
                status: 429,
                code,
                wait: seconds.map(Duration::from_secs_f64),
            };
            assert_eq!(refused(429, body.as_bytes(), header), expected, "{body}");
        };
        check(
            r#"{"retry_after": 0.25, "code": 0}"#,
            Some(1.0),
            None,
            Some(0.25),
        );
        check(r#"{"code": 10062}"#, None, Some(10062), None);
        check("<html>", Some(3.0), None, Some(3.0));
        check(r#"{"retry_after": -1}"#, None, None, None);
        check(r#"{"retry_after": 1e300}"#, None, None, None);
        check("", None, None, None);
    }

    #[test]
    fn an_address_on_this_machine_is_told_from_others() {
        for address in [
            "http://127.0.0.1:80",
            "http://localhost",
            "http://[::1]:1/x",
        ] {
            assert!(is_here(address), "{address}");
        }
        for address in ["https://example.org", "http://10.0.0.1", "nonsense"] {
            assert!(!is_here(address), "{address}");
        }
    }

    #[test]
    fn a_gateway_without_limits_is_one_connection() {
        let gateway: Gateway = read(br#"{"url": "ws://127.0.0.1:1"}"#).unwrap();
        assert_eq!((gateway.shards, gateway.limit.max_concurrency), (None, 1));
    }
}
